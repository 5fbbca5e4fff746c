"""The claim list: which claims a query leaves, in which order, one page at a time, and how far a review has come."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, false, func, literal_column, not_, select

from provenance.model.article import ArticleHead
from provenance.model.chain import ConflictStatus, Support
from provenance.model.claim import Claim
from provenance.model.moment import Moment
from provenance.model.queue import ClaimQuery, Order, Progress, QueueEntry
from provenance.model.review import Verdict
from provenance.model.source import SourcingType
from provenance.storage import tables as t
from provenance.storage.claims import batches, outlet_sort
from provenance.storage.search import findable, fold, fold_name, found

_q = t.queue.c
_v = t.verdict_in_force.c

SHOWN: ColumnElement[bool] = literal_column("queue.shown")
"""Spelt as in the partial indexes, or SQLite does not use them."""

PLENTY = 20_000
"""From how many claims on a filter counts as one that leaves plenty."""

ORDERS: dict[Order, tuple[ColumnElement[Any], ...]] = {
    Order.WEAKEST_FIRST: (_q.low, _q.place, _q.number),
    Order.STRONGEST_FIRST: (_q.strong, _q.place, _q.number),
    Order.NEWEST_FIRST: (_q.newest, _q.place, _q.number),
    Order.OUTLET: (_q.outlet_sort, _q.place, _q.number),
    Order.ARTICLE: (_q.place, _q.number),
    Order.CONTESTED_FIRST: (_q.calm, _q.low, _q.place, _q.number),
}
"""What each order compares, always ascending: one comparison of rows says what comes next."""


def outlets(connection: Connection) -> dict[str, tuple[str, str]]:
    """Key and name of every outlet of the archive, by what its claims are filtered under."""
    rows = connection.execute(select(t.article.c.outlet, t.article.c.outlet_name).distinct().order_by(t.article.c.outlet))
    return {outlet_sort(ArticleHead(id="", outlet=key, outlet_name=name)): (key, name) for key, name in rows}


def chosen_outlets(connection: Connection, wanted: Iterable[str]) -> set[str]:
    """What claims of these outlets are filtered under: a key names one outlet, other words a part of names."""
    known = outlets(connection)
    chosen: set[str] = set()
    for words in wanted:
        by_key = {sort for sort, (key, _) in known.items() if key == words}
        part = fold(words)
        chosen |= by_key or {sort for sort, (_, name) in known.items() if part and part in fold_name(name)}
    return chosen


def judged(reviewer: str, verdicts: Collection[Verdict] = ()) -> ColumnElement[bool]:
    """That the reviewer has a verdict in force on the claim, and which."""
    own = t.verdict_in_force.alias("own_verdict").c
    rows = select(own.claim).where(own.reviewer == reviewer, own.claim.is_not(None))
    if verdicts:
        rows = rows.where(own.verdict.in_([verdict.value for verdict in verdicts]))
    return _q.number.in_(rows)


def unjudged(reviewer: str) -> ColumnElement[bool]:
    """That the reviewer has no verdict in force on the claim; looked up claim by claim, for most have none."""
    own = t.verdict_in_force.alias("no_verdict").c
    return not_(select(own.ref).where(own.claim == _q.number, own.reviewer == reviewer).correlate(t.queue).exists())


def base_conditions(connection: Connection, query: ClaimQuery) -> list[ColumnElement[bool]]:
    """What a query asks for apart from outlets, standings, types and verdicts, which the filter panel counts."""
    conditions = [SHOWN]
    words = found(query.text, connection.dialect.name)
    if words is not None:
        conditions.append(words)
    if query.supports:
        conditions.append(_q.support.in_([support.value for support in query.supports]))
    if query.conflicts:
        conditions.append(_q.conflict.in_([conflict.value for conflict in query.conflicts]))
    if query.article is not None:
        conditions.append(_q.article == select(t.article.c.number).where(t.article.c.id == query.article).scalar_subquery())
    if query.group is not None:
        conditions.append(_q.group_id == query.group)
    if query.origin is not None:
        conditions.append(_q.number.in_(select(t.claim_origin.c.claim).where(t.claim_origin.c.key == findable(query.origin))))
    if query.source is not None:
        conditions.append(_q.number.in_(select(t.claim_source.c.claim).where(t.claim_source.c.key == findable(query.source))))
    if query.disputed:
        any_ = t.verdict_in_force.alias("any_verdict").c
        several = select(any_.claim).where(any_.claim.is_not(None)).group_by(any_.claim).having(func.count(any_.verdict.distinct()) > 1)
        conditions.append(_q.number.in_(several))
    if query.has_note is not None:
        note = t.note_in_force.c.claim
        noted = _q.number.in_(select(note).where(note.is_not(None)))
        conditions.append(noted if query.has_note else not_(noted))
    return conditions


def chosen_types(query: ClaimQuery) -> set[SourcingType] | None:
    """The sourcing types that types and families of a query leave; None where both are open."""
    if not query.types and not query.families:
        return None
    return {
        kind
        for kind in SourcingType
        if (not query.types or kind in query.types) and (not query.families or kind.family.value in query.families)
    }


def conditions(connection: Connection, query: ClaimQuery, reviewer: str, *, ordered: bool = True) -> list[ColumnElement[bool]]:
    """Everything that has to hold for a claim to be in the list; worded for reading it in order, or for counting it."""
    wanted = base_conditions(connection, query)
    if query.outlets:
        chosen = chosen_outlets(connection, query.outlets)
        wanted.append(_among(connection, _q.outlet_sort, chosen, follows=not ordered or query.order is Order.OUTLET))
    if query.standings:
        standings = {standing.value for standing in query.standings}
        wanted.append(_among(connection, _q.standing, standings, follows=not ordered or _follows(query, standings)))
    types = chosen_types(query)
    if types is not None:
        kinds = {kind.value for kind in types}
        wanted.append(_among(connection, _q.sourcing_type, kinds, follows=not ordered or _follows(query, kinds)))
    if query.verdicts:
        wanted.append(judged(reviewer, query.verdicts))
    if query.reviewed is not None:
        wanted.append(judged(reviewer) if query.reviewed else unjudged(reviewer))
    return wanted


def _follows(query: ClaimQuery, values: Collection[str]) -> bool:
    """Whether the index of standings or of sourcing types yields what is asked for in the wanted order."""
    return query.order is Order.WEAKEST_FIRST and len(values) == 1


def _among(connection: Connection, column: ColumnElement[str], values: Collection[str], *, follows: bool) -> ColumnElement[bool]:
    """That a column holds one of these values. `follows` says that the column's index yields them in the wanted order.

    Where that is not so and plenty of claims match, a page is found sooner by following its order and passing over the
    others than by collecting and sorting all that match. The plus sign keeps SQLite from the column's index.
    """
    if not values:
        return false()
    condition = column.in_(sorted(values))
    if follows or connection.dialect.name != "sqlite":
        return condition
    some = select(_q.number).where(SHOWN, condition).limit(PLENTY).subquery()
    plenty = connection.execute(select(func.count()).select_from(some)).scalar_one() == PLENTY
    return literal_column(f"+{column}").in_(sorted(values)) if plenty else condition


def _count(connection: Connection, *wanted: ColumnElement[bool]) -> int:
    return int(connection.execute(select(func.count()).select_from(t.queue).where(*wanted)).scalar_one())


def page(connection: Connection, query: ClaimQuery, reviewer: str, offset: int, limit: int) -> list[int]:
    """The numbers of the claims on one page. Only an index is read to find them, however deep the page lies."""
    return list(connection.execute(_in_order(connection, query, reviewer).limit(limit).offset(offset)).scalars())


def numbers(connection: Connection, query: ClaimQuery, reviewer: str) -> Iterator[int]:
    """The numbers of all claims that match, in order; read off an index, too."""
    yield from connection.execute(_in_order(connection, query, reviewer)).scalars()


def _in_order(connection: Connection, query: ClaimQuery, reviewer: str) -> Select[Any]:
    return select(_q.number).where(*conditions(connection, query, reviewer)).order_by(*ORDERS[query.order])


def judged_among(connection: Connection, wanted: Iterable[int], reviewer: str) -> frozenset[int]:
    """Those of the claims with these numbers that the reviewer has judged."""
    rows = select(_v.claim).where(_v.reviewer == reviewer)
    return frozenset(claim for batch in batches(wanted) for claim in connection.execute(rows.where(_v.claim.in_(batch))).scalars())


def progress(connection: Connection, query: ClaimQuery, reviewer: str) -> Progress:
    """How many claims match, how many of them the reviewer has judged, and both for the whole archive."""
    total = _count(connection, SHOWN)
    total_reviewed = _reviewed(connection, reviewer, SHOWN)
    if query.model_copy(update={"order": Order.WEAKEST_FIRST}) == ClaimQuery():
        return Progress(matching=total, reviewed=total_reviewed, total=total, total_reviewed=total_reviewed)
    # Claims without a verdict are those that match otherwise, less those with one, which are fewer to look up.
    wanted = conditions(connection, query.model_copy(update={"reviewed": None}), reviewer, ordered=False)
    matching, reviewed = _count(connection, *wanted), _reviewed(connection, reviewer, *wanted)
    if query.reviewed is True:
        matching = reviewed
    elif query.reviewed is False:
        matching, reviewed = matching - reviewed, 0
    return Progress(matching=matching, reviewed=reviewed, total=total, total_reviewed=total_reviewed)


def moment(connection: Connection) -> Moment:
    """The last number of each kind: the ends of four primary keys."""
    numbers = (t.journal.c.id, t.article.c.number, t.claim.c.number, t.weighing.c.number)
    last = [select(func.max(number)).scalar_subquery() for number in numbers]
    decisions, articles, claims, weighings = (number or 0 for number in connection.execute(select(*last)).one())
    return Moment(decisions=decisions, articles=articles, claims=claims, weighings=weighings)


def _reviewed(connection: Connection, reviewer: str, *wanted: ColumnElement[bool]) -> int:
    """Counted from the verdicts, which are fewer than the claims."""
    rows = select(func.count()).select_from(t.verdict_in_force.join(t.queue, _v.claim == _q.number))
    return int(connection.execute(rows.where(_v.reviewer == reviewer, *wanted)).scalar_one())


def entries(connection: Connection, numbers: Sequence[int], reviewer: str) -> list[QueueEntry]:
    """The rows of the list for claims by their numbers, in the order given."""
    rows: dict[int, Any] = {}
    for batch in batches(dict.fromkeys(numbers)):
        rows.update((row.number, row) for row in connection.execute(_drawn().where(_q.number.in_(batch))))
    verdicts, notes = _verdicts(connection, rows), _notes(connection, rows)
    return [_entry(rows[n], reviewer, verdicts.get(n, {}), notes.get(n, 0)) for n in numbers if n in rows]


def _drawn() -> Select[Any]:
    group = t.claim_group.c
    return (
        select(t.queue, t.claim.c.body, t.article.c.head, group.articles, group.claims, group.origins)
        .join(t.claim, t.claim.c.number == _q.number)
        .join(t.article, t.article.c.number == _q.article)
        .outerjoin(t.claim_group, group.id == _q.group_id)
    )


def _verdicts(connection: Connection, numbers: Collection[int]) -> dict[int, dict[str, Verdict]]:
    found_: dict[int, dict[str, Verdict]] = {}
    for batch in batches(numbers):
        rows = select(_v.claim, _v.reviewer, _v.verdict).where(_v.claim.in_(batch)).order_by(_v.reviewer)
        for number, who, verdict in connection.execute(rows):
            found_.setdefault(number, {})[who] = Verdict(verdict)
    return found_


def _notes(connection: Connection, numbers: Collection[int]) -> dict[int, int]:
    counts: dict[int, int] = {}
    note = t.note_in_force.c
    for batch in batches(numbers):
        rows = select(note.claim, func.count()).where(note.claim.in_(batch)).group_by(note.claim)
        counts.update((number, count) for number, count in connection.execute(rows))
    return counts


def _entry(row: Row[Any], reviewer: str, verdicts: dict[str, Verdict], notes: int) -> QueueEntry:
    claim, head = Claim.model_validate_json(row.body), ArticleHead.model_validate_json(row.head)
    return QueueEntry(
        claim=claim.id,
        article=head.id,
        group=row.group_id or "",
        text=claim.text,
        outlet=head.outlet,
        outlet_name=head.outlet_name,
        text_status=head.text_status,
        published=head.published,
        support=Support(row.support),
        conflict=ConflictStatus(row.conflict),
        sourcing_type=claim.sourcing_type,
        more_origins=max(0, len(claim.origins) - 1),
        group_articles=row.articles or 1,
        group_claims=row.claims or 1,
        group_origins=row.origins or 0,
        score=row.value,
        low=row.low,
        high=row.high,
        grade=row.grade,
        verdict=verdicts.get(reviewer),
        other_verdicts=tuple((who, verdict) for who, verdict in verdicts.items() if who != reviewer),
        notes=notes,
        carried_over=bool(claim.attributions) and claim.attributions[0].carried_over,
        corrected=claim.corrected,
    )
