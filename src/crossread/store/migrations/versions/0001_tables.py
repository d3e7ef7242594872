"""The first tables: raw files, documents, claims, judgements, rejections, incidents.

The columns are written out here, not taken from `tables`, because a released change must go on making what it made.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

BODY = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Make the tables and lock the judgements."""
    _make_inputs()
    _make_claims()
    _make_decisions()
    _make_incidents()
    _lock_judgements()


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer, primary_key=True, autoincrement=True)


def _make_inputs() -> None:
    op.create_table(
        "raw_files",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("codec", sa.String(8), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "documents",
        _number(),
        sa.Column("id", sa.String(40), nullable=False, unique=True),
        sa.Column("external_id", sa.Text),
        sa.Column("source", sa.Text, index=True),
        sa.Column("url", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("language", sa.String(16)),
        sa.Column("published", sa.Date, index=True),
        sa.Column("published_from", sa.String(16)),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("raw_files.sha256"), index=True),
        sa.Column("reader", sa.String(80), nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("added_at", sa.String(40), nullable=False),
    )
    op.create_table("meta", sa.Column("key", sa.String(80), primary_key=True), sa.Column("value", sa.Text, nullable=False))


def _make_claims() -> None:
    op.create_table(
        "extractions",
        _number(),
        sa.Column("document_id", sa.String(40), sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("made_by", sa.String(80), nullable=False),
        sa.Column("done", sa.Boolean, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("added_at", sa.String(40), nullable=False),
        sa.UniqueConstraint("document_id", "made_by", name="one_extraction_per_maker"),
    )
    op.create_table(
        "claims",
        _number(),
        sa.Column("id", sa.String(80), nullable=False, unique=True),
        sa.Column("document_id", sa.String(40), sa.ForeignKey("documents.id"), nullable=False, index=True),
        sa.Column("made_by", sa.String(80), nullable=False),
        sa.Column("type", sa.String(40), nullable=False),
        sa.Column("scope", sa.String(16), nullable=False),
        sa.Column("country", sa.String(2)),
        sa.Column("earliest", sa.Date),
        sa.Column("latest", sa.Date),
        sa.Column("score", sa.Float),
        sa.Column("body", BODY, nullable=False),
    )
    op.create_index("claims_by_type_and_day", "claims", ["type", "earliest"])
    op.create_table(
        "wording",
        _number(),
        sa.Column("document_id", sa.String(40), sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("made_by", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("about", sa.Text),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("score", sa.Float),
        sa.UniqueConstraint("document_id", "made_by", "kind", "start", "end", name="one_row_per_expression"),
    )


def _make_decisions() -> None:
    op.create_table(
        "judgements",
        _number(),
        sa.Column("id", sa.String(80), nullable=False, unique=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(80), nullable=False, index=True),
        sa.Column("other", sa.String(80), index=True),
        sa.Column("slot", sa.Text),
        sa.Column("value", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("made_at", sa.String(40), nullable=False),
        sa.Column("prev_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False, unique=True),
    )
    op.create_table(
        "rejections",
        _number(),
        sa.Column("key", sa.String(64), nullable=False, unique=True),
        sa.Column("step", sa.String(24), nullable=False, index=True),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("reason", sa.String(80), nullable=False, index=True),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64)),
        sa.Column("added_at", sa.String(40), nullable=False),
    )


def _make_incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", sa.String(80), primary_key=True),
        sa.Column("type", sa.String(40), nullable=False, index=True),
        sa.Column("grade", sa.String(16), nullable=False, index=True),
        sa.Column("policy", sa.String(80), nullable=False),
        sa.Column("country", sa.String(2), index=True),
        sa.Column("earliest", sa.Date, index=True),
        sa.Column("latest", sa.Date),
        sa.Column("place_key", sa.Text, nullable=False),
        sa.Column("actors_key", sa.Text, nullable=False),
        sa.Column("sources_key", sa.Text, nullable=False),
        sa.Column("body", BODY, nullable=False),
    )
    op.create_table(
        "incident_claims",
        sa.Column("incident_id", sa.String(80), sa.ForeignKey("incidents.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("claim_id", sa.String(80), sa.ForeignKey("claims.id"), primary_key=True),
        sa.Column("document_id", sa.String(40), sa.ForeignKey("documents.id"), nullable=False, index=True),
    )
    op.create_index("incidents_by_claim", "incident_claims", ["claim_id"])
    op.create_table(
        "incident_ids",
        _number(),
        sa.Column("id", sa.String(80), nullable=False, unique=True),
        sa.Column("anchor", sa.String(80), nullable=False, index=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("redirect_to", sa.String(80)),
        sa.Column("reason", sa.Text),
        sa.Column("changed_at", sa.String(40), nullable=False),
    )


SQLITE_LOCK = """
CREATE TRIGGER judgements_refuse_{verb} BEFORE {verb} ON judgements
BEGIN SELECT RAISE(ABORT, 'judgements are append-only: add an undo instead'); END
"""

POSTGRES_LOCK = """
CREATE FUNCTION judgements_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'judgements are append-only: add an undo instead'; END $$;
CREATE TRIGGER judgements_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON judgements
FOR EACH STATEMENT EXECUTE FUNCTION judgements_refuse();
"""


def _lock_judgements() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(SQLITE_LOCK.format(verb=verb))
    else:
        op.execute(POSTGRES_LOCK)
