"""A held list keeps the order in which it was opened, and knows where the next claim waits for a verdict."""

from pathlib import Path

import pytest

from provenance.desk import Desk, held
from provenance.model.queue import ClaimQuery, Order
from provenance.model.review import Verdict

IN_ORDER = ClaimQuery(order=Order.ARTICLE)


@pytest.fixture
def full(desk: Desk, texts: dict[str, Path]) -> Desk:
    desk.intake([*texts.values()])
    return desk


def ids(desk: Desk, query: ClaimQuery = IN_ORDER) -> list[str]:
    return [entry.claim for entry in desk.claims(query, 0, 100)]


def test_rows_are_read_as_they_are_now_in_the_order_of_then(full: Desk) -> None:
    weakest, kept = ClaimQuery(), full.hold(ClaimQuery())
    before = ids(full, weakest)
    for claim in before[:3]:
        full.judge(claim, Verdict.SUPPORTED)
        full.grade_source("sana", "A", "long known")
    assert ids(full, weakest) != before
    assert [entry.claim for entry in kept.page(0, 100)] == before
    assert [kept.position(claim) for claim in before] == list(range(len(kept)))
    assert [entry.verdict for entry in kept.page(0, 4)] == [Verdict.SUPPORTED] * 3 + [None]
    assert kept.page(2, 2) == kept.page(0, 100)[2:4]


def test_a_judged_claim_stays_in_the_list_of_open_ones(full: Desk) -> None:
    kept = full.hold(ClaimQuery(reviewed=False))
    first = kept.page(0, 1)[0].claim
    full.judge(first, Verdict.REFUTED)
    assert kept.position(first) == 0
    assert full.hold(ClaimQuery(reviewed=False)).position(first) is None
    assert kept.position("no such claim") is None


@pytest.mark.parametrize("at_once", [1, 2, 500])
def test_the_next_unreviewed_claim_is_found_downwards_and_upwards(full: Desk, monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(held, "_LOOKED_AT", at_once)
    kept, claims = full.hold(IN_ORDER), ids(full)
    last = len(claims) - 1
    full.judge([claims[0], claims[2], claims[3]], Verdict.SUPPORTED)
    assert [kept.next_unreviewed(after) for after in (-1, 0, 1, 3, last, 99)] == [1, 1, 4, 4, None, None]
    assert [kept.next_unreviewed(after, True) for after in (-1, 0, 1, 4, 99)] == [None, None, None, 1, last]
    full.judge(claims, Verdict.SUPPORTED)
    assert kept.next_unreviewed(-1) is kept.next_unreviewed(len(kept), True) is None
