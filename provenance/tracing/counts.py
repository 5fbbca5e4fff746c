"""What the numbers of a claim count, so that only numbers of one thing are held against each other."""

import re
from functools import cache
from typing import NamedTuple

from provenance.language.transliteration import fold
from provenance.model.claim import Claim, Quantity
from provenance.tracing.words import cue, stem, words_of

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
    return tuple(Count(quantity, _kind(claim, ordered, place)) for place, quantity in enumerate(ordered))


def comparable(a: Count, b: Count) -> bool:
    """Whether two numbers can be held against each other: they count the same, or money of which one does not say for what."""
    if not a.kind or not b.kind:
        return False
    left, right = a.kind.partition("/"), b.kind.partition("/")
    if left[0] == right[0] == "percent":
        ours, theirs = set(left[2].split()), set(right[2].split())
        return not ours or not theirs or bool(ours & theirs - _changes())
    return a.kind == b.kind or (left[0] == right[0] != "person" and not (left[2] and right[2]))


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
