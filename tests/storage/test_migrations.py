"""A database is brought to the present form when it is opened, and one from the future is left alone."""

import threading
from importlib import resources

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import column, inspect, table, update

from provenance.errors import ArchiveError
from provenance.storage import Archive, migrations, tables


def test_the_revisions_lead_to_the_tables_as_they_are_written_down(archive):
    def ours(_object, name, kind, _reflected, _compared):
        return kind != "table" or name in tables.Row.metadata.tables

    with archive.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        differences = compare_metadata(context, tables.Row.metadata)
    # The one index that no table can spell is made by the first revision itself.
    assert [d for d in differences if "ix_claim_words_search" not in str(d)] == []


def test_the_program_reads_and_writes_the_last_revision(archive):
    script = ScriptDirectory(str(resources.files(migrations)))
    assert script.get_heads() == [migrations.PRESENT]
    with archive.reading() as connection:
        assert migrations.revision(connection) == migrations.PRESENT


def test_a_database_of_a_newer_version_is_refused_and_left_as_it_is(database, make):
    with Archive(database) as archive, archive.writing() as connection:
        connection.execute(update(table(migrations.VERSION_TABLE, column("version_num"))).values(version_num="9999"))
    with pytest.raises(ArchiveError, match="newer version of this program") as caught:
        Archive(database)
    assert "Update" in caught.value.do
    assert "9999" in caught.value.detail


def test_two_processes_that_open_a_new_database_at_once_both_find_it_whole(database):
    opened: list[Archive] = []
    threads = [threading.Thread(target=lambda: opened.append(Archive(database))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 4
    for archive in opened:
        with archive.reading() as connection:
            assert set(tables.Row.metadata.tables) < set(inspect(connection).get_table_names())
        archive.close()


def test_migrations_are_found_where_the_path_holds_a_percent_sign(tmp_path):
    folder = tmp_path / "50% done"
    folder.mkdir()
    Archive(folder / "archive.db").close()
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    assert config.get_main_option("script_location") == str(folder)
