"""`review`, `attribute`, `undo` and `redo`: what a person decides, kept with their name, and taken back without a trace lost."""

from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.chosen import desk_of
from provenance.cli.filters import TYPES, VERDICTS
from provenance.cli.show import ClaimId, entry_in_words
from provenance.cli.terminal import say, tell
from provenance.cli.words import one_of

if TYPE_CHECKING:
    from provenance.model.claim import Claim
    from provenance.model.text import Span

Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="Your reason, for those who read it later.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(review)
    app.command()(attribute)
    app.command()(undo)
    app.command()(redo)


def review(
    context: typer.Context,
    claim: ClaimId,
    verdict: Annotated[str | None, typer.Option("--verdict", metavar="VERDICT", help=f"What you found: {VERDICTS}.")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A note; with a verdict, its reason.")] = None,
    evidence: Annotated[
        list[str] | None, typer.Option("--evidence", metavar="URL", help="The address of what the verdict rests on. Repeatable.")
    ] = None,
    echoes: Annotated[bool, typer.Option("--echoes", help="Also for every claim of its group that goes back to the same origin.")] = False,
) -> None:
    """Judge a claim, or write a note on it."""
    from provenance.model.review import Verdict

    if verdict is None and note is None:
        raise typer.BadParameter("Give --verdict, --note or both.")
    if verdict is None and (evidence or echoes):
        raise typer.BadParameter("--evidence and --echoes belong to a --verdict.")
    found = one_of(Verdict, verdict, "--verdict") if verdict else None
    with desk_of(context) as desk:
        id_ = desk.resolve(claim)
        entry = desk.judge(id_, found, echoes=echoes, note=note, evidence=tuple(evidence or ())) if found else desk.note(id_, note or "")
    say(f"Kept as {entry.reviewer}: {entry_in_words(entry)}. `provenance undo` takes it back.")


def attribute(
    context: typer.Context,
    claim: ClaimId,
    sourcing_type: Annotated[str | None, typer.Option("--type", metavar="TYPE", help=f"The sourcing type it should have: {TYPES}.")] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="WORDS", help="The words in the claim that name the source, exactly; empty for nobody."),
    ] = None,
    origin: Annotated[str | None, typer.Option("--origin", metavar="NAME", help="Who says it in the end: a name.")] = None,
    why: Why = None,
) -> None:
    """Set right who says a claim. What you leave out stays as the machine read it."""
    from provenance.model.review import AttributionCorrection
    from provenance.model.source import SourcingType

    if sourcing_type is None and source is None and origin is None:
        raise typer.BadParameter("Give at least one of --type, --source and --origin.")
    right_type = one_of(SourcingType, sourcing_type, "--type") if sourcing_type else None
    with desk_of(context) as desk:
        id_ = desk.resolve(claim)
        spans = None if source is None else place_of(desk.card(id_).claim, source)
        correction = AttributionCorrection(sourcing_type=right_type, source=spans, origin_name=origin)
        entry = desk.correct_attribution(id_, correction, why)
    say(f"Kept as {entry.reviewer}. `provenance undo` takes it back.")


def place_of(claim: "Claim", words: str) -> tuple["Span", ...]:
    """Where these words stand in the claim, as a place in its article; no place for no words. Raises typer.BadParameter."""
    from provenance.model.text import Span

    if not words.strip():
        return ()
    times = claim.text.count(words)
    if times != 1:
        often = "do not stand in the claim" if not times else f"stand in the claim {times} times; give more of them"
        raise typer.BadParameter(f"The words “{words}” {often}.", param_hint="--source")
    start = claim.span.start + claim.text.index(words)
    return (Span(start, start + len(words)),)


def undo(context: typer.Context) -> None:
    """Take back your last decision. It stays in the journal, as taken back."""
    with desk_of(context) as desk:
        entry = desk.undo()
    if entry is None:
        tell("There is nothing of yours to undo.")
    else:
        say(f"Taken back: {entry_in_words(entry)}. `provenance redo` brings it back.")


def redo(context: typer.Context) -> None:
    """Bring back what you last took back."""
    with desk_of(context) as desk:
        entry = desk.redo()
    if entry is None:
        tell("There is nothing to bring back.")
    else:
        say(f"Brought back: {entry_in_words(entry)}.")
