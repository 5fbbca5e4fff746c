"""The database behind an archive: where it is, how it is opened, and one writer at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError, TimeoutError

from provenance.errors import ArchiveError
from provenance.storage.refusals import driver_missing, in_words, refuse_place

PATIENCE_SECONDS = 8
"""How long a writer waits for another one before it says that the database is in use."""

WRITER_LOCK = 0x70726F76
"""The advisory lock that every writer of a PostgreSQL archive holds: one writer at a time, as in SQLite."""


def address(where: str | Path) -> URL:
    """The database that a SQLAlchemy URL or a file path names.

    Raises:
        ArchiveError: the address cannot be read, or names a kind of database that is not supported.

    """
    words = str(where)
    if "://" not in words:
        return URL.create("sqlite", database=str(Path(words).expanduser().resolve()))
    try:
        url = make_url("postgresql://" + words.removeprefix("postgres://") if words.startswith("postgres://") else words)
    except (ArgumentError, ValueError):
        # The text of these errors repeats the address, password and all.
        raise _unreadable_address() from None
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    kind = url.get_backend_name()
    if kind not in ("sqlite", "postgresql"):
        raise ArchiveError(
            f"A {kind} database cannot hold an archive.",
            means="Nothing was opened or changed.",
            do="Give a file for SQLite, or an address that begins with postgresql://.",
        )
    if kind == "sqlite":
        if not url.database or url.database == ":memory:":
            raise ArchiveError(
                "A database in memory cannot hold an archive.",
                means="Decisions in it would be lost at the end, and several threads could not see them.",
                do="Give the path of a file.",
            )
        if not url.database.startswith("file:"):
            url = url.set(database=str(Path(url.database).expanduser().resolve()))
    return url


def _unreadable_address() -> ArchiveError:
    return ArchiveError(
        "The address of the database cannot be read.",
        means="Nothing was opened or changed.",
        do="Give the path of a file, or an address such as postgresql://user@host:5432/name; "
        "special characters in a password are written as %40 for @ and %2F for /.",
    )


def label(url: URL) -> str:
    """A short name to show: the file's name, or host and database; never a password."""
    if url.get_backend_name() == "sqlite":
        return Path(url.database or "").name
    return f"{url.host or 'local'}/{url.database or ''}"


def open_engine(url: URL, *, make_folder: bool = False) -> Engine:
    """An engine whose every connection keeps the archive's rules; connects to nothing yet.

    Raises:
        ArchiveError: the folder does not exist or cannot be written, or the driver is not installed.

    """
    sqlite = url.get_backend_name() == "sqlite"
    if sqlite:
        refuse_place(Path(url.database or ""), make_folder=make_folder)
    try:
        engine = create_engine(url, hide_parameters=True, **_arguments(sqlite))
    except ImportError as error:
        raise driver_missing(url, error) from None
    except (SQLAlchemyError, ValueError, TypeError):
        raise _unreadable_address() from None
    event.listen(engine, "connect", _prepare_sqlite if sqlite else _prepare_postgresql)
    event.listen(engine, "begin", _begin_sqlite if sqlite else _begin_postgresql)
    return engine


def _arguments(sqlite: bool) -> dict[str, Any]:
    if sqlite:
        return {"connect_args": {"timeout": PATIENCE_SECONDS}}
    return {"connect_args": {"connect_timeout": PATIENCE_SECONDS}, "pool_pre_ping": True}


def _prepare_sqlite(raw: Any, _record: Any) -> None:
    """Set what SQLite keeps per connection. Transactions are begun by `_begin_sqlite`, not by the driver."""
    raw.isolation_level = None
    cursor = raw.cursor()
    for pragma in (
        f"busy_timeout = {PATIENCE_SECONDS * 1000}",
        "foreign_keys = ON",
        "recursive_triggers = ON",  # so that INSERT OR REPLACE, too, meets the journal's triggers
        "synchronous = NORMAL",
        "temp_store = MEMORY",
        "cache_size = -65536",  # 64 MB
    ):
        cursor.execute(f"PRAGMA {pragma}")
    if cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        cursor.execute("PRAGMA journal_mode = WAL")
    cursor.close()


def _prepare_postgresql(raw: Any, _record: Any) -> None:
    with raw.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = '{PATIENCE_SECONDS}s'")
        cursor.execute("SET client_min_messages = warning")
    raw.commit()


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock at once: a lock that is taken half-way fails without waiting."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if _writes(connection):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("writes"))


def remember_sizes(engine: Engine) -> None:
    """Let SQLite note how many rows its indexes hold, where that has changed much, so that it chooses well among them.

    Only an advice for later: never waited for, and no error when it cannot be given.
    """
    if engine.dialect.name != "sqlite" or not engine.pool.checkedin():  # type: ignore[attr-defined]
        return
    raw = engine.raw_connection()
    try:
        for pragma in ("busy_timeout = 0", "analysis_limit = 400", "optimize"):
            raw.cursor().execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        pass
    finally:
        raw.close()


@contextmanager
def connection(engine: Engine, *, writes: bool) -> Iterator[Connection]:
    """A connection with one transaction, committed at the end, rolled back on any error.

    Raises:
        ArchiveError: the database refuses; says what happened, what it means, and what to do.

    """
    try:
        with engine.connect().execution_options(writes=writes) as conn, conn.begin():
            yield conn
    except (DBAPIError, TimeoutError) as error:
        raise in_words(error, engine.url) from error
