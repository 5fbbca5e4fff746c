"""Factors of the wording: how the claim is put, and what weakens it."""

from provenance.model.article import TextStatus
from provenance.model.claim import HedgeKind, Mode
from provenance.model.weighing import Place
from provenance.scoring.factors.case import Case, Reason
from provenance.scoring.method import Method


def quotation(case: Case, method: Method) -> Reason | None:
    """Whether the origin's own words are there and can be compared; a restated or translated text has them no more."""
    if case.mode is Mode.INDIRECT or not case.kind.shows_origin or case.text is not TextStatus.AS_PUBLISHED:
        return None
    weights = method.weights.quotation
    if case.mode is Mode.DIRECT:
        return Reason(weights.direct.weight, "quoted word for word", Place.CONTENT)
    return Reason(weights.mixed.weight, "quoted in part", Place.CONTENT)


def hearsay(case: Case, method: Method) -> Reason | None:
    """Words such as “reportedly” pass it on without standing behind it."""
    return _hedged(case, method, HedgeKind.HEARSAY, "passed on as hearsay")


def appearance(case: Case, method: Method) -> Reason | None:
    """Words such as “apparently” conclude it from signs."""
    return _hedged(case, method, HedgeKind.APPEARANCE, "concluded from appearance")


def modality(case: Case, method: Method) -> Reason | None:
    """Words such as “may” state that it can be, not that it is."""
    return _hedged(case, method, HedgeKind.MODAL, "stated as possible")


def belief(case: Case, method: Method) -> Reason | None:
    """Words such as “believed to” state that somebody holds it true."""
    return _hedged(case, method, HedgeKind.BELIEF, "stated as a belief")


def approximation(case: Case, method: Method) -> Reason | None:
    """Words such as “about” leave a figure open."""
    return _hedged(case, method, HedgeKind.APPROXIMATOR, "figure approximate")


def distancing(case: Case, method: Method) -> Reason | None:
    """Words such as “so-called” keep the outlet away from what it prints."""
    return _hedged(case, method, HedgeKind.DISTANCING, "the outlet keeps its distance")


def _hedged(case: Case, method: Method, kind: HedgeKind, why: str) -> Reason | None:
    if kind not in case.weakening:
        return None
    return Reason(method.weights.hedge[kind].weight, why, Place(kind.value))


def restated(case: Case, method: Method) -> Reason | None:
    """Whether the text at hand restates what was printed, so that a shade of meaning may be lost."""
    if case.text is not TextStatus.RESTATED:
        return None
    return Reason(method.weights.text.restated.weight, "text restated, not as published")


def translated(case: Case, method: Method) -> Reason | None:
    """Whether the text at hand is a translation, so that a shade of meaning may be lost."""
    if case.text is not TextStatus.TRANSLATED:
        return None
    return Reason(method.weights.text.translated.weight, "text translated, not as published")
