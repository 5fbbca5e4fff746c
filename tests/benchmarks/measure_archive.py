"""How fast a large archive answers: `python tests/benchmarks/measure_archive.py CLAIMS [DATABASE]` prints a table of times.

Rows are made up from a fixed seed and written past the models, so that a million take a minute or two. Figures are the median
of five calls, in milliseconds, each with a connection that has answered before.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from provenance.desk.held import HeldList
from provenance.model.article import Article, ArticleHead, Masthead, PublicationBounds
from provenance.model.chain import ClaimGroup, Standing, Support
from provenance.model.claim import Attribution, Claim
from provenance.model.filing import Sought
from provenance.model.queue import ClaimQuery, Order
from provenance.model.review import Action, ClaimRef, JournalEntry, Verdict
from provenance.model.source import SourcingType
from provenance.model.text import Span
from provenance.storage import Archive
from provenance.storage import tables as t
from provenance.storage.claims import POSITIONS, newest, outlet_sort
from provenance.storage.search import words_of

CLAIMS_PER_ARTICLE = 20
OUTLETS = 200
VOCABULARY = """ministry border convoy talks ceasefire province council displaced shelling statement reopened crossing delegation agreement
families aid trucks river dam harvest election court ruling budget strike hospital school bridge airport market prices fuel water power"""
WORDS = VOCABULARY.split()
TYPES = list(SourcingType)


def rows(claims: int, random_: random.Random) -> Iterator[dict[str, list[dict[str, object]]]]:
    """Rows for all tables, one article at a time."""
    for a in range(1, claims // CLAIMS_PER_ARTICLE + 1):
        outlet = random_.randrange(OUTLETS)
        day = datetime.fromordinal(737000 + random_.randrange(3000)).date()
        bounds = PublicationBounds(earliest=day, latest=day, basis=("made up",)) if outlet % 5 else None
        masthead = Masthead(outlet=f"outlet-{outlet}", outlet_name=f"Outlet {outlet}", published=bounds)
        article = Article(id=f"a{a:09}", refs=(f"made-up-{a}.txt",), text="made up", masthead=masthead)
        head = ArticleHead.of(article)
        batch: dict[str, list[dict[str, object]]] = {name: [] for name in ("article", "claim", "queue", "words", "term", "origin", "group")}
        batch["article"].append(
            {
                "number": a, "id": head.id, "outlet": head.outlet, "outlet_name": head.outlet_name, "withdrawn": False,
                "head": head.model_dump_json(), "body": article.model_dump_json(), "sentences": "[]",
            }
        )  # fmt: skip
        for position in range(CLAIMS_PER_ARTICLE):
            _add_claim(batch, head, a, position, random_)
        yield batch


def _add_claim(batch: dict[str, list[dict[str, object]]], head: ArticleHead, a: int, position: int, random_: random.Random) -> None:
    number = (a - 1) * CLAIMS_PER_ARTICLE + position + 1
    kind = random_.choice(TYPES)
    key = f"origin-{random_.randrange(20_000)}" if kind.shows_origin else None
    text = " ".join(random_.choices(WORDS, k=18)) + f" {random_.randrange(100_000)}"
    span = Span(position * 150, position * 150 + len(text))
    says = (Attribution(sourcing_type=kind, origin=key, origin_name=key, rule="made up", chain=(head.outlet,)),) if key else ()
    claim = Claim(
        id=f"{random_.getrandbits(64):016x}",
        article=head.id,
        position=position,
        span=span,
        text=text,
        attributions=says,
        sourcing_type=kind,
    )
    standing = random_.choices(list(Standing), (2, 10, 50, 1, 37))[0]
    support = Support.SINGLE_SOURCE if standing is Standing.CONTESTED else Support(standing.value)
    conflict = "contested" if standing is Standing.CONTESTED else "none"
    low = random_.random() * 0.8
    batch["claim"].append(
        {
            "number": number, "id": claim.id, "article": a, "position": position, "start": span.start, "stop": span.end,
            "body": claim.model_dump_json(),
        }
    )  # fmt: skip
    batch["queue"].append(
        {
            "number": number, "article": a, "place": a * POSITIONS + position, "shown": True, "outlet_sort": outlet_sort(head),
            "newest": newest(head), "group_id": f"g{number}", "support": support.value, "conflict": conflict, "standing": standing.value,
            "calm": 0 if conflict == "contested" else 2, "sourcing_type": kind.value, "value": low + 0.1, "low": low, "high": low + 0.2,
            "strong": -low, "grade": "F4",
        }
    )  # fmt: skip
    batch["words"].append({"number": number, "words": words_of(claim, head)})
    batch["term"] += [{"term": f"t{term}", "claim": number} for term in {random_.randrange(500_000) for _ in range(6)}]
    if key:
        batch["origin"].append({"key": key, "claim": number})
    group = ClaimGroup(id=f"g{number}", claims=(claim.id,), support=support)
    batch["group"].append(
        {"id": group.id, "standing": standing.value, "articles": 1, "claims": 1, "origins": 1, "body": group.model_dump_json()}
    )


def fill(archive: Archive, claims: int) -> None:
    """Write that many claims, a thousand articles a transaction."""
    tables = {
        "article": t.article, "claim": t.claim, "queue": t.queue, "words": t.claim_words, "term": t.claim_term, "origin": t.claim_origin,
        "group": t.claim_group,
    }  # fmt: skip
    stream = rows(claims, random.Random(1))  # noqa: S311
    while several := list(islice(stream, 1000)):
        with archive.writing() as connection:
            for name, table in tables.items():
                connection.execute(table.insert(), [row for batch in several for row in batch[name]])


def judge(archive: Archive, count: int) -> None:
    """Give verdicts on the weakest claims, a hundred an entry, as a reviewer who began at the top would have left them."""
    for offset in range(0, count, 100):
        page = archive.queue(ClaimQuery(), "me", offset, 100)
        refs = tuple(ClaimRef(claim=e.claim, article=e.article, span=Span(0, 1), text=e.text) for e in page)
        archive.journal.append(
            JournalEntry(at=datetime.now(UTC), reviewer="me", action=Action.VERDICT, claims=refs, verdict=Verdict.SUPPORTED)
        )


def measure(name: str, call: Callable[[], object]) -> None:
    """Print the median time of five calls, after a first one."""
    call()
    times = []
    for _ in range(5):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    print(f"{name:<58}{statistics.median(times) * 1000:9.1f} ms", flush=True)


def main(claims: int, where: str) -> None:
    """Fill an archive and measure it."""
    start = time.perf_counter()
    archive = Archive(where)
    if not archive.all_article_ids():
        fill(archive, claims)
        print(f"{claims:,} claims written in {time.perf_counter() - start:.0f} s")
        start = time.perf_counter()
        judge(archive, 1000)
        print(f"1,000 judged, ten entries of a hundred: {time.perf_counter() - start:.1f} s")
    archive.close()
    start = time.perf_counter()
    archive = Archive(where)
    entry = archive.queue(ClaimQuery(), "me", 0, 1)[0]
    print(f"open and first row: {(time.perf_counter() - start) * 1000:.0f} ms")
    middle = claims // 2
    for order in Order:
        measure(f"first page, {order}", lambda order=order: archive.queue(ClaimQuery(order=order), "me", 0, 50))
        measure(f"page at {middle:,}, {order}", lambda order=order: archive.queue(ClaimQuery(order=order), "me", middle, 50))
    queries = {
        "everything": ClaimQuery(),
        "one outlet": ClaimQuery(outlets=("outlet-7",)),
        "half the outlets": ClaimQuery(outlets=("outlet 1",)),
        "contested": ClaimQuery(standings=(Standing.CONTESTED,)),
        "single source": ClaimQuery(standings=(Standing.SINGLE_SOURCE,)),
        "named officials": ClaimQuery(types=(SourcingType.NAMED_OFFICIAL,)),
        "contested named officials of one outlet": ClaimQuery(
            standings=(Standing.CONTESTED,), types=(SourcingType.NAMED_OFFICIAL,), outlets=("outlet-7",)
        ),
        "not reviewed": ClaimQuery(reviewed=False),
        "reviewed": ClaimQuery(reviewed=True),
        "rare word": ClaimQuery(text="4711"),
        "two common words": ClaimQuery(text="ministry harvest"),
        "one origin": ClaimQuery(origin="origin-77"),
        "with a note": ClaimQuery(has_note=True),
        "disputed": ClaimQuery(disputed=True),
    }
    for name, query in queries.items():
        matching = archive.progress(query, "me").matching
        print(f"{name}: {matching:,} claims")
        measure("    first page", lambda query=query: archive.queue(query, "me", 0, 50))
        measure("    page in the middle", lambda n=matching, query=query: archive.queue(query, "me", n // 2, 50))
        measure("    progress", lambda query=query: archive.progress(query, "me"))
        measure("    its order held", lambda query=query: HeldList(archive, query, "me"))
        measure("    facets", lambda query=query: archive.facets(query, "me"))
    last = archive.queue(ClaimQuery(), "me", middle, 1)[0]
    held = HeldList(archive, ClaimQuery(), "me")
    measure(f"position of row {middle:,}", lambda: held.position(last.claim))
    measure("previous unreviewed from the middle", lambda: held.next_unreviewed(middle, True))
    wanted = [Sought({f"t{i}": 5.0 for i in range(start, start + 6)}) for start in range(0, 180, 6)]
    measure("claims near 30 claims of 6 terms", lambda: archive.claims_sharing(wanted, 8.0, ()))
    measure("claims connected with 20", lambda: archive.claims_connected([e.claim for e in archive.queue(ClaimQuery(), "me", 0, 20)]))
    measure(
        "records of 40 sources", lambda: archive.reliance.decided([f"origin-{i}" for i in range(20)] + [f"outlet-{i}" for i in range(20)])
    )
    measure("sources, first 50", lambda: archive.sources(limit=50))
    measure("articles, first 50", lambda: archive.articles("me", limit=50))
    measure("groups, first 50", lambda: archive.groups(50))
    groups = archive.group_list
    measure("list of groups, first 100", lambda: groups.page("me", 0, 100))
    measure(f"list of groups, 100 at {middle:,}", lambda: groups.page("me", middle, 100))
    measure("contested groups, first 100", lambda: groups.page("me", 0, 100, [Standing.CONTESTED]))
    measure("count of groups", lambda: groups.count())
    there = groups.page("me", middle, 1)[0].id
    measure(f"position of group {middle:,}", lambda: groups.position(there))
    measure(
        "decisions about the groups of 20 claims",
        lambda: archive.journal.about_groups([e.claim for e in archive.queue(ClaimQuery(), "me", 0, 20)]),
    )
    measure("claim by prefix", lambda: archive.claim(entry.claim[:14]))
    archive.close()


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    with tempfile.TemporaryDirectory() as folder:
        main(size, sys.argv[2] if len(sys.argv) > 2 else str(Path(folder) / "archive.db"))
