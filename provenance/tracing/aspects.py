"""What of a claim can be compared: its words with their weights, and the slots that can exclude another claim."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from provenance.language.datelines import behind_dateline
from provenance.language.quantities import number_of
from provenance.language.transliteration import fold
from provenance.model.claim import Claim, ClaimInContext, NameMention, Quantity
from provenance.model.source import SourcingType
from provenance.model.text import Span
from provenance.tracing.counts import Count, counts_of, measured_in
from provenance.tracing.deeds import Act, acts_of, deeds_of, places_of, results_of, subjects_of
from provenance.tracing.framing import met_in, named_deals, named_things, superlative_of
from provenance.tracing.naming import entities_of, name_keys, name_weights, parties_of
from provenance.tracing.polarity import polarity_of
from provenance.tracing.presupposed import presupposed
from provenance.tracing.ranks import Rank, ranks_of
from provenance.tracing.scopes import Scope, scopes_of
from provenance.tracing.times import Window, windows_of
from provenance.tracing.words import cue, is_common, rarity, stem, tracing_words, words_of

_CARRIERS = (SourcingType.WIRE_AGENCY, SourcingType.STATE_AGENCY, SourcingType.MEDIA_OUTLET)
_UNNAMED = re.compile(r"^unnamed-.*@|:.*$")


@dataclass(frozen=True, eq=False)
class Aspects:
    """One claim, taken apart for comparing. Words are stems, names are keys of how they sound (`~`), numbers are figures (`#`)."""

    claim: str
    article: str
    outlet: str
    weights: dict[str, float]
    """How rare each term is, in nats; less where it runs through the claim's whole article."""
    total: float
    stems: frozenset[str]
    line: tuple[str, ...]
    """The terms in the order of their words, without function words and those that say that somebody says so."""
    names: frozenset[str]
    entities: tuple[frozenset[str], ...]
    """Each name as its keys, short forms written out; countries are left to `parties`."""
    parties: frozenset[str]
    quantities: tuple[Quantity, ...]
    counts: tuple[Count, ...]
    ranks: tuple[Rank, ...]
    measured: frozenset[str]
    """What it tells in shares or money, as far as it says of what; empty where it gives neither."""
    figures: frozenset[str]
    windows: tuple[Window, ...]
    published: Window
    struck: frozenset[str]
    """The single words that a negation strikes."""
    denied: frozenset[str]
    """The terms of all that a verb of denial says is not so."""
    negative: bool
    """Whether any word denies, refuses, fails or lacks something."""
    future: bool
    intends: bool
    """Whether somebody wants or intends something: what is intended lies ahead."""
    superlative: frozenset[str]
    motive: bool
    deals: frozenset[str]
    met_at: frozenset[str]
    """Those of the deals that only a meeting in a place stands for, and not their name."""
    things: frozenset[str]
    """Operations, storms and the like by their names."""
    making: bool
    """Whether it tells how something was signed, agreed or announced."""
    subjects: dict[str, frozenset[str]]
    """For each word that has an opposite the keys of the name in front of it."""
    acts: tuple[Act, ...]
    places: frozenset[str]
    results: frozenset[tuple[int, int]]
    told_names: frozenset[str]
    """The keys of names in what is told, without those of who says it."""
    granted: frozenset[str]
    """Those of the deeds and names told that the claim only takes for granted: see `presupposed`."""
    deeds: frozenset[str]
    """What is told, as stems, without names, numbers, days, and who says it."""
    definite: frozenset[str]
    """The stems of those words that stand behind `the`: what is told of one thing that is known, and not of one of many."""
    trail: frozenset[str]
    """The links of its chains behind the outlet; somebody unnamed stands as `@` with the relay."""
    scopes: tuple[Scope, ...]


_KEPT = 10_000  # of some 27 kilobytes each
_taken_apart: dict[str, tuple[ClaimInContext, Aspects]] = {}


def aspects_of(item: ClaimInContext) -> Aspects:
    """The comparable side of a claim. What was taken apart is kept for the next asking, until the claim or its article's head changes."""
    known = _taken_apart.get(item.claim.id)
    if known and known[0].claim is item.claim and (known[0].article is item.article or known[0].article == item.article):
        return known[1]
    aspects = _take_apart(item)
    keep(item, aspects)
    return aspects


def keep(item: ClaimInContext, aspects: Aspects) -> None:
    """Keep for the next asking what another process took apart."""
    if len(_taken_apart) >= _KEPT:
        _taken_apart.clear()
    _taken_apart[item.claim.id] = (item, aspects)


