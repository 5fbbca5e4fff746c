"""Which claims are worth comparing: those that share terms that are rare in general, found by an index."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol
from zlib import crc32

from provenance.model.article import ArticleHead
from provenance.model.claim import Claim, ClaimInContext
from provenance.tracing.aspects import Aspects, aspects_of
from provenance.tracing.conflicts import conflict_between
from provenance.tracing.grouping import Comparisons
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


class Surroundings(NamedTuple):
    """What has to be looked at because some claims are new."""

    core: list[ClaimInContext]
    """The claims to group again: whole, so that grouping these alone gives what grouping everything would."""
    beside: list[ClaimInContext]
    """Those outside the core that contradict a new claim."""


def surroundings(new: Sequence[ClaimInContext], archive: Neighbours) -> Surroundings:
    """The claims to group again because these are new: all that are in a group with one of them, or may say the same, and so on from there.

    Whatever may say the same as any of them, and whatever is in a group with any of them, is among them too, so that a group is never
    seen in part.
    """
    found: dict[str, ClaimInContext] = {}
    beside: dict[str, ClaimInContext] = {}
    frontier = {item.claim.id: item for item in new}
    while frontier:
        first = not found
        found.update(frontier)
        near, close = _near(frontier, frozenset(found), archive)
        if first:
            beside = {claim: near[claim] for claim, each in close.items() if each.contradicts}
        beyond = {claim: near[claim] for claim, each in close.items() if each.same >= threshold("same")}
        beyond.update((item.claim.id, item) for item in archive.claims_grouped(sorted(frontier)))
        frontier = {claim: item for claim, item in beyond.items() if claim not in found}
    return Surroundings([found[claim] for claim in sorted(found)], [beside[claim] for claim in sorted(beside) if claim not in found])


class _Closeness(NamedTuple):
    """How probably a claim says the same as one of some others, and whether it contradicts one."""

    same: float
    contradicts: bool


def _near(
    here: Mapping[str, ClaimInContext], known: Collection[str], archive: Neighbours
) -> tuple[dict[str, ClaimInContext], dict[str, _Closeness]]:
    """The claims of the archive beyond the known ones that share enough rare terms with one of these, and how close each comes."""
    own = {claim: aspects_of(item) for claim, item in here.items()}
    wanted = [{term: aspects.weights[term] for term in terms_of(aspects)} for aspects in own.values()]
    near = {item.claim.id: item for item in archive.claims_sharing(wanted, threshold("pair_rarity"), known)}
    return near, _close(own, {claim: aspects_of(item) for claim, item in near.items()})


def _close(here: Mapping[str, Aspects], near: Mapping[str, Aspects]) -> dict[str, _Closeness]:
    under: dict[str, list[Aspects]] = defaultdict(list)
    for own in here.values():
        for term in terms_of(own):
            under[term].append(own)
    close: dict[str, _Closeness] = {}
    comparisons = Comparisons({**near, **here})
    for claim, other in near.items():
        shared: dict[str, float] = defaultdict(float)
        for term in terms_of(other):
            for own in under.get(term, ()):
                if own.article != other.article:
                    shared[own.claim] += min(own.weights[term], other.weights[term])
        for mine, weight in shared.items():
            if weight >= threshold("pair_rarity"):
                before = close.get(claim, _Closeness(0.0, contradicts=False))
                likeness = comparisons.of(mine, claim)
                conflict = before.contradicts or conflict_between(comparisons, mine, claim, same_group=False) is not None
                close[claim] = _Closeness(max(before.same, likeness.probability), conflict)
    return close


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
