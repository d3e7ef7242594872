"""Finding documents by their words: case and accents do not count, words in double quotes stand side by side."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, and_, column, false, func, select, table, text

from crossread.store.ids import fold
from crossread.store.passages import parse_terms
from crossread.store.tables import documents


def matches(connection: Connection, words: str) -> Any:
    """A condition on `documents`: title and text together hold every term. Nothing matches a query without a term."""
    terms = parse_terms(words)
    if not terms:
        return false()
    if connection.dialect.name == "sqlite":
        index = table("document_search", column("rowid"))
        query = " AND ".join(f'"{term}"' for term in terms)
        found = select(index.c.rowid).where(text("document_search MATCH :words").bindparams(words=query))
        return documents.c.number.in_(found)
    indexed = func.crossread_words(documents.c.title, documents.c.text)
    conditions = [indexed.op("@@")(func.phraseto_tsquery(text("'simple'"), fold(term))) for term in terms]
    return and_(*conditions)
