"""The Beta distribution: what is believed of a share after some successes and failures, with its quantiles."""

import math
from typing import NamedTuple

_SLACK = 1e-13


class Interval(NamedTuple):
    """Two ends between 0 and 1."""

    low: float
    high: float


class Beta(NamedTuple):
    """Beta(a, b), a, b > 0: what is believed of the share of a source's claims that hold."""

    a: float
    b: float

    @property
    def mean(self) -> float:
        """The expected share, 0..1."""
        return self.a / (self.a + self.b)

    def interval(self, level: float) -> Interval:
        """The ends between which the share lies with a probability of `level`, as much being left below as above. 0 < level < 1."""
        tail = (1 - level) / 2
        return Interval(beta_quantile(tail, self.a, self.b), beta_quantile(1 - tail, self.a, self.b))


def beta_quantile(probability: float, a: float, b: float) -> float:
    """The share below which Beta(a, b) has the given probability (0 < probability < 1), to about 1e-12.

    Newton's method from the mean, held within the ends that are known already; where a step would leave them, they are halved.
    """
    low, high = 0.0, 1.0
    share = a / (a + b)
    front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    for _ in range(100):
        off = beta_cdf(share, a, b) - probability
        low, high = (share, high) if off < 0 else (low, share)
        log_density = front + (a - 1) * math.log(share) + (b - 1) * math.log1p(-share)
        step = off * math.exp(-log_density) if log_density > -500 else math.inf
        following = share - step if low < share - step < high else (low + high) / 2
        if abs(following - share) <= _SLACK or following in (0.0, 1.0):
            share = following
            break
        share = following
    return min(max(share, 1e-12), 1 - 1e-12)


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
