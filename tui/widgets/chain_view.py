"""Where a claim comes from, as a tree: origins are roots, outlets are branches, so corroboration shows as the number of roots."""

from dataclasses import dataclass, replace

from rich.cells import cell_len
from textual.content import Content

from provenance.model.chain import Collapse, Standing, TraceNode
from provenance.model.queue import ClaimCard
from tui.look import Signs, standing_style, type_word
from tui.outside import one_line, outside
from tui.widgets.pane import hanging
from tui.widgets.way_view import changed, settling, suspected

LONGEST_RUN = 8
"""Outlets under one knot that are all shown; longer runs fold."""
SHOWN_OF_A_RUN = 5
LABELLER = "labeller"
"""How the rules begin under which the trained labeller's findings are kept."""


@dataclass(frozen=True)
class Knot:
    """One line of the tree that the cursor can stand on."""

    guide: str
    under: str
    """The guide of lines that belong to this knot but stand below it."""
    node: TraceNode
    root: bool = False
    number: int = 0
    """Counts the origins; 0 below them, and where a trail ends before one is shown."""
    folded: int = 0
    """How many outlets this line stands for, where a run is folded."""
    origin: str = ""
    """The key of the root under which it stands."""


def knots(tree: tuple[TraceNode, ...], signs: Signs) -> list[Knot]:
    """The tree, line by line."""
    found: list[Knot] = []
    number = 0
    for root in tree:
        known = root.sourcing_type is not None
        number += known
        found.append(Knot(f"{signs.open_knot if known else '?'} ", "  ", root, root=True, number=number if known else 0))
        found += [replace(knot, origin=root.key) for knot in _below(root, "  ", signs)]
    return found


def _below(node: TraceNode, trunk: str, signs: Signs) -> list[Knot]:
    children, folded = _fold(node.children)
    found: list[Knot] = []
    for place, child in enumerate(children):
        last = place == len(children) - 1 and not folded
        guide = trunk + (signs.last_branch if last else signs.branch) + (signs.open_knot if child.children else "") + " "
        under = trunk + ("  " if last else signs.trunk)
        found.append(Knot(guide, under, child))
        found += _below(child, under, signs)
    if folded:
        found.append(Knot(trunk + signs.last_branch + " ", trunk + "  ", TraceNode(key="", label=f"{folded} more outlets"), folded=folded))
    return found


def _fold(children: tuple[TraceNode, ...]) -> tuple[list[TraceNode], int]:
    """A long run of plain outlets keeps its first few and whatever bears on this claim."""
    if len(children) <= LONGEST_RUN:
        return list(children), 0
    telling = [child for child in children if child.is_this or child.children or child.inferred]
    plain = [child for child in children if child not in telling]
    kept = telling + plain[:SHOWN_OF_A_RUN]
    return [child for child in children if child in kept], len(plain) - len(plain[:SHOWN_OF_A_RUN])


def collapse_of(knot: Knot, card: ClaimCard) -> Collapse | None:
    """Why the claim at this knot counts as part of an origin that stands already; None where it was not folded into one."""
    own = [collapse for collapse in card.group.collapsed if knot.node.claim and collapse.claim == knot.node.claim]
    return next((collapse for collapse in own if collapse.into == knot.origin), next(iter(own), None))


