"""Tracing: which claims are put together, how many origins stand behind them, and that the order of reading does not matter."""

import random
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.chain import ConflictStatus, Support
from provenance.model.claim import ClaimInContext
from provenance.model.source import SourcingType
from provenance.tracing import Tracing, trace
from provenance.tracing.independence import independent

sys.path.insert(0, str(Path(__file__).parent))
from told import told

OFFICIAL, STATE, WIRE = SourcingType.ANONYMOUS_OFFICIAL, SourcingType.STATE_AGENCY, SourcingType.WIRE_AGENCY
BRIDGE = "The ministers of Norway and Finland opened a rebuilt bridge over the Tana river on Monday"
BRIDGE_TOO = "A rebuilt bridge over the Tana river was opened on Monday by the ministers of Norway and Finland"


def groups_of(traced: Tracing) -> set[frozenset[str]]:
    return {frozenset(group.claims) for group in traced.groups}


def support_of(*claims: ClaimInContext) -> tuple[Support, int]:
    traced = trace(claims)
    assert len(traced.groups) == 1, [group.claims for group in traced.groups]
    return traced.groups[0].support, len(traced.groups[0].origins)


def test_two_outlets_that_name_one_origin_are_an_echo() -> None:
    assert support_of(told(BRIDGE, "a", by=[("tass", STATE)]), told(BRIDGE_TOO, "b", by=[("tass", STATE)])) == (Support.ECHO, 1)


def test_two_origins_corroborate_though_their_articles_share_one_of_them() -> None:
    both = told(BRIDGE_TOO, "b", by=[("unnamed-finnish-official@b:1", OFFICIAL), ("tass", STATE)])
    assert support_of(told(BRIDGE, "a", by=[("tass", STATE)]), both) == (Support.CORROBORATED, 2)


def test_one_article_with_an_origin_is_a_single_source() -> None:
    assert support_of(told(BRIDGE, "a", by=[("tass", STATE)])) == (Support.SINGLE_SOURCE, 1)


def test_outlets_that_speak_in_their_own_voice_show_no_origin() -> None:
    assert support_of(told(BRIDGE, "a"), told(BRIDGE_TOO, "b")) == (Support.UNATTRIBUTED, 0)


def test_an_unnamed_official_relayed_by_one_agency_is_one_origin_and_so_is_the_agency() -> None:
    first = told(BRIDGE, "a", by=[("unnamed-finnish-official@reuters:1", OFFICIAL, ("reuters",))])
    second = told(BRIDGE_TOO, "b", by=[("unnamed-senior-finnish-official@reuters:2", OFFICIAL, ("reuters",))])
    third = told(BRIDGE_TOO + " morning", "c", by=[("reuters", WIRE)])
    traced = trace([first, second, third])
    assert [(group.support, len(group.origins)) for group in traced.groups] == [(Support.ECHO, 1)]
    assert {collapse.rule.value for collapse in traced.groups[0].collapsed} == {"shared_relay"}
    assert traced.groups[0].origins[0].sourcing_type is OFFICIAL


def test_a_collapse_that_a_person_rejected_stays_apart() -> None:
    first = told(BRIDGE, "a", by=[("unnamed-finnish-official@reuters:1", OFFICIAL, ("reuters",))])
    second = told(BRIDGE_TOO, "b", by=[("unnamed-finnish-official@reuters:2", OFFICIAL, ("reuters",))])
    group = trace([first, second]).groups[0]
    again = trace([first, second], rejected={(group.collapsed[0].claim, group.collapsed[0].into)})
    assert (len(group.origins), len(again.groups[0].origins)) == (1, 2)


def test_the_same_words_on_another_day_are_another_event() -> None:
    first = told(BRIDGE, "a", on="on Monday", day=date(2020, 1, 13))
    second = told(BRIDGE_TOO, "b", on="on Monday", day=date(2023, 5, 22))
    assert len(trace([first, second]).groups) == 2


def test_an_event_after_the_other_article_was_printed_is_another_event() -> None:
    first = told(BRIDGE, "a", printed=date(2020, 1, 14))
    second = told(BRIDGE_TOO, "b", on="on Monday", day=date(2023, 5, 22))
    assert len(trace([first, second]).groups) == 2


