"""Claims that say the same, put together: the likeliest pairs first, and never two that exclude each other."""

from collections.abc import Iterable, Mapping, Sequence

from provenance.tracing.aspects import Aspects
from provenance.tracing.similarity import Likeness, compare
from provenance.tracing.words import threshold


class Comparisons:
    """Pairs that were compared, each once."""

    def __init__(self, aspects: Mapping[str, Aspects]) -> None:
        self.aspects = aspects
        self.known: dict[tuple[str, str], Likeness] = {}

    def of(self, a: str, b: str) -> Likeness:
        """The comparison of two claims by their ids; the order does not matter."""
        pair = (a, b) if a < b else (b, a)
        found = self.known.get(pair)
        if found is None:
            found = self.known[pair] = compare(self.aspects[pair[0]], self.aspects[pair[1]])
        return found


def clusters(comparisons: Comparisons, pairs: Sequence[tuple[str, str]], claims: Iterable[str]) -> list[tuple[str, ...]]:
    """Claims in groups, every claim in exactly one: pairs are taken from the likeliest down, and joined where the groups allow it.

    A merge needs a mean likeness over all pairs, and no pair that excludes each other; ties are broken by id, so the
    order of reading does not matter.
    """
    member_of: dict[str, tuple[str, ...]] = {claim: (claim,) for claim in claims}
    likely = sorted((-comparisons.of(a, b).probability, a, b) for a, b in pairs if comparisons.of(a, b).probability >= threshold("same"))
    for _, a, b in likely:
        left, right = member_of[a], member_of[b]
        if left is not right and _may_join(comparisons, left, right, threshold("cluster_mean")):
            joined = tuple(sorted((*left, *right)))
            for claim in joined:
                member_of[claim] = joined
    return sorted(set(member_of.values()))


def _may_join(comparisons: Comparisons, left: Sequence[str], right: Sequence[str], mean: float) -> bool:
    total = count = 0.0
    for a in left:
        for b in right:
            likeness = comparisons.of(a, b)
            elsewhere = comparisons.aspects[a].article != comparisons.aspects[b].article
            if likeness.contradicts or (likeness.excluded and elsewhere):
                return False
            if _other_voices(comparisons.aspects[a], comparisons.aspects[b]) and not _confirms(
                comparisons.aspects[a], comparisons.aspects[b]
            ):
                return False
            total, count = total + (likeness.probability if elsewhere else likeness.about_one_thing), count + 1
    return count > 0 and total >= mean * count


def _other_voices(a: Aspects, b: Aspects) -> bool:
    """Whether both claims show who says so, and share no link."""
    return bool(a.trail and b.trail) and not a.trail & b.trail


def _confirms(a: Aspects, b: Aspects) -> bool:
    """Whether one voice can confirm the other's word: what both tell makes up enough of what either tells, each word by its rarity.

    Only what is told counts, not who says it: likeness is enough to bring an echo home, but not to call a claim corroborated.
    """
    one, other = (x.deeds | x.told_names | x.figures for x in (a, b))
    return _rarity(one & other, a, b) >= threshold("confirming_share") * _rarity(one | other, a, b)


def _rarity(terms: frozenset[str], a: Aspects, b: Aspects) -> float:
    return sum(max(a.weights.get(term, 0.0), b.weights.get(term, 0.0), 1.0) for term in terms)
