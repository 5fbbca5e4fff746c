"""The first tables, the search index, and the triggers that keep the journal append-only."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SHOWN = sa.text("shown")

SQLITE = (
    # Words are searched in the folded column, without a second copy of it.
    "CREATE VIRTUAL TABLE claim_search USING fts5(words, content='claim_words', content_rowid='number', tokenize='ascii')",
    "CREATE TRIGGER claim_words_added AFTER INSERT ON claim_words BEGIN"
    " INSERT INTO claim_search(rowid, words) VALUES (NEW.number, NEW.words); END",
    "CREATE TRIGGER claim_words_removed AFTER DELETE ON claim_words BEGIN"
    " INSERT INTO claim_search(claim_search, rowid, words) VALUES ('delete', OLD.number, OLD.words); END",
    "CREATE TRIGGER claim_words_changed AFTER UPDATE ON claim_words BEGIN"
    " INSERT INTO claim_search(claim_search, rowid, words) VALUES ('delete', OLD.number, OLD.words);"
    " INSERT INTO claim_search(rowid, words) VALUES (NEW.number, NEW.words); END",
    *(
        f"CREATE TRIGGER {table}_never_{event} BEFORE {event} ON {table} {when} BEGIN"
        " SELECT RAISE(ABORT, 'the journal is append-only'); END"
        for table, same in (("journal", "id = NEW.id"), ("journal_claim", "entry = NEW.entry AND claim = NEW.claim"))
        for event, when in (
            ("UPDATE", ""),
            ("DELETE", ""),
            # INSERT OR REPLACE deletes without asking the trigger above, unless a pragma of the connection says so.
            ("INSERT", f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})"),  # noqa: S608
        )
    ),
)

POSTGRESQL = (
    "CREATE INDEX ix_claim_words_search ON claim_words USING gin (to_tsvector('simple', words))",
    "CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$",
    *(
        f"CREATE TRIGGER {table}_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only()"
        for table in ("journal", "journal_claim")
    ),
)


def upgrade() -> None:
    """Make everything."""
    _make_article()
    _make_claim_group()
    _make_journal()
    _make_origin()
    _make_claim()
    _make_journal_claim()
    _make_claim_conflict()
    _make_claim_origin()
    _make_claim_term()
    _make_claim_words()
    _make_note_in_force()
    _make_queue()
    _make_score()
    _make_verdict_in_force()
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(sa.text(statement.replace(":", r"\:")))


def _make_article() -> None:
    op.create_table(
        "article",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("outlet", KEY, nullable=False),
        sa.Column("outlet_name", sa.String(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("sentences", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_article")),
        sa.UniqueConstraint("id", name=op.f("uq_article_id")),
    )
    op.create_index("ix_article_outlet", "article", ["outlet", "outlet_name"], unique=False)


def _make_claim_group() -> None:
    op.create_table(
        "claim_group",
        sa.Column("id", KEY, nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_group")),
    )
    op.create_index("ix_claim_group_articles", "claim_group", ["articles", "claims", "id"], unique=False)
    op.create_index("ix_claim_group_standing", "claim_group", ["standing", "articles", "claims", "id"], unique=False)


def _make_journal() -> None:
    op.create_table(
        "journal",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reviewer", KEY, nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("article", KEY, nullable=True),
        sa.Column("undoes", NUMBER, nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["undoes"], ["journal.id"], name=op.f("fk_journal_undoes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
    )
    op.create_index(op.f("ix_journal_article"), "journal", ["article"], unique=False)
    op.create_index("ix_journal_reviewer", "journal", ["reviewer", "id"], unique=False)
    op.create_index("ix_journal_undoes", "journal", ["undoes", "id"], unique=False)


def _make_origin() -> None:
    op.create_table(
        "origin",
        sa.Column("key", KEY, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sourcing_type", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_origin")),
    )


def _make_claim() -> None:
    op.create_table(
        "claim",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("article", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.number"], name=op.f("fk_claim_article"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_claim")),
        sa.UniqueConstraint("id", name=op.f("uq_claim_id")),
    )
    op.create_index("ix_claim_article", "claim", ["article", "position"], unique=False)


def _make_journal_claim() -> None:
    op.create_table(
        "journal_claim",
        sa.Column("entry", NUMBER, nullable=False),
        sa.Column("claim", KEY, nullable=False),
        sa.Column("article", KEY, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["journal.id"], name=op.f("fk_journal_claim_entry")),
        sa.PrimaryKeyConstraint("entry", "claim", name=op.f("pk_journal_claim")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_journal_claim_article", "journal_claim", ["article", "entry"], unique=False)
    op.create_index("ix_journal_claim_claim", "journal_claim", ["claim", "entry"], unique=False)


def _make_claim_conflict() -> None:
    op.create_table(
        "claim_conflict",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("a", NUMBER, nullable=False),
        sa.Column("b", NUMBER, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["a"], ["claim.number"], name=op.f("fk_claim_conflict_a"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["b"], ["claim.number"], name=op.f("fk_claim_conflict_b"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_claim_conflict")),
    )
    op.create_index(op.f("ix_claim_conflict_a"), "claim_conflict", ["a"], unique=False)
    op.create_index(op.f("ix_claim_conflict_b"), "claim_conflict", ["b"], unique=False)


def _make_claim_origin() -> None:
    op.create_table(
        "claim_origin",
        sa.Column("key", KEY, nullable=False),
        sa.Column("claim", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim.number"], name=op.f("fk_claim_origin_claim"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "claim", name=op.f("pk_claim_origin")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_claim_origin_claim"), "claim_origin", ["claim"], unique=False)


def _make_claim_term() -> None:
    op.create_table(
        "claim_term",
        sa.Column("term", KEY, nullable=False),
        sa.Column("claim", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim.number"], name=op.f("fk_claim_term_claim"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("term", "claim", name=op.f("pk_claim_term")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_claim_term_claim"), "claim_term", ["claim"], unique=False)


def _make_claim_words() -> None:
    op.create_table(
        "claim_words",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["claim.number"], name=op.f("fk_claim_words_number"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_claim_words")),
    )


def _make_note_in_force() -> None:
    op.create_table(
        "note_in_force",
        sa.Column("entry", NUMBER, autoincrement=False, nullable=False),
        sa.Column("ref", KEY, nullable=False),
        sa.Column("article", KEY, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("claim", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["claim"], ["claim.number"], name=op.f("fk_note_in_force_claim"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("entry", "ref", name=op.f("pk_note_in_force")),
    )
    op.create_index("ix_note_in_force_article", "note_in_force", ["article"], unique=False)
    op.create_index("ix_note_in_force_claim", "note_in_force", ["claim"], unique=False)


def _make_queue() -> None:
    op.create_table(
        "queue",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("article", NUMBER, nullable=False),
        sa.Column("place", NUMBER, nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("outlet_sort", KEY, nullable=False),
        sa.Column("newest", sa.Integer(), nullable=False),
        sa.Column("group_id", KEY, nullable=True),
        sa.Column("support", sa.String(), nullable=False),
        sa.Column("conflict", sa.String(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("calm", sa.Integer(), nullable=False),
        sa.Column("sourcing_type", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("low", sa.Float(), nullable=False),
        sa.Column("high", sa.Float(), nullable=False),
        sa.Column("strong", sa.Float(), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.number"], name=op.f("fk_queue_article"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["number"], ["claim.number"], name=op.f("fk_queue_number"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_queue")),
    )
    op.create_index(op.f("ix_queue_article"), "queue", ["article"], unique=False)
    op.create_index("ix_queue_calm", "queue", ["calm", "low", "place", "number"], unique=False, sqlite_where=SHOWN, postgresql_where=SHOWN)
    op.create_index(
        "ix_queue_facets", "queue", ["outlet_sort", "standing", "sourcing_type"], unique=False, sqlite_where=SHOWN, postgresql_where=SHOWN
    )
    op.create_index("ix_queue_group_id", "queue", ["group_id"], unique=False)
    op.create_index("ix_queue_low", "queue", ["low", "place", "number"], unique=False, sqlite_where=SHOWN, postgresql_where=SHOWN)
    op.create_index("ix_queue_newest", "queue", ["newest", "place", "number"], unique=False, sqlite_where=SHOWN, postgresql_where=SHOWN)
    op.create_index(
        "ix_queue_outlet_sort", "queue", ["outlet_sort", "place", "number"], unique=False, sqlite_where=SHOWN, postgresql_where=SHOWN
    )
    op.create_index("ix_queue_place", "queue", ["place", "number"], unique=False, sqlite_where=SHOWN, postgresql_where=SHOWN)
    op.create_index(
        "ix_queue_standing", "queue", ["standing", "low", "place", "number"], unique=False, sqlite_where=SHOWN, postgresql_where=SHOWN
    )
    op.create_index("ix_queue_strong", "queue", ["strong", "place", "number"], unique=False, sqlite_where=SHOWN, postgresql_where=SHOWN)
    op.create_index(
        "ix_queue_type", "queue", ["sourcing_type", "low", "place", "number"], unique=False, sqlite_where=SHOWN, postgresql_where=SHOWN
    )


def _make_score() -> None:
    op.create_table(
        "score",
        sa.Column("claim", NUMBER, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim.number"], name=op.f("fk_score_claim"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("claim", name=op.f("pk_score")),
    )


def _make_verdict_in_force() -> None:
    op.create_table(
        "verdict_in_force",
        sa.Column("ref", KEY, nullable=False),
        sa.Column("reviewer", KEY, nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("entry", NUMBER, nullable=False),
        sa.Column("article", KEY, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("claim", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["claim"], ["claim.number"], name=op.f("fk_verdict_in_force_claim"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("ref", "reviewer", name=op.f("pk_verdict_in_force")),
    )
    op.create_index("ix_verdict_in_force_article", "verdict_in_force", ["article"], unique=False)
    op.create_index("ix_verdict_in_force_reviewer", "verdict_in_force", ["reviewer", "claim", "verdict"], unique=False)
    op.create_index("uq_verdict_in_force_claim", "verdict_in_force", ["claim", "reviewer"], unique=True)
