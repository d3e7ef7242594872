"""The tables of a store, as SQLAlchemy Core sees them; the migrations make them."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData()

Body = JSON().with_variant(JSONB(), "postgresql")

raw_files = Table(
    "raw_files",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("codec", String(8), nullable=False),
    Column("content", LargeBinary, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(40), nullable=False, unique=True),
    Column("external_id", Text),
    Column("source", Text, index=True),
    Column("url", Text),
    Column("title", Text),
    Column("language", String(16)),
    Column("published", Date, index=True),
    Column("published_from", String(16)),
    Column("sha256", String(64), ForeignKey("raw_files.sha256"), index=True),
    Column("reader", String(80), nullable=False),
    Column("name", Text, index=True),
    Column("text", Text, nullable=False),
    Column("added_at", String(40), nullable=False),
)

set_aside = Table(
    "set_aside",
    metadata,
    Column("document_id", String(40), ForeignKey("documents.id"), primary_key=True),
    Column("superseded_by", String(40), ForeignKey("documents.id"), index=True),
    Column("reason", Text),
    Column("made_by", Text, nullable=False),
    Column("made_at", String(40), nullable=False),
)

extractions = Table(
    "extractions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("document_id", String(40), ForeignKey("documents.id"), nullable=False),
    Column("made_by", String(80), nullable=False),
    Column("done", Boolean, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("added_at", String(40), nullable=False),
    UniqueConstraint("document_id", "made_by", name="one_extraction_per_maker"),
)

claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(80), nullable=False, unique=True),
    Column("document_id", String(40), ForeignKey("documents.id"), nullable=False, index=True),
    Column("made_by", String(80), nullable=False),
    Column("type", String(40), nullable=False),
    Column("scope", String(16), nullable=False),
    Column("country", String(2)),
    Column("earliest", Date),
    Column("latest", Date),
    Column("score", Float),
    Column("body", Body, nullable=False),
    Index("claims_by_type_and_day", "type", "earliest"),
)

wording = Table(
    "wording",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("document_id", String(40), ForeignKey("documents.id"), nullable=False),
    Column("made_by", String(80), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("about", Text),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("score", Float),
    UniqueConstraint("document_id", "made_by", "kind", "start", "end", name="one_row_per_expression"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(80), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("subject", String(80), nullable=False, index=True),
    Column("other", String(80), index=True),
    Column("slot", Text),
    Column("value", Text),
    Column("reason", Text),
    Column("made_by", Text, nullable=False),
    Column("made_at", String(40), nullable=False),
    Column("prev_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
)

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False),
    Column("who", Text, nullable=False),
    Column("action", String(24), nullable=False),
    Column("subject", Text),
    Column("detail", Text, nullable=False),
    Column("prev_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
)

users = Table(
    "users",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    Column("password", Text, nullable=False),
    Column("disabled", Boolean, nullable=False),
    Column("made_at", String(40), nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("user", Text, ForeignKey("users.name"), nullable=False),
    Column("made_at", String(40), nullable=False),
    Column("until", String(40), nullable=False),
)

read_tokens = Table(
    "read_tokens",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("user", Text, ForeignKey("users.name"), nullable=False),
    Column("label", Text, nullable=False),
    Column("made_at", String(40), nullable=False),
    Column("until", String(40), nullable=False),
    Column("revoked", Boolean, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    Column("subject", String(80), primary_key=True),
    Column("holder", Text, nullable=False),
    Column("until", String(40), nullable=False),
)

rejections = Table(
    "rejections",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("step", String(24), nullable=False, index=True),
    Column("subject", Text, nullable=False),
    Column("reason", String(80), nullable=False, index=True),
    Column("message", Text, nullable=False),
    Column("sha256", String(64)),
    Column("added_at", String(40), nullable=False),
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("type", String(40), nullable=False, index=True),
    Column("grade", String(16), nullable=False, index=True),
    Column("policy", String(80), nullable=False),
    Column("country", String(2), index=True),
    Column("earliest", Date, index=True),
    Column("latest", Date),
    Column("place_key", Text, nullable=False),
    Column("actors_key", Text, nullable=False),
    Column("sources_key", Text, nullable=False),
    Column("body", Body, nullable=False),
    Column("place", Text),
    Column("longitude", Float),
    Column("latitude", Float),
    Column("place_precision", String(16)),
    Column("day_precision", String(16)),
    Column("accounts", Integer, nullable=False, server_default="0"),
    Column("tags", Text, nullable=False, server_default="\n"),
)

incident_claims = Table(
    "incident_claims",
    metadata,
    Column("incident_id", String(80), ForeignKey("incidents.id", ondelete="CASCADE"), primary_key=True),
    Column("claim_id", String(80), ForeignKey("claims.id"), primary_key=True),
    Column("document_id", String(40), ForeignKey("documents.id"), nullable=False, index=True),
    Index("incidents_by_claim", "claim_id"),
)

incident_ids = Table(
    "incident_ids",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(80), nullable=False, unique=True),
    Column("anchor", String(80), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("redirect_to", String(80)),
    Column("reason", Text),
    Column("changed_at", String(40), nullable=False),
    Column("held", Text),
)

linked_claims = Table("linked_claims", metadata, Column("number", Integer, ForeignKey("claims.number"), primary_key=True))

link_blocks = Table(
    "link_blocks",
    metadata,
    Column("block", BigInteger, primary_key=True),
    Column("number", Integer, ForeignKey("claims.number"), primary_key=True, index=True),
)

link_bonds = Table(
    "link_bonds",
    metadata,
    Column("a", String(80), primary_key=True),
    Column("b", String(80), primary_key=True, index=True),
    Column("log_odds", Float, nullable=False),
)

word_counts = Table(
    "word_counts",
    metadata,
    Column("kind", String(8), primary_key=True),
    Column("word", Text, primary_key=True),
    Column("documents", Integer, nullable=False),
)

meta = Table(
    "meta",
    metadata,
    Column("key", String(80), primary_key=True),
    Column("value", Text, nullable=False),
)
