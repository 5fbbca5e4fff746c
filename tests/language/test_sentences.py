"""Sentences are cut where they end, to the character."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.language.sentences import blocks, split
from provenance.model.text import Span


def sentences(text: str) -> list[str]:
    return [span.within(text) for span in split(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "sentence",
    [
        "About 300.000 people fled the city.",
        "Gen. Haftar met Dr. Serraj in Moscow at 5 a.m. on Monday.",
        "The U.S. Army and the U.N. envoy agreed on no. 5 of the plan.",
        "See vol. 3, fig. 2 and approx. 40 pages of annexes.",
        "Commander Abu O’baida met ‘Abd al-Rahman’s men in Idlib.",
        "The rate rose by 3.5 percent to $1.2 billion.",
        "J. K. Rowling and A. B. Yılmaz signed the letter.",
        "“Why now?” the minister asked.",
        "“We won!” Erdogan said.",
        "The senator (D., Mass.) spoke first.",
        "The case of Smith v. Jones was heard on Jan. 5 in Washington, D.C., by one judge.",
        "He waited... and left.",
        "The ministry said: “Wait.”",
    ],
)
def test_what_only_looks_like_an_end_does_not_cut(sentence):
    assert sentences(f"It began. {sentence} It was over.") == ["It began.", sentence, "It was over."]


def test_a_closing_quotation_mark_belongs_to_the_sentence_it_closes():
    assert sentences("He called it “the end.” Nobody answered.") == ["He called it “the end.”", "Nobody answered."]


def test_each_sentence_of_a_long_quotation_is_one_of_its_own():
    assert sentences("“The talks failed. We leave,” Lavrov said.") == ["“The talks failed.", "We leave,” Lavrov said."]


def test_an_unbalanced_quotation_mark_swallows_nothing():
    assert sentences("He spoke of “reform. The others left. Nobody stayed.") == [
        "He spoke of “reform.",
        "The others left.",
        "Nobody stayed.",
    ]


def test_ordinary_words_are_no_abbreviations():
    assert sentences("He lied about me. I left in May. It wasn’t his. She stayed.") == [
        "He lied about me.",
        "I left in May.",
        "It wasn’t his.",
        "She stayed.",
    ]


def test_non_breaking_spaces_are_space():
    assert sentences("One thing happened.\u00a0Another followed.\u00a0") == ["One thing happened.", "Another followed."]


def test_lines_are_blocks_and_a_wrapped_paragraph_is_one():
    text = (
        "A headline without an end\n\n"
        "The defence ministry said that the ceasefire had entered into\n"
        "force at midnight and that the observation posts would all be\n"
        "staying in place.\n\nShare it:\nLeave a Reply"
    )
    assert [b.within(text).split("\n")[0] for b in blocks(text)] == [
        "A headline without an end",
        "The defence ministry said that the ceasefire had entered into",
        "Share it:",
        "Leave a Reply",
    ]


@given(st.text(alphabet=st.sampled_from("aB.?! \n\r\t“”\"'‘’()1İ\u00a0\u200f\x00\u2028…:-ç\ud800"), max_size=120))
def test_sentences_cover_all_visible_text_in_order_without_overlap(text):
    spans = [s for b in blocks(text) for s in split(text, b)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    covered = {i for s in spans for i in range(*s)}
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())


def test_a_very_long_line_takes_linear_time():
    text = "He said so. " * 20_000
    assert len(sentences(text)) == 20_000
