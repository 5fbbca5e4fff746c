"""Words and how they are found: text and question are folded alike, so that `Hay'at` finds `Hay’at` and `300.000` itself."""

import re
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii
from sqlalchemy import ColumnElement, bindparam, func, literal_column, select, text

from provenance.model.article import ArticleHead
from provenance.model.claim import Claim
from provenance.storage import tables

LONGEST = 100_000
"""Characters of a claim that are searched; PostgreSQL refuses more than a megabyte of words in one row."""

KEY_LENGTH = 500
"""Characters of a key that are kept for finding; the whole key stands in the claim's body."""

_APOSTROPHES = re.compile("['’‘‛ʼʻʿʾʹ`´′\u02bd\u200c\u200d\u00ad]")
_NOT_A_WORD = re.compile("[^a-z0-9]+")
_PIECE = re.compile(r"\S+")


def findable(key: str) -> str:
    """A key as it is stored for finding: PostgreSQL keeps no NUL character, and indexes no more than 2,700 bytes."""
    return key.replace("\0", "")[:KEY_LENGTH]


def fold(words: str) -> str:
    """Lower-case Latin letters and digits, single spaces between: without diacritics, apostrophes and signs."""
    plain = _APOSTROPHES.sub("", words[:LONGEST])
    return _NOT_A_WORD.sub(" ", _APOSTROPHES.sub("", anyascii(plain)).lower()).strip()


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """A name folded for ordering and comparing; the same few names come again and again."""
    return fold(name)[:200]


def words_of(claim: Claim, head: ArticleHead) -> str:
    """Everything a search reads of a claim: its text, its sources in words, its outlet's name."""
    names = dict.fromkeys(a.origin_name for a in claim.attributions if a.origin_name)
    return fold("\n".join((claim.text, *names, head.outlet_name)))


def phrases(question: str) -> tuple[tuple[str, bool], ...]:
    """The question's pieces between white space, folded, and whether each may go on (`Idl*` finds `Idlib`).

    Nothing but a closing `*` has a meaning: quotation marks, percent signs and operators are only signs between words.
    """
    pieces = ((fold(piece), piece.endswith("*")) for piece in _PIECE.findall(question))
    return tuple(dict.fromkeys((words, more) for words, more in pieces if words))


def found(question: str, dialect: str) -> ColumnElement[bool] | None:
    """The condition on `queue.number` that all words of the question stand in the claim; None where it holds no word."""
    wanted = phrases(question)
    if not wanted:
        return None
    number = tables.queue.c.number
    if dialect == "sqlite":
        match = text("claim_search MATCH :words").bindparams(words=" ".join(f'"{words}"{"*" if more else ""}' for words, more in wanted))
        return number.in_(select(literal_column("rowid")).select_from(text("claim_search")).where(match))
    vector = func.to_tsvector(literal_column("'simple'"), tables.claim_words.c.words)
    query = func.to_tsquery(literal_column("'simple'"), bindparam("words", " & ".join(_as_tsquery(wanted))))
    return number.in_(select(tables.claim_words.c.number).where(vector.op("@@")(query)))


def _as_tsquery(wanted: Iterable[tuple[str, bool]]) -> list[str]:
    """Each phrase in PostgreSQL's notation; folded words hold letters and digits only, so nothing needs an escape."""
    return [f"({' <-> '.join(words.split())}{':*' if more else ''})" for words, more in wanted]
