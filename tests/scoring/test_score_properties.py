"""What holds of every score, whatever the claim."""

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.chain import Conflict, ConflictStatus, Origin, Severity
from provenance.model.claim import HedgeKind, Mode
from provenance.model.reliability import Digit, Letter, SourceRecord
from provenance.model.source import Family, SourcingType
from provenance.scoring.admiralty import digit
from provenance.scoring.factors import case_of, factors_of, sum_of
from provenance.scoring.interval import logistic
from provenance.scoring.prospects import prospects

kinds = st.sampled_from(list(SourcingType))
shown = st.sampled_from([kind for kind in SourcingType if kind.shows_origin])
hedges = st.lists(st.sampled_from(list(HedgeKind)), max_size=4)
relays = st.lists(st.sampled_from(["wire", "state", "paper", "nobody-knows"]), max_size=4)
records = st.builds(
    SourceRecord,
    key=st.just("origin"),
    supported=st.integers(0, 300),
    refuted=st.integers(0, 300),
    letter=st.sampled_from(list(Letter)),
)
further = st.lists(shown, max_size=10).map(
    lambda types: tuple(Origin(key=f"further {n}", name=f"further {n}", sourcing_type=kind) for n, kind in enumerate(types))
)
conflicts = st.lists(
    st.builds(
        lambda severity, reconcile, n: Conflict(
            a="claim", b=f"other {n}", kind="negation", severity=severity, reason="r", reconcile=reconcile
        ),
        st.sampled_from(list(Severity)),
        st.sampled_from([None, "another year"]),
        st.integers(0, 9),
    ),
    max_size=4,
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
        "conflicts": conflicts,
        "contested": st.booleans(),
        "parties_only": st.booleans(),
        "adversaries_agree": st.booleans(),
        "record": records,
    }
)
UNNAMED = {
    SourcingType.NAMED_OFFICIAL: SourcingType.ANONYMOUS_OFFICIAL,
    SourcingType.NAMED_EXPERT: SourcingType.ANONYMOUS_INSIDER,
    SourcingType.NAMED_PERSON: SourcingType.ANONYMOUS_INSIDER,
}


def not_above(one, other):
    """Value and both ends are at most those of the other."""
    return one.value <= other.value and one.low <= other.low and one.high <= other.high


@given(kinds, surroundings)
def test_the_weights_shown_sum_to_the_log_odds_whose_logistic_is_the_score(make, kind, around):
    scored = make(kind, **around).score()
    total = sum(factor.weight for factor in scored.factors)
    assert scored.value == pytest.approx(1 / (1 + math.exp(-total)), abs=1e-4)
    assert all(factor.weight == round(factor.weight, 2) for factor in scored.factors)


@given(kinds, surroundings)
def test_the_score_lies_within_its_interval_and_the_interval_within_0_and_1(make, kind, around):
    scored = make(kind, **around).score()
    assert 0 < scored.low <= scored.value <= scored.high < 1


@given(kinds, surroundings)
def test_no_score_and_no_grade_is_without_a_reason(make, kind, around):
    scored = make(kind, **around).score()
    assert scored.factors
    assert all(factor.reason for factor in scored.factors)
    assert scored.letter_reason
    assert scored.digit_reason
    assert scored.method == "1.0"


@given(st.sampled_from(sorted(UNNAMED)), surroundings)
def test_a_named_origin_never_scores_below_the_same_origin_unnamed(make, kind, around):
    assert not_above(make(UNNAMED[kind], **around).score(), make(kind, **around).score())


@given(kinds, surroundings, st.sampled_from(list(HedgeKind)))
def test_an_added_hedge_never_raises_a_score(make, kind, around, hedge):
    assert not_above(make(kind, **{**around, "hedges": [*around["hedges"], hedge]}).score(), make(kind, **around).score())


@given(kinds, surroundings, st.sampled_from(["wire", "state", "paper", "unheard-of"]))
def test_an_added_relay_never_raises_a_score(make, kind, around, relay):
    assert not_above(make(kind, **{**around, "relays": [*around["relays"], relay]}).score(), make(kind, **around).score())


@given(kinds, surroundings, st.sampled_from(list(Severity)), st.sampled_from([None, "another place"]))
def test_an_added_contradiction_never_raises_a_score(make, kind, around, severity, reconcile):
    more = make(kind, **{**around, "conflicts": [*around["conflicts"], make.conflict(severity, reconcile, "one more")]})
    assert not_above(more.score(), make(kind, **around).score())


@given(kinds, surroundings, st.integers(1, 40))
def test_an_echo_changes_neither_score_nor_grade(make, kind, around, more):
    before, after = make(kind, **around).score(), make(kind, **{**around, "echoes": around["echoes"] + more}).score()
    assert (after.value, after.low, after.high, after.grade) == (before.value, before.low, before.high, before.grade)


@given(kinds, surroundings, shown)
def test_an_added_independent_origin_never_lowers_a_score(make, kind, around, added):
    more = (*around["further"], Origin(key="one more", name="one more", sourcing_type=added))
    assert not_above(make(kind, **around).score(), make(kind, **{**around, "further": more}).score())


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


@given(kinds, surroundings)
def test_the_letter_f_and_the_digit_6_never_enter_arithmetic(make, kind, around):
    unknown = SourceRecord(key="origin")
    scored = make(kind, **{**around, "record": unknown}).score()
    assert scored.letter is Letter.F
    assert {"assessment", "track_record"}.isdisjoint(factor.factor for factor in scored.factors)
    if scored.digit is Digit.CANNOT_BE_JUDGED:
        assert all(factor.factor != "independent_origins" or factor.weight == 0 for factor in scored.factors)


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
    item, *rest = situation
    case = case_of(item.claim, item.article, *rest)
    for prospect in prospects(case, digit(case)):
        told = [change.value for change in situation.score().what_if if change.change == prospect.change]
        assert told in ([], [logistic(sum_of(factor.weight for factor in factors_of(prospect.case)))])
