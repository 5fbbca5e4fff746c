"""Outside text cannot steer the terminal, hide in it, or turn the direction of writing; words of every script stay as they are."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.cli.terminal import counted, on_one_line, print_table, visible


@given(st.text())
def test_nothing_that_steers_comes_through(text: str) -> None:
    shown = visible(text)
    assert not {c for c in shown if unicodedata.category(c) in ("Cc", "Cs")} - {"\n", "\t"}
    assert not {c for c in shown if unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")}
    shown.encode("utf-8")


@pytest.mark.parametrize("text", ["Hay’at Tahrir al-Sham", "هيئة تحرير الشام", "می‌خواهم", "Türkiye – “İdlib”", "[sic] [/b]", "👍🏽"])
def test_words_stay_as_they_are(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [("\x1b[31m", "␛[31m"), ("a\x00b", "a␀b"), ("\x9b2J", "⟨U+009B⟩2J"), ("\u202egnp.exe", "⟨U+202E⟩gnp.exe"), ("\r", "␍")],
)
def test_what_steers_is_shown_as_a_sign(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_cell_is_one_line() -> None:
    assert on_one_line(" one\r\n two\tthree ") == "one two three"


def test_a_table_cuts_nothing_off_and_reads_nothing_as_markup(capsys: pytest.CaptureFixture[str]) -> None:
    words = " ".join(f"word{n}" for n in range(60)) + " [red]not red[/red] [/b] :smile:"
    print_table(("Id", "Empty", "Says"), [("x" * 60, "", words)], wide="Says")
    out = capsys.readouterr().out
    assert "Empty" not in out
    assert out.count("x") == 60
    assert [word for word in words.split() if word not in out] == []


@pytest.mark.parametrize(("number", "shown"), [(0, "0 claims"), (1, "1 claim"), (2, "2 claims")])
def test_numbers_agree_with_their_nouns(number: int, shown: str) -> None:
    assert counted(number, "claim") == shown
