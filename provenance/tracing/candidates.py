"""Which claims are worth comparing: those that share terms that are rare in general, found by an index."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from provenance.model.article import ArticleHead
from provenance.model.claim import Claim, ClaimInContext
from provenance.tracing.aspects import Aspects, aspects_of
from provenance.tracing.words import threshold


def terms_of(aspects: Aspects) -> frozenset[str]:
    """The terms of a claim that are rare enough in general to propose a comparison; it does not matter what else is in the archive."""
    least = threshold("too_common")
    return frozenset(term for term, weight in aspects.weights.items() if weight >= least)


def index_terms(claim: Claim) -> frozenset[str]:
    """The rare terms under which the archive stores a claim: stems, names by their sound (`~`), numbers (`#`)."""
    return terms_of(aspects_of(ClaimInContext(claim=claim, article=ArticleHead(id=claim.article))))


class Neighbours(Protocol):
    """An archive that can be asked for claims near these."""

    def claims_sharing(self, terms: Collection[str]) -> Sequence[ClaimInContext]:
        """Claims stored under any of the terms."""

    def claims_connected(self, ids: Collection[str]) -> Sequence[ClaimInContext]:
        """All claims that are in a group or a conflict with these."""


class InMemory:
    """Neighbours of claims that are all at hand; for one run without an archive, and for tests."""

    def __init__(self, items: Sequence[ClaimInContext]) -> None:
        self._items = {item.claim.id: item for item in items}
        self._under: dict[str, list[str]] = defaultdict(list)
        for item in items:
            for term in index_terms(item.claim):
                self._under[term].append(item.claim.id)

    def claims_sharing(self, terms: Collection[str]) -> Sequence[ClaimInContext]:
        """Claims stored under any of the terms."""
        return [self._items[claim] for claim in sorted({claim for term in terms for claim in self._under.get(term, ())})]

    def claims_connected(self, ids: Collection[str]) -> Sequence[ClaimInContext]:
        """Nothing has been grouped yet."""
        return []


def neighbourhood(new: Sequence[ClaimInContext], archive: Neighbours) -> list[ClaimInContext]:
    """The claims to trace again because these are new: those that share terms with them, and all that hangs together with those."""
    found = {item.claim.id: item for item in new}
    terms = frozenset(term for item in new for term in index_terms(item.claim))
    near = list(archive.claims_sharing(terms)) if terms else []
    found.update((item.claim.id, item) for item in near)
    found.update((item.claim.id, item) for item in archive.claims_connected(sorted(found)))
    return [found[claim] for claim in sorted(found)]


def candidate_pairs(aspects: Mapping[str, Aspects]) -> list[tuple[str, str]]:
    """Pairs of claims of different articles that share enough rare terms to be compared, by an inverted index."""
    under: dict[str, list[str]] = defaultdict(list)
    for claim in sorted(aspects):
        for term in terms_of(aspects[claim]):
            under[term].append(claim)
    shared: Counter[tuple[str, str]] = Counter()
    for term, claims in under.items():
        if len(claims) > threshold("pairs_a_term"):
            continue
        for place, a in enumerate(claims):
            weight = aspects[a].weights[term]
            for b in claims[place + 1 :]:
                if aspects[a].article != aspects[b].article:
                    shared[a, b] += weight  # type: ignore[assignment]
    return sorted(pair for pair, weight in shared.items() if weight >= threshold("pair_rarity"))