def test_other_numbers_of_the_same_thing_are_a_conflict_and_not_one_claim() -> None:
    first = told("A fire at a textile factory in Lahore killed 25 workers", "a")
    second = told("A fire in a Lahore textile factory killed 40 workers", "b")
    traced = trace([first, second])
    assert len(traced.groups) == 2
    assert [conflict.kind.value for conflict in traced.conflicts] == ["quantity"]
    assert all(group.conflict is ConflictStatus.RECONCILABLE for group in traced.groups), "the toll may have risen"


def test_the_same_number_of_other_things_joins_nothing() -> None:
    first = told("The motorway through the valley is 120 km long", "a")
    second = told("Some 120 fighters left the valley for the coast", "b")
    traced = trace([first, second])
    assert len(traced.groups) == 2
    assert traced.conflicts == ()


def test_what_one_denies_and_the_other_states_is_never_one_claim() -> None:
    first = told("Khalifa Haftar signed the ceasefire deal in Moscow", "a")
    second = told("Khalifa Haftar has not signed the ceasefire deal in Moscow", "b")
    traced = trace([first, second])
    assert len(traced.groups) == 2
    assert [conflict.kind.value for conflict in traced.conflicts] == ["negation"]


def test_adversaries_who_agree_are_marked() -> None:
    one = told(BRIDGE, "a", by=[("norway", SourcingType.OFFICIAL_BODY)], party="Norway")
    two = told(BRIDGE_TOO, "b", by=[("finland", SourcingType.OFFICIAL_BODY)], party="Finland")
    group = trace([one, two]).groups[0]
    assert group.parties_only
    assert group.adversaries_agree


SUBJECTS = ["The mayor of Lisbon", "Miners in Chile", "The court in Ghent", "Nurses in Kerala"]
DEEDS = [
    "rejected the new budget",
    "accepted the new budget",
    "did not sign the pay deal",
    "signed the pay deal",
    "counted 12 ballots",
    "counted 90 ballots",
]
ORIGINS = [
    None,
    ("tass", STATE),
    ("unnamed-aide@reuters:1", OFFICIAL, ("reuters",)),
    ("unnamed-official@reuters:2", OFFICIAL, ("reuters",)),
    ("reuters", WIRE),
    ("maria-silva", SourcingType.NAMED_PERSON),
]


@st.composite
def archives(draw: st.DrawFn) -> list[ClaimInContext]:
    rows = draw(
        st.lists(st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(DEEDS), st.integers(0, 5), st.sampled_from(ORIGINS)), max_size=14)
    )
    claims = {}
    for subject, deed, outlet, origin in rows:
        item = told(f"{subject} {deed} on Friday", f"outlet-{outlet}", by=[origin] if origin else [])
        claims[item.claim.article + subject + deed] = item.model_copy(
            update={"claim": item.claim.model_copy(update={"id": item.claim.article + subject + deed})}
        )
    return list(claims.values())


