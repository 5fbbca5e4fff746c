"""What stands before the command: which database, which reviewer, which method; and the desk that they open."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

if TYPE_CHECKING:
    from provenance.desk import Desk


class Chosen(NamedTuple):
    """The options before the command; None leaves the choice to the environment and its defaults."""

    db: str | None = None
    reviewer: str | None = None
    method: Path | None = None

    def desk(self, *, may_make: bool = False) -> "Desk":
        """The fact-checker's desk, opened; imported here, for it brings the database with it and `--help` has to be quick.

        Only what takes articles in may make a database: a slip in its name shall not look like an empty archive.
        """
        from provenance.desk import Desk

        return Desk.open(self.db, reviewer=self.reviewer, method=self.method, may_make=may_make)


def chosen(context: typer.Context) -> Chosen:
    """The options that were given before the command."""
    return context.obj if isinstance(context.obj, Chosen) else Chosen()


def desk_of(context: typer.Context, *, may_make: bool = False) -> "Desk":
    """The desk for this command; to be used as a context manager."""
    return chosen(context).desk(may_make=may_make)
