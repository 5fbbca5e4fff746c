"""Counts: numbers of one thing that exclude each other part two claims and are a conflict, as heavy as their words and dates make it."""

import sys
from datetime import date
from pathlib import Path

import pytest

from provenance.model.chain import ConflictStatus
from provenance.model.claim import ClaimInContext
from provenance.tracing import trace
from provenance.tracing.counts import counts_of

sys.path.insert(0, str(Path(__file__).parent))
from told import told

DAY = date(2021, 5, 4)


def weighed(*claims: object) -> list[tuple[str, str]]:
    traced = trace(claims)  # type: ignore[arg-type]
    assert len(traced.groups) == len(claims)
    return [(conflict.kind.value, conflict.severity.value) for conflict in traced.conflicts]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("At least 12 people were killed and 31 injured in Porto", ["person/kill", "person/injur"]),
        ("The storm killed at least 58 people in Porto", ["person/kill"]),
        ("The number of people killed in the storm has risen to 27", ["person/kill"]),
        ("The brewer posted revenue of $41 million", ["dollar/revenu"]),
        ("The valley has 330 villages", ["village"]),
    ],
)
def test_a_number_counts_what_its_verb_or_noun_says(text: str, kinds: list[str]) -> None:
    assert [count.kind for count in counts_of(told(text, "a").claim)] == kinds


def test_two_tolls_of_one_day_are_contested() -> None:
    one = told("A storm in Porto killed 12 people", "a", printed=DAY)
    two = told("A storm in Porto killed 27 people", "b", printed=DAY)
    assert weighed(one, two) == [("quantity", "medium")]


def test_tolls_printed_on_two_days_can_both_have_been_true() -> None:
    one = told("A storm in Porto killed 12 people", "a", printed=DAY)
    two = told("The number of people killed in the storm in Porto has risen to 27", "b", printed=date(2021, 5, 6))
    assert weighed(one, two) == [("quantity", "low")]
    assert {group.conflict for group in trace([one, two]).groups} == {ConflictStatus.RECONCILABLE}


def test_at_least_is_kept_by_a_much_higher_number_but_is_not_the_same_claim() -> None:
    one = told("A storm in Porto killed at least 12 people", "a", printed=DAY)
    two = told("A storm in Porto killed 58 people", "b", printed=DAY)
    assert weighed(one, two) == [("quantity", "low")]


def test_at_least_and_the_next_number_are_one_claim() -> None:
    one = told("A storm in Porto killed at least 78 people", "a", printed=DAY)
    two = told("A storm in Porto killed 79 people", "b", printed=DAY)
    traced = trace([one, two])
    assert len(traced.groups) == 1
    assert not traced.conflicts


def test_two_sums_for_one_sale_are_contested() -> None:
    one = told("The harbour of Porto was sold for 41 million euros", "a", printed=DAY)
    two = told("The harbour of Porto was sold for 45 million euros", "b", printed=DAY)
    assert weighed(one, two) == [("quantity", "medium")]


def test_viewers_and_people_who_watched_are_held_against_each_other() -> None:
    one = told("About 26 million viewers watched the cup final in Porto", "a", printed=DAY)
    two = told("The cup final in Porto was watched by 1.5 billion people", "b", printed=DAY)
    assert weighed(one, two) == [("quantity", "medium")]


@pytest.mark.parametrize(
    "text",
    [
        "The death toll from the quake on Flores stood at 35",
        "The number of people killed in the Flores earthquake had climbed to 35",
        "The quake on Flores killed 35 people",
    ],
)
def test_a_toll_counts_those_whom_it_befell(text: str) -> None:
    assert ("person/kill", 35.0) in [(count.kind, count.quantity.value) for count in counts_of(told(text, "a").claim)]


def test_tolls_of_two_days_running_follow_each_other() -> None:
    first = told(
        "The earthquake on Flores killed 21 people on Tuesday", "a", on="on Tuesday", day=date(2021, 5, 4), printed=date(2021, 5, 4)
    )
    text = "The death toll from the earthquake on Flores stood at 35 people on Wednesday"
    later = told(text, "b", on="on Wednesday", day=date(2021, 5, 5), printed=date(2021, 5, 5))
    assert weighed(first, later) == [("quantity", "low")]
    (conflict,) = trace([first, later]).conflicts
    assert conflict.reconcile == "time: the later count may follow the earlier one"


