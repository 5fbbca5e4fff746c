"""Which sources can be told to copy at all: those that speak of enough objects in common, and on some of them agree."""

from collections import Counter
from itertools import combinations
from typing import NamedTuple

from provenance.scoring.inference.evidence import Evidence
from provenance.scoring.inference.rules import CopyingRules


class Overlap(NamedTuple):
    """What two sources both speak of: the facts that they share, and on how many objects they differ."""

    same: tuple[int, ...]
    different: int


def overlaps(evidence: Evidence, rules: CopyingRules) -> dict[tuple[int, int], Overlap]:
    """Every pair worth comparing, by number, with what it shares.

    Pairs are found by the facts that they share, those with fewest holders first, until so many agreements have been looked through
    as the rules allow; facts with equally many holders are taken together, so that no order of names decides.
    """
    found: dict[tuple[int, int], Overlap] = {}
    objects: dict[int, dict[int, int]] = {}
    for pair in _agreeing(evidence, rules):
        for source in pair:
            if source not in objects:
                objects[source] = evidence.single(source)
        fewer, more = sorted((objects[source] for source in pair), key=len)
        shared = sorted(fewer.keys() & more.keys())
        if len(shared) < rules.least_shared:
            continue
        if len(shared) > rules.most_shared:
            shared = [shared[at * len(shared) // rules.most_shared] for at in range(rules.most_shared)]
        same = tuple(fewer[thing] for thing in shared if fewer[thing] == more[thing])
        if len(same) >= rules.least_same:
            found[pair] = Overlap(same, len(shared) - len(same))
    return found


def _agreeing(evidence: Evidence, rules: CopyingRules) -> list[tuple[int, int]]:
    by_size: dict[int, list[int]] = {}
    for fact, holders in enumerate(evidence.holders):
        if len(holders) > 1:
            by_size.setdefault(len(holders), []).append(fact)
    counted: Counter[tuple[int, int]] = Counter()
    looked_through = 0
    for size in sorted(by_size):
        looked_through += len(by_size[size]) * size * (size - 1) // 2
        if looked_through > rules.most_pairs:
            break
        for fact in by_size[size]:
            counted.update(combinations(sorted(evidence.holders[fact]), 2))
    return sorted(pair for pair, times in counted.items() if times >= rules.least_same)
