"""The command line: each command reads its arguments, asks the desk once, and prints the answer."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from provenance import __version__
from provenance.cli import (
    analyze,
    articles,
    calibration,
    claims,
    debt,
    export,
    groups,
    intake,
    interface,
    method,
    regroup,
    review,
    show,
    sources,
)
from provenance.cli.chosen import Chosen
from provenance.cli.failures import FAILED, INTERRUPTED, report
from provenance.cli.terminal import forgiving_output, tell

app = typer.Typer(
    name="provenance",
    help="Who says it, through whom, and does anybody independent agree? Takes in articles and shows every claim with where it comes from.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for theme in (intake, claims, show, sources, groups, review, regroup, articles, debt, calibration, method, analyze, export, interface):
    theme.add_to(app)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(__version__)
        raise typer.Exit


@app.callback()
def before_the_command(
    context: typer.Context,
    db: Annotated[
        str | None,
        typer.Option(
            "--db",
            metavar="DATABASE",
            help="The database: a file or a SQLAlchemy URL. Default: PROVENANCE_DB, else a file of your own.",
            show_default=False,
        ),
    ] = None,
    reviewer: Annotated[
        str | None,
        typer.Option(
            "--reviewer",
            metavar="NAME",
            help="Your name beside your verdicts. Default: PROVENANCE_REVIEWER, else who is logged in.",
            show_default=False,
        ),
    ] = None,
    method_file: Annotated[
        Path | None,
        typer.Option(
            "--method",
            metavar="FILE",
            help="Your newsroom's own weights and thresholds. Default: PROVENANCE_METHOD, else the published ones.",
            show_default=False,
        ),
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.", callback=_print_version, is_eager=True)] = False,
) -> None:
    """Keep the options that stand before the command."""
    context.obj = Chosen(db=db, reviewer=reviewer, method=method_file)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code: 0 done, 1 not or not all done, 2 asked for wrongly, 130 stopped by hand."""
    forgiving_output()
    try:
        app(args=list(arguments) if arguments is not None else None, prog_name="provenance")
    except KeyboardInterrupt:
        tell("provenance: Stopped. What was done so far is kept.")
        sys.exit(INTERRUPTED)
    except Exception as error:
        report(error)
        sys.exit(FAILED)
