"""The journal: every decision of every person, only ever appended; an undo is another entry."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from provenance.errors import NotFound, ProvenanceError
from provenance.model.review import Action, ClaimRef, JournalEntry
from provenance.storage import decisions, together
from provenance.storage import tables as t
from provenance.storage.claims import batches
from provenance.storage.database import Database
from provenance.storage.search import findable

_j = t.journal.c
_TURNS = (Action.UNDO.value, Action.REDO.value)


class Journal:
    """An archive's journal. Appending joins a transaction of the archive that is open in the same thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, entry: JournalEntry) -> JournalEntry:
        """Keep a decision for good, and bring the verdicts and notes in force up to date in the same transaction.

        The entry comes back with its id. An undo or redo without claims is kept with those of the entry it is about.

        Raises:
            ProvenanceError: an undo or redo that is not possible, or a time without zone.
            ArchiveError: the database refuses; then nothing is kept.

        """
        with self._database.writing() as connection:
            return append(connection, entry)

    def undo(self, reviewer: str, at: datetime) -> JournalEntry | None:
        """Take back the reviewer's last decision that is in force; returns it, or None when there is none."""
        with self._database.writing() as connection:
            last = last_undoable(connection, reviewer)
            if last is not None:
                append(connection, JournalEntry(at=at, reviewer=reviewer, action=Action.UNDO, undoes=last.id))
            return last

    def redo(self, reviewer: str, at: datetime) -> JournalEntry | None:
        """Bring back what the reviewer undid last, until they decide anew; returns it, or None when there is none."""
        with self._database.writing() as connection:
            last = last_redoable(connection, reviewer)
            if last is not None:
                append(connection, JournalEntry(at=at, reviewer=reviewer, action=Action.REDO, undoes=last.id))
            return last

    def recompute(self) -> None:
        """Find the verdicts, notes and letters in force anew, from the journal alone."""
        with self._database.writing() as connection:
            decisions.rebuild(connection)

    def entry(self, entry_id: int) -> JournalEntry:
        """One entry.

        Raises:
            NotFound: there is none with this id.

        """
        with self._database.reading() as connection:
            return get(connection, entry_id)

    def entries(
        self, *, claim: str | None = None, article: str | None = None, reviewer: str | None = None, limit: int | None = None
    ) -> tuple[JournalEntry, ...]:
        """The last `limit` entries about a claim or an article or by a reviewer, oldest first, undone ones included.

        A claim's entries are also those about an earlier reading of the same words, whose own claim no longer exists.
        """
        with self._database.reading() as connection:
            wanted = select(_j.id, _j.body).where(*_about(connection, claim, article, reviewer)).order_by(_j.id.desc()).limit(limit)
            return _read(connection, wanted)[::-1]

    def in_force(
        self, *, claim: str | None = None, article: str | None = None, reviewer: str | None = None, actions: Collection[Action] = ()
    ) -> tuple[JournalEntry, ...]:
        """Decisions that nobody took back, oldest first, of the given kinds or of all; later ones win."""
        kinds = [action.value for action in actions] or [action.value for action in Action]
        with self._database.reading() as connection:
            about = _about(connection, claim, article, reviewer)
            wanted = select(_j.id, _j.body).where(*about, _j.action.in_(kinds), _j.action.not_in(_TURNS), decisions.stands())
            return _read(connection, wanted.order_by(_j.id))

    def about_groups(self, claims: Collection[str]) -> tuple[JournalEntry, ...]:
        """Merges, splits and rejected collapses in force about these claims, and about all that merges tie to them; oldest first.

        Each ref names the claim of today that stands at its place, or is as it was where none stands.
        """
        with self._database.reading() as connection:
            return together.about(connection, claims)

    def today(self, refs: Collection[ClaimRef]) -> tuple[str, ...]:
        """The claims of today that stand where the journal remembers these."""
        with self._database.reading() as connection:
            homes = together.homes(connection, refs)
        return tuple(dict.fromkeys(home for ref in refs if (home := homes.get(ref.claim))))

    def undone(self, ids: Collection[int]) -> frozenset[int]:
        """Those of the given entries that were taken back and not brought back."""
        found: set[int] = set()
        with self._database.reading() as connection:
            for batch in batches(ids):
                found.update(connection.execute(select(_j.id).where(_j.id.in_(batch), ~decisions.stands())).scalars())
        return frozenset(found)

    def last_undoable(self, reviewer: str) -> JournalEntry | None:
        """The reviewer's last decision that is in force."""
        with self._database.reading() as connection:
            return last_undoable(connection, reviewer)

    def last_redoable(self, reviewer: str) -> JournalEntry | None:
        """What the reviewer undid last, unless they decided anew since."""
        with self._database.reading() as connection:
            return last_redoable(connection, reviewer)


