"""What holds of every score, whatever the claim and whatever method a newsroom brings."""

import math
import random
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.article import TextStatus
from provenance.model.chain import Conflict, ConflictKind, ConflictStatus, Origin, Severity
from provenance.model.claim import HedgeKind, Mode
from provenance.model.reliability import Digit, Letter, SourceRecord
from provenance.model.source import Family, SourcingType
from provenance.scoring import Method, load_method
from provenance.scoring.admiralty import digit
from provenance.scoring.factors import steps_of, sum_of
from provenance.scoring.interval import logistic
from provenance.scoring.prospects import prospects
from provenance.scoring.weighing import read, written

sys.path.insert(0, str(Path(__file__).parent))
from methods_made import valid_methods

TODAY = date(2026, 3, 1)

kinds = st.sampled_from(list(SourcingType))
shown = st.sampled_from([kind for kind in SourcingType if kind.shows_origin])
hedges = st.lists(st.sampled_from(list(HedgeKind)), max_size=4)
hands = ["wire", "state", "paper", "nobody-knows"]
relays = st.lists(st.sampled_from(hands), max_size=4)
records = st.builds(
    SourceRecord,
    key=st.just("origin"),
    supported=st.integers(0, 300),
    refuted=st.integers(0, 300),
    letter=st.sampled_from(list(Letter)),
    letter_on=st.none() | st.dates(TODAY - timedelta(days=5000), TODAY),
)
further = st.lists(shown, max_size=10).map(
    lambda types: tuple(Origin(key=f"further {n}", name=f"further {n}", sourcing_type=kind) for n, kind in enumerate(types))
)
against = st.builds(
    lambda severity, kind, reconcile, n: Conflict(
        a="claim", b=f"other {n}", kind=kind, severity=severity, reason=f"reason {n % 3}", reconcile=reconcile
    ),
    st.sampled_from(list(Severity)),
    st.sampled_from(list(ConflictKind)),
    st.sampled_from([None, "another year"]),
    st.integers(0, 9),
)
surroundings = st.fixed_dictionaries(
    {
        "hedges": hedges,
        "relays": relays,
        "mode": st.sampled_from(list(Mode)),
        "party": st.sampled_from([None, "Turkey", "Syria"]),
        "carried_over": st.booleans(),
        "confidence": st.floats(0, 1),
        "further": further,
        "echoes": st.integers(0, 40),
        "conflicts": st.lists(against, max_size=4),
        "contested": st.booleans(),
        "parties_only": st.booleans(),
        "adversaries_agree": st.booleans(),
        "status": st.sampled_from(list(TextStatus)),
        "suspected": st.booleans(),
        "record": records,
        "on": st.sampled_from([None, TODAY]),
        "method": valid_methods,
    }
)
BY_ITSELF = {"further": (), "conflicts": (), "contested": False}
surroundings = st.one_of(surroundings, surroundings.map(lambda around: {**around, **BY_ITSELF}))
UNNAMED = {
    SourcingType.NAMED_OFFICIAL: SourcingType.ANONYMOUS_OFFICIAL,
    SourcingType.NAMED_EXPERT: SourcingType.ANONYMOUS_INSIDER,
    SourcingType.NAMED_PERSON: SourcingType.ANONYMOUS_INSIDER,
}


def not_above(one, other):
    """Value and both ends are at most those of the other."""
    return one.value <= other.value and one.low <= other.low and one.high <= other.high


def not_better(one, other):
    """The digit is not nearer to confirmed, as far as both can be judged."""
    unknown = Digit.CANNOT_BE_JUDGED
    return unknown in (one.digit, other.digit) or one.digit >= other.digit


def same_judgement(one, other):
    """Nothing that people sort or grade by differs."""
    return (one.value, one.low, one.high, one.grade) == (other.value, other.low, other.high, other.grade)


