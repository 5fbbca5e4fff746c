"""The factors of a score, in the order in which they are shown. To add one: a function, a line here, a weight in `method.toml`."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from operator import itemgetter

from provenance.model.reliability import Side
from provenance.model.weighing import Step
from provenance.scoring.factors import agreement, source, wording
from provenance.scoring.factors.case import Case, Reason, apart_from_the_past
from provenance.scoring.method import Method

__all__ = ["FACTORS", "Case", "Judge", "Reason", "sentence", "start", "steps_of", "sum_of", "total_of"]

Judge = Callable[[Case, Method], Reason | None]


def start(case: Case, method: Method) -> Reason | None:
    """Where every claim starts before anything is known of its origin."""
    return Reason(method.start.weight, "starting point")


FACTORS: tuple[tuple[Side, Judge], ...] = (
    (Side.INFORMATION, start),
    (Side.SOURCE, source.family),
    (Side.SOURCE, source.capacity),
    (Side.SOURCE, source.outlet_analysis),
    (Side.SOURCE, source.naming),
    (Side.SOURCE, source.party),
    (Side.SOURCE, source.distance),
    (Side.SOURCE, source.kind_of_relay),
    (Side.SOURCE, source.carried_over),
    (Side.SOURCE, source.doubtful_attribution),
    (Side.SOURCE, source.assessment),
    (Side.SOURCE, source.stale_assessment),
    (Side.SOURCE, source.track_record),
    (Side.INFORMATION, wording.quotation),
    (Side.INFORMATION, wording.hearsay),
    (Side.INFORMATION, wording.appearance),
    (Side.INFORMATION, wording.modality),
    (Side.INFORMATION, wording.belief),
    (Side.INFORMATION, wording.approximation),
    (Side.INFORMATION, wording.distancing),
    (Side.INFORMATION, wording.restated),
    (Side.INFORMATION, wording.translated),
    (Side.INFORMATION, agreement.independent_origins),
    (Side.INFORMATION, agreement.adversaries_agree),
    (Side.INFORMATION, agreement.echo),
    (Side.INFORMATION, agreement.suspected_echo),
    (Side.INFORMATION, agreement.contradiction),
)
"""Every factor with the half of the grade that it speaks to; its name is the function's name."""


def sentence(name: str) -> str:
    """The sentence that users read of a factor: the first line of its function's docstring. Raises KeyError for an unknown name."""
    for _, judge in FACTORS:
        if judge.__name__ == name:
            return (judge.__doc__ or "").partition("\n")[0]
    raise KeyError(name)


def steps_of(case: Case, method: Method) -> tuple[Step, ...]:
    """What every factor that applies has to say, with weights rounded to two decimals: exactly what is shown is what is summed."""
    past = _said(case, method, _OF_THE_PAST)
    others = _others(apart_from_the_past(case), method)
    return tuple(step for _, step in (sorted((*others, *past), key=itemgetter(0)) if past else others))


_PAST = (source.assessment, source.stale_assessment, source.track_record)
_OF_THE_PAST = tuple(at for at, (_, judge) in enumerate(FACTORS) if judge in _PAST)
"""Places of the factors that look at the source's past. All others say the same of every source."""


@lru_cache(maxsize=8192)
def _others(case: Case, method: Method) -> tuple[tuple[int, Step], ...]:
    return _said(case, method, [at for at in range(len(FACTORS)) if at not in _OF_THE_PAST])


def _said(case: Case, method: Method, places: Iterable[int]) -> tuple[tuple[int, Step], ...]:
    found: list[tuple[int, Step]] = []
    for at in places:
        side, judge = FACTORS[at]
        reason = judge(case, method)
        if reason is not None:
            weight = round(reason.weight, 2) + 0.0
            found.append((at, Step(factor=judge.__name__, side=side, weight=weight, reason=reason.why, place=reason.place)))
    return tuple(found)


def total_of(case: Case, method: Method, judges: Iterable[Judge]) -> float:
    """The sum of the same rounded weights of some factors, in log-odds, without putting the reasons together."""
    return sum_of(reason.weight for judge in judges if (reason := judge(case, method)) is not None)


def sum_of(weights: Iterable[float]) -> float:
    """A sum of weights, each rounded to two decimals: exact in hundredths, so that no order of adding and no machine changes it."""
    hundredths = 0
    for weight in weights:
        if weight:
            hundredths += round(round(weight, 2) * 100)
    return hundredths / 100
