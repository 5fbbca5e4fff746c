"""Independence: each rule that folds one voice into another, and what keeps two apart."""

import sys
from pathlib import Path

from provenance.model.chain import ClaimGroup, IndependenceRule, Support
from provenance.model.claim import ClaimInContext
from provenance.model.source import SourcingType
from provenance.model.text import Span
from provenance.tracing import origin_tree, trace
from provenance.tracing.independence import independent

sys.path.insert(0, str(Path(__file__).parent))
from told import told

OFFICIAL, INSIDER, PERSON = SourcingType.ANONYMOUS_OFFICIAL, SourcingType.ANONYMOUS_INSIDER, SourcingType.NAMED_PERSON
LONG = "The harbour of Aden was closed to all ships on Tuesday after a tanker ran aground on the reef outside its northern breakwater"
OTHER = "On Tuesday no ship could enter the harbour at Aden, which was closed because a tanker had run aground on its reef"


def rules(*claims: object, **more: object) -> tuple[int, list[str]]:
    found = independent(claims, **more)  # type: ignore[arg-type]
    return len(found.origins), sorted({collapse.rule.value for collapse in found.collapsed})


def test_shared_origin_two_outlets_name_one_person() -> None:
    assert rules(told(LONG, "a", by=[("maria-silva", PERSON)]), told(OTHER, "b", by=[("maria-silva", PERSON)])) == (1, ["shared_origin"])


def test_two_named_people_are_two() -> None:
    assert rules(told(LONG, "a", by=[("maria-silva", PERSON)]), told(OTHER, "b", by=[("joao-costa", PERSON)])) == (2, [])


def test_shared_relay_somebody_unnamed_through_one_agency() -> None:
    one = told(LONG, "a", by=[("unnamed-port-official@afp:1", OFFICIAL, ("afp",))])
    two = told(OTHER, "b", by=[("unnamed-official@afp:2", OFFICIAL, ("afp",))])
    assert rules(one, two) == (1, ["shared_relay"])


def test_unnamed_people_of_two_agencies_are_two() -> None:
    one = told(LONG, "a", by=[("unnamed-official@afp:1", OFFICIAL, ("afp",))])
    two = told(OTHER, "b", by=[("unnamed-official@tass:2", OFFICIAL, ("tass",))])
    assert rules(one, two) == (2, [])


def test_descriptions_with_nothing_in_common_are_two_people() -> None:
    one = told(LONG, "a", by=[("unnamed-yemeni-official@afp:1", OFFICIAL, ("afp",))])
    two = told(OTHER, "b", by=[("unnamed-saudi-official@afp:2", OFFICIAL, ("afp",))])
    assert rules(one, two) == (2, [])


def test_unnamed_of_one_article_count_once() -> None:
    one = told(LONG, "a", article="x", by=[("unnamed-port-source@a:x", INSIDER)])
    two = told(OTHER, "a", article="x", by=[("unnamed-naval-source@a:x", INSIDER)])
    assert rules(one, two) == (1, ["unnamed_of_one_article"])


def test_republication_adds_nothing() -> None:
    one = told(LONG, "original", by=[("unnamed-port-official@original:1", OFFICIAL)])
    two = told(OTHER, "copier", republished_from="original", by=[("unnamed-man@copier:2", OFFICIAL)])
    assert rules(one, two) == (1, ["republication"])


def test_common_owner_makes_one_house_of_two_outlets() -> None:
    one = told(LONG, "a", by=[("unnamed-port-official@a:1", OFFICIAL)])
    two = told(OTHER, "b", by=[("unnamed-clerk@b:2", OFFICIAL)])
    assert rules(one, two) == (2, [])
    assert rules(one, two, owners={"a": "House", "b": "House"}) == (1, ["common_owner"])


def test_text_derivation_long_runs_of_words_have_one_origin_whoever_is_credited() -> None:
    one = told(LONG, "a", by=[("maria-silva", PERSON)])
    two = told("Officials said: " + LONG, "b", by=[("unnamed-official@b:2", OFFICIAL)])
    assert rules(one, two) == (1, ["text_derivation"])


def test_a_copy_that_credits_one_of_two_origins_does_not_join_the_two() -> None:
    one = told(LONG, "a", by=[("maria-silva", PERSON), ("joao-costa", PERSON)])
    two = told(LONG, "b", by=[("maria-silva", PERSON)])
    assert rules(one, two) == (2, ["shared_origin"])


def test_a_silent_copy_is_folded_into_the_origin_that_the_other_shows() -> None:
    group = trace([told(LONG, "a", by=[("maria-silva", PERSON)]), told(LONG, "b")]).groups[0]
    assert [(c.into, c.reason.startswith("shows no source")) for c in group.collapsed] == [("maria-silva", True)]
    assert [echo.of for echo in group.suspected_echoes] == [group.claims[0]]


def test_the_outlets_own_voice_is_no_origin() -> None:
    assert rules(told(LONG, "a", by=[("a", SourcingType.MEDIA_OUTLET)])) == (0, [])


