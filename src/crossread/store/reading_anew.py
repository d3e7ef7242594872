"""A document that is read again by the extractor that read it, because its language was taken wrongly.

Its id stays, and so would those of claims on the same words. What the extractor finds now takes the place of what it found: a
claim that it finds again is kept under its id as it is now, one that it does not is kept beside, under another maker, and
speaks no more, so that what people decided about it finds its way to the claim on the same words.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, false, insert, select, update

from crossread.records import Extraction
from crossread.store.claims import claim_row, insert_extraction
from crossread.store.clock import now
from crossread.store.tables import claims, extractions, wording


def replace_extraction(connection: Connection, extraction: Extraction, *, read_as: str | None) -> None:
    """Let an extraction speak in the place of what the same maker found in the document as one in `read_as`."""
    _set_aside(connection, extraction, f"{extraction.made_by} as {read_as or 'any'}")
    insert_extraction(connection, extraction, done=True)
    for claim in extraction.claims:
        connection.execute(update(claims).where(claims.c.id == claim.id).values(**claim_row(claim)))


def _set_aside(connection: Connection, extraction: Extraction, maker: str) -> None:
    """Give what the maker found before to another one, who speaks for nothing."""
    mine = claims.c.document_id == extraction.document_id, claims.c.made_by == extraction.made_by
    found = {claim.id for claim in extraction.claims}
    for row in connection.execute(select(claims.c.id, claims.c.body).where(*mine)).all():
        if row.id not in found:
            change = update(claims).where(claims.c.id == row.id)
            connection.execute(change.values(made_by=maker, body={**row.body, "made_by": maker}))
    of_document = wording.c.document_id == extraction.document_id
    connection.execute(delete(wording).where(of_document, wording.c.made_by == maker))
    connection.execute(update(wording).where(of_document, wording.c.made_by == extraction.made_by).values(made_by=maker))
    _enter(connection, extraction.document_id, maker)


def _enter(connection: Connection, document_id: str, maker: str) -> None:
    known = extractions.c.document_id == document_id, extractions.c.made_by == maker
    if connection.execute(select(extractions.c.number).where(*known)).first() is not None:
        connection.execute(update(extractions).where(*known).values(current=false()))
        return
    row: dict[str, Any] = {"document_id": document_id, "made_by": maker, "done": True, "current": False, "added_at": now()}
    connection.execute(insert(extractions), [row])
