"""A database that is open: who may read, who may write, and what is stored together or not at all."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from provenance.storage import engine, migrations
from provenance.storage.pen import Pen


class Database:
    """A database, opened. May be used from several threads at once: each call takes a connection of its own.

    One writer writes at a time, in SQLite and PostgreSQL alike; another one waits for some seconds.
    """

    def __init__(self, url_or_path: str | Path, *, make_folder: bool = False) -> None:
        """Open a database, make it where none is, and bring an older one to the present form.

        `url_or_path` is a file for SQLite, or a SQLAlchemy URL; `make_folder` makes the file's folder, too.

        Raises:
            ArchiveError: it cannot be opened or written, or is not ours; says what happened, what it means, what to do.

        """
        url = engine.address(url_or_path)
        self.label = engine.label(url)
        """A short name to show: the file's name, or host and database; never a password."""
        self._engine = engine.open_engine(url, make_folder=make_folder)
        self._here = threading.local()
        self._pen = Pen()
        try:
            with self.reading() as connection:
                present = migrations.revision(connection) == migrations.PRESENT
            if not present:
                with self.writing() as connection:
                    migrations.upgrade(connection, self.label)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the database."""
        engine.remember_sizes(self._engine)
        self._engine.dispose()

    def __enter__(self) -> Self:
        """Use as a context manager, to close at the end."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close, whatever happened."""
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything that this thread does with the archive inside is stored together, or, on an error, not at all."""
        with self.writing():
            yield

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that holds the writer's lock: the one of an open transaction of this thread, or a new one."""
        current: Connection | None = getattr(self._here, "connection", None)
        if current is not None:
            yield current
            return
        with self._pen.held(), engine.connection(self._engine, writes=True) as connection:
            self._here.connection = connection
            try:
                yield connection
            finally:
                self._here.connection = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read on; inside a transaction of this thread, it sees what was written there."""
        current: Connection | None = getattr(self._here, "connection", None)
        if current is not None:
            yield current
            return
        with engine.connection(self._engine, writes=False) as connection:
            yield connection
