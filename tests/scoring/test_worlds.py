"""In worlds whose truth is known: after a tenth is judged, scores are near what comes true, and records rank the sources."""

import sys
from pathlib import Path
from statistics import fmean

import pytest

from provenance.scoring import load_method

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from measure_calibration import World, world

FLOORS = {"error": 0.05, "ranking": 0.77, "inferred": 0.9}
"""Of three worlds on the average; the error may fall, the rankings may rise. `measure_calibration.py` prints more of them."""


@pytest.fixture(scope="module")
def worlds() -> list[World]:
    return [world(number, load_method()) for number in (1, 2, 3)]


def test_the_scores_of_what_nobody_judged_are_near_the_share_that_is_true(worlds: list[World]) -> None:
    errors = [found.after.quality.error for found in worlds if found.after.quality]
    assert len(errors) == len(worlds)
    assert fmean(errors) <= FLOORS["error"]


def test_verdicts_make_the_scores_of_other_claims_better(worlds: list[World]) -> None:
    for found in worlds:
        assert found.before.quality
        assert found.after.quality
        assert found.after.quality.brier < found.before.quality.brier


def test_records_rank_the_sources_as_the_truth_does(worlds: list[World]) -> None:
    assert fmean(found.ranking for found in worlds) >= FLOORS["ranking"]


def test_claims_alone_rank_the_sources_too(worlds: list[World]) -> None:
    assert fmean(found.inferred for found in worlds) >= FLOORS["inferred"]
