"""Where the text of a sentence begins that opens with a dateline: `IDLIB, Syria, May 14 (North Press) – The road is open`."""

import re
from functools import lru_cache

_MOST = 100  # letters that a dateline may take up
_BEHIND = re.compile(r"\s?\.?[-–—]{1,2}\s+")
_PLACE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’'-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ’'-]+)*:\s+(?=[A-ZÀ-Þ“\"])")
_WORD = re.compile(r"[^\W_]+(?:[’'.][^\W_]+)*")
_JOINING = frozenset({"of", "the", "al", "el", "de", "del", "da", "la", "and"})


@lru_cache(maxsize=65536)
def behind_dateline(text: str) -> int:
    """How many letters of a sentence are its dateline, the dash behind it included; 0 without one.

    In front of the dash stand only names, numbers and what joins them, and among them a place in capitals or an agency in brackets:
    an agency's dateline may have its letters as in running text.
    """
    opening = text[:_MOST]
    place = _PLACE.match(opening)
    if place:
        return place.end()
    for dash in _BEHIND.finditer(opening):
        front = opening[: dash.start()]
        if not front.strip():
            return dash.end()  # the place was cut off with a sentence of its own
        words = _WORD.findall(front)
        if not words or not all(word[0].isupper() or word[0].isdigit() or word in _JOINING for word in _outside_brackets(front)):
            return 0
        if (words[0].isupper() and len(words[0]) > 2) or front.rstrip().endswith(")"):
            return dash.end()
    return 0


def _outside_brackets(front: str) -> list[str]:
    return _WORD.findall(re.sub(r"\([^)]*\)", " ", front))
