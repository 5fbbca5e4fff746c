"""Who seems to copy from whom: sources that share what is false more often than chance would have it."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from provenance.scoring.inference.accuracy import DECIMALS
from provenance.scoring.inference.evidence import Evidence
from provenance.scoring.inference.overlap import Overlap
from provenance.scoring.inference.rules import CopyingRules

_LEAST = 1e-9
_HELD = (0.05, 0.95)  # Accuracies beyond this would make single claims decide.


class Chances(NamedTuple):
    """The chances that two sources agree on what is true, agree on what is false, or differ."""

    true: float
    false: float
    differ: float


def ways_of_erring(evidence: Evidence, rules: CopyingRules) -> int:
    """In how many ways a source can be wrong about an object, as far as the values show that are given for any of them."""
    return max(1, min(rules.most_errors, len(set(evidence.values)) - 1))


def independent(one: float, other: float, errors: int) -> Chances:
    """The chances for two sources of given accuracies that do not know of each other."""
    true, false = one * other, (1 - one) * (1 - other) / errors
    return Chances(true, false, 1 - true - false)


def copied(chances: Chances, accuracy: float, rate: float) -> Chances:
    """The chances where one of the two takes over a share of its claims from the other, whose accuracy is given."""
    rest = 1 - rate
    return Chances(rate * accuracy + rest * chances.true, rate * (1 - accuracy) + rest * chances.false, rest * chances.differ)


def first_suspicions(evidence: Evidence, pairs: Mapping[tuple[int, int], Overlap], rules: CopyingRules) -> dict[tuple[int, int], float]:
    """The probability of copying before any value is believed more than another: whoever agrees a good deal is suspected."""
    errors = ways_of_erring(evidence, rules)
    alone = independent(rules.start, rules.start, errors)
    together = copied(alone, rules.start, rules.rate)
    agree = math.log((together.true + together.false) / (alone.true + alone.false))
    differ = math.log(together.differ / alone.differ)
    return {pair: _probability(len(shared.same) * agree + shared.different * differ, rules) for pair, shared in pairs.items()}


def suspicions(
    evidence: Evidence,
    pairs: Mapping[tuple[int, int], Overlap],
    accuracy: Sequence[float],
    weight: Sequence[float],
    probability: Sequence[float],
    before: Mapping[tuple[int, int], float],
    rules: CopyingRules,
) -> dict[tuple[int, int], float]:
    """The probability that one of a pair copies from the other, given what is believed.

    How credible a shared value is, is judged without the two: their own agreement is what is to be explained, and must not vouch for
    itself. `before` holds the suspicions under which the values were weighed.
    """
    errors = ways_of_erring(evidence, rules)
    odds = [share / max(1 - share, _LEAST) for share in probability]
    found = {}
    for pair, shared in pairs.items():
        one, other = (min(_HELD[1], max(_HELD[0], accuracy[source])) for source in pair)
        alone = independent(one, other, errors)
        together = copied(alone, (one + other) / 2, rules.rate)
        own = weight[pair[0]] + weight[pair[1]] * (1 - rules.rate * before.get(pair, 0.0))
        told = sum(_told([odds[fact] for fact in shared.same], math.exp(-own), alone, together, errors))
        found[pair] = _probability(told + shared.different * math.log(together.differ / alone.differ), rules)
    return found


def _told(odds: Sequence[float], others: float, alone: Chances, together: Chances, errors: int) -> Iterator[float]:
    """What shared values say for copying, in log-odds, many at a time; `others` takes the pair's own votes out of a value's odds."""
    true, false = others * together.true, together.false / errors
    true_alone, false_alone = others * alone.true, alone.false / errors
    ratio = 1.0
    for odd in odds:
        ratio *= (odd * true + false) / (odd * true_alone + false_alone)
        if ratio > 1e200:
            yield math.log(ratio)
            ratio = 1.0
    yield math.log(ratio)


def _probability(told: float, rules: CopyingRules) -> float:
    log_odds = told + math.log(rules.prior / (1 - rules.prior))
    return round(1 / (1 + math.exp(-min(600.0, max(-600.0, log_odds)))), DECIMALS)


def taken(sources: int, suspected: Mapping[tuple[int, int], float], rules: CopyingRules) -> list[dict[int, float]]:
    """For each source, how much of its word another's same word takes away: the probability of copying times the share that is copied."""
    found: list[dict[int, float]] = [{} for _ in range(sources)]
    for (one, other), suspicion in suspected.items():
        if suspicion > 0.01:
            found[one][other] = found[other][one] = suspicion * rules.rate
    return found


def direction(a_shared: float, a_own: tuple[float, float], b_own: tuple[float, float], number: int) -> float:
    """The probability that the first of a pair copies from the second, given that one does; 0.5 where nothing tells.

    Who copies has what it took over as accurate as its original, and its own claims as accurate as itself; the original is equally accurate
    in both (Dong et al. 2009, section 3.3). `number` values are shared, of which `a_shared` are expected to be true; `a_own` and `b_own`
    count the expected true and false claims of each one beside those.
    """
    shared = (a_shared, number - a_shared)

    def evidence(original: tuple[float, float], copier: tuple[float, float]) -> float:
        return _fit(original[0] + shared[0], original[1] + shared[1]) + _fit(*copier)

    first_copies, second_copies = evidence(b_own, a_own), evidence(a_own, b_own)
    return 1 / (1 + math.exp(min(600.0, max(-600.0, second_copies - first_copies))))


def _fit(true: float, false: float) -> float:
    """How likely a run of true and false claims is for a source of unknown accuracy: the logarithm of a beta function."""
    return math.lgamma(1 + true) + math.lgamma(1 + false) - math.lgamma(2 + true + false)
