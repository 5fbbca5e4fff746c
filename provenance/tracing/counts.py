"""What the numbers of a claim count, so that only numbers of one thing are held against each other."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from provenance.language.transliteration import fold
from provenance.model.claim import Claim, Quantity
from provenance.model.text import Span
from provenance.tracing.words import cue, stem, tracing_words, words_of

_NEAR, _BEHIND, _BEFORE = 3, 6, 10
_SHARE_REACH = 5
"""Words in front of a percentage among which what it is a share of stands."""
_REACHING = re.compile(r"\b(?:to|at|reached|of|past|by)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_OF = re.compile(r"(\w+) of (?:about |around |nearly |some |at least |more than |over |up to |almost |roughly )*$", re.IGNORECASE)


class Count(NamedTuple):
    """A quantity and what it counts: `person/kill`, `dollar/revenu`, `village`; empty where the words do not tell."""

    quantity: Quantity
    kind: str

    @property
    def rising(self) -> bool:
        """Whether such a count commonly grows while news comes in, as of the dead or the arrested."""
        return self.kind.startswith("person/")


def counts_of(claim: Claim) -> tuple[Count, ...]:
    """The quantities of a claim, each with what it counts."""
    ordered = sorted(claim.quantities, key=lambda quantity: quantity.span)
    counted = [Count(quantity, _kind(claim, ordered, place)) for place, quantity in enumerate(ordered)]
    return tuple(sorted((*counted, *_how_often(claim)), key=lambda count: count.quantity.span))


def _how_often(claim: Claim) -> Iterator[Count]:
    """`once`, `twice`: how often the verb right in front happened; none where it compares (`twice the size`) or means formerly."""
    words = words_of(claim.text)
    lows = [fold(word) for _, word in words]
    for place, low in enumerate(lows[1:], 1):
        value = tracing_words()["multiples"].get(low)
        if value is None or lows[place - 1] in cue("function"):
            continue
        if place + 1 < len(lows) and lows[place + 1] not in cue("behind_multiple") | cue("calendar"):
            continue
        start = claim.span.start + words[place][0]
        yield Count(Quantity(span=Span(start, start + len(words[place][1])), value=value, unit="time"), f"time/{stem(lows[place - 1])}")


def comparable(a: Count, b: Count) -> bool:
    """Whether two numbers can be held against each other: they count the same, or money of which one does not say for what."""
    if not a.kind or not b.kind:
        return False
    left, right = a.kind.partition("/"), b.kind.partition("/")
    if left[0] == right[0] == "percent":
        ours, theirs = set(left[2].split()), set(right[2].split())
        return not ours or not theirs or bool(ours & theirs - _changes())
    if _apart_as_people(a.quantity.unit, b.quantity.unit):
        return False
    return a.kind == b.kind or (left[0] == right[0] != "person" and not (left[2] and right[2]))


def same_people(a: Count, b: Count) -> bool:
    """Whether two counts are of the same people, as far as their nouns tell: not of children and of adults, nor of women and of people."""
    ours, theirs = (count.quantity.unit or "person" for count in (a, b))
    if _apart_as_people(ours, theirs):
        return False
    return ours == theirs or not (_a_part(ours, theirs) or _a_part(theirs, ours))


def _a_part(unit: str, whole: str) -> bool:
    return unit in cue("part_of_people") and whole in cue("all_people")


def _apart_as_people(a: str | None, b: str | None) -> bool:
    """Whether nobody is both: a child and an adult, a civilian and a soldier."""
    return frozenset((a, b)) in _nobody_is_both()


@cache
def _nobody_is_both() -> frozenset[frozenset[str | None]]:
    return frozenset(frozenset(row) for row in tracing_words()["nobody_is_both"])


def measured_in(stems: Collection[str]) -> frozenset[str]:
    """Which of the things that are told in shares or money a claim speaks of: revenue, profit, unemployment."""
    return frozenset(row[0] for row in _measures() if any(word in stems for word in row))


@cache
def _measures() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(stem(word) for word in row) for row in tracing_words()["measures"])


def _kind(claim: Claim, ordered: list[Quantity], place: int) -> str:
    quantity = ordered[place]
    if (quantity.unit is None or quantity.unit in cue("people")) and (toll := _toll(claim, quantity)):
        return f"person/{toll}"
    if quantity.unit is None or quantity.unit in cue("people") or stem(quantity.unit) in _fates():
        fate = _fate(claim, ordered, place)
        return f"person/{fate}" if fate else "person" if quantity.unit else ""
    if quantity.unit == "percent":
        return f"percent/{_share_of(claim, quantity)}"
    of = _OF.search(claim.text[: quantity.span.start - claim.span.start][-60:].rstrip("$€£¥"))
    return f"{quantity.unit}/{stem(fold(of[1]))}" if of else quantity.unit


def _share_of(claim: Claim, quantity: Quantity) -> str:
    """The words of which a percentage may be: `the unemployment rate fell to 4 percent` has `rate` and `unemployment`, in stems."""
    before = re.split(r"[,;:]", claim.text[: quantity.span.start - claim.span.start])[-1]
    lows = [fold(word) for _, word in words_of(before)]
    return " ".join(sorted({stem(low) for low in lows[-_SHARE_REACH:] if low not in cue("function") and not low.isdigit()}))


def _toll(claim: Claim, quantity: Quantity) -> str | None:
    """What befell those of a number that stands behind a toll: `the number of people killed had climbed to 47`, `the toll stood at 35`."""
    before = claim.text[: quantity.span.start - claim.span.start]
    if not _REACHING.search(before):
        return None
    lows = [fold(word) for _, word in words_of(re.split(r"[;:]", before)[-1])]
    opens = max((place for place, low in enumerate(lows) if low in cue("toll")), default=None)
    if opens is None:
        return None
    named = (stem(low) for low in lows[max(0, opens - 2) : opens + _BEHIND] if stem(low) in _fates() and low not in cue("toll"))
    return next(named, stem("dead") if lows[opens] != "number" else None)


@cache
def _changes() -> frozenset[str]:
    """Stems of verbs by which a number moves: that both rose does not make two shares one."""
    return frozenset(stem(word) for word in cue("changes"))


@cache
def _fates() -> frozenset[str]:
    return frozenset(stem(word) for word in cue("fate"))


def _fate(claim: Claim, ordered: list[Quantity], place: int) -> str | None:
    """What befell those who are counted: the verb right in front of the number, else behind it, else further in front."""
    base, own = claim.span.start, ordered[place].span
    begin = ordered[place - 1].span.end - base if place else 0
    end = ordered[place + 1].span.start - base if place + 1 < len(ordered) else len(claim.text)
    before = re.split(r"[;:]", claim.text[begin : own.start - base])[-1]
    behind = re.split(r"[;:]|, (?!\w+ing\b)", claim.text[own.end - base : end])[0]
    lows = [fold(word) for _, word in words_of(before)]
    near = lows[-_NEAR:]
    near = near[len(near) - near[::-1].index("and") :] if "and" in near else near
    following = [fold(word) for _, word in words_of(behind)][:_BEHIND]
    for words in (near[::-1], following, lows[-_BEFORE:][::-1]):
        found = next((stem(word) for word in words if stem(word) in _fates()), None)
        if found:
            return found
    return None
