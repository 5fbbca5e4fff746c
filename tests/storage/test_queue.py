"""The claim list: every order and filter, page after page, and where the next open claim is."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.desk.held import HeldList
from provenance.model.chain import ConflictStatus, Standing, Support
from provenance.model.queue import ClaimQuery, Order, Progress
from provenance.model.review import Verdict
from provenance.model.source import SourcingType
from provenance.storage import Archive, queue


@pytest.fixture
def articles(archive, make):
    """Three articles: low ends .3 .1, .2 .3, .1 .9; the second is newest, the third has no date and is contested."""
    return (
        make.take_in(archive, make.reading("north-press", "A rose.", "B rose.", published=date(2020, 1, 1)), 0.3, 0.1),
        make.take_in(archive, make.reading("anadolu", "C rose.", "D rose.", origins={0: "reuters"}, published=date(2021, 1, 1)), 0.2, 0.3),
        contested(archive, make, make.take_in(archive, make.reading("sana", "E rose.", "F rose."), 0.1, 0.9)),
    )


def contested(archive, make, read):
    group = make.grouped(read.claims[1], support=Support.SINGLE_SOURCE, conflict=ConflictStatus.CONTESTED)
    archive.save_tracing([group], (), [read.claims[1].id])
    return read


def letters(archive, offset=0, limit=100, by="ada", **query):
    return "".join(entry.text[0] for entry in archive.queue(ClaimQuery(**query), by, offset, limit))


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.WEAKEST_FIRST, "BECADF"),
        (Order.STRONGEST_FIRST, "FADCBE"),
        (Order.NEWEST_FIRST, "CDABEF"),
        (Order.OUTLET, "CDABEF"),
        (Order.ARTICLE, "ABCDEF"),
        (Order.CONTESTED_FIRST, "FBECAD"),
    ],
)
def test_each_order_breaks_ties_by_article_and_position(archive, articles, order, expected):
    assert letters(archive, order=order) == expected
    assert "".join(letters(archive, i, 1, order=order) for i in range(6)) == expected
    assert letters(archive, 4, 10, order=order) == expected[4:]
    assert letters(archive, 6, 10, order=order) == ""


def test_every_order_has_its_columns():
    assert set(queue.ORDERS) == set(Order)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"outlets": ("sana",)}, "EF"),
        ({"outlets": ("north press", "Ana")}, "ABCDEF"),  # "Ana" is part of Anadolu and of Sana
        ({"outlets": ("nowhere",)}, ""),
        ({"standings": (Standing.CONTESTED,)}, "F"),
        ({"standings": (Standing.SINGLE_SOURCE,)}, "C"),
        ({"supports": (Support.SINGLE_SOURCE,)}, "CF"),
        ({"conflicts": (ConflictStatus.NONE,)}, "ABCDE"),
        ({"types": (SourcingType.WIRE_AGENCY,)}, "C"),
        ({"families": ("institution",)}, "C"),
        ({"families": ("none",), "types": (SourcingType.WIRE_AGENCY,)}, ""),
        ({"origin": "reuters"}, "C"),
        ({"article": "unknown"}, ""),
        ({"text": "e rose"}, "E"),
        ({"text": "rose", "outlets": ("anadolu",), "types": (SourcingType.UNATTRIBUTED,)}, "D"),
    ],
)
def test_all_filters_that_are_set_have_to_hold(archive, articles, query, expected):
    assert letters(archive, order=Order.ARTICLE, **query) == expected
    assert archive.progress(ClaimQuery(**query), "ada").matching == len(expected)


def test_claims_are_filtered_by_article_and_group(archive, articles):
    assert letters(archive, article=articles[1].article.id) == "CD"
    assert letters(archive, group=f"g-{articles[0].claims[1].id}") == "B"


def test_verdicts_filter_by_reviewer(archive, make, articles):
    (a, b), (c, _), _ = (read.claims for read in articles)
    archive.journal.append(make.verdict(a, b))
    archive.journal.append(make.verdict(b, c, found=Verdict.REFUTED, by="bo"))
    archive.journal.append(make.note(c, "seen"))
    article = {"order": Order.ARTICLE}
    assert letters(archive, reviewed=True, **article) == "AB"
    assert letters(archive, reviewed=False, **article) == "CDEF"
    assert letters(archive, verdicts=(Verdict.REFUTED,), **article) == ""
    assert letters(archive, verdicts=(Verdict.REFUTED,), by="bo", **article) == "BC"
    assert letters(archive, disputed=True, **article) == "B"
    assert letters(archive, has_note=True, **article) == "C"
    assert letters(archive, has_note=False, **article) == "ABDEF"
    assert archive.progress(ClaimQuery(disputed=True), "ada") == Progress(matching=1, reviewed=1, total=6, total_reviewed=2)
    assert archive.progress(ClaimQuery(), "bo") == Progress(matching=6, reviewed=2, total=6, total_reviewed=2)
    assert archive.progress(ClaimQuery(reviewed=False), "ada") == Progress(matching=4, reviewed=0, total=6, total_reviewed=2)


def test_a_verdict_does_not_move_a_row(archive, make, articles):
    before = letters(archive)
    archive.journal.append(make.verdict(articles[0].claims[0]))
    assert letters(archive) == before


def test_a_row_tells_all_that_the_list_draws(archive, make, articles):
    claim = articles[1].claims[0]
    entry = archive.entries([claim.id], "ada")[0]
    assert (entry.text, entry.outlet, entry.outlet_name) == ("C rose.", "anadolu", "Anadolu")
    assert (entry.score, entry.low, entry.high, entry.grade) == (pytest.approx(0.3), 0.2, pytest.approx(0.4), "F4")
    assert (entry.group, entry.sourcing_type, entry.standing) == (f"g-{claim.id}", SourcingType.WIRE_AGENCY, Standing.SINGLE_SOURCE)
    assert [e.text[0] for e in archive.entries([articles[2].claims[0].id, "unknown", claim.id], "ada")] == ["E", "C"]


def test_a_list_is_known_by_its_numbers_and_read_by_them(archive, make, articles):
    for order in Order:
        numbers = archive.queue_numbers(ClaimQuery(order=order), "ada")
        assert archive.entries_of_numbers(numbers, "ada") == archive.queue(ClaimQuery(order=order), "ada", 0, 10)
    assert [archive.number_of_claim(entry.claim) for entry in archive.entries_of_numbers(numbers, "ada")] == numbers
    assert archive.number_of_claim("unknown") is None
    archive.journal.append(make.verdict(articles[0].claims[0]))
    assert archive.judged_among(numbers, "ada") == {archive.number_of_claim(articles[0].claims[0].id)}
    assert archive.judged_among(numbers, "bo") == frozenset()


def test_an_outlet_with_plenty_of_claims_is_filtered_the_same_way(archive, articles, monkeypatch):
    expected = letters(archive, outlets=("north-press", "sana"))
    monkeypatch.setattr(queue, "PLENTY", 2)
    assert letters(archive, outlets=("north-press", "sana")) == expected
    assert archive.progress(ClaimQuery(outlets=("north-press", "sana")), "ada").matching == 4


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lows=st.lists(st.sampled_from([0.0, 0.1, 0.25, 0.5]), min_size=1, max_size=12),
    judged=st.sets(st.integers(0, 11)),
    order=st.sampled_from([Order.WEAKEST_FIRST, Order.STRONGEST_FIRST, Order.NEWEST_FIRST, Order.ARTICLE, Order.CONTESTED_FIRST]),
)
def test_pages_positions_and_next_open_claim_agree_for_any_scores(tmp_path_factory, make, lows, judged, order):
    with Archive(tmp_path_factory.mktemp("any") / "archive.db") as archive:
        read = make.take_in(archive, make.reading("sana", *(f"It rose {i}." for i in range(len(lows)))), *lows)
        done = [claim for i, claim in enumerate(read.claims) if i in judged]
        if done:
            archive.journal.append(make.verdict(*done))
        query = ClaimQuery(order=order)
        rows = archive.queue(query, "ada", 0, 100)
        assert sorted(entry.claim for entry in rows) == sorted(claim.id for claim in read.claims)
        kept = HeldList(archive, query, "ada")
        assert [kept.position(entry.claim) for entry in rows] == list(range(len(rows)))
        open_ = [i for i, entry in enumerate(rows) if entry.verdict is None]
        for after in range(-1, len(rows) + 1):
            assert kept.next_unreviewed(after) == next((i for i in open_ if i > after), None)
            assert kept.next_unreviewed(after, True) == next((i for i in reversed(open_) if i < after), None)
