"""What stands behind a group and what speaks against it: support by independent origins, conflict by severity."""

import hashlib
from collections.abc import Collection, Mapping, Sequence

from provenance.model.chain import ClaimGroup, Conflict, ConflictStatus, Origin, Severity, Support
from provenance.model.claim import ClaimInContext
from provenance.tracing.copying import Copies
from provenance.tracing.echoes import folded_echoes, presumed_origins, suspected_echoes
from provenance.tracing.independence import independent
from provenance.tracing.parties import involved
from provenance.tracing.telling import told_by


def support_of(origins: Sequence[Origin], articles: int) -> Support:
    """How many independent origins stand behind claims from so many articles."""
    if len(origins) >= 2:
        return Support.CORROBORATED
    if not origins:
        return Support.UNATTRIBUTED
    return Support.ECHO if articles >= 2 else Support.SINGLE_SOURCE


def conflict_of(claims: Collection[str], conflicts: Sequence[Conflict]) -> ConflictStatus:
    """The heaviest conflict that any of the claims stands in; a mere difference (`info`) is none."""
    found = {conflict.severity for conflict in conflicts if conflict.a in claims or conflict.b in claims}
    if Severity.HIGH in found or Severity.MEDIUM in found:
        return ConflictStatus.CONTESTED
    return ConflictStatus.RECONCILABLE if Severity.LOW in found else ConflictStatus.NONE


def group_of(
    members: Sequence[ClaimInContext],
    conflicts: Sequence[Conflict],
    *,
    rejected: Collection[tuple[str, str]] = (),
    owners: Mapping[str, str] | None = None,
    copies: Copies | None = None,
) -> ClaimGroup:
    """The group that some claims make, with its independent origins. Its id is a hash of its claims' ids."""
    claims = tuple(sorted(item.claim.id for item in members))
    found = independent(members, rejected=rejected, owners=owners, copies=copies)
    suspected = suspected_echoes(members, copies) if len(members) > 1 else ()
    folded = (*found.collapsed, *folded_echoes(members, found, suspected, rejected))
    sides = [origin.party if involved(origin, members) else None for origin in found.origins]
    return ClaimGroup(
        id=hashlib.sha256("\n".join(claims).encode()).hexdigest()[:16],
        claims=claims,
        origins=found.origins,
        outlets=tuple(sorted({item.article.outlet for item in members})),
        support=support_of(found.origins, len({item.claim.article for item in members})),
        conflict=conflict_of(frozenset(claims), conflicts),
        collapsed=tuple(sorted(folded, key=lambda collapse: (collapse.claim, collapse.into))),
        presumed=presumed_origins(members, folded),
        suspected_echoes=suspected,
        parties_only=bool(sides) and all(sides),
        adversaries_agree=len({side for side in sides if side}) > 1,
        told=told_by(members),
    )
