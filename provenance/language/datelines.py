"""Datelines: lines that hold nothing but a date and a place, and openings of a text that do: `IDLIB, Syria, May 14 (North Press) –`."""

import re
from functools import cache, lru_cache
from itertools import islice

from provenance.language.lexicon import read_lexicon, words

_MOST = 100  # letters that an opening dateline may take up
_BEHIND = re.compile(r"\s?\.?[-–—]{1,2}\s+")
_PLACE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’'-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ’'-]+)*:\s+(?=[A-ZÀ-Þ“\"])")
_NAME = re.compile(r"[^\W_]+(?:[’'.][^\W_]+)*")
_SIGNS = frozenset("-–—:")
_JOINING = frozenset({"of", "the", "al", "el", "de", "del", "da", "la", "and"})
_OPENING = words("grammar", "determiners") | words("grammar", "prepositions")
# "14:32", "2.15pm", "9:05 GMT": the clock in front of an entry of a page that goes on through the day.
_ENTRY = re.compile(
    r"\d{1,2}(?:[:h]\d{2}(?:\s?(?:[ap]\.?m\.?|[A-Z]{3,4}\b))?|\.\d{2}\s?(?:[ap]\.?m\.?|[A-Z]{3,4}\b))(?:\s*[-–—:|]\s*|\s+|$)"
)
_AGO = re.compile(
    r"\b(?:\d{1,3}|an?)\s?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?)\s+ago\b", re.IGNORECASE
)
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:[ap]m)?\b")
_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th)?")
_IN_FIGURES = re.compile(r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b")
_WORD = re.compile(r"[^\W_](?:[\w’']|\.(?=\w))*")
_PLACE_WORDS = 3
_LONGEST = 7
"""Words of a sentence that is too long to be a dateline."""
# "at 2:15 pm (Paris)"
_ZONE = re.compile(r"(?<=[\dm])\s\([A-Z][\w ./-]{1,20}\)$")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
# "15 June 2023 14:21, UK", "3 June 2021, 10:00 London": where a clock shows or a full date ends, the place may follow.
_PLACE_BEHIND = re.compile(r"(?:(?<=\d{4}),|(?:(?<=[:.h]\d{2})|(?<=\d[ap]m)),?)\s(?:[A-Z][\w.’'-]{0,20}\s?){1,3}(?:time)?$")


def behind_dateline(text: str) -> int:
    """How many letters of a sentence are its dateline, the dash behind it included; 0 without one.

    In front of the dash stand only names, numbers and what joins them, and among them a place in capitals or an agency in brackets,
    or a name of few words with nothing but the sentence behind it: a dateline may have its letters as in running text.
    """
    if text[:1].isdigit() and (clock := _ENTRY.match(text)) is not None and text[clock.end() : clock.end() + 1].isupper():
        return clock.end()
    return _behind(text[:_MOST]) if not _SIGNS.isdisjoint(text[:_MOST]) else 0


@lru_cache(maxsize=65536)
def _behind(opening: str) -> int:
    place = _PLACE.match(opening)
    if place:
        return place.end()
    for dash in _BEHIND.finditer(opening):
        front = opening[: dash.start()]
        if not front.strip():
            return dash.end()  # the place was cut off with a sentence of its own
        named = _NAME.findall(front)
        if not named or not all(word[0].isupper() or word[0].isdigit() or word in _JOINING for word in _outside_brackets(front)):
            return 0
        alone = len(named) <= _PLACE_WORDS and _opens_text(opening[dash.end() :])
        if (named[0].isupper() and len(named[0]) > 2) or front.rstrip().endswith(")") or alone:
            return dash.end()
    return 0


def _opens_text(behind: str) -> bool:
    """Whether the words begin as a sentence does, with a capital on a word that is no name, and no dash goes on with them."""
    first = _NAME.match(behind)
    return first is not None and first[0][0].isupper() and first[0].lower() in _OPENING and _BEHIND.search(behind) is None


def opens_with_clock(line: str) -> bool:
    """Whether a line begins with a time of day, as an entry of a live page does: "14:32 The delegation has arrived"."""
    return line[:1].isdigit() and _ENTRY.match(line) is not None


def _outside_brackets(front: str) -> list[str]:
    return _NAME.findall(re.sub(r"\([^)]*\)", " ", front))


def is_dateline(line: str) -> bool:
    """Whether a line is a dateline: "Monday 5 June 2023 - 09:15", "Ankara, 3 June 2021", "2 hours ago".

    Other words may only stand in front, as a place does, or behind a clock or a comma: "15 July 2016 Coup Attempt" is a headline.
    """
    line = _ZONE.sub("", line.strip())
    if line.lower().startswith(_openings()) and (_YEAR.search(line) or _CLOCK.search(line)) and len(line) <= 80:
        return True
    if _CLOCK.search(line) or _YEAR.search(line):
        behind = _PLACE_BEHIND.search(line)
        line = line[: behind.start()] if behind and _dated(line[: behind.start()]) else line
    return _dated(line)


def opens_like_dateline(opening: str) -> bool:
    """Whether what stands like a sentence is a dateline's place, day or agency: "MOSCOW, June 3.", "/TASS/."."""
    if opening.startswith("/"):
        return opening.rstrip(".").endswith("/") and len(opening) < 40
    if not opening.endswith("."):
        return False
    found = [word[0] for word in islice(_WORD.finditer(opening), _LONGEST)]
    place = [word for word in found if word.lower() not in _calendar() and not word.isdigit()]
    return 0 < len(place) <= _PLACE_WORDS and len(found) < _LONGEST and all(word.isupper() for word in place) and len(place[0]) > 3


def _dated(line: str) -> bool:
    """Whether a line holds a date or an age, with what goes along with one, and at most a place in front."""
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


@cache
def _openings() -> tuple[str, ...]:
    """Words of other languages that open a dateline."""
    return tuple(read_lexicon("furniture")["dateline_openings"])
