"""Contradictions inside one article: two sources of which one denies what the other states, or gives another number for it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations

from provenance.model.chain import Conflict, ConflictKind, Severity
from provenance.model.claim import ClaimInContext
from provenance.tracing.conflicts import conflict_between
from provenance.tracing.grouping import Comparisons
from provenance.tracing.words import threshold

_KINDS = (ConflictKind.NEGATION, ConflictKind.QUANTITY)
"""What two sentences of one article can contradict each other in; of other kinds, an article tells several things of one matter."""


def conflicts_inside(comparisons: Comparisons, items: Mapping[str, ClaimInContext], core: Collection[str]) -> tuple[Conflict, ...]:
    """The contradictions between claims of one article whose origins differ: an outlet's own voice and one source contradict nobody.

    At least one of the two is of the `core`.
    """
    spoken: dict[str, list[str]] = defaultdict(list)
    for claim, item in sorted(items.items()):
        if item.claim.origins:
            spoken[item.claim.article].append(claim)
    return tuple(conflict for claims in spoken.values() for conflict in _among(comparisons, claims, items, core))


def _among(comparisons: Comparisons, claims: list[str], items: Mapping[str, ClaimInContext], core: Collection[str]) -> Iterator[Conflict]:
    for a, b in combinations(claims, 2):
        if a not in core and b not in core:
            continue
        if not set(items[a].claim.origins).isdisjoint(items[b].claim.origins) or not _close(comparisons, a, b):
            continue
        conflict = conflict_between(comparisons, a, b, same_group=False)
        if conflict and conflict.kind in _KINDS and conflict.severity in (Severity.HIGH, Severity.MEDIUM):
            yield conflict


def _close(comparisons: Comparisons, a: str, b: str) -> bool:
    """Whether the two share enough to be compared."""
    ours, theirs = comparisons.aspects[a].weights, comparisons.aspects[b].weights
    return sum(min(ours[term], theirs[term]) for term in sorted(ours.keys() & theirs.keys())) >= threshold("pair_rarity")
