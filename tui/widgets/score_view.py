"""The score card: a starting point and signed steps in two groups, each with its reason and the words it rests on."""

from math import exp

from textual.content import Content

from provenance.model.queue import ClaimCard
from provenance.model.reliability import Factor, Side
from tui.look import Signs
from tui.outside import one_line, outside
from tui.widgets.pane import columns, hanging

NUMBERS_AT = 26
"""The cell at which the figures begin."""
QUOTES = "\"'“‘„«"
BAR = 10
"""Cells of the longest bar."""
START = "start"
"""The factor from which a method lets every score begin; it is shown above the steps."""
FULL = 1.0
"""Log-odds that fill the bar, unless a step of this card is larger."""


def score_view(card: ClaimCard, width: int, signs: Signs) -> Content:
    """The whole card."""
    score = card.score
    full = max([FULL, *(abs(factor.weight) for factor in score.factors)])
    steps = [factor for factor in score.factors if factor.factor != START]
    start = next((factor.weight for factor in score.factors if factor.factor == START), 0.0)
    lines = [
        Content.assemble((f"{score.value:.2f}", "bold"), f" ({score.low:.2f}{signs.dash}{score.high:.2f})   ", (score.grade, "bold")),
        _figures("starting point", start, f"({_logistic(start):.2f})", signs),
    ]
    for side, title, half, reason in (
        (Side.SOURCE, "The source", score.letter.value, score.letter_reason),
        (Side.INFORMATION, "The information", score.digit.value, score.digit_reason),
    ):
        lines.append(Content(""))
        lines += hanging(Content.assemble((f"{title}  {half}", "bold"), ("  " + outside(reason, signs), "$muted")), 0, width)
        for factor in steps:
            if factor.side is side:
                lines += _step(factor, full, width, signs)
    if score.what_if:
        lines += [Content(""), Content.assemble(("What would change it", "bold"))]
        for change in score.what_if:
            figures = Content(f"{change.value:.2f}  {change.grade}")
            words = hanging(outside(change.change, signs), 2, width - 12)
            lines += [columns(words[0], figures, max(NUMBERS_AT, width - 10)), *words[1:]]
    return Content("\n").join(lines)


def _step(factor: Factor, full: float, width: int, signs: Signs) -> list[Content]:
    cells = max(1, round(abs(factor.weight) / full * BAR)) if factor.weight else 0
    bar = (signs.bar_full if factor.weight > 0 else signs.bar_empty) * cells
    lines = [_figures("  " + factor.factor.replace("_", " "), factor.weight, bar, signs)]
    lines += hanging(Content.assemble((outside(factor.reason, signs), "$muted")), 4, width)
    if factor.words:
        words = factor.words if factor.words[0] in QUOTES else f"“{factor.words}”"
        lines += hanging(outside(one_line(words), signs), 4, width)
    return lines


def _figures(label: str, weight: float, rest: str, signs: Signs) -> Content:
    sign = "+" if weight > 0.004 else signs.minus if weight < -0.004 else " "
    return columns(Content(label), Content(f"{sign}{abs(weight):.2f}  {rest}"), NUMBERS_AT)


def _logistic(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))
