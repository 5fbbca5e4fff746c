"""Unknown is unknown: F and 6 judge nothing, enter no sum, and are given only where nothing can be judged."""

import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.chain import ConflictStatus, Severity
from provenance.model.reliability import Digit, Letter
from provenance.model.source import Family
from provenance.scoring import Method, load_method

sys.path.insert(0, str(Path(__file__).parent))
from any_claim import TODAY, kinds, same_judgement, surroundings
from methods_made import valid_methods


def with_figures(method: Method, other: Method, *path: str) -> Method:
    """A method with the figures of another one at this place."""
    if not path:
        return other
    inner = with_figures(getattr(method, path[0]), getattr(other, path[0]), *path[1:])
    return method.model_copy(update={path[0]: inner})


@given(kinds, surroundings, st.text(max_size=8))
def test_the_letter_f_never_enters_arithmetic(make, kind, around, basis):
    unknown = around["record"].model_copy(update={"letter": Letter.F, "letter_basis": basis})
    scored = make(kind, **{**around, "record": unknown}).score()
    assert {"assessment", "stale_assessment"}.isdisjoint(factor.factor for factor in scored.factors)
    nobody = unknown.model_copy(update={"letter_on": None, "letter_basis": "no letter given yet"})
    assert same_judgement(scored, make(kind, **{**around, "record": nobody}).score())


def test_no_method_can_give_f_a_weight_or_anything_but_6_to_what_has_no_origin():
    assert "F" not in type(load_method().weights.assessment).model_fields
    assert "F" not in type(load_method().grade.letter).model_fields
    rule = {"weight": 5, "why": "x"}
    with pytest.raises(ValueError, match="greater than or equal to 6"):
        type(load_method().grade.digit).model_validate({**load_method().grade.digit.model_dump(), "no_origin": rule})


@given(kinds, surroundings, valid_methods)
def test_letters_and_digits_are_judged_beside_the_score_and_never_enter_it(make, kind, around, other):
    regraded = with_figures(around["method"], other, "grade", "digit")
    regraded = with_figures(regraded, other, "grade", "digit_alone")
    regraded = with_figures(regraded, other, "grade", "digit_hedged")
    regraded = regraded.model_copy(
        update={
            "grade": regraded.grade.model_copy(
                update={"letter": other.grade.letter.model_copy(update={"fresh": around["method"].grade.letter.fresh})}
            )
        }
    )
    before, after = make(kind, **around).score(), make(kind, **{**around, "method": regraded}).score()
    assert [f.weight for f in after.factors] == [f.weight for f in before.factors]
    assert (after.value, after.low, after.high) == (before.value, before.low, before.high)


@given(kinds, surroundings)
def test_6_is_given_only_where_nothing_can_be_judged_and_is_never_reached_by_steps(make, kind, around):
    situation = make(kind, **around)
    case, alone = situation.case(), around["method"].grade.digit_alone
    contradicted = case.conflict is ConflictStatus.CONTESTED or any(
        each.severity in (Severity.HIGH, Severity.MEDIUM) and not each.reconcilable for each in case.against
    )
    unknown = not contradicted and (not case.origins or (len(case.origins) == 1 and alone[case.origins[0]].weight == 6))
    assert (situation.score().digit is Digit.CANNOT_BE_JUDGED) == unknown


@given(kinds, surroundings, st.integers(0, 6000))
def test_a_letter_that_grows_old_says_less_and_never_the_opposite(make, kind, around, days):
    given_then = around["record"].model_copy(update={"letter_on": TODAY - timedelta(days=days)})
    situation = make(kind, **{**around, "record": given_then, "on": TODAY})
    weights = {factor.factor: factor.weight for factor in situation.score().factors}
    stale = given_then.letter is not Letter.F and days > around["method"].grade.letter.fresh.weight
    assert ("stale_assessment" in weights) == stale
    assert ("stale" in situation.score().letter_reason) == stale
    if stale:
        whole = weights["assessment"]
        left = round(whole + weights["stale_assessment"], 2)
        assert min(0, whole) - 0.01 <= left <= max(0, whole) + 0.01


@given(kinds, surroundings)
def test_a_claim_without_any_origin_is_6_unless_it_is_contradicted(make, kind, around):
    situation = make(kind, **{**around, "further": ()})
    if situation.item.claim.sourcing_type.family is Family.NONE and not around["contested"] and not around["conflicts"]:
        assert situation.group.conflict is ConflictStatus.NONE
        assert situation.score().digit is Digit.CANNOT_BE_JUDGED
