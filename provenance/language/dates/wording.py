"""The wording of time expressions: patterns over the words of `lexicon/calendar.toml`.

Each pattern is linear: what repeats is bounded, and no two parts of it can match the same words.
"""

import re
from collections.abc import Iterable

from provenance.language.lexicon import read_lexicon

_CALENDAR = read_lexicon("calendar")
MONTHS: dict[str, int] = _CALENDAR["months"]
WEEKDAYS: dict[str, int] = _CALENDAR["weekdays"]
HOLIDAYS: dict[str, list[int]] = _CALENDAR["holidays"]
NUMBERS: dict[str, int] = _CALENDAR["numbers"]
ORDINALS: dict[str, int] = _CALENDAR["ordinals"]


def any_of(words: Iterable[str]) -> str:
    """An alternation that tries longer words first."""
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


def rule(pattern: str) -> "re.Pattern[str]":
    """A pattern that begins at a word; a space in it is any white space."""
    return re.compile(r"(?<![\w$€£])(?<![^\s\w]-)" + pattern.replace("\\ ", " ").replace(" ", r"\s"), re.IGNORECASE)


MONTH_NAME = re.compile(rf"\b(?=[A-Z])(?i:{any_of(MONTHS)})\b")
"""A month that is written as the name it is; readers take no other."""
_M = rf"(?P<month>{any_of(MONTHS)})\b\.?"
_D = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|\s?(?:km|percent|%|a\.?m|p\.?m)\b)"
_TO_DAY = r"(?:\s?[-–—/]\s?(?P<last_day>\d{1,2})(?:st|nd|rd|th)?(?!\d))?"
_TO_DAY_OF = r"(?:(?:\s?[-–—/]\s?| (?:to|and|or) )(?:the )?(?P<last_day>\d{1,2})(?:st|nd|rd|th)?(?!\d))?"
_Y = r"(?P<year>1\d{3}|20\d{2})(?![\d%]|[.,]\d{3})"
_OF_YEAR = r"(?P<of_year>(?:of |in )?(?:that|the same|this|last|next|the previous|the following) year)"
_WEEKDAY = rf"(?P<weekday>{any_of(WEEKDAYS)})\b\.?"
_PART_OF = r"(?:middle|beginning|start|end|first half|second half|latter part|closing days|opening days|close|turn)(?= of )"
_PART = (
    rf"(?:(?:very |as )?(?P<part>(?:early|late|mid|later|earlier)(?=[ -](?:in |on )?)|{_PART_OF})"
    r"(?:[ -](?:in|on|of))?(?:[ -]the(?: month of| year)?)?[ -]|mid-)"
)
_UNIT = r"days?|weeks?|months?|years?|decades?|centur(?:y|ies)|fortnights?"
_COUNT = rf"(?:(?P<count>\d{{1,4}}|(?:an?|{any_of(NUMBERS)})(?: (?:dozen|hundred))?)|(?P<vague>several|some|a few|few|many))"
_SEASON = rf"(?P<season>{any_of(_CALENDAR['seasons'])})"

ISO = rule(r"(?P<year>1\d{3}|20\d{2})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?(?![\d-])")
NUMERIC = rule(r"(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<year>1\d{3}|20\d{2})(?!\d)")
MONTH_DAY = rule(rf"(?:{_WEEKDAY},? )?{_PART}?(?:the )?{_M} ?(?:the )?{_D}{_TO_DAY}(?:(?:,| of|,? in)? {_Y}|,? {_OF_YEAR})?")
DAY_MONTH = rule(rf"(?:{_WEEKDAY},? )?{_PART}?(?:the )?{_D}{_TO_DAY_OF} (?:of )?{_M}(?:,? (?:of )?{_Y}|,? {_OF_YEAR})?")
MONTH_YEAR = rule(rf"{_PART}?{_M}(?:,? (?:of )?(?:the year )?['’]?{_Y}|,? {_OF_YEAR})")
_BEFORE_MONTH = "in|since|until|till|by|from|through|during|before|after|between|and|to|of|last|next|this|that|each|previous|following"
MONTH = rule(rf"(?P<before>(?:(?:{_BEFORE_MONTH}) )?)(?P<core>{_PART}?{_M})")
YEARS = rule(rf"{_PART}?(?:the years? )?{_Y}(?:\s?[-–—/]\s?(?P<last_year>\d{{2}}|1\d{{3}}|20\d{{2}})(?!\d))?(?P<decade>['’]?s\b)?")
CENTURY = rule(rf"{_PART}?(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{any_of(ORDINALS)})[ -]century")
SEASON = rule(rf"(?:(?P<shift>last|this|next|that|the following|the previous|the same) )?{_PART}?{_SEASON}(?:(?: of)?,? {_Y}| {_OF_YEAR})?")
HOLIDAY = rule(rf"(?P<holiday>{any_of(HOLIDAYS)})\b(?:,? (?:of )?{_Y})?".replace("'", "['’]"))
WEEKDAY = rule(
    rf"(?:(?P<named>{any_of(_CALENDAR['named_weekdays'])}) )?"
    rf"(?:(?P<shift>last|this|next|this past|this coming|the following|the previous|that|the next|the same) )?{_WEEKDAY}"
)
DAY_WORD = rule(
    r"(?P<word>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|tonight|"
    r"this (?:morning|afternoon|evening)|last night)\b"
)
DEICTIC = rule(
    r"(?:(?P<sofar>earlier|later|late|early|at the end of|at the start of|at the beginning of|mid-?) (?:in )?)?"
    r"(?P<shift>last|this past|past|this|next|this coming|coming) (?P<unit>week|month|year|weekend|decade|century)\b(?![- ](?:long|old))"
)
AGO = rule(rf"{_COUNT} (?P<unit>{_UNIT}) (?P<dir>ago|from now)\b")
LATER = rule(
    rf"(?:{_COUNT} (?P<unit>{_UNIT})|the (?P<theday>day|week|month|year)) "
    r"(?P<dir>later|earlier|afterwards?|before|after|previously|previous|following)\b"
)
NARRATIVE = rule(
    r"(?:(?P<sofar>earlier|later|late|early|the end|the start|the beginning|the middle|the close)(?: in| of)? )?"
    r"(?P<shift>that same|that very|that|the same|the very same|the following|the next|the previous|the preceding|the prior) "
    r"(?P<unit>day|week|month|year|weekend|night|morning|evening|afternoon)\b"
)
END_OF = rule(
    r"(?P<sofar>the end|the start|the beginning|the middle|late in|early in|later in|earlier in|the latter part|most of the rest) "
    r"(?:of )?the (?P<unit>week|month|year)\b|(?P<poss>month|year)[’']s end\b"
)
ORDINAL_DAY = rule(
    r"(?<=the )(?P<day>\d{1,2})(?:st|nd|rd|th)(?=[,.;:)]|$| (?:and|of that|the|he|she|they|it|at|in|by|with|when|after|but)\b)"
)

RELATION = re.compile(
    r"\b(since|until|till|before|after|by|from|through|to|between|and|up to|as of|starting|prior to)"
    r"(?: (?:the|on|at|about|around|as|early|late)){0,3}\s?$",
    re.IGNORECASE,
)
YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|during|after|before|between|and|to|through|early|late|mid|year|circa|around|about|for|the|as|than|fall|its)"
    r"|[(\[,–—-])\s?$",
    re.IGNORECASE,
)
COUNTED = re.compile(rf"\s(?:{any_of(_CALENDAR['not_years']['counted'])})", re.IGNORECASE)
