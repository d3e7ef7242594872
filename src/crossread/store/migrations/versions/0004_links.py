"""What linking left behind, so that new claims are linked without comparing all others again.

All of it is derived and can be dropped: which claims are linked, the blocks each stands in, the bonds between claims, and in
how many documents each word stood when words were last counted.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, Float, ForeignKey, Integer, String, Text

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; they stay empty until incidents are derived again."""
    op.create_table("linked_claims", Column("number", Integer, ForeignKey("claims.number"), primary_key=True))
    op.create_table(
        "link_blocks",
        Column("block", BigInteger, primary_key=True),
        Column("number", Integer, ForeignKey("claims.number"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("blocks_by_claim", "link_blocks", ["number"])
    op.create_table(
        "link_bonds",
        Column("a", String(80), primary_key=True),
        Column("b", String(80), primary_key=True),
        Column("log_odds", Float, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("bonds_by_second", "link_bonds", ["b"])
    op.create_table(
        "word_counts",
        Column("kind", String(8), primary_key=True),
        Column("word", Text, primary_key=True),
        Column("documents", Integer, nullable=False),
        sqlite_with_rowid=False,
    )