@settings(max_examples=40, deadline=None)
@given(archives(), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(claims: list[ClaimInContext], chance: random.Random) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert trace(claims) == trace(shuffled)


@settings(max_examples=40, deadline=None)
@given(archives())
def test_every_claim_is_in_exactly_one_group(claims: list[ClaimInContext]) -> None:
    assert sorted(claim for group in trace(claims).groups for claim in group.claims) == sorted(item.claim.id for item in claims)


@settings(max_examples=40, deadline=None)
@given(archives())
def test_claims_that_exclude_each_other_never_share_a_group(claims: list[ClaimInContext]) -> None:
    text = {item.claim.id: item.claim.text for item in claims}
    for group in trace(claims).groups:
        said = {text[claim] for claim in group.claims}
        assert not any("did not sign" in x and " signed" in y for x in said for y in said)
        assert not any("12 ballots" in x and "90 ballots" in y for x in said for y in said)


@settings(max_examples=60, deadline=None)
@given(archives())
def test_an_echo_never_adds_an_origin_and_never_takes_one(claims: list[ClaimInContext]) -> None:
    before = {origin.key for origin in independent(claims).origins}
    for item in claims[:4]:
        own = {"id": "article-of-copier", "outlet": "copier", "outlet_name": "copier"}
        copy = item.model_copy(
            update={
                "claim": item.claim.model_copy(update={"id": "copy", "article": "article-of-copier"}),
                "article": item.article.model_copy(update=own),
            }
        )
        assert len(independent([*claims, copy]).origins) == len(before)


def test_what_states_the_opposite_is_a_conflict_and_not_one_claim() -> None:
    traced = trace([told("Parliament in Lisbon accepted the new budget", "a"), told("Parliament in Lisbon rejected the new budget", "b")])
    assert len(traced.groups) == 2
    assert [conflict.kind.value for conflict in traced.conflicts] == ["negation"]


def test_what_people_merged_is_one_group_whatever_the_words_say() -> None:
    one, other = told(BRIDGE, "a", by=[("tass", STATE)]), told("The harvest failed in Sindh", "b", by=[("afp", WIRE)])
    assert groups_of(trace([one, other], merged=[(other.claim.id, one.claim.id)])) == {frozenset({one.claim.id, other.claim.id})}


def test_what_people_split_is_never_put_together_again_by_what_comes_later() -> None:
    one, other, third = told(BRIDGE, "a"), told(BRIDGE_TOO, "b"), told(BRIDGE_TOO + " morning", "c")
    assert len(groups_of(trace([one, other, third]))) == 1
    for group in groups_of(trace([one, other, third], split=[(one.claim.id, other.claim.id)])):
        assert not {one.claim.id, other.claim.id} <= group


def test_what_people_put_together_is_one_claim_in_several_wordings() -> None:
    one, other = told(BRIDGE, "a"), told("The reindeer have their crossing back", "b")
    third = told(BRIDGE_TOO, "c")
    merged = [(one.claim.id, other.claim.id)]
    assert groups_of(trace([one, other, third], merged=merged)) == {frozenset(item.claim.id for item in (one, other, third))}


def test_what_contradicts_one_wording_does_not_join_though_it_may_be_like_the_other() -> None:
    one, other = told("Parliament in Lisbon accepted the new budget", "a"), told("Portugal has a budget for the coming year", "b")
    against = told("Parliament in Lisbon rejected the new budget", "c")
    wanted = {frozenset({one.claim.id, other.claim.id}), frozenset({against.claim.id})}
    assert groups_of(trace([one, other, against], merged=[(one.claim.id, other.claim.id)])) == wanted


def test_reports_printed_far_apart_are_one_claim_only_where_they_date_it_alike_or_in_nearly_the_same_words() -> None:
    early, late = date(2021, 3, 1), date(2021, 6, 1)
    first = told("Residents of Porto must boil their water because of mud in the pipes", "a", printed=early)
    again = told("Mud in the pipes makes residents of Porto boil water, and schools are closed", "b", printed=late)
    soon = told(again.claim.text, "c", printed=early)
    copy = told(f"{first.claim.text} again", "d", printed=late)
    assert len(trace([first, soon]).groups) == 1
    assert len(trace([first, again]).groups) == 2
    assert len(trace([first, copy]).groups) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Galatasaray beat Besiktas 3-0 on Sunday", "Galatasaray beat Fenerbahce 3-0 on Sunday"),
        ("Storm Daniel hit Derna with winds of 120 km an hour", "Storm Elias hit Derna with winds of 120 km an hour"),
        ("Baykar delivered six drones to Kuwait in May", "Baykar delivered six drones to Mali in May"),
        ("Russia bombed a hospital in Idlib on Tuesday", "Turkey bombed a hospital in Idlib on Tuesday"),
    ],
)
def test_one_sentence_told_of_two_is_two_claims(one: str, other: str) -> None:
    assert len(trace([told(one, "a"), told(other, "b")]).groups) == 2


def test_a_state_and_its_president_may_be_one_in_the_same_sentence() -> None:
    one = told("Turkey rejected the plan for a corridor along the border", "a")
    other = told("Erdogan rejected the plan for a corridor along the border", "b")
    assert len(trace([one, other]).groups) == 1
