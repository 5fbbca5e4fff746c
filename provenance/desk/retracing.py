"""Groups, conflicts and scores brought up to date around the claims that have changed."""

from collections.abc import Collection, Sequence

from provenance.desk.analysis import owners, scores_of
from provenance.desk.constraints import constraints
from provenance.desk.records import follow_records, pasts, today
from provenance.extraction import Reading
from provenance.model.article import ArticleHead
from provenance.model.chain import ClaimGroup, Conflict
from provenance.model.claim import ClaimInContext
from provenance.model.reliability import SourceRecord
from provenance.registry import Registry
from provenance.scoring import Method, parts_of
from provenance.storage.archive import Archive
from provenance.tracing import Tracing, conflict_of, index_terms, surroundings, trace


def terms_of(reading: Reading) -> dict[str, frozenset[str]]:
    """What the claims of an article are filed under, by their ids."""
    head = ArticleHead.of(reading.article)
    return {claim.id: index_terms(ClaimInContext(claim=claim, article=head)) for claim in reading.claims}


def retrace(archive: Archive, claims: Collection[str], registry: Registry, method: Method, *, stirred: Collection[str] = ()) -> None:
    """Trace and score anew these claims and all that is near them or hangs together with them.

    Where groups with a verdict change, the records of those who answer for them do, and the scores for which these speak. `stirred` are
    sources that answered for such groups before the claims were changed.
    """
    new = archive.in_context(claims, withdrawn=False)
    core, near = surroundings(new, archive)
    near = [*near, *_siblings(archive, new, core)]
    ids = [item.claim.id for item in core]
    before = archive.reliance.answering({*ids, *claims}, judged=True)
    if core:
        _trace_anew(archive, claims, core, near, registry, method)
    after = archive.reliance.answering(ids, judged=True)
    follow_records(archive, registry, method, {*stirred, *before, *after})


def _siblings(archive: Archive, changed: Sequence[ClaimInContext], core: Sequence[ClaimInContext]) -> tuple[ClaimInContext, ...]:
    """The other claims of the articles of changed claims: an article can contradict itself, wherever its claims are grouped."""
    inside = {item.claim.id for item in core}
    articles = sorted({item.claim.article for item in changed})
    return archive.in_context([claim.id for article in articles for claim in archive.claims_of(article) if claim.id not in inside])


def _trace_anew(
    archive: Archive,
    claims: Collection[str],
    core: Sequence[ClaimInContext],
    near: Sequence[ClaimInContext],
    registry: Registry,
    method: Method,
) -> None:
    ids = [item.claim.id for item in core]
    changed, inside = frozenset(claims), frozenset(ids)
    stored = archive.conflicts_of(sorted(inside | changed))
    known = [c for c in stored if not {c.a, c.b} & changed and not inside.issuperset((c.a, c.b))]
    decided = constraints(archive.journal.about_groups(ids), ids)
    tracing = trace(
        core,
        rejected=decided.rejected,
        owners=owners(registry),
        beside=near,
        known=known,
        merged=decided.merged,
        split=decided.split,
        sentences=lambda articles: {article: [claim.text for claim in archive.claims_of(article)] for article in articles},
    )
    outside = sorted({claim for c in (*stored, *tracing.conflicts) for claim in (c.a, c.b)} - inside)
    tracing = _with_neighbours(archive, tracing, outside, changed)
    archive.save_tracing(tracing.groups, tracing.conflicts, [claim for group in tracing.groups for claim in group.claims])
    rescore(archive, tracing, registry, method)


def _with_neighbours(archive: Archive, tracing: Tracing, outside: Sequence[str], changed: Collection[str]) -> Tracing:
    """The tracing with the groups outside it that its conflicts touch: they stay as they are, but for what contradicts them."""
    settled: dict[str, ClaimGroup] = {}
    seen: set[str] = set(changed)
    for claim in outside:
        if claim not in seen:
            group = archive.group_of(claim)
            seen.update(group.claims or (claim,))
            if group.id:
                settled[group.id] = group
    own = {claim for group in tracing.groups for claim in group.claims}
    theirs = sorted({claim for group in settled.values() for claim in group.claims})
    kept = [c for c in archive.conflicts_of(theirs) if not {c.a, c.b} & (own | set(changed))]
    conflicts = {(c.a, c.b): c for c in (*kept, *tracing.conflicts)}
    touching: dict[str, list[Conflict]] = {}
    for c in conflicts.values():
        for claim in (c.a, c.b):
            touching.setdefault(claim, []).append(c)
    groups = []
    for group in settled.values():
        status = conflict_of(frozenset(group.claims), [c for claim in group.claims for c in touching.get(claim, ())])
        groups.append(group.model_copy(update={"conflict": status}))
    return Tracing(groups=(*tracing.groups, *groups), conflicts=tuple(conflicts[pair] for pair in sorted(conflicts)))


def rescore(archive: Archive, tracing: Tracing, registry: Registry, method: Method) -> None:
    """Score every claim of these groups, each by what was found of its source's other groups; who answers for it is kept beside it."""
    items = archive.in_context([claim for group in tracing.groups for claim in group.claims])
    groups = {claim: group for group in tracing.groups for claim in group.claims}
    parts = {item.claim.id: parts_of(item, groups[item.claim.id]) for item in items}
    archive.reliance.save(parts)
    known = pasts(archive, registry, {part.key for several in parts.values() for part in several if part.speaks})

    def record_of(key: str, group: str) -> SourceRecord:
        return known[key].apart_from(group) if key in known else SourceRecord(key=key)

    beside = archive.stands({side for conflict in tracing.conflicts for side in (conflict.a, conflict.b)})
    archive.save_scores(scores_of(items, tracing, method, record_of, registry, on=today(), beside=beside))
