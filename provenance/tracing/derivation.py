"""Whether one text derives from another: long runs of the same words, which two writers do not find by chance."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from provenance.language.transliteration import fold
from provenance.tracing.words import threshold, words_of

_OPENS = re.compile(r"[“«\"]|''")
_QUOTED = re.compile(r"“[^”]*”?|«[^»]*»?|\"[^\"]*\"?|''.*?(?:''|$)", re.DOTALL)


@lru_cache(maxsize=16384)
def _lows(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for _, word in words_of(text))


@lru_cache(maxsize=16384)
def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    lows = _lows(text)
    return frozenset(zip(lows, lows[1:], lows[2:], lows[3:], strict=False))


def unquoted(text: str) -> str:
    """A text without what stands in quotation marks: two reporters who heard one speaker write down the same words."""
    return _QUOTED.sub(" ", text) if _OPENS.search(text) else text


def derived(a: str, b: str) -> str | None:
    """The reason to hold that two texts derive from each other or from a common one; None where they may be independent (Broder 1997)."""
    common = len(_shingles(a) & _shingles(b))
    least = min(len(_shingles(a)), len(_shingles(b)))
    if least >= 5 and common >= threshold("derivation_share") * least:
        return f"the texts share {100 * common // least} % of their runs of four words"
    if common + 3 < threshold("derivation_run"):
        return None
    lows_a, lows_b = _lows(a), _lows(b)
    run = SequenceMatcher(None, lows_a, lows_b, autojunk=False).find_longest_match()
    if run.size >= threshold("derivation_run"):
        return f"the texts share {run.size} words in a row"
    return None
