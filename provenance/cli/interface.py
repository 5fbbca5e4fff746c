"""`tui` and `demo`: the terminal interface over the user's database, or over one with the reports that come with the program."""

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from provenance import settings
from provenance.cli.chosen import Chosen, chosen
from provenance.cli.claims import print_claims
from provenance.cli.intake import exit_code, progress_shown, stop_by_hand, tell_outcome
from provenance.cli.terminal import tell
from provenance.errors import ProvenanceError

if TYPE_CHECKING:
    from provenance.model.queue import ClaimQuery


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(tui)
    app.command()(demo)
    app.command()(version)


def tui(context: typer.Context) -> None:
    """Open the terminal interface. The queue of claims above, the evidence below, one key per verdict."""
    raise typer.Exit(_open(chosen(context)))


def demo(
    context: typer.Context,
    table: Annotated[bool, typer.Option("--table", help="Print the claims and do not open the interface.")] = False,
) -> None:
    """Show the reports that come with the program. They go into a database of their own; in a pipe, their claims are printed."""
    own = chosen(context)
    if own.db is None:
        settings.data_folder().mkdir(parents=True, exist_ok=True)
        own = own._replace(db=str(settings.data_folder() / "demo.db"))
    tell(f"Reading the reports that come with the program into {own.db}")
    with own.desk(may_make=True) as desk, stop_by_hand() as stopped, progress_shown() as progress:
        report = desk.load_seeds(progress=progress, stop=stopped)
        tell_outcome(report, with_notes=False)
        interactive = sys.stdout.isatty() and sys.stdin.isatty() and not table
        entries = [] if interactive else desk.claims(_everything(), 0, 10_000)
    if entries:
        print_claims(entries)
    if exit_code(report):
        raise typer.Exit(exit_code(report))
    if interactive:
        raise typer.Exit(_open(own))


def version() -> None:
    """Print the version of the program."""
    from provenance import __version__

    print(__version__)


def _everything() -> "ClaimQuery":
    from provenance.model.queue import ClaimQuery

    return ClaimQuery()


def _open(own: Chosen) -> int:
    """Run the interface as a process of its own, so that this package never imports it; returns its exit code."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ProvenanceError(
            "The terminal interface needs a terminal for its keys and its screen.",
            means="Nothing was opened.",
            do="List the claims with: provenance claims",
        )
    environment = dict(os.environ)
    given = {settings.DB_VARIABLE: own.db, settings.REVIEWER_VARIABLE: own.reviewer, settings.METHOD_VARIABLE: own.method}
    environment.update({variable: str(value) for variable, value in given.items() if value is not None})
    # -P keeps a folder named tui in the current directory from being taken for the interface.
    return subprocess.run([sys.executable, "-P", "-m", "tui"], env=environment, check=False).returncode
