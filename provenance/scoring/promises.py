"""What every method must keep, whatever it weighs: a name never hurts, a further origin never hurts, a contradiction never helps."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from provenance.model.chain import Severity
from provenance.model.reliability import Digit
from provenance.model.source import Family, SourcingType
from provenance.scoring.figures import Weight
from provenance.scoring.method import Method

UNKNOWN = int(Digit.CANNOT_BE_JUDGED.value)


class Broken(NamedTuple):
    """A promise that a method breaks: why that cannot be, and the keys of the figures between which it is broken."""

    why: str
    keys: tuple[str, ...]


def broken_promises(method: Method) -> Iterator[Broken]:
    """Everything that these figures would break, each with its place."""
    yield from _a_name_never_hurts(method)
    yield from _a_further_origin_never_hurts(method)
    yield from _better_is_better(method)
    yield from _digits_in_order(method)


def _a_name_never_hurts(method: Method) -> Iterator[Broken]:
    """The same origin, named and unnamed: figures as they are shown, for what is shown is what is summed."""
    capacity, naming, worth = method.weights.capacity, method.weights.naming, method.weights.origin_worth
    named = min(_of(Family.NAMED), key=lambda kind: (_shown(capacity[kind]), kind))
    hidden = max(_of(Family.ANONYMOUS), key=lambda kind: (_shown(capacity[kind]), kind))
    # Each is rounded on its own before they are added, so that their sum is rounded once more against binary noise.
    with_name = round(_shown(capacity[named]) + _shown(naming.named), 2)
    without = round(_shown(capacity[hidden]) + _shown(naming.anonymous), 2)
    if with_name < without:
        yield Broken(
            f"{named.value} would weigh {with_name:+.2f} and {hidden.value} {without:+.2f}: a name must not lower a score",
            (
                f"weights.capacity.{hidden.value}",
                f"weights.capacity.{named.value}",
                "weights.naming.anonymous",
                "weights.naming.named",
            ),
        )
    if worth.named.weight < worth.anonymous.weight:
        yield Broken(
            "an unnamed origin would count for more than a named one: a name must not lower a score",
            ("weights.origin_worth.anonymous", "weights.origin_worth.named"),
        )
    alone = method.grade.digit_alone
    for kind in _of(Family.NAMED):
        for other in _of(Family.ANONYMOUS):
            if UNKNOWN not in (alone[kind].weight, alone[other].weight) and alone[kind].weight > alone[other].weight:
                yield Broken(
                    f"{kind.value} alone would be graded {alone[kind].weight} and {other.value} {alone[other].weight}: "
                    "a name must not worsen a grade",
                    (f"grade.digit_alone.{kind.value}", f"grade.digit_alone.{other.value}"),
                )


def _a_further_origin_never_hurts(method: Method) -> Iterator[Broken]:
    agreement, digit, alone = method.weights.agreement, method.grade.digit, method.grade.digit_alone
    if agreement.doubling.weight < agreement.doubling_of_parties.weight:
        yield Broken(
            "parties alone would weigh more than origins with no side: an added origin must not lower a score",
            ("weights.agreement.doubling_of_parties", "weights.agreement.doubling"),
        )
    for kind in SourcingType:
        if alone[kind].weight < digit.confirmed_weakly.weight:
            yield Broken(
                f"{kind.value} alone would be graded {alone[kind].weight} and several origins {digit.confirmed_weakly.weight}: "
                "an added origin must not worsen a grade",
                (f"grade.digit_alone.{kind.value}", "grade.digit.confirmed_weakly"),
            )


def _better_is_better(method: Method) -> Iterator[Broken]:
    """Letters and severities keep their order in what they weigh, and letters in the share of supported claims they ask for."""
    weights, letters = method.weights, method.grade.letter
    given = [(f"weights.assessment.{name}", getattr(weights.assessment, name)) for name in "ABCDE"]
    for (better, high), (worse, low) in pairwise(given):
        if high.weight < low.weight:
            yield Broken(
                f"{better[-1]} would weigh {high.weight:+.2f} and {worse[-1]} {low.weight:+.2f}: a better letter must not weigh less",
                (worse, better),
            )
    for (worse, heavy), (milder, light) in pairwise((each, weights.conflict[each]) for each in Severity):
        if heavy.weight > light.weight:
            yield Broken(
                f"{worse.value} would weigh {heavy.weight:+.2f} and {milder.value} {light.weight:+.2f}: "
                "a graver contradiction must not weigh less",
                (f"weights.conflict.{milder.value}", f"weights.conflict.{worse.value}"),
            )
    for better, worse in pairwise("ABCD"):
        high, low = getattr(letters, better).weight, getattr(letters, worse).weight
        if high <= low:
            yield Broken(
                f"{better} would be given from {high:g} on and {worse} from {low:g}: the thresholds must fall from A to D",
                (f"grade.letter.{worse}", f"grade.letter.{better}"),
            )


def _digits_in_order(method: Method) -> Iterator[Broken]:
    """From confirmed to contradicted the digit never gets better."""
    digit = method.grade.digit
    for kind, alone in method.grade.digit_alone.items():
        if digit.contested.weight < alone.weight < UNKNOWN:
            yield Broken(
                f"{kind.value} alone would be graded {alone.weight} and contradicted {digit.contested.weight}: "
                "a contradiction must not better a grade",
                (f"grade.digit_alone.{kind.value}", "grade.digit.contested"),
            )
    for better, worse in (
        ("confirmed", "confirmed_weakly"),
        ("confirmed_weakly", "contested_yet_confirmed"),
        ("contested_yet_confirmed", "contested"),
        ("worst_alone", "contested"),
    ):
        good, bad = getattr(digit, better).weight, getattr(digit, worse).weight
        if good > bad:
            yield Broken(
                f"{better} would be graded {good} and {worse} {bad}: digits run from 1, confirmed, to 5, improbable",
                (f"grade.digit.{worse}", f"grade.digit.{better}"),
            )


def _of(family: Family) -> list[SourcingType]:
    return [kind for kind in SourcingType if kind.family is family]


def _shown(figure: Weight) -> float:
    return round(figure.weight, 2)
