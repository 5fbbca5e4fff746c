"""What would change a score: the most useful next findings, each with the value and grade that it would really give."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provenance.model.chain import ConflictStatus
from provenance.model.reliability import Digit, Letter, WhatIf
from provenance.model.source import Family, SourcingType
from provenance.model.weighing import Step
from provenance.scoring.admiralty import DigitJudged, digit
from provenance.scoring.factors import Judge, agreement, source, sum_of, total_of, wording
from provenance.scoring.factors.case import Case
from provenance.scoring.interval import logistic
from provenance.scoring.method import Method

MOST = 3

NAMED = {
    SourcingType.ANONYMOUS_OFFICIAL: SourcingType.NAMED_OFFICIAL,
    SourcingType.ANONYMOUS_INSIDER: SourcingType.NAMED_PERSON,
    SourcingType.ANONYMOUS_GROUP: SourcingType.NAMED_PERSON,
}

AGREEMENT = (agreement.independent_origins, agreement.adversaries_agree, agreement.echo, agreement.contradiction)
NAMING = (source.family, source.capacity, source.outlet_analysis, source.naming, agreement.independent_origins)
DISTANCE = (source.distance, source.kind_of_relay)
WORDING = (
    wording.quotation,
    wording.hearsay,
    wording.appearance,
    wording.modality,
    wording.belief,
    wording.approximation,
    wording.distancing,
)
ATTRIBUTION = (*NAMING, *WORDING, agreement.suspected_echo)


class Prospect(NamedTuple):
    """A finding, the case as it would then be, and the factors that it can move; the others are not asked again."""

    change: str
    case: Case
    moved: tuple[Judge, ...]


def what_if(case: Case, method: Method, steps: Sequence[Step], letter: Letter, now: DigitJudged) -> tuple[WhatIf, ...]:
    """At most three findings that would move the score or the digit most, the strongest first; recomputed, not estimated.

    The letter stays: who says it too, or through whom, tells nothing new of the source's past.
    """
    weights = {step.factor: step.weight for step in steps}
    total = sum_of(weights.values())
    found = []
    for prospect in prospects(case, now):
        before = sum_of(weights.get(judge.__name__, 0.0) for judge in prospect.moved)
        then = sum_of((total, -before, total_of(prospect.case, method, prospect.moved)))
        judged = digit(prospect.case, method).digit
        if then != total or judged is not now.digit:
            found.append((-abs(then - total), prospect.change, then, judged))
    found.sort(key=lambda entry: entry[:2])
    return tuple(
        WhatIf(change=change, value=logistic(then), grade=f"{letter.value}{judged.value}") for _, change, then, judged in found[:MOST]
    )


def prospects(case: Case, now: DigitJudged) -> Iterator[Prospect]:
    """The findings that would bear on a case as it stands."""
    if case.conflict is ConflictStatus.CONTESTED:
        yield Prospect("the contradiction settled in its favour", case._replace(conflict=ConflictStatus.NONE, against=()), AGREEMENT)
    match len(case.origins):
        case 0:
            yield Prospect("two independent origins that say it", _with_origins(case, 2), AGREEMENT)
        case 1:
            yield Prospect("a second, independent origin", _with_origins(case, 1), AGREEMENT)
        case _ if now.digit is not Digit.CONFIRMED:
            yield Prospect("another independent origin, of no side and by name", _with_origins(case, 1), AGREEMENT)
    if case.kind in NAMED:
        yield Prospect("the source named", _named(case), NAMING)
    elif case.kind.family is Family.NONE:
        yield Prospect("a person who says it, by name", _attributed(case), ATTRIBUTION)
    if case.hands and case.attributed:
        yield Prospect("heard from the origin itself", case._replace(hands=()), DISTANCE)


def _with_origins(case: Case, number: int) -> Case:
    """The case with further origins that have a name and belong to no side."""
    return case._replace(origins=(*case.origins, *[SourcingType.NAMED_PERSON] * number), parties_only=False)


def _named(case: Case) -> Case:
    """The case with the same origin given by name, in the claim and in its group."""
    name, origins = NAMED[case.kind], list(case.origins)
    if case.own is not None:
        origins[origins.index(case.own)] = name
    return case._replace(kind=name, origins=tuple(origins))


def _attributed(case: Case) -> Case:
    """The case with a person who says it by name where nobody was shown; the words that said so fall away."""
    with_origin = case if case.origins else _with_origins(case, 1)
    return with_origin._replace(kind=SourcingType.NAMED_PERSON, hedges=case.weakening, suspected_echo=False)
