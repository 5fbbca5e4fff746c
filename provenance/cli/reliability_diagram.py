"""The reliability diagram of scores, drawn in text: mean score and share of supported claims, bin by bin."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.scoring.calibration import Bin

_WIDTH = 41
"""Columns of the diagram, one for each fortieth of the way from 0 to 1."""
SIGNS, ASCII = "·│●◉", ".|oO"
"""Nothing, the mean score, the share of supported ones, and both at one place."""


def diagram(bins: "Sequence[Bin]", signs: str) -> Iterator[str]:
    """The reliability diagram, one line for each bin: where both marks stand at one place, the scores are right."""
    nothing, score, supported, both = tuple(signs)
    yield ""
    yield f"{'Score':<12}{'Groups':>7}{'Mean':>7}{'Supported':>11}   0{'1':>{_WIDTH - 1}}"
    for each in bins:
        name = f"{each.low:.2f} to {each.high:.2f}"
        if each.mean is None or each.supported is None:
            yield f"{name:<12}{0:>7}"
            continue
        places = [round(share * (_WIDTH - 1)) for share in (each.mean, each.supported)]
        line = [nothing] * _WIDTH
        line[places[0]], line[places[1]] = score, supported
        if places[0] == places[1]:
            line[places[0]] = both
        yield f"{name:<12}{each.number:>7}{each.mean:>7.2f}{each.supported:>11.2f}   {''.join(line)}"
    yield f"{score} mean score   {supported} share of supported ones   {both} both"
    yield ""


def signs_of_output() -> str:
    """The signs of the diagram that the output can carry."""
    try:
        SIGNS.encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except UnicodeEncodeError:
        return ASCII
    return SIGNS
