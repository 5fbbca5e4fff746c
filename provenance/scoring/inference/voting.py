"""What is believed of each object: the sources' words weighed against each other, a copied word for little."""

import math
from collections.abc import Mapping, Sequence
from itertools import chain

from provenance.scoring.inference.accuracy import DECIMALS
from provenance.scoring.inference.evidence import Evidence

Near = Mapping[int, Sequence[tuple[int, float]]]
Copying = Sequence[Mapping[int, float]]
"""For each source, how much of its word the word of another one takes away where both say the same, 0..1."""


def majority(evidence: Evidence) -> list[float]:
    """The share of each fact among what is said of its object."""
    counts = [sum(evidence.part.get((source, fact), 1.0) for source in held) for fact, held in enumerate(evidence.holders)]
    totals = [sum(counts[fact] for fact in facts) for facts in evidence.facts_of]
    return [round(count / totals[thing], DECIMALS) for count, thing in zip(counts, evidence.object_of, strict=True)]


def vote(evidence: Evidence, weight: Sequence[float], copying: Copying, near: Near) -> list[float]:
    """The probability of each fact; those of an object leave something for a value that nobody gave.

    Of two sources that say the same, the second counts only as far as it has not copied (Dong et al. 2009). False values are drawn as often
    as they are seen to be given (POPACCU, Dong et al. 2013): where all who are wrong say the same, that they agree tells nothing.
    """
    voices, support = [], []
    for fact, held in enumerate(evidence.holders):
        count, total = _heard(evidence, fact, held, weight, copying)
        voices.append(count)
        support.append(total)
    return list(chain.from_iterable(_shares(facts, voices, support, near) for facts in evidence.facts_of))


def _heard(evidence: Evidence, fact: int, held: Sequence[int], weight: Sequence[float], copying: Copying) -> tuple[float, float]:
    """How many independent voices a fact has, and what they weigh together."""
    if not evidence.part and not any(copying[source] for source in held):
        return float(len(held)), sum(map(weight.__getitem__, held))
    voices = support = 0.0
    before: set[int] = set()
    for source in held:
        own = evidence.part.get((source, fact), 1.0)
        for other, taken in copying[source].items():
            if other in before:
                own *= 1 - taken
        before.add(source)
        voices += own
        support += own * weight[source]
    return voices, support


def _shares(facts: range, voices: Sequence[float], support: Sequence[float], near: Near) -> list[float]:
    """The probabilities of an object's facts, from the likelihood of everything said of it under each."""
    everyone = sum(voices[fact] for fact in facts)
    scores = []
    for fact in facts:
        lent = sum(part * support[other] for other, part in near.get(fact, ()))
        scores.append(support[fact] + lent - _entropic(voices[fact]) - _entropic(everyone - voices[fact]))
    none = -_entropic(everyone)
    highest = max(none, *scores)
    shares = [math.exp(score - highest) for score in scores]
    total = sum(shares) + math.exp(none - highest)
    return [round(share / total, DECIMALS) for share in shares]


def _entropic(count: float) -> float:
    return count * math.log(count) if count > 1e-9 else 0.0
