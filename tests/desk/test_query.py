"""Facts about the words of a search."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.desk.query import parse_query
from provenance.errors import ProvenanceError
from provenance.model.chain import Standing
from provenance.model.queue import Order
from provenance.model.review import Verdict
from provenance.model.source import SourcingType


def test_filters_and_free_words_stand_side_by_side() -> None:
    query = parse_query("outlet:baladi standing:single type:anonymous met in Moscow")
    assert query.outlets == ("baladi",)
    assert query.standings == (Standing.SINGLE_SOURCE,)
    assert query.families == ("anonymous",)
    assert query.text == "met in Moscow"


def test_a_value_may_be_cut_short() -> None:
    assert parse_query("type:state_ag").types == (SourcingType.STATE_AGENCY,)
    assert parse_query("verdict:ref").verdicts == (Verdict.REFUTED,)
    assert parse_query("order:newest").order is Order.NEWEST_FIRST


def test_verdict_none_and_is_open_leave_what_is_not_judged() -> None:
    assert parse_query("verdict:none").reviewed is False
    assert parse_query("is:open").reviewed is False
    assert parse_query("verdict:any").reviewed is True


def test_a_quoted_value_may_hold_blanks() -> None:
    assert parse_query('outlet:"North Press" "two words"').outlets == ("North Press",)


@pytest.mark.parametrize("words", ["standing:lonely", "type:goblin", "colour:red", "is:blue", "outlet:"])
def test_what_is_not_known_is_named_with_what_is(words: str) -> None:
    with pytest.raises(ProvenanceError) as caught:
        parse_query(words)
    assert words.partition(":")[0] in str(caught.value)


@pytest.mark.parametrize(
    "words", ["https://example.org/a:b", "at 10:30 sharp", 'He said "no', "Hay’at Tahrir al-Sham", "100% (of) it; DROP TABLE"]
)
def test_words_that_only_look_like_filters_are_searched_for(words: str) -> None:
    assert parse_query(words).text.replace('"', "").split() == words.replace('"', "").split()


@given(st.text())
def test_no_words_break_the_search(words: str) -> None:
    with suppress(ProvenanceError):
        assert parse_query(words).order is Order.WEAKEST_FIRST or "order:" in words
