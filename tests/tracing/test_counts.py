"""Counts: numbers of one thing that exclude each other part two claims and are a conflict, as heavy as their words and dates make it."""

import sys
from datetime import date
from pathlib import Path

import pytest

from provenance.model.chain import ConflictStatus
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
