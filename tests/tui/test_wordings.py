"""Two wordings side by side: what differs is marked, nothing is cut, nothing is changed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from queue_rows import queue_row
from rich.cells import cell_len

from provenance.model.article import PublicationBounds
from provenance.model.chain import ConflictStatus, Support, Told
from provenance.model.queue import GroupEntry
from tui.days import short_publication, told_words
from tui.look import ASCII, UNICODE
from tui.widgets.group_columns import GroupColumns, MemberColumns, group_heading, group_parts, member_heading, member_parts
from tui.widgets.wordings import DIFFERS, MOSTLY, WORDS_COMPARED, differing, wordings


def marked(one: str, other: str) -> tuple[list[str], list[str]]:
    ours, theirs = differing(one, other)
    return [place.within(one) for place in ours], [place.within(other) for place in theirs]


def test_words_that_the_other_lacks_are_marked_whatever_their_case_and_place() -> None:
    assert marked("The flood killed 12 people.", "On Monday THE flood killed 27 people.") == (["12"], ["On", "Monday", "27"])
    assert marked("Both met on Friday.", "On Friday both left.") == (["met"], ["left"])


def test_the_same_words_in_another_order_are_marked_where_the_order_changes() -> None:
    assert marked("Norway sued Finland", "Finland sued Norway") != ([], [])
    assert marked("The same.", "the SAME") == ([], [])


def test_numbers_with_separators_are_one_word() -> None:
    assert marked("about 300.000 people", "about 300.500 people") == (["300.000"], ["300.500"])


def test_a_few_differing_words_have_a_colour_and_many_only_a_line() -> None:
    few = wordings("The dam held on Monday", "The dam broke on Monday", 80, UNICODE)
    assert {str(span.style) for line in few for span in line.spans} >= {DIFFERS}
    many = wordings("The dam held", "Rain fell over all of the valley", 80, UNICODE)
    assert {str(span.style) for line in many for span in line.spans} >= {MOSTLY}


def test_without_room_for_two_columns_they_stand_one_below_the_other() -> None:
    assert all("│" not in line.plain for line in wordings("The dam held", "The dam broke", 40, UNICODE))
    assert any("│" in line.plain for line in wordings("The dam held", "The dam broke", 76, UNICODE))
    assert any(" | " in line.plain for line in wordings("The dam held", "The dam broke", 76, ASCII))


@given(st.text(), st.text(), st.integers(30, 120))
def test_no_character_is_lost_and_no_line_is_too_long(one: str, other: str, width: int) -> None:
    lines = wordings(one, other, width, UNICODE)
    assert all(line.cell_length <= width + 2 for line in lines)  # a wide sign may stand over the edge of its column
    for text in (one, other):
        for places in differing(text, other if text is one else one):
            assert all(0 <= place.start < place.end for place in places)


def test_only_the_first_words_of_a_text_without_end_are_compared() -> None:
    assert len(differing("word " * 100_000 + "end", "other")[0]) == WORDS_COMPARED


DAY = date(2020, 1, 13)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (DAY, DAY, "13 Jan 2020"),
        (DAY, date(2020, 1, 20), "(Jan 2020)"),
        (DAY, date(2020, 3, 1), "(2020)"),
        (DAY, date(2021, 3, 1), "(2020–2021)"),
        (None, DAY, "(–Jan 2020)"),
        (DAY, None, "(Jan 2020–)"),
        (None, None, "unknown"),
    ],
)
def test_a_day_in_a_column_is_as_exact_as_it_is_known(first: date | None, last: date | None, words: str) -> None:
    bounds = PublicationBounds(earliest=first, latest=last, basis=("given",))
    assert short_publication(bounds, UNICODE) == words
    assert len(words) <= 11
    assert short_publication(bounds, ASCII).isascii()


def test_what_is_not_known_of_the_days_is_said() -> None:
    known = PublicationBounds(earliest=DAY, latest=DAY, basis=("given",))
    assert told_words(Told(first_claim="c", undated=2), UNICODE) == "2 articles of an unknown day"
    assert told_words(Told(first_claim="c", first=known, last=known, undated=1), UNICODE) == "13 Jan 2020 · 1 article of an unknown day"


@pytest.mark.parametrize("width", [76, 116, 200])
@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_every_row_fills_its_line_under_its_heading(width: int, signs) -> None:
    row = queue_row(1, "外交部发言人在例行记者会上表示 " * 9, "Ağrı Haber Gazetesi")
    known = PublicationBounds(earliest=DAY, latest=DAY, basis=("given",))
    first = row.model_copy(
        update={"support": Support.SINGLE_SOURCE, "conflict": ConflictStatus.RECONCILABLE, "group_origins": 12345, "published": known}
    )
    group = GroupEntry(id="g", first=first, outlets=99, told=Told(first_claim="c", first=known, last=known, undated=3))
    for columns, heading, parts in (
        (GroupColumns.of(width), group_heading, lambda c: group_parts(group, c, signs, here=True, marked=True)),
        (MemberColumns.of(width), member_heading, lambda c: member_parts(first, c, signs, here=True, marked=True)),
    ):
        drawn = "".join(text for text, _ in parts(columns))
        head = "".join(text for text, _ in heading(columns))  # type: ignore[operator]
        assert width - 1 <= cell_len(drawn) <= width
        assert cell_len(drawn[: head.index("Claim")]) == head.index("Claim")
        assert drawn.isascii() or signs is UNICODE
        assert ("13 Jan 2020?" in drawn) is ("First" in head)
