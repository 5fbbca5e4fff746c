"""Factors of agreement: who else says the same, independently, and who says the opposite."""

import math

from provenance.model.chain import Conflict, ConflictStatus, Severity
from provenance.scoring.factors.case import Case, Reason


def independent_origins(case: Case) -> Reason | None:
    """How many independent origins say the same; each doubling adds as much, and repetition adds nothing."""
    origins = case.group.origins
    if not origins:
        return None
    if len(origins) == 1:
        return Reason(0.0, "one origin")
    weights = case.method.weights
    worths = [getattr(weights.origin_worth, origin.sourcing_type.family.value, weights.origin_worth.anonymous).weight for origin in origins]
    doublings = min(math.log2(1 + sum(worths) - max(worths)), weights.agreement.most_doublings.weight)
    if case.group.parties_only:
        return Reason(
            doublings * weights.agreement.doubling_of_parties.weight, f"{len(origins)} independent origins, only parties to the event"
        )
    return Reason(doublings * weights.agreement.doubling.weight, f"{len(origins)} independent origins say the same")


def adversaries_agree(case: Case) -> Reason | None:
    """Whether opponents say the same, who seldom do unless it happened."""
    if not case.group.adversaries_agree:
        return None
    sides = dict.fromkeys(origin.party for origin in case.group.origins if origin.party)
    return Reason(case.method.weights.agreement.adversaries.weight, "opposing sides agree" + (f": {', '.join(sides)}" if sides else ""))


def echo(case: Case) -> Reason | None:
    """Whether further articles only repeat an origin that stands already; that changes nothing."""
    group = case.group
    if not group.collapsed:
        return None
    origins = len(group.origins)
    return Reason(
        case.method.weights.agreement.echo.weight,
        f"{len(group.claims)} claims, {len(group.outlets)} outlets, {origins} origin{'' if origins == 1 else 's'}: repetition adds nothing",
    )


def contradiction(case: Case) -> Reason | None:
    """Whether something in the archive says the opposite; the strongest counts, since denials are repeated too."""
    found = sorted((_conflict_weight(case, conflict), conflict.reason) for conflict in case.conflicts)
    if case.group.conflict is ConflictStatus.CONTESTED:
        at_least = case.method.weights.conflict[Severity.LOW].weight
        if not found or found[0][0] > at_least:
            return Reason(at_least, "contested in the archive")
    return Reason(*found[0]) if found else None


def _conflict_weight(case: Case, conflict: Conflict) -> float:
    weight = case.method.weights.conflict[conflict.severity].weight
    if conflict.reconcile is not None:
        weight *= case.method.weights.reconcilable.share.weight
    return weight
