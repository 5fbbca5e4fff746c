"""A list of any length is held a few pages at a time, and rows in sight stay where they are."""

import pytest
from queue_rows import queue_row

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


def test_pages_out_of_sight_are_let_go_and_read_again() -> None:
    pages = Pages()
    for number in range(4):
        pages.put(number, page(number))
    pages.forget_but(2 * PAGE - 1, 2 * PAGE)
    assert [pages.has(number) for number in range(4)] == [False, True, True, False]
    assert pages.total == 4 * PAGE
    assert pages.request(3) == (3 * PAGE, PAGE)
