"""Bounds of the publication date from references in the text: what is told as past lies before it, what is announced lies after it."""

from collections.abc import Sequence
from datetime import date, timedelta

from provenance.extraction.references import Reference
from provenance.language.dates.days import Days, a_day, a_month, weekday_near
from provenance.model.article import PublicationBounds

_DAY_STAYS_BARE = timedelta(days=275)
"""A past day is written without its year for at most about nine months; measured on news text, longer ones carry their year."""
_MONTH_STAYS_BARE = timedelta(days=335)
_TURN = timedelta(days=75)
"""How far apart, and how few sentences, two dates may lie to be read as one story in which the year turns."""
_TURN_SENTENCES = 3
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def bounds_from(references: Sequence[Reference], dateline: Reference | None) -> PublicationBounds | None:
    """Earliest and latest day of publication that the references leave; None where they say nothing."""
    basis: list[str] = []
    earliest = _latest_past(references, basis)
    if earliest is not None:
        earliest = _after_bare_dates(references, earliest, basis)
        earliest = _in_implied_month(references, earliest, basis)
        earliest = _on_dateline(dateline, earliest, basis)
    latest = _before_announced(references, earliest, basis)
    if earliest is None and latest is None:
        return None
    if earliest is not None and latest is not None and latest < earliest:
        return PublicationBounds(earliest=earliest, basis=tuple(b for b in basis if "announced" not in b) or tuple(basis))
    return PublicationBounds(earliest=earliest, latest=latest, basis=tuple(basis))


def _latest_past(references: Sequence[Reference], basis: list[str]) -> date | None:
    """The first day of the newest dated thing that the text tells as past."""
    past = [r for r in references if r.past and r.days and r.expression.unit is None and not r.expression.swapped]
    if not past:
        return None
    newest = max(past, key=lambda r: r.days.first if r.days else date.min)
    days = newest.days
    if days is None:
        return None
    basis.append(f"tells “{newest.words}” as past, so not before {days.first.isoformat()}")
    return days.first


def _bare(references: Sequence[Reference]) -> list[Reference]:
    """Past days and months that the text names without a year."""
    return [r for r in references if r.past and r.days is None and _is_bare(r)]


def _is_bare(r: Reference) -> bool:
    e = r.expression
    return e.kind == "calendar" and e.month is not None and e.year is None and not e.of_year and not e.shift


def _occurrence(r: Reference, year: int) -> Days | None:
    e = r.expression
    if e.month is None:
        return None
    return a_day(year, e.month, e.day) if e.day else a_month(year, e.month, e.part)


def _after_bare_dates(references: Sequence[Reference], earliest: date, basis: list[str]) -> date:
    """Past dates without a year lie at most some months back, and not in a year that the text names with the same month."""
    named = {(r.expression.month, r.days.first.year): r for r in references if r.past and r.days and r.expression.month}
    pegged = earliest
    for r in sorted(_bare(references), key=lambda r: (r.expression.month or 0, r.expression.day or 0)):
        window = _DAY_STAYS_BARE if r.expression.day else _MONTH_STAYS_BARE
        years = [y for (month, y) in named if month == r.expression.month]
        after = max(years, default=date.min.year)
        told = [d for n in (-1, 0, 1, 2) if (d := _occurrence(r, earliest.year + n)) and d.first.year > after]
        fits = next((d for d in told if d.first > earliest or earliest - d.last <= window), None)
        if fits and fits.first > earliest:
            earliest = fits.first
            other = next((n for (month, year), n in named.items() if (month, year) == (r.expression.month, after)), None)
            why = f", and “{other.words}” is another year" if other else ""
            basis.append(f"tells “{r.words}” as past without a year{why}, so not before {earliest.isoformat()}")
            pegged = earliest if r.expression.day else pegged
    return _news_peg(references, earliest, basis) if pegged == earliest and len(basis) > 1 else earliest


def _news_peg(references: Sequence[Reference], earliest: date, basis: list[str]) -> date:
    """The weekday of the lead is the newest thing in the text: it lies after the days that are given by date."""
    peg = next(
        (r for r in references if r.lead and not r.ahead and r.expression.weekday is not None and r.expression.kind == "deictic"), None
    )
    if peg is None or peg.expression.weekday is None or peg.expression.shift:
        return earliest
    there = weekday_near(earliest, peg.expression.weekday, ahead=True)
    if there is None or there.first == earliest:
        return earliest
    basis.append(f"opens with “{peg.words}”, so not before that weekday, {there.first.isoformat()}")
    return there.first


def _in_implied_month(references: Sequence[Reference], earliest: date, basis: list[str]) -> date:
    """A count "in December alone" is of the month just over; where the text also speaks of last month, it was written in January."""
    counted = next((r for r in references if r.alone and _is_bare(r) and not r.expression.day), None)
    last_month = next(
        (r for r in references if r.expression.kind == "deictic" and r.expression.unit == "month" and r.expression.shift == -1), None
    )
    if counted is None or last_month is None or counted.expression.month is None:
        return earliest
    month = counted.expression.month % 12 + 1
    if month == earliest.month:
        return earliest
    first = date(earliest.year + (month < earliest.month), month, 1)
    basis.append(f"“{counted.words} alone” and “{last_month.words}” put it in {_MONTHS[month - 1]}, so not before {first.isoformat()}")
    return first


def _on_dateline(dateline: Reference | None, earliest: date, basis: list[str]) -> date:
    """A dateline without a year is the first such day that the references leave, or a later year's."""
    if dateline is None or dateline.days is not None:
        return earliest
    for year in (earliest.year, earliest.year + 1):
        day = _occurrence(dateline, year)
        if day and day.first >= earliest:
            basis.append(f"dateline “{dateline.words}” gives no year; not before {day.first.isoformat()}")
            return day.first
    return earliest


def _before_announced(references: Sequence[Reference], earliest: date | None, basis: list[str]) -> date | None:
    """The last day before the first thing that the text announces with its full date, or that it announces across a turn of the year."""
    events = [(r.days.last, r.words) for r in references if r.announced and r.days and r.expression.month and not r.past]
    latest = min(events)[0] if events else None
    if latest:
        basis.append(f"“{min(events)[1]}” is announced, so not after {latest.isoformat()}")
    turn = _turn_of_year(references, basis) if earliest else None
    return min(d for d in (latest, turn) if d) if latest or turn else None


def _turn_of_year(references: Sequence[Reference], basis: list[str]) -> date | None:
    """Told in a row, "December 2022" and "January 12" are one story: what is then announced for "early February" was still to come."""
    past = [r for r in references if r.past and r.days and r.expression.month]
    if not past:
        return None
    newest = max(past, key=lambda r: r.days.first if r.days else date.min)
    days = newest.days
    if days is None or days.last.month < 11:
        return None
    for r in references:
        next_year = _occurrence(r, days.last.year + 1) if _is_bare(r) and r.expression.day and r.expression.month else None
        follows = next_year and 0 < r.sentence - newest.sentence <= _TURN_SENTENCES and next_year.first - days.last <= _TURN
        if not follows or next_year is None or r.ahead:
            continue
        for event in references:
            if event.sentence == r.sentence and event.ahead and _is_bare(event) and event.expression.span > r.expression.span:
                when = _occurrence(event, next_year.first.year)
                if when and when.first > next_year.first and when.first - next_year.first <= _TURN:
                    limit = when.first if event.expression.day else when.first.replace(day=1) - timedelta(days=1)
                    told = f"“{newest.words}” and “{r.words}”"
                    basis.append(f"“{event.words}” is announced after {told} and still to come, so not after {limit.isoformat()}")
                    return limit
    return None
