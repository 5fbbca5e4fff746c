"""The archive's tables: what is kept of articles, claims, groups and decisions, and by what it is found.

A value is kept whole as JSON in `body`; the other columns exist to find, order and count it. The text of articles and
claims stands only inside `body`, where PostgreSQL, too, can hold a NUL character. `number` columns order rows as they
came in; they mean nothing outside the database and may change when an article is read anew.
"""

from datetime import datetime

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Integer, MetaData, String, Table, Text, text
from sqlalchemy.orm import registry
from sqlmodel import Field, Index, SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

Key = String().with_variant(String(collation="C"), "postgresql")
"""Text that is compared byte by byte in both databases, so that an order is the same everywhere."""

Number = BigInteger().with_variant(Integer(), "sqlite")
"""A row's number; SQLite stores a row under it only when the type is spelt INTEGER."""


class Row(SQLModel, registry=registry(metadata=MetaData(naming_convention=NAMES))):
    """What all tables share: a registry of their own, so that they never mix with a caller's tables."""


def _number_of(table: str, *, primary: bool = False, index: bool = False) -> Column[int]:
    """A column that refers to a row of another table and goes with it."""
    return Column(Number, ForeignKey(f"{table}.number", ondelete="CASCADE"), primary_key=primary, index=index, nullable=False)


def _own_number() -> Column[int]:
    """A number that the archive gives out itself, under the lock that every writer holds."""
    return Column(Number, primary_key=True, autoincrement=False)


class ArticleRow(Row, table=True):
    """An article whole, the head that tracing needs, and its sentences with what was read in them."""

    __tablename__ = "article"
    __table_args__ = (Index("ix_article_outlet", "outlet", "outlet_name"),)
    number: int = Field(sa_column=_own_number())
    id: str = Field(sa_column=Column(Key, unique=True, nullable=False))
    outlet: str = Field(sa_column=Column(Key, nullable=False))
    outlet_name: str
    withdrawn: bool
    head: str = Field(sa_type=Text)
    body: str = Field(sa_type=Text)
    sentences: str = Field(sa_type=Text)


class ClaimRow(Row, table=True):
    """A claim whole."""

    __tablename__ = "claim"
    __table_args__ = (Index("ix_claim_article", "article", "position"),)
    number: int = Field(sa_column=_own_number())
    id: str = Field(sa_column=Column(Key, unique=True, nullable=False))
    article: int = Field(sa_column=_number_of("article"))
    position: int
    start: int
    stop: int
    body: str = Field(sa_type=Text)


_shown = text("shown")


def _order(*columns: str) -> Index:
    """An index in which one order of the queue is read off, page by page, without sorting."""
    return Index(f"ix_queue_{columns[0]}", *columns, "place", "number", sqlite_where=_shown, postgresql_where=_shown)


class QueueRow(Row, table=True):
    """A claim as the queue sees it: slim, so that a million can be filtered, ordered and counted.

    Every order ascends, so that one comparison of rows says what comes next. `place` is the article's number and the
    claim's position in one; `strong` is `-low`; `newest` is minus the ordinal of the last possible day of publication,
    0 where it is unknown; `calm` is 0 for contested claims, 1 for reconcilable ones, 2 for the others; `outlet_sort` is
    the outlet's folded name followed by its key. Claims of withdrawn articles are not `shown`.
    """

    __tablename__ = "queue"
    __table_args__ = (
        _order("low"),
        _order("strong"),
        _order("newest"),
        _order("outlet_sort"),
        _order("calm", "low"),
        Index("ix_queue_place", "place", "number", sqlite_where=_shown, postgresql_where=_shown),
        Index("ix_queue_facets", "outlet_sort", "standing", "sourcing_type", sqlite_where=_shown, postgresql_where=_shown),
        Index("ix_queue_standing", "standing", "low", "place", "number", sqlite_where=_shown, postgresql_where=_shown),
        Index("ix_queue_type", "sourcing_type", "low", "place", "number", sqlite_where=_shown, postgresql_where=_shown),
        Index("ix_queue_group_id", "group_id"),
    )
    number: int = Field(sa_column=_number_of("claim", primary=True))
    article: int = Field(sa_column=_number_of("article", index=True))
    place: int = Field(sa_column=Column(Number, nullable=False))
    shown: bool
    outlet_sort: str = Field(sa_column=Column(Key, nullable=False))
    newest: int
    group_id: str | None = Field(default=None, sa_column=Column(Key, nullable=True))
    support: str
    conflict: str
    standing: str
    calm: int
    sourcing_type: str
    value: float = Field(sa_type=Float)
    low: float = Field(sa_type=Float)
    high: float = Field(sa_type=Float)
    strong: float = Field(sa_type=Float)
    grade: str


