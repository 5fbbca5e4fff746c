"""What is read can be read: contrast, signs for every meaning, and outside text that cannot harm a terminal."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from provenance.model.article import PublicationBounds
from provenance.model.chain import ConflictStatus, Standing
from provenance.model.queue import Order
from provenance.model.review import Action, Verdict
from tui.days import publication
from tui.look import ACTION_WORDS, ASCII, CONFLICT_WORDS, DARK, LIGHT, ORDER_WORDS, STANDING_WORDS, UNICODE, VERDICT_WORDS, Colours
from tui.outside import one_line, plain_ascii, safe
from tui.themes import THEMES


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG 2.2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [DARK, LIGHT], ids=["dark", "light"])
def test_every_ink_is_readable_on_every_ground(colours: Colours) -> None:
    inks = {"text": colours.text, "muted": colours.muted, "focus": colours.focus, **colours.standings}
    grounds = {"ground": colours.ground, "raised": colours.raised, "row": colours.row, "claim": colours.claim}
    weak = {
        f"{ink} on {ground}": round(contrast(inks[ink], grounds[ground]), 2)
        for ink in inks
        for ground in grounds
        if contrast(inks[ink], grounds[ground]) < 4.5
    }
    assert not weak


@pytest.mark.parametrize("colours", [DARK, LIGHT], ids=["dark", "light"])
def test_the_focus_has_a_colour_of_its_own(colours: Colours) -> None:
    assert colours.focus not in {*colours.standings.values(), colours.text, colours.muted}


def test_a_marked_hedge_is_readable_in_both_themes() -> None:
    for colours in (DARK, LIGHT):
        assert contrast(colours.text, colours.hedge) >= 4.5


def test_the_themes_carry_the_colours_of_the_table() -> None:
    assert THEMES["dark"].variables["standing-corroborated"] == "#56B4E9"
    assert THEMES["light"].variables["standing-contested"] == "#9C2F00"


def test_every_meaning_has_a_word_and_a_shape_of_its_own() -> None:
    assert set(STANDING_WORDS) == set(Standing)
    assert set(VERDICT_WORDS) == set(Verdict)
    assert set(ORDER_WORDS) == set(Order)
    assert set(ACTION_WORDS) == set(Action)
    assert set(CONFLICT_WORDS) == set(ConflictStatus)
    for signs in (UNICODE, ASCII):
        assert len({signs.conflict(conflict) for conflict in ConflictStatus}) == len(ConflictStatus)
        assert len({signs.standing(standing) for standing in Standing}) == len(Standing)
    assert len({letter for letter, _ in VERDICT_WORDS.values()}) == len(Verdict)


def test_ascii_signs_are_ascii_and_all_signs_are_one_cell_wide() -> None:
    for signs in (UNICODE, ASCII):
        for name in ("corroborated", "echo", "single_source", "contested", "unattributed", "cursor", "marked", "more", "bar_full"):
            assert cell_len(getattr(signs, name)) == 1
    assert all(str(value).isascii() for value in vars(ASCII).values())


HOSTILE = "a\x1b[31mred\x1b[0m \x00nul \u202egnirts\u202c \u2066iso\u2069 \x9b31m \x7f \x07bell\r\n[/b] [sic]"


def test_controls_escapes_and_direction_overrides_become_visible_signs() -> None:
    shown = safe(HOSTILE)
    assert "␛[31mred␛[0m" in shown
    assert "␀nul" in shown
    assert "⇄gnirts⇄" in shown
    assert "\x9b" not in shown
    assert "[/b] [sic]" in shown


@given(st.text())
def test_no_character_that_steers_a_terminal_is_left_and_offsets_still_fit(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    for sign in shown:
        assert sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs")
        assert not 0x202A <= ord(sign) <= 0x202E
        assert not 0x2066 <= ord(sign) <= 0x2069
    assert "\n" not in one_line(text)
    assert Content(shown).plain == shown  # nothing left for Textual to strip, so spans keep their places


@given(st.text())
def test_ascii_text_is_ascii_and_as_long(text: str) -> None:
    assert plain_ascii(safe(text)).isascii()
    assert len(plain_ascii(text)) == len(text)


def test_a_date_that_is_not_known_to_the_day_says_so() -> None:
    day = date(2020, 1, 13)
    assert publication(None) == "date unknown"
    assert publication(PublicationBounds(earliest=day, latest=day, basis=("stated",))) == "13 Jan 2020"
    assert publication(PublicationBounds(earliest=day, latest=date(2020, 1, 31), basis=("a weekday",))) == "Jan 2020 (inferred)"
    assert publication(PublicationBounds(earliest=None, latest=day, basis=("a weekday",))) == "by Jan 2020 (inferred)"
