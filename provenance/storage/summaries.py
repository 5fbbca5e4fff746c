"""Lists of articles and sources, and what verdicts say of each source so far."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, String, cast, func, select

from provenance.model.article import Article
from provenance.model.queue import ArticleSummary, SourceSummary
from provenance.model.reliability import SourceRecord
from provenance.model.review import Verdict
from provenance.model.source import SourcingType
from provenance.storage import queue
from provenance.storage import tables as t
from provenance.storage.claims import batches
from provenance.storage.queue import SHOWN
from provenance.storage.search import findable

_q = t.queue.c
_v = t.verdict_in_force.c


def articles(connection: Connection, reviewer: str, limit: int | None, offset: int) -> list[ArticleSummary]:
    """Articles in the order in which they came in, withdrawn ones too, with how many claims the reviewer has judged."""
    page = select(t.article.c.number, t.article.c.body).order_by(t.article.c.number).limit(limit).offset(offset)
    rows = connection.execute(page).all()
    numbers = [row.number for row in rows]
    claims = _counts(connection, select(_q.article, func.count()), numbers)
    reviewed = select(_q.article, func.count()).join(t.verdict_in_force, _v.claim == _q.number).where(_v.reviewer == reviewer)
    judged = _counts(connection, reviewed, numbers)
    nobody = select(_q.article, func.count()).where(_q.sourcing_type == SourcingType.UNATTRIBUTED.value)
    unattributed = _counts(connection, nobody, numbers)
    return [
        _summary(Article.model_validate_json(row.body), *(counts.get(row.number, 0) for counts in (claims, judged, unattributed)))
        for row in rows
    ]


def _counts(connection: Connection, wanted: Select[Any], numbers: Collection[int]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for batch in batches(numbers):
        rows = connection.execute(wanted.where(_q.article.in_(batch)).group_by(_q.article))
        counts.update((article, count) for article, count in rows)
    return counts


def _summary(article: Article, claims: int, reviewed: int, unattributed: int) -> ArticleSummary:
    return ArticleSummary(
        id=article.id,
        title=article.masthead.title,
        outlet=article.outlet_key,
        outlet_name=article.outlet_name,
        outlet_basis=article.masthead.outlet_basis,
        republished_from=article.masthead.republished_from,
        published=article.masthead.published,
        language=article.language,
        text_status=article.text_status,
        claims=claims,
        reviewed=reviewed,
        unattributed=unattributed,
        withdrawn=article.withdrawn,
        refs=article.refs,
        notes=article.notes,
    )


def _one_group() -> Any:
    """What counts once: the group, or the claim where it has none."""
    return func.coalesce(_q.group_id, cast(_q.number, String))


def _judged_groups(connection: Connection, keys: Collection[str]) -> dict[str, dict[str, set[Verdict]]]:
    """For each source, the groups of which it carries a claim that somebody found supported or refuted."""
    telling = (Verdict.SUPPORTED.value, Verdict.REFUTED.value)
    judged = t.queue.join(t.verdict_in_force, _v.claim == _q.number)
    by_origin = (
        select(t.claim_origin.c.key, _one_group(), _v.verdict)
        .select_from(judged.join(t.claim_origin, t.claim_origin.c.claim == _q.number))
        .where(SHOWN, _v.verdict.in_(telling))
    )
    by_outlet = (
        select(t.article.c.outlet, _one_group(), _v.verdict)
        .select_from(judged.join(t.article, t.article.c.number == _q.article))
        .where(SHOWN, _v.verdict.in_(telling))
    )
    groups: dict[str, dict[str, set[Verdict]]] = defaultdict(lambda: defaultdict(set))
    for wanted, column in ((by_origin, t.claim_origin.c.key), (by_outlet, t.article.c.outlet)):
        for batch in batches(keys):
            for key, group, verdict in connection.execute(wanted.where(column.in_(batch))):
                groups[key][group].add(Verdict(verdict))
    return groups


def _tally(groups: dict[str, set[Verdict]]) -> tuple[int, int]:
    """How many groups were found supported and refuted. A group counts once, and not while verdicts on it differ."""
    agreed = [next(iter(verdicts)) for verdicts in groups.values() if len(verdicts) == 1]
    return agreed.count(Verdict.SUPPORTED), agreed.count(Verdict.REFUTED)


def records(connection: Connection, keys: Collection[str]) -> dict[str, SourceRecord]:
    """For every key, how many groups with a claim of this outlet or origin were found supported and refuted."""
    short = {key: findable(key) for key in keys}
    groups = _judged_groups(connection, set(short.values()))
    tallies = {key: _tally(groups.get(kept, {})) for key, kept in short.items()}
    return {key: SourceRecord(key=key, supported=supported, refuted=refuted) for key, (supported, refuted) in tallies.items()}


def sources(connection: Connection, limit: int | None, offset: int) -> list[SourceSummary]:
    """Every outlet and origin with its counts, most claims first; a key that is both is one source.

    `kind` is the sourcing type in which an origin spoke last, `outlet` for one that only publishes; the registry knows
    more. `open` counts groups without an agreed verdict.
    """
    claims = _claims_of_sources(connection)
    order = sorted(claims, key=lambda key: (-claims[key], key))[offset : None if limit is None else offset + limit]
    sides = [_Side(*row) for batch in batches(order) for row in _details(connection, batch)]
    judged = _judged_groups(connection, order)
    found: dict[str, list[_Side]] = defaultdict(list)
    for side in sides:
        found[side.key].append(side)
    return [_source(key, claims[key], found[key], _tally(judged.get(key, {}))) for key in order]


def _claims_of_sources(connection: Connection) -> Counter[str]:
    """How many claims each source published or is the origin of, counted in indexes alone.

    Those of withdrawn articles are few: they are taken off at the end instead of asking every claim.
    """
    claims: Counter[str] = Counter()
    names = queue.outlets(connection)
    for sort, count in connection.execute(select(_q.outlet_sort, func.count()).where(SHOWN).group_by(_q.outlet_sort)):
        claims[names[sort][0]] += count
    key = t.claim_origin.c.key
    for origin, count in connection.execute(select(key, func.count()).group_by(key)):
        claims[origin] += count
    withdrawn = t.article.join(t.queue, _q.article == t.article.c.number).join(t.claim_origin, t.claim_origin.c.claim == _q.number)
    gone = select(key, func.count()).select_from(withdrawn).where(t.article.c.withdrawn).group_by(key)
    for origin, count in connection.execute(gone):
        claims[origin] -= count
    return +claims


class _Side(NamedTuple):
    """A source as outlet, or as origin."""

    key: str
    name: str
    kind: str
    articles: int
    groups: int


def _published(*counts: ColumnElement[Any]) -> Select[Any]:
    """Counts over the claims that each outlet published."""
    outlet = t.article.c.outlet
    return select(outlet, *counts).select_from(t.queue.join(t.article, t.article.c.number == _q.article)).where(SHOWN).group_by(outlet)


def _spoken(*counts: ColumnElement[Any]) -> Select[Any]:
    """Counts over the claims that show each origin."""
    key = t.claim_origin.c.key
    return select(key, *counts).select_from(t.queue.join(t.claim_origin, t.claim_origin.c.claim == _q.number)).where(SHOWN).group_by(key)


def _details(connection: Connection, keys: Collection[str]) -> Iterator[tuple[str, str, str, int, int]]:
    """Names and counts that take longer, for the sources of one page."""
    counts = (func.count(_q.article.distinct()), func.count(_one_group().distinct()))
    for key, articles_, groups, name in connection.execute(
        _published(*counts, func.min(t.article.c.outlet_name)).where(t.article.c.outlet.in_(keys))
    ):
        yield key, name, "outlet", articles_, groups
    voices = {row.key: row for row in connection.execute(select(t.origin).where(t.origin.c.key.in_(keys)))}
    for key, articles_, groups in connection.execute(_spoken(*counts).where(t.claim_origin.c.key.in_(keys))):
        yield key, voices[key].name, voices[key].sourcing_type, articles_, groups


def _source(key: str, claims: int, sides: Sequence[_Side], tally: tuple[int, int]) -> SourceSummary:
    """One summary of both sides: the outlet's name, the origin's kind, and the sum of the counts."""
    supported, refuted = tally
    groups = sum(side.groups for side in sides)
    return SourceSummary(
        key=key,
        name=sides[0].name,
        kind=sides[-1].kind,
        articles=sum(side.articles for side in sides),
        claims=claims,
        supported=supported,
        refuted=refuted,
        open=max(0, groups - supported - refuted),
    )
