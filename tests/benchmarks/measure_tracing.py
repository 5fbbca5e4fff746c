"""What it costs to find who says the same, as the archive grows: `python tests/benchmarks/measure_tracing.py [--sizes 10000 100000]`.

Made-up news with controlled copying (`news.py`) fills archives of several sizes, which are kept in a folder for the next time (`--anew`
fills them again, as is right when terms or tables have changed). News comes at one rate, of 18 articles a day, so that 10,000 claims are
the news of some weeks, 100,000 of half a year, and a million of five years; `--sizes 10000 100000 1000000` takes a quarter of an hour to
fill on two idle cores. Of a million claims, nine tenths are put before the others row by row (`years.py`). The next articles of the
stream, of 30 claims each and alike for all sizes, are added and rolled back, so that an archive stays as it is. Grouping from nothing is
measured on claims that are read already, on two cores, against what the generator knows to be the same; and the whole way of intake from
nothing, once. Costs are CPU time: where others use the machine too, all takes longer by the clock, but computes no more. Every measurement
runs in a process of its own.
"""

import argparse
import cProfile
import json
import pickle
import pstats
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import chain
from math import comb
from pathlib import Path

from archives import articles_of, fill, in_order, pool, propositions, stream
from news import SENTENCES
from renditions import Copied, document
from years import put_years_before

from provenance.desk.taking_in import take_in
from provenance.extraction import read_article
from provenance.registry import Registry
from provenance.scoring import load_method
from provenance.storage.archive import Archive
from provenance.tracing import trace

TOLD = 100_000  # claims that are told anew; of a larger archive, the rest are put before them row by row
_UNMEASURED = 3  # articles at first, for which nothing is remembered yet, neither by the program nor by the database
Figures = dict[str, float]


class RolledBack(Exception):
    """What was added has been measured, and is not kept."""


def add(path: Path, first: int, articles: int, profiled: bool) -> Figures:
    """Add the articles of the stream that follow what an archive holds, and roll them back. Times in milliseconds of CPU time."""
    registry, method = Registry.load(), load_method(None)
    documents = [document(stream().news(number)) for number in range(first, first + articles + _UNMEASURED)]
    profile = cProfile.Profile(time.process_time)
    whole: list[float] = []
    reading: list[float] = []
    before = peak_memory()
    archive = Archive(path)
    try:
        with archive.transaction():
            for place, each in enumerate(documents):
                start = time.process_time()
                read_article(each, registry)
                read = time.process_time()
                if profiled and place >= _UNMEASURED:
                    profile.enable()
                take_in(archive, [each], registry, method)
                profile.disable()
                reading.append(1000 * (read - start))
                whole.append(1000 * (time.process_time() - read))
            raise RolledBack
    except RolledBack:
        archive.close()
    if profiled:
        show(profile)
    beyond = [both - alone for both, alone in zip(whole, reading, strict=True)][_UNMEASURED:]
    times = {"whole": statistics.mean(whole[_UNMEASURED:]), "beyond": statistics.mean(beyond)}
    return {**times, "median": statistics.median(beyond), "worst": max(beyond), "before": before, "memory": peak_memory()}


def show(profile: cProfile.Profile) -> None:
    """Print where the time goes, the program's own functions first."""
    stats = pstats.Stats(profile)
    stats.sort_stats("cumulative").print_stats(r"provenance/(desk|tracing|storage|scoring|extraction/reading)", 40)
    stats.sort_stats("tottime").print_stats(20)


def grouping(where: Path, articles: int, profiled: bool) -> Figures:
    """Group the claims of so many articles that are read already, and hold the groups against what is true."""
    kept = where / f"articles-{articles}.pickle"
    if not kept.exists():
        kept.write_bytes(pickle.dumps(list(chain.from_iterable(in_order(articles)))))
    several: list[Copied] = pickle.loads(kept.read_bytes())  # noqa: S301  # our own
    items = [item for each in several for item in each.in_context]
    before, start, computed = peak_memory(), time.perf_counter(), cpu_time()
    profile = cProfile.Profile(time.process_time)
    with pool() as executor:
        if profiled:
            profile.enable()
        tracing = trace(items, executor=executor)
        profile.disable()
    cost = {"seconds": time.perf_counter() - start, "computed": cpu_time() - computed, "before": before, "memory": peak_memory()}
    if profiled:
        show(profile)
    counted = {group.claims: len(group.origins) for group in tracing.groups}
    return {"claims": len(items), "conflicts": len(tracing.conflicts), **cost, **quality(several, counted)}


def quality(several: Sequence[Copied], counted: dict[tuple[str, ...], int]) -> Figures:
    """How right groups are, each given with its number of origins: by pairs, and by statements that are told more than once."""
    truth = {claim: each.proposition for one in several for claim, each in one.truth.items()}
    article = {claim.id: claim.article for one in several for claim in one.claims}
    wanted = [tuple(sorted(item.claim.id for item in members)) for members in propositions(several).values()]
    right = sum(pairs([c for c in group if truth.get(c) == said], article) for group in counted for said in {truth.get(c) for c in group})
    found, there = (sum(pairs(group, article) for group in groups) for groups in (counted, wanted))
    origins: dict[str, set[str]] = defaultdict(set)
    for each in chain.from_iterable(one.truth.values() for one in several):
        origins[each.proposition].update([each.origin] if each.origin else [])
    retold = [group for group in wanted if len(group) > 1]
    exactly = [group for group in retold if group in counted]
    return {
        "precision": right / max(1, found),
        "recall": right / max(1, there),
        "retold": len(retold),
        "exactly": len(exactly),
        "origins": sum(counted[group] == len(origins[truth[group[0]]]) for group in exactly),
    }


