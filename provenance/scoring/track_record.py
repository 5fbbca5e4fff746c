"""What earlier verdicts say of a source: a Beta posterior over the share of its claims that were supported."""

import math
from functools import lru_cache
from typing import NamedTuple

from provenance.model.reliability import SourceRecord
from provenance.model.source import Voice
from provenance.scoring.beta import Beta
from provenance.scoring.method import Method


class RecordWeight(NamedTuple):
    """What a track record weighs in log-odds: as expected, and at the interval's ends."""

    expected: float
    low: float
    high: float


def prior(voice: Voice, method: Method) -> Beta:
    """What is expected of a source of this kind before its first verdict."""
    expected = method.prior(voice)
    return Beta(expected.supported.weight, expected.refuted.weight)


def posterior(record: SourceRecord, voice: Voice, method: Method) -> Beta:
    """What is believed of the share of a source's claims that hold, from the method's prior for its kind and its decided claims."""
    before = prior(voice, method)
    return Beta(before.a + record.supported, before.b + record.refuted)


def record_weight(record: SourceRecord, voice: Voice, method: Method) -> RecordWeight:
    """What the record weighs against having none: 0 without verdicts, falling with each refuted claim, within the method's limit.

    The weight is the change in log-odds from the prior's mean, drawn towards the limit by a hyperbolic tangent, so that a further
    refutation never raises it or its interval. The ends are the same function of the posterior's quantiles. All three are rounded
    to two decimals, as they are shown, so that the interval moves with the weight that is shown and not with a hidden one.
    """
    return _weighed(
        posterior(record, voice, method),
        prior(voice, method).mean,
        method.track_record.limit.weight,
        method.interval.level.weight,
    )


@lru_cache(maxsize=4096)
def _weighed(belief: Beta, prior_mean: float, limit: float, level: float) -> RecordWeight:
    origin = math.log(prior_mean / (1 - prior_mean))

    def weigh(share: float) -> float:
        return round(limit * math.tanh((math.log(share / (1 - share)) - origin) / limit), 2) + 0.0

    expected, ends = weigh(belief.mean), belief.interval(level)
    low, high = weigh(ends.low), weigh(ends.high)
    return RecordWeight(expected, min(low, expected), max(high, expected))
