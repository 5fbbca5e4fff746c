"""Search finds words however they are spelt, and takes whatever is typed as words."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.model.queue import ClaimQuery
from provenance.storage.search import fold, phrases

TEXTS = {
    "a": "Hay’at fighters left ‘Ayn al-‘Arab.",
    "b": "About 300.000 people fled Afrin.",
    "c": "Erdoğan met the Iğdır council; İzmir’s mayor did not.",
    "d": "Either side may come and go OR stay, NOT both (100%).",
    "e": "El niño reached São Tomé.",
}


@pytest.fixture
def texts(archive, make):
    read = make.reading("north-press", *TEXTS.values(), origins={1: "reuters"})
    archive.save_article(*read)
    return read


def found(archive, words):
    return "".join("abcde"[archive.claim(entry.claim).position] for entry in archive.queue(ClaimQuery(text=words), "ada", 0, 10))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Hay'at", "a"),
        ("hayat", "a"),
        ("HAY’AT fighters", "a"),
        ("ayn arab", "a"),
        ("al-'Arab", "a"),
        ("300.000", "b"),
        ("300,000", "b"),
        ("000.300", ""),
        ("Reuters", "b"),
        ("north press", "abcde"),
        ("erdogan", "c"),
        ("igdir izmirs", "c"),
        ("nino Tome", "e"),
        ("fighters Afrin", ""),
        ("fight", ""),
        ("fight*", "a"),
        ("   ", "abcde"),
        ("…", "abcde"),
    ],
)
def test_case_diacritics_and_apostrophes_do_not_matter_and_all_words_must_stand(archive, texts, words, expected):
    assert found(archive, words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('"fighters"', "a"),
        ('"', "abcde"),
        ('fighters"', "a"),
        ("fighters OR Afrin", ""),
        ("come OR stay", "d"),
        ("NOT both", "d"),
        ("fighters NEAR left", ""),
        ("words:fighters", ""),
        ("100%", "d"),
        ("%", "abcde"),
        ("fighters & left | ! <-> :*", "a"),
        ("-fighters +left ^a", ""),
        ("left)", "a"),
        ("'; DROP TABLE claim; --", ""),
        ("\\", "abcde"),
        ("fighters\x00left", "a"),
    ],
)
def test_a_query_with_quotes_percent_signs_and_operators_is_only_words(archive, texts, words, expected):
    assert found(archive, words) == expected


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=40))
def test_no_question_breaks_the_search(archive, words):
    archive.queue(ClaimQuery(text=words), "ada", 0, 1)


@given(words=st.text(max_size=60))
def test_folding_leaves_lower_case_latin_letters_digits_and_single_spaces(words):
    folded = fold(words)
    assert all(c in "abcdefghijklmnopqrstuvwxyz0123456789 " for c in folded)
    assert folded == " ".join(folded.split())
    assert fold(folded) == folded


def test_a_star_at_the_end_of_a_word_stands_for_its_further_letters():
    assert phrases("Idl* al-Bab*  x") == (("idl", True), ("al bab", True), ("x", False))
