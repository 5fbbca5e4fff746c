"""Calibration: whether claims that were given a score of .7 turn out supported seven times in ten, as far as verdicts tell.

The measures are the Brier score (G. W. Brier, Verification of forecasts expressed in terms of probability, 1950) and the expected
calibration error over bins of equal width (Naeini, Cooper and Hauskrecht, Obtaining well calibrated probabilities using Bayesian
binning, AAAI 2015).
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from provenance.model.review import JudgedClaim, Verdict
from provenance.model.source import SourcingType
from provenance.scoring.method import CalibrationRules

TELLING = (Verdict.SUPPORTED, Verdict.REFUTED)
"""Verdicts that a score can be held against; the others say neither that a claim holds nor that it does not."""


class Observation(NamedTuple):
    """A group of claims with an agreed verdict: what its score was before the first verdict on it, and whether it was supported."""

    score: float
    supported: bool
    kind: SourcingType | None = None
    method: str = ""
    """Version of the method that gave the score."""


class Left(NamedTuple):
    """Verdicts that say nothing of the scores."""

    undecided: tuple[tuple[Verdict, int], ...] = ()
    """Groups that got no other verdict than these."""
    differing: int = 0
    """Groups on which verdicts differ."""
    unscored: int = 0
    """Groups first judged before scores were kept with verdicts, or on a claim that had none."""
    gone: int = 0
    """Verdicts on claims that no longer stand: of withdrawn articles, or read otherwise today."""


NOTHING_LEFT = Left()


class Bin(NamedTuple):
    """The observations whose score lies from `low` up to, and but for the last bin without, `high`."""

    low: float
    high: float
    number: int
    mean: float | None
    """Their mean score; None where there are none."""
    supported: float | None
    """The share of them that was supported."""


class Quality(NamedTuple):
    """How well scores foresaw verdicts."""

    number: int
    mean: float
    supported: float
    """The share of supported ones."""
    brier: float
    """The mean squared difference of score and outcome, 0 (always right and sure) to 1; .25 for a score of .5 whatever the claim."""
    error: float
    """The expected calibration error, 0 to 1: how far mean score and share of supported ones lie apart, bin by bin."""
    by_chance: float
    """How large that error would be expected to be by chance alone, if the scores were right, with so many observations."""


class OfKind(NamedTuple):
    """The observations of one sourcing type; no quality where they are too few."""

    kind: SourcingType
    number: int
    quality: Quality | None


@dataclass(frozen=True)
class Calibration:
    """What verdicts say of the scores that were given before them."""

    count: int
    """On how many agreed verdicts, each on a group, it rests."""
    least: int
    """From how many on a conclusion is drawn."""
    bins: tuple[Bin, ...]
    quality: Quality | None
    """None where the verdicts are too few to draw a conclusion."""
    kinds: tuple[OfKind, ...]
    methods: tuple[tuple[str, int], ...]
    """The versions of the methods that gave the scores, with how many."""
    left: Left


def calibrate(judged: Iterable[JudgedClaim], rules: CalibrationRules) -> Calibration:
    """Hold every score that was given before a verdict against the verdict.

    A group counts once, like in a source's record: with the mean score that its claims had when the first verdict on any of them was given,
    since that verdict may move the scores which later ones see. Whoever reads the group today decides which claims belong to it.
    """
    observations, left = observed(judged)
    return measured(observations, rules, left)


def measured(observations: Sequence[Observation], rules: CalibrationRules, left: Left = NOTHING_LEFT) -> Calibration:
    """The figures of some observations."""
    bins = binned(observations, rules.bins.weight)
    by_kind: dict[SourcingType, list[Observation]] = {}
    for each in observations:
        if each.kind is not None:
            by_kind.setdefault(each.kind, []).append(each)
    return Calibration(
        count=len(observations),
        least=rules.verdicts.weight,
        bins=bins,
        quality=quality(observations, bins) if len(observations) >= rules.verdicts.weight else None,
        kinds=tuple(_of_kind(kind, by_kind[kind], rules) for kind in SourcingType if kind in by_kind),
        methods=tuple(sorted(Counter(each.method for each in observations if each.method).items())),
        left=left,
    )


def _of_kind(kind: SourcingType, observations: Sequence[Observation], rules: CalibrationRules) -> OfKind:
    enough = len(observations) >= rules.verdicts_of_kind.weight
    return OfKind(kind, len(observations), quality(observations, binned(observations, rules.bins.weight)) if enough else None)


def observed(judged: Iterable[JudgedClaim]) -> tuple[tuple[Observation, ...], Left]:
    """One observation for each group with an agreed verdict, and what was left out."""
    groups: dict[str, list[JudgedClaim]] = {}
    gone = 0
    for each in judged:
        if each.group is not None:
            groups.setdefault(each.group, []).append(each)
        elif each.in_force:
            gone += 1
    found: list[Observation] = []
    undecided: Counter[Verdict] = Counter()
    differing = unscored = 0
    for _, verdicts in sorted(groups.items()):
        telling = {each.verdict for each in verdicts if each.in_force and each.verdict in TELLING}
        if _differ(verdicts) or len(telling) > 1:
            differing += 1
        elif not telling:
            undecided[next(each.verdict for each in verdicts if each.in_force)] += 1
        elif (seen := _before(verdicts)) is None:
            unscored += 1
        else:
            found.append(seen._replace(supported=telling == {Verdict.SUPPORTED}))
    left = Left(tuple((verdict, undecided[verdict]) for verdict in Verdict if undecided[verdict]), differing, unscored, gone)
    return tuple(found), left


def _differ(verdicts: Sequence[JudgedClaim]) -> bool:
    """Whether any claim of the group has two verdicts in force that are not the same."""
    by_claim: dict[str, set[Verdict]] = {}
    for each in verdicts:
        if each.in_force:
            by_claim.setdefault(each.claim, set()).add(each.verdict)
    return any(len(found) > 1 for found in by_claim.values())


def _before(verdicts: Sequence[JudgedClaim]) -> Observation | None:
    """What was known of the group before the first verdict on it; None where no score was kept."""
    first = min(each.entry for each in verdicts)
    at_first = [each for each in verdicts if each.entry == first]
    scores = [each.score for each in at_first if each.score is not None]
    if not scores:
        return None
    kinds = Counter(each.sourcing_type for each in at_first if each.sourcing_type)
    kind = min(kinds, key=lambda each: (-kinds[each], each.value), default=None)
    return Observation(math.fsum(score.value for score in scores) / len(scores), False, kind, scores[0].method)


def binned(observations: Sequence[Observation], number: int) -> tuple[Bin, ...]:
    """The observations in so many bins of equal width."""
    held: list[list[Observation]] = [[] for _ in range(number)]
    for each in observations:
        held[min(number - 1, int(each.score * number))].append(each)
    return tuple(_bin(place / number, (place + 1) / number, inside) for place, inside in enumerate(held))


def _bin(low: float, high: float, inside: Sequence[Observation]) -> Bin:
    if not inside:
        return Bin(low, high, 0, None, None)
    return Bin(low, high, len(inside), _mean(inside), _supported(inside))


def quality(observations: Sequence[Observation], bins: Sequence[Bin]) -> Quality:
    """The figures of at least one observation, whose bins are given."""
    number = len(observations)
    filled = [(each.number / number, each) for each in bins if each.mean is not None and each.supported is not None]
    return Quality(
        number=number,
        mean=_mean(observations),
        supported=_supported(observations),
        brier=math.fsum((each.score - each.supported) ** 2 for each in observations) / number,
        error=math.fsum(part * abs((each.mean or 0.0) - (each.supported or 0.0)) for part, each in filled),
        by_chance=math.fsum(part * _scatter(each) for part, each in filled),
    )


def _scatter(of: Bin) -> float:
    """How far the share of supported ones is expected to lie from a mean score that is right: a mean absolute deviation."""
    mean = of.mean or 0.0
    return math.sqrt(2 * mean * (1 - mean) / (math.pi * of.number))


def _mean(observations: Sequence[Observation]) -> float:
    return math.fsum(each.score for each in observations) / len(observations)


def _supported(observations: Sequence[Observation]) -> float:
    return sum(each.supported for each in observations) / len(observations)
