"""What would change a score: the most useful next findings, each with the value and grade that it would really give."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from provenance.model.chain import ConflictStatus
from provenance.model.reliability import Digit, Letter, WhatIf
from provenance.model.source import Family, SourcingType
from provenance.scoring.admiralty import DigitJudged, digit
from provenance.scoring.factors import Judge, agreement, source, sum_of, total_of, wording
from provenance.scoring.factors.case import Case, apart_from_the_past
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


class Moved(NamedTuple):
    """What a finding would come to, whatever is known of the source's past."""

    change: str
    by: float
    digit: Digit


def what_if(case: Case, method: Method, total: float, letter: Letter, now: DigitJudged) -> tuple[WhatIf, ...]:
    """At most three findings that would move the score or the digit most, the strongest first; recomputed, not estimated.

    The letter stays: who says it too, or through whom, tells nothing new of the source's past.
    """
    return tuple(
        WhatIf(change=moved.change, value=logistic(sum_of((total, moved.by))), grade=f"{letter.value}{moved.digit.value}")
        for moved in _moved(apart_from_the_past(case), method, now)
    )


@lru_cache(maxsize=8192)
def _moved(case: Case, method: Method, now: DigitJudged) -> tuple[Moved, ...]:
    found = []
    for prospect in prospects(case, now):
        by = sum_of((total_of(prospect.case, method, prospect.moved), -total_of(case, method, prospect.moved)))
        judged = digit(prospect.case, method).digit
        if by or judged is not now.digit:
            found.append(Moved(prospect.change, by, judged))
    return tuple(sorted(found, key=lambda moved: (-abs(moved.by), moved.change))[:MOST])


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