class WordsRow(Row, table=True):
    """What a search reads of a claim: its text, its sources' words and its outlet's name, folded."""

    __tablename__ = "claim_words"
    number: int = Field(sa_column=_number_of("claim", primary=True))
    words: str = Field(sa_type=Text)


class TermRow(Row, table=True):
    """A rare term under which a claim is found when another is compared with the archive; with the week where that is known."""

    __tablename__ = "claim_term"
    __table_args__ = ({"sqlite_with_rowid": False},)
    term: str = Field(sa_column=Column(Key, primary_key=True))
    claim: int = Field(sa_column=_number_of("claim", primary=True, index=True))


class OriginRow(Row, table=True):
    """An origin that a claim shows."""

    __tablename__ = "claim_origin"
    __table_args__ = ({"sqlite_with_rowid": False},)
    key: str = Field(sa_column=Column(Key, primary_key=True))
    claim: int = Field(sa_column=_number_of("claim", primary=True, index=True))


class PartRow(Row, table=True):
    """What part a source has in a claim: see `model.reliability.Part`."""

    __tablename__ = "claim_source"
    __table_args__ = ({"sqlite_with_rowid": False},)
    key: str = Field(sa_column=Column(Key, primary_key=True))
    claim: int = Field(sa_column=_number_of("claim", primary=True, index=True))
    speaks: bool
    answers: bool
    publishes: bool
    repeats: bool


class VoiceRow(Row, table=True):
    """How an origin was last called, and in what capacity it spoke."""

    __tablename__ = "origin"
    key: str = Field(sa_column=Column(Key, primary_key=True))
    name: str
    sourcing_type: str


class WeighingRow(Row, table=True):
    """What a method makes of all claims of one kind of case, whole, with what the queue shows of it.

    `key` is a hash of method and case; `digest` is the method's digest and version, `facts` the case as scoring wrote it down.
    """

    __tablename__ = "weighing"
    number: int = Field(sa_column=_own_number())
    key: str = Field(sa_column=Column(Key, unique=True, nullable=False))
    digest: str = Field(sa_column=Column(Key, index=True, nullable=False))
    facts: str = Field(sa_type=Text)
    value: float = Field(sa_type=Float)
    low: float = Field(sa_type=Float)
    high: float = Field(sa_type=Float)
    grade: str
    body: str = Field(sa_type=Text)


class ScoreRow(Row, table=True):
    """A claim's score: the weighing of its kind of case, and the names and words that are the claim's own."""

    __tablename__ = "score"
    claim: int = Field(sa_column=_number_of("claim", primary=True))
    weighing: int = Field(sa_column=Column(Number, index=True, nullable=False))
    particulars: str = Field(sa_type=Text)


class GroupRow(Row, table=True):
    """A group of claims, whole, with the counts that the queue shows."""

    __tablename__ = "claim_group"
    __table_args__ = (
        Index("ix_claim_group_articles", "articles", "claims", "id"),
        Index("ix_claim_group_standing", "standing", "articles", "claims", "id"),
    )
    id: str = Field(sa_column=Column(Key, primary_key=True))
    standing: str
    articles: int
    claims: int
    origins: int
    body: str = Field(sa_type=Text)


class ConflictRow(Row, table=True):
    """Two claims that differ, whole."""

    __tablename__ = "claim_conflict"
    number: int = Field(sa_column=_own_number())
    a: int = Field(sa_column=_number_of("claim", index=True))
    b: int = Field(sa_column=_number_of("claim", index=True))
    body: str = Field(sa_type=Text)