def test_percentages_of_different_things_are_not_held_against_each_other() -> None:
    rate = told("The central bank in Porto raised its key rate to 5.25 percent on Thursday", "a", printed=DAY)
    forecast = told("The central bank in Porto raised its growth forecast to 1.25 percent on Thursday", "b", printed=DAY)
    other = told("The central bank in Porto raised its key rate to 4.75 percent on Thursday", "c", printed=DAY)
    assert weighed(rate, forecast) == []
    assert weighed(rate, other) == [("quantity", "medium")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 children were killed in the strike on Idlib", "12 adults were killed in the strike on Idlib"),
        ("12 children were killed in the strike on Idlib", "12 people were killed in the strike on Idlib"),
        ("12 women were arrested at the rally in Ankara", "12 men were arrested at the rally in Ankara"),
        ("30 police officers were hurt at the match in Izmir", "30 protesters were hurt at the match in Izmir"),
        ("Volkswagen posted revenue of 4.2 billion euros in May", "Volkswagen posted a profit of 4.2 billion euros in May"),
    ],
)
def test_the_same_number_of_others_is_another_claim(one: str, other: str) -> None:
    traced = trace([told(one, "a"), told(other, "b")])
    assert (len(traced.groups), traced.conflicts) == (2, ())


def test_a_part_that_the_other_names_too_is_told_by_both() -> None:
    one = told("12 children were killed in the strike on Idlib", "a")
    other = told("20 people, 12 of them children, were killed in the strike on Idlib", "b")
    assert len(trace([one, other]).groups) == 1


def test_the_same_people_told_in_another_order_are_the_same() -> None:
    one = told("Three soldiers and two civilians were killed in Raqqa on Monday", "a")
    other = told("Two civilians and three soldiers were killed in Raqqa on Monday", "b")
    assert len(trace([one, other]).groups) == 1


def _toll(text: str, outlet: str, on: str, day: int) -> ClaimInContext:
    return told(text, outlet, on=on, day=date(2023, 5, day), printed=date(2023, 5, 17))


def test_a_toll_that_grows_follows_the_earlier_one_and_one_that_shrinks_contradicts_it() -> None:
    first = _toll("The death toll of the earthquake in Hatay stood at 12 on Monday", "a", "on Monday", 15)
    grown = _toll("The death toll of the earthquake in Hatay stood at 17 on Tuesday", "b", "on Tuesday", 16)
    fallen = _toll("The death toll of the earthquake in Hatay stood at 9 on Tuesday", "c", "on Tuesday", 16)
    assert [conflict.severity.value for conflict in trace([first, grown]).conflicts] == ["low"]
    (conflict,) = trace([first, fallen]).conflicts
    assert conflict.severity.value == "medium"
    assert conflict.reconcile is not None
    assert conflict.reconcile.startswith("correction")


def test_two_tolls_of_what_happened_on_two_days_close_together_are_two_events_or_a_wrong_day() -> None:
    one = _toll("The explosion in the mine in Amasra on Monday killed 12 workers", "a", "on Monday", 15)
    other = _toll("The explosion in the mine in Amasra on Tuesday killed 17 workers", "b", "on Tuesday", 16)
    traced = trace([one, other])
    assert len(traced.groups) == 2
    assert ("quantity", "low") in [(conflict.kind.value, conflict.severity.value) for conflict in traced.conflicts]


def test_how_long_something_lasted_is_contested_and_no_scope() -> None:
    one = told("Train drivers of the union in Leeds walked out for 24 hours on Monday", "a")
    other = told("Train drivers of the union in Leeds walked out for 48 hours on Monday", "b")
    assert [(conflict.kind.value, conflict.severity.value) for conflict in trace([one, other]).conflicts] == [("quantity", "medium")]
