"""Time expressions in an article and the days that they mean.

News speaks from the day of publication ("on Friday", "last month"), history from the date that it named last ("two days later",
"in October" of the year it is telling of). Where neither is known, the expression is kept and its days stay unknown.
Intervals follow TIMEX3's calendar values (ISO 24617-1), widened or narrowed by words such as "early" as set in `lexicon/calendar.toml`.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from provenance.language.dates.days import Days
from provenance.language.dates.expressions import Expression, find_expressions
from provenance.language.dates.resolution import Narrative, absolute, in_narrative, seen_from, told_by, within_bounds
from provenance.language.dates.tense import speaks_ahead
from provenance.model.article import PublicationBounds
from provenance.model.claim import DateMention
from provenance.model.text import Span

__all__ = ["dates_of_sentences", "find_dates", "find_expressions"]

_UNKNOWN_DAY = "the day of publication is not known"
_UNKNOWN_START = "no date before it to count from"


def dates_of_sentences(text: str, spans: Sequence[Span], anchor: PublicationBounds | None) -> list[list[DateMention]]:
    """The time expressions of each sentence of one article, in order, with the days they mean, seen from its publication bounds."""
    expressions = [find_expressions(text, span) for span in spans]
    history = _tells_history(expressions, anchor)
    told: Narrative | None = None
    since = 0
    found: list[list[DateMention]] = []
    for n, here in enumerate(expressions):
        mentions = []
        for e in here:
            near = told is not None and (history or n - since <= (3 if e.of_year == "same" else 1))
            mention, days = _resolve(text, spans[n], e, anchor, told if near else None, history)
            mentions.append(mention)
            if days is not None and _moves_on(text, spans[n], e, days, told):
                told, since = told_by(e, days), n
        found.append(mentions)
    return found


def find_dates(text: str, span: Span, anchor: PublicationBounds | None) -> list[DateMention]:
    """The time expressions of one sentence by itself; earlier sentences are not looked at."""
    return dates_of_sentences(text, [span], anchor)[0]


def _tells_history(expressions: Sequence[Sequence[Expression]], anchor: PublicationBounds | None) -> bool:
    """Whether a text tells of past years more than of the days around its publication."""
    newest = (anchor.latest or anchor.earliest) if anchor else None
    past = news = 0
    for e in (e for here in expressions for e in here):
        if e.kind == "calendar" and e.year is not None:
            past += newest is None or e.year < newest.year - 1
        elif e.kind in ("deictic", "offset"):
            news += 1
    return past >= 4 and past > 2 * news


def _resolve(
    text: str, sentence: Span, e: Expression, anchor: PublicationBounds | None, told: Narrative | None, history: bool
) -> tuple[DateMention, Days | None]:
    fixed = absolute(e)
    if fixed:
        return _mention(e, fixed.first, fixed.last, "stated"), fixed
    if e.kind == "calendar" and e.year is not None:
        return _mention(e, None, None, "no such day"), None
    if told and _goes_on(e, told, anchor, history):
        days = in_narrative(e, told)
        if days:
            return _mention(e, days.first, days.last, f"counted from {told.day.isoformat()}, the date named before it"), days
    if history and told and e.kind in ("deictic", "offset") and anchor is not None:
        days = seen_from(e, told.day, ahead=False)
        if days:
            return _mention(e, days.first, days.last, f"counted from {told.day.isoformat()}, the date named before it"), None
    if e.kind == "narrative" and e.part and not e.shift and anchor is not None:
        e = replace(e, kind="deictic")
    if e.kind == "narrative" or anchor is None:
        return _mention(e, None, None, _UNKNOWN_START if e.kind == "narrative" else _UNKNOWN_DAY), None
    ahead = speaks_ahead(text, sentence, e.span)
    first, last = within_bounds(e, anchor, ahead=ahead)
    seen = _seen_from(anchor)
    days = Days(first, last) if first and last and first <= last else None
    return _mention(e, first, last, seen), days if anchor.exact else None


def _goes_on(e: Expression, told: Narrative, anchor: PublicationBounds | None, history: bool) -> bool:
    """Whether an expression counts from the date named before it and not from publication."""
    if e.kind != "calendar":
        return e.kind == "narrative"
    if e.of_year:
        return e.of_year in ("same", "previous", "following") or history
    return history or _background(told, anchor)


def _background(told: Narrative, anchor: PublicationBounds | None) -> bool:
    """Whether the date named just before lies so far back that a month without a year goes on from it."""
    if anchor is None or anchor.earliest is None:
        return True
    return (anchor.earliest - told.days.last).days > 366


def _moves_on(text: str, sentence: Span, e: Expression, days: Days, told: Narrative | None) -> bool:
    """Whether later words count from this date: not from one in brackets, a comparison ("since 1813"), or a year far from the story."""
    if e.unit in ("decade", "century") or text[max(0, e.span.start - 1) : e.span.start] == "(":
        return False
    if told is None or e.kind != "calendar" or e.month is not None:
        return True
    if e.relation in ("since", "until", "till", "before") or days.first.year == told.day.year:
        return False
    return abs(days.first.year - told.day.year) <= 2 or e.span.start - sentence.start <= 16


def _seen_from(anchor: PublicationBounds) -> str:
    def named(day: date | None) -> str:
        return day.isoformat() if day else "…"

    if anchor.exact:
        return f"seen from publication on {named(anchor.earliest)}"
    return f"seen from publication between {named(anchor.earliest)} and {named(anchor.latest)}"


def _mention(e: Expression, first: date | None, last: date | None, basis: str) -> DateMention:
    return DateMention(span=e.span, earliest=first, latest=last, basis=basis)
