"""Over what time and how far a statement reaches: `in nine months`, `since April`, `a day`, `in years`, `in December alone`."""

import re
from functools import cache
from typing import NamedTuple

from provenance.language.transliteration import fold
from provenance.model.claim import Claim
from provenance.tracing.limits import listed, origin_words
from provenance.tracing.words import cue

_UNIT = "hour|day|week|month|quarter|year|decade|centur(?:y|ie)"
_RATE = re.compile(rf"(?<!for )(?<!in )(?<!after )(?<!within )(?<!over )\b(?:a|an|per|each|every) (?P<unit>{_UNIT})\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?P<when>(?:[\w’'-]+\s?){1,4})", re.IGNORECASE)
_ALONE = re.compile(r"\b(?:in|on|during) (?:(?!in |on )[\w’'-]+ ){1,3}alone\b", re.IGNORECASE)
TIME = ("lasting", "since", "rate")
TIME_UNITS = frozenset({"hour", "day", "week", "month", "quarter", "year"})
"""Units of which a count says how long something lasted."""


class Scope(NamedTuple):
    """A phrase of scope: its kind (`lasting`, `since`, `rate`, `reach`), its value for comparing, its place in the claim, its words."""

    kind: str
    value: str
    start: int
    end: int
    words: str = ""


def scopes_of(claim: Claim) -> tuple[Scope, ...]:
    """The phrases of scope in a claim, in order; offsets count from the beginning of its text."""
    text = claim.text
    found = [Scope("lasting", _lasting_value(claim, m), m.start(), m.end()) for m in _lasting().finditer(text) if m["n"] or m["plural"]]
    found += [Scope("since", *_since(claim, m)) for m in _SINCE.finditer(text)]
    taken = [(scope.start, scope.end) for scope in found]
    rates = (m for m in _RATE.finditer(text) if not any(start < m.end() and m.start() < end for start, end in taken))
    found += [Scope("rate", m["unit"].lower(), m.start(), m.end()) for m in rates]
    found += [Scope("rate", _rates()[m.group().lower()], m.start(), m.end()) for m in _named_rates().finditer(text)]
    found += [Scope("reach", fold(m.group()), m.start(), m.end()) for m in _ALONE.finditer(text)]
    found += [Scope("reach", fold(m.group()), m.start(), m.end()) for m in _reaches().finditer(text)]
    shown = [scope._replace(words=text[scope.start : scope.end]) for scope in found]
    return tuple(sorted(shown, key=lambda scope: (scope.start, scope.end)))


def over_other_times(a: tuple[Scope, ...], b: tuple[Scope, ...]) -> bool | None:
    """Whether two statements say that they reach over different times; None where only one says over which, False where neither does."""
    ours, theirs = ({(scope.kind, scope.value) for scope in side if scope.kind in TIME} for side in (a, b))
    if ours and theirs:
        return not ours & theirs
    return None if ours or theirs else False


@cache
def _lasting() -> re.Pattern[str]:
    opening, loose, numbers = ("|".join(sorted(listed(name), key=len, reverse=True)) for name in ("lasting", "loose", "vague_numbers"))
    return re.compile(
        rf"\b(?:{opening})\s+(?:(?:{loose})\s+)*(?:(?P<n>\d[\d.,]*|{numbers})[\s-])?(?P<unit>{_UNIT})(?P<plural>s)?\b(?! \d)", re.IGNORECASE
    )


def _lasting_value(claim: Claim, found: re.Match[str]) -> str:
    unit = found["unit"].lower()
    if not found["n"]:
        return f"several {unit}"
    start, end = claim.span.start + found.start("n"), claim.span.start + found.end("n")
    counted = next((f"{q.value:g}" for q in claim.quantities if q.span.start < end and start < q.span.end), None)
    word = found["n"].lower()
    return f"{counted or ('1' if word in ('a', 'an', 'one') else word)} {unit}"


def _since(claim: Claim, found: re.Match[str]) -> tuple[str, int, int]:
    """The value and place of a `since`: up to the end of its date where it holds one, else of its first words."""
    start, end = claim.span.start + found.start("when"), claim.span.start + found.end()
    day = next((d for d in claim.dates if d.earliest and start <= d.span.start < end), None)
    if day is not None and day.earliest is not None:
        return day.earliest.isoformat()[:7], found.start(), day.span.end - claim.span.start
    year = re.search(r"\b(?:1[5-9]|20)\d\d\b", found["when"])
    if year:
        return year.group(), found.start(), found.start("when") + year.end()
    words = found["when"].split()
    while len(words) > 1 and fold(words[-1]) in cue("function"):
        words.pop()
    shown = re.match(r"\s+".join(map(re.escape, words)), found["when"])
    return fold(" ".join(words)), found.start(), found.start("when") + (shown.end() if shown else len(found["when"].rstrip()))


@cache
def _rates() -> dict[str, str]:
    return {word: unit for unit, words in origin_words()["rates"].items() for word in words}


@cache
def _named_rates() -> re.Pattern[str]:
    return _any_of(_rates())


@cache
def _reaches() -> re.Pattern[str]:
    return _any_of(listed("reach"))


def _any_of(phrases: "frozenset[str] | dict[str, str]") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))})\b", re.IGNORECASE)
