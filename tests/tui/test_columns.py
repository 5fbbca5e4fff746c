"""Columns stay columns, whatever is written in them and however wide the terminal is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from queue_rows import queue_row
from rich.cells import cell_len

from provenance.model.review import Verdict
from provenance.model.source import SourcingType
from tui.look import ASCII, SHORT_TYPE_WORDS, UNICODE
from tui.outside import one_line
from tui.widgets.columns import Columns, fit, heading, row_parts

TEXTS = ["plain", "外交部发言人在例行记者会上表示双方进行了会谈" * 3, "قال مصدر محلي إن الاجتماع جرى", "x" * 500, "\x1b[31mred", ""]


@pytest.mark.parametrize("width", [76, 78, 98, 116, 200])
@pytest.mark.parametrize("text", TEXTS)
def test_a_row_fills_exactly_its_width(text: str, width: int) -> None:
    columns = Columns.of(width)
    for signs in (UNICODE, ASCII):
        parts = row_parts(queue_row(1, text=text, outlet=text), columns, signs, here=True, marked=True)
        assert sum(cell_len(words) for words, _ in parts) == width
        before_claim = sum(cell_len(words) for words, _ in parts[:-1])
        assert before_claim == heading(columns)[0][0].index("Claim")


@given(st.text(max_size=40), st.integers(min_value=3, max_value=30))
def test_fitted_text_takes_exactly_the_cells_it_is_given(text: str, width: int) -> None:
    assert cell_len(fit(one_line(text), width, UNICODE)) == width


@pytest.mark.parametrize("width", range(9, 26))
def test_a_number_is_shown_whole_or_not_at_all(width: int) -> None:
    shown = fit("About 3.000 people and 2,018,450 lira", width, UNICODE).rstrip(" …")
    assert shown in ("About", "About 3.000", "About 3.000 people"[: len(shown)], "About 3.000 people and"[: len(shown)])
    assert not shown.endswith(("3", "3.", "3.0", "3.00", "2", "2,018"))


def test_a_count_of_more_than_nine_does_not_look_like_nine() -> None:
    row = queue_row(1).model_copy(update={"group_articles": 12, "more_origins": 11})
    words = "".join(text for text, _ in row_parts(row, Columns.of(78), UNICODE, here=False, marked=False))
    assert "≈…" in words
    assert "unnamed+…" in words


def test_a_narrow_list_keeps_sign_grade_and_sourcing() -> None:
    words = "".join(text for text, _ in row_parts(queue_row(1), Columns.of(78), UNICODE, here=False, marked=False))
    for part in ("F4", "≈3", "Reuters", "unnamed+1", "The bridge"):
        assert part in words


@pytest.mark.parametrize("width", [76, 78, 98, 116])
def test_two_reviewers_who_differ_leave_a_gap_before_the_grade(width: int) -> None:
    row = queue_row(1).model_copy(update={"verdict": Verdict.REFUTED, "other_verdicts": (("colleague", Verdict.SUPPORTED),)})
    for entry in (row, row.model_copy(update={"verdict": None})):
        words = "".join(text for text, _ in row_parts(entry, Columns.of(width), UNICODE, here=False, marked=True))
        assert "/s F4 " in words


def test_every_sourcing_type_has_a_short_word_of_its_own_that_fits_a_narrow_list() -> None:
    assert set(SHORT_TYPE_WORDS) == set(SourcingType)
    assert len(set(SHORT_TYPE_WORDS.values())) == len(SourcingType)
    assert all(len(f"{word}+9") < Columns.of(78).sourcing for word in SHORT_TYPE_WORDS.values())


def test_a_wide_list_writes_the_standing_out() -> None:
    words = "".join(text for text, _ in row_parts(queue_row(1), Columns.of(116), UNICODE, here=False, marked=False))
    assert "≈ echo ×3" in words
    assert "anonymous official +1" in words
