"""Claims that say the same, put together: the likeliest pairs first, and never two that exclude each other."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from provenance.tracing.aspects import Aspects
from provenance.tracing.similarity import OTHER_PLACE, Likeness, compare
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


def clusters(
    comparisons: Comparisons,
    pairs: Sequence[tuple[str, str]],
    claims: Iterable[str],
    *,
    merged: Iterable[tuple[str, str]] = (),
    split: Collection[tuple[str, str]] = (),
) -> list[tuple[str, ...]]:
    """Claims in groups, every claim in exactly one: pairs are taken from the likeliest down, and joined where the groups allow it.

    A merge needs a mean likeness over all pairs, and no pair that excludes each other or tells of different places; a pair that tells
    different things of one matter is merely unlike. Ties are broken by id, so the order of reading does not matter. People go before:
    pairs that they `merged` are together whatever the words say, and no group that the machine makes holds a pair that they `split`.
    What people put together is one claim in several wordings: another is like it where it is like one of them.
    """
    member_of: dict[str, tuple[str, ...]] = {claim: (claim,) for claim in claims}
    for a, b in sorted(merged):
        if a in member_of and b in member_of:
            _join(member_of, a, b)
    told_as = {claim: together[0] for claim, together in member_of.items()}
    apart = frozenset((b, a) for a, b in split) | frozenset(split)
    likely = sorted((-comparisons.of(a, b).probability, a, b) for a, b in pairs if comparisons.of(a, b).probability >= threshold("same"))
    for _, a, b in likely:
        left, right = member_of[a], member_of[b]
        if left is not right and _may_join(comparisons, left, right, apart, told_as):
            _join(member_of, a, b)
    return sorted(set(member_of.values()))


def _join(member_of: dict[str, tuple[str, ...]], a: str, b: str) -> None:
    joined = tuple(sorted({*member_of[a], *member_of[b]}))
    for claim in joined:
        member_of[claim] = joined


def _may_join(
    comparisons: Comparisons,
    left: Sequence[str],
    right: Sequence[str],
    apart: Collection[tuple[str, str]],
    told_as: Mapping[str, str],
) -> bool:
    alike: dict[tuple[str, str], float | None] = {}
    for a in left:
        for b in right:
            likeness = comparisons.of(a, b)
            if (a, b) in apart or likeness.contradicts:
                return False
            elsewhere = comparisons.aspects[a].article != comparisons.aspects[b].article
            value = (
                None if likeness.excluded == OTHER_PLACE and elsewhere else likeness.probability if elsewhere else likeness.about_one_thing
            )
            pair = told_as[a], told_as[b]
            before = alike.get(pair)
            alike[pair] = value if before is None else before if value is None else max(before, value)
    known = [value for value in alike.values() if value is not None]
    return bool(alike) and len(known) == len(alike) and sum(known) >= threshold("cluster_mean") * len(alike)
