"""Full-text search over the title and text of documents; documents already in the store are indexed too.

Both sides fold case and accents (Ménaka is found by menaka). SQLite: an FTS5 index that points at the documents table, so no
text stands twice. PostgreSQL: a GIN index over the first 400,000 characters, because a tsvector may not pass 1 MB.
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SQLITE = (
    """
    CREATE VIRTUAL TABLE document_search USING fts5(
        title, text, content='documents', content_rowid='number', tokenize='unicode61 remove_diacritics 2')
    """,
    """
    CREATE TRIGGER documents_into_search AFTER INSERT ON documents BEGIN
        INSERT INTO document_search(rowid, title, text) VALUES (new.number, new.title, new.text); END
    """,
    "INSERT INTO document_search(document_search) VALUES ('rebuild')",
)

POSTGRES = (
    r"""
    CREATE FUNCTION crossread_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT regexp_replace(normalize(lower(words), NFKD), '[\u0300-\u036f]', '', 'g') $$
    """,
    """
    CREATE FUNCTION crossread_words(title text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT to_tsvector('simple'::regconfig, crossread_fold(coalesce(title, '') || ' ' || left(body, 400000))) $$
    """,
    "CREATE INDEX document_search ON documents USING gin (crossread_words(title, text))",
)


def upgrade() -> None:
    """Make the index and fill it."""
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRES:
        op.execute(statement)