def append(connection: Connection, entry: JournalEntry) -> JournalEntry:
    """See `Journal.append`."""
    if entry.at.tzinfo is None:
        raise ProvenanceError("A decision needs a time with its zone.", means="It was not kept.", do="Give the time in UTC.")
    target = entry
    if entry.action in (Action.UNDO, Action.REDO):
        target = _turned(connection, entry)
        about = {name: getattr(entry, name) or getattr(target, name) for name in ("claims", "companions", "article", "source")}
        entry = entry.model_copy(update=about)
    number = int(connection.execute(select(func.coalesce(func.max(_j.id), 0))).scalar_one()) + 1
    entry = entry.model_copy(update={"id": number})
    connection.execute(t.journal.insert(), _row(entry))
    refs = {ref.claim: ref for ref in (*entry.claims, *entry.companions)}.values()
    if refs:
        rows = [{"entry": number, "claim": r.claim, "article": r.article, "start": r.span.start, "stop": r.span.end} for r in refs]
        connection.execute(t.journal_claim.insert(), rows)
    decisions.refresh(connection, target if target is not entry and target.id else entry)
    return entry


def _row(entry: JournalEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "at": entry.at,
        "reviewer": entry.reviewer,
        "action": entry.action.value,
        "article": entry.article,
        "undoes": entry.undoes,
        "source": findable(entry.source) if entry.source is not None else None,
        "body": entry.model_dump_json(),
    }


def _turned(connection: Connection, entry: JournalEntry) -> JournalEntry:
    """The entry that an undo or a redo is about, if that can be undone or redone by this person now."""
    target = get(connection, entry.undoes or 0)
    stands = bool(connection.execute(select(_j.id).where(_j.id == target.id, decisions.stands())).scalar())
    if target.reviewer != entry.reviewer:
        raise ProvenanceError(
            f"Entry {target.id} is a decision of {target.reviewer}.", means="Only they can undo it.", do="Decide yourself instead."
        )
    if target.action.value in _TURNS or stands is (entry.action is Action.REDO):
        raise ProvenanceError(f"Entry {target.id} cannot be {'redone' if stands else 'undone'}.", means="Nothing was changed.")
    return target


def get(connection: Connection, entry_id: int) -> JournalEntry:
    """One entry by its id, or NotFound."""
    found = _read(connection, select(_j.id, _j.body).where(_j.id == entry_id))
    if not found:
        raise NotFound(f"The journal has no entry {entry_id}.")
    return found[0]


def last_undoable(connection: Connection, reviewer: str) -> JournalEntry | None:
    """See `Journal.last_undoable`."""
    wanted = select(_j.id, _j.body).where(_j.reviewer == reviewer, _j.action.not_in(_TURNS), decisions.stands())
    return next(iter(_read(connection, wanted.order_by(_j.id.desc()).limit(1))), None)


def last_redoable(connection: Connection, reviewer: str) -> JournalEntry | None:
    """See `Journal.last_redoable`: undone after the last decision, and not brought back since."""
    decided = select(func.coalesce(func.max(_j.id), 0)).where(_j.reviewer == reviewer, _j.action.not_in(_TURNS)).scalar_subquery()
    since = select(_j.undoes, _j.action).where(_j.reviewer == reviewer, _j.id > decided).order_by(_j.id)
    open_: list[int] = []
    for target, action in connection.execute(since):
        if action == Action.UNDO.value:
            open_.append(target)
        else:
            open_.remove(target)
    return get(connection, open_[-1]) if open_ else None


def _read(connection: Connection, wanted: Select[Any]) -> tuple[JournalEntry, ...]:
    return tuple(JournalEntry.model_validate_json(body) for _, body in connection.execute(wanted))


def _about(connection: Connection, claim: str | None, article: str | None, reviewer: str | None) -> list[ColumnElement[bool]]:
    row = t.journal_claim.c
    wanted: list[ColumnElement[bool]] = []
    if claim is not None:
        wanted.append(_j.id.in_(select(row.entry).where(_refers_to(connection, claim))))
    if article is not None:
        wanted.append(or_(_j.article == article, _j.id.in_(select(row.entry).where(row.article == article))))
    if reviewer is not None:
        wanted.append(_j.reviewer == reviewer)
    return wanted


def _refers_to(connection: Connection, claim: str) -> ColumnElement[bool]:
    """That a journal's claim is this one, or stood at the same place and exists no more."""
    row, known = t.journal_claim.c, t.claim.c
    here = connection.execute(
        select(t.article.c.id, known.start, known.stop).join(t.article, t.article.c.number == known.article).where(known.id == claim)
    ).first()
    if here is None:
        return row.claim == claim
    gone = row.claim.not_in(select(known.id).where(known.id == row.claim).correlate(t.journal_claim))
    same_place = and_(row.article == here[0], row.start < here[2], row.stop > here[1])
    return or_(row.claim == claim, and_(same_place, gone))
