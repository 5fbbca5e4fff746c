"""A list of any length is held a few pages at a time, and rows in sight stay where they are."""

import pytest
from queue_rows import queue_row

from provenance.model.review import Verdict
from tui.widgets import pages as paging
from tui.widgets.pages import PAGE, Pages


def page(number: int) -> list:
    return [queue_row(row) for row in range(number * PAGE, (number + 1) * PAGE)]


def test_only_a_few_pages_of_a_long_list_are_held() -> None:
    pages = Pages()
    pages.total = 1_000_000
    for number in range(200):
        pages.put(number, page(number))
    assert pages.held == paging.PAGES_KEPT * PAGE
    assert pages.total == 1_000_000
    assert pages.row(0) is None
    last = pages.row(199 * PAGE + 7)
    assert last is not None
    assert last.claim == f"c{199 * PAGE + 7}"


def test_the_page_looked_at_last_is_not_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "PAGES_KEPT", 2)
    pages = Pages()
    pages.put(0, page(0))
    pages.put(1, page(1))
    assert pages.row(5) is not None
    pages.put(2, page(2))
    assert pages.has(0)
    assert not pages.has(1)


def test_a_row_that_leaves_the_query_stays_in_sight_and_later_pages_lose_no_row() -> None:
    everything = [queue_row(row) for row in range(3 * PAGE)]
    pages = Pages()
    pages.put(0, everything[:PAGE])
    for row in (0, 1, 2):
        judged = everything[row].model_copy(update={"verdict": Verdict.SUPPORTED})
        pages.change([judged])
        pages.leaves(row, judged)
    matching = everything[3:]
    offset, limit = pages.request(1)
    pages.put(1, matching[offset : offset + limit])
    assert pages.row(0) is not None
    first_of_next = pages.row(PAGE)
    assert first_of_next is not None
    assert first_of_next.claim == f"c{PAGE}"
    offset, limit = pages.request(0)
    pages.put(0, matching[offset : offset + limit])
    claims = [entry.claim for row in range(2 * PAGE) if (entry := pages.row(row)) is not None]
    assert claims == [f"c{row}" for row in range(2 * PAGE)]


def test_places_among_the_matching_and_rows_in_sight_are_told_apart() -> None:
    pages = Pages()
    pages.put(0, page(0))
    for row in (2, 5):
        pages.leaves(row, queue_row(row))
    assert [pages.row_of(offset) for offset in (0, 1, 2, 3, 4)] == [0, 1, 3, 4, 6]
    assert [pages.offset(pages.row_of(offset)) for offset in range(20)] == list(range(20))
    pages.returns(2)
    assert pages.row_of(2) == 2
