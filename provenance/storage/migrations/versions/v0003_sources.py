"""What part each source has in each claim, and the letters that people give sources.

Parts are computed with the scores, so scores that are there are marked to be given anew at the next opening.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the tables, and to the journal a column by which the letters of one source are found."""
    op.create_table(
        "claim_source",
        sa.Column("key", KEY, nullable=False),
        sa.Column("claim", NUMBER, nullable=False),
        sa.Column("speaks", sa.Boolean(), nullable=False),
        sa.Column("answers", sa.Boolean(), nullable=False),
        sa.Column("publishes", sa.Boolean(), nullable=False),
        sa.Column("repeats", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim.number"], name=op.f("fk_claim_source_claim"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "claim", name=op.f("pk_claim_source")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_claim_source_claim"), "claim_source", ["claim"], unique=False)
    op.create_table(
        "letter_in_force",
        sa.Column("key", KEY, nullable=False),
        sa.Column("entry", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_letter_in_force")),
    )
    op.add_column("journal", sa.Column("source", KEY, nullable=True))
    op.create_index("ix_journal_source", "journal", ["source", "id"], unique=False)
    op.execute(sa.text("UPDATE weighing SET digest = '', facts = ''"))
