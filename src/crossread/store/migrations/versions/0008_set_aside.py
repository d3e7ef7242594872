"""Documents that speak no more: another took their place, or they were withdrawn. And a search that follows a new title."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

SQLITE_SEARCH = """
CREATE TRIGGER documents_retitled AFTER UPDATE OF title ON documents BEGIN
    INSERT INTO document_search(document_search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
    INSERT INTO document_search(rowid, title, text) VALUES (new.number, new.title, new.text); END
"""


def upgrade() -> None:
    """Make the table. PostgreSQL's index of words is of the columns themselves and follows by itself."""
    op.create_table(
        "set_aside",
        sa.Column("document_id", sa.String(40), sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("superseded_by", sa.String(40), sa.ForeignKey("documents.id"), index=True),
        sa.Column("reason", sa.Text),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("made_at", sa.String(40), nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(SQLITE_SEARCH)
