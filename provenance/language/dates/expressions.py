"""The grammar of time expressions: which words name a time, and what they say of it, before anybody asks which days that are."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from provenance.language.lexicon import read_lexicon
from provenance.model.text import Span

_CALENDAR = read_lexicon("calendar")
_MONTHS: dict[str, int] = _CALENDAR["months"]
_WEEKDAYS: dict[str, int] = _CALENDAR["weekdays"]
_HOLIDAYS: dict[str, list[int]] = _CALENDAR["holidays"]
_NUMBERS: dict[str, int] = _CALENDAR["numbers"]
_ORDINALS: dict[str, int] = _CALENDAR["ordinals"]


@dataclass(frozen=True, slots=True)
class Expression:
    """What the words of one time expression say. Fields that they do not fill are None.

    `kind` is `calendar` (fields of a date), `deictic` (a unit or weekday seen from the day of publication, `shift` units away),
    `offset` (`shift` units from the day of publication) or `narrative` (`shift` units from the date the text named last).
    `part` is early, mid, late, start or end of what the other fields name; `so_far` and `still` are "earlier this month" and "later this month".
    """

    span: Span
    kind: str = "calendar"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    part: str | None = None
    unit: str | None = None
    shift: int = 0
    of_year: str | None = None
    """Which year the words name without its number: `same`, `last`, `this`, `next`."""
    swapped: bool = False
    """Whether day and month could be the other way round (03/04/2020)."""
    relation: str = ""
    """The preposition that makes a limit of it: since, until, before, after, by, from, to."""


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_M = rf"(?P<month>{_any_of(_MONTHS)})\b\.?"
_D = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|\s?(?:km|percent|%|a\.?m|p\.?m)\b)"
_DD = r"(?:\s?[-–—/]\s?(?P<last_day>\d{1,2})(?:st|nd|rd|th)?(?!\d))?"
_Y = r"(?P<year>1\d{3}|20\d{2})(?![\d%]|[.,]\d{3})"
_OF_YEAR = r"(?P<of_year>(?:of |in )?(?:that|the same|this|last|next|the previous|the following) year)"
_WEEKDAY = rf"(?P<weekday>{_any_of(_WEEKDAYS)})\b\.?"
_PART = r"(?:(?:very |as )?(?P<part>(?:early|late|mid|later|earlier)(?=[ -](?:in |on )?)|(?:middle|beginning|start|end|first half|second half|latter part|closing days|opening days|close|turn)(?= of ))(?:[ -](?:in|on|of))?(?:[ -]the(?: month of| year)?)?[ -]|mid-)"
_UNIT = r"days?|weeks?|months?|years?|decades?|centur(?:y|ies)|weekends?|fortnights?"
_COUNT = rf"(?:(?P<count>\d{{1,4}}|(?:an?|{_any_of(iter(_NUMBERS))})(?: (?:dozen|hundred))?)|(?P<vague>several|some|a few|few|many))"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"

_FLAGS = re.IGNORECASE


def _rule(pattern: str) -> "re.Pattern[str]":
    return re.compile(r"(?<![\w$€£])(?<![^\s\w]-)" + pattern, _FLAGS)


_ISO = _rule(r"(?P<year>1\d{3}|20\d{2})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?(?![\d-])")
_NUMERIC = _rule(r"(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<year>1\d{3}|20\d{2})(?!\d)")
_MONTH_DAY = _rule(rf"(?:{_WEEKDAY},? )?{_PART}?(?:the )?{_M} ?(?:the )?{_D}{_DD}(?:(?:,| of|,? in)? {_Y}|,? {_OF_YEAR})?")
_DAY_MONTH = _rule(rf"(?:{_WEEKDAY},? )?{_PART}?(?:the )?{_D}{_DD} (?:of )?{_M}(?:,? (?:of )?{_Y}|,? {_OF_YEAR})?")
_MONTH_YEAR = _rule(rf"{_PART}?{_M}(?:,? (?:of )?(?:the year )?['’]?{_Y}|,? {_OF_YEAR})")
_MONTH_ALONE = _rule(
    rf"(?P<before>(?:(?:in|since|until|till|by|from|through|during|before|after|between|and|to|of|last|next|this|that|each|previous|following) )?)(?P<core>{_PART}?{_M})"
)
_YEARS = _rule(rf"(?:{_PART})?(?:the years? )?{_Y}(?:\s?[-–—/]\s?(?P<last_year>\d{{2}}|1\d{{3}}|20\d{{2}})(?!\d))?(?P<decade>['’]?s\b)?")
_CENTURY = _rule(rf"(?:{_PART})?(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{_any_of(iter(_ORDINALS))})[ -]century")
_SEASONS = _rule(
    rf"(?:(?P<shift>last|this|next|that|the following|the previous|the same) )?{_PART}?{_SEASON}(?:(?: of)?,? {_Y}| {_OF_YEAR})?"
)
_HOLIDAY = _rule(rf"(?P<holiday>{_any_of(_HOLIDAYS)})\b(?:,? (?:of )?{_Y})?".replace("'", "['’]"))
_WEEKDAY_ALONE = _rule(
    rf"(?:(?P<shift>last|this|next|this past|this coming|the following|the previous|that|the next|the same) )?{_WEEKDAY}"
)
_DAY_WORD = _rule(
    r"(?P<word>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|tonight|this (?:morning|afternoon|evening)|last night|overnight)\b"
)
_DEICTIC = _rule(
    r"(?:(?P<sofar>earlier|later|late|early|at the end of|at the start of|at the beginning of|mid-?) (?:in )?)?(?P<shift>last|this past|past|this|next|this coming|coming) (?P<unit>week|month|year|weekend|decade|century)\b(?![- ](?:long|old))"
)
_AGO = _rule(rf"{_COUNT} (?P<unit>{_UNIT}) (?P<dir>ago|from now)\b")
_LATER = _rule(
    rf"(?:{_COUNT} (?P<unit>{_UNIT})|the (?P<theday>day|week|month|year)) (?P<dir>later|earlier|afterwards?|before|after|previously|previous|on|following)\b"
)
_NARRATIVE = _rule(
    r"(?:(?P<sofar>earlier|later|late|early|the end|the start|the beginning|the middle|the close)(?: in| of)? )?(?P<shift>that same|that very|that|the same|the very same|the following|the next|the previous|the preceding|the prior) (?P<unit>day|week|month|year|weekend|night|morning|evening|afternoon)\b"
)
_END_OF = _rule(
    r"(?P<sofar>the end|the start|the beginning|the middle|late in|early in|later in|earlier in|the latter part|most of the rest) (?:of )?the (?P<unit>week|month|year)\b|(?P<poss>month|year)[’']s end\b"
)
_ORDINAL_DAY = _rule(
    r"(?<=the )(?P<day>\d{1,2})(?:st|nd|rd|th)(?=[,.;:)]|$| (?:and|of that|the|he|she|they|it|at|in|by|with|when|after|but)\b)"
)

_TRIGGER = re.compile(
    r"\d|\b(?:" + "|".join(w for w in sorted({*(w[:3] for w in _MONTHS), *(w[:3] for w in _WEEKDAYS)})) + r")|"
    r"day|week|month|year|night|morning|century|centuries|decade|spring|summer|autumn|winter|christmas|fortnight|\bfall\b|tomorrow|tonight|afternoon|evening|halloween",
    _FLAGS,
)
_RELATION = re.compile(
    r"\b(since|until|till|before|after|by|from|through|to|between|and|up to|as of|starting|prior to)(?: (?:the|on|at|about|around|as|early|late))*\s*$",
    _FLAGS,
)


def find_expressions(text: str, span: Span) -> list[Expression]:
    """The time expressions inside a span, in order and without overlap; the longer and more exact reading wins."""
    if _TRIGGER.search(text, span.start, span.end) is None:
        return []
    words = text[span.start : span.end]
    taken: list[Expression] = []
    for pattern, build, wants in _rules():
        if wants is not None and not wants(words):
            continue
        for match in pattern.finditer(text, span.start, span.end):
            built = build(text, match)
            if built is None:
                continue
            found = built if isinstance(built, tuple) else (built,)
            if not any(e.span.overlaps(t.span) for e in found for t in taken):
                taken += found
    return _years_shared(text, sorted(taken, key=lambda e: e.span))


_JOINED = re.compile(r"\s?(?:[-–—/&,]|and|or|to|till|until|through|and from|and on|to the)?\s?(?:the )?")


def _years_shared(text: str, found: list[Expression]) -> list[Expression]:
    """A year that stands behind the second of two joined dates holds for the first too: "April and June 1955", "31 May – 1 June 1916"."""
    for n in range(len(found) - 2, -1, -1):
        here, after = found[n], found[n + 1]
        joined = here.kind == after.kind == "calendar" and here.month and after.month and after.year and not (here.year or here.of_year)
        if joined and _JOINED.fullmatch(text, here.span.end, after.span.start):
            earlier = (here.month or 0, here.day or 0) <= (after.month or 0, after.day or 31)
            found[n] = replace(here, year=(after.year or 0) - (not earlier))
    return found


Builder = Callable[[str, "re.Match[str]"], Expression | tuple[Expression, ...] | None]


@cache
def _rules() -> tuple[tuple["re.Pattern[str]", Builder, Callable[[str], bool] | None], ...]:
    """Patterns in order of precedence with their builders, and cheap tests for whether one can fit at all."""
    digit = re.compile(r"\d").search
    month = re.compile(rf"\b(?:{_any_of(_MONTHS)})\b", _FLAGS).search
    weekday = re.compile(r"day\b|days\b", _FLAGS).search
    unit = re.compile(r"day|week|month|year|decade|centur|night|morning|evening|afternoon", _FLAGS).search
    day_word = re.compile(r"yesterday|today|tomorrow|tonight|this (?:morning|afternoon|evening)|last night|overnight", _FLAGS).search
    season = re.compile(r"spring|summer|autumn|fall|winter", _FLAGS).search
    holiday = re.compile(r"christmas|boxing|new year|may day|valentine|halloween", _FLAGS).search

    def both(words: str) -> bool:
        return digit(words) is not None and month(words) is not None

    def has(search: Callable[[str], object]) -> Callable[[str], bool]:
        return lambda words: search(words) is not None

    return (
        (_ISO, _numeric_iso, has(re.compile(r"\d-\d").search)),
        (_NUMERIC, _numeric, has(re.compile(r"\d[./-]\d").search)),
        (_MONTH_DAY, _calendar, both),
        (_DAY_MONTH, _calendar, both),
        (_MONTH_YEAR, _calendar, has(month)),
        (_HOLIDAY, _holiday, has(holiday)),
        (_SEASONS, _season, has(season)),
        (_CENTURY, _century, has(re.compile("century", _FLAGS).search)),
        (_YEARS, _years, has(digit)),
        (_DAY_WORD, _day_word, has(day_word)),
        (_AGO, _counted, has(re.compile(r"\bago\b|from now", _FLAGS).search)),
        (_LATER, _counted, has(unit)),
        (_DEICTIC, _deictic, has(unit)),
        (_NARRATIVE, _narrative, has(unit)),
        (_END_OF, _end_of, has(unit)),
        (_MONTH_ALONE, _month_alone, has(month)),
        (_WEEKDAY_ALONE, _weekday_alone, has(weekday)),
        (_ORDINAL_DAY, _ordinal_day, has(digit)),
    )


_PARTS = {
    "later": None, "earlier": None, "middle": "mid", "beginning": "start", "start": "start", "first half": "first half", "second half": "second half",
    "latter part": "late", "closing days": "end", "opening days": "start", "close": "end", "turn": "start",
}  # fmt: skip


def _part_of(match: "re.Match[str]") -> str | None:
    word = (match["part"] or "").lower()
    if not word:
        return "mid" if "mid-" in match.group().lower() else None
    return _PARTS.get(word, word)


def _relation(text: str, start: int) -> str:
    before = _RELATION.search(text, max(0, start - 24), start)
    return before.group(1).lower() if before else ""


def _of_year(match: "re.Match[str]") -> str | None:
    words = (match.groupdict().get("of_year") or "").lower()
    return next((k for k in ("same", "last", "this", "next", "previous", "following") if k in words), "same" if words else None)


def _span(match: "re.Match[str]", group: int | str = 0) -> Span:
    start, end = match.span(group)
    while end > start and match.string[end - 1] in " ,.":
        end -= 1
    return Span(start, end)


def _is_name(word: str) -> bool:
    return word[0].isupper()


def _calendar(text: str, match: "re.Match[str]") -> Expression | tuple[Expression, ...] | None:
    """A month with a day, a year, or both; of "6–7 January" both days."""
    groups = match.groupdict()
    if not _is_name(groups["month"]):
        return None
    day = int(groups["day"]) if groups.get("day") else None
    last_day = int(groups["last_day"]) if groups.get("last_day") else None
    if day is not None and not 1 <= day <= 31:
        return None
    weekday = groups.get("weekday")
    span = _span(match)
    found = Expression(
        span,
        year=int(groups["year"]) if groups.get("year") else None,
        month=_MONTHS[groups["month"].lower()],
        day=day,
        weekday=_WEEKDAYS[weekday.lower()] if weekday else None,
        part=_part_of(match),
        of_year=_of_year(match),
        relation=_relation(text, span.start),
    )
    if last_day is None or day is None or not day < last_day <= 31:
        return found
    cut = match.end("day"), match.start("last_day")
    return (
        replace(found, span=Span(span.start, cut[0]), relation="from"),
        replace(found, span=Span(cut[1], span.end), day=last_day, weekday=None, relation="to"),
    )


_COMMON_WORDS = frozenset({"may", "march", "mar", "jun", "jan", "dec", "sep", "august", "april", "june"})


def _month_alone(text: str, match: "re.Match[str]") -> Expression | None:
    """A month by itself; names that are common words or first names too need a preposition."""
    month = match["month"]
    if not _is_name(month) or (month.isupper() and len(month) > 3):
        return None
    before, low = match["before"].strip().lower(), month.lower()
    after = text[match.end() : match.end() + 2]
    part = _part_of(match)
    if not before and not part and (low in _COMMON_WORDS or (after[:1] == " " and after[1:].isupper())):
        return None
    if low in _COMMON_WORDS and before in ("and", "to", "of", "from", "by") and after[:1] == " " and after[1:].isupper():
        return None
    if len(low) <= 4 and low not in ("may", "june", "july") and match.group()[-1] != "." and not part:
        return None
    span = _span(match, "core")
    shift = {"last": -1, "next": 1}.get(before, 0)
    if shift:
        span = Span(match.start("before"), span.end)
    return Expression(span, month=_MONTHS[low], part=part, shift=shift, relation=_relation(text, match.start("core")))


_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|during|after|before|between|and|to|through|early|late|mid|year|circa|around|about|for|the|as|than|fall|its|january|[a-z]+ber)|[(\[,–—-])\s*$",
    _FLAGS,
)
_COUNTED = re.compile(
    r"\s(?:people|persons|troops|soldiers|men|women|children|civilians|refugees|dead|killed|wounded|others|km|kilomet|miles?|metres?|meters?|euros?|dollars?|pounds?|tons?|tonnes?|homes|houses|families|fighters|militants|prisoners|years|days|members|casualties|of them|votes|points|seats|jobs)",
    _FLAGS,
)


def _years(text: str, match: "re.Match[str]") -> Expression | tuple[Expression, ...] | None:
    """A year, both ends of a span of years, or a decade, where the words around a number say that it is one."""
    year, part, span = int(match["year"]), _part_of(match), _span(match)
    if match["decade"] and year % 10 == 0:
        return Expression(span, year=year, unit="decade", part=part)
    if text[max(0, match.start() - 1) : match.start()] in ("#", "/", "@"):
        return None
    found = Expression(Span(span.start, match.end("year")), year=year, part=part, relation=_relation(text, span.start))
    last = match["last_year"]
    last_year = int(last) if last and len(last) == 4 else year // 100 * 100 + int(last) if last else 0
    if year < last_year <= year + 120:
        return replace(found, relation="from"), Expression(Span(*match.span("last_year")), year=last_year, relation="to")
    before = _YEAR_BEFORE.search(text, max(0, match.start() - 12), match.start())
    if _COUNTED.match(text, match.end("year")) or (not before and not part and not 1900 <= year <= 2099):
        return None
    return found


def _numeric_iso(text: str, match: "re.Match[str]") -> Expression | None:
    """A date as ISO 8601 writes it; "2007-08" is the span of two years."""
    day = int(match["day"]) if match["day"] else None
    if day is None and (int(match["year"]) + 1) % 100 == int(match["month"]):
        return None
    return Expression(_span(match), year=int(match["year"]), month=int(match["month"]), day=day)


def _numeric(text: str, match: "re.Match[str]") -> Expression | None:
    """A date in figures; where both orders make a date, both are kept."""
    a, b = int(match["a"]), int(match["b"])
    if not (1 <= a <= 31 and 1 <= b <= 31) or min(a, b) > 12:
        return None
    swapped = a <= 12 and b <= 12 and a != b
    day, month = (a, b) if b <= 12 else (b, a)
    return Expression(_span(match), year=int(match["year"]), month=month, day=day, swapped=swapped)


def _holiday(text: str, match: "re.Match[str]") -> Expression | None:
    if not _is_name(match.group()):
        return None
    month, day = _HOLIDAYS[match["holiday"].lower().replace("’", "'")]
    return Expression(_span(match), year=int(match["year"]) if match["year"] else None, month=month, day=day)


def _season(text: str, match: "re.Match[str]") -> Expression | None:
    """A season that is dated by its words; "fall" and "spring" alone are verbs too."""
    season = match["season"].lower()
    shift = (match["shift"] or "").lower()
    dated = match["year"] or match["of_year"] or shift or match["part"]
    before = text[max(0, match.start() - 8) : match.start()].lower()
    if not dated and not (before.endswith(("in the ", "the ", "in ")) and season not in ("fall", "spring")):
        return None
    kind = {"last": "deictic", "this": "deictic", "next": "deictic"}.get(shift, "calendar")
    return Expression(
        _span(match),
        kind=kind,
        year=int(match["year"]) if match["year"] else None,
        season=season,
        part=_part_of(match),
        of_year=_of_year(match) or ("same" if shift in ("that", "the same") else None),
        shift={"last": -1, "next": 1}.get(shift, 0),
    )


def _century(text: str, match: "re.Match[str]") -> Expression | None:
    word = match["century"].lower()
    number = _ORDINALS.get(word) or int(re.sub(r"\D", "", word) or 0)
    return Expression(_span(match), year=(number - 1) * 100 + 1, unit="century", part=_part_of(match)) if 1 <= number <= 21 else None


def _day_word(text: str, match: "re.Match[str]") -> Expression | None:
    word = match["word"].lower()
    shifts = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
    if word == "overnight":
        return None
    return Expression(_span(match), kind="offset", unit="day", shift=shifts.get(word, 0))


def _count(match: "re.Match[str]") -> int | None:
    word = (match["count"] or "").lower()
    if not word:
        return None
    if word.isdigit():
        return int(word)
    first, *more = word.split()
    number = 1 if first in ("a", "an") else _NUMBERS.get(word) or _NUMBERS.get(first, 0)
    return number * {"dozen": 12, "hundred": 100}.get(more[0] if more else "", 1)


def _counted(text: str, match: "re.Match[str]") -> Expression | None:
    """So many units ago, earlier or later."""
    groups = match.groupdict()
    direction = groups["dir"].lower()
    unit = (groups.get("unit") or groups.get("theday") or "").lower()
    count = _count(match) if groups.get("unit") else 1
    if direction in ("before", "after", "on", "following", "previous") and not _closes_phrase(text, match.end()):
        return None
    if groups.get("theday") and direction in ("earlier", "later", "previously", "on"):
        return None
    if direction == "on" or (count is None and direction not in ("ago", "earlier", "later")):
        return None
    sign = -1 if direction in ("ago", "earlier", "before", "previously", "previous") else 1
    kind = "offset" if direction in ("ago", "from now") else "narrative"
    singular = {"days": "day", "weeks": "week", "months": "month", "years": "year", "decades": "decade", "centuries": "century"}.get(
        unit, unit
    )
    if singular in ("weekends", "weekend"):
        return None
    if singular in ("fortnight", "fortnights"):
        singular, count = "week", 2 * (count or 1)
    part = None if count is not None else "some"
    return Expression(_span(match), kind=kind, unit=singular, shift=sign * (count if count is not None else 1), part=part)


def _closes_phrase(text: str, at: int) -> bool:
    """Whether nothing follows that "before" or "after" would need as its object."""
    return at >= len(text) or text[at] in ",.;:)\n—–" or text[at : at + 2] in (", ", " –", " —")


def _deictic(text: str, match: "re.Match[str]") -> Expression | None:
    """Last, this or next week, month, year, seen from the day of publication."""
    before = text[max(0, match.start() - 5) : match.start()].lower()
    word, unit, so_far = match["shift"].lower(), match["unit"].lower(), (match["sofar"] or "").lower()
    if before.endswith(("the ", "very ")) or word in ("past", "coming"):
        return None
    shift = {"last": -1, "this past": -1, "next": 1, "this coming": 1}.get(word, 0)
    part = {
        "earlier": "so far" if shift == 0 else None,
        "later": "still" if shift == 0 else None,
        "late": "late",
        "early": "early",
        "mid": "mid",
        "mid-": "mid",
    }.get(so_far, "end" if "end" in so_far else "start" if so_far else None)
    return Expression(_span(match), kind="deictic", unit=unit, shift=shift, part=part)


def _narrative(text: str, match: "re.Match[str]") -> Expression | None:
    """The same, the next or the previous day, month or year, seen from the date that the text named last."""
    word, unit = match["shift"].lower(), match["unit"].lower()
    shift = 1 if word.endswith(("following", "next")) else -1 if word.endswith(("previous", "preceding", "prior")) else 0
    if unit in ("night", "morning", "evening", "afternoon"):
        unit = "day"
    return Expression(_span(match), kind="narrative", unit=unit, shift=shift, part=_narrative_part(match["sofar"]))


def _narrative_part(words: str | None) -> str | None:
    low = (words or "").lower()
    for key, part in (
        ("end", "end"),
        ("close", "end"),
        ("start", "start"),
        ("beginning", "start"),
        ("middle", "mid"),
        ("latter", "late"),
        ("rest", None),
    ):
        if key in low:
            return part
    return {"late": "late", "late in": "late", "early": "early", "early in": "early"}.get(low)


def _end_of(text: str, match: "re.Match[str]") -> Expression | None:
    unit = (match["unit"] or match["poss"]).lower()
    part = "end" if match["poss"] else _narrative_part(match["sofar"])
    return Expression(_span(match), kind="narrative", unit=unit, part=part)


def _weekday_alone(text: str, match: "re.Match[str]") -> Expression | None:
    """A weekday by its full name, with last, next or this before it."""
    word = match["weekday"]
    if len(word) < 6 or not _is_name(word) or text[match.end() : match.end() + 1] == "-":
        return None
    after = text[match.end() : match.end() + 2]
    if (
        after[:1] == " "
        and after[1:].isupper()
        and not match["shift"]
        and not text[max(0, match.start() - 3) : match.start()].lower().endswith("on ")
    ):
        return None
    shift = (match["shift"] or "").lower()
    kind = "narrative" if shift in ("the following", "the previous", "that", "the next", "the same") else "deictic"
    step = (
        -1 if shift in ("last", "this past", "the previous") else 1 if shift in ("next", "this coming", "the following", "the next") else 0
    )
    return Expression(_span(match), kind=kind, weekday=_WEEKDAYS[word.lower()], shift=step, relation=_relation(text, match.start()))


def _ordinal_day(text: str, match: "re.Match[str]") -> Expression | None:
    day = int(match["day"])
    return Expression(_span(match), day=day, of_year="same") if 1 <= day <= 31 else None
