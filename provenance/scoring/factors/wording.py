"""Factors of the wording: how the claim is put, and what weakens it."""

from provenance.model.article import TextStatus
from provenance.model.claim import Hedge, HedgeKind, Mode
from provenance.model.source import SourcingType
from provenance.scoring.factors.case import Case, Reason

COUNTED_AS_SOURCING = {
    (HedgeKind.HEARSAY, SourcingType.HEARSAY),
    (HedgeKind.HEARSAY, SourcingType.VAGUE_ESTIMATE),
    (HedgeKind.APPEARANCE, SourcingType.OUTLET_ANALYSIS),
}
"""Kinds of hedge whose words are those of the sourcing type itself."""


def quotation(case: Case) -> Reason | None:
    """Whether the origin's own words are there and can be compared."""
    attribution = case.attribution
    if attribution is None or attribution.mode is Mode.INDIRECT or not case.sourcing_type.shows_origin:
        return None
    weights = case.method.weights.quotation
    words = attribution.content[0] if attribution.content else None
    if attribution.mode is Mode.DIRECT:
        return Reason(weights.direct.weight, "quoted word for word", words)
    return Reason(weights.mixed.weight, "quoted in part", words)


def hearsay(case: Case) -> Reason | None:
    """Words such as “reportedly” pass it on without standing behind it."""
    return _hedged(case, HedgeKind.HEARSAY, "passed on as hearsay")


def appearance(case: Case) -> Reason | None:
    """Words such as “apparently” conclude it from signs."""
    return _hedged(case, HedgeKind.APPEARANCE, "concluded from appearance")


def modality(case: Case) -> Reason | None:
    """Words such as “may” state that it can be, not that it is."""
    return _hedged(case, HedgeKind.MODAL, "stated as possible")


def belief(case: Case) -> Reason | None:
    """Words such as “believed to” state that somebody holds it true."""
    return _hedged(case, HedgeKind.BELIEF, "stated as a belief")


def approximation(case: Case) -> Reason | None:
    """Words such as “about” leave a figure open."""
    return _hedged(case, HedgeKind.APPROXIMATOR, "figure approximate")


def distancing(case: Case) -> Reason | None:
    """Words such as “so-called” keep the outlet away from what it prints."""
    return _hedged(case, HedgeKind.DISTANCING, "the outlet keeps its distance")


def _hedged(case: Case, kind: HedgeKind, why: str) -> Reason | None:
    for hedge in case.claim.hedges:
        if hedge.kind is kind and not counted_as_sourcing(case, hedge):
            return Reason(case.method.weights.hedge[kind].weight, why, hedge.span)
    return None


def counted_as_sourcing(case: Case, hedge: Hedge) -> bool:
    """Whether the same words already made the sourcing type; they are not held against the claim twice."""
    if (hedge.kind, case.sourcing_type) in COUNTED_AS_SOURCING:
        return True
    attribution = case.attribution
    if attribution is None or case.sourcing_type.shows_origin:
        return False
    return any(cue.overlaps(hedge.span) for cue in attribution.cue)


def restated(case: Case) -> Reason | None:
    """Whether the text at hand restates what was printed, so that a shade of meaning may be lost."""
    if case.article.text_status is not TextStatus.RESTATED:
        return None
    return Reason(case.method.weights.text.restated.weight, "text restated, not as published")
