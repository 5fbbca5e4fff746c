"""What would change a score: the most useful next findings, each with the value and grade that it would really give."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provenance.model.chain import ConflictStatus, Origin, Support
from provenance.model.reliability import Digit, Factor, Letter, WhatIf
from provenance.model.source import Family, SourcingType
from provenance.scoring.admiralty import DigitJudged, digit
from provenance.scoring.factors import Case, Judge, agreement, source, sum_of, total_of, wording
from provenance.scoring.factors.wording import counted_as_sourcing
from provenance.scoring.interval import logistic

MOST = 3

NAMED = {
    SourcingType.ANONYMOUS_OFFICIAL: SourcingType.NAMED_OFFICIAL,
    SourcingType.ANONYMOUS_INSIDER: SourcingType.NAMED_PERSON,
    SourcingType.ANONYMOUS_GROUP: SourcingType.NAMED_PERSON,
}

FURTHER = tuple(Origin(key=f"further origin {n}", name="a further origin", sourcing_type=SourcingType.NAMED_PERSON) for n in (1, 2))


AGREEMENT = (agreement.independent_origins, agreement.adversaries_agree, agreement.echo, agreement.contradiction)
NAMING = (source.capacity, source.naming, agreement.independent_origins)
DISTANCE = (source.relays,)
WORDING = (
    wording.quotation,
    wording.hearsay,
    wording.appearance,
    wording.modality,
    wording.belief,
    wording.approximation,
    wording.distancing,
)
ATTRIBUTION = (*NAMING, *WORDING)


class Prospect(NamedTuple):
    """A finding, the case as it would then be, and the factors that it can move; the others are not asked again."""

    change: str
    case: Case
    moved: tuple[Judge, ...]


def what_if(case: Case, factors: Sequence[Factor], letter: Letter, now: DigitJudged) -> tuple[WhatIf, ...]:
    """At most three findings that would move the score or the digit most, the strongest first; recomputed, not estimated.

    The letter stays: who says it too, or through whom, tells nothing new of the source's past.
    """
    weights = {factor.factor: factor.weight for factor in factors}
    total = sum_of(weights.values())
    found = []
    for prospect in prospects(case, now):
        before = sum_of(weights.get(judge.__name__, 0.0) for judge in prospect.moved)
        then = sum_of((total, -before, total_of(prospect.case, prospect.moved)))
        judged = digit(prospect.case).digit
        if then != total or judged is not now.digit:
            found.append((-abs(then - total), prospect.change, then, judged))
    found.sort(key=lambda entry: entry[:2])
    return tuple(
        WhatIf(change=change, value=logistic(then), grade=f"{letter.value}{judged.value}") for _, change, then, judged in found[:MOST]
    )


def prospects(case: Case, now: DigitJudged) -> Iterator[Prospect]:
    """The findings that would bear on a case as it stands."""
    if case.group.conflict is ConflictStatus.CONTESTED:
        settled = case.group.model_copy(update={"conflict": ConflictStatus.NONE})
        yield Prospect("the contradiction settled in its favour", case._replace(group=settled, conflicts=()), AGREEMENT)
    origins = len(case.group.origins)
    if origins == 0:
        yield Prospect("two independent origins that say it", _with_origins(case, 2), AGREEMENT)
    elif origins == 1:
        yield Prospect("a second, independent origin", _with_origins(case, 1), AGREEMENT)
    elif now.digit is not Digit.CONFIRMED:
        yield Prospect("another independent origin, of no side and by name", _with_origins(case, 1), AGREEMENT)
    if case.sourcing_type in NAMED:
        yield Prospect("the source named", _named(case), NAMING)
    elif case.sourcing_type.family is Family.NONE:
        yield Prospect("a person who says it, by name", _attributed(case), ATTRIBUTION)
    if case.relays and case.attribution is not None:
        yield Prospect("heard from the origin itself", _at_first_hand(case), DISTANCE)


def _with_origins(case: Case, number: int) -> Case:
    """The case with further origins that have a name and belong to no side."""
    changed = {"origins": (*case.group.origins, *FURTHER[:number]), "support": Support.CORROBORATED, "parties_only": False}
    return case._replace(group=case.group.model_copy(update=changed))


def _named(case: Case) -> Case:
    """The case with the same origin given by name, in the claim and in its group."""
    name = {"sourcing_type": NAMED[case.sourcing_type]}
    key = case.behind.key if case.behind else case.claim.attributions[0].origin if case.claim.attributions else None
    origins = tuple(o.model_copy(update=name) if o.key == key else o for o in case.group.origins)
    group = case.group.model_copy(update={"origins": origins})
    if case.behind is not None:
        return case._replace(group=group, behind=case.behind.model_copy(update=name))
    return case._replace(group=group, claim=case.claim.model_copy(update=name))


def _attributed(case: Case) -> Case:
    """The case with a person who says it by name where nobody was shown; the words that said so fall away."""
    with_origin = case if case.group.origins else _with_origins(case, 1)
    kept = tuple(hedge for hedge in case.claim.hedges if not counted_as_sourcing(case, hedge))
    return with_origin._replace(claim=case.claim.model_copy(update={"sourcing_type": SourcingType.NAMED_PERSON, "hedges": kept}))


def _at_first_hand(case: Case) -> Case:
    """The case with nobody between the outlet and the origin."""
    first, *others = case.claim.attributions
    origin = case.behind.key if case.behind else first.origin
    direct = first.model_copy(update={"origin": origin, "chain": (*first.chain[:1], *([origin] if origin else []))})
    kind = {"attributions": (direct, *others), "sourcing_type": case.sourcing_type}
    return case._replace(claim=case.claim.model_copy(update=kind), behind=None)
