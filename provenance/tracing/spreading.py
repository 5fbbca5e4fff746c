"""Claims taken apart and compared on several cores: what takes longest, in pieces that any executor can run."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from itertools import islice
from typing import NamedTuple

from provenance.model.chain import Conflict
from provenance.model.claim import ClaimInContext
from provenance.tracing.aspects import Aspects, aspects_of, keep
from provenance.tracing.conflicts import conflict_between
from provenance.tracing.grouping import Comparisons
from provenance.tracing.similarity import Likeness

_CLAIMS, _PAIRS = 500, 4000  # of one piece: some tenths of a second
Pair = tuple[str, str]


class _Compared(NamedTuple):
    """What came of comparing a pair, as if no group held both."""

    likeness: Likeness
    conflict: Conflict | None


def aspects_by(executor: Executor | None, items: Mapping[str, ClaimInContext]) -> dict[str, Aspects]:
    """The comparable sides of claims by their ids, in the order of these."""
    if executor is None:
        return {claim: aspects_of(items[claim]) for claim in sorted(items)}
    rest = iter(sorted(items.values(), key=lambda item: (item.claim.article, item.claim.id)))
    pieces = iter(lambda: list(islice(rest, _CLAIMS)), [])
    found = {aspects.claim: aspects for done in executor.map(_taken_apart, pieces) for aspects in done}
    for claim, aspects in found.items():
        keep(items[claim], aspects)
    return {claim: found[claim] for claim in sorted(found)}


def _taken_apart(items: list[ClaimInContext]) -> list[Aspects]:
    return [aspects_of(item) for item in items]


def compare_by(executor: Executor, comparisons: Comparisons, pairs: Sequence[Pair]) -> dict[Pair, Conflict | None]:
    """Compare pairs, and give for each in what the two contradict each other, if no group holds both."""
    aspects, conflicts = comparisons.aspects, dict[Pair, Conflict | None]()
    pieces = list(_pieces(pairs))
    work = ([[aspects[claim] for claim in sorted({claim for pair in piece for claim in pair})], piece] for piece in pieces)
    for piece, done in zip(pieces, executor.map(_compared, work), strict=True):
        for pair, found in zip(piece, done, strict=True):
            comparisons.known[pair] = found.likeness
            conflicts[pair] = found.conflict
    return conflicts


def _compared(work: tuple[list[Aspects], list[Pair]]) -> list[_Compared]:
    aspects, pairs = work
    comparisons = Comparisons({each.claim: each for each in aspects})
    return [_Compared(comparisons.of(a, b), conflict_between(comparisons, a, b, same_group=False)) for a, b in pairs]


def _pieces(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """The pairs in pieces, those of one claim mostly together, so that few claims travel twice."""
    beside: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        beside[pair[0]].append(pair)
        beside[pair[1]].append(pair)
    seen: set[str] = set()
    told: dict[Pair, None] = {}
    for start in beside:
        waiting = deque([start] if start not in seen else [])
        seen.add(start)
        while waiting:
            for pair in beside[waiting.popleft()]:
                told[pair] = None
                new = [claim for claim in pair if claim not in seen]
                seen.update(new)
                waiting.extend(new)
    rest = iter(told)
    yield from iter(lambda: list(islice(rest, _PAIRS)), [])
