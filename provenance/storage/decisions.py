"""Verdicts and notes in force: what the journal comes to today, and which claim of today shows it."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Table, and_, bindparam, delete, func, select, update

from provenance.model.reliability import Letter
from provenance.model.review import Action, JournalEntry
from provenance.model.text import Span
from provenance.storage import tables as t
from provenance.storage.claims import batches
from provenance.storage.search import findable


def stands() -> ColumnElement[bool]:
    """That an entry of `journal` was not taken back, or was brought back since."""
    turn = t.journal.alias("turn")
    last = select(turn.c.action).where(turn.c.undoes == t.journal.c.id).order_by(turn.c.id.desc()).limit(1)
    return func.coalesce(last.correlate(t.journal).scalar_subquery(), Action.REDO.value) == Action.REDO.value


def refresh(connection: Connection, entry: JournalEntry) -> None:
    """Bring up to date what is in force on the claims of a new, undone or redone entry."""
    claims = [ref.claim for ref in entry.claims]
    if entry.action is Action.VERDICT:
        _refresh_verdicts(connection, claims, entry.reviewer)
    elif entry.action is Action.NOTE:
        _refresh_notes(connection, entry.id)
    elif entry.action is Action.GRADE_SOURCE and entry.source is not None:
        _refresh_letter(connection, findable(entry.source))
        return
    else:
        return
    bind(connection, {ref.article for ref in entry.claims})


def rebuild(connection: Connection) -> None:
    """Compute everything in force anew from the journal alone."""
    connection.execute(delete(t.verdict_in_force))
    connection.execute(delete(t.note_in_force))
    connection.execute(delete(t.letter_in_force))
    row, entry = t.journal_claim.c, t.journal.c
    about = select(entry.reviewer, row.claim).join(t.journal, entry.id == row.entry).where(entry.action == Action.VERDICT.value).distinct()
    decided: dict[str, list[str]] = {}
    for reviewer, claim in connection.execute(about):
        decided.setdefault(reviewer, []).append(claim)
    for reviewer, claims in decided.items():
        _refresh_verdicts(connection, claims, reviewer)
    for note in connection.execute(select(entry.id).where(entry.action == Action.NOTE.value)).scalars().all():
        _refresh_notes(connection, note)
    for key in connection.execute(select(entry.source).where(entry.action == Action.GRADE_SOURCE.value).distinct()).scalars().all():
        _refresh_letter(connection, key)
    bind(connection, connection.execute(select(row.article).distinct()).scalars().all())


def _refresh_verdicts(connection: Connection, claims: Sequence[str], reviewer: str) -> None:
    """For each claim, the reviewer's last verdict that stands; none where every one was undone."""
    v, row, entry = t.verdict_in_force, t.journal_claim.c, t.journal.c
    for batch in batches(claims):
        connection.execute(delete(v).where(v.c.reviewer == reviewer, v.c.ref.in_(batch)))
        last = (
            select(row.claim, func.max(row.entry).label("entry"))
            .join(t.journal, entry.id == row.entry)
            .where(row.claim.in_(batch), entry.reviewer == reviewer, entry.action == Action.VERDICT.value, stands())
            .group_by(row.claim)
            .subquery()
        )
        found = connection.execute(
            select(row.claim, row.entry, row.article, row.start, row.stop, entry.body)
            .join(last, and_(last.c.claim == row.claim, last.c.entry == row.entry))
            .join(t.journal, entry.id == row.entry)
        ).all()
        rows = [_place(line) | {"reviewer": reviewer, "verdict": verdict} for line in found if (verdict := _verdict(line.body))]
        if rows:
            connection.execute(v.insert(), rows)


def _verdict(body: str) -> str | None:
    verdict = JournalEntry.model_validate_json(body).verdict
    return verdict.value if verdict else None


def _place(line: Any) -> dict[str, Any]:
    return {"ref": line.claim, "entry": line.entry, "article": line.article, "start": line.start, "stop": line.stop}


def _refresh_notes(connection: Connection, note: int) -> None:
    row = t.journal_claim.c
    connection.execute(delete(t.note_in_force).where(t.note_in_force.c.entry == note))
    if not connection.execute(select(t.journal.c.id).where(t.journal.c.id == note, stands())).scalar():
        return
    rows = [_place(line) for line in connection.execute(select(t.journal_claim).where(row.entry == note))]
    if rows:
        connection.execute(t.note_in_force.insert(), rows)


