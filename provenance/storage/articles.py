"""Articles in the archive: kept whole, taken in once, corrected and withdrawn, never deleted."""

from collections.abc import Collection, Sequence
from functools import lru_cache

from pydantic import TypeAdapter
from sqlalchemy import Connection, bindparam, func, select, update

from provenance.errors import NotFound
from provenance.model.article import Article, ArticleHead
from provenance.model.claim import Sentence
from provenance.storage import tables as t
from provenance.storage.search import findable

_SENTENCES = TypeAdapter(tuple[Sentence, ...])


def next_number(connection: Connection, table: object) -> int:
    """The next free number of a table; safe because every writer holds the one writer's lock."""
    column = table.c.number  # type: ignore[attr-defined]
    return int(connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one()) + 1


def number_of(connection: Connection, article_id: str) -> int | None:
    """The number of an article; None where the archive does not hold it."""
    return connection.execute(select(t.article.c.number).where(t.article.c.id == article_id)).scalar()


def present_number(connection: Connection, article_id: str) -> int:
    """The number of an article that has to be there.

    Raises:
        NotFound: it is not.

    """
    number = number_of(connection, article_id)
    if number is None:
        raise NotFound(f"No article {article_id} is in the archive.", do="List the articles with: provenance articles")
    return number


def insert(connection: Connection, article: Article, sentences: Sequence[Sentence]) -> int:
    """Store a new article and return its number."""
    number = next_number(connection, t.article)
    row = _columns(article) | {"number": number, "id": article.id, "sentences": _SENTENCES.dump_json(tuple(sentences)).decode()}
    connection.execute(t.article.insert(), row)
    return number


def _columns(article: Article) -> dict[str, object]:
    return {
        "outlet": findable(article.outlet_key),
        "outlet_name": article.outlet_name.replace("\0", " "),
        "withdrawn": article.withdrawn,
        "head": ArticleHead.of(article).model_dump_json(),
        "body": article.model_dump_json(),
    }


def join_refs(connection: Connection, article: Article) -> None:
    """Keep under which further names an article came in that was there already; nothing else of it changes."""
    kept = get(connection, article.id)
    refs = tuple(dict.fromkeys((*kept.refs, *article.refs)))
    if refs != kept.refs:
        body = kept.model_copy(update={"refs": refs}).model_dump_json()
        connection.execute(update(t.article).where(t.article.c.id == article.id).values(body=body))


def replace(connection: Connection, article: Article) -> None:
    """Put a corrected or withdrawn article in place of what was kept of it."""
    connection.execute(update(t.article).where(t.article.c.id == bindparam("key")).values(**_columns(article)), {"key": article.id})


def replace_sentences(connection: Connection, number: int, sentences: Sequence[Sentence]) -> None:
    """Put a new reading's sentences in place of the old ones."""
    body = _SENTENCES.dump_json(tuple(sentences)).decode()
    connection.execute(update(t.article).where(t.article.c.number == number).values(sentences=body))


def get(connection: Connection, article_id: str) -> Article:
    """An article whole.

    Raises:
        NotFound: the archive does not hold it.

    """
    body = connection.execute(select(t.article.c.body).where(t.article.c.id == article_id)).scalar()
    if body is None:
        present_number(connection, article_id)
    return Article.model_validate_json(body or "")


def sentences(connection: Connection, article_id: str) -> tuple[Sentence, ...]:
    """All sentences of an article in order, with what was read in them.

    Raises:
        NotFound: the archive does not hold it.

    """
    number = present_number(connection, article_id)
    return _SENTENCES.validate_json(connection.execute(select(t.article.c.sentences).where(t.article.c.number == number)).scalar_one())


def heads(connection: Connection, numbers: Collection[int]) -> dict[int, ArticleHead]:
    """The heads of articles by their numbers."""
    found = connection.execute(select(t.article.c.number, t.article.c.head).where(t.article.c.number.in_(numbers)))
    return {number: _parsed(head) for number, head in found}


@lru_cache(maxsize=10_000)
def _parsed(head: str) -> ArticleHead:
    return ArticleHead.model_validate_json(head)


def all_ids(connection: Connection) -> tuple[str, ...]:
    """The ids of all articles, withdrawn ones too, in the order in which they came in."""
    return tuple(connection.execute(select(t.article.c.id).order_by(t.article.c.number)).scalars())
