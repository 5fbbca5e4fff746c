"""Whether a claim states or denies: what a negation strikes, and what a verb of denial denies; two of them cancel."""

from dataclasses import dataclass

from provenance.language.lexicon import cue_forms
from provenance.language.lexicon import words as lexicon_words
from provenance.language.transliteration import fold
from provenance.model.claim import Claim
from provenance.model.text import Span
from provenance.tracing.words import cue, is_past, stem, words_of

_FINITE = lexicon_words("grammar", "finite")
_REACH = 4
"""So many words behind a negation, the first that carries meaning is what it strikes."""


@dataclass(frozen=True)
class Polarity:
    """What a claim says is not so."""

    struck: frozenset[str]
    """The stems of single words that a negation strikes."""
    denied: frozenset[str]
    """All words, folded, that a verb of denial governs; none where a negation inside turns it back."""
    negative: bool
    """Whether any word denies, refuses, fails or lacks something, and no other takes that back."""


def polarity_of(claim: Claim) -> Polarity:
    """What a claim denies. A denial of what is itself negated states it: `denied that it had not paid`."""
    words = [(start, fold(word)) for start, word in words_of(claim.text)]
    lows = [low for _, low in words]
    struck = {place: stem(lows[place]) for place in _struck(lows)}
    denied: set[int] = set()
    turned = False
    for place, low in enumerate(lows):
        if _denies(lows, place):
            inside = _governed(claim, words, place)
            back = inside & struck.keys()
            turned = turned or bool(back)
            for word in back:
                del struck[word]
            denied |= set() if back else inside
        elif low in cue("intention") and place and lows[place - 1] == "no" and lows[place + 1 : place + 2] == ["to"]:
            denied |= {at for at in range(place, len(words)) if at not in struck}  # `has no plans to`
        elif low in cue("untrue"):
            denied |= _reported(lows, place)
    content = frozenset(lows[place] for place in denied if lows[place] not in cue("function"))
    return Polarity(frozenset(struck.values()), content, not turned and _sounds_negative(claim))


def _struck(lows: list[str]) -> set[int]:
    """Where the words stand that a negation strikes: the first of meaning behind each; `not only` and `no fewer than` strike none."""
    found: set[int] = set()
    for place, word in enumerate(lows):
        if word in cue("negation") or word in cue("contracted"):
            if place + 1 < len(lows) and lows[place + 1] in cue("no_negation"):
                continue
            reach = range(place + 1, min(place + 1 + _REACH, len(lows)))
            found.update([at for at in reach if lows[at] not in cue("function")][:1])
        elif _is_nobody(lows, place):
            found.update(_done_to_nobody(lows, place))
    return found


def _is_nobody(lows: list[str], place: int) -> bool:
    """Whether nobody or nothing is meant here: `nobody`, `none`, and `no` before whatever is not there; `no more than` is a count."""
    behind = lows[place + 1 : place + 2]
    return lows[place] in cue("nobody") or (lows[place] == "no" and bool(behind) and behind[0] not in cue("no_negation"))


def _done_to_nobody(lows: list[str], place: int) -> list[int]:
    """Where the deed stands that nobody did or suffered: in front (`arrested no one`), else behind (`none of the 40 was hurt`).

    Where no verb stands behind, what there is none of is struck (`no licence`).
    """
    before = place - 1
    if before >= 0 and lows[before] not in cue("function") and not any((lows[before],) in cue_forms(kind) for kind in ("speech", "tell")):
        return [before]
    first = place + 1 + (lows[place : place + 2] == ["no", "one"])
    meant = [at for at in range(first, min(first + 2 * _REACH, len(lows))) if lows[at] not in cue("function")]
    verb = next((at for at in range(first, min(first + 2 * _REACH, len(lows))) if is_past(lows[at]) or lows[at] in _FINITE), None)
    if verb is None:
        return meant[:1]
    return [at for at in meant if at >= verb][:1]


def _denies(lows: list[str], place: int) -> bool:
    """Whether the word at a place denies what follows: `deny` by itself, `reject` and the like only of reports or before `that`."""
    forms = cue_forms("deny")
    lemma = forms.get((lows[place],)) or (
        "rule out" if lows[place : place + 2] in (["ruled", "out"], ["rules", "out"], ["ruling", "out"]) else None
    )
    if lemma is None or any(low in cue("negation") or low in cue("contracted") for low in lows[max(0, place - 3) : place]):
        return False
    behind = lows[place + 1 : place + 7]
    reported = any(low == "that" or low in cue("report") for low in behind)
    if lemma in cue("outright_denial"):
        return reported or not (place and lows[place - 1] in cue("be"))  # `was denied bail` refuses; `is denied that` denies
    return reported


def _governed(claim: Claim, words: list[tuple[int, str]], place: int) -> set[int]:
    """The places of the words that a denial at a place governs: the content of its attribution, or else all that follows."""
    start = claim.span.start + words[place][0]
    spans = [s for a in claim.attributions if any(cue_.contains(Span(start, start + 1)) for cue_ in a.cue) for s in a.content]
    if spans:
        inside = {at for at, (offset, _) in enumerate(words) if any(s.start <= claim.span.start + offset < s.end for s in spans)}
        return inside - {place}
    return {at for at in range(place + 1, len(words)) if words[at][1] not in cue("report")}


def _reported(lows: list[str], place: int) -> set[int]:
    """What stands between `reports that` and the word at a place that calls it false."""
    opening = next((at for at in range(place) if lows[at] in cue("report") and lows[at + 1] == "that"), None)
    return set() if opening is None else set(range(opening + 2, place))


def _sounds_negative(claim: Claim) -> bool:
    """Whether any word denies or lacks something; `UN` is no prefix of one."""
    lows = [fold(word) for _, word in words_of(claim.text) if not (len(word) > 1 and word.isupper())]
    return any(word in cue("negation") or word in cue("contracted") or word in cue("negative") for word in lows)
