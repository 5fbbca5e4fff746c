"""Which claims are worth comparing: those that share terms that are rare in general, found by an index."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple, Protocol

from provenance.model.claim import ClaimInContext
from provenance.model.filing import Sought
from provenance.tracing.aspects import Aspects, aspects_of
from provenance.tracing.conflicts import conflict_between
from provenance.tracing.filing import TELLING, beside, enough, lasting, least_hashes, proposals, weeks_of, worth_comparing
from provenance.tracing.grouping import Comparisons
from provenance.tracing.words import threshold

_BANDS = 6  # of two hashes: claims that share four terms of five meet in one almost surely, those that share one of four seldom
_ROUNDING = 1e-6  # sums of weights may differ by as little when they are added in another order


class Neighbours(Protocol):
    """An archive that can be asked for claims near these."""

    def claims_sharing(
        self, wanted: Collection[Sought], least: float, known: Collection[str], unnamed: float | None = None
    ) -> Sequence[ClaimInContext]:
        """Claims, other than the known ones, filed under terms of one that is sought, of its weeks, that together reach `least`.

        Where no name (`~`) and no number (`#`) is among the terms, they have to reach `unnamed`, if given; a lasting one is enough.
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
    wanted = [sought(aspects) for aspects in own.values()]
    found = archive.claims_sharing(wanted, threshold("pair_rarity"), known, threshold("unnamed_pair_rarity"))
    near = {item.claim.id: item for item in found}
    others = {claim: aspects_of(item) for claim, item in near.items()}
    return near, _Pairs(_close(own, others), Comparisons({**others, **own}))


def sought(aspects: Aspects) -> Sought:
    """What the archive is to be asked for, so that nothing is missed that is worth comparing with a claim."""
    return Sought(proposals(aspects), beside(weeks_of(aspects)), lasting(aspects))


def _close(here: Mapping[str, Aspects], near: Mapping[str, Aspects]) -> list[tuple[str, str]]:
    """The pairs of one of either that are worth comparing."""
    under: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for claim, own in here.items():
        for term, weight in proposals(own).items():
            under[term].append((claim, weight))
    close: list[tuple[str, str]] = []
    for claim, other in near.items():
        reached: dict[str, float] = defaultdict(float)
        named: set[str] = set()
        for term, theirs in proposals(other).items():
            for mine, weight in under.get(term, ()):
                reached[mine] += min(weight, theirs)
                if term[0] in TELLING:
                    named.add(mine)
        close.extend(
            (mine, claim)
            for mine, weight in reached.items()
            if enough(weight, named=mine in named, slack=_ROUNDING)
            if here[mine].article != other.article and worth_comparing(here[mine], other)
        )
    return close


def candidate_pairs(aspects: Mapping[str, Aspects], core: Collection[str] | None = None) -> list[tuple[str, str]]:
    """Pairs of claims of different articles that are worth comparing, by an inverted index.

    At least one of the two is of the `core`, where that is given. What more claims share than can be compared one with another proposes
    no pairs by itself, but counts where something else does; there, copies find each other.
    """
    claims = sorted(aspects)
    filed = _Filed([aspects[claim] for claim in claims])
    inside = None if core is None else {place for place, claim in enumerate(claims) if claim in core}
    proposed: set[tuple[int, int]] = set()
    for place in range(len(claims)) if inside is None else sorted(inside):
        found = filed.proposed_to(place, after=place if inside is None else -1)
        proposed.update((min(place, other), max(place, other)) for other in found if other != place)
    proposed |= filed.copies_in_a_crowd() | filed.lasting_pairs()
    return sorted(
        (claims[a], claims[b])
        for a, b in proposed
        if inside is None or a in inside or b in inside
        if filed.aspects[a].article != filed.aspects[b].article and worth_comparing(filed.aspects[a], filed.aspects[b])
    )


