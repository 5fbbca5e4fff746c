"""What a claim is filed under: the weeks that it tells of, and what brings claims together over years."""

import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from provenance.model.claim import ClaimInContext
from provenance.tracing import index_terms, trace
from provenance.tracing.aspects import aspects_of
from provenance.tracing.candidates import candidate_pairs
from provenance.tracing.filing import beside, lasting, of_one_time, weeks_of, worth_comparing
from provenance.tracing.times import Window

sys.path.insert(0, str(Path(__file__).parent))
from told import told

DAY = date(2024, 3, 6)
FIRE = "Firefighters in Aleppo rescued 214 weavers from a burning carpet warehouse near Sakhour"


def printed(text: str, outlet: str, after: int | None, **more: object) -> ClaimInContext:
    """A claim printed so many days later, or on an unknown day."""
    return told(text, outlet, printed=None if after is None else DAY + timedelta(days=after), **more)  # type: ignore[arg-type]


def compared(a: ClaimInContext, b: ClaimInContext) -> bool:
    """Whether two claims are worth comparing."""
    return worth_comparing(aspects_of(a), aspects_of(b))


def test_terms_are_filed_by_the_week_of_publication_and_by_those_of_the_times_that_are_told() -> None:
    old = date(2019, 10, 22)
    item = printed("The Adana memorandum was discussed in Sochi on 22 October 2019", "a", 0, on="22 October 2019", day=old)
    weeks = {DAY.toordinal() // 7, old.toordinal() // 7}
    assert weeks_of(aspects_of(item)) == weeks
    assert {term.partition("@")[2] for term in index_terms(item) if "@" in term} == {str(week) for week in weeks}


def test_what_may_be_of_any_time_is_filed_under_no_week() -> None:
    assert not any("@" in term for term in index_terms(printed(FIRE, "a", None)))
    chronicle = aspects_of(printed(FIRE, "a", 0))
    years = tuple(Window(day, day) for day in (DAY - timedelta(days=28 * n) for n in range(60)))
    assert weeks_of(replace(chronicle, windows=years)) == frozenset()
    assert compared(printed(FIRE, "a", None), printed("A carpet warehouse burned in Aleppo, and 214 weavers were rescued", "b", 4000))


def test_reports_of_other_weeks_are_not_compared_unless_they_tell_of_one_time() -> None:
    now, later = "214 weavers in Aleppo lost their looms", "In Aleppo, looms of 214 weavers burned on 5 March 2024"
    assert compared(printed(now, "a", 0), printed(later, "b", 8))
    assert not compared(printed(now, "a", 0), printed(later, "b", 60))
    assert compared(printed(now, "a", 0), printed(later, "b", 60, on="5 March 2024", day=DAY - timedelta(days=1)))


def test_a_copy_is_found_however_late_it_comes() -> None:
    first, again = printed(FIRE, "a", 0), printed(f"{FIRE}, officials said", "b", 2000)
    assert compared(first, again)
    assert len(trace([first, again]).groups) == 1


def test_a_stock_phrase_without_name_or_number_is_no_copy() -> None:
    phrase = "The defendant pleaded guilty and apologised to the bereaved relatives of the drowned fishermen"
    assert compared(printed(phrase, "a", 0), printed(phrase, "b", 7))
    assert not compared(printed(phrase, "a", 0), printed(phrase, "b", 500))


def test_agreements_of_one_name_meet_over_years() -> None:
    first = printed("Putin and Erdogan signed the Sochi agreement on a demilitarised zone", "a", 0)
    second = printed("Erdogan signed the Sochi agreement about joint patrols with Putin", "b", 400)
    assert any(sign.startswith("=deal") for sign in lasting(aspects_of(first)) & lasting(aspects_of(second)))
    assert compared(first, second)


@given(st.integers(0, 5000), st.integers(-7, 7))
def test_days_no_more_than_a_week_apart_are_of_one_time(day: int, step: int) -> None:
    a, b = (aspects_of(printed(f"Rain fell on day {n}", f"o{n}", n)) for n in (day, day + step))
    assert of_one_time(a, b)
    assert of_one_time(b, a)
    assert weeks_of(a) <= beside(weeks_of(b))


WORDS = ["weavers", "looms", "carpet", "warehouse", "Aleppo", "Sakhour", "214", "firefighters", "rescued", "burned"]


@given(
    st.lists(st.tuples(st.lists(st.sampled_from(WORDS), min_size=3, max_size=9), st.sampled_from([0, 6, 15, 40, 900, None])), max_size=9)
)
def test_the_index_gives_all_pairs_that_are_worth_comparing_and_no_others(rows: list[tuple[list[str], int | None]]) -> None:
    items = [printed(" ".join(words), f"outlet-{n}", after) for n, (words, after) in enumerate(rows)]
    aspects = {item.claim.id: aspects_of(item) for item in items}
    every = [(a, b) for a in sorted(aspects) for b in sorted(aspects) if a < b]
    assert candidate_pairs(aspects) == [(a, b) for a, b in every if worth_comparing(aspects[a], aspects[b])]


def test_two_reports_of_one_year_are_compared_however_long_after_the_other_the_later_is_printed() -> None:
    year = (date(2021, 1, 1), date(2021, 12, 31))
    one = told("A hospital in Adana treated 214 cholera patients in 2021", "a", on="in 2021", day=year, printed=date(2022, 1, 10))
    for after in (date(2022, 1, 12), date(2022, 3, 1), date(2025, 3, 1)):
        other = told("In 2021 a hospital of Adana treated 900 patients with cholera", "b", on="In 2021", day=year, printed=after)
        assert worth_comparing(aspects_of(one), aspects_of(other))
        assert [conflict.kind.value for conflict in trace([one, other]).conflicts] == ["quantity"]
