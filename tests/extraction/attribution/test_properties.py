"""What holds for every text: places lie in it, words are its words, nothing raises, and long texts take no longer than their length."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

WORDS = [
    "The minister",
    "Reuters",
    "SANA",
    "he",
    "they",
    "said",
    "told",
    "that",
    "the road was open",
    "according to",
    "citing",
    "an official",
    "quoted",
    "as saying",
]
MARKS = [",", ".", "“", "”", "‘", "’", '"', "(", ")", ":", "–", "\n\n", "\x00", "\x1b[31m", "\u200f", "[/b]", "İ"]
TEXTS = st.lists(st.sampled_from(WORDS + MARKS), max_size=40).map(" ".join)


@given(TEXTS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_place_lies_inside_the_text_and_source_and_cue_stand_apart(read, text):
    for attributions in read(text).sentences:
        for found in attributions:
            places = (*found.source, *found.cue, *found.content, *found.antecedent)
            assert all(0 <= place.start < place.end <= len(text) for place in places)
            assert not any(a.overlaps(b) for a in found.cue for b in found.source if found.rule != "said citing")
            assert found.rule
            assert 0 < found.confidence <= 1


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_raises(read, text):
    read(text)


@pytest.mark.parametrize("hostile", ["“" * 10_000, "(" * 10_000 + ")" * 9_000, "‘a " * 5_000, "\x00\x1b[2J said \u202e " * 500])
def test_hostile_text_is_only_text(drafts, hostile):
    assert isinstance(drafts(hostile), list)


@pytest.mark.parametrize(
    "unit",
    [
        "“We win,” he said. ",
        "Smith, ",
        "(said) ",
        "he said that ",
        "citing Reuters ",
        "according to ",
        "the workers’ ",
        "quoted as saying ",
        "‘We’ll win,’ he said. ",
    ],
)
def test_a_long_paragraph_takes_seconds(drafts, unit):
    started = time.process_time()
    drafts(unit * (200_000 // len(unit)))
    assert time.process_time() - started < 10
