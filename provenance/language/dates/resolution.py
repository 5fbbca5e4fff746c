"""Which days a time expression means, seen from the day of publication or from the date that the text named last."""

from dataclasses import dataclass
from datetime import date, timedelta

from provenance.language.dates.days import Days, a_day, a_month, a_season, a_year, around, moved, some_years, weekday_near
from provenance.language.dates.expression import Expression
from provenance.model.article import PublicationBounds

_PAST_WINDOW = timedelta(days=275)
"""Without a year, a past day up to nine months back is the one that is meant; after that, one that is near ahead."""
_NEAR_AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Narrative:
    """The date that the text named last: its days, and how finely it was named (`day`, `month` or `year`)."""

    days: Days
    grain: str

    @property
    def day(self) -> date:
        """The first of its days, to count from."""
        return self.days.first


def absolute(e: Expression) -> Days | None:
    """The days of an expression that carries its year; None of any other, and of a day that the calendar does not have."""
    if e.kind != "calendar" or e.year is None:
        return None
    if e.unit in ("decade", "century"):
        return some_years(e.year, 10 if e.unit == "decade" else 100, e.part)
    if e.season:
        return a_season(e.year, e.season, e.part)
    return _in_year(e, e.year)


def _in_year(e: Expression, year: int) -> Days | None:
    """The days of a month, day or season in a year."""
    if e.season:
        return a_season(year, e.season, e.part)
    if e.month is None:
        return a_year(year, e.part)
    if e.day is None:
        return a_month(year, e.month, e.part)
    found = a_day(year, e.month, e.day)
    if e.swapped:
        other = a_day(year, e.day, e.month)
        return Days(min(found.first, other.first), max(found.last, other.last)) if found and other else found
    return found


def seen_from(e: Expression, day: date, *, ahead: bool) -> Days | None:
    """The days of an expression in an article published on a day; `ahead` tells that the words speak of the future."""
    fixed = absolute(e)
    if fixed or (e.kind == "calendar" and e.year is not None):
        return fixed
    if e.kind == "offset":
        return moved(day, e.unit or "day", e.shift) if e.part is None else None
    if e.kind == "deictic":
        return _deictic(e, day, ahead)
    if e.kind == "calendar":
        return _without_year(e, day, ahead)
    return None


def _deictic(e: Expression, day: date, ahead: bool) -> Days | None:
    if e.weekday is not None:
        if e.shift:
            return weekday_near(day, e.weekday, ahead=e.shift > 0, strictly=True)
        return weekday_near(day, e.weekday, ahead=ahead)
    if e.season:
        return _season_near(e, day, ahead)
    unit = e.unit or "week"
    if unit == "weekend" and e.shift == 0:
        over = day.weekday() < 2 and not ahead
        return around(day, "weekend", -1 if over else 0)
    whole = around(day, unit, e.shift, None if e.part in ("so far", "still") else e.part)
    if whole and e.part == "so far":
        return Days(whole.first, max(whole.first, day))
    if whole and e.part == "still":
        return Days(min(day, whole.last), whole.last)
    return whole


def _season_near(e: Expression, day: date, ahead: bool) -> Days | None:
    season = e.season or ""
    years = [a_season(day.year + n, season, e.part) for n in (-2, -1, 0, 1, 2)]
    known = [s for s in years if s]
    if e.shift < 0:
        return next((s for s in reversed(known) if s.last < day), None)
    if e.shift > 0:
        return next((s for s in known if s.first > day), None)
    if e.kind == "deictic":
        return next((s for s in known if s.first.year == day.year), None)
    if ahead:
        return next((s for s in known if s.last >= day), None)
    return next((s for s in reversed(known) if s.first <= day), None)


def _without_year(e: Expression, day: date, ahead: bool) -> Days | None:
    """A month or day of the year whose year is left out: the one nearest, with a leaning to the past or the future."""
    if e.season:
        return _season_near(e, day, ahead)
    if e.month is None:
        return None
    if e.of_year in ("this", "last", "next"):
        return _in_year(e, day.year + {"this": 0, "last": -1, "next": 1}[e.of_year])
    around_now = [s for n in (-2, -1, 0, 1, 2) if (s := _in_year(e, day.year + n))]
    if e.shift:
        return _of_the_month(around_now, day, e.shift)
    past = next((s for s in reversed(around_now) if s.first <= day), None)
    coming = next((s for s in around_now if s.last >= day and day - s.first < timedelta(days=31)), None)
    if ahead:
        recent = past is not None and day - past.last <= timedelta(days=3)
        return past if recent and past and past.last < day and e.day else coming
    if past is None or coming is None:
        return past or coming
    far = day - past.last > (_PAST_WINDOW if e.day else timedelta(days=330)) and coming.first - day <= (
        _NEAR_AHEAD if e.day else timedelta(days=0)
    )
    return coming if far else past


def _of_the_month(candidates: list[Days], day: date, shift: int) -> Days | None:
    """The nearest such month before or after a day: "last May", "next May"."""
    if shift < 0:
        return next((s for s in reversed(candidates) if s.last < day), None)
    return next((s for s in candidates if s.first > day), None)


def within_bounds(e: Expression, bounds: PublicationBounds, *, ahead: bool) -> tuple[date | None, date | None]:
    """The days of an expression in an article whose publication date is only known within bounds; a side that is open stays open."""
    first = seen_from(e, bounds.earliest, ahead=ahead) if bounds.earliest else None
    last = first if bounds.exact else seen_from(e, bounds.latest, ahead=ahead) if bounds.latest else None
    if first and last and first.first > last.last:
        return last.first, first.last
    return first.first if first else None, last.last if last else None


def in_narrative(e: Expression, told: Narrative) -> Days | None:
    """The days of an expression seen from the date that the text named last."""
    if e.kind == "narrative":
        return _narrative(e, told)
    if e.kind != "calendar" or e.year is not None:
        return None
    if e.month is None and e.day is not None:
        return a_day(told.day.year, told.day.month, e.day) if told.grain != "year" else None
    if e.of_year:
        return _in_year(e, told.day.year + {"previous": -1, "last": -1, "following": 1, "next": 1}.get(e.of_year, 0))
    if e.season:
        return a_season(told.day.year, e.season, e.part)
    if e.month is None:
        return None
    year = told.day.year
    if told.grain != "year" and e.month < told.day.month - 6:
        year += 1
    elif told.grain != "year" and e.month > told.day.month + 9:
        year -= 1
    return _in_year(e, year)


def _narrative(e: Expression, told: Narrative) -> Days | None:
    unit = e.unit
    if e.weekday is not None:
        if told.grain != "day":
            return None
        return weekday_near(told.day, e.weekday, ahead=e.shift >= 0, strictly=bool(e.shift))
    if unit is None or e.part == "some":
        return None
    order = ("day", "week", "weekend", "month", "year", "decade", "century")
    grain = order.index(told.grain)
    if order.index(unit) < grain:
        return None
    if abs(e.shift) > 1 or (e.shift and unit not in ("day", "week", "weekend", "month", "year")):
        return moved(told.days.last if e.shift > 0 else told.day, unit, e.shift)
    return around(told.day if e.shift <= 0 else told.days.last, unit, e.shift, e.part)


def told_by(e: Expression, days: Days) -> Narrative:
    """What the text named last, once this expression has been read."""
    if e.kind == "calendar":
        grain = "day" if e.day else "month" if e.month or e.season else "year"
    else:
        grain = {"week": "day", "weekend": "day"}.get(e.unit or "day", e.unit or "day")
        grain = grain if grain in ("day", "month", "year") else "year"
    return Narrative(days, grain)
