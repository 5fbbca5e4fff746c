"""What a database refuses is said in words: what happened, what it means, what to do; never with a password."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event, text

from provenance.errors import ArchiveError
from provenance.storage import Archive, engine


def refused(where: object) -> ArchiveError:
    with pytest.raises(ArchiveError) as caught:
        Archive(where)  # type: ignore[arg-type]
    error = caught.value
    assert error.what
    assert error.means
    assert error.do
    assert "Traceback" not in str(error)
    return error


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may write everywhere, so a test that is run by root becomes somebody else for a while."""
    if os.geteuid() == 0:
        os.seteuid(65534)
        try:
            yield
        finally:
            os.seteuid(0)
    else:
        yield


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter; pytest's own lie in one that is for their owner alone."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def test_a_database_keeps_the_rules_of_every_connection(tmp_path):
    with Archive(tmp_path / "archive.db") as archive, archive.reading() as connection:
        pragmas = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous", "foreign_keys")}
        patience = connection.execute(text("PRAGMA busy_timeout")).scalar()
    assert pragmas == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1}
    assert patience >= 3000


def test_a_path_and_a_url_name_the_same_file(tmp_path, make):
    with Archive(tmp_path / "archive.db") as archive:
        archive.save_article(*make.reading())
        assert archive.label == "archive.db"
    with Archive(f"sqlite:///{tmp_path}/archive.db") as archive:
        assert len(archive.all_article_ids()) == 1


def test_a_missing_folder_is_named_and_only_made_where_that_was_asked_for(tmp_path):
    error = refused(tmp_path / "missing" / "archive.db")
    assert "missing does not exist" in error.what
    assert not (tmp_path / "missing").exists()
    Archive(tmp_path / "missing" / "archive.db", make_folder=True).close()
    assert (tmp_path / "missing" / "archive.db").exists()


def test_a_folder_is_not_a_file(tmp_path):
    assert "is a folder" in refused(tmp_path).what


def test_a_text_is_not_a_database_and_stays_as_it_is(tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("IDLIB, Syria – The crossing reopened. " * 200)
    before = article.read_bytes()
    assert "is not a database" in refused(article).what
    assert article.read_bytes() == before


def test_another_program_s_database_is_left_as_it_is(tmp_path):
    other = tmp_path / "places.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE article (title)")
    connection.close()
    assert "another program" in refused(other).what
    tables = sqlite3.connect(other).execute("SELECT name FROM sqlite_master").fetchall()
    assert tables == [("article",)]


def test_another_program_s_table_of_our_name_in_postgresql_is_left_as_it_is(postgresql_server):
    postgresql_server.psql("CREATE DATABASE shared")
    uri = postgresql_server.get_uri("shared")
    other = engine.open_engine(engine.address(uri))
    with engine.connection(other, writes=True) as connection:
        connection.execute(text("CREATE TABLE claim (title text)"))
    assert "another program" in refused(uri).what