def with_figures(method: Method, other: Method, *path: str) -> Method:
    """A method with the figures of another one at this place."""
    if not path:
        return other
    inner = with_figures(getattr(method, path[0]), getattr(other, path[0]), *path[1:])
    return method.model_copy(update={path[0]: inner})


@given(kinds, surroundings)
def test_the_weights_shown_sum_to_the_log_odds_whose_logistic_is_the_score(make, kind, around):
    scored = make(kind, **around).score()
    total = math.fsum(factor.weight for factor in scored.factors)
    assert scored.value == pytest.approx(1 / (1 + math.exp(-total)), abs=5.1e-5), "four decimals are kept"
    assert scored.value == logistic(sum_of(factor.weight for factor in scored.factors))
    assert all(factor.weight == round(factor.weight, 2) for factor in scored.factors)


@given(kinds, surroundings)
def test_the_score_lies_within_its_interval_and_the_interval_within_0_and_1(make, kind, around):
    scored = make(kind, **around).score()
    assert 0 <= scored.low <= scored.value <= scored.high <= 1
    if around["method"] == load_method():
        assert scored.low > 0
        assert scored.high < 1, "the published method leaves room for doubt"


@given(kinds, surroundings)
def test_no_score_and_no_grade_is_without_a_reason(make, kind, around):
    scored = make(kind, **around).score()
    assert scored.factors
    for reason in (*(factor.reason for factor in scored.factors), scored.letter_reason, scored.digit_reason):
        assert reason.strip()
        assert "{" not in reason, "every open name was filled in"
        assert "not known" not in reason
    assert (scored.method, scored.method_digest) == (around["method"].version, around["method"].digest)


@given(st.sampled_from(sorted(UNNAMED)), surroundings)
def test_a_named_origin_never_scores_below_the_same_origin_unnamed(make, kind, around):
    unnamed, named = make(UNNAMED[kind], **around).score(), make(kind, **around).score()
    assert not_above(unnamed, named)
    assert not_better(unnamed, named)


@given(kinds, surroundings, st.sampled_from(list(HedgeKind)))
def test_an_added_hedge_never_raises_a_score(make, kind, around, hedge):
    before, after = make(kind, **around).score(), make(kind, **{**around, "hedges": [*around["hedges"], hedge]}).score()
    assert not_above(after, before)
    assert not_better(after, before)


@given(kinds, surroundings, st.sampled_from(hands))
def test_an_added_relay_never_raises_a_score(make, kind, around, relay):
    before, after = make(kind, **around).score(), make(kind, **{**around, "relays": [*around["relays"], relay]}).score()
    assert not_above(after, before)
    assert not_better(after, before)


@given(kinds, surroundings, against, st.booleans())
def test_an_added_contradiction_never_raises_a_score(make, kind, around, added, contested):
    more = {**around, "conflicts": [*around["conflicts"], added], "contested": around["contested"] or contested}
    before, after = make(kind, **around).score(), make(kind, **more).score()
    assert not_above(after, before)
    assert not_better(after, before)


@given(kinds, surroundings, st.integers(1, 40))
def test_an_echo_changes_neither_score_nor_grade(make, kind, around, more):
    before, after = make(kind, **around).score(), make(kind, **{**around, "echoes": around["echoes"] + more}).score()
    assert same_judgement(after, before)


@given(kinds, surroundings, shown)
def test_an_added_independent_origin_never_lowers_a_score(make, kind, around, added):
    more = (*around["further"], Origin(key="one more", name="one more", sourcing_type=added))
    before, after = make(kind, **around).score(), make(kind, **{**around, "further": more}).score()
    assert not_above(before, after)
    assert not_better(before, after)


@given(kinds, surroundings, shown)
def test_an_added_origin_of_no_side_never_lowers_a_score_that_rested_on_parties_alone(make, kind, around, added):
    more = (*around["further"], Origin(key="one more", name="one more", sourcing_type=added))
    before = make(kind, **{**around, "parties_only": True}).score()
    assert not_above(before, make(kind, **{**around, "further": more, "parties_only": False}).score())


