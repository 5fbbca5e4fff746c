"""What earlier verdicts say of a source: a Beta posterior over the share of its claims that were supported."""

import math
from functools import lru_cache
from typing import NamedTuple

from provenance.model.reliability import SourceRecord
from provenance.scoring.method import Method


class Posterior(NamedTuple):
    """Beta(a, b): what is believed of the share of a source's claims that hold, after its verdicts."""

    a: float
    b: float

    @property
    def mean(self) -> float:
        """The expected share, 0..1."""
        return self.a / (self.a + self.b)


class RecordWeight(NamedTuple):
    """What a track record weighs in log-odds: as expected, and at the interval's ends."""

    expected: float
    low: float
    high: float


def posterior(record: SourceRecord, method: Method) -> Posterior:
    """The Beta posterior of a source, from the method's prior and its decided claims."""
    rules = method.track_record
    return Posterior(rules.prior_supported.weight + record.supported, rules.prior_refuted.weight + record.refuted)


def record_weight(record: SourceRecord, method: Method) -> RecordWeight:
    """What the record weighs against having none: 0 without verdicts, falling with each refuted claim, within the method's limit.

    The weight is the change in log-odds from the prior's mean, drawn towards the limit by a hyperbolic tangent, so that a further
    refutation never raises it or its interval. The ends are the same function of the posterior's quantiles. All three are rounded
    to two decimals, as they are shown, so that the interval moves with the weight that is shown and not with a hidden one.
    """
    rules = method.track_record
    return _weighed(
        posterior(record, method),
        Posterior(rules.prior_supported.weight, rules.prior_refuted.weight).mean,
        rules.limit.weight,
        method.interval.level.weight,
    )


@lru_cache(maxsize=4096)
def _weighed(belief: Posterior, prior_mean: float, limit: float, level: float) -> RecordWeight:
    origin = math.log(prior_mean / (1 - prior_mean))

    def weigh(share: float) -> float:
        return round(limit * math.tanh((math.log(share / (1 - share)) - origin) / limit), 2) + 0.0

    tail = (1 - level) / 2
    expected = weigh(belief.mean)
    low, high = weigh(beta_quantile(tail, belief.a, belief.b)), weigh(beta_quantile(1 - tail, belief.a, belief.b))
    return RecordWeight(expected, min(low, expected), max(high, expected))


def beta_quantile(probability: float, a: float, b: float) -> float:
    """The share below which Beta(a, b) has the given probability (0 < probability < 1), to about 1e-12, by bisection."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if beta_cdf(middle, a, b) < probability:
            low = middle
        else:
            high = middle
    return min(max((low + high) / 2, 1e-12), 1 - 1e-12)


def beta_cdf(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b), a, b > 0 (continued fraction of DLMF 8.17.22, by Lentz's method)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_cdf(1 - x, b, a)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)) / a
    tiny = 1e-300
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1), tiny)
    fraction = d
    for m in range(1, 1000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _away_from_zero(1 + term * d, tiny)
            c = _away_from_zero(1 + term / c, tiny)
            fraction *= c * d
        if abs(c * d - 1) < 1e-14:
            break
    return front * fraction


def _away_from_zero(value: float, tiny: float) -> float:
    return value if abs(value) > tiny else tiny
