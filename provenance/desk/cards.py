"""One claim or one group with everything that belongs to it, and one article sentence by sentence, for people to read."""

from collections.abc import Iterable, Sequence

from provenance.model.chain import ClaimGroup, Severity
from provenance.model.claim import ClaimInContext
from provenance.model.queue import Against, ClaimCard, GroupCard, GroupEntry, Marked, ReadingView
from provenance.registry import Registry
from provenance.storage.archive import Archive
from provenance.tracing import changes_on_the_way, missing_steps, origin_tree, roots_of, told_by

_LIGHTNESS = {severity: place for place, severity in enumerate(Severity)}


def card(archive: Archive, registry: Registry, claim_id: str, reviewer: str) -> ClaimCard:
    """Everything about one claim. Raises NotFound for an unknown id."""
    claim = archive.claim(claim_id)
    group = archive.group_of(claim.id)
    members = archive.members(group.id) if group.id else archive.in_context([claim.id])
    conflicts = archive.conflicts_of(group.claims or (claim.id,))
    own = set(group.claims) | {claim.id}
    others = {c.b if c.a in own else c.a for c in conflicts}
    entries = {entry.claim: entry for entry in archive.entries([*own, *others], reviewer)}
    ordered = sorted(
        (entries[m.claim.id] for m in members if m.claim.id in entries), key=lambda e: (_earliest(e.published), e.article, e.claim)
    )
    return ClaimCard(
        entry=entries[claim.id],
        claim=claim,
        article=archive.article(claim.article),
        score=archive.score(claim.id),
        group=group,
        members=tuple(ordered),
        conflicts=tuple((c, entries[other]) for c in conflicts for other in (c.b if c.a in own else c.a,) if other in entries),
        tree=origin_tree(group, members, claim.id, names_of(members, registry)),
        changes=changes_on_the_way(group, members),
        steps=missing_steps(group, conflicts),
        journal=archive.journal.entries(claim=claim.id),
    )


def group_card(archive: Archive, group_id: str, reviewer: str) -> GroupCard:
    """Everything about one group but its claims. Raises NotFound for an unknown id."""
    group = archive.group(group_id)
    own = frozenset(group.claims)
    heaviest = sorted(archive.group_list.conflicts(group_id), key=lambda conflict: (_LIGHTNESS[conflict.severity], conflict.a, conflict.b))
    entries = {entry.claim: entry for entry in archive.entries(list({side for c in heaviest for side in (c.a, c.b)}), reviewer)}
    against: dict[str, Against] = {}
    for conflict in heaviest:
        ours, theirs = (conflict.a, conflict.b) if conflict.a in own else (conflict.b, conflict.a)
        if ours in entries and theirs in entries:
            against.setdefault(entries[theirs].group, Against(conflict=conflict, ours=entries[ours], theirs=entries[theirs]))
    return GroupCard(
        entry=with_days(archive, archive.group_list.entry(group_id, reviewer)),
        group=group_with_days(archive, group),
        against=tuple(against.values()),
        decisions=archive.journal.about_groups(group.claims),
    )


def with_days(archive: Archive, entry: GroupEntry) -> GroupEntry:
    """The row of a group with its days, also where it was traced before these were kept."""
    return entry if entry.told else entry.model_copy(update={"told": told_by(archive.members(entry.id))})


def group_with_days(archive: Archive, group: ClaimGroup) -> ClaimGroup:
    """A group with its days, also where it was traced before these were kept."""
    return group if group.told else group.model_copy(update={"told": told_by(archive.members(group.id))})


def _earliest(published: object) -> str:
    earliest = getattr(published, "earliest", None)
    return earliest.isoformat() if earliest else "9999"


def names_of(items: Iterable[ClaimInContext], registry: Registry) -> dict[str, str]:
    """What people read for each key of these claims' chains."""
    items = list(items)
    names = {"unknown": "publisher unknown"}
    for item in items:
        names[item.article.outlet] = item.article.outlet_name
        for attribution in item.claim.attributions:
            if attribution.origin and attribution.origin_name:
                names.setdefault(attribution.origin, attribution.origin_name)
            for key in attribution.chain:
                known = registry.by_key(key)
                if known:
                    names[key] = known.name
    return names


def reading(archive: Archive, article_id: str, reviewer: str) -> ReadingView:
    """A whole article for the reader. Raises NotFound for an unknown id."""
    article = archive.article(article_id)
    claims = archive.claims_of(article_id)
    entries = {entry.claim: entry for entry in archive.entries([claim.id for claim in claims], reviewer)}
    by_span = {claim.span: claim for claim in claims}
    marked = [
        Marked(
            span=s.span, role=s.role.value, claim=by_span.get(s.span), entry=entries.get(by_span[s.span].id) if s.span in by_span else None
        )
        for s in archive.sentences(article_id)
    ]
    shown = {m.span for m in marked}
    added = [Marked(span=claim.span, role="claim", claim=claim, entry=entries.get(claim.id)) for claim in claims if claim.span not in shown]
    return ReadingView(article=article, sentences=tuple(sorted([*marked, *added], key=lambda m: m.span)))


def echoes_of(members: Sequence[ClaimInContext], this: ClaimInContext, group: ClaimGroup) -> list[ClaimInContext]:
    """The claims of a group that say the same on the same word, `this` first: those that the tree shows under an origin of its own."""
    own = roots_of(this, group)
    return [this, *(m for m in members if m.claim.id != this.claim.id and own & roots_of(m, group))]