def chain_view(card: ClaimCard, width: int, signs: Signs, cursor: int | None = None, chosen: int | None = None) -> Content:
    """The tree with its reasons, and under it what is suspected, what speaks against the claim, what changed, what would settle it.

    Keys mean the `chosen` knot where there is no cursor.
    """
    lines: list[Content] = []
    told: set[str] = set()
    found = knots(card.tree, signs)
    names = max((len(knot.guide) + cell_len(knot.node.label) + 4 for knot in found), default=0)
    beside = max((_said(knot.node, signs).cell_length for knot in found), default=0)
    at = min(names, max(width // 2, width - beside))
    for place, knot in enumerate(found):
        lines.append(_knot(knot, at, width, signs, here=place == cursor))
        collapse = collapse_of(knot, card)
        if knot.node.inferred and (collapse is None or collapse.reason != knot.node.inferred):
            lines += _aside(knot, f"inferred: {knot.node.inferred}", width, signs)
        if collapse is not None and collapse.claim not in told:
            told.add(collapse.claim)
            hint = "  (h holds them apart)" if place == (chosen if cursor is None else cursor) else ""
            sure = "same origin, inferred" if collapse.rule.inferred else "same origin"
            lines += _aside(knot, f"{sure}: {collapse.reason}{hint}", width, signs)
    lines += _heard(card, width, signs)
    lines += suspected(card, width, signs)
    if not found:
        lines.append(Content("? no trail is shown: the outlet speaks in its own voice", []))
    for conflict, other in card.conflicts:
        lines.append(Content(""))
        head = f"{signs.contested} against it: {other.outlet_name}, {conflict.kind.value.replace('_', ' ')}, {conflict.severity.value}"
        lines += hanging(Content.assemble((outside(head, signs), standing_style(Standing.CONTESTED))), 0, width)
        lines += hanging(outside(one_line(other.text), signs), 2, width)
        for words in filter(None, (conflict.reason, conflict.reconcile and f"could be reconciled: {conflict.reconcile}")):
            lines += hanging(Content.assemble((f"{signs.because} " + outside(words, signs), "$muted")), 2, width)
    return Content("\n").join([*lines, *changed(card, width, signs), *settling(card, width, signs)])


def _knot(knot: Knot, at: int, width: int, signs: Signs, *, here: bool) -> Content:
    node = knot.node
    number = f"{knot.number} " if knot.number else ""
    label = outside(one_line(node.label), signs)
    room = max(8, at - len(knot.guide) - len(number) - 2)
    head = Content.assemble(
        (knot.guide, "$muted"), (f"{signs.contested} " if node.denial else "", standing_style(Standing.CONTESTED)), number
    )
    name = Content.assemble((label, "bold" if node.is_this or here else "")).truncate(room, ellipsis=not signs.ascii)
    line = Content.assemble(head, name)
    line = Content.assemble(line, " " * max(2, at - line.cell_length), _said(node, signs)).truncate(width, ellipsis=not signs.ascii)
    return line.stylize_before("on $row").pad_right(max(0, width - line.cell_length)) if here else line


def _said(node: TraceNode, signs: Signs) -> Content:
    """What stands beside a name: in what capacity, how it passes on, and whether it is this claim or an echo."""
    words = filter(None, (type_word(node.sourcing_type) if node.sourcing_type else "", node.relation, "denies" if node.denial else ""))
    said = Content.assemble((outside(" · ".join(words), signs), "$muted"))
    if node.is_this:
        return Content.assemble(said, "  ", (f"{signs.this_claim} this claim", "bold"))
    if node.echo:
        return Content.assemble(said, "  ", (f"{signs.echo} echo", standing_style(Standing.ECHO)))
    return said


def _heard(card: ClaimCard, width: int, signs: Signs) -> list[Content]:
    """Who the labeller, not a rule, found to say this claim, and how sure it is: a reading to check."""
    lines: list[Content] = []
    for attribution in card.claim.attributions:
        if not attribution.rule.startswith(LABELLER):
            continue
        who = attribution.origin_name or " … ".join(filter(None, (card.claim.words(span) for span in attribution.source)))
        words = f"found by the labeller, {attribution.confidence:.2f} sure" + (f": {one_line(who)}" if who else "")
        lines += hanging(Content.assemble((f"{signs.because} " + outside(words, signs), "$muted")), 2, width)
    return lines


def _aside(knot: Knot, words: str, width: int, signs: Signs) -> list[Content]:
    under = knot.under + ("  " if not knot.root else "")
    lines = hanging(Content.assemble((f"{signs.because} " + outside(words, signs), "$muted")), 0, width - len(under))
    return [Content.assemble((under, "$muted"), line) for line in lines]


def chain_summary(card: ClaimCard, signs: Signs) -> str:
    """The frame's count: origins, outlets, and what stands against the claim in this pane."""
    denials = sum(node.denial for node in card.tree)
    parts = [_count(len(card.group.origins), "origin"), _count(len(card.group.outlets), "outlet"), f"{len(card.conflicts)} against"]
    parts += [_count(denials, "denial")] if denials else []
    extra = ["parties only"] if card.group.parties_only else []
    extra += ["adversaries agree"] if card.group.adversaries_agree else []
    return f" {signs.dot} ".join([*parts, *extra])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
