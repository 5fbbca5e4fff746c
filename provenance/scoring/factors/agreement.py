"""Factors of agreement: who else says the same, independently, and who says the opposite."""

import math

from provenance.model.chain import ConflictStatus, Severity
from provenance.scoring.factors.case import Against, Case, Reason
from provenance.scoring.method import Method


def independent_origins(case: Case, method: Method) -> Reason | None:
    """How many independent origins say the same; each doubling adds as much, and repetition adds nothing."""
    number = len(case.origins)
    if not number:
        return None
    if number == 1:
        return Reason(0.0, "one origin")
    weights = method.weights
    worths = [getattr(weights.origin_worth, kind.family.value, weights.origin_worth.anonymous).weight for kind in case.origins]
    doublings = min(math.log2(1 + math.fsum(worths) - max(worths)), weights.agreement.most_doublings.weight)
    if case.parties_only:
        return Reason(doublings * weights.agreement.doubling_of_parties.weight, f"{number} independent origins, only parties to the event")
    return Reason(doublings * weights.agreement.doubling.weight, f"{number} independent origins say the same")


def adversaries_agree(case: Case, method: Method) -> Reason | None:
    """Whether opponents say the same, who seldom do unless it happened."""
    if not case.adversaries_agree:
        return None
    return Reason(method.weights.agreement.adversaries.weight, "opposing sides agree" + (": {sides}" if case.sides_shown else ""))


def echo(case: Case, method: Method) -> Reason | None:
    """Whether further articles only repeat an origin that stands already; that changes nothing."""
    if not case.echoed:
        return None
    origins = f"{len(case.origins)} origin{'' if len(case.origins) == 1 else 's'}"
    return Reason(method.weights.agreement.echo.weight, f"{{claims}} claims, {{outlets}} outlets, {origins}: repetition adds nothing")


def suspected_echo(case: Case, method: Method) -> Reason | None:
    """Whether it is told as the outlet's own, in words that an earlier report has from a source: then nobody here vouches for it."""
    if not case.suspected_echo:
        return None
    return Reason(method.weights.agreement.suspected_echo.weight, "perhaps an undeclared echo: {suspicion}")


def contradiction(case: Case, method: Method) -> Reason | None:
    """Whether anybody says the opposite, and how many independently; the strongest kind counts, and repetition adds nothing."""
    found = sorted((_conflict_weight(each, method), _told(at, each)) for at, each in enumerate(case.against))
    if case.conflict is ConflictStatus.CONTESTED:
        at_least = method.weights.conflict[Severity.LOW].weight
        if not found or found[0][0] > at_least:
            return Reason(at_least, "contested in the archive")
    return Reason(*found[0]) if found else None


def _told(at: int, against: Against) -> str:
    return f"{{against_{at}}}" + (f", as {against.origins} independent origins say" if against.origins > 1 else "")


def _conflict_weight(against: Against, method: Method) -> float:
    weights = method.weights
    doublings = min(math.log2(1 + against.origins), weights.agreement.most_doublings.weight)
    weight = max(1.0, doublings) * weights.conflict[against.severity].weight * weights.conflict_kind[against.kind].weight
    return weight * weights.reconcilable.share.weight if against.reconcilable else weight
