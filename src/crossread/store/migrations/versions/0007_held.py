"""What an incident's id held before it came to lead to another, so that parting the two again gives it its own part back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; of ids that lead elsewhere already, their anchor is all that is known."""
    op.add_column("incident_ids", sa.Column("held", sa.Text))
