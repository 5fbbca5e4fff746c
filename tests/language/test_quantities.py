"""Quantities: what a number is worth, how its words bound it, and what it counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.language.quantities import find_quantities, number_of
from provenance.model.claim import Precision
from provenance.model.text import Span


def read(text: str) -> list[tuple[float, str, str | None]]:
    return [(q.value, q.precision.value, q.unit) for q in find_quantities(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("about 300.000 people of that city", [(300000, "about", "person")]),
        ("There are 3.000 foreign militants", [(3000, "exact", "militant")]),
        ("Over 1,600 people were killed", [(1600, "at_least", "person")]),
        ("As many as 40,000 residents fled", [(40000, "at_most", "resident")]),
        ("an estimated million more", [(1000000, "about", None)]),
        ("The road is 120 km long", [(120, "exact", "km")]),
        ("closed for seven months", [(7, "exact", "month")]),
        ("the 11-year-long war", [(11, "exact", "year")]),
        ("two hundred soldiers", [(200, "exact", "soldier")]),
        ("twenty-five schools", [(25, "exact", "school")]),
        ("sales of $15.8 billion", [(15.8e9, "exact", "dollar")]),
        ("62% of voters", [(62, "exact", "percent")]),
        ("2.5 per cent", [(2.5, "exact", "percent")]),
        ("a rate of 0.125 percent", [(0.125, "exact", "percent")]),
        ("one soldier died", [(1, "exact", "soldier")]),
        ("three hundred thousand residents", [(300000, "exact", "resident")]),
        ("nearly two hundred and five thousand voters", [(205000, "about", "voter")]),
        ("twelve thousand five hundred tents", [(12500, "exact", "tent")]),
        ("a hundred and twenty lorries", [(120, "exact", "lorry")]),
        ("one hundred fifty dead", [(150, "exact", "dead")]),
        ("two and a half million liras", [(2.5e6, "exact", "lira")]),
        ("three and a half hours", [(3.5, "exact", "hour")]),
        ("two or three men", [(2, "exact", None), (3, "exact", "man")]),
        ("a million three weeks ago", [(1e6, "exact", None), (3, "exact", "week")]),
    ],
)
def test_a_number_is_read_with_its_bounds_and_what_it_counts(text: str, wanted: list[tuple[float, str, str | None]]) -> None:
    assert read(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "on September 19",
        "In 2018, France",
        "beat them 3-1",
        "at 11:50",
        "the M4 highway",
        "the 3rd time",
        "dozens of people",
        "one of them",
        "on 12.05.2020",
        "COVID-19",
        "the 1980s",
    ],
)
def test_dates_years_scores_times_ordinals_and_names_are_no_quantities(text: str) -> None:
    assert read(text) == []


def test_a_dot_groups_thousands_only_before_exactly_three_digits() -> None:
    assert number_of("300.000") == 300000
    assert number_of("1.234.567") == 1234567
    assert number_of("30.25") == 30.25
    assert number_of("0.125") == 0.125
    assert number_of("12.05.2020") is None


@given(st.integers(1, 999), st.integers(0, 999))
def test_commas_and_dots_group_alike(thousands: int, rest: int) -> None:
    assert number_of(f"{thousands},{rest:03}") == number_of(f"{thousands}.{rest:03}") == thousands * 1000 + rest


@given(st.text(max_size=120))
def test_spans_lie_in_the_text_and_hold_the_number(text: str) -> None:
    for quantity in find_quantities(text, Span(0, len(text))):
        assert 0 <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.value >= 0
        assert quantity.precision in Precision


@given(st.integers(1, 9), st.integers(2, 9), st.integers(21, 99))
def test_a_number_in_words_is_worth_what_its_parts_add_up_to(thousands: int, hundreds: int, rest: int) -> None:
    units = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    last = tens[rest // 10] + (f"-{units[rest % 10]}" if rest % 10 else "")
    for and_ in (" and ", " "):
        spelt = f"{units[thousands]} thousand {units[hundreds]} hundred{and_}{last}"
        assert read(f"{spelt} ballots") == [(1000 * thousands + 100 * hundreds + rest, "exact", "ballot")]


def test_a_run_of_figures_that_no_machine_can_hold_is_no_number() -> None:
    for text in (f"{'1' * 400} people died.", f"{'9' * 300} trillion dollars were lost."):
        assert find_quantities(text, Span(0, len(text))) == []