class _Filed:
    """Claims, by their places in a list, filed under their terms and the weeks that they tell of."""

    def __init__(self, aspects: Sequence[Aspects]) -> None:
        self.aspects = aspects
        self._told = [proposals(each) for each in aspects]
        self._under: dict[tuple[str, int | None], list[int]] = defaultdict(list)
        self._whenever: dict[str, list[int]] = defaultdict(list)
        self._near: dict[tuple[str, frozenset[int]], tuple[list[int], frozenset[int]]] = {}
        self._crowded: set[int] = set()
        for place, each in enumerate(aspects):
            for term in self._told[place]:
                self._whenever[term].append(place)
                for week in weeks_of(each) or (None,):
                    self._under[term, week].append(place)

    def _partners(self, term: str, weeks: frozenset[int]) -> tuple[list[int], frozenset[int]]:
        """The claims under a term that may be of these weeks or those beside them, in order; where they are too many, as a crowd."""
        found = self._near.get((term, weeks))
        if found is None:
            lists = [self._under.get((term, week), ()) for week in (*beside(weeks), None)] if weeks else [self._whenever[term]]
            places = frozenset(place for each in lists for place in each)
            crowded = len(places) > threshold("pairs_a_term")
            self._crowded |= places if crowded else frozenset()
            found = self._near[term, weeks] = ([], places) if crowded else (sorted(places), frozenset())
        return found

    def proposed_to(self, place: int, after: int) -> list[int]:
        """The claims behind a place that share enough with the one there, and not only with a crowd."""
        own, weeks = self._told[place], weeks_of(self.aspects[place])
        reached: dict[int, float] = defaultdict(float)
        named: set[int] = set()
        crowds: list[tuple[str, frozenset[int]]] = []
        for term, weight in own.items():
            partners, crowd = self._partners(term, weeks)
            behind = partners[bisect(partners, after) :]
            for other in behind:
                theirs = self._told[other][term]
                reached[other] += weight if weight < theirs else theirs
            named.update(behind if term[0] in TELLING else ())
            crowds.extend([(term, crowd)] if crowd else [])
        for term, crowd in crowds:
            inside = crowd.intersection(reached)
            for other in inside:
                reached[other] += min(own[term], self._told[other][term])
            named.update(inside if term[0] in TELLING else ())
        return [other for other, weight in reached.items() if enough(weight, named=other in named, slack=_ROUNDING)]

    def copies_in_a_crowd(self) -> set[tuple[int, int]]:
        """Pairs of copies among the claims of which some term is one of too many."""
        return _copies({place: self._told[place] for place in sorted(self._crowded)})

    def lasting_pairs(self) -> set[tuple[int, int]]:
        """Pairs that something lasting brings together; where it is one of too many claims, each is paired with few others."""
        under: dict[str, list[int]] = defaultdict(list)
        for place, each in enumerate(self.aspects):
            for sign in lasting(each):
                under[sign].append(place)
        return {pair for places in under.values() for pair in _pairs_of(places)}


def _pairs_of(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    return combinations(places, 2) if len(places) <= threshold("pairs_a_term") else _paired_with_few(places)


def _paired_with_few(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each with the first and with the one before."""
    for before, place in pairwise(places):
        yield from {(places[0], place), (before, place)}


def _copies(told: Mapping[int, Mapping[str, float]]) -> set[tuple[int, int]]:
    """Pairs among claims that share most of their terms, found by MinHash bands (Broder, 1997), each claim paired with few others.

    What hundreds of outlets carry shares its terms with so many claims that no term proposes pairs; here the copies find each other.
    """
    bands: dict[tuple[int, tuple[int, int]], list[int]] = defaultdict(list)
    for place, own in told.items():
        least = least_hashes(list(own), 0, 2 * _BANDS)
        for band, both in enumerate(zip(least[::2], least[1::2], strict=True)):
            bands[band, both].append(place)
    return {pair for places in bands.values() for pair in _paired_with_few(places)}
