"""Documents that were corrected or withdrawn: which one speaks in whose place, who said so and why.

Each change enters the audit log in the same transaction. From a document that stands no way leads on, and one that takes a
place has its own back, so that no two ever lead to each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import delete, insert, select

from crossread.records import Document, Extraction, SetAside
from crossread.store import documents
from crossread.store.audit import insert_entry
from crossread.store.clock import now
from crossread.store.pages import Reading
from crossread.store.reading_anew import replace_extraction
from crossread.store.set_aside import find_former, find_set_aside, find_successors, to_set_aside
from crossread.store.tables import set_aside

AMEND, WITHDRAW, RESTORE = "amend", "withdraw", "restore"
Changes = Mapping[str, tuple[str | None, str | None]]


class Amendments:
    """Which documents of a store were set aside, and what is done to set one aside or let it speak again."""

    def __init__(self, reading: Reading, writing: Reading) -> None:
        self._reading = reading
        self._writing = writing

    def supersede(self, old: str, new: str, *, changes: Changes, reason: str | None, by: str) -> None:
        """Let `new` speak in the place of `old`, from this moment on; both are in the store, and `old` stands."""
        with self._writing() as connection:
            connection.execute(delete(set_aside).where(set_aside.c.document_id == new))
            connection.execute(insert(set_aside), [_row(old, new, reason, by)])
            detail = _detail(reason, was=old, changed={name: list(pair) for name, pair in changes.items()})
            insert_entry(connection, who=by, action=AMEND, subject=new, detail=detail)

    def rename(self, document: Document, *, changes: Changes, reason: str | None, by: str) -> None:
        """Give a document the title, address and language of the one in hand; what it had stands in the audit log."""
        with self._writing() as connection:
            documents.rewrite_naming(connection, document)
            detail = _detail(reason, changed={name: list(pair) for name, pair in changes.items()})
            insert_entry(connection, who=by, action=AMEND, subject=document.id, detail=detail)

    def read_anew(self, extraction: Extraction, *, read_as: str | None) -> None:
        """Let what an extractor finds now speak in the place of what it found in the document as one in `read_as`."""
        with self._writing() as connection:
            replace_extraction(connection, extraction, read_as=read_as)

    def withdraw(self, document_id: str, *, reason: str, by: str) -> None:
        """Let a document that stands speak no more, and nothing in its place."""
        with self._writing() as connection:
            connection.execute(insert(set_aside), [_row(document_id, None, reason, by)])
            insert_entry(connection, who=by, action=WITHDRAW, subject=document_id, detail=_detail(reason))

    def restore(self, document_id: str, *, reason: str | None, by: str) -> None:
        """Let a document that was withdrawn speak again."""
        with self._writing() as connection:
            connection.execute(delete(set_aside).where(set_aside.c.document_id == document_id))
            insert_entry(connection, who=by, action=RESTORE, subject=document_id, detail=_detail(reason))

    def find(self, document_id: str) -> SetAside | None:
        """Why the document of this full id speaks no more; None where it stands."""
        return self.find_all([document_id]).get(document_id)

    def find_all(self, document_ids: Iterable[str]) -> dict[str, SetAside]:
        """Those of these documents that speak no more, with the reason."""
        with self._reading() as connection:
            return find_set_aside(connection, document_ids)

    def find_successor(self, document_id: str) -> str | None:
        """The document that took this one's place in the end, if one did."""
        with self._reading() as connection:
            return find_successors(connection, [document_id]).get(document_id)

    def list_former(self, document_id: str) -> list[SetAside]:
        """The documents whose place this one took, at once or in the end, the latest first."""
        with self._reading() as connection:
            found = find_set_aside(connection, find_former(connection, [document_id])).values()
        return sorted(found, key=lambda row: (row.made_at, row.document_id), reverse=True)

    def __iter__(self) -> Iterator[SetAside]:
        """All that was set aside, the latest first."""
        query = select(set_aside).order_by(set_aside.c.made_at.desc(), set_aside.c.document_id)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return (to_set_aside(row) for row in rows)


def _row(document_id: str, superseded_by: str | None, reason: str | None, by: str) -> dict[str, Any]:
    place = {"document_id": document_id, "superseded_by": superseded_by}
    return {**place, "reason": reason, "made_by": by, "made_at": now()}


def _detail(reason: str | None, **told: Any) -> dict[str, Any]:
    return {**told, "reason": reason} if reason else told
