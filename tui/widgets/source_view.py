"""What is known of a source: its letter and what that rests on, its record, whom it relies on, who repeats it, what people decided."""

from collections.abc import Sequence

from textual.content import Content

from provenance.model.queue import Partner, SourceCard
from provenance.model.review import Action, JournalEntry
from tui.look import Signs
from tui.outside import one_line, outside
from tui.widgets.pane import hanging

SHOWN = 8
"""Neighbours and letters that are each shown; the rest is counted."""
BAR = 20
"""Cells of the bar that draws a share."""


def source_view(card: SourceCard, width: int, signs: Signs) -> Content:
    """The whole card."""
    parts = [_head(card, width, signs), _record(card, width, signs), _neighbours(card, width, signs), _letters(card.letters, width, signs)]
    lines: list[Content] = []
    for part in filter(None, parts):
        lines += [Content(""), *part] if lines else part
    return Content("\n").join(lines)


def _head(card: SourceCard, width: int, signs: Signs) -> list[Content]:
    source = card.summary
    owner = f", owned by {one_line(source.owner)}" if source.owner else ""
    stale = ", stale" if source.stale else ""
    return [
        *hanging(Content.assemble((outside(one_line(source.name), signs), "bold"), outside(f"  {one_line(source.key)}", signs)), 0, width),
        *hanging(outside(f"{source.kind.replace('_', ' ')}{owner}", signs), 0, width),
        *hanging(Content.assemble((f"{source.letter}{stale}", "bold"), outside(f"  {one_line(source.letter_basis)}", signs)), 0, width),
    ]


def _record(card: SourceCard, width: int, signs: Signs) -> list[Content]:
    """Counts, and the share of its claims that holds, with its interval drawn."""
    source, record = card.summary, card.record
    decided = record.supported + record.refuted
    dot = f" {signs.dot} "
    lines = hanging(dot.join((f"{record.supported} supported", f"{record.refuted} refuted", f"{source.open} open")), 0, width)
    first, last = round(card.low * (BAR - 1)), round(card.high * (BAR - 1))
    bar = "".join(signs.bar_full if first <= at <= last else signs.bar_empty for at in range(BAR))
    lines += hanging(f"share that holds {card.share:.2f} ({card.low:.2f}{signs.dash}{card.high:.2f})  {bar}", 0, width)
    rests = "after its decided claims" if decided else "as expected of its kind, no verdict yet"
    lines += hanging(Content.assemble((f"with probability {card.level:g}, {rests}", "$muted")), 0, width)
    if source.published:
        claims = "claim" if source.published == 1 else "claims"
        lines += hanging(f"{source.published:,} {claims} published, {source.echoes / source.published:.0%} of them echoes", 0, width)
    return lines


def _neighbours(card: SourceCard, width: int, signs: Signs) -> list[Content]:
    return [
        *_partners("relies on", card.relies_on, width, signs),
        *_partners("repeated by", card.repeated_by, width, signs),
    ]


def _partners(heading: str, partners: Sequence[Partner], width: int, signs: Signs) -> list[Content]:
    if not partners:
        return []
    told = [f"{one_line(partner.name)} ({partner.claims:,})" for partner in partners[:SHOWN]]
    rest = [f"and {len(partners) - SHOWN} more"] if len(partners) > SHOWN else []
    return hanging(Content.assemble((f"{heading}  ", "$muted"), outside(", ".join([*told, *rest]), signs)), 0, width)


def _letters(entries: Sequence[JournalEntry], width: int, signs: Signs) -> list[Content]:
    """The letters that people gave, the last ones; what was taken back is marked so."""
    undone: set[int | None] = set()
    for entry in entries:
        (undone.add if entry.action is Action.UNDO else undone.discard)(entry.undoes)
    given = [entry for entry in entries if entry.letter is not None]
    lines: list[Content] = [Content.assemble((f"{len(given) - SHOWN} earlier letters", "$muted"))] if len(given) > SHOWN else []
    for entry in given[-SHOWN:]:
        back = " (taken back)" if entry.id in undone else ""
        told = f"{entry.at.day} {entry.at:%b %Y} {one_line(entry.reviewer)}: {entry.letter}{back}: {one_line(entry.note or '')}"
        lines += hanging(Content.assemble((outside(told, signs), "$muted" if back else "")), 0, width)
    return lines
