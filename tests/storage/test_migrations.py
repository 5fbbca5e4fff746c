"""A database is brought to the present form when it is opened, and one from the future is left alone."""

import threading
from importlib import resources

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import column, inspect, table, text, update

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


def without_what_came_later(connection):
    """Take away what the first version did not have."""
    for later in ("score", "weighing", "claim_source", "letter_in_force"):
        connection.execute(text(f"DROP TABLE {later}"))
    connection.execute(text("DROP INDEX ix_journal_source"))
    connection.execute(text("ALTER TABLE journal DROP COLUMN source"))


def test_scores_of_an_older_version_are_known_to_be_given_anew(database, make):
    """The first tables with a claim and its score, as the first version left them, brought to the present form."""
    with Archive(database) as archive:
        read = make.take_in(archive, make.reading())
        with archive.writing() as connection:
            without_what_came_later(connection)
            connection.execute(text("CREATE TABLE score (claim BIGINT PRIMARY KEY REFERENCES claim (number) ON DELETE CASCADE, body TEXT)"))
            connection.execute(text("INSERT INTO score SELECT number, '{}' FROM claim"))
            connection.execute(update(table(migrations.VERSION_TABLE, column("version_num"))).values(version_num="0001"))
    with Archive(database) as archive:
        assert archive.methods_of_scores() == {("", "")}
        assert archive.claims_of(read.article.id) == read.claims
        archive.save_scores({claim.id: make.scored(0.4) for claim in read.claims})
        archive.forget_unused_weighings()
        assert archive.methods_of_scores() == {("", "test")}
    with Archive(database) as archive:
        assert archive.score(read.claims[0].id).low == 0.4


def test_an_older_database_without_scores_asks_for_none(database, make):
    with Archive(database) as archive, archive.writing() as connection:
        without_what_came_later(connection)
        connection.execute(text("CREATE TABLE score (claim BIGINT PRIMARY KEY, body TEXT)"))
        connection.execute(update(table(migrations.VERSION_TABLE, column("version_num"))).values(version_num="0001"))
    with Archive(database) as archive:
        assert archive.methods_of_scores() == frozenset()