def pairs(claims: Sequence[str], article: dict[str, str]) -> int:
    """How many pairs of claims of different articles there are among some claims."""
    return comb(len(claims), 2) - sum(comb(several, 2) for several in Counter(article[claim] for claim in claims).values())


def intake(articles: int) -> Figures:
    """Take articles in from nothing, the whole way: read, stored, traced, scored. In seconds of CPU time."""
    registry, method = Registry.load(), load_method(None)
    documents = [document(stream().news(number)) for number in range(articles)]
    read_article(documents[0], registry)
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "intake.db") as archive:
        start = cpu_time()
        report = take_in(archive, documents, registry, method)
        stored = cpu_time()
        for each in documents:
            read_article(each, registry)
    return {"claims": sum(item.claims for item in report.items), "seconds": stored - start, "reading": cpu_time() - stored}


def cpu_time() -> float:
    """Seconds that this process, and those it has waited for, have computed."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def peak_memory() -> float:
    """The memory of this process at the most until now, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


TASKS: dict[str, Callable[[Sequence[str], bool], Figures]] = {
    "add": lambda given, profiled: add(Path(given[0]), int(given[1]), int(given[2]), profiled),
    "grouping": lambda given, profiled: grouping(Path(given[0]), int(given[1]), profiled),
    "intake": lambda given, _: intake(int(given[0])),
}


def apart(task: str, *given: object, profiled: bool = False) -> Figures:
    """Run a measurement in a fresh process, and give what it finds; what it prints is passed on."""
    command = [sys.executable, __file__, "--task", task, *map(str, given), *(["--profile"] if profiled else [])]
    *shown, last = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    print("".join(f"{line}\n" for line in shown), end="")
    found: Figures = json.loads(last)
    return found


def main() -> None:
    """Fill what is missing, measure, print."""
    parser = argparse.ArgumentParser(description="Measure the cost of tracing as the archive grows.")
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000], help="claims of the archives, about")
    parser.add_argument(
        "--archives", type=Path, default=Path(tempfile.gettempdir()) / "made-up-news", help="the folder where they are kept"
    )
    parser.add_argument("--anew", action="store_true", help="fill archives and read claims again, though they are kept")
    parser.add_argument("--articles", type=int, default=20, help="how many are added to each")
    parser.add_argument("--grouping", type=int, default=100_000, help="claims that are grouped from nothing; 0 leaves it out")
    parser.add_argument("--intake", type=int, default=60, help="articles that are taken in from nothing; 0 leaves it out")
    parser.add_argument("--profile", action="store_true", help="show where the time goes, which then is longer")
    parser.add_argument("--task", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.task:
        print(json.dumps(TASKS[options.task[0]](options.task[1:], options.profile)))
        return
    options.archives.mkdir(parents=True, exist_ok=True)
    for kept in options.archives.glob("articles-*") if options.anew else ():
        kept.unlink()
    print_adding(options)
    if options.grouping:
        articles = round(options.grouping / SENTENCES)
        print_grouping(apart("grouping", options.archives, articles, profiled=options.profile))
    if options.intake:
        found = apart("intake", options.intake)
        print(f"\nthe whole way of intake from nothing: {found['claims'] / found['seconds']:,.0f} claims a second of CPU time,", end=" ")
        print(f"of which reading takes {found['reading'] / found['seconds']:.0%}")


def print_adding(options: argparse.Namespace) -> None:
    """The cost of one article by the size of the archive."""
    print(f"adding one article of {SENTENCES} claims, milliseconds of CPU time; memory in MB, with the archive closed and at the most\n")
    print(f"{'claims':>10}{'in all':>10}{'but reading':>13}{'median':>8}{'worst':>8}{'growth':>8}{'memory':>16}", flush=True)
    first: Figures = {}
    for size in options.sizes:
        path, articles, claims = archive_of(options.archives, size)
        found = apart("add", path, articles, options.articles, profiled=options.profile)
        first = first or found
        growth, memory = found["beyond"] / first["beyond"], f"{found['before']:.0f} to {found['memory']:.0f}"
        print(f"{claims:>10,}{found['whole']:>10.0f}{found['beyond']:>13.0f}", end="")
        print(f"{found['median']:>8.0f}{found['worst']:>8.0f}{growth:>7.2f}x{memory:>16}", flush=True)


def archive_of(folder: Path, size: int) -> tuple[Path, int, int]:
    """An archive of about so many claims, filled where it is missing; how many articles of the stream it holds, and how many claims."""
    articles = articles_of(min(size, TOLD))
    path = folder / f"articles-{articles}.db"
    if not path.exists():
        fill(path, articles)
    times = round(size / (SENTENCES * articles)) if size > TOLD else 1
    if times > 1:
        told, path = path, folder / f"articles-{articles}-years-{times}.db"
        if not path.exists():
            put_years_before(told, path, times)
    return path, articles, SENTENCES * articles * times


def print_grouping(found: Figures) -> None:
    """What grouping from nothing takes, and how right it is."""
    print(f"\ngrouping {found['claims']:,} claims from nothing: {found['claims'] / found['seconds']:,.0f} a second by the clock", end=" ")
    print(f"({found['seconds']:.0f} s, {found['computed']:.0f} s of CPU time); memory {found['before']:.0f} to {found['memory']:.0f} MB")
    print(f"pairs of claims: precision {found['precision']:.3f}, recall {found['recall']:.3f}; {found['conflicts']:,} conflicts")
    print(f"of {found['retold']:,} statements told more than once {found['exactly']:,} are one group exactly,", end=" ")
    print(f"and {found['origins']:,} of these have the right number of origins", flush=True)


if __name__ == "__main__":
    main()
