"""Scores in two parts: what a method makes of each kind of case, kept once, and the particulars of each claim.

Scores are computed, never decided: those of the old form are given anew at the next opening, which the one row says that is left here.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Put the new tables in place of the old one."""
    scored = op.get_bind().execute(sa.text("SELECT EXISTS (SELECT 1 FROM score)")).scalar()
    op.drop_table("score")
    weighing = op.create_table(
        "weighing",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("digest", KEY, nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("low", sa.Float(), nullable=False),
        sa.Column("high", sa.Float(), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_weighing")),
        sa.UniqueConstraint("key", name=op.f("uq_weighing_key")),
    )
    op.create_index(op.f("ix_weighing_digest"), "weighing", ["digest"], unique=False)
    op.create_table(
        "score",
        sa.Column("claim", NUMBER, nullable=False),
        sa.Column("weighing", NUMBER, nullable=False),
        sa.Column("particulars", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim.number"], name=op.f("fk_score_claim"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("claim", name=op.f("pk_score")),
    )
    op.create_index(op.f("ix_score_weighing"), "score", ["weighing"], unique=False)
    if scored:
        unknown = {"value": 0.5, "low": 0.0, "high": 1.0, "grade": "F6", "body": "{}"}
        op.bulk_insert(weighing, [{"number": 1, "key": "", "digest": "", "facts": "", **unknown}])
