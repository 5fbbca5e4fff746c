"""The filter panel's counts: how many claims each value of a filter would leave, given the other filters."""

from collections import Counter
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from provenance.model.chain import Standing
from provenance.model.queue import ClaimQuery, Facets
from provenance.model.review import Verdict
from provenance.model.source import SourcingType
from provenance.storage import queue
from provenance.storage import tables as t


class _Cell(NamedTuple):
    """How many claims share an outlet, a standing, a sourcing type and a verdict, all as the database spells them."""

    outlet: str
    standing: str
    sourcing_type: str
    verdict: str | None
    claims: int


def count(connection: Connection, query: ClaimQuery, reviewer: str) -> Facets:
    """Counts by outlet, standing, sourcing type and the reviewer's verdict, most frequent outlet first.

    A value is counted under all filters but its own, so that the panel says what choosing it would leave.
    """
    outlets, standings, types, verdicts = _sums(_cells(connection, query, reviewer), _filters(connection, query))
    names = queue.outlets(connection)
    return Facets(
        outlets=tuple((*names.get(sort, (sort, sort)), n) for sort, n in _most_first(outlets)),
        standings=tuple((standing, standings[standing.value]) for standing in Standing if standings[standing.value]),
        types=tuple((kind, types[kind.value]) for kind in SourcingType if types[kind.value]),
        verdicts=tuple((v, n) for v in (None, *Verdict) if (n := verdicts[v and v.value])),
    )


def _most_first(counts: Counter[str | None]) -> list[tuple[str, int]]:
    return sorted(((str(value), n) for value, n in counts.items()), key=lambda pair: (-pair[1], pair[0]))


def _filters(connection: Connection, query: ClaimQuery) -> tuple[set[str | None] | None, ...]:
    """What the query leaves of each side of a cell; None where it leaves everything."""
    types = queue.chosen_types(query)
    verdicts: set[str | None] | None = {verdict.value for verdict in query.verdicts} or None
    if query.reviewed is not None:
        reviewed: set[str | None] = {verdict.value for verdict in Verdict} if query.reviewed else {None}
        verdicts = reviewed if verdicts is None else verdicts & reviewed
    return (
        {*queue.chosen_outlets(connection, query.outlets)} if query.outlets else None,
        {standing.value for standing in query.standings} or None,
        None if types is None else {kind.value for kind in types},
        verdicts,
    )


def _sums(cells: list[_Cell], filters: tuple[set[str | None] | None, ...]) -> list[Counter[str | None]]:
    """For each side, how many claims each of its values has under the filters on the other sides."""
    sums: list[Counter[str | None]] = [Counter() for _ in filters]
    active = [(side, allowed) for side, allowed in enumerate(filters) if allowed is not None]
    for cell in cells:
        failed = [side for side, allowed in active if cell[side] not in allowed]
        if len(failed) > 1:
            continue
        for side in failed or range(len(sums)):
            sums[side][cell[side]] += cell.claims  # type: ignore[index]  # a side below 4 is never the count
    return sums


def _cells(connection: Connection, query: ClaimQuery, reviewer: str) -> list[_Cell]:
    """Counted in one pass over an index; the judged ones apart, from the verdicts, which are fewer."""
    q, v = t.queue.c, t.verdict_in_force.c
    sides = (q.outlet_sort, q.standing, q.sourcing_type)
    wanted = queue.base_conditions(connection, query)
    every = connection.execute(select(*sides, func.count()).where(*wanted).group_by(*sides)).all()
    seen = connection.execute(
        select(*sides, v.verdict, func.count())
        .select_from(t.verdict_in_force.join(t.queue, v.claim == q.number))
        .where(v.reviewer == reviewer, *wanted)
        .group_by(*sides, v.verdict)
    )
    judged = [_Cell(*row) for row in seen]
    reviewed: Counter[tuple[str, str, str]] = Counter()
    for cell in judged:
        reviewed[cell[:3]] += cell.claims
    for outlet, standing, kind, claims in every:
        rest = claims - reviewed[outlet, standing, kind]
        if rest:
            judged.append(_Cell(outlet, standing, kind, None, rest))
    return judged
