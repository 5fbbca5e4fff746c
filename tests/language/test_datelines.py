"""Datelines: what stands in front of the dash of an agency's first sentence is not what it tells."""

import pytest

from provenance.language.datelines import behind_dateline, opens_with_clock


@pytest.mark.parametrize(
    "dateline",
    [
        "IDLIB, Syria (North Press) – ",
        "ANKARA, May 14 (Reuters) - ",
        "N'DJAMENA, Jan. 4 (Reuters) - ",
        "Moscow (dpa) - ",
        "Santiago, Mar 14 (EFE).- ",
        "DAMASCUS, Syria — ",
        "Damascus – ",
        "RAQQA: ",
        "14:32 ",
        "2.15pm – ",
        "9:05 GMT ",
        "DEIR EZ-ZOR: ",
        "- ",
    ],
)
def test_a_sentence_begins_behind_its_dateline(dateline: str) -> None:
    sentence = f"{dateline}The bridge was reopened on Tuesday."
    assert sentence[behind_dateline(sentence) :] == "The bridge was reopened on Tuesday."


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge – closed since March – was reopened.",
        "Hakan Fidan – who heads the agency – met his counterpart.",
        "Ankara: the talks go on.",
        "Hakan Fidan — The minister of Turkey — left.",
        "Aleppo - Damascus is the road that matters.",
        "UN officials said that the road was open.",
        "",
    ],
)
def test_what_is_no_dateline_stays(sentence: str) -> None:
    assert behind_dateline(sentence) == 0


@pytest.mark.parametrize("line", ["14:32 The delegation has arrived", "14:32", "9.05 BST | Talks go on"])
def test_an_entry_begins_with_a_clock(line: str) -> None:
    assert opens_with_clock(line)


@pytest.mark.parametrize("line", ["2.15 million people fled", "14 people fled", "At 14:32 the bridge fell", "1:0 was the score"])
def test_a_figure_is_no_clock(line: str) -> None:
    assert not opens_with_clock(line)