def test_what_merely_resembles_a_statement_does_not_confirm_it() -> None:
    """Two voices stand in one group only where what both tell makes up enough of what either tells."""
    one = told("The chancellor said the harvest in Sindh would be the best in years", "a", by=[("chancellor", SourcingType.NAMED_OFFICIAL)])
    other = told(
        "The farmers said the chancellor had promised them seed, credit and water before the harvest in Sindh was lost to locusts",
        "b",
        by=[("farmers-union", SourcingType.OFFICIAL_BODY)],
    )
    assert all(group.support is not Support.CORROBORATED for group in trace([one, other]).groups)


def test_who_tells_another_part_of_the_event_is_no_second_origin() -> None:
    one = told(LONG, "a", by=[("maria-silva", PERSON)])
    two = told("The harbour of Aden earns a third of what the province spends on its schools", "b", by=[("joao-costa", PERSON)])
    assert rules(one, two) == (1, ["another_part"])


def test_a_person_can_set_the_teller_of_another_part_apart() -> None:
    one = told(LONG, "a", by=[("maria-silva", PERSON)])
    two = told("The harbour of Aden earns a third of what the province spends on its schools", "b", by=[("joao-costa", PERSON)])
    head = independent([one, two]).origins[0].key
    rejected = [(item.claim.id, head) for item in (one, two)]
    assert rules(one, two, rejected=rejected) == (2, [])


def two_sources(text: str, confidence: float, *, one_cue: bool = False) -> ClaimInContext:
    """A claim of one article in which a second source was read with some confidence, by the first one's cue or by a cue of its own."""
    item = told(text, "a", by=[("the-port", SourcingType.OFFICIAL_BODY), ("the-union", SourcingType.OFFICIAL_BODY)])
    sure, other = item.claim.attributions
    sure = sure.model_copy(update={"cue": (Span(0, 3),), "content": (Span(4, 40), Span(45, len(text))), "confidence": 0.95})
    cue = sure.cue if one_cue else (Span(41, 44),)
    other = other.model_copy(update={"cue": cue, "content": sure.content, "confidence": confidence})
    return item.model_copy(update={"claim": item.claim.model_copy(update={"attributions": (sure, other)})})


def only_group(item: ClaimInContext) -> ClaimGroup:
    (group,) = trace([item]).groups
    return group


def test_a_second_source_of_one_sentence_that_may_be_misread_counts_no_second_time_and_is_shown_with_its_reason() -> None:
    group = only_group(two_sources(LONG, 0.54))
    assert ([origin.key for origin in group.origins], group.support) == (["the-port"], Support.SINGLE_SOURCE)
    (collapse,) = group.collapsed
    assert (collapse.into, collapse.rule) == ("the-port", IndependenceRule.UNSURE_READING)
    assert collapse.reason == "the-union was read as a source beside the-port with 0.54 only"


def test_two_sources_of_one_sentence_count_where_both_are_sure_or_share_their_cue() -> None:
    assert only_group(two_sources(LONG, 0.8)).support is Support.CORROBORATED
    assert only_group(two_sources(LONG, 0.54, one_cue=True)).support is Support.CORROBORATED


def test_a_person_can_say_that_a_doubtful_second_source_is_one() -> None:
    item = two_sources(LONG, 0.54)
    assert rules(item, rejected=[(item.claim.id, "the-port")]) == (2, [])


def test_what_a_person_said_of_a_doubtful_source_holds_when_another_report_opens_the_origin() -> None:
    item = two_sources(LONG, 0.54)
    sure = item.claim.attributions[0].model_copy(
        update={"origin": "unnamed-port-official@afp:1", "chain": ("a", "afp", "unnamed-port-official@afp:1")}
    )
    sure = sure.model_copy(update={"sourcing_type": OFFICIAL})
    item = item.model_copy(update={"claim": item.claim.model_copy(update={"attributions": (sure, item.claim.attributions[1])})})
    rejected = [(item.claim.id, "unnamed-port-official@afp:1")]
    earlier = told(OTHER, "0b", by=[("unnamed-official@afp:2", OFFICIAL, ("afp",))])
    assert len(independent([item], rejected=rejected).origins) == len(independent([item, earlier], rejected=rejected).origins) == 2


def test_a_doubtful_source_is_no_bridge_to_another_report_of_that_source() -> None:
    sure = told(OTHER, "b", by=[("the-union", SourcingType.OFFICIAL_BODY)])
    assert rules(two_sources(LONG, 0.54), sure) == (2, ["unsure_reading"])


def test_the_tree_has_a_doubtful_source_under_the_surer_one_and_says_why() -> None:
    item = two_sources(LONG, 0.54)
    (root,) = origin_tree(only_group(item), [item], item.claim.id, {})
    leaves = [leaf for child in root.children for leaf in (child, *child.children) if leaf.claim]
    assert root.key == "the-port"
    assert sorted(leaf.inferred or "" for leaf in leaves) == ["", "the-union was read as a source beside the-port with 0.54 only"]


def test_that_something_is_to_happen_does_not_confirm_that_it_happened() -> None:
    begun = told("Turkey withdrew 400 soldiers from two outposts near Aleppo", "a", by=[("maria-silva", PERSON)])
    planned = told("Turkey will withdraw 400 soldiers from two outposts near Aleppo", "b", by=[("joao-costa", PERSON)])
    assert rules(begun, planned) == (1, ["another_part"])
    again = told("Turkey withdrew its 400 soldiers from the two outposts near Aleppo", "b", by=[("joao-costa", PERSON)])
    assert rules(begun, again)[0] == 2
