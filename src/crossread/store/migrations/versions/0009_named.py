"""Documents by the name of their file, so that reading can tell a file that was changed since it was read."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Index the names."""
    op.create_index("ix_documents_name", "documents", ["name"])
