"""Who does what to whom, and where, as far as the order of the words shows it: a winner and a loser, a subject, a place, a result."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from provenance.language.datelines import behind_dateline
from provenance.language.quantities import number_of
from provenance.language.transliteration import fold
from provenance.model.claim import Claim, ClaimInContext, NameMention, Quantity
from provenance.model.text import Span
from provenance.tracing.naming import full_keys, name_keys, stands_in_place
from provenance.tracing.words import cue, stem, turning_words, words_of

_RESULT = re.compile(r"(?<![\w.,/:–-])(\d{1,3})([-–:])(\d{1,3})(?![\w.,/:–-]|\.\d)(?!\s*(?:year|month|day|hour|seat|km))")
_REACH = 4


class Act(NamedTuple):
    """A verb between two names: the keys of who does it, its stem, the keys of whom it is done to."""

    doer: frozenset[str]
    verb: str
    other: frozenset[str]


def acts_of(item: ClaimInContext, mentions: list[NameMention]) -> tuple[Act, ...]:
    """What names do to the names that follow them closely; `beaten by` turns them round, and what is mutual, such as a meeting, is none."""
    claim = item.claim
    found = []
    for left, right in pairwise(mentions):
        between = claim.text[left.span.end - claim.span.start : right.span.start - claim.span.start]
        lows = [fold(word) for _, word in words_of(between)]
        verbs = [stem(low) for low in lows if low not in cue("function")]
        if not verbs or len(lows) > _REACH or "," in between or "and" in lows or any(low in cue("mutual") for low in lows):
            continue
        sides = full_keys(item, left), full_keys(item, right)
        found.append(Act(sides[1], verbs[0], sides[0]) if "by" in lows or "to" in lows[1:] else Act(sides[0], verbs[0], sides[1]))
    return tuple(sorted(set(found), key=lambda act: (sorted(act.doer), act.verb, sorted(act.other))))


def subjects_of(item: ClaimInContext, mentions: list[NameMention]) -> dict[str, frozenset[str]]:
    """For each word that has an opposite the keys of the last name in front of it; empty keys where no name stands there."""
    claim = item.claim
    found: dict[str, frozenset[str]] = {}
    for start, word in words_of(claim.text):
        stemmed = stem(fold(word))
        if stemmed in turning_words():
            before = [mention for mention in mentions if mention.span.end <= claim.span.start + start]
            keys = full_keys(item, before[-1]) if before else frozenset()
            found[stemmed] = found.get(stemmed, frozenset()) | keys
    return found


def places_of(item: ClaimInContext, mentions: list[NameMention]) -> frozenset[str]:
    """The keys of names that stand behind `in`, `at` or `near`, without those of who says so."""
    sources = [span for a in item.claim.own_attributions for span in a.source]
    told = [m for m in mentions if not any(span.overlaps(m.span) for span in sources)]
    found = [m for m in told if stands_in_place(item, m.span.start)]
    return frozenset(key for m in found for key in name_keys(item, m).values())


def results_of(claim: Claim) -> frozenset[tuple[int, int]]:
    """The results of games and votes in a claim, higher number first: `2-1`."""
    found = [sorted((int(a), int(b)), reverse=True) for a, sign, b in _RESULT.findall(claim.text) if sign != ":" or _no_clock(a, b)]
    return frozenset((high, low) for high, low in found)


def _no_clock(a: str, b: str) -> bool:
    """Whether numbers around a colon are a result, as `2:1`, and no time of day, as `7:42`."""
    return len(b) == 1 or int(b) > 59 or (len(a) == 2 and int(a) > 23)


def deeds_of(item: ClaimInContext, mentions: list[NameMention], without: Sequence[Span] = ()) -> frozenset[str]:
    """The stems of what a claim tells, without who says it, and without names, numbers and what bounds them, days, and what is counted.

    Nor what stands at the places `without`.
    """
    claim = item.claim
    body = claim.span.start + behind_dateline(claim.text)
    spans = [s for a in claim.own_attributions for s in a.content if claim.span.contains(s)]
    named = [*(m.span for m in mentions), *(_numeral(claim, q) for q in claim.quantities)]
    units = {unit for q in claim.quantities if q.unit for unit in (q.unit, stem(q.unit))}
    found = set()
    for start, word in words_of(claim.text):
        place, low = claim.span.start + start, fold(word)
        outside = spans and not any(s.start <= place < s.end for s in spans)
        if (
            outside
            or place < body
            or low in cue("function")
            or low in cue("calendar")
            or low[:1].isdigit()
            or any(s.start <= place < s.end for s in named)
            or any(s.start <= place < s.end for s in without)
        ):
            continue
        if low not in units and stem(low) not in units:
            found.add(stem(low))
    return frozenset(found)


def _numeral(claim: Claim, quantity: Quantity) -> Span:
    """The place of a number with the words in front of it that bound or round it, without what it counts: `nearly three`."""
    before = [(start, fold(word)) for start, word in words_of(claim.text[: quantity.span.start - claim.span.start])]
    begin = end = quantity.span.start
    while before and before[-1][1] in cue("bounding"):
        begin = claim.span.start + before.pop()[0]
    for start, word in words_of(claim.words(quantity.span)):
        if number_of(word) is not None or fold(word) in cue("numeral"):
            end = quantity.span.start + start + len(word)
    return Span(begin, end)
