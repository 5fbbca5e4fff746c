"""Claims in the archive: stored with what finds them again, read back whole or with the head of their article."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, bindparam, delete, func, select, update

from provenance.errors import NotFound
from provenance.model.article import Article, ArticleHead
from provenance.model.chain import ConflictStatus, Standing, Support
from provenance.model.claim import Claim, ClaimInContext
from provenance.storage import articles
from provenance.storage import tables as t
from provenance.storage.search import findable, fold_name, words_of

POSITIONS = 1 << 24
"""More sentences than any article has: `place` is the article's number times this, plus the claim's position."""

_Item = TypeVar("_Item")


def batches(items: Iterable[_Item], size: int = 500) -> Iterator[list[_Item]]:
    """The items in lists of at most `size`: as many as one statement takes on every database."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def outlet_sort(head: ArticleHead) -> str:
    """Under what an outlet's claims are ordered and filtered: its folded name, then its key."""
    return findable(f"{fold_name(head.outlet_name)} {head.outlet}")


def newest(head: ArticleHead) -> int:
    """Minus the ordinal of the last day on which the article can have been published; 0 where that is unknown."""
    bounds = head.published
    day = bounds and (bounds.latest or bounds.earliest)
    return -day.toordinal() if day else 0


def insert(connection: Connection, article: Article, number: int, claims: Sequence[Claim], terms: Mapping[str, Collection[str]]) -> None:
    """Store new claims of an article, whose number is given, with everything that finds them.

    Until a tracing and a score are stored, a claim counts as a single source's, or as nobody's, with nothing known of it.
    """
    if not claims:
        return
    head = ArticleHead.of(article)
    first = articles.next_number(connection, t.claim)
    numbers = {claim.id: first + i for i, claim in enumerate(claims)}
    connection.execute(t.claim.insert(), [_claim_row(claim, numbers[claim.id], number) for claim in claims])
    connection.execute(t.queue.insert(), [_queue_row(claim, numbers[claim.id], number, head, article.withdrawn) for claim in claims])
    connection.execute(t.claim_words.insert(), [{"number": numbers[claim.id], "words": words_of(claim, head)} for claim in claims])
    term_rows = [
        {"term": term, "claim": numbers[claim.id]} for claim in claims for term in {findable(word) for word in terms.get(claim.id, ())}
    ]
    if term_rows:
        connection.execute(t.claim_term.insert(), term_rows)
    _insert_origins(connection, claims, numbers)


def _claim_row(claim: Claim, number: int, article: int) -> dict[str, object]:
    return {
        "number": number,
        "id": claim.id,
        "article": article,
        "position": claim.position,
        "start": claim.span.start,
        "stop": claim.span.end,
        "body": claim.model_dump_json(),
    }


def _queue_row(claim: Claim, number: int, article: int, head: ArticleHead, withdrawn: bool) -> dict[str, object]:
    support = Support.SINGLE_SOURCE if claim.origins else Support.UNATTRIBUTED
    return {
        "number": number,
        "article": article,
        "place": article * POSITIONS + claim.position,
        "shown": not withdrawn,
        "outlet_sort": outlet_sort(head),
        "newest": newest(head),
        "group_id": None,
        "support": support.value,
        "conflict": ConflictStatus.NONE.value,
        "standing": Standing(support.value).value,
        "calm": 2,
        "sourcing_type": claim.sourcing_type.value,
        "value": 0.5,
        "low": 0.0,
        "high": 1.0,
        "strong": 0.0,
        "grade": "F6",
    }


def _insert_origins(connection: Connection, claims: Sequence[Claim], numbers: Mapping[str, int]) -> None:
    told = [
        (findable(a.origin), (a.origin_name or a.origin).replace("\0", ""), a.sourcing_type.value)
        for c in claims
        for a in c.own_attributions
        if a.origin
    ]
    if not told:
        return
    known = [
        row
        for batch in batches({key for key, _, _ in told})
        for row in connection.execute(select(t.origin).where(t.origin.c.key.in_(batch)))
    ]
    named: dict[str, tuple[int, str, str]] = {}
    for key, name, sourcing_type in [*((row.key, row.name, row.sourcing_type) for row in known), *told]:
        # Of several names the fullest is kept, whichever article came first.
        named[key] = min(named.get(key, (0, "", "")), (-len(name), name, sourcing_type))
    for batch in batches(named):
        connection.execute(delete(t.origin).where(t.origin.c.key.in_(batch)))
    rows = [{"key": key, "name": name, "sourcing_type": sourcing_type} for key, (_, name, sourcing_type) in named.items()]
    connection.execute(t.origin.insert(), rows)
    pairs = {(findable(key), numbers[claim.id]) for claim in claims for key in claim.origins}
    connection.execute(t.claim_origin.insert(), [{"key": key, "claim": number} for key, number in sorted(pairs)])


