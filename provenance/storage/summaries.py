"""Lists of articles and sources."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, case, func, select

from provenance.model.article import Article
from provenance.model.queue import ArticleSummary, Partner, SourceSummary
from provenance.model.source import SourcingType
from provenance.storage import queue
from provenance.storage import tables as t
from provenance.storage.claims import batches
from provenance.storage.queue import SHOWN
from provenance.storage.reliance import decided
from provenance.storage.search import fold, fold_name

_p = t.claim_source.c
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


def order_of_sources(connection: Connection) -> list[str]:
    """The keys of every outlet and origin, most claims first; a key that is both is one source."""
    claims = _claims_of_sources(connection)
    return sorted(claims, key=lambda key: (-claims[key], key))


def sources(connection: Connection, limit: int | None, offset: int) -> list[SourceSummary]:
    """Every outlet and origin with its counts, most claims first."""
    end = None if limit is None else offset + limit
    return of_sources(connection, order_of_sources(connection)[offset:end])


def of_sources(connection: Connection, keys: Sequence[str]) -> list[SourceSummary]:
    """These outlets and origins with their counts, in the order given; unknown keys are missing.

    `kind` is the sourcing type in which an origin spoke last, `outlet` for one that only publishes; the registry knows more. Supported,
    refuted and open are groups that the source answers for.
    """
    sides = {key: found for batch in batches(keys) for key, found in _sides(connection, batch).items()}
    counts = {row.key: row for batch in batches(keys) for row in connection.execute(_COUNTS.where(_p.key.in_(batch)))}
    verdicts = decided(connection, keys)
    return [_source(key, sides[key], counts.get(key), verdicts[key]) for key in keys if key in sides]


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

    name: str
    kind: str
    claims: int
    articles: int


_COUNTS = (
    select(
        _p.key,
        func.count(case((_p.answers, _q.group_id)).distinct()).label("answered"),
        func.count(case((_p.publishes, 1))).label("published"),
        func.count(case((_p.repeats, 1))).label("repeated"),
    )
    .join(t.queue, _q.number == _p.claim)
    .where(SHOWN)
    .group_by(_p.key)
)
"""What parts each source has in how many claims."""


def _sides(connection: Connection, keys: Collection[str]) -> dict[str, list[_Side]]:
    """Names and counts of sources as outlets and as origins."""
    counts = (func.count().label("claims"), func.count(_q.article.distinct()).label("articles"))
    outlet, origin = t.article.c.outlet, t.claim_origin.c.key
    published = select(outlet, func.min(t.article.c.outlet_name).label("name"), *counts).select_from(
        t.queue.join(t.article, t.article.c.number == _q.article)
    )
    spoken = select(origin, *counts).select_from(t.queue.join(t.claim_origin, t.claim_origin.c.claim == _q.number))
    found: dict[str, list[_Side]] = defaultdict(list)
    for row in connection.execute(published.where(SHOWN, outlet.in_(keys)).group_by(outlet)):
        found[row.outlet].append(_Side(row.name, "outlet", row.claims, row.articles))
    voices = {row.key: row for row in connection.execute(select(t.origin).where(t.origin.c.key.in_(keys)))}
    for row in connection.execute(spoken.where(SHOWN, origin.in_(keys)).group_by(origin)):
        found[row.key].append(_Side(voices[row.key].name, voices[row.key].sourcing_type, row.claims, row.articles))
    return found


def _source(key: str, sides: Sequence[_Side], counts: Row[Any] | None, verdicts: Mapping[str, bool]) -> SourceSummary:
    """One summary of both sides: the outlet's name, the origin's kind, and the sum of the counts."""
    supported = sum(verdicts.values())
    return SourceSummary(
        key=key,
        name=sides[0].name,
        kind=sides[-1].kind,
        articles=sum(side.articles for side in sides),
        claims=sum(side.claims for side in sides),
        supported=supported,
        refuted=len(verdicts) - supported,
        open=(counts.answered if counts else 0) - len(verdicts),
        published=counts.published if counts else 0,
        echoes=counts.repeated if counts else 0,
    )


def partners(connection: Connection, key: str, limit: int) -> tuple[list[Partner], list[Partner]]:
    """Whom an outlet relies on, and which outlets say what a source said, each with how many claims, most first."""
    outlet, origin = t.article.c.outlet, t.claim_origin.c.key
    joined = t.claim_origin.join(t.queue, _q.number == t.claim_origin.c.claim).join(t.article, t.article.c.number == _q.article)
    count = func.count().label("claims")
    relied = (
        select(origin, func.min(t.origin.c.name), count)
        .select_from(joined.join(t.origin, t.origin.c.key == origin))
        .where(SHOWN, outlet == key, origin != key)
        .group_by(origin)
        .order_by(count.desc(), origin)
    )
    repeating = (
        select(outlet, func.min(t.article.c.outlet_name), count)
        .select_from(joined)
        .where(SHOWN, origin == key, outlet != key)
        .group_by(outlet)
        .order_by(count.desc(), outlet)
    )
    both = [[Partner(key=k, name=n, claims=c) for k, n, c in connection.execute(w.limit(limit))] for w in (relied, repeating)]
    return both[0], both[1]


def named(connection: Connection, words: str) -> list[tuple[str, str]]:
    """Keys and names of outlets and origins that are called so, or whose name holds these words where none is; at most twenty."""
    wanted = fold(words)
    known = _folded_names(connection) if wanted else {}
    same = {key: name for (key, name), folded in known.items() if folded == wanted}
    found = same or {key: name for (key, name), folded in known.items() if f" {wanted} " in f" {folded} "}
    return sorted(found.items())[:20]


def holding(connection: Connection, words: str) -> frozenset[str]:
    """The keys of outlets and origins whose name holds these words, or parts of words, one after the other."""
    wanted = fold(words)
    return frozenset(key for (key, _), folded in _folded_names(connection).items() if wanted in folded)


def _folded_names(connection: Connection) -> dict[tuple[str, str], str]:
    """What outlets and origins are called, folded, by key and name."""
    outlets = connection.execute(select(t.article.c.outlet, t.article.c.outlet_name).distinct())
    origins = connection.execute(select(t.origin.c.key, t.origin.c.name))
    return {(key, name): fold_name(name) for key, name in (*outlets, *origins)}
