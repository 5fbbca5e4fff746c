"""Which claims are worth comparing: those that share terms that are rare in general, found by an index."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Protocol
from zlib import crc32

from provenance.model.article import ArticleHead
from provenance.model.claim import Claim, ClaimInContext
from provenance.tracing.aspects import Aspects, aspects_of
from provenance.tracing.similarity import Likeness, compare
from provenance.tracing.words import threshold

_BANDS = 6  # of two hashes: claims that share four terms of five meet in one almost surely, those that share one of four seldom
_STEP = 2654435761  # sets the hash functions apart


def terms_of(aspects: Aspects) -> frozenset[str]:
    """The terms of a claim that are rare enough in general to propose a comparison; it does not matter what else is in the archive."""
    least = threshold("too_common")
    return frozenset(term for term, weight in aspects.weights.items() if weight >= least)


def index_terms(claim: Claim) -> frozenset[str]:
    """The rare terms under which the archive stores a claim: stems, names by their sound (`~`), numbers (`#`)."""
    return terms_of(aspects_of(ClaimInContext(claim=claim, article=ArticleHead(id=claim.article))))


class Neighbours(Protocol):
    """An archive that can be asked for claims near these."""

    def claims_sharing(self, wanted: Collection[Mapping[str, float]], least: float, known: Collection[str]) -> Sequence[ClaimInContext]:
        """Claims, other than the known ones, stored under terms of one of these whose weights together reach `least`."""

    def claims_grouped(self, ids: Collection[str]) -> Sequence[ClaimInContext]:
        """All claims that are in a group with these."""


class InMemory:
    """Neighbours of claims that are all at hand; for one run without an archive, and for tests."""

    def __init__(self, items: Sequence[ClaimInContext]) -> None:
        self._items = {item.claim.id: item for item in items}
        self._under: dict[str, list[str]] = defaultdict(list)
        for item in items:
            for term in index_terms(item.claim):
                self._under[term].append(item.claim.id)

    def claims_sharing(self, wanted: Collection[Mapping[str, float]], least: float, known: Collection[str]) -> Sequence[ClaimInContext]:
        """Claims, other than the known ones, stored under terms of one of these whose weights together reach `least`."""
        found: set[str] = set()
        for terms in wanted:
            reached: dict[str, float] = defaultdict(float)
            for term, weight in terms.items():
                for claim in self._under.get(term, ()):
                    reached[claim] += weight
            found.update(claim for claim, weight in reached.items() if weight >= least)
        return [self._items[claim] for claim in sorted(found - set(known))]

    def claims_grouped(self, ids: Collection[str]) -> Sequence[ClaimInContext]:
        """Nothing has been grouped yet."""
        return []


def neighbourhood(new: Sequence[ClaimInContext], archive: Neighbours) -> list[ClaimInContext]:
    """The claims to group again because these are new: all that are in a group with one of them, or may say the same, and so on from there.

    Whole: what may say the same as any of them, and what is in a group with any of them, is among them too. So a group is never seen in
    part, and grouping these alone gives what grouping everything would.
    """
    found: dict[str, ClaimInContext] = {}
    frontier = {item.claim.id: item for item in new}
    while frontier:
        found.update(frontier)
        beyond = _reached(frontier, frozenset(found), archive, same=True)
        beyond.update((item.claim.id, item) for item in archive.claims_grouped(sorted(frontier)))
        frontier = {claim: item for claim, item in beyond.items() if claim not in found}
    return [found[claim] for claim in sorted(found)]


def beside_of(new: Sequence[ClaimInContext], core: Sequence[ClaimInContext], archive: Neighbours) -> list[ClaimInContext]:
    """The claims outside the core that are about one thing with one of these, and so may contradict it."""
    here = {item.claim.id: item for item in new}
    found = _reached(here, frozenset(item.claim.id for item in core), archive, same=False)
    return [found[claim] for claim in sorted(found)]


def _reached(here: Mapping[str, ClaimInContext], known: Collection[str], archive: Neighbours, *, same: bool) -> dict[str, ClaimInContext]:
    """The claims of the archive beyond the known ones that may say the `same` as one of these, or else are about one thing with it."""
    own = {claim: aspects_of(item) for claim, item in here.items()}
    wanted = [{term: aspects.weights[term] for term in terms_of(aspects)} for aspects in own.values()]
    near = {item.claim.id: item for item in archive.claims_sharing(wanted, threshold("pair_rarity"), known)}
    close = _close(own, {claim: aspects_of(item) for claim, item in near.items()}, same=same)
    least = threshold("same") if same else threshold("related")
    return {claim: near[claim] for claim, probability in close.items() if probability >= least}


def _close(here: Mapping[str, Aspects], near: Mapping[str, Aspects], *, same: bool) -> dict[str, float]:
    """How probably each near claim says the `same` as one of these, or else is about one thing with it; then 1 for a thing of one name."""
    under: dict[str, list[Aspects]] = defaultdict(list)
    for own in here.values():
        for term in terms_of(own):
            under[term].append(own)
    close: dict[str, float] = {}
    for claim, other in near.items():
        shared: dict[str, float] = defaultdict(float)
        for term in terms_of(other):
            for own in under.get(term, ()):
                if own.article != other.article:
                    shared[own.claim] += min(own.weights[term], other.weights[term])
        for mine, weight in shared.items():
            if weight >= threshold("pair_rarity"):
                named = here[mine].deals & other.deals or len(here[mine].superlative & other.superlative) > 1
                likeness = _compared(here[mine], other)
                probability = likeness.probability if same else 1.0 if named else likeness.about_one_thing
                close[claim] = max(close.get(claim, 0.0), probability)
    return close


def _compared(a: Aspects, b: Aspects) -> Likeness:
    return compare(a, b) if a.claim < b.claim else compare(b, a)


def candidate_pairs(aspects: Mapping[str, Aspects], core: Collection[str] | None = None) -> list[tuple[str, str]]:
    """Pairs of claims of different articles that share enough rare terms to be compared, by an inverted index.

    At least one of the two is of the `core`, where that is given.
    """
    under: dict[str, list[str]] = defaultdict(list)
    for claim in sorted(aspects):
        for term in terms_of(aspects[claim]):
            under[term].append(claim)
    shared: dict[tuple[str, str], float] = defaultdict(float)
    crowded: set[str] = set()
    for term, claims in under.items():
        if len(claims) > threshold("pairs_a_term"):
            crowded.update(claims)
            continue
        inside = [claim for claim in claims if core is None or claim in core]
        if not inside:
            continue
        for place, a in enumerate(claims):
            partners = claims[place + 1 :] if core is None or a in core else inside[bisect(inside, a) :]
            own, article = aspects[a].weights[term], aspects[a].article
            for b in partners:
                other = aspects[b]
                if other.article != article:
                    shared[a, b] += min(own, other.weights[term])
    for a, b in _copies({claim: aspects[claim] for claim in sorted(crowded)}):
        if core is None or a in core or b in core:
            both = terms_of(aspects[a]) & terms_of(aspects[b])
            shared[a, b] = sum(min(aspects[a].weights[term], aspects[b].weights[term]) for term in both)
    least = threshold("pair_rarity")
    return sorted(pair for pair, weight in shared.items() if weight >= least)


def _copies(aspects: Mapping[str, Aspects]) -> set[tuple[str, str]]:
    """Pairs among claims that share most of their terms, found by MinHash bands (Broder, 1997), each claim paired with few others.

    What hundreds of outlets carry shares its terms with so many claims that no term proposes pairs; here the copies find each other.
    """
    bands: dict[tuple[int, int, int], list[str]] = defaultdict(list)
    for claim, own in aspects.items():
        terms = [term.encode() for term in terms_of(own)]
        for band in range(_BANDS):
            bands[band, _least(terms, 2 * band), _least(terms, 2 * band + 1)].append(claim)
    pairs: set[tuple[str, str]] = set()
    for claims in bands.values():
        for before, claim in pairwise(claims):
            pairs.update(pair for pair in ((claims[0], claim), (before, claim)) if aspects[pair[0]].article != aspects[pair[1]].article)
    return pairs


def _least(terms: Sequence[bytes], seed: int) -> int:
    return min((crc32(term, seed * _STEP) for term in terms), default=0)
