"""How Alembic meets the archive: on the connection it is handed, in the transaction that is open there.

For a new revision, see `tests/storage/test_migrations.py`, which shows what the tables and the revisions differ in.
"""

from typing import Any

from alembic import context

from provenance.storage import tables
from provenance.storage.migrations import VERSION_TABLE


def ours(_object: Any, name: str | None, kind: str, _reflected: bool, _compared: Any) -> bool:
    """Whether a table belongs to our metadata; the search index makes tables of its own, which are left alone."""
    return kind != "table" or name in tables.Row.metadata.tables


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.Row.metadata,
    version_table=VERSION_TABLE,
    include_object=ours,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
