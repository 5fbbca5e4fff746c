"""What people decided about groups, found from the claims that it is about today."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, select

from provenance.model.review import Action, ClaimRef, JournalEntry
from provenance.storage import tables as t
from provenance.storage.claims import batches, numbers_of
from provenance.storage.decisions import overlapping, places, stands

DECIDED = (Action.MERGE, Action.SPLIT, Action.REJECT_COLLAPSE)
"""Decisions that tracing has to heed."""


def about(connection: Connection, ids: Collection[str]) -> tuple[JournalEntry, ...]:
    """Merges, splits and rejected collapses in force about these claims, and about all that merges tie to them; oldest first.

    Each ref names the claim of today that stands at its place, or is as it was where none stands. Entries are looked for in the
    articles of the claims, so it costs the same however long the journal is.
    """
    near: dict[int, JournalEntry] = {}
    asked: set[str] = set()
    known = set(ids)
    articles = _articles_of(connection, ids)
    while articles:
        asked |= articles
        near.update((entry.id, entry) for entry in _in_articles(connection, articles))
        tied = [ref for entry in _tying(near, known) for ref in _refs(entry)]
        known.update(ref.claim for ref in tied)
        articles = {ref.article for ref in tied} - asked
    return tuple(near[number] for number in sorted(near) if any(ref.claim in known for ref in _refs(near[number])))


def _tying(near: Mapping[int, JournalEntry], known: Collection[str]) -> list[JournalEntry]:
    """The merges that hang together with claims that are known already."""
    reached, left = set(known), [entry for entry in near.values() if entry.action is Action.MERGE]
    tying: list[JournalEntry] = []
    while more := [entry for entry in left if any(ref.claim in reached for ref in _refs(entry))]:
        tying += more
        reached.update(ref.claim for entry in more for ref in _refs(entry))
        done = {entry.id for entry in more}
        left = [entry for entry in left if entry.id not in done]
    return tying


def tied_numbers(connection: Connection, ids: Collection[str]) -> set[int]:
    """The numbers of all claims that merges in force tie to these, directly or over others, whatever else was decided since."""
    entries = [entry for entry in about(connection, ids) if entry.action is Action.MERGE]
    return set(numbers_of(connection, (ref.claim for entry in entries for ref in _refs(entry))).values())


def homes(connection: Connection, refs: Iterable[ClaimRef]) -> dict[str, str]:
    """For each claim that the journal remembers, the id of today's claim at its place; without those at whose place none stands."""
    wanted = {ref.claim: ref for ref in refs}
    found = {claim: claim for claim in numbers_of(connection, wanted)}
    gone = [ref for ref in wanted.values() if ref.claim not in found]
    for article in {ref.article for ref in gone}:
        standing = places(connection, article)
        for ref in gone:
            home = overlapping(ref.span, standing) if ref.article == article else None
            if home is not None:
                found[ref.claim] = home.id
    return found


def _refs(entry: JournalEntry) -> tuple[ClaimRef, ...]:
    return (*entry.claims, *entry.companions)


def _articles_of(connection: Connection, ids: Collection[str]) -> set[str]:
    found: set[str] = set()
    for batch in batches(sorted(ids)):
        wanted = select(t.article.c.id).join(t.claim, t.claim.c.article == t.article.c.number).where(t.claim.c.id.in_(batch)).distinct()
        found.update(connection.execute(wanted).scalars())
    return found


def _in_articles(connection: Connection, articles: Collection[str]) -> list[JournalEntry]:
    """The decisions in force about claims of these articles, with today's claims."""
    bodies: dict[int, str] = {}
    entry, row = t.journal.c, t.journal_claim.c
    kinds = [action.value for action in DECIDED]
    for batch in batches(sorted(articles)):
        there = select(row.entry).where(row.article.in_(batch))
        wanted = select(entry.id, entry.body).where(entry.id.in_(there), entry.action.in_(kinds), stands())
        bodies.update((number, body) for number, body in connection.execute(wanted))
    entries = [JournalEntry.model_validate_json(body) for body in bodies.values()]
    now = homes(connection, (ref for each in entries for ref in _refs(each)))
    return [
        each.model_copy(update={"claims": _standing(each.claims, now), "companions": _standing(each.companions, now)}) for each in entries
    ]


def _standing(refs: tuple[ClaimRef, ...], now: dict[str, str]) -> tuple[ClaimRef, ...]:
    return tuple(ref.model_copy(update={"claim": now.get(ref.claim, ref.claim)}) for ref in refs)
