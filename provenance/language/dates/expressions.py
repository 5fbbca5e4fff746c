"""Finding the time expressions of a sentence."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from provenance.language.dates import readers, wording
from provenance.language.dates.expression import Expression
from provenance.model.text import Span

__all__ = ["Expression", "find_expressions"]

Fits = Callable[[str], object]
Reader = Callable[[str, "re.Match[str]"], Expression | tuple[Expression, ...] | None]

_JOINED = re.compile(r"\s?(?:[-–—/&,]|and|or|to|till|until|through|and from|and on|to the)?\s?(?:the )?")
_DIGITS = "0123456789"
_MONTH_STEMS = tuple(sorted({name[:3] for name in wording.MONTHS}))
_UNIT_STEMS = ("day", "week", "month", "year", "decade", "centur", "night", "morning", "evening", "afternoon", "fortnight")
_SEASON_STEMS = ("spring", "summer", "autumn", "fall", "winter")
_HOLIDAY_STEMS = ("christmas", "boxing", "new year", "may day", "valentine", "halloween")
_DAY_STEMS = ("today", "yesterday", "tomorrow", "tonight", "this morning", "this afternoon", "this evening", "last night")


def _has(*stems: str) -> Callable[[str], bool]:
    return lambda words: any(stem in words for stem in stems)


_digit, _month, _unit = _has(*_DIGITS), _has(*_MONTH_STEMS), _has(*_UNIT_STEMS)
_RULES: tuple[tuple["re.Pattern[str]", Reader, Fits], ...] = (
    (wording.ISO, readers.iso, _has("-0", "-1")),
    (wording.NUMERIC, readers.numeric, re.compile(r"\d[./-]\d{1,2}[./-][12]").search),
    (wording.MONTH_DAY, readers.calendar_date, lambda words: _digit(words) and _month(words)),
    (wording.DAY_MONTH, readers.calendar_date, lambda words: _digit(words) and _month(words)),
    (wording.MONTH_YEAR, readers.calendar_date, _month),
    (wording.HOLIDAY, readers.holiday, _has(*_HOLIDAY_STEMS)),
    (wording.SEASON, readers.season, _has(*_SEASON_STEMS)),
    (wording.CENTURY, readers.century, _has("century")),
    (wording.YEARS, readers.years, re.compile(r"(?:1\d|20)\d\d").search),
    (wording.DAY_WORD, readers.day_word, _has(*_DAY_STEMS)),
    (wording.AGO, readers.counted, _has(" ago", "\u00a0ago", "\nago", "from now")),
    (
        wording.LATER,
        readers.counted,
        lambda words: _unit(words) and _has("later", "earl", "after", "before", "previous", "following")(words),
    ),
    (wording.DEICTIC, readers.deictic, lambda words: _unit(words) and _has("last", "this", "next", "past", "coming")(words)),
    (wording.NARRATIVE, readers.narrative, lambda words: _unit(words) and _has("that", "same", "following", "next", "pr")(words)),
    (wording.END_OF, readers.end_of, lambda words: _unit(words) and _has("the week", "the month", "the year", "s end")(words)),
    (wording.MONTH, readers.month, _month),
    (wording.WEEKDAY, readers.weekday, _has(*(name for name in wording.WEEKDAYS if name.endswith("day")))),
    (wording.ORDINAL_DAY, readers.ordinal_day, _has("th", "1st", "2nd", "3rd")),
)
"""Patterns in order of precedence, their readers, and cheap tests on the words in lower case for whether one can fit at all."""


@lru_cache(maxsize=1024)
def find_expressions(text: str, span: Span) -> tuple[Expression, ...]:
    """The time expressions inside a span, in order and without overlap; the longer and more exact reading wins."""
    words = text[span.start : span.end].lower()
    if not (_digit(words) or _month(words) or _unit(words) or _has(*_SEASON_STEMS, "tomorrow", "tonight", "christmas", "halloween")(words)):
        return ()
    taken: list[Expression] = []
    for pattern, read, can_fit in _RULES:
        if not can_fit(words):
            continue
        for match in pattern.finditer(text, span.start, span.end):
            said = read(text, match)
            found = said if isinstance(said, tuple) else (said,) if said else ()
            if found and not any(e.span.overlaps(t.span) for e in found for t in taken):
                taken += found
    return tuple(_years_shared(text, sorted(taken, key=lambda e: e.span)))


def _years_shared(text: str, found: list[Expression]) -> list[Expression]:
    """A year that stands behind the second of two joined dates holds for the first too: "April and June 1955", "31 May – 1 June 1916"."""
    for n in range(len(found) - 2, -1, -1):
        here, after = found[n], found[n + 1]
        joined = here.kind == after.kind == "calendar" and here.month and after.month and after.year and not (here.year or here.of_year)
        if joined and _JOINED.fullmatch(text, here.span.end, after.span.start):
            earlier = (here.month or 0, here.day or 0) <= (after.month or 0, after.day or 31)
            found[n] = replace(here, year=(after.year or 0) - (not earlier))
    return found
