"""What `calibration` says, for other programs: the figures of all, of each sourcing type, of each bin, and what was left out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.scoring.calibration import Calibration, Quality

KEYS = ("part", "of", "from", "to", "count", "mean_score", "share_supported", "brier", "calibration_error", "error_by_chance")


def records(found: "Calibration") -> Iterator[dict[str, object]]:
    """One record a figure; empty where the verdicts are too few to draw a conclusion."""
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
    record: dict[str, object] = {**dict.fromkeys(KEYS), "part": part, "of": of, "count": count}
    if quality is not None:
        figures = (quality.mean, quality.supported, quality.brier, quality.error, quality.by_chance)
        record |= zip(KEYS[5:], map(_rounded, figures), strict=True)
    return record


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 4)
