"""Days of a group: as exact as its articles' days are, and no more."""

import sys
from datetime import date
from pathlib import Path

from provenance.model.article import PublicationBounds
from provenance.model.claim import ClaimInContext
from provenance.tracing import told_by

sys.path.insert(0, str(Path(__file__).parent))
from told import told


def of(outlet: str, first: date | None, last: date | None) -> ClaimInContext:
    item = told("The dam held", outlet)
    bounds = PublicationBounds(earliest=first, latest=last, basis=("given",))
    return item.model_copy(update={"article": item.article.model_copy(update={"published": bounds})})


def days(*items: ClaimInContext) -> tuple[object, ...]:
    found = told_by(items)
    return tuple((bounds.earliest, bounds.latest) if bounds else None for bounds in (found.first, found.last))


MAY_1, MAY_20, MAY_31 = date(2023, 5, 1), date(2023, 5, 20), date(2023, 5, 31)


def test_exact_days_give_exact_days() -> None:
    assert days(of("a", MAY_31, MAY_31), of("b", MAY_1, MAY_1)) == ((MAY_1, MAY_1), (MAY_31, MAY_31))


def test_a_span_of_days_leaves_open_which_article_was_the_first() -> None:
    assert days(of("a", MAY_20, MAY_20), of("b", MAY_1, MAY_31)) == ((MAY_1, MAY_20), (MAY_20, MAY_31))


def test_a_side_that_is_open_stays_open() -> None:
    assert days(of("a", None, MAY_20), of("b", MAY_31, MAY_31)) == ((None, MAY_20), (MAY_31, MAY_31))
    assert days(of("a", MAY_20, None), of("b", MAY_1, MAY_1)) == ((MAY_1, MAY_1), (MAY_20, None))


def test_articles_of_an_unknown_day_are_counted_and_date_nothing() -> None:
    undated = [told("The dam held", "x"), of("y", None, None)]
    assert days(*undated) == (None, None)
    found = told_by([*undated, of("a", MAY_20, MAY_20)])
    assert (found.undated, found.first and found.first.earliest) == (2, MAY_20)
    assert found.first_claim == of("a", MAY_20, MAY_20).claim.id


def test_two_sentences_of_one_article_are_one_telling() -> None:
    one, other = told("The dam held", "x", article="one"), told("The dam stood firm", "x", article="one")
    assert told_by([one, other]).undated == 1


def test_the_claim_that_was_told_first_stands_for_the_group() -> None:
    assert told_by([of("a", MAY_31, MAY_31), of("b", None, MAY_20)]).first_claim == of("b", None, MAY_20).claim.id
