"""Finding the time expressions of a sentence."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from provenance.language.dates import readers, wording
from provenance.language.dates.expression import Expression
from provenance.language.remembered import Remembered
from provenance.language.signs import Signs
from provenance.model.text import Span

__all__ = ["Expression", "find_expressions"]

Reader = Callable[[str, "re.Match[str]"], Expression | tuple[Expression, ...] | None]

_JOINED = re.compile(r"\s?(?:[-–—/&,]|and|or|to|till|until|through|and from|and on|to the)?\s?(?:the )?")
_DIGITS = "0123456789"
_SIGNS = Signs(
    {
        "digit": _DIGITS,
        "iso": ("-0", "-1"),
        "month": {name[:3] for name in wording.MONTHS},
        "weekday": (name for name in wording.WEEKDAYS if name.endswith("day")),
        "ordinal": (*(f"{digit}th" for digit in _DIGITS), "1st", "2nd", "3rd"),
        "unit": ("day", "week", "month", "year", "decade", "centur", "night", "morning", "evening", "afternoon", "fortnight"),
        "century": ("century",),
        "season": ("spring", "summer", "autumn", "fall", "winter"),
        "holiday": ("christmas", "boxing", "new year", "may day", "valentine", "halloween"),
        "day": ("today", "yesterday", "tomorrow", "tonight", "this morning", "this afternoon", "this evening", "last night"),
        "ago": (" ago", "\u00a0ago", "\nago", "from now"),
        "later": ("later", "earl", "after", "before", "previous", "following"),
        "deictic": ("last", "this", "next", "past", "coming"),
        "narrative": ("that", "same", "following", "next", "pr"),
        "end": ("the week", "the month", "the year", "s end"),
    }
)


class _Rule(NamedTuple):
    """A pattern and its reader, and the signs without which it cannot fit."""

    pattern: "re.Pattern[str]"
    read: Reader
    signs: frozenset[str]


def _rule(pattern: "re.Pattern[str]", read: Reader, *signs: str) -> _Rule:
    return _Rule(pattern, read, frozenset(signs))


_RULES = (
    _rule(wording.ISO, readers.iso, "iso"),
    _rule(wording.NUMERIC, readers.numeric, "numeric"),
    _rule(wording.MONTH_DAY, readers.calendar_date, "digit", "month"),
    _rule(wording.DAY_MONTH, readers.calendar_date, "digit", "month"),
    _rule(wording.MONTH_YEAR, readers.calendar_date, "month"),
    _rule(wording.HOLIDAY, readers.holiday, "holiday"),
    _rule(wording.SEASON, readers.season, "season"),
    _rule(wording.CENTURY, readers.century, "century"),
    _rule(wording.YEARS, readers.years, "year"),
    _rule(wording.DAY_WORD, readers.day_word, "day"),
    _rule(wording.AGO, readers.counted, "ago"),
    _rule(wording.LATER, readers.counted, "unit", "later"),
    _rule(wording.DEICTIC, readers.deictic, "unit", "deictic"),
    _rule(wording.NARRATIVE, readers.narrative, "unit", "narrative"),
    _rule(wording.END_OF, readers.end_of, "unit", "end"),
    _rule(wording.MONTH, readers.month, "month"),
    _rule(wording.WEEKDAY, readers.weekday, "weekday"),
    _rule(wording.ORDINAL_DAY, readers.ordinal_day, "ordinal"),
)
"""In order of precedence."""
_FITTING: Remembered[frozenset[str], tuple[_Rule, ...]] = Remembered(
    lambda signs: tuple(rule for rule in _RULES if rule.signs <= signs), 10_000
)
"""The rules that can fit where some signs stand."""
_SURER = (
    ("month", "month", wording.MONTH_NAME),
    ("digit", "numeric", re.compile(r"\d[./-]\d{1,2}[./-][12]")),
    ("digit", "year", re.compile(r"(?:1\d|20)\d\d")),
)
"""A sign that says little, what it stands for where a pattern bears it out, and that pattern."""


@lru_cache(maxsize=1024)
def find_expressions(text: str, span: Span) -> tuple[Expression, ...]:
    """The time expressions inside a span, in order and without overlap; the longer and more exact reading wins."""
    signs = _signs(text, span)
    taken: list[Expression] = []
    ends: list[int] = []  # of those taken, in order: none overlaps another
    for pattern, read, _ in _FITTING[signs]:
        for match in pattern.finditer(text, span.start, span.end):
            said = read(text, match)
            found = said if isinstance(said, tuple) else (said,) if said else ()
            if found and not any(_overlaps(e.span, taken, ends) for e in found):
                for e in found:
                    at = bisect_right(ends, e.span.start)
                    taken.insert(at, e)
                    ends.insert(at, e.span.end)
    return tuple(_years_shared(text, taken))


def _overlaps(span: Span, taken: Sequence[Expression], ends: Sequence[int]) -> bool:
    """Whether a place overlaps one of those taken, which are in order."""
    at = bisect_right(ends, span.start)
    return at < len(taken) and taken[at].span.start < span.end


def _signs(text: str, span: Span) -> frozenset[str]:
    """The signs of time that stand inside a span."""
    found = _SIGNS.within(span.within(text).lower())
    for sign, means, pattern in _SURER:
        if sign in found:
            found = found | {means} if pattern.search(text, span.start, span.end) else found - {means}
    return found


def _years_shared(text: str, found: list[Expression]) -> list[Expression]:
    """A year that stands behind the second of two joined dates holds for the first too: "April and June 1955", "31 May – 1 June 1916"."""
    for n in range(len(found) - 2, -1, -1):
        here, after = found[n], found[n + 1]
        joined = here.kind == after.kind == "calendar" and here.month and after.month and after.year and not (here.year or here.of_year)
        if joined and _JOINED.fullmatch(text, here.span.end, after.span.start):
            earlier = (here.month or 0, here.day or 0) <= (after.month or 0, after.day or 31)
            found[n] = replace(here, year=(after.year or 0) - (not earlier))
    return found
