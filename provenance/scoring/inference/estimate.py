"""Values, accuracies and copying estimated in turn, each from the other two, until nothing changes."""

from typing import NamedTuple

from provenance.scoring.inference import copying
from provenance.scoring.inference.accuracy import Standing, standing
from provenance.scoring.inference.evidence import Evidence
from provenance.scoring.inference.likeness import near_facts
from provenance.scoring.inference.overlap import Overlap, overlaps
from provenance.scoring.inference.rules import Rules
from provenance.scoring.inference.voting import majority, vote


class Estimate(NamedTuple):
    """What the rounds ended with, by number."""

    probability: list[float]
    """Of each fact."""
    standing: Standing
    """Of the sources."""
    copying: dict[tuple[int, int], float]
    """For each compared pair, the probability that one copies from the other."""
    pairs: dict[tuple[int, int], Overlap]
    rounds: int
    settled: bool


def estimate(evidence: Evidence, rules: Rules) -> Estimate:
    """Estimate who copies, who is accurate and what is true together (Dong, Berti-Equille and Srivastava, VLDB 2009, ACCUCOPY).

    It begins with suspicion: whoever agrees a good deal is taken for copying before anything is believed, and cleared where what they share
    proves credible without them. Beginning with the majority would settle where copiers vouch for each other.
    """
    near = near_facts(evidence, rules.likeness)
    pairs = overlaps(evidence, rules.copying)
    suspected = copying.first_suspicions(evidence, pairs, rules.copying)
    probability = majority(evidence)
    if pairs:
        even = [1.0] * len(evidence.sources)
        probability = vote(evidence, even, copying.taken(len(evidence.sources), suspected, rules.copying), near)
    known = standing(evidence, probability, 0.0, rules.accuracy)
    fresh, settled, rounds = suspected, False, 0
    while rounds < rules.rounds.most and not settled:
        rounds += 1
        if pairs:
            fresh = copying.suspicions(evidence, pairs, known.accuracy, known.weight, probability, suspected, rules.copying)
            kept = rules.copying.kept
            suspected = {pair: round(kept * suspected[pair] + (1 - kept) * new, 9) for pair, new in fresh.items()}
        taken = copying.taken(len(evidence.sources), suspected, rules.copying)
        believed = vote(evidence, known.weight, taken, near)
        change = max((abs(new - old) for new, old in zip(believed, probability, strict=True)), default=0.0)
        settled = change < rules.rounds.settled
        probability = believed
        known = standing(evidence, probability, known.once, rules.accuracy)
    return Estimate(probability, known, fresh, pairs, rounds, settled)
