"""The archive's form and how older forms become the present one; run at every opening, noticed only when needed."""

from importlib import import_module
from pathlib import Path

from sqlalchemy import Connection, inspect, select, table
from sqlalchemy import column as named

from provenance.storage import tables
from provenance.storage.refusals import foreign_database, newer_database

PRESENT = "0003"
"""The revision that this version of the program reads and writes."""

VERSION_TABLE = "provenance_revision"


def revision(connection: Connection) -> str | None:
    """The revision of a database; None where it has none of our tables."""
    if VERSION_TABLE not in inspect(connection).get_table_names():
        return None
    return connection.execute(select(named("version_num")).select_from(table(VERSION_TABLE))).scalar()


def upgrade(connection: Connection, place: str) -> None:
    """Bring a database to the present form, inside the transaction of a writer's connection.

    Raises:
        ArchiveError: it is another program's database, or was made by a newer version of this program.

    """
    found = revision(connection)  # looked up again under the lock: another process may have been faster
    if found == PRESENT:
        return
    present = set(inspect(connection).get_table_names())
    ours = set(tables.Row.metadata.tables)
    if found is None and (present & ours or (present and connection.dialect.name == "sqlite")):
        raise foreign_database(place)

    # Alembic takes a third of a second to import: only those who need it pay.
    command, config, script = (import_module(f"alembic.{part}") for part in ("command", "config", "script"))
    settings = config.Config()
    settings.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    settings.attributes["connection"] = connection
    known = {step.revision for step in script.ScriptDirectory.from_config(settings).walk_revisions()}
    if found is not None and found not in known:
        raise newer_database(place, found)
    command.upgrade(settings, PRESENT)
