"""From claims to groups that say the same, their independent origins, and what contradicts them."""

from collections.abc import Collection, Mapping, Sequence

from provenance.model.chain import ClaimGroup, Conflict
from provenance.model.claim import ClaimInContext
from provenance.model.text import Value
from provenance.tracing.aspects import aspects_of
from provenance.tracing.candidates import Neighbours, candidate_pairs, index_terms, neighbourhood
from provenance.tracing.conflicts import conflicts_among
from provenance.tracing.grouping import Comparisons, clusters
from provenance.tracing.standing import group_of
from provenance.tracing.tree import origin_tree

__all__ = ["Neighbours", "Tracing", "index_terms", "neighbourhood", "origin_tree", "trace"]


class Tracing(Value):
    """What tracing found among some claims: every claim is in exactly one group."""

    groups: tuple[ClaimGroup, ...]
    conflicts: tuple[Conflict, ...]


def trace(
    claims: Sequence[ClaimInContext], *, rejected: Collection[tuple[str, str]] = (), owners: Mapping[str, str] | None = None
) -> Tracing:
    """Group claims that say the same, count their independent origins, and find what contradicts them.

    Pure, and independent of the order of the claims. `rejected` holds pairs of claim id and origin key that a person wants apart;
    `owners` gives the owner of an outlet by its key, where known.
    """
    items = {item.claim.id: item for item in claims}
    comparisons = Comparisons({claim: aspects_of(items[claim]) for claim in sorted(items)})
    pairs = candidate_pairs(comparisons.aspects)
    together = clusters(comparisons, pairs)
    conflicts = conflicts_among(comparisons, pairs, together)
    touched: dict[str, list[Conflict]] = {claim: [] for claim in items}
    for conflict in conflicts:
        touched[conflict.a].append(conflict)
        touched[conflict.b].append(conflict)
    groups = []
    for members in together:
        own = [conflict for claim in members for conflict in touched[claim]]
        groups.append(group_of([items[claim] for claim in members], own, rejected=rejected, owners=owners))
    return Tracing(groups=tuple(groups), conflicts=conflicts)
