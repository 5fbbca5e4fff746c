"""`intake`: articles go into the database, each whole or not at all."""

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.chosen import desk_of
from provenance.cli.failures import FAILED, INTERRUPTED
from provenance.cli.terminal import counted, on_one_line, say, tell
from provenance.cli.words import day

if TYPE_CHECKING:
    from provenance.model.queue import IntakeReport

Progress = Callable[[int, int, str], None]
_INPUTS_A_LINE = 50
_SECONDS_A_LINE = 10
Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT", help="Files (.txt, .md, .jsonl), folders of them, or - for standard input.", show_default=False),
]
InputFormat = Annotated[
    str | None,
    typer.Option("--input-format", metavar="FORMAT", help="Read every input as text, markdown or jsonl, whatever its name ends in."),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(intake)


def intake(
    context: typer.Context,
    inputs: Inputs,
    outlet: Annotated[
        str | None,
        typer.Option("--outlet", metavar="OUTLET", help="Who published these articles, where you know: registry key, name or domain."),
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DAY", help="The day they were published, where you know: 2023-05-20.")
    ] = None,
    input_format: InputFormat = None,
) -> None:
    """Take in articles. The same article twice changes nothing; a file that cannot be read is named, and the others go in."""
    if outlet is not None and not outlet.strip():
        raise typer.BadParameter("Give the registry key, name or domain of an outlet.", param_hint="--outlet")
    published_on = day(published, "--published") if published is not None else None
    known_format = checked_format(input_format)
    with desk_of(context, may_make=True) as desk, stop_by_hand() as stopped, progress_shown() as progress:
        report = desk.intake(inputs, outlet=outlet, published=published_on, input_format=known_format, progress=progress, stop=stopped)
    tell_outcome(report)
    raise typer.Exit(exit_code(report))


def checked_format(name: str | None) -> str | None:
    """The name of an importer, or None. Raises typer.BadParameter."""
    from provenance.importers import IMPORTERS

    if name is not None and name not in IMPORTERS:
        raise typer.BadParameter(f"“{name}” is not one of {', '.join(IMPORTERS)}.", param_hint="--input-format")
    return name


def tell_outcome(report: "IntakeReport", *, with_notes: bool = True) -> None:
    """Print what became of the inputs: refusals and notes on standard error, the count on standard output."""
    from provenance.model.queue import IntakeOutcome

    for item in report.items:
        if item.outcome is IntakeOutcome.REFUSED:
            tell(f"refused  {on_one_line(item.ref)}: {item.message}")
        for note in item.notes if with_notes else ():
            tell(f"note     {on_one_line(item.ref)}: {note}")
    for note in report.notes if with_notes else ():
        tell(f"note     {on_one_line(note)}")
    taken, known, refused = (report.count(outcome) for outcome in IntakeOutcome)
    claims = sum(item.claims for item in report.items if item.outcome is IntakeOutcome.TAKEN_IN)
    say(f"{counted(taken, 'article')} taken in with {counted(claims, 'claim')}, {known} already there, {refused} refused.")
    if report.stopped:
        tell("Stopped before the last input. What was taken in is kept; run the same command again for the rest.")


def exit_code(report: "IntakeReport") -> int:
    """0 where everything is in the database now, 1 where something was refused, 130 where it was stopped by hand."""
    from provenance.model.queue import IntakeOutcome

    if report.stopped:
        return INTERRUPTED
    return FAILED if report.count(IntakeOutcome.REFUSED) else 0


@contextmanager
def stop_by_hand() -> Iterator[Callable[[], bool]]:
    """Ctrl-C asks to stop after the article at hand; a second one stops at once."""
    asked = False

    def ask(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True
        tell("Stopping after this article; once more stops at once.")

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)


def lines_now_and_then(now: Callable[[], float] = time.monotonic) -> Progress:
    """Tells "150 of 400" at every fiftieth input, and where ten seconds went by since the last line; short work says nothing."""
    last_told, last_time = 0, now()

    def show(done: int, total: int, ref: str) -> None:
        nonlocal last_told, last_time
        fiftieth = done // _INPUTS_A_LINE > last_told // _INPUTS_A_LINE
        if done > last_told and (fiftieth or now() - last_time >= _SECONDS_A_LINE):
            tell(f"{done} of {total}")
            last_told, last_time = done, now()

    return show


@contextmanager
def progress_shown() -> Iterator[Progress]:
    """A bar on standard error where that is a terminal; else a line now and then, so that long work does not look stuck."""
    if not sys.stderr.isatty():
        yield lines_now_and_then()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.text import Text

    class Name(TextColumn):
        """The input at hand, as text and never as markup."""

        def render(self, task: object) -> Text:
            return Text(on_one_line(str(getattr(task, "description", "")))[:60])

    with Progress(BarColumn(), MofNCompleteColumn(), Name(""), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total, ref: bar.update(task, completed=done, total=total, description=ref)
