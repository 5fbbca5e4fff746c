"""Archives full of made-up news, and the stream of news that goes on behind what they hold."""

import multiprocessing
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from pathlib import Path

from news import SENTENCES
from renditions import ARTICLES, Copied, Renditions

from provenance.model.claim import ClaimInContext
from provenance.storage.archive import Archive
from provenance.tracing.standing import group_of

CORES = 2
_A_ROUND = 40  # articles that travel between processes together
_BREAKS_OFF = 333  # every archive ends at the same article of a rendition, so that what is added to it is the same in all
_stream: Renditions | None = None


def stream() -> Renditions:
    """The stream of news, made once a process, and inherited by those that fork from it."""
    global _stream
    _stream = _stream or Renditions()
    return _stream


def articles_of(claims: int) -> int:
    """How many articles of the stream an archive of about so many claims holds."""
    return max(0, round((claims / SENTENCES - _BREAKS_OFF) / ARTICLES)) * ARTICLES + _BREAKS_OFF


def pool() -> ProcessPoolExecutor:
    """Two processes that share the stream."""
    return ProcessPoolExecutor(CORES, mp_context=multiprocessing.get_context("fork"))


def _copied(numbers: Sequence[int]) -> list[Copied]:
    return [stream().copied(number) for number in numbers]


def in_order(articles: int) -> Iterator[list[Copied]]:
    """The first articles of the stream as reading them gives them, one rendition at a time, made on two cores."""
    with pool() as reading:
        stream().read(articles, reading)
    with pool() as copying:
        for first in range(0, articles, ARTICLES):
            numbers = range(first, min(first + ARTICLES, articles))
            rounds = [numbers[at : at + _A_ROUND] for at in range(0, len(numbers), _A_ROUND)]
            yield list(chain.from_iterable(copying.map(_copied, rounds)))


def propositions(several: Iterable[Copied]) -> dict[str, list[ClaimInContext]]:
    """Claims by what they say in truth; one of which that is not known stands alone."""
    found: dict[str, list[ClaimInContext]] = defaultdict(list)
    for each in several:
        for item in each.in_context:
            truth = each.truth.get(item.claim.id)
            found[truth.proposition if truth else item.claim.id].append(item)
    return found


def fill(path: Path, articles: int) -> None:
    """Write an archive of so many articles, with the groups that their claims make in truth."""
    start = time.perf_counter()
    unfinished = path.with_suffix(".unfinished")
    for rest in path.parent.glob(f"{unfinished.name}*"):
        rest.unlink()
    written = 0
    with Archive(unfinished) as archive:
        for several in in_order(articles):
            with archive.transaction():
                for each in several:
                    archive.save_article(each.article, (), each.claims, each.terms)
                archive.save_tracing([group_of(members, ()) for members in propositions(several).values()], (), ())
            written += sum(len(each.claims) for each in several)
            print(f"\r  {written:,} claims in {time.perf_counter() - start:.0f} s", end="", file=sys.stderr, flush=True)
    unfinished.rename(path)
    seconds = time.perf_counter() - start
    print(f"\r{path.name} filled: {written:,} claims in {seconds:.0f} s, {path.stat().st_size / 1e6:,.0f} MB", file=sys.stderr, flush=True)
