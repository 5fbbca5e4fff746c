"""Scopes: over what time and how far a statement reaches, and when two reach over other times."""

import pytest

from provenance.language.quantities import find_quantities
from provenance.model.claim import Claim
from provenance.model.text import Span
from provenance.tracing.scopes import Scope, over_other_times, scopes_of


def read(text: str) -> tuple[Scope, ...]:
    span = Span(0, len(text))
    return scopes_of(Claim(id="c", article="a", position=0, span=span, text=text, quantities=tuple(find_quantities(text, span))))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The floods displaced 900,000 people over nine months", [("lasting", "9 month", "over nine months")]),
        ("It was the first meeting in years", [("lasting", "several year", "in years")]),
        ("It was the first meeting since 2011", [("since", "2011", "since 2011")]),
        ("The plant makes 40,000 tyres a day", [("rate", "day", "a day")]),
        ("He was away for a day", [("lasting", "1 day", "for a day")]),
        ("Annual sales rose nationwide", [("rate", "year", "Annual"), ("reach", "nationwide", "nationwide")]),
        (
            "It rained in December alone as in a year",
            [("reach", "in december alone", "in December alone"), ("lasting", "1 year", "in a year")],
        ),
        ("He was sentenced to six years in prison in 2019", []),
    ],
)
def test_phrases_of_scope_are_read_where_they_stand(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(scope.kind, scope.value, scope.words) for scope in read(text)] == found
    assert all(text[scope.start : scope.end] == scope.words for scope in read(text))


def test_one_month_and_nine_months_are_other_times_and_so_are_none_and_one() -> None:
    month, months, same = read("300 in one month"), read("900 over nine months"), read("300 within one month")
    assert over_other_times(month, months) is True
    assert over_other_times(month, same) is False
    assert over_other_times(month, read("300 people")) is None
    assert over_other_times(read("300 people"), read("900 people")) is False
