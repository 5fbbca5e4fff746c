"""Spans of days: the first and last day of a month, a season, a week, or of the part of one that a word picks out."""

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from provenance.language.lexicon import read_lexicon

_CALENDAR = read_lexicon("calendar")
_PARTS: dict[str, dict[str, list[int]]] = _CALENDAR["parts"]
_SEASONS: dict[str, list[int]] = _CALENDAR["seasons"]


class Days(NamedTuple):
    """The first and the last day, both included."""

    first: date
    last: date


def a_day(year: int, month: int, day: int) -> Days | None:
    """A single day; None where the calendar has no such day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Days(found, found)


def a_month(year: int, month: int, part: str | None = None) -> Days | None:
    """A month, or the part of it that early, mid, late, start or end picks out (`[parts.month]`)."""
    if not MINYEAR <= year <= MAXYEAR:
        return None
    length = calendar.monthrange(year, month)[1]
    first, last = _PARTS["month"].get(part or "", [1, length])
    return Days(date(year, month, first), date(year, month, min(last, length)))


def a_year(year: int, part: str | None = None) -> Days | None:
    """A year, or a part of it (`[parts.year]`)."""
    if not MINYEAR <= year <= MAXYEAR:
        return None
    first, last = _PARTS["year"].get(part or "", [1, 12])
    return Days(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def some_years(first: int, length: int, part: str | None = None) -> Days | None:
    """A decade or a century that begins with a year, or a part of it (`[parts.decade]`, `[parts.century]`)."""
    begin, end = _PARTS["decade" if length == 10 else "century"].get(part or "", [0, length - 1])
    if not (first + begin >= MINYEAR and first + end <= MAXYEAR):
        return None
    return Days(date(first + begin, 1, 1), date(first + end, 12, 31))


def a_season(year: int, season: str, part: str | None = None) -> Days | None:
    """A season of the northern hemisphere by whole months; a winter bears the year in which it begins."""
    begin, end = _SEASONS[season]
    if not MINYEAR < year < MAXYEAR:
        return None
    months = [begin, begin % 12 + 1, end]
    picked = {"early": months[:1], "start": months[:1], "mid": months[1:2], "late": months[2:], "end": months[2:]}.get(part or "", months)
    first = date(year, picked[0], 1) if picked[0] >= begin else date(year + 1, picked[0], 1)
    closing = year if picked[-1] >= begin else year + 1
    return Days(first, date(closing, picked[-1], calendar.monthrange(closing, picked[-1])[1]))


def around(day: date, unit: str, shift: int = 0, part: str | None = None) -> Days | None:
    """The day, week (Monday to Sunday), weekend, month, year, decade or century that lies `shift` units from the one that holds a day."""
    try:
        if unit == "day":
            there = day + timedelta(days=shift)
            return Days(there, there)
        if unit in ("week", "weekend"):
            monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
            if unit == "weekend":
                return Days(monday + timedelta(days=5), monday + timedelta(days=6))
            first, last = {"early": (0, 2), "start": (0, 2), "mid": (2, 3), "late": (3, 6), "end": (4, 6)}.get(part or "", (0, 6))
            return Days(monday + timedelta(days=first), monday + timedelta(days=last))
        there = day + _delta(unit, shift)
    except (OverflowError, ValueError):
        return None
    if unit == "month":
        return a_month(there.year, there.month, part)
    if unit == "year":
        return a_year(there.year, part)
    if unit == "decade":
        return some_years(there.year // 10 * 10, 10, part)
    return some_years((there.year - 1) // 100 * 100 + 1, 100, part)


def _delta(unit: str, count: int) -> relativedelta:
    if unit == "month":
        return relativedelta(months=count)
    return relativedelta(years=count * {"year": 1, "decade": 10, "century": 100}[unit])


def moved(day: date, unit: str, count: int) -> Days | None:
    """So many units from a day: exact for days, a few days around for weeks, the month or year it falls into for longer ones."""
    if abs(count) > 2000:
        return None
    try:
        if unit == "day":
            there = day + timedelta(days=count)
            return Days(there, there)
        if unit == "week":
            there = day + timedelta(weeks=count)
            return Days(there - timedelta(days=3), there + timedelta(days=3))
        there = day + _delta(unit, count)
    except (OverflowError, ValueError):
        return None
    return a_month(there.year, there.month) if unit == "month" else a_year(there.year)


def weekday_near(day: date, weekday: int, *, ahead: bool, strictly: bool = False) -> Days | None:
    """The last such weekday up to a day, or the next one from it on; `strictly`: not that day itself."""
    step = (weekday - day.weekday()) % 7 if ahead else (day.weekday() - weekday) % 7
    if step == 0 and strictly:
        step = 7
    try:
        there = day + timedelta(days=step if ahead else -step)
    except OverflowError:
        return None
    return Days(there, there)