class JournalRow(Row, table=True):
    """One decision, whole. Triggers forbid to change or delete it."""

    __tablename__ = "journal"
    __table_args__ = (
        Index("ix_journal_reviewer", "reviewer", "id"),
        Index("ix_journal_undoes", "undoes", "id"),
        Index("ix_journal_source", "source", "id"),
    )
    id: int = Field(sa_column=_own_number())
    at: datetime = Field(sa_type=UTCDateTime)
    reviewer: str = Field(sa_column=Column(Key, nullable=False))
    action: str
    article: str | None = Field(default=None, sa_column=Column(Key, nullable=True, index=True))
    undoes: int | None = Field(default=None, sa_column=Column(Number, ForeignKey("journal.id"), nullable=True))
    body: str = Field(sa_type=Text)
    source: str | None = Field(default=None, sa_column=Column(Key, nullable=True))


class JournalClaimRow(Row, table=True):
    """A claim that a decision is about, by id, article and place, for it must outlive the claim's row."""

    __tablename__ = "journal_claim"
    __table_args__ = (
        Index("ix_journal_claim_claim", "claim", "entry"),
        Index("ix_journal_claim_article", "article", "entry"),
        {"sqlite_with_rowid": False},
    )
    entry: int = Field(sa_column=Column(Number, ForeignKey("journal.id"), primary_key=True))
    claim: str = Field(sa_column=Column(Key, primary_key=True))
    article: str = Field(sa_column=Column(Key, nullable=False))
    start: int
    stop: int


def _decided_about() -> Column[int]:
    """The claim that shows a decision today; empty while no claim stands at that place."""
    return Column(Number, ForeignKey("claim.number", ondelete="SET NULL"), nullable=True)


class VerdictRow(Row, table=True):
    """The verdict in force of one reviewer on one claim of the journal, and the claim of today that shows it.

    Computed from the journal with each entry. Of several old claims that one claim of today covers, the one with the
    last decision is shown.
    """

    __tablename__ = "verdict_in_force"
    __table_args__ = (
        Index("uq_verdict_in_force_claim", "claim", "reviewer", unique=True),
        Index("ix_verdict_in_force_reviewer", "reviewer", "claim", "verdict"),
        Index("ix_verdict_in_force_article", "article"),
    )
    ref: str = Field(sa_column=Column(Key, primary_key=True))
    reviewer: str = Field(sa_column=Column(Key, primary_key=True))
    verdict: str
    entry: int = Field(sa_column=Column(Number, nullable=False))
    article: str = Field(sa_column=Column(Key, nullable=False))
    start: int
    stop: int
    claim: int | None = Field(default=None, sa_column=_decided_about())


class NoteRow(Row, table=True):
    """A note in force, and the claim of today that shows it."""

    __tablename__ = "note_in_force"
    __table_args__ = (Index("ix_note_in_force_claim", "claim"), Index("ix_note_in_force_article", "article"))
    entry: int = Field(sa_column=Column(Number, primary_key=True, autoincrement=False))
    ref: str = Field(sa_column=Column(Key, primary_key=True))
    article: str = Field(sa_column=Column(Key, nullable=False))
    start: int
    stop: int
    claim: int | None = Field(default=None, sa_column=_decided_about())


class LetterRow(Row, table=True):
    """The letter in force of a source, with the entry of the journal that gave it."""

    __tablename__ = "letter_in_force"
    key: str = Field(sa_column=Column(Key, primary_key=True))
    entry: int = Field(sa_column=Column(Number, nullable=False))


def _table(row: type[Row]) -> Table:
    """The table behind a row class, as Core statements want it."""
    return Row.metadata.tables[str(row.__tablename__)]


article = _table(ArticleRow)
claim = _table(ClaimRow)
queue = _table(QueueRow)
claim_words = _table(WordsRow)
claim_term = _table(TermRow)
claim_origin = _table(OriginRow)
claim_source = _table(PartRow)
origin = _table(VoiceRow)
weighing = _table(WeighingRow)
score = _table(ScoreRow)
claim_group = _table(GroupRow)
claim_conflict = _table(ConflictRow)
journal = _table(JournalRow)
journal_claim = _table(JournalClaimRow)
verdict_in_force = _table(VerdictRow)
note_in_force = _table(NoteRow)
letter_in_force = _table(LetterRow)
