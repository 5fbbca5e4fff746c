"""The interval of a score: how far it could lie off, given what is not known of the source and of the attribution."""

import math
from typing import NamedTuple

from provenance.scoring.factors.case import Case
from provenance.scoring.method import Method
from provenance.scoring.track_record import record_weight


class Interval(NamedTuple):
    """Two ends on the scale of the score, 0..1."""

    low: float
    high: float


def logistic(log_odds: float) -> float:
    """The probability of given log-odds, to four decimals, so that it is the same on every machine."""
    return round(1 / (1 + math.exp(-log_odds)), 4) if log_odds >= 0 else round(1 - 1 / (1 + math.exp(log_odds)), 4)


def interval(case: Case, method: Method, total: float) -> Interval:
    """The ends of the interval around a total in log-odds.

    Where the record's weight could lie (its Beta posterior between two quantiles) replaces what it is expected to weigh; a doubtful
    attribution, and a claim with nobody shown whose record could be looked up, move both ends further apart. A score without any
    record is therefore wide, and narrows as verdicts come in.
    """
    record = record_weight(case.record, case.voice, method)
    rules = method.interval
    doubt = (1 - case.confidence) * rules.doubt.weight if case.origin_shown else rules.unread.weight
    return Interval(
        logistic(total - (record.expected - record.low) - doubt),
        logistic(total + (record.high - record.expected) + doubt),
    )
