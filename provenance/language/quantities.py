"""Numbers with what they count: `about 300.000 people` is 300000, `about`, `people`; dates, ordinals, scores and clock times are none."""

import math
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from provenance.language.signs import Signs
from provenance.model.claim import Precision, Quantity
from provenance.model.text import Span

_DIGITS = tuple(chr(zero + value) for zero in (0x30, 0x660, 0x6F0, 0x966, 0xFF10) for value in range(10))
"""Western, Arabic, Persian, Indian and full-width figures."""
_AHEAD = 24
"""Letters in front of a number's first digit or word that can be part of it: "US$", "half a "."""
_WITH_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_WITH_DOTS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")
_WORD_BEFORE = re.compile(r"([A-Za-z]+)\W*$")
_WORD_BEHIND = re.compile(r"[ \u00a0]?([A-Za-z]+)")
_PERCENT = re.compile(r"\s?%|[ -]per[ -]?cent\b|[ -]percent\b")
_LETTERS = re.compile(r"[a-z]+")
_THOUSAND = 1000.0
_TOKEN = re.compile(r"[A-Za-z][A-Za-z’'-]*|[^\sA-Za-z]")


@dataclass(frozen=True)
class _Words:
    numbers: dict[str, float]
    scales: dict[str, float]
    precision: tuple[tuple[re.Pattern[str], Precision], ...]
    not_units: frozenset[str]
    measures: dict[str, str]
    currencies: dict[str, str]
    irregular: dict[str, str]
    months: frozenset[str]
    number: re.Pattern[str]
    signs: Signs
    bounded: re.Pattern[str]
    """Any of the words of `precision` right before a number."""


@cache
def _words() -> _Words:
    raw: dict[str, Any] = tomllib.loads((Path(__file__).parent / "lexicon" / "quantities.toml").read_text(encoding="utf-8"))
    numbers = {word: float(value) for word, value in raw["numbers"].items()}
    scales = {word: float(value) for word, value in raw["scales"].items()}
    bounds = [(phrase, Precision(kind)) for kind in ("about", "at_least", "at_most") for phrase in raw["precision"][kind]]
    bounds.sort(key=lambda bound: -len(bound[0]))
    ordered = sorted(numbers, key=len, reverse=True)
    units, tens = [w for w in ordered if numbers[w] < 10], [w for w in ordered if 20 <= numbers[w] < 100]
    word = rf"(?:(?:{'|'.join(tens)})[ -](?:{'|'.join(units)})|{'|'.join(ordered)})\b"
    money = "|".join(re.escape(sign) for sign in sorted(raw["currencies"], key=len, reverse=True))
    scale = "|".join(sorted(scales, key=len, reverse=True))
    whole_words = [spelt for spelt in scales if len(spelt) > 2]
    scaled = rf"(?:{'|'.join(whole_words)})\b"  # "an M.F.A." is no million
    # What goes on behind a scale: "two hundred and five", "two hundred five", "twelve thousand five hundred", "three hundred thousand".
    goes_on = rf"(?: and {word}|(?<=hundred) {word}| {word}(?= {scaled}))?"
    spelt = rf"{word}(?: and a half\b)?(?:[ -]{scaled}{goes_on})*"
    number = re.compile(
        rf"(?P<money>{money})?[ \u00a0]?(?P<digits>(?<![\w.,/:-])\d[\d.,]*(?<![.,])|(?<=[$€£¥])\d[\d.,]*(?<![.,]))"
        rf"(?:[ \u00a0-](?P<scale>{scale})\b|(?P<short>bn|m|k)\b)?"
        rf"|\b(?P<article>an?|estimated|several|half an?)[ ](?P<alone>{scaled}{goes_on}(?:[ -]{scaled}{goes_on})*)"
        rf"|\b(?P<word>{spelt})",
        re.IGNORECASE,
    )
    return _Words(
        numbers=numbers,
        scales=scales,
        precision=tuple((_right_before(phrase), kind) for phrase, kind in bounds),
        not_units=frozenset(raw["not_units"]),
        measures=raw["measures"],
        currencies=raw["currencies"],
        irregular=raw["irregular"],
        months=frozenset(raw["months"]),
        number=number,
        signs=Signs({"number": (*_DIGITS, *numbers, *whole_words)}),
        bounded=_right_before(*(phrase for phrase, _ in bounds)),
    )


