"""The filter panel's counts: how many claims each value of a filter would leave, given the other filters."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, func, select

from provenance.model.chain import Standing
from provenance.model.queue import ClaimQuery, Facets
from provenance.model.review import Verdict
from provenance.model.source import SourcingType
from provenance.storage import queue
from provenance.storage import tables as t

_Kind = TypeVar("_Kind")

_TYPES = {kind.value: kind for kind in SourcingType}


class _Cell(NamedTuple):
    """How many claims share an outlet, a standing, a sourcing type and a verdict."""

    outlet: str
    standing: Standing
    sourcing_type: SourcingType
    verdict: Verdict | None
    claims: int


def count(connection: Connection, query: ClaimQuery, reviewer: str) -> Facets:
    """Counts by outlet, standing, sourcing type and the reviewer's verdict, most frequent outlet first.

    A value is counted under all filters but its own, so that the panel says what choosing it would leave.
    """
    cells = _cells(connection, query, reviewer)
    names = queue.outlets(connection)
    chosen = queue.chosen_outlets(connection, query.outlets)
    types = queue.chosen_types(query)

    def by_outlet(cell: _Cell) -> bool:
        return not query.outlets or cell.outlet in chosen

    def by_standing(cell: _Cell) -> bool:
        return not query.standings or cell.standing in query.standings

    def by_type(cell: _Cell) -> bool:
        return types is None or cell.sourcing_type in types

    def by_verdict(cell: _Cell) -> bool:
        return (not query.verdicts or cell.verdict in query.verdicts) and query.reviewed in (None, cell.verdict is not None)

    outlets = _sum(cells, lambda c: c.outlet, by_standing, by_type, by_verdict)
    standings = _sum(cells, lambda c: c.standing, by_outlet, by_type, by_verdict)
    kinds = _sum(cells, lambda c: c.sourcing_type, by_outlet, by_standing, by_verdict)
    verdicts = _sum(cells, lambda c: c.verdict, by_outlet, by_standing, by_type)
    return Facets(
        outlets=tuple((*names.get(sort, (sort, sort)), n) for sort, n in outlets.most_common()),
        standings=tuple((standing, standings[standing]) for standing in Standing if standings[standing]),
        types=tuple((kind, kinds[kind]) for kind in SourcingType if kinds[kind]),
        verdicts=tuple((verdict, verdicts[verdict]) for verdict in (None, *Verdict) if verdicts[verdict]),
    )


def _sum(cells: Iterable[_Cell], of: Callable[[_Cell], _Kind], *tests: Callable[[_Cell], bool]) -> Counter[_Kind]:
    """Add up the cells that pass all tests."""
    total: Counter[_Kind] = Counter()
    for cell in cells:
        if all(test(cell) for test in tests):
            total[of(cell)] += cell.claims
    return total


def _cells(connection: Connection, query: ClaimQuery, reviewer: str) -> list[_Cell]:
    """Counted in one pass over an index; the judged ones apart, from the verdicts, which are fewer."""
    q, v = t.queue.c, t.verdict_in_force.c
    sides = (q.outlet_sort, q.standing, q.sourcing_type)
    wanted = queue.base_conditions(connection, query)
    every = connection.execute(select(*sides, func.count()).where(*wanted).group_by(*sides))
    seen = connection.execute(
        select(*sides, v.verdict, func.count())
        .select_from(t.verdict_in_force.join(t.queue, v.claim == q.number))
        .where(v.reviewer == reviewer, *wanted)
        .group_by(*sides, v.verdict)
    )
    judged = [_Cell(outlet, Standing(standing), _TYPES[kind], Verdict(verdict), n) for outlet, standing, kind, verdict, n in seen]
    reviewed: Counter[tuple[str, str, str]] = Counter()
    for cell in judged:
        reviewed[cell.outlet, cell.standing.value, cell.sourcing_type.value] += cell.claims
    rest = [
        _Cell(outlet, Standing(standing), _TYPES[kind], None, n - reviewed[outlet, standing, kind]) for outlet, standing, kind, n in every
    ]
    return judged + [cell for cell in rest if cell.claims]
