"""Claims about objects whose true value is known, made by sources of which many copy, few or none."""

import random
from collections import Counter

from provenance.scoring.inference import Rules, infer


def heavy_copying(seed: int, *, copied: float) -> tuple[list[tuple[str, str, str]], dict[str, str]]:
    """A hundred objects, eight who look for themselves, and as many who take over a share of what one careless source says."""
    chance = random.Random(seed)  # noqa: S311
    truth = {f"object {n}": "true" for n in range(100)}
    accuracy = [0.45, *(chance.uniform(0.5, 0.9) for _ in range(7))]
    triples = []
    for name in truth:
        told = ["true" if chance.random() < right else f"false {chance.randrange(5)}" for right in accuracy]
        triples += [(f"own {n}", name, value) for n, value in enumerate(told) if n == 0 or chance.random() < 0.6]
        for n in range(8):
            own = "true" if chance.random() < 0.6 else f"false {chance.randrange(5)}"
            triples.append((f"copier {n}", name, told[0] if chance.random() < copied else own))
    chance.shuffle(triples)
    return triples, truth


def shares_right(triples: list[tuple[str, str, str]], truth: dict[str, str], rules: Rules | None = None) -> tuple[float, float]:
    """How often the estimate is right, and how often the majority is, ties shared."""
    votes: dict[str, Counter[str]] = {name: Counter() for name in truth}
    for _, name, value in triples:
        votes[name][value] += 1
    best = {name: [value for value, number in found.items() if number == max(found.values())] for name, found in votes.items()}
    majority = sum((truth[name] in values) / len(values) for name, values in best.items()) / len(truth)
    believed = {name: found.believed for name, found in infer(triples, rules).objects.items()}
    return sum(believed[name] == value for name, value in truth.items()) / len(truth), majority
