"""The list of groups: one page at a time, those told in most articles first, and what stands against one of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from pydantic import BaseModel
from sqlalchemy import ColumnElement, Connection, func, select, tuple_, union

from provenance.errors import NotFound
from provenance.model.chain import Conflict, Standing, Told
from provenance.model.queue import GroupEntry
from provenance.storage import queue
from provenance.storage import tables as t
from provenance.storage.claims import batches, numbers_of
from provenance.storage.database import Database

_g = t.claim_group.c
_ORDER = (_g.articles.desc(), _g.claims.desc(), _g.id.desc())
MOST_CONFLICTS = 500
"""Conflicts of one group that are looked at; a group of hundreds of claims has thousands that say the same."""


class _Body(BaseModel):
    """What a row needs of a group; the rest of its body is passed over."""

    claims: tuple[str, ...]
    outlets: tuple[str, ...] = ()
    told: Told | None = None


class GroupList:
    """An archive's groups as a long list."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, reviewer: str, offset: int, limit: int, standings: Collection[Standing] = ()) -> list[GroupEntry]:
        """Groups of these standings, or of all, those with most articles first. Only an index is read to find them, however deep."""
        with self._database.reading() as connection:
            wanted = select(_g.id).where(*_of(standings)).order_by(*_ORDER).limit(limit).offset(offset)
            return _entries(connection, connection.execute(wanted).scalars().all(), reviewer)

    def entry(self, group_id: str, reviewer: str) -> GroupEntry:
        """The row of one group, or NotFound."""
        with self._database.reading() as connection:
            found = _entries(connection, [group_id], reviewer)
        if not found:
            raise NotFound(f"No group {group_id} is in the archive.", do="List the groups with: provenance groups")
        return found[0]

    def count(self, standings: Collection[Standing] = ()) -> int:
        """How many groups are of these standings, or how many there are."""
        with self._database.reading() as connection:
            return int(connection.execute(select(func.count()).select_from(t.claim_group).where(*_of(standings))).scalar_one())

    def position(self, group_id: str, standings: Collection[Standing] = ()) -> int | None:
        """The row, from 0, in which a group stands; None where it is not among these."""
        with self._database.reading() as connection:
            here = connection.execute(select(_g.articles, _g.claims, _g.id).where(_g.id == group_id, *_of(standings))).first()
            if here is None:
                return None
            before = tuple_(_g.articles, _g.claims, _g.id) > tuple_(*here)
            return int(connection.execute(select(func.count()).select_from(t.claim_group).where(before, *_of(standings))).scalar_one())

    def conflicts(self, group_id: str) -> tuple[Conflict, ...]:
        """Conflicts in which claims of a group stand, in the order in which they were stored; of very many, the first."""
        row, q = t.claim_conflict.c, t.queue.c
        sides = (select(row.number, row.body).join(t.queue, q.number == side).where(q.group_id == group_id) for side in (row.a, row.b))
        both = union(*sides).subquery()
        with self._database.reading() as connection:
            bodies = connection.execute(select(both.c.body).order_by(both.c.number).limit(MOST_CONFLICTS)).scalars()
            return tuple(Conflict.model_validate_json(body) for body in bodies)


def _of(standings: Collection[Standing]) -> list[ColumnElement[bool]]:
    return [_g.standing.in_([standing.value for standing in standings])] if standings else []


def _entries(connection: Connection, ids: Sequence[str], reviewer: str) -> list[GroupEntry]:
    bodies: dict[str, Any] = {}
    for batch in batches(ids):
        found = connection.execute(select(_g.id, _g.body).where(_g.id.in_(batch)))
        bodies.update((id_, _Body.model_validate_json(body)) for id_, body in found)
    shown = {id_: body.told.first_claim if body.told else body.claims[0] for id_, body in bodies.items()}
    numbers = numbers_of(connection, shown.values())
    firsts = {entry.claim: entry for entry in queue.entries(connection, list(numbers.values()), reviewer)}
    return [
        GroupEntry(id=id_, first=firsts[shown[id_]], outlets=len(bodies[id_].outlets), told=bodies[id_].told)
        for id_ in ids
        if id_ in bodies and shown[id_] in firsts
    ]
