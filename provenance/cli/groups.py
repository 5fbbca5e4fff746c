"""`groups`: which claims say the same, and who was first."""

from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.chosen import desk_of
from provenance.cli.claims import SHORT, published_by
from provenance.cli.filters import Standings
from provenance.cli.terminal import counted, say, tell
from provenance.cli.words import all_of, in_words, short_days

if TYPE_CHECKING:
    from provenance.model.chain import ClaimGroup


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(groups)


def groups(
    context: typer.Context,
    standing: Standings = None,
    limit: Annotated[int, typer.Option("--limit", metavar="NUMBER", min=1, help="How many groups at most.")] = 20,
) -> None:
    """List claims that say the same, with their origins. Each group with support, conflict, days and every wording."""
    from provenance.model.chain import Standing

    with desk_of(context) as desk:
        found = desk.groups(0, limit, all_of(Standing, standing, "--standing"))
    if not found:
        tell("No group matches.")
    for group, entries in found:
        conflict = f", {in_words(group.conflict.value)}" if group.conflict.value != "none" else ""
        size = f"{counted(len(group.claims), 'claim')}, {counted(len(group.outlets), 'outlet')}"
        origins = ", ".join(origin.name for origin in group.origins) or "no origin shown"
        say(f"{group.id[:SHORT]}  {in_words(group.support.value)}{conflict}  {size}; origins: {origins}; {_days(group)}")
        for entry in entries:
            say(f"    {entry.claim[:SHORT]}  {entry.grade}  {published_by(entry)}: {entry.text}")


def _days(group: "ClaimGroup") -> str:
    """From when to when a group was told: two dots stand between the first and last day that are possible."""
    told = group.told
    if told is None or told.first is None or told.last is None:
        return "told on unknown days"
    first, last = (short_days(bounds.earliest, bounds.latest) for bounds in (told.first, told.last))
    days = f"told {first}" if first == last else f"told first {first}, last {last}"
    return f"{days} and on unknown days" if told.undated else days
