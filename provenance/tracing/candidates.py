"""Which claims are worth comparing: those that share terms that are rare in general, found by an index."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
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
_TELLING = "~#"  # what names and numbers among the terms begin with
_STEP = 2654435761  # sets the hash functions apart


@lru_cache(maxsize=200_000)
def proposals(aspects: Aspects) -> Mapping[str, float]:
    """The terms of a claim that are rare enough in general to propose a comparison, and what each contributes to a proposal.

    It does not matter what else is in the archive. Names are among them whatever they weigh: a light one, such as runs through the
    whole article, contributes nothing, but that there is a name in common says how much else it takes.
    """
    least = threshold("too_common")
    told = ((term, weight if weight >= least else 0.0) for term, weight in aspects.weights.items())
    return {term: weight for term, weight in told if weight or term[0] == "~"}


def index_terms(claim: Claim) -> frozenset[str]:
    """The rare terms under which the archive stores a claim: stems, names by their sound (`~`), numbers (`#`)."""
    return frozenset(proposals(aspects_of(ClaimInContext(claim=claim, article=ArticleHead(id=claim.article)))))


class Neighbours(Protocol):
    """An archive that can be asked for claims near these."""

    def claims_sharing(
        self, wanted: Collection[Mapping[str, float]], least: float, known: Collection[str], unnamed: float | None = None
    ) -> Sequence[ClaimInContext]:
        """Claims, other than the known ones, stored under terms of one of these whose weights together reach `least`.

        Where no name (`~`) and no number (`#`) is among the terms, they have to reach `unnamed`, if that is given.
        """

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
        near, pairs = _near(frontier, frozenset(found), archive)
        if first:
            beside = {b: near[b] for a, b in pairs.close if conflict_between(pairs.comparisons, a, b, same_group=False)}
        beyond = {b: near[b] for a, b in pairs.close if pairs.comparisons.of(a, b).probability >= threshold("same")}
        beyond.update((item.claim.id, item) for item in archive.claims_grouped(sorted(frontier)))
        frontier = {claim: item for claim, item in beyond.items() if claim not in found}
    return Surroundings([found[claim] for claim in sorted(found)], [beside[claim] for claim in sorted(beside) if claim not in found])


class _Pairs(NamedTuple):
    """Pairs of one of some claims and one near them that share enough to be compared."""

    close: list[tuple[str, str]]
    comparisons: Comparisons


def _near(here: Mapping[str, ClaimInContext], known: Collection[str], archive: Neighbours) -> tuple[dict[str, ClaimInContext], _Pairs]:
    """The claims of the archive beyond the known ones that share enough rare terms with one of these, and the pairs they make."""
    own = {claim: aspects_of(item) for claim, item in here.items()}
    wanted = [proposals(aspects) for aspects in own.values()]
    found = archive.claims_sharing(wanted, threshold("pair_rarity"), known, threshold("unnamed_pair_rarity"))
    near = {item.claim.id: item for item in found}
    others = {claim: aspects_of(item) for claim, item in near.items()}
    return near, _Pairs(_close(own, others), Comparisons({**others, **own}))


def _close(here: Mapping[str, Aspects], near: Mapping[str, Aspects]) -> list[tuple[str, str]]:
    under: dict[str, list[tuple[str, str, float]]] = defaultdict(list)
    for own in here.values():
        for term, weight in proposals(own).items():
            under[term].append((own.claim, own.article, weight))
    close: list[tuple[str, str]] = []
    for claim, other in near.items():
        shared: dict[str, float] = defaultdict(float)
        named: set[str] = set()
        for term, theirs in proposals(other).items():
            for mine, article, weight in under.get(term, ()):
                if article != other.article:
                    shared[mine] += min(weight, theirs)
                    if term[0] in _TELLING:
                        named.add(mine)
        close.extend((mine, claim) for mine, weight in shared.items() if _enough(weight, named=mine in named))
    return close


def _enough(weight: float, *, named: bool) -> bool:
    """Whether terms of such a weight propose a comparison; where no name and no number is among them it takes more."""
    return weight >= threshold("pair_rarity" if named else "unnamed_pair_rarity")


def candidate_pairs(aspects: Mapping[str, Aspects], core: Collection[str] | None = None) -> list[tuple[str, str]]:
    """Pairs of claims of different articles that share enough rare terms to be compared, by an inverted index.

    At least one of the two is of the `core`, where that is given.
    """
    told = {claim: proposals(aspects[claim]) for claim in sorted(aspects)}
    under: dict[str, list[str]] = defaultdict(list)
    for claim, terms in told.items():
        for term in terms:
            under[term].append(claim)
    shared: dict[tuple[str, str], float] = defaultdict(float)
    named: set[tuple[str, str]] = set()
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
            own, article = told[a][term], aspects[a].article
            for b in partners:
                if aspects[b].article != article:
                    shared[a, b] += min(own, told[b][term])
                    if term[0] in _TELLING:
                        named.add((a, b))
    for a, b in _copies({claim: told[claim] for claim in sorted(crowded)}, aspects):
        if core is None or a in core or b in core:
            both = told[a].keys() & told[b].keys()
            shared[a, b] = sum(min(told[a][term], told[b][term]) for term in sorted(both))
            if any(term[0] in _TELLING for term in both):
                named.add((a, b))
    return sorted(pair for pair, weight in shared.items() if _enough(weight, named=pair in named))


def _copies(told: Mapping[str, Mapping[str, float]], aspects: Mapping[str, Aspects]) -> set[tuple[str, str]]:
    """Pairs among claims that share most of their terms, found by MinHash bands (Broder, 1997), each claim paired with few others.

    What hundreds of outlets carry shares its terms with so many claims that no term proposes pairs; here the copies find each other.
    """
    bands: dict[tuple[int, int, int], list[str]] = defaultdict(list)
    for claim, own in told.items():
        terms = [term.encode() for term in own]
        for band in range(_BANDS):
            bands[band, _least(terms, 2 * band), _least(terms, 2 * band + 1)].append(claim)
    pairs: set[tuple[str, str]] = set()
    for claims in bands.values():
        for before, claim in pairwise(claims):
            pairs.update(pair for pair in ((claims[0], claim), (before, claim)) if aspects[pair[0]].article != aspects[pair[1]].article)
    return pairs


def _least(terms: Sequence[bytes], seed: int) -> int:
    return min((crc32(term, seed * _STEP) for term in terms), default=0)
