"""Calibration: scores that were given before a verdict are held against it, one group at a time."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.review import JudgedClaim, ScoreThen, Verdict
from provenance.model.source import SourcingType
from provenance.scoring import load_method
from provenance.scoring.calibration import Observation, calibrate, measured, observed

RULES = load_method().calibration


def judged(claim: str = "c", verdict: Verdict = Verdict.SUPPORTED, **said) -> JudgedClaim:
    """A verdict on a claim that scored `value` before it; alone in its group unless one is given."""
    value = said.pop("value", 0.6)
    score = None if value is None else ScoreThen(claim=claim, value=value, low=0.1, high=0.9, grade="F3", method="1.1")
    plain = {"entry": 1, "reviewer": "ada", "in_force": True, "group": claim, "sourcing_type": SourcingType.NAMED_OFFICIAL}
    return JudgedClaim.model_validate({**plain, "claim": claim, "verdict": verdict, "score": score, **said})


def sure_and_right(number: int) -> list[Observation]:
    return [Observation(float(n % 2), bool(n % 2)) for n in range(number)]


def test_scores_that_are_always_sure_and_right_have_neither_brier_score_nor_error() -> None:
    found = measured(sure_and_right(60), RULES).quality
    assert found is not None
    assert (found.brier, found.error, found.by_chance) == (0, 0, 0)


def test_a_score_of_a_half_whatever_the_claim_has_a_brier_score_of_a_quarter() -> None:
    found = measured([Observation(0.5, bool(n % 2)) for n in range(60)], RULES).quality
    assert found is not None
    assert (found.brier, found.error) == (0.25, 0)


def test_the_error_is_how_far_score_and_share_of_supported_ones_lie_apart_bin_by_bin() -> None:
    seen = [Observation(0.85, n < 15) for n in range(30)] + [Observation(0.15, n < 3) for n in range(30)]
    found = measured(seen, RULES).quality
    assert found is not None
    assert found.error == pytest.approx(0.5 * abs(0.85 - 0.5) + 0.5 * abs(0.15 - 0.1))


def test_fewer_verdicts_than_the_method_asks_for_give_no_conclusion() -> None:
    least = RULES.verdicts.weight
    assert measured(sure_and_right(least - 1), RULES).quality is None
    assert measured(sure_and_right(least), RULES).quality is not None
    few = [Observation(0.5, True, SourcingType.DOCUMENT)] * (RULES.verdicts_of_kind.weight - 1)
    assert [kind.quality for kind in measured(few, RULES).kinds] == [None]


def test_the_error_by_chance_is_what_right_scores_show_on_the_average() -> None:
    chance = random.Random(3)  # noqa: S311
    errors, expected = [], 0.0
    for _ in range(200):
        scores = [chance.random() for _ in range(100)]
        found = measured([Observation(score, chance.random() < score) for score in scores], RULES).quality
        assert found is not None
        errors.append(found.error)
        expected = found.by_chance
    assert math.fsum(errors) / len(errors) == pytest.approx(expected, abs=0.02)


def test_several_claims_of_one_group_judged_alike_are_one_observation_with_their_mean_score() -> None:
    (seen,), _ = observed([judged("a", value=0.4, group="g"), judged("b", value=0.6, group="g")])
    assert (seen.score, seen.supported) == (0.5, True)


def test_the_score_before_the_first_verdict_counts_and_not_one_that_this_verdict_may_have_moved() -> None:
    first = judged("a", value=0.4, group="g", entry=1)
    later = judged("b", value=0.9, group="g", entry=2, reviewer="bob")
    (seen,), _ = observed([first, later])
    assert seen.score == 0.4


def test_of_two_verdicts_of_one_reviewer_the_last_one_counts_against_the_score_before_the_first() -> None:
    taken_back = judged(value=0.4, entry=1, in_force=False)
    (seen,), left = observed([taken_back, judged(verdict=Verdict.REFUTED, value=0.8, entry=2)])
    assert (seen.score, seen.supported, left.differing) == (0.4, False, 0)


def test_verdicts_that_differ_are_left_out_and_said_so() -> None:
    of_one_claim = [judged(), judged(verdict=Verdict.NOT_ENOUGH_EVIDENCE, reviewer="bob", entry=2)]
    of_one_group = [judged("a", group="g"), judged("b", Verdict.REFUTED, group="g", entry=2)]
    seen, left = observed(of_one_claim + of_one_group)
    assert (seen, left.differing) == ((), 2)


def test_other_verdicts_are_listed_as_left_out() -> None:
    seen, left = observed([judged("a", Verdict.NOT_A_CLAIM), judged("b", Verdict.NOT_ENOUGH_EVIDENCE), judged("c", Verdict.NOT_A_CLAIM)])
    assert seen == ()
    assert left.undecided == ((Verdict.NOT_ENOUGH_EVIDENCE, 1), (Verdict.NOT_A_CLAIM, 2))


def test_verdicts_given_before_scores_were_kept_and_claims_that_stand_no_more_are_counted_apart() -> None:
    seen, left = observed([judged("a", value=None), judged("b", group=None)])
    assert (seen, left.unscored, left.gone) == ((), 1, 1)


def test_methods_and_sourcing_types_are_counted() -> None:
    found = calibrate([judged("a"), judged("b", sourcing_type=SourcingType.DOCUMENT)], RULES)
    assert found.methods == (("1.1", 2),)
    assert [(of.kind, of.number) for of in found.kinds] == [(SourcingType.NAMED_OFFICIAL, 1), (SourcingType.DOCUMENT, 1)]


observations = st.lists(st.builds(Observation, st.floats(0, 1), st.booleans()), min_size=RULES.verdicts.weight, max_size=200)


@given(observations, st.randoms())
def test_all_figures_lie_between_0_and_1_and_no_order_changes_them(seen: list[Observation], chance: random.Random) -> None:
    before = measured(seen, RULES)
    assert before.quality is not None
    assert sum(each.number for each in before.bins) == len(seen)
    assert all(0 <= figure <= 1 for figure in (before.quality.brier, before.quality.error, before.quality.by_chance))
    assert before.quality.error >= abs(before.quality.mean - before.quality.supported) - 1e-9
    chance.shuffle(seen)
    assert measured(seen, RULES) == before