def _take_apart(item: ClaimInContext) -> Aspects:
    claim = item.claim
    words = _own_words(item)
    mentions = _own_names(item)
    weights = _weights(item, words, mentions)
    entities = entities_of(item, mentions)
    spelt = [word for _, word in words]
    lows = [fold(word) for word in spelt]
    deals, met = named_deals(spelt, lows), met_in(spelt, lows)
    keys = {word: key for mention in _all_names(item) for word, key in name_keys(item, mention).items()}
    stems, counts = frozenset(stem(fold(word)) for _, word in words_of(claim.text)), counts_of(claim)
    published, polarity = item.article.published, polarity_of(claim)
    trail = {_UNNAMED.sub("@", key) for a in claim.attributions for key in (*a.chain[1:], *([a.origin] if a.origin else []))}
    return Aspects(
        claim=claim.id,
        article=claim.article,
        outlet=item.article.outlet,
        weights=weights,
        total=sum(weights.values()),
        stems=stems,
        line=tuple(
            keys.get(low) or _figure(word) or stem(low)
            for (start, word), low in zip(words, lows, strict=True)
            if low not in cue("function") and _is_told(claim, start)
        ),
        names=frozenset(key for keys in entities for key in keys),
        entities=entities,
        parties=parties_of(item, words),
        quantities=claim.quantities,
        counts=counts,
        ranks=ranks_of(claim),
        measured=measured_in(stems) if any(count.kind.partition("/")[0] in cue("measured_in") for count in counts) else frozenset(),
        figures=frozenset(f"{quantity.value:g}" for quantity in claim.quantities if quantity.value > 2),
        windows=windows_of(item),
        published=Window(published.earliest, published.latest) if published else Window(None, None),
        struck=polarity.struck,
        denied=frozenset(keys.get(low) or _figure(low) or stem(low) for low in polarity.denied),
        negative=polarity.negative,
        future=any(word in cue("future") for word in lows),
        intends=any(one in cue("intending") and behind == "to" for one, behind in pairwise(lows)),
        superlative=superlative_of(lows),
        motive=any(word in cue("motive") for word in lows),
        deals=deals | met,
        met_at=met - deals,
        things=named_things(spelt, lows),
        making=any(word in cue("making") for word in lows),
        subjects=subjects_of(item, mentions),
        acts=acts_of(item, mentions),
        places=places_of(item, mentions),
        results=results_of(claim),
        told_names=_told_names(item, mentions),
        granted=_granted(item, mentions),
        deeds=deeds_of(item, mentions),
        definite=frozenset(stem(low) for article, low in pairwise(lows) if article == "the"),
        trail=frozenset(trail) - {item.article.outlet},
        scopes=scopes_of(claim),
    )


def _is_told(claim: Claim, start: int) -> bool:
    """Whether a word is told, and does not belong to who says it."""
    contents = [span for a in claim.own_attributions for span in a.content if claim.span.contains(span)]
    return not contents or any(span.start <= claim.span.start + start < span.end for span in contents)


def _own_words(item: ClaimInContext) -> list[tuple[int, str]]:
    """The words of a claim with their offsets in it, without its dateline and those that say that somebody says so."""
    claim = item.claim
    body = behind_dateline(claim.text)
    cues = [span for a in claim.attributions for span in a.cue if claim.span.contains(span)]
    words = [(start, word) for start, word in words_of(claim.text) if start >= body]
    return [(start, word) for start, word in words if not any(s.start <= start + claim.span.start < s.end for s in cues)]


def _own_names(item: ClaimInContext) -> list[NameMention]:
    """The names of the claim without its dateline and the agencies and outlets of its chains: who carries a story is not what it tells."""
    carriers = {relay for a in item.claim.attributions for relay in a.chain[1:-1]}
    carriers |= {a.origin for a in item.claim.attributions if a.origin and a.sourcing_type in _CARRIERS}
    return [mention for mention in _all_names(item) if fold(mention.name).replace(" ", "-") not in carriers]


def _all_names(item: ClaimInContext) -> list[NameMention]:
    """The names behind the dateline; a common word that only opens the sentence owes its capital to its place."""
    start = item.claim.span.start + behind_dateline(item.claim.text)
    behind = [mention for mention in item.claim.names if mention.span.start >= start]
    opening = behind[:1] if behind and behind[0].span.start <= start + 1 and " " not in behind[0].name else []
    owes = bool(opening) and not opening[0].name.isupper() and is_common(stem(fold(opening[0].name)))
    return behind[1:] if owes else behind


def _told_names(item: ClaimInContext, mentions: list[NameMention], without: Sequence[Span] = ()) -> frozenset[str]:
    """The keys of the names in what is told: not of who says it, nor to whom ("told Reuters"), nor of those at the places `without`."""
    claim = item.claim
    sources = [span for a in claim.own_attributions for span in a.source]
    contents = [s for a in claim.own_attributions for s in a.content if claim.span.contains(s)]
    told = [m for m in mentions if not any(s.overlaps(m.span) for s in (*sources, *without))]
    inside = [m for m in told if not contents or any(s.contains(m.span) for s in contents)]
    return frozenset(key for m in inside for key in name_keys(item, m).values())


def _granted(item: ClaimInContext, mentions: list[NameMention]) -> frozenset[str]:
    """The deeds and names that stand only where a claim takes something for granted."""
    start = item.claim.span.start
    places = [Span(start + place.start, start + place.end) for place in presupposed(item.claim.text)]
    if not places:
        return frozenset()
    told = deeds_of(item, mentions) | _told_names(item, mentions)
    return told - deeds_of(item, mentions, places) - _told_names(item, mentions, places)


def _weights(item: ClaimInContext, words: list[tuple[int, str]], mentions: list[NameMention]) -> dict[str, float]:
    keys = {word: key for mention in _all_names(item) for word, key in name_keys(item, mention).items()}
    found: dict[str, float] = {}
    for _, word in words:
        low = fold(word)
        if low and low not in cue("function"):
            term = keys.get(low) or _figure(word) or stem(low)
            found[term] = _weight(term, low)
    for mention in mentions:
        found.update(name_weights(item, mention))
    themes = {keys.get(word) or stem(word) for word in item.claim.themes}
    share = float(tracing_words()["weights"]["theme"])
    return {term: weight * share if term in themes else weight for term, weight in found.items()}


def _weight(term: str, low: str) -> float:
    weights = tracing_words()["weights"]
    if term[0] == "~":
        return float(weights["short_form"])  # a name outside `mentions`: a relay; the others are weighed as whole names
    if term[0] == "#":
        return float(weights["year"] if len(term) == 5 and term[1:3] in ("19", "20") else weights["number"])
    return float(weights["calendar"]) if low in cue("calendar") else min(rarity(term), float(weights["rarest"]))


def _figure(word: str) -> str | None:
    value = number_of(word) if word[0].isdigit() else None
    return None if value is None else f"#{value:g}"
