"""Groups, conflicts and scores brought up to date around the claims that have changed."""

from collections.abc import Collection

from provenance.desk.analysis import owners, scores_of
from provenance.model.review import Action
from provenance.registry import Registry
from provenance.scoring import Method
from provenance.storage.archive import Archive
from provenance.tracing import Tracing, neighbourhood, trace


def retrace(archive: Archive, claims: Collection[str], registry: Registry, method: Method) -> None:
    """Trace and score anew these claims and all that is near them or hangs together with them."""
    around = neighbourhood(archive.in_context(claims, withdrawn=False), archive)
    if not around:
        return
    ids = [item.claim.id for item in around]
    tracing = trace(around, rejected=rejected_collapses(archive), owners=owners(registry))
    archive.save_tracing(tracing.groups, tracing.conflicts, ids)
    rescore(archive, tracing, registry, method)


def rescore(archive: Archive, tracing: Tracing, registry: Registry, method: Method) -> None:
    """Score every claim of these groups.

    Verdicts do not move scores yet: the list that a reviewer works through keeps its order while they judge, and the same articles give
    the same scores whenever they came in.
    """
    items = archive.in_context([claim for group in tracing.groups for claim in group.claims])
    archive.save_scores(scores_of(items, tracing, method, {}, registry))


def rejected_collapses(archive: Archive) -> frozenset[tuple[str, str]]:
    """Pairs of claim and origin that a person has set apart, and nobody has taken back."""
    entries = archive.journal.in_force(actions=(Action.REJECT_COLLAPSE,))
    return frozenset((ref.claim, entry.collapsed_into) for entry in entries for ref in entry.claims if entry.collapsed_into)
