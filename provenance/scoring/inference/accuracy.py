"""How accurate each source is, given what is believed so far, and what its word therefore weighs."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from provenance.scoring.inference.evidence import Evidence
from provenance.scoring.inference.rules import AccuracyRules

DECIMALS = 9
"""All figures are rounded to this many places in every round, so that the last bit of a machine's logarithm decides nothing."""


class Standing(NamedTuple):
    """What the sources are worth in a round."""

    accuracy: tuple[float, ...]
    """The expected share of each source's claims that hold, 0..1."""
    weight: tuple[float, ...]
    """What a claim of each source weighs, in log-odds; above 0."""
    once: float
    """Log-odds that a claim holds whose source is heard once."""


def believed_of(evidence: Evidence, probability: Sequence[float]) -> list[float]:
    """For each source, of how many objects it is expected to be right."""
    if not evidence.part:
        return [sum(map(probability.__getitem__, facts)) for facts in evidence.said]
    part = evidence.part
    return [sum(probability[fact] * part.get((source, fact), 1.0) for fact in facts) for source, facts in enumerate(evidence.said)]


def standing(evidence: Evidence, probability: Sequence[float], once: float, rules: AccuracyRules) -> Standing:
    """What the sources are worth, given the probability of each fact.

    A source's accuracy has a Beta distribution. What is expected of it beforehand grows with the number of its claims up to a habit;
    what is expected of a source that is heard once is estimated from all claims together (empirical Bayes). A claim weighs the expected
    log-odds of its source's accuracy (variational Bayes), and the logarithm of the ways of being wrong.
    """
    believed = believed_of(evidence, probability)
    once = _once(evidence, believed, once, rules)
    errors = math.log(rules.errors)
    accuracy, weight = [], []
    for right, spoken in zip(believed, evidence.spoken, strict=True):
        expected = _logistic(once + _habit(spoken, rules))
        a = rules.strength * expected + right
        b = rules.strength * (1 - expected) + max(spoken - right, 0.0)
        accuracy.append(round(a / (a + b), DECIMALS))
        weight.append(round(max(rules.least, digamma(a) - digamma(b) + errors), DECIMALS))
    return Standing(tuple(accuracy), tuple(weight), once)


def _habit(spoken: int, rules: AccuracyRules) -> float:
    return rules.gain * math.log(min(spoken, rules.habit)) / math.log(rules.habit)


def _once(evidence: Evidence, believed: Sequence[float], once: float, rules: AccuracyRules) -> float:
    """The log-odds for a source heard once under which the beliefs are likeliest: three steps of Newton's method, held near even odds."""
    groups: dict[int, tuple[int, float]] = {}
    for spoken, right in zip(evidence.spoken, believed, strict=True):
        sources, total = groups.get(spoken, (0, 0.0))
        groups[spoken] = (sources + 1, total + right)
    for _ in range(3):
        slope, curve = -once, 1.0
        for spoken, (sources, total) in sorted(groups.items()):
            expected = _logistic(once + _habit(spoken, rules))
            counts = (rules.strength + 1) / (rules.strength + spoken)
            slope += counts * (total - sources * spoken * expected)
            curve += counts * sources * spoken * expected * (1 - expected)
        once += min(1.0, max(-1.0, slope / curve))
    return round(min(3.0, max(-3.0, once)), DECIMALS)


def _logistic(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


def digamma(x: float) -> float:
    """The derivative of the logarithm of the gamma function at x > 0, to about 1e-12 (DLMF 5.5.2 and 5.11.2)."""
    below = 0.0
    while x < 8:
        below += 1 / x
        x += 1
    square = 1 / (x * x)
    series = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square / 132))))
    return math.log(x) - 0.5 / x - series - below
