"""Drift: what a report of an origin's statement has otherwise than the report before it, with the words of both."""

import sys
from datetime import date
from pathlib import Path

from provenance.model.changes import Change, ChangeKind, by_reports
from provenance.model.claim import ClaimInContext
from provenance.model.source import SourcingType
from provenance.tracing import trace
from provenance.tracing.drift import changes_between, changes_on_the_way

sys.path.insert(0, str(Path(__file__).parent))
from told import told

OFFICIAL = ("unnamed-official@reuters:1", SourcingType.ANONYMOUS_OFFICIAL, ("reuters",))
WIRE = ("reuters", SourcingType.WIRE_AGENCY)
EARLY, LATE = date(2020, 1, 13), date(2020, 1, 15)


def between(one: ClaimInContext, other: ClaimInContext, kind: ChangeKind | None = None) -> list[str]:
    return [change.in_words for change in changes_between(one, other) if kind in (None, change.kind)]


def test_in_years_became_since_2011() -> None:
    one = told("It was the first meeting of the two in years", "a", by=[OFFICIAL], printed=EARLY)
    other = told("It was the first meeting of the two since 2011", "b", by=[OFFICIAL], printed=LATE)
    assert between(one, other) == ["“in years” became “since 2011”"]


def test_where_the_order_is_not_known_nothing_became_anything() -> None:
    one = told("It was the first meeting of the two in years", "a", by=[OFFICIAL])
    other = told("It was the first meeting of the two since 2011", "b", by=[OFFICIAL])
    assert between(one, other) == ["“in years” against “since 2011”"]


def test_a_number_changes_with_the_word_in_front_of_it() -> None:
    one = told("The storm left about 300 villagers homeless", "a", by=[OFFICIAL], printed=EARLY)
    other = told("The storm left 300 villagers homeless", "b", by=[OFFICIAL], printed=LATE)
    assert between(one, other, ChangeKind.NUMBER) == ["“about 300” became “300”"]
    assert between(one, one.model_copy(update={"article": other.article})) == []


def test_a_number_can_be_lost_and_added() -> None:
    one = told("The storm left 300 villagers homeless", "a", by=[OFFICIAL], printed=EARLY)
    other = told("The storm left villagers homeless", "b", by=[OFFICIAL], printed=LATE)
    assert between(one, other) == ["“300” was lost"]
    later = other.model_copy(update={"article": one.article}), one.model_copy(update={"article": other.article})
    assert between(*later) == ["“300” was added"]


def test_a_day_that_became_another_and_a_hedge_that_was_lost() -> None:
    one = told("They may meet on Monday", "a", by=[OFFICIAL], on="on Monday", day=date(2020, 1, 20), printed=EARLY)
    other = told("They meet on Tuesday", "b", by=[OFFICIAL], on="on Tuesday", day=date(2020, 1, 21), printed=LATE)
    assert between(one, other) == ["“on Monday” became “on Tuesday”", "“may” was lost"]


def test_the_same_day_in_other_words_is_no_change() -> None:
    one = told("They met on Monday", "a", by=[OFFICIAL], on="on Monday", day=date(2020, 1, 13), printed=EARLY)
    other = told("They met on 13 January", "b", by=[OFFICIAL], on="on 13 January", day=date(2020, 1, 13), printed=LATE)
    assert between(one, other) == []


def test_who_fell_out_of_the_trail_is_said_and_so_is_silence() -> None:
    one = told("They met, an official told Reuters", "a", by=[OFFICIAL], names="an official", printed=EARLY)
    wire = told("They met, Reuters said", "b", by=[WIRE], names="Reuters", printed=LATE)
    assert between(one, wire) == ["“an official” became “Reuters”: the trail stands without an official"]
    assert between(one, told("They met", "c", printed=LATE)) == ["“an official” was lost: no source is named"]


def test_differences_of_restated_texts_are_marked() -> None:
    one = told("It was the first meeting in years", "a", by=[OFFICIAL], printed=EARLY, restated=True)
    other = told("It was the first meeting since 2011", "b", by=[OFFICIAL], printed=LATE)
    assert between(one, other) == ["“in years” became “since 2011” (a text at hand is restated)"]


def test_only_reports_of_one_origin_are_held_against_each_other() -> None:
    one = told("The storm on the coast of Kerala left about 300 villagers homeless", "a", by=[("tass", SourcingType.STATE_AGENCY)])
    other = told("A storm left 300 villagers homeless on the coast of Kerala", "b", by=[("afp", SourcingType.WIRE_AGENCY)])
    group = trace([one, other]).groups[0]
    assert (len(group.origins), changes_on_the_way(group, [one, other])) == (2, ())
    echo = told("On the coast of Kerala a storm left 300 villagers homeless", "c", by=[("tass", SourcingType.STATE_AGENCY)])
    group = trace([one, other, echo]).groups[0]
    assert [change.in_words for change in changes_on_the_way(group, [one, other, echo])] == ["“about 300” against “300”"]


def test_the_changes_of_the_claim_at_hand_come_first() -> None:
    changes = [Change(kind=ChangeKind.HEDGE, earlier=a, later=b) for a, b in (("1", "2"), ("1", "3"), ("1", "3"))]
    assert [(found[0].later, len(found)) for found in by_reports(changes, "3")] == [("3", 2), ("2", 1)]
