"""How likely two claims report the same thing: a logistic sum of features that people can read, after slots that exclude it."""

import math
from dataclasses import dataclass

from provenance.tracing.aspects import Aspects, after_publication, agree, differs_in_time, same_time
from provenance.tracing.words import same_claim_weights


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


OTHER_NAMES = "they name different people or places"


def features(a: Aspects, b: Aspects) -> dict[str, float]:
    """The features of a pair, each 0 to 1; their weights stand under the same names in `same_claim.toml` and `tracing.toml`.

    `common` may count a term at the weight of the shorter claim only, so that the order of the two does not matter where they are of one length.
    """
    shorter, longer = (a, b) if len(a.weights) <= len(b.weights) else (b, a)
    common = sum(weight for term, weight in shorter.weights.items() if term in longer.weights)
    low, high = sorted((a.total, b.total))
    figures = a.figures & b.figures
    return {
        "overlap": 2 * common / (low + high) if common else 0.0,
        "contained": min(1.0, common / low) if common else 0.0,
        "shared_rarity": min(1.0, common / 60),
        "names_shared": len(a.names & b.names) / min(len(a.names), len(b.names)) if a.names and b.names else 0.0,
        "names_differ": _names_differ(a, b),
        "parties_apart": 1.0 if a.parties and b.parties and not a.parties & b.parties else 0.0,
        "figures_shared": 1.0 if figures else 0.0,
        "figures_apart": 1.0 if a.figures and b.figures and not figures else 0.0,
        "length_ratio": low / high if high else 0.0,
        "negation_differs": 1.0 if a.negative != b.negative else 0.0,
        "modality_differs": 1.0 if a.future != b.future else 0.0,
        "shared_trail": 1.0 if a.trail & b.trail else 0.0,
        "same_time": 1.0 if same_time(a, b) else 0.0,
    }


def _names_differ(a: Aspects, b: Aspects) -> float:
    """How many names each of the two has that the other lacks, the smaller count of both sides, up to three as 1."""
    return min(1.0, min(_names_alone(a, b), _names_alone(b, a)) / 3)


def _names_alone(a: Aspects, b: Aspects) -> int:
    """How many names of the first claim are neither short for nor long for one of the second."""
    return sum(1 for keys in a.entities if not keys <= b.weights.keys() and not any(other <= keys for other in b.entities))


def compare(a: Aspects, b: Aspects) -> Likeness:
    """Whether two claims say the same. Similarity proposes; times, numbers, names and negation decide."""
    weights = same_claim_weights()
    score = weights["start"] + sum(weights[name] * value for name, value in features(a, b).items())
    probability = round(1 / (1 + math.exp(-score)), 6)
    contradiction = contradicting(a, b)
    apart = contradiction or (OTHER_NAMES if _names_differ(a, b) == 1.0 else None)
    return Likeness(0.0 if apart else probability, probability, apart, contradiction is not None)


def contradicting(a: Aspects, b: Aspects) -> str | None:
    """Why two claims cannot be one event told twice, whatever their words share; None where nothing speaks against it."""
    if differs_in_time(a, b):
        return "they give different times"
    if after_publication(a, b):
        return "one tells of a time after the other was published"
    if differing_quantity(a, b):
        return "they give different numbers for the same thing"
    if negated_against(a, b):
        return "one denies what the other states"
    return None


def differing_quantity(a: Aspects, b: Aspects) -> tuple[float, float] | None:
    """Two numbers that count the same thing and cannot both be true; None where all that is counted by both agrees somewhere."""
    for unit in {q.unit for q in a.quantities if q.unit} & {q.unit for q in b.quantities if q.unit}:
        ours, theirs = [q for q in a.quantities if q.unit == unit], [q for q in b.quantities if q.unit == unit]
        if not any(agree(x, y) for x in ours for y in theirs):
            return ours[0].value, theirs[0].value
    return None


def negated_against(a: Aspects, b: Aspects) -> str | None:
    """A word that one claim denies and the other states; None where there is none or both deny."""
    for denying, stating in ((a, b), (b, a)):
        if denying.negated and not stating.negative:
            struck = [word for word in denying.negated if word in stating.weights and stating.weights[word] > 3.5]
            if struck:
                return min(struck)
    return None