def test_a_locked_database_says_that_another_program_uses_it(tmp_path, monkeypatch, make):
    monkeypatch.setattr(engine, "PATIENCE_SECONDS", 0.2)
    with Archive(tmp_path / "archive.db") as archive:
        holder = sqlite3.connect(tmp_path / "archive.db", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        assert archive.all_article_ids() == ()  # a reader does not wait for a writer
        with pytest.raises(ArchiveError, match="in use by another program") as caught:
            archive.save_article(*make.reading())
        assert "not stored" in caught.value.means
        holder.execute("ROLLBACK")
        holder.close()
        assert archive.save_article(*make.reading())


def test_a_locked_postgresql_says_that_another_writer_uses_it(postgresql_server, monkeypatch, make):
    monkeypatch.setattr(engine, "PATIENCE_SECONDS", 1)
    postgresql_server.psql("CREATE DATABASE locked")
    with Archive(postgresql_server.get_uri("locked")) as one, Archive(postgresql_server.get_uri("locked")) as other:
        with one.transaction(), pytest.raises(ArchiveError, match="in use by another writer"):
            other.save_article(*make.reading())
        assert other.save_article(*make.reading())


def test_a_read_only_file_cannot_be_opened(open_folder):
    file = open_folder / "archive.db"
    Archive(file).close()
    file.chmod(0o444)
    with as_nobody():
        error = refused(file)
    assert "archive.db cannot be written" in error.what
    assert "copy the database" in error.do


def test_in_a_read_only_folder_no_database_can_be_made(open_folder):
    open_folder.chmod(0o555)
    with as_nobody():
        error = refused(open_folder / "archive.db")
    open_folder.chmod(0o755)
    assert "cannot be written" in error.what


def test_a_full_disk_is_said_and_loses_nothing_that_was_stored(tmp_path, make):
    with Archive(tmp_path / "archive.db") as archive:
        first = make.reading()
        archive.save_article(*first)
        pages = sqlite3.connect(tmp_path / "archive.db").execute("PRAGMA page_count").fetchone()[0]

        @event.listens_for(archive._engine, "begin")
        def no_more_room(connection):
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")

        with pytest.raises(ArchiveError, match="disk is full"):
            archive.save_article(*make.reading("sana", *(f"It rained {i} times." * 50 for i in range(200))))
        assert archive.all_article_ids() == (first.article.id,)


def test_a_damaged_database_is_called_damaged(tmp_path, make):
    file = tmp_path / "archive.db"
    with Archive(file) as archive:
        archive.save_article(*make.reading("sana", *(f"It rained {i} times." for i in range(300))))
    with file.open("r+b") as raw:
        raw.seek(4096)
        raw.write(b"\xff" * (file.stat().st_size - 4096))
    with pytest.raises(ArchiveError, match="is damaged"), Archive(file) as archive:
        archive.claims_of("x")


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://ada:s3cret@127.0.0.1:1/archive",
        "postgresql://ada:s3cret@127.0.0.1:port/archive",
        "postgres://ada:s3cret@no-such-host.invalid/archive",
        "postgresql://ada:s3cret@127.0.0.1:1/archive?nonsense=1",
        "postgresql+nodriver://ada:s3cret@127.0.0.1/archive",
        "mysql://ada:s3cret@127.0.0.1/archive",
        "nonsense://ada:s3cret@",
        "://s3cret",
    ],
)
def test_an_address_that_leads_nowhere_is_refused_without_showing_the_password(url, monkeypatch):
    monkeypatch.setattr(engine, "PATIENCE_SECONDS", 2)
    error = refused(url)
    assert "s3cret" not in f"{error} {error.detail} {error!r} {error.__cause__!r} {error.__context__!r}"


def test_a_server_that_does_not_answer_cannot_be_reached():
    assert "cannot be reached" in refused("postgresql://ada@127.0.0.1:1/archive").what


def test_a_missing_postgresql_database_says_how_to_make_it(postgresql_server):
    error = refused(postgresql_server.get_uri("nowhere"))
    assert "no such database" in error.what
    assert "createdb" in error.do


def test_a_missing_driver_says_what_to_install(monkeypatch):
    def no_driver(*_args, **_kwargs):
        raise ModuleNotFoundError("No module named 'psycopg'")

    monkeypatch.setattr(engine, "create_engine", no_driver)
    assert "pip install 'claim-provenance[postgresql]'" in refused("postgresql://ada@127.0.0.1/archive").do


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_an_archive_in_memory_is_refused(url):
    assert "in memory" in refused(url).what


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("/data/idlib.db", "idlib.db"),
        ("postgresql://ada:s3cret@db.example.org/desk", "db.example.org/desk"),
        ("postgresql:///desk", "local/desk"),
    ],
)
def test_a_label_shows_the_place_without_the_password(url, shown):
    assert engine.label(engine.address(url)) == shown
