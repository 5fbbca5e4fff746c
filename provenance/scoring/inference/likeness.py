"""Which values are numbers, how close two of them are, and which of two states more."""

import re
from itertools import combinations

from provenance.scoring.inference.evidence import Evidence
from provenance.scoring.inference.rules import LikenessRules

_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,30})(?:\.[0-9]{1,30})?", re.ASCII)
_MOST = 60  # Numbers of one object that are compared with each other.


def number_of(value: str) -> float | None:
    """The number that a value is, written plainly or with commas between thousands; None for anything else."""
    return float(value.replace(",", "")) if _NUMBER.fullmatch(value) else None


def roundness(value: str) -> int:
    """With how many noughts a whole number ends: the more, the less it states. 0 for anything else."""
    if number_of(value) is None or "." in value:
        return 0
    digits = value.replace(",", "").lstrip("+-")
    return len(digits) - len(digits.rstrip("0")) if digits.strip("0") else 0


def near_facts(evidence: Evidence, rules: LikenessRules) -> dict[int, tuple[tuple[int, float], ...]]:
    """For each fact that is a number, the other numbers of its object near it, with the part of their support that they lend it."""
    near: dict[int, list[tuple[int, float]]] = {}
    for facts in evidence.facts_of:
        if len(facts) < 2 or not rules.share:
            continue
        numbers = [(fact, number) for fact in facts if (number := number_of(evidence.values[fact])) is not None]
        for (one, x), (other, y) in combinations(numbers[:_MOST], 2):
            largest = max(abs(x), abs(y))
            closeness = 1 - abs(x - y) / largest / rules.reach if largest else 1.0
            if closeness > 0:
                near.setdefault(one, []).append((other, rules.share * closeness))
                near.setdefault(other, []).append((one, rules.share * closeness))
    return {fact: tuple(others) for fact, others in near.items()}
