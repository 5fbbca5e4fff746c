"""What is known of a group: what stands against it, wording beside wording, who is behind it, and what people decided about it."""

from collections.abc import Sequence

from textual.content import Content

from provenance.model.chain import Severity, Standing
from provenance.model.queue import Against, GroupCard, QueueEntry
from provenance.model.review import JournalEntry
from tui.days import publication, told_words
from tui.look import ACTION_WORDS, Signs, standing_style
from tui.outside import one_line, outside
from tui.widgets.pane import hanging
from tui.widgets.wordings import side_by_side, wordings

SHOWN = 6
"""Conflicts, collapses and decisions that are each shown; the rest is counted."""


def group_view(card: GroupCard, width: int, signs: Signs, beside: QueueEntry | None = None) -> Content:
    """The whole card; under a claim of the group that is looked at `beside` the one that stands for it, where there is one."""
    parts = [_compared(card.entry.first, beside, width, signs)] if beside is not None else []
    parts += [_opposed(against, width, signs) for against in card.against[:SHOWN]]
    if len(card.against) > SHOWN:
        parts.append([_muted(f"and {len(card.against) - SHOWN} more groups against it", signs)])
    if not card.against and beside is None:
        parts.append([_who(card.entry.first, signs), *hanging(outside(one_line(card.entry.first.text), signs), 0, width)])
    parts += [_behind(card, width, signs), _collapsed(card, width, signs), _decided(card.decisions, width, signs)]
    lines: list[Content] = []
    for part in filter(None, parts):
        lines += [Content(""), *part] if lines else part
    return Content("\n").join(lines)


def _opposed(against: Against, width: int, signs: Signs) -> list[Content]:
    """Two wordings that contradict each other, and in what."""
    conflict = against.conflict
    head = f"{conflict.kind.value.replace('_', ' ')}, {conflict.severity.value}"
    style = "$muted" if conflict.severity is Severity.INFO else standing_style(Standing.CONTESTED)
    sign = signs.contested if conflict.severity in (Severity.HIGH, Severity.MEDIUM) else "?"
    lines = hanging(Content.assemble((f"{sign} {head}", style), (f"  {outside(conflict.reason, signs)}", "$muted")), 0, width)
    if conflict.reconcile:
        lines += hanging(_muted(f"both could be true: {conflict.reconcile}", signs), 2, width)
    lines += side_by_side(_who(against.ours, signs, "this group: "), _who(against.theirs, signs), width, signs)
    return lines + wordings(against.ours.text, against.theirs.text, width, signs)


def _compared(first: QueueEntry, other: QueueEntry, width: int, signs: Signs) -> list[Content]:
    """Two wordings of one group."""
    lines = side_by_side(_who(first, signs, "stands for the group: "), _who(other, signs), width, signs)
    return lines + wordings(first.text, other.text, width, signs)


def _who(entry: QueueEntry, signs: Signs, before: str = "") -> Content:
    """Who published a claim, and when."""
    outlet = outside(one_line(entry.outlet_name), signs)
    return Content.assemble((f"{before}{outlet}, ", "bold"), outside(publication(entry.published), signs))


def _behind(card: GroupCard, width: int, signs: Signs) -> list[Content]:
    group, entry = card.group, card.entry
    names = ", ".join(outside(one_line(origin.name), signs) for origin in group.origins)
    origins = f"{_counted(len(group.origins), 'independent origin')}: {names}" if group.origins else "no origin is shown"
    lines = hanging(Content.assemble((origins, "bold")), 0, width)
    size = [_counted(len(group.claims), "claim"), _counted(entry.first.group_articles, "article"), _counted(len(group.outlets), "outlet")]
    lines += hanging(f" {signs.dot} ".join(size), 0, width)
    if entry.told:
        lines += hanging(outside(told_words(entry.told, signs), signs), 0, width)
    if group.parties_only:
        lines.append(Content("only parties to the event say so"))
    if group.adversaries_agree:
        lines.append(Content("opposing parties say the same"))
    return lines


def _collapsed(card: GroupCard, width: int, signs: Signs) -> list[Content]:
    """Why claims were counted as one origin; the trail of each claim holds the key that rejects it."""
    reasons = list(dict.fromkeys(collapse.reason for collapse in card.group.collapsed))
    lines: list[Content] = []
    for reason in reasons[:SHOWN]:
        lines += hanging(_muted(f"counted once: {reason}", signs), 0, width)
    if len(reasons) > SHOWN:
        lines.append(_muted(f"and {len(reasons) - SHOWN} more reasons; the trail of each claim shows its own", signs))
    return lines


def _decided(decisions: Sequence[JournalEntry], width: int, signs: Signs) -> list[Content]:
    """Merges, splits and rejected collapses in force, the last ones."""
    lines: list[Content] = []
    if len(decisions) > SHOWN:
        lines.append(_muted(f"{len(decisions) - SHOWN} earlier decisions", signs))
    for entry in decisions[-SHOWN:]:
        head = f"{entry.at.day} {entry.at:%b %Y} {one_line(entry.reviewer)}: {ACTION_WORDS[entry.action]}"
        told = f"{head}: {one_line(entry.note)}" if entry.note else head
        lines += hanging(outside(told, signs), 0, width)
    return lines


def group_summary(card: GroupCard, signs: Signs) -> str:
    """The frame's count."""
    return f" {signs.dot} ".join((_counted(len(card.group.origins), "origin"), f"{len(card.against)} against"))


def _muted(words: str, signs: Signs) -> Content:
    return Content.assemble((outside(one_line(words), signs), "$muted"))


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
