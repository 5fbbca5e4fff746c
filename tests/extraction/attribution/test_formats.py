"""Speakers whom the layout names, and lines that only look like one."""

import pytest

from provenance.extraction.attribution.formats import told_by_layout
from provenance.language.sentences import blocks


def speakers(text: str) -> list[str]:
    return [told.speaker.within(text) for told in told_by_layout(text, blocks(text))]


def test_a_name_that_leads_two_paragraphs_before_a_colon_speaks() -> None:
    assert speakers("Fidan: The road is open.\n\nFidan: The bridge is not.") == ["Fidan", "Fidan"]


def test_a_signature_behind_a_dash_speaks() -> None:
    assert speakers("“The road is open.” — Hakan Fidan") == ["Hakan Fidan"]


@pytest.mark.parametrize("word", ["A" + "a" * 70, "O’" + "b’c" * 20, "A.b" * 22, "Ab-" * 22])
def test_a_long_word_in_front_of_a_colon_is_read_in_no_time(word: str) -> None:
    # Letters that two parts of a pattern can share out between them took time that doubled with each letter: this ended in hours.
    assert speakers(f"{word}x1 :") == []
    assert speakers(f"{word} is in the list; one: two") == []


_INTERVIEW = "Q: What will happen?\n\nA: They will go home soon.\n\nQ: When will that be?\n\nA: Nobody can say when."


def test_who_answers_is_the_one_person_named_before_the_first_question(read):
    found = read(f"Hakan Fidan, the foreign minister, spoke to this newspaper.\n\n{_INTERVIEW}")
    assert {a.origin for sentence in found.sentences for a in sentence} == {"hakan-fidan"}


def test_who_answers_stays_unnamed_where_nobody_is_named(read):
    assert read(_INTERVIEW).first().sourcing_type == "anonymous_insider"
