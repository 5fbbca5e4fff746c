"""What the words of a matched time expression say: one reader for each pattern of `wording`."""

import re
from dataclasses import replace

from provenance.language.dates.expression import Expression
from provenance.language.dates.wording import COUNTED, HOLIDAYS, MONTHS, NUMBERS, ORDINALS, RELATION, WEEKDAYS, YEAR_BEFORE
from provenance.model.text import Span

_PARTS = {
    "later": None,
    "earlier": None,
    "middle": "mid",
    "beginning": "start",
    "latter part": "late",
    "closing days": "end",
    "opening days": "start",
    "close": "end",
    "turn": "start",
}


def _part_of(match: "re.Match[str]") -> str | None:
    word = (match["part"] or "").lower()
    if not word:
        return "mid" if "mid-" in match.group().lower() else None
    return _PARTS.get(word, word)


def _relation(text: str, start: int) -> str:
    before = RELATION.search(text, max(0, start - 24), start)
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


def calendar_date(text: str, match: "re.Match[str]") -> Expression | tuple[Expression, ...] | None:
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
        month=MONTHS[groups["month"].lower()],
        day=day,
        weekday=WEEKDAYS[weekday.lower()] if weekday else None,
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


def month(text: str, match: "re.Match[str]") -> Expression | None:
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
    return Expression(span, month=MONTHS[low], part=part, shift=shift, relation=_relation(text, match.start("core")))


def years(text: str, match: "re.Match[str]") -> Expression | tuple[Expression, ...] | None:
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
    before = YEAR_BEFORE.search(text, max(0, match.start() - 12), match.start())
    if COUNTED.match(text, match.end("year")) or (not before and not part and not 1900 <= year <= 2099):
        return None
    return found


def iso(text: str, match: "re.Match[str]") -> Expression | None:
    """A date as ISO 8601 writes it; "2007-08" is the span of two years."""
    day = int(match["day"]) if match["day"] else None
    if day is None and (int(match["year"]) + 1) % 100 == int(match["month"]):
        return None
    return Expression(_span(match), year=int(match["year"]), month=int(match["month"]), day=day)


def numeric(text: str, match: "re.Match[str]") -> Expression | None:
    """A date in figures; where both orders make a date, both are kept."""
    a, b = int(match["a"]), int(match["b"])
    if not (1 <= a <= 31 and 1 <= b <= 31) or min(a, b) > 12:
        return None
    swapped = a <= 12 and b <= 12 and a != b
    day, month = (a, b) if b <= 12 else (b, a)
    return Expression(_span(match), year=int(match["year"]), month=month, day=day, swapped=swapped)


def holiday(text: str, match: "re.Match[str]") -> Expression | None:
    """A feast day that has its place in the calendar."""
    if not _is_name(match.group()):
        return None
    month, day = HOLIDAYS[match["holiday"].lower().replace("’", "'")]
    return Expression(_span(match), year=int(match["year"]) if match["year"] else None, month=month, day=day)


def season(text: str, match: "re.Match[str]") -> Expression | None:
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


def century(text: str, match: "re.Match[str]") -> Expression | None:
    """A century, or a part of one."""
    word = match["century"].lower()
    number = ORDINALS.get(word) or int(re.sub(r"\D", "", word) or 0)
    return Expression(_span(match), year=(number - 1) * 100 + 1, unit="century", part=_part_of(match)) if 1 <= number <= 21 else None


def day_word(text: str, match: "re.Match[str]") -> Expression | None:
    """Yesterday, today, tomorrow and their like."""
    word = match["word"].lower()
    shifts = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
    return Expression(_span(match), kind="offset", unit="day", shift=shifts.get(word, 0))


def _count(match: "re.Match[str]") -> int | None:
    word = (match["count"] or "").lower()
    if not word:
        return None
    if word.isdigit():
        return int(word)
    first, *more = word.split()
    number = 1 if first in ("a", "an") else NUMBERS.get(word) or NUMBERS.get(first, 0)
    return number * {"dozen": 12, "hundred": 100}.get(more[0] if more else "", 1)


def counted(text: str, match: "re.Match[str]") -> Expression | None:
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


def deictic(text: str, match: "re.Match[str]") -> Expression | None:
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


def narrative(text: str, match: "re.Match[str]") -> Expression | None:
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


def end_of(text: str, match: "re.Match[str]") -> Expression | None:
    """The end, or another part, of the month or year that the text is telling of."""
    unit = (match["unit"] or match["poss"]).lower()
    part = "end" if match["poss"] else _narrative_part(match["sofar"])
    return Expression(_span(match), kind="narrative", unit=unit, part=part)


def weekday(text: str, match: "re.Match[str]") -> Expression | None:
    """A weekday by its full name, with last, next or this before it."""
    word = match["weekday"]
    if match["named"] or len(word) < 6 or not _is_name(word) or text[match.end() : match.end() + 1] == "-":
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
    return Expression(_span(match), kind=kind, weekday=WEEKDAYS[word.lower()], shift=step, relation=_relation(text, match.start()))


def ordinal_day(text: str, match: "re.Match[str]") -> Expression | None:
    """A day such as "the 5th", in the month that the text is telling of."""
    day = int(match["day"])
    return Expression(_span(match), day=day, of_year="same") if 1 <= day <= 31 else None
