"""What was stopped, and why, so that a person can look it up."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, insert, select

from crossread.records import Rejection
from crossread.store.clock import now
from crossread.store.pages import Reading, iter_pages
from crossread.store.tables import rejections

FIELDS = ("step", "subject", "reason", "message", "sha256")


def insert_rejection(connection: Connection, rejection: Rejection) -> bool:
    """True if it is new. The same thing stopped again for the same reason adds nothing."""
    parts = (rejection.step, rejection.subject, rejection.reason, rejection.message, rejection.sha256 or "")
    key = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    if connection.execute(select(rejections.c.number).where(rejections.c.key == key)).first() is not None:
        return False
    row = {field: _sayable(getattr(rejection, field)) for field in FIELDS}
    connection.execute(insert(rejections), [{**row, "key": key, "added_at": now()}])
    return True


def iter_rows(reading: Reading, *, step: str | None, reason: str | None, subject: str | None) -> Iterator[Rejection]:
    """Rejections in the order they happened, a page at a time."""
    query = select(rejections)
    for column, wanted in ((rejections.c.step, step), (rejections.c.reason, reason), (rejections.c.subject, subject)):
        if wanted is not None:
            query = query.where(column == wanted)
    rows = iter_pages(reading, query, rejections)
    return (Rejection(**{field: getattr(row, field) for field in FIELDS}) for row in rows)


def _sayable(words: str | None) -> str | None:
    """Broken input often has a broken name: what no database keeps is written as an escape, and the rejection is kept."""
    if words is None:
        return None
    return words.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")
