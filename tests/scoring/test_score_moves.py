"""What moves a score, and which way: whatever the claim, and whatever method a newsroom brings."""

import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from provenance.model.chain import Origin, Stand
from provenance.model.claim import HedgeKind
from provenance.model.source import SourcingType

sys.path.insert(0, str(Path(__file__).parent))
from any_claim import against, hands, kinds, not_above, not_better, same_judgement, shown, surroundings

UNNAMED = {
    SourcingType.NAMED_OFFICIAL: SourcingType.ANONYMOUS_OFFICIAL,
    SourcingType.NAMED_EXPERT: SourcingType.ANONYMOUS_INSIDER,
    SourcingType.NAMED_PERSON: SourcingType.ANONYMOUS_INSIDER,
}


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


@given(kinds, surroundings, against, st.integers(0, 9), st.integers(1, 9))
def test_an_added_origin_of_the_opposite_never_raises_a_score(make, kind, around, conflict, origins, more):
    def opposed_by(number):
        others = {**around["stands"], conflict.b: Stand("their own", number)}
        return make(kind, **{**around, "conflicts": [*around["conflicts"], conflict], "stands": others}).score()

    assert not_above(opposed_by(origins + more), opposed_by(origins))
    assert not_better(opposed_by(origins + more), opposed_by(origins))


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