def _right_before(*phrases: str) -> re.Pattern[str]:
    """A pattern for one of some phrases where only a number can follow."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})(?: an?| the| some)?\s*[$€£]?\s*$")


def number_of(digits: str) -> float | None:
    """The value of a number in digits; None where it is none (a date such as 12.05.2020, an address).

    `1,600` and `1.234.567` group by thousands. A single dot before exactly three digits groups too (`300.000`, `3.000`), as the
    international desks that write so do, unless what stands before it is 0 (`0.125`) or longer than three digits.
    """
    if _WITH_COMMAS.fullmatch(digits):
        return float(digits.replace(",", ""))
    if _WITH_DOTS.fullmatch(digits):
        return float(digits.replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(digits):
        return float(digits.replace(",", "."))
    return None


def find_quantities(text: str, span: Span) -> list[Quantity]:
    """The quantities inside a place of the text, in order; spans cover the number with its scale, not the words around it."""
    words = _words()
    found = []
    for match in _numbers(text, span, words):
        value = _finite(_value(match, words))
        start = match.end() - len(match.group().lstrip(" \u00a0"))
        if value is None or _is_none(text, start, match, value, span):
            continue
        before = text[max(span.start, start - 30) : start].lower()
        precision = _precision(before, words)
        if match.group("article") and match.group("article").lower() in ("estimated", "several"):
            precision = Precision.ABOUT
        unit = words.currencies.get((match.group("money") or "").lower().strip()) or _unit(
            text[match.end() : min(span.end, match.end() + 60)], words
        )
        found.append(Quantity(span=Span(start, match.end()), value=value, precision=precision, unit=unit))
    return found


def _numbers(text: str, span: Span, words: _Words) -> Iterator[re.Match[str]]:
    """Where the pattern of a number fits, in order: it is tried around its signs alone, for it is slow to find that nothing is there."""
    behind = span.start
    for sign in words.signs.places(span.within(text).replace("İ", "i").lower()):  # "İ".lower() would grow
        if span.start + sign < behind:
            continue
        match = words.number.search(text, max(behind, span.start + sign - _AHEAD), span.end)
        if match is None:
            return
        yield match
        behind = match.end()


def _finite(value: float | None) -> float | None:
    """A number that a machine can hold; a run of hundreds of figures is none that anybody counted."""
    return value if value is not None and math.isfinite(value) else None


def _value(match: re.Match[str], words: _Words) -> float | None:
    if match.group("digits"):
        value = number_of(match.group("digits"))
        scale = (match.group("scale") or match.group("short") or "").lower()
        return None if value is None else value * words.scales.get(scale, 1.0)
    if match.group("word"):
        return _spelt_out(match.group("word"), words)
    article = match.group("article").lower()
    return None if article == "several" else _spelt_out(f"{article} {match.group('alone')}", words)


def _spelt_out(numeral: str, words: _Words) -> float:
    """The value of a number in words: `three hundred and five thousand`, `two and a half million`, `half a million`."""
    whole = part = 0.0
    for word in _LETTERS.findall(numeral.lower()):
        scale = words.scales.get(word, 1.0)
        if scale >= _THOUSAND:
            whole, part = whole + (part or 1.0) * scale, 0.0
        elif scale > 1:
            part = (part or 1.0) * scale
        else:
            part += 0.5 if word == "half" else words.numbers.get(word, 0.0)
    return whole + part


def _is_none(text: str, start: int, match: re.Match[str], value: float, span: Span) -> bool:
    """Whether the number is none: an ordinal, a year, a day of a month, a score, a clock time, part of a name, the pronoun `one`."""
    words = _words()
    before, after = text[max(span.start, start - 16) : start], text[match.end() : min(span.end, match.end() + 16)]
    last = _WORD_BEFORE.search(before)
    following = _WORD_BEHIND.match(after)
    if match.group("digits"):
        plain = match.group("digits").isdigit()
        if re.match(r"(?:st|nd|rd|th)\b|[:/]\d|[-–]\d+\b(?!\s*(?:year|month|day|hour|people|per\b|%))", after) or re.search(
            r"(?:\d[-–/:]|#|No\. ?)$", before
        ):
            return True
        month_near = (last and last.group(1).lower() in words.months) or (following and following.group(1).lower() in words.months)
        if plain and month_near and value <= 31:
            return True
        if plain and len(match.group("digits")) == 4 and 1500 <= value <= 2100 and not match.group("scale") and not match.group("money"):
            return not (following and _unit(after, words) in ("person", "people", "soldier", "troop", "dollar", "km", "metre"))
        return bool(
            re.match(r"[A-Za-z]", after)
            and not match.group("short")
            and not re.match(r"(?:km|kg|m|g|mm|cm|ha|bn|k|mph|kmh|am|pm)\b", after)
        ) or bool(re.match(r"\s?(?:am|pm|a\.m\.|p\.m\.)", after))
    if match.group("word") and match.group("word").lower() == "one":
        return (
            not (following and following.group(1).lower() not in words.not_units)
            or bool(re.match(r" of\b", after))
            or (last is not None and last.group(1).lower() in ("no", "the", "this", "that", "every", "any", "which"))
        )
    return False


def _precision(before: str, words: _Words) -> Precision:
    """What the longest phrase right before a number makes of it."""
    if words.bounded.search(before) is None:
        return Precision.EXACT
    return next(kind for phrase, kind in words.precision if phrase.search(before))


def _unit(after: str, words: _Words) -> str | None:
    """The counted noun: the measure right behind the number, else the last word of the noun phrase's first words."""
    if _PERCENT.match(after):
        return "percent"
    tokens = _TOKEN.findall(after.removeprefix("-"))[:4]
    best = None
    for token in tokens:
        low = token.lower()
        if not token[0].isalpha() or low in words.not_units or low in words.numbers:
            if low in ("of", "more", "other") and best is None:
                continue
            break
        if low in words.measures:
            return words.measures[low] if best is None else best
        head = low.partition("-")[0]
        if head in words.measures:
            return words.measures[head]
        best = singular(low)
        if low != best or low in words.irregular:
            break  # the first plural is what is counted: foreign militants, not militants abroad
    return best


def singular(noun: str) -> str:
    """An English noun in the singular, in small letters; irregular forms are listed in the lexicon."""
    low = noun.lower()
    irregular = _words().irregular
    if low in irregular:
        return irregular[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return low
