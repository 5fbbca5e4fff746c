"""Groups, conflicts and scores brought up to date around the claims that have changed."""

from collections.abc import Collection

from provenance.desk.analysis import owners, scores_of
from provenance.model.review import Action
from provenance.registry import Registry
from provenance.scoring import Method, judged_source
from provenance.storage.archive import Archive
from provenance.tracing import Tracing, neighbourhood, trace


def retrace(archive: Archive, claims: Collection[str], registry: Registry, method: Method) -> None:
    """Trace and score anew these claims and all that is near them or hangs together with them."""
    new = archive.in_context(claims)
    shown = [item for item in new if not archive.article(item.claim.article).withdrawn] if len(new) < 2 else list(new)
    around = neighbourhood(shown, archive)
    if not around:
        return
    ids = [item.claim.id for item in around]
    tracing = trace(around, rejected=rejected_collapses(archive), owners=owners(registry))
    archive.save_tracing(tracing.groups, tracing.conflicts, ids)
    rescore(archive, tracing, registry, method)


def rescore(archive: Archive, tracing: Tracing, registry: Registry, method: Method) -> None:
    """Score every claim of these groups with the records that verdicts in force make."""
    items = archive.in_context([claim for group in tracing.groups for claim in group.claims])
    records = archive.records({judged_source(item.claim, item.article.outlet) for item in items})
    archive.save_scores(scores_of(items, tracing, method, records, registry))


def rejected_collapses(archive: Archive) -> frozenset[tuple[str, str]]:
    """Pairs of claim and origin that a person has set apart, and nobody has taken back."""
    entries = archive.journal.in_force(actions=(Action.REJECT_COLLAPSE,))
    return frozenset((ref.claim, entry.collapsed_into) for entry in entries for ref in entry.claims if entry.collapsed_into)