def remove_all_of(connection: Connection, article: int) -> None:
    """Take an article's claims away, before a new reading of it takes their place."""
    connection.execute(delete(t.claim).where(t.claim.c.article == article))


def refresh_article(connection: Connection, article: Article, number: int) -> None:
    """Carry a corrected masthead or a withdrawal over to what the queue and the search keep of an article's claims."""
    head = ArticleHead.of(article)
    values = {"shown": not article.withdrawn, "outlet_sort": outlet_sort(head), "newest": newest(head)}
    connection.execute(update(t.queue).where(t.queue.c.article == number).values(**values))
    rows = [{"key": row, "folded": words_of(claim, head)} for row, claim in _numbered(connection, t.claim.c.article == number)]
    if rows:
        connection.execute(update(t.claim_words).where(t.claim_words.c.number == bindparam("key")).values(words=bindparam("folded")), rows)


def _numbered(connection: Connection, condition: object) -> list[tuple[int, Claim]]:
    rows = connection.execute(select(t.claim.c.number, t.claim.c.body).where(condition).order_by(t.claim.c.position, t.claim.c.number))  # type: ignore[arg-type]
    return [(number, Claim.model_validate_json(body)) for number, body in rows]


def of_article(connection: Connection, article_id: str) -> tuple[Claim, ...]:
    """An article's claims in the order of its text.

    Raises:
        NotFound: the archive does not hold the article.

    """
    number = articles.present_number(connection, article_id)
    return tuple(claim for _, claim in _numbered(connection, t.claim.c.article == number))


_LISTED = 5
_MORE = "\n  and more"


def one(connection: Connection, id_or_prefix: str) -> Claim:
    """The claim with this id, or the only one whose id begins so.

    Raises:
        NotFound: no claim's id begins so, or several do.

    """
    wanted = id_or_prefix.strip()
    key = t.claim.c.id
    rows = connection.execute(
        select(key, t.claim.c.body).where(key >= wanted, key < wanted + "\U0010ffff").order_by(key).limit(_LISTED + 1)
    ).all()
    if not wanted or not rows:
        raise NotFound(f"No claim {wanted} is in the archive.", do="List the claims with: provenance claims")
    if len(rows) > 1 and rows[0].id != wanted:
        first = "".join(f"\n  {row.id}  {' '.join(Claim.model_validate_json(row.body).text.split())[:90]}" for row in rows[:_LISTED])
        raise NotFound(
            f"Several claims begin with {wanted}.", do=f"Give more of the claim's id.{first}{_MORE if len(rows) > _LISTED else ''}"
        )
    return Claim.model_validate_json(rows[0].body)


def numbers_of(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """The numbers of claims by their ids; ids that are unknown are missing."""
    found: dict[str, int] = {}
    for batch in batches(dict.fromkeys(ids)):
        found.update((i, n) for i, n in connection.execute(select(t.claim.c.id, t.claim.c.number).where(t.claim.c.id.in_(batch))))
    return found


def in_context(connection: Connection, numbers: Iterable[int], *, withdrawn: bool = False) -> tuple[ClaimInContext, ...]:
    """Claims by their numbers, with the heads of their articles, in order of intake; withdrawn ones only if wanted."""
    rows: list[tuple[int, int, str]] = []
    for batch in batches(sorted(set(numbers))):
        wanted = select(t.claim.c.number, t.claim.c.article, t.claim.c.body).where(t.claim.c.number.in_(batch)).order_by(t.claim.c.number)
        if not withdrawn:
            wanted = wanted.join(t.queue, t.queue.c.number == t.claim.c.number).where(t.queue.c.shown)
        rows.extend((number, article, body) for number, article, body in connection.execute(wanted))
    heads: dict[int, ArticleHead] = {}
    for several in batches({article for _, article, _ in rows}):
        heads.update(articles.heads(connection, several))
    return tuple(ClaimInContext(claim=_parsed(body), article=heads[article]) for _, article, body in rows)


@lru_cache(maxsize=50_000)
def _parsed(body: str) -> Claim:
    """The claim that a row holds; an archive reads the same rows over and over while articles come in."""
    return Claim.model_validate_json(body)


def count(connection: Connection, article: int) -> int:
    """How many claims an article has."""
    return int(connection.execute(select(func.count()).select_from(t.claim).where(t.claim.c.article == article)).scalar_one())
