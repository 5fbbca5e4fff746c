"""Independence: each rule that folds one voice into another, and what keeps two apart."""

import sys
from pathlib import Path

from provenance.model.chain import Support
from provenance.model.source import SourcingType
from provenance.tracing import trace
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
