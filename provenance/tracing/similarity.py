"""How likely two claims report the same thing: a logistic sum of features that people can read, after slots that exclude it."""

import math
from dataclasses import dataclass
from functools import lru_cache

from provenance.tracing.aspects import Aspects
from provenance.tracing.confirmation import meets_in_background, told_in_common
from provenance.tracing.event_conflicts import place_conflict
from provenance.tracing.quantity_slots import other_fates, other_rank
from provenance.tracing.slots import (
    contradicting,
    denied_outright,
    names_differ,
    other_deed,
    other_names,
    other_place,
    parties_apart,
    same_time,
    too_little,
)
from provenance.tracing.words import same_claim_weights, threshold

OTHER_PLACE = "they name different places"
OTHER_DEED = "they tell different things of whom they name"


@dataclass(frozen=True)
class Likeness:
    """The comparison of two claims: the probability that they say the same, and why they cannot, where they cannot."""

    probability: float
    about_one_thing: float
    """Probability before the slots were asked: how much the two speak of the same matter."""
    excluded: str | None = None
    """The slot that keeps them apart, in words; None where nothing does."""
    contradicts: bool = False
    """Whether they exclude each other, rather than merely speak of others: then no group may hold both."""


def features(a: Aspects, b: Aspects) -> dict[str, float]:
    """The features of a pair, each 0 to 1; their weights stand under the same names in `same_claim.toml` and `tracing.toml`."""
    shared = a.weights.keys() & b.weights.keys()
    common = sum(min(a.weights[term], b.weights[term]) for term in sorted(shared))
    low, high = sorted((a.total, b.total))
    figures = a.figures & b.figures
    return {
        "overlap": 2 * common / (low + high) if common else 0.0,
        "contained": common / low if common else 0.0,
        "shared_rarity": min(1.0, common / 60),
        "names_shared": len(a.names & b.names) / min(len(a.names), len(b.names)) if a.names and b.names else 0.0,
        "names_differ": names_differ(a, b),
        "parties_apart": parties_apart(a, b),
        "figures_shared": 1.0 if figures else 0.0,
        "figures_apart": 1.0 if a.figures and b.figures and not figures else 0.0,
        "length_ratio": low / high if high else 0.0,
        "negation_differs": 1.0 if a.negative != b.negative else 0.0,
        "modality_differs": 1.0 if a.future != b.future else 0.0,
        "superlative_differs": 1.0 if bool(a.superlative) != bool(b.superlative) else 0.0,
        "shared_trail": 1.0 if a.trail & b.trail else 0.0,
        "same_time": 1.0 if same_time(a, b) else 0.0,
    }


def _apart(a: Aspects, b: Aspects) -> str | None:
    """Why two claims that do not contradict each other are not one all the same; None where they may be."""
    if other_place(a, b) or place_conflict(a, b):
        return OTHER_PLACE
    return OTHER_DEED if other_deed(a, b) or other_fates(a, b) or other_names(a, b) or other_rank(a, b) else None


@lru_cache(maxsize=20_000)
def compare(a: Aspects, b: Aspects) -> Likeness:
    """Whether two claims say the same. Similarity proposes; times, numbers, names and negation decide."""
    weights = same_claim_weights()
    found = features(a, b)
    score = weights["start"] + sum(weights[name] * value for name, value in found.items())
    probability = round(1 / (1 + math.exp(-score)), 6)
    contradiction = contradicting(a, b)
    apart = _apart(a, b) if contradiction is None else None
    # What contradicts does so about one thing: the penalties for it say nothing about whether the two speak of the same matter.
    penalty = sum(weights[name] * found[name] for name in ("figures_apart", "negation_differs")) if contradiction else 0.0
    about = round(1 / (1 + math.exp(penalty - score)), 6)
    if denied_outright(a, b):
        about = max(about, threshold("same"))
    probability = round(probability * min(1.0, told_in_common(a, b) / threshold("enough_in_common")), 6)
    if too_little(a, b) or meets_in_background(a, b):
        probability = min(probability, threshold("unlike"))
    return Likeness(0.0 if contradiction or apart else probability, about, contradiction or apart, contradiction is not None)