def _refresh_letter(connection: Connection, key: str) -> None:
    """The last letter given to a source that stands, whoever gave it; an F stands for none."""
    connection.execute(delete(t.letter_in_force).where(t.letter_in_force.c.key == key))
    given = t.journal.c
    last = (
        select(given.id, given.body)
        .where(given.source == key, given.action == Action.GRADE_SOURCE.value, stands())
        .order_by(given.id.desc())
        .limit(1)
    )
    row = connection.execute(last).first()
    if row is not None and JournalEntry.model_validate_json(row.body).letter not in (None, Letter.F):
        connection.execute(t.letter_in_force.insert(), [{"key": key, "entry": row.id}])


class Place(NamedTuple):
    """A claim of today, by place."""

    number: int
    id: str
    span: Span


def places(connection: Connection, article: str) -> list[Place]:
    """Where the claims of an article stand today."""
    rows = connection.execute(
        select(t.claim.c.number, t.claim.c.id, t.claim.c.start, t.claim.c.stop)
        .join(t.article, t.article.c.number == t.claim.c.article)
        .where(t.article.c.id == article)
        .order_by(t.claim.c.number)
    )
    return [Place(number, id_, Span(start, stop)) for number, id_, start, stop in rows]


def bind(connection: Connection, articles: Collection[str]) -> None:
    """Find, for every verdict and note on these articles, the claim of today that shows it.

    That is the claim with the same id, else the one of the same article that shares most characters with the old one.
    The journal is not touched. Of a reviewer's verdicts that meet in one claim, the last one is shown.
    """
    for article in articles:
        claims = places(connection, article)
        _bind_notes(connection, article, claims)
        _bind_verdicts(connection, article, claims)


def _bind_notes(connection: Connection, article: str, claims: Sequence[Place]) -> None:
    note = t.note_in_force
    rows = connection.execute(select(note).where(note.c.article == article)).all()
    homes = _homes(rows, claims)
    _point(connection, note, note.c.entry, [(row, homes[row.ref]) for row in rows if row.claim != homes[row.ref]], "entry")


def _bind_verdicts(connection: Connection, article: str, claims: Sequence[Place]) -> None:
    verdict = t.verdict_in_force
    rows = connection.execute(select(verdict).where(verdict.c.article == article).order_by(verdict.c.entry)).all()
    homes = _homes(rows, claims)
    last = {(homes[row.ref], row.reviewer): row for row in rows if homes[row.ref] is not None}
    wanted = [(row, homes[row.ref] if last.get((homes[row.ref], row.reviewer)) is row else None) for row in rows]
    changed = [(row, number) for row, number in wanted if row.claim != number]
    # First all off, then on: a claim shows one verdict of a reviewer, and two may change places.
    _point(connection, verdict, verdict.c.reviewer, [(row, None) for row, _ in changed], "reviewer")
    _point(connection, verdict, verdict.c.reviewer, [(row, number) for row, number in changed if number is not None], "reviewer")


def _point(
    connection: Connection, table: Table, second: ColumnElement[Any], rows: Sequence[tuple[Row[Any], int | None]], name: str
) -> None:
    """Write down which claim shows each row of a table whose key is `ref` and a second column."""
    if rows:
        change = update(table).where(table.c.ref == bindparam("old"), second == bindparam("other")).values(claim=bindparam("now"))
        connection.execute(change, [{"old": row.ref, "other": getattr(row, name), "now": number} for row, number in rows])


def _homes(rows: Iterable[Row[Any]], claims: Sequence[Place]) -> dict[str, int | None]:
    """The number of today's claim for each old one; None where no claim stands at its place."""
    by_id = {claim.id: claim.number for claim in claims}
    homes: dict[str, int | None] = {}
    for row in rows:
        there = None if row.ref in by_id else overlapping(Span(row.start, row.stop), claims)
        homes[row.ref] = by_id.get(row.ref, there.number if there else None)
    return homes


def overlapping(old: Span, claims: Sequence[Place]) -> Place | None:
    """The claim that shares most characters with the old place; the earliest of equals."""
    shared = [(min(old.end, claim.span.end) - max(old.start, claim.span.start), claim) for claim in claims if claim.span.overlaps(old)]
    return max(shared, key=lambda pair: (pair[0], -pair[1].number))[1] if shared else None
