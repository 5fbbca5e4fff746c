"""Hedges: which words weaken a claim, and which only look as if they did."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.extraction.hedges import find_hedges
from provenance.language.lexicon import read_lexicon
from provenance.model.claim import HedgeKind
from provenance.model.text import Span


def hedges(sentence: str) -> list[tuple[str, str]]:
    """Kind and words of every hedge of a sentence."""
    return [(hedge.kind.value, hedge.span.within(sentence)) for hedge in find_hedges(sentence, Span(0, len(sentence)))]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The striker reportedly asked for a transfer.", [("hearsay", "reportedly")]),
        ("It is also said that the bridge was closed.", [("hearsay", "It is also said")]),
        ("The singer is widely rumoured to have left the band.", [("hearsay", "is widely rumoured to")]),
        ("According to estimates, the dam holds less water.", [("hearsay", "According to estimates")]),
        ("It seems that the court has no date yet.", [("appearance", "It seems that")]),
        ("The ferry apparently turned back.", [("appearance", "apparently")]),
        ("The company appears to have known.", [("appearance", "appears to")]),
        ("The strike may end, and perhaps the port could open.", [("modal", "may"), ("modal", "perhaps"), ("modal", "could")]),
        ("The coach might stay.", [("modal", "might")]),
        ("Turnout is likely to fall.", [("modal", "likely")]),
        ("The painting is believed to be a copy.", [("belief", "is believed to")]),
        ("A man thought to have started the fire was freed.", [("belief", "thought to have")]),
        ("Analysts reckon that prices rise.", [("belief", "reckon")]),
        ("Suspected poachers crossed the river.", [("belief", "Suspected")]),
        ("About 300.000 people left the city.", [("approximator", "About")]),
        ("As many as twelve clubs went bankrupt.", [("approximator", "As many as")]),
        ("The storm cost an estimated $40 million.", [("approximator", "an estimated")]),
        ("The repair took more than a dozen days.", [("approximator", "more than")]),
        ("The so-called reform was voted down.", [("distancing", "so-called")]),
        ("They closed the office under the pretext of repairs.", [("distancing", "under the pretext of")]),
        ("The troops came ostensibly to help.", [("distancing", "ostensibly")]),
        ("He was convicted for his alleged links to a cartel.", [("distancing", "alleged")]),
        ("The town was made a “safe zone” in spring.", [("distancing", "“safe zone”")]),
    ],
)
def test_words_that_weaken_are_found_where_they_stand(sentence, found):
    assert hedges(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "It is worth mentioning that the minister met the mayor.",
        "It should be noted that the mayor resigned.",
        "The treaty was signed on 5 May 1955, and in May the troops left.",
        "May 5 was a Sunday.",
        "Theresa May resigned.",
        "The military might of the empire was spent.",
        "She could not attend, and they couldn't wait.",
        "The board talked about the plan around the table.",
        "Some players left, and nearly everybody was over the moon.",
        "The witness appeared in court.",
        "Prosecutors alleged that the clerk took bribes.",
        "Trains are supposed to stop here.",
        "She believes in fairness.",
        "The runner, a mayor's daughter, crossed the line.",
        "They named the operation “Olive Branch” after a song.",
        "The minister said the plan was a “great win” for all.",
        "He called it a “shameful day” in the chamber.",
        "The spokesman said to reporters that talks go on.",
        "",
    ],
)
def test_words_that_only_look_like_hedges_are_left_alone(sentence):
    assert hedges(sentence) == []


def test_the_longest_phrase_wins_and_none_overlap():
    assert hedges("She is widely believed to be the heir.") == [("belief", "is widely believed to")]


def test_two_words_that_round_one_figure_both_count():
    assert hedges("As many as an estimated 300 fans came.") == [("approximator", "As many as"), ("approximator", "an estimated")]


def test_offsets_hold_behind_letters_that_grow_when_made_small():
    text = "İİİ İzmir’de: the ferry may sail."
    found = find_hedges(text, Span(0, len(text)))
    assert [hedge.span.within(text) for hedge in found] == ["may"]


def test_only_the_given_place_is_read_and_offsets_are_those_of_the_text():
    text = "It may rain. It might snow."
    assert [hedge.span for hedge in find_hedges(text, Span(13, 27))] == [Span(16, 21)]


def test_blanks_that_do_not_break_and_typographic_apostrophes_read_like_plain_ones():
    assert hedges("About\u00a0300 people didn’t believe it; it’s\u00a0likely.") == [("approximator", "About"), ("modal", "likely")]


@pytest.mark.parametrize("kind", [kind for kind in HedgeKind if kind is not HedgeKind.APPROXIMATOR])
def test_every_kind_has_its_words_in_the_lexicon(kind):
    assert read_lexicon("hedges")[kind.value]["phrases"]


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_any_text_is_read_and_hedges_lie_in_order_within_the_place(text, one, other):
    place = Span(min(one, other, len(text)), min(max(one, other), len(text)))
    found = find_hedges(text, place)
    assert all(place.contains(hedge.span) and hedge.span.start < hedge.span.end for hedge in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))


@pytest.mark.parametrize("hostile", ["“a " * 20_000, '"' * 50_000, "may " * 20_000, "as many as " * 10_000, "a" * 200_000])
def test_hostile_text_is_read_to_its_end(hostile):
    found = find_hedges(hostile, Span(0, len(hostile)))
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
