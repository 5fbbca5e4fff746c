"""From claims to groups that say the same, their independent origins, and what contradicts them."""

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Executor

from provenance.model.chain import ClaimGroup, Conflict
from provenance.model.claim import ClaimInContext
from provenance.model.text import Value
from provenance.tracing.candidates import Neighbours, Surroundings, candidate_pairs, surroundings
from provenance.tracing.conflicts import conflicts_among
from provenance.tracing.conflicts_inside import conflicts_inside
from provenance.tracing.copying import Copies, Fetch
from provenance.tracing.disputes import Dispute, disputes
from provenance.tracing.drift import changes_on_the_way
from provenance.tracing.filing import index_terms
from provenance.tracing.grouping import Comparisons, clusters
from provenance.tracing.settling import missing_steps
from provenance.tracing.spreading import aspects_by, compare_by
from provenance.tracing.standing import conflict_of, group_of
from provenance.tracing.telling import told_by
from provenance.tracing.tree import origin_tree, roots_of

__all__ = [
    "Dispute",
    "Neighbours",
    "Surroundings",
    "Tracing",
    "changes_on_the_way",
    "conflict_of",
    "disputes",
    "index_terms",
    "missing_steps",
    "origin_tree",
    "roots_of",
    "surroundings",
    "told_by",
    "trace",
]


class Tracing(Value):
    """What tracing found among some claims: every claim is in exactly one group."""

    groups: tuple[ClaimGroup, ...]
    conflicts: tuple[Conflict, ...]


def trace(
    claims: Sequence[ClaimInContext],
    *,
    rejected: Collection[tuple[str, str]] = (),
    owners: Mapping[str, str] | None = None,
    beside: Sequence[ClaimInContext] = (),
    known: Sequence[Conflict] = (),
    merged: Collection[tuple[str, str]] = (),
    split: Collection[tuple[str, str]] = (),
    sentences: Fetch | None = None,
    executor: Executor | None = None,
) -> Tracing:
    """Group claims that say the same, count their independent origins, and find what contradicts them.

    Pure, and independent of the order of the claims. `rejected` holds pairs of claim id and origin key that a person wants apart;
    `owners` gives the owner of an outlet by its key, where known. Claims `beside` these are only held against them, and not grouped;
    `merged` and `split` are pairs of claim ids that people want in one group, or never in one; they go before what the words say.
    `sentences` gives the claims of whole articles where those at hand are only a part; without it they are taken to be all.
    `known` conflicts with claims that are not even given count for the standing of the groups, and are among the conflicts.
    An `executor`, as of a process pool, takes the claims apart and compares them on several cores; what is found is the same.
    """
    items = {item.claim.id: item for item in claims}
    others = {item.claim.id: item for item in beside if item.claim.id not in items}
    comparisons = Comparisons(aspects_by(executor, {**items, **others}))
    pairs = candidate_pairs(comparisons.aspects, items if others else None)
    apart = compare_by(executor, comparisons, pairs) if executor else {}
    together = clusters(comparisons, [pair for pair in pairs if pair[0] in items and pair[1] in items], items, merged=merged, split=split)
    now = (
        *conflicts_among(comparisons, pairs, together, {**others, **items}, apart),
        *conflicts_inside(comparisons, {**others, **items}, items),
    )
    found = {(conflict.a, conflict.b): conflict for conflict in (*known, *now)}
    conflicts = tuple(found[pair] for pair in sorted(found))
    touched: dict[str, list[Conflict]] = {claim: [] for claim in items}
    for conflict in conflicts:
        for claim in (conflict.a, conflict.b):
            if claim in touched:
                touched[claim].append(conflict)
    copies = Copies(sentences) if sentences else Copies.among([*items.values(), *others.values()])
    groups = []
    for members in together:
        own = [conflict for claim in members for conflict in touched[claim]]
        groups.append(group_of([items[claim] for claim in members], own, rejected=rejected, owners=owners, copies=copies))
    return Tracing(groups=tuple(groups), conflicts=conflicts)
