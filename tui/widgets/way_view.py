"""Under the tree: echoes that are only suspected, what changed from report to report, and what would settle how the claim stands."""

from textual.content import Content

from provenance.model.chain import Standing
from provenance.model.changes import MOST_SHOWN, by_reports
from provenance.model.queue import ClaimCard
from tui.look import Signs, standing_style
from tui.outside import one_line, outside
from tui.widgets.pane import hanging


def suspected(card: ClaimCard, width: int, signs: Signs) -> list[Content]:
    """Each suspected echo with both texts, and the agencies that articles credit; all of it inferred."""
    lines: list[Content] = []
    texts = {member.claim: member for member in card.members}
    own = sorted(card.group.suspected_echoes, key=lambda echo: card.claim.id not in (echo.claim, echo.of))
    for echo in own[:MOST_SHOWN]:
        here, there = texts.get(echo.claim), texts.get(echo.of)
        told = f"{signs.echo} suspected echo, inferred: {here.outlet_name if here else echo.claim}"
        lines += [Content(""), *_head(told, Standing.ECHO, width, signs)]
        lines += _text(here.text if here else "", width, signs)
        lines += _because(echo.reason, width, signs)
        lines += _text(there.text if there else "", width, signs)
    if len(own) > MOST_SHOWN:
        lines += _text(f"and {len(own) - MOST_SHOWN} further suspected echoes", width, signs)
    for presumed in card.group.presumed:
        member = texts.get(presumed.claim)
        told = f"perhaps from {presumed.name}, inferred: {member.outlet_name if member else presumed.claim}"
        lines += [Content(""), *_head(told, Standing.ECHO, width, signs), *_because(presumed.reason, width, signs)]
    return lines


def changed(card: ClaimCard, width: int, signs: Signs) -> list[Content]:
    """What the reports of one origin's statement have otherwise, from each to the next."""
    if not card.changes:
        return []
    lines = [Content(""), Content.assemble(("what changed on the way", "bold"))]
    outlets = {member.claim: member.outlet_name for member in card.members}
    pairs = by_reports(card.changes, card.claim.id)
    for changes in pairs[:MOST_SHOWN]:
        first = changes[0]
        names = [outlets.get(claim, "publisher unknown") for claim in (first.earlier, first.later)]
        told = f"{names[0]} to {names[1]}" if first.ordered else f"{names[0]} and {names[1]}, in which order is not known"
        lines += _text(told, width, signs)
        for change in changes:
            lines += _because(f"{change.kind.value}: {change.in_words}", width, signs)
    if len(pairs) > MOST_SHOWN:
        lines += _text(f"and in {len(pairs) - MOST_SHOWN} further reports", width, signs)
    return lines


def settling(card: ClaimCard, width: int, signs: Signs) -> list[Content]:
    """The missing steps, the most pressing first, each with its reason; they are apart from the score."""
    if not card.steps:
        return []
    lines = [Content(""), Content.assemble(("what would settle it", "bold"))]
    for step in card.steps:
        lines += hanging(outside(one_line(step.look_for), signs), 2, width)
        lines += _because(step.reason, width, signs)
    return lines


def _head(words: str, standing: Standing, width: int, signs: Signs) -> list[Content]:
    return hanging(Content.assemble((outside(one_line(words), signs), standing_style(standing))), 0, width)


def _text(words: str, width: int, signs: Signs) -> list[Content]:
    return hanging(outside(one_line(words), signs), 2, width)


def _because(words: str, width: int, signs: Signs) -> list[Content]:
    return hanging(Content.assemble((f"{signs.because} " + outside(one_line(words), signs), "$muted")), 2, width)
