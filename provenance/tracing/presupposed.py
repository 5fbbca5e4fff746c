"""What a sentence takes for granted, in a clause that only says which one is meant: "the ferry | that ran aground | was old"."""

from collections.abc import Sequence

from provenance.language.lexicon import words as lexicon_words
from provenance.language.transliteration import fold
from provenance.model.text import Span
from provenance.tracing.words import cue, is_past, words_of

_FINITE = lexicon_words("grammar", "finite")
_NEAR = 3  # words in front of the clause among which "the" says that it is known which one is meant
_FEWEST = 2  # words of a clause: the pronoun and its verb


def presupposed(text: str) -> tuple[Span, ...]:
    """The places of restrictive relative clauses in front of the main verb, and of the thing meant where it is known: `the ferry that …`.

    Two claims that share no more than those tell of two things. A clause begins at `that`, `who` or `which` behind a noun and no comma,
    with its verb right behind, and ends where the next verb stands. Where none stands there, the clause is what the sentence is there to
    tell ("It was the army that fired").
    """
    found = words_of(text)
    lows = [fold(word) if word[0].islower() or not at else word for at, (_, word) in enumerate(found)]  # "May" is no verb
    clauses = []
    for at in range(1, len(lows) - _FEWEST):
        start, word = found[at - 1]
        if lows[at] not in cue("relative") or "," in text[start + len(word) : found[at][0]] or lows[at - 1] in cue("function"):
            continue
        if not _is_verb(lows, at + 1):
            continue
        main = next((k for k in range(at + _FEWEST, len(lows)) if _is_verb(lows, k) and _goes_on(text, found, at, k)), None)
        if main is not None:
            whom = next((k for k in range(at - 1, max(-1, at - 1 - _NEAR), -1) if lows[k] == "the"), at)
            clauses.append(Span(found[whom][0], found[main][0]))
    return tuple(clauses)


def _is_verb(lows: Sequence[str], at: int) -> bool:
    """Whether a word is a finite verb by its form, and neither joined to the one before (`shot and killed`) nor passive without one."""
    low = lows[at]
    if lows[at - 1] in ("and", "or", "to") or lows[at - 1] in _FINITE:
        return False
    by = low.endswith("ed") and lows[at + 1 : at + 2] == ["by"]
    return low in _FINITE or (is_past(low) and not by)


def _goes_on(text: str, found: Sequence[tuple[int, str]], first: int, last: int) -> bool:
    """Whether no mark that ends a clause stands between two words."""
    return not any(mark in text[found[first][0] : found[last][0]] for mark in ".;:,")
