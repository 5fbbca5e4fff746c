"""`sources show` and `sources grade`: one source with everything that is known of it, and the letter that a newsroom gives it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.chosen import desk_of
from provenance.cli.claims import SHORT, published_by
from provenance.cli.show import entry_in_words
from provenance.cli.terminal import counted, say
from provenance.cli.words import in_words

if TYPE_CHECKING:
    from provenance.model.queue import Partner, QueueEntry, SourceCard

_LISTED = 10
Key = Annotated[str, typer.Argument(metavar="KEY", help="The source's key, or a name that only it has.", show_default=False)]


def show(context: typer.Context, key: Key) -> None:
    """Show one source: its letter, its record, its claims. With whom it relies on and who repeats it."""
    from provenance.model.queue import ClaimQuery

    with desk_of(context) as desk:
        card = desk.source(key)
        claims = desk.claims(ClaimQuery(source=card.summary.key), 0, _LISTED)
    for line in _lines(card, claims):
        say(line)


def grade(
    context: typer.Context,
    key: Key,
    letter: Annotated[
        str,
        typer.Argument(metavar="LETTER", help="A (completely reliable) to E (unreliable); F withdraws the letter.", show_default=False),
    ],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="What the letter rests on, for those who read it later.")],
) -> None:
    """Give a source a letter of the Admiralty code. It is dated, and marked as stale when it is older than the method says."""
    with desk_of(context) as desk:
        entry = desk.grade_source(key, letter, why)
        card = desk.source(entry.source or key)
    say(f"Kept as {entry.reviewer}: {entry_in_words(entry)}. `provenance undo` takes it back.")
    say(f"{card.summary.name} is {card.summary.letter}: {card.summary.letter_basis}")


def _lines(card: "SourceCard", claims: "list[QueueEntry]") -> Iterator[str]:
    source = card.summary
    yield f"{source.name}  ({source.key})"
    yield f"  {in_words(source.kind)}" + (f", owned by {source.owner}" if source.owner else "")
    yield ""
    yield f"Letter {source.letter}" + (", stale" if source.stale else "") + f": {source.letter_basis}"
    yield from _record(card)
    if source.published:
        share = f"{source.echoes} ({source.echoes / source.published:.0%})"
        yield f"Echoes among the {counted(source.published, 'claim')} that it published: {share}"
    yield from _partners("Relies on", card.relies_on)
    yield from _partners("Repeated by", card.repeated_by)
    if card.letters:
        yield ""
        yield "What people decided"
        yield from (f"  {entry.at:%Y-%m-%d %H:%M}  {entry.reviewer}: {entry_in_words(entry)}" for entry in card.letters)
    if claims:
        yield ""
        more = f", the weakest {_LISTED} of {source.claims}" if source.claims > len(claims) else ""
        yield f"Claims that it published or is the origin of{more}"
        yield from (f"  {e.claim[:SHORT]}  {e.grade}  {published_by(e)}: {e.text}" for e in claims)


def _record(card: "SourceCard") -> Iterator[str]:
    record, source = card.record, card.summary
    yield f"Record: {record.supported} supported, {record.refuted} refuted, {source.open} open"
    decided = record.supported + record.refuted
    if decided:
        rests = f"{counted(decided, 'decided claim')} and what is expected of its kind"
    else:
        rests = "no verdict yet: only what is expected of its kind"
    yield f"  share that holds: {card.share:.2f} ({card.low:.2f}–{card.high:.2f} with probability {card.level:g}); {rests}"


def _partners(heading: str, partners: "Iterable[Partner]") -> Iterator[str]:
    told = [f"{partner.name} ({partner.claims})" for partner in partners]
    if told:
        yield f"{heading}: {', '.join(told)}"
