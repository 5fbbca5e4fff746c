"""How fast scores follow a verdict and a method: `python tests/benchmarks/measure_scoring.py [CLAIMS] [DATABASE]`.

Claims are made up from a fixed seed: sources of every size, most groups of one claim and some of up to five, one group in twenty judged.
They are of more kinds than real news is: every source with verdicts of its own makes kinds of its own, and here every kind of source speaks
in every company. A database that is there is measured again.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from provenance.desk import Desk
from provenance.desk.records import follow_everything
from provenance.desk.rescoring import follow_method
from provenance.desk.retracing import rescore
from provenance.model.article import Article, Masthead
from provenance.model.chain import ClaimGroup, Origin, Support
from provenance.model.claim import Attribution, Claim, Hedge, HedgeKind
from provenance.model.review import Action, ClaimRef, JournalEntry, Verdict
from provenance.model.source import SourcingType
from provenance.model.text import Span
from provenance.scoring import load_method
from provenance.tracing import Tracing

CLAIMS_PER_ARTICLE = 50
SOURCES = 400
OUTLETS = 150
JUDGED = 20
"""One group in so many has a verdict."""
TRIED = 12
"""Verdicts that are timed."""
KINDS = [kind for kind in SourcingType if kind.shows_origin]
TEXT = "They said so."
WEIGHTS = [1 / (rank + 10) for rank in range(SOURCES)]


def articles(count: int, chance: random.Random) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    """Articles of fifty claims; nine in ten name a source."""
    for number in range(count):
        outlet = f"outlet-{chance.randrange(OUTLETS)}"
        text = " ".join([TEXT] * CLAIMS_PER_ARTICLE)
        id_ = f"a{number:08}"
        article = Article(id=id_, refs=(f"{id_}.txt",), text=text, masthead=Masthead(outlet=outlet, outlet_name=outlet.title()))
        yield article, tuple(_claim(id_, outlet, position, chance) for position in range(CLAIMS_PER_ARTICLE))


def _claim(article: str, outlet: str, position: int, chance: random.Random) -> Claim:
    (source,) = chance.choices(range(SOURCES), WEIGHTS)
    kind = KINDS[source % len(KINDS)] if chance.random() < 0.9 else SourcingType.UNATTRIBUTED
    start = position * (len(TEXT) + 1)
    span = Span(start, start + len(TEXT))
    origin = f"source-{source}"
    told = Attribution(
        source=(span,), sourcing_type=kind, origin=origin, origin_name=origin.title(), chain=(outlet, origin), rule="made up",
        confidence=chance.choice((0.7, 0.9, 0.95, 1.0)),
    )  # fmt: skip
    weak = chance.choice((HedgeKind.HEARSAY, HedgeKind.MODAL, HedgeKind.APPROXIMATOR))
    hedged = (Hedge(span=span, kind=weak),) if chance.random() < 0.15 else ()
    return Claim(
        id=f"{article}.{position}", article=article, position=position, span=span, text=TEXT, sourcing_type=kind, hedges=hedged,
        attributions=(told,) if kind.shows_origin else (),
    )  # fmt: skip


def groups(claims: list[Claim], chance: random.Random) -> Iterator[ClaimGroup]:
    """Claims thrown together by one to five; who says them is one origin each."""
    left = list(claims)
    chance.shuffle(left)
    while left:
        size = chance.choice((1, 1, 1, 1, 1, 1, 2, 2, 3, 5))
        members, left = left[:size], left[size:]
        shown = {c.origins[0]: c.sourcing_type for c in members if c.origins}
        origins = tuple(Origin(key=key, name=key.title(), sourcing_type=kind) for key, kind in sorted(shown.items()))
        support = Support.UNATTRIBUTED if not origins else Support.CORROBORATED if len(origins) > 1 else Support.SINGLE_SOURCE
        yield ClaimGroup(id=f"g-{members[0].id}", claims=tuple(sorted(c.id for c in members)), origins=origins, support=support)


def fill(desk: Desk, claims: int) -> None:
    """Write an archive of so many claims, scored and judged."""
    chance = random.Random(5)  # noqa: S311
    number = 0
    for _, batch in groupby(articles(claims // CLAIMS_PER_ARTICLE, chance), key=lambda each: int(each[0].id[1:]) // 40):
        written = list(batch)
        with desk.archive.transaction():
            for article, found in written:
                desk.archive.save_article(article, (), found, {})
            made = list(groups([claim for _, found in written for claim in found], chance))
            desk.archive.save_tracing(made, (), ())
            rescore(desk.archive, Tracing(groups=tuple(made), conflicts=()), desk.registry, desk.method)
            for group in made[::JUDGED]:
                number += 1
                verdict = Verdict.SUPPORTED if chance.random() < 0.7 else Verdict.REFUTED
                ref = ClaimRef(claim=group.claims[0], article=group.claims[0][:9], span=Span(0, len(TEXT)), text=TEXT)
                entry = JournalEntry(at=datetime.now(UTC), reviewer="me", action=Action.VERDICT, claims=(ref,), verdict=verdict)
                desk.archive.journal.append(entry)
    follow_everything(desk.archive, desk.registry, desk.method)
    print(f"filled: {claims:,} claims, {number:,} groups judged")


def verdicts(desk: Desk) -> None:
    """Time verdicts on claims of sources of every size, the busiest among them; each is taken back, which is timed, too."""
    chance = random.Random(7)  # noqa: S311
    wanted = [source.key for source in desk.archive.sources(limit=40) if source.key.startswith("source")]
    keys = [wanted[0], *chance.sample(wanted, TRIED - 1)] if len(wanted) >= TRIED else wanted
    times, touched = [], []
    for key in keys:
        dependents = desk.archive.reliance.dependents([key])
        ids = desk.archive.entries_of_numbers([dependents[len(dependents) // 2].claim], "me")
        before = _scores(desk)
        start = time.perf_counter()
        desk.judge(ids[0].claim, Verdict.REFUTED)
        times.append(time.perf_counter() - start)
        after = _scores(desk)
        moved = [number for number, weighing in after.items() if before.get(number) != weighing]
        asked = desk.archive.reliance.dependents(desk.archive.reliance.answering([ids[0].claim], judged=False))
        if not set(moved) <= {each.claim for each in asked}:
            raise SystemExit("a score moved that depends on nothing that was judged")
        touched.append(len(moved))
        start = time.perf_counter()
        desk.undo()
        times.append(time.perf_counter() - start)
        if _scores(desk).keys() != before.keys():
            raise SystemExit("a score is lost")
    print(f"a verdict, or its undo: median {statistics.median(times) * 1000:,.0f} ms, longest {max(times) * 1000:,.0f} ms")
    print(f"scores that moved: median {statistics.median(touched):,.0f}, most {max(touched):,}")


def _scores(desk: Desk) -> dict[int, str]:
    """What every claim's score is, by number."""
    from sqlalchemy import text

    with desk.archive.reading() as connection:
        rows = connection.execute(text("SELECT score.claim, weighing.key FROM score JOIN weighing ON weighing.number = score.weighing"))
        return {row.claim: row.key for row in rows}


def method(desk: Desk, claims: int) -> None:
    """Time another method."""
    strict = Path(tempfile.mkdtemp()) / "strict.toml"
    figures = '[weights.naming]\nanonymous = { weight = -2.0, why = "x" }\n'
    strict.write_text(f'extends = "packaged"\nversion = "strict"\n{figures}', encoding="utf-8")
    print(f"{len(desk.archive.cases()):,} kinds of case")
    for name, chosen in (("another method", load_method(strict)), ("the packaged one again", desk.method)):
        start = time.perf_counter()
        follow_method(desk.archive, desk.registry, chosen)
        seconds = time.perf_counter() - start
        print(f"{name}: {seconds:.1f} s, {claims / seconds:,.0f} claims a second")


def main(claims: int, database: str) -> None:
    """Fill, if need be, and measure."""
    with Desk.open(database, reviewer="me") as desk:
        if not desk.source_order():
            start = time.perf_counter()
            fill(desk, claims)
            print(f"  in {time.perf_counter() - start:.0f} s")
        verdicts(desk)
        method(desk, claims)


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        main(size, sys.argv[2] if len(sys.argv) > 2 else str(Path(folder) / "archive.db"))
