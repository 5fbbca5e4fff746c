"""Ordinals and `once`, `twice` set two claims apart: of one event they contradict, of several they tell of different ones."""

import sys
from pathlib import Path

import pytest

from provenance.tracing import trace
from provenance.tracing.counts import counts_of
from provenance.tracing.ranks import ranks_of

sys.path.insert(0, str(Path(__file__).parent))
from told import told


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("Fenerbahce won the cup for the third time", [("tim", 3)]),
        ("Volkswagen earned more in the first quarter", [("quart", 1)]),
        ("Galatasaray finished second in the league", [("end", 2)]),
        ("The envoy arrived on the second of May", []),
        ("The storm reached Derna in May", []),
    ],
)
def test_an_ordinal_orders_what_stands_behind_it_or_the_verb_in_front(text: str, ranks: list[tuple[str, int]]) -> None:
    assert [(rank.kind, rank.value) for rank in ranks_of(told(text, "a").claim)] == ranks


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fenerbahce won the cup for the first time", "Fenerbahce won the cup for the third time"),
        ("Putin was elected for a fifth term on Sunday", "Putin was elected for a fourth term on Sunday"),
        ("Galatasaray finished second in the Turkish league", "Galatasaray finished third in the Turkish league"),
        ("The striker scored once in the derby in Istanbul", "The striker scored twice in the derby in Istanbul"),
        ("The army shelled Tell Rifaat twice on Sunday", "The army shelled Tell Rifaat three times on Sunday"),
    ],
)
def test_how_often_one_thing_happened_is_contested(one: str, other: str) -> None:
    traced = trace([told(one, "a"), told(other, "b")])
    assert len(traced.groups) == 2
    assert [conflict.kind.value for conflict in traced.conflicts] == ["quantity"]


def test_two_quarters_are_two_things_and_no_contradiction() -> None:
    one = told("Volkswagen posted a profit of 4.2 billion euros in the first quarter", "a")
    other = told("Volkswagen posted a profit of 4.2 billion euros in the second quarter", "b")
    traced = trace([one, other])
    assert (len(traced.groups), traced.conflicts) == (2, ())


@pytest.mark.parametrize(
    "text", ["The hall is twice the size of the old one", "Erdogan was once mayor", "Erdogan, once a footballer, spoke"]
)
def test_a_comparison_and_a_former_time_count_nothing(text: str) -> None:
    assert not counts_of(told(text, "a").claim)