@given(kinds, surroundings)
def test_refuting_a_claim_of_a_source_never_raises_its_other_claims(make, kind, around):
    record = around["record"]
    refuted = record.model_copy(update={"refuted": record.refuted + 1})
    assert not_above(make(kind, **{**around, "record": refuted}).score(), make(kind, **around).score())


@given(kinds, surroundings)
def test_supporting_a_claim_of_a_source_never_lowers_its_other_claims(make, kind, around):
    record = around["record"]
    supported = record.model_copy(update={"supported": record.supported + 1})
    assert not_above(make(kind, **around).score(), make(kind, **{**around, "record": supported}).score())


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
def test_claims_of_equal_cases_have_equal_scores_whatever_they_are_called(make, kind, around):
    situation = make(kind, **around)
    renamed = situation._replace(
        item=situation.item.model_copy(
            update={"article": situation.item.article.model_copy(update={"id": "another", "outlet_name": "Another {Outlet}"})}
        )
    )
    assert situation.case() == renamed.case()
    assert situation.weighed().weighing == renamed.weighed().weighing


@given(kinds, surroundings)
def test_a_case_that_was_written_down_is_read_again_as_it_was(make, kind, around):
    case = make(kind, **around).case()
    assert read(written(case)) == case
    assert read("old " + written(case).partition(" ")[2]) is None


@given(kinds, surroundings, st.randoms())
def test_the_order_in_which_a_method_file_states_its_figures_changes_nothing(make, kind, around, chance: random.Random):
    def shuffled(table):
        if not isinstance(table, dict):
            return table
        keys = list(table)
        chance.shuffle(keys)
        return {key: shuffled(table[key]) for key in keys}

    method = around["method"]
    other = Method.model_validate(shuffled(method.model_dump(mode="json")))
    assert other.digest == method.digest
    assert make(kind, **{**around, "method": other}).score() == make(kind, **around).score()


@given(kinds, surroundings, st.randoms())
def test_the_order_in_which_conflicts_come_changes_nothing(make, kind, around, chance: random.Random):
    shuffled = list(around["conflicts"])
    chance.shuffle(shuffled)
    assert make(kind, **{**around, "conflicts": shuffled}).score() == make(kind, **around).score()


@given(kinds, surroundings)
def test_quoted_words_are_exactly_those_of_the_article(make, kind, around):
    situation = make(kind, **around)
    for factor in situation.score().factors:
        if factor.words is not None:
            assert factor.words == situation.item.claim.words(factor.quote)


@given(kinds, surroundings)
@settings(max_examples=50)
def test_what_would_change_it_is_at_most_three_findings_that_do_change_it(make, kind, around):
    scored = make(kind, **around).score()
    assert len(scored.what_if) <= 3
    assert all((change.value, change.grade) != (scored.value, scored.grade) or abs(scored.value - 0.5) > 0.49 for change in scored.what_if)


@given(kinds, surroundings)
def test_a_claim_without_any_origin_is_6_unless_it_is_contradicted(make, kind, around):
    situation = make(kind, **{**around, "further": ()})
    if situation.item.claim.sourcing_type.family is Family.NONE and not around["contested"] and not around["conflicts"]:
        assert situation.group.conflict is ConflictStatus.NONE
        assert situation.score().digit is Digit.CANNOT_BE_JUDGED


@given(kinds, surroundings)
def test_what_would_change_it_is_what_the_whole_method_says_of_the_changed_case(make, kind, around):
    situation = make(kind, **around)
    case, method = situation.case(), around["method"]
    for prospect in prospects(case, digit(case, method)):
        told = [change.value for change in situation.score().what_if if change.change == prospect.change]
        assert told in ([], [logistic(sum_of(step.weight for step in steps_of(prospect.case, method)))])
