"""`calibration`: whether scores that were given before a verdict foresaw it, drawn and in figures."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from provenance.cli.chosen import desk_of
from provenance.cli.records import ListFormat, checked_list_format, write_records
from provenance.cli.terminal import counted, print_table, say
from provenance.cli.words import in_words

if TYPE_CHECKING:
    from provenance.scoring.calibration import Bin, Calibration, Left, Quality

_WIDTH = 41
"""Columns of the diagram, one for each fortieth of the way from 0 to 1."""
_SIGNS, _ASCII = "·│●◉", ".|oO"
"""Nothing, the mean score, the share of supported ones, and both at one place."""
_KEYS = ("part", "of", "from", "to", "count", "mean_score", "share_supported", "brier", "calibration_error", "error_by_chance")


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(calibration)


def calibration(context: typer.Context, output_format: ListFormat = "table") -> None:
    """Hold scores against the verdicts that came after them. As a diagram, with Brier score and expected calibration error."""
    checked_list_format(output_format)
    with desk_of(context) as desk:
        found = desk.calibration()
    if output_format != "table":
        write_records(output_format, _KEYS, _records(found))
        return
    _figures(found)
    if found.quality is not None:
        for line in diagram(found.bins, _signs()):
            say(line)
    _kinds(found)
    for line in _left_out(found.left):
        say(line)


def _figures(found: "Calibration") -> None:
    say(f"Scores held against {counted(found.count, 'verdict')}, each on a group of claims and given after the score.")
    for version, number in found.methods:
        say(f"  {number} scored by method {version}")
    quality = found.quality
    if quality is None:
        say(f"Too few to draw a conclusion: that takes {found.least} (calibration.verdicts in the method). Nothing is said of the scores.")
        return
    say(f"  Brier score                 {quality.brier:.3f}  (0: always sure and right; 0.250: a score of .5 whatever the claim)")
    say(f"  Expected calibration error  {quality.error:.3f}  ({quality.by_chance:.3f} by chance alone, if the scores were right)")
    say(f"  Mean score {quality.mean:.2f}, of the verdicts supported {quality.supported:.2f}")


def diagram(bins: "tuple[Bin, ...]", signs: str) -> Iterator[str]:
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


def _signs() -> str:
    """The signs of the diagram that the output can carry."""
    try:
        _SIGNS.encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except UnicodeEncodeError:
        return _ASCII
    return _SIGNS


def _kinds(found: "Calibration") -> None:
    if not found.kinds:
        return
    say("By sourcing type; without figures where the verdicts are too few")
    print_table(
        ("Sourcing", "Groups", "Mean", "Supported", "Brier", "Error", "By chance"),
        ((in_words(of.kind.value), str(of.number), *_cells(of.quality)) for of in found.kinds),
        wide="Sourcing",
        right=("Groups", "Mean", "Supported", "Brier", "Error", "By chance"),
    )


def _cells(quality: "Quality | None") -> tuple[str, ...]:
    if quality is None:
        return ("",) * 5
    return (
        f"{quality.mean:.2f}",
        f"{quality.supported:.2f}",
        *(f"{figure:.3f}" for figure in (quality.brier, quality.error, quality.by_chance)),
    )


def _left_out(left: "Left") -> Iterator[str]:
    told = [
        *((number, f"with the verdict {in_words(verdict.value)}, which says neither") for verdict, number in left.undecided),
        (left.differing, "on which verdicts differ"),
        (left.unscored, "given before scores were kept"),
        (left.gone, "on claims that no longer stand, or of withdrawn articles"),
    ]
    if any(number for number, _ in told):
        yield "Left out"
    yield from (f"  {number} {words}" for number, words in told if number)


def _records(found: "Calibration") -> Iterator[dict[str, object]]:
    """The figures for other programs: of all, of each sourcing type, of each bin, and what was left out; empty where too few."""
    yield _record("all", "", found.count, found.quality)
    for of in found.kinds:
        yield _record("sourcing_type", of.kind.value, of.number, of.quality)
    for each in found.bins:
        told = found.quality is not None
        share = {"mean_score": _rounded(each.mean), "share_supported": _rounded(each.supported)} if told else {}
        yield {**_record("bin", "", each.number, None), "from": each.low, "to": each.high, **share}
    for verdict, number in found.left.undecided:
        yield _record("left_out", verdict.value, number, None)
    for reason in ("differing", "unscored", "gone"):
        yield _record("left_out", reason, getattr(found.left, reason), None)


def _record(part: str, of: str, count: int, quality: "Quality | None") -> dict[str, object]:
    record: dict[str, object] = {**dict.fromkeys(_KEYS), "part": part, "of": of, "count": count}
    if quality is not None:
        figures = (quality.mean, quality.supported, quality.brier, quality.error, quality.by_chance)
        record |= zip(_KEYS[5:], map(_rounded, figures), strict=True)
    return record


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 4)
