"""Lines that hold nothing but a date or a time of day, and perhaps the place in front of it."""

import re
from functools import cache

from provenance.language.lexicon import read_lexicon

_AGO = re.compile(
    r"\b(?:\d{1,3}|an?)\s?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?)\s+ago\b", re.IGNORECASE
)
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\b")
_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th)?")
_IN_FIGURES = re.compile(r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b")
_WORD = re.compile(r"[^\W_](?:[\w’']|\.(?=\w))*")
_PLACE_WORDS = 3


def is_dateline(line: str) -> bool:
    """Whether a line is a dateline: "Saturday 20 May 2023 - 11:50", "Ankara, 3 June 2021", "2 hours ago".

    Other words may only stand in front, as a place does: "15 July 2016 Coup Attempt" is a headline.
    """
    if not any(c.isdigit() for c in line) and _AGO.search(line) is None:
        return False
    rest = _AGO.sub(" ", line)
    dated = rest != line or _CLOCK.search(line) is not None or _IN_FIGURES.search(line) is not None
    place = 0
    begun = False
    for word in _WORD.findall(_CLOCK.sub(" ", rest)):
        low = word.lower()
        if low in _calendar():
            dated = begun = True
        elif _NUMBER.fullmatch(word) or _IN_FIGURES.fullmatch(word):
            begun = True
        elif low not in _accompanying():
            place += 1
            if begun or place > _PLACE_WORDS or not word[0].isupper():
                return False
    return dated


@cache
def _calendar() -> frozenset[str]:
    tables = read_lexicon("calendar")
    return frozenset((*tables["months"], *tables["weekdays"]))


@cache
def _accompanying() -> frozenset[str]:
    """Words that go with a date: "published", "GMT"."""
    return frozenset(read_lexicon("furniture")["dateline_words"])
