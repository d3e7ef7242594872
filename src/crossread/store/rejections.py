"""What was stopped, and why, so that a person can look it up."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from crossread import patterns as re
from crossread.records import Rejection
from crossread.store.clock import now
from crossread.store.pages import Reading, iter_pages
from crossread.store.tables import audit, documents, extractions, rejections

READ = "read"
ACKNOWLEDGE = "acknowledge"  # the action of an entry by which a person wants to hear of a refusal no more
LAST = "9999"  # after every day
ROW = re.compile(r":\d+$")  # behind the name of a table: the line of the row
FIELDS = ("step", "subject", "reason", "message", "sha256")


def insert_rejection(connection: Connection, rejection: Rejection) -> bool:
    """True if it is new. The same thing stopped again for the same reason adds nothing."""
    key = _key_of(rejection)
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


def iter_open(rows: Iterable[Rejection], reading: Reading) -> Iterator[Rejection]:
    """Those of these rejections that nothing settled since, and that nobody acknowledged.

    A file or row is settled by a document of its name, or of a row in it, that came later, as from a table that was refused
    without its columns and then read with them; a document that a step failed on, by an extraction that was finished.
    """
    kept = list(rows)
    with reading() as connection:
        known = {row.key: row.added_at for row in connection.execute(select(rejections.c.key, rejections.c.added_at))}
        read = _days_read(connection) if any(row.step == READ for row in kept) else {}
        failed = {row.subject for row in kept if _is_failure(row)}
        seen = {json.loads(detail).get("refusal") for detail in connection.execute(_acknowledged()).scalars()}
        done = {row.document_id for row in connection.execute(_finished(failed))} if failed else set()
    for row in kept:
        read_since = row.step == READ and read.get(row.subject, "") > known.get(_key_of(row), LAST)
        if not read_since and not (row.subject in done and _is_failure(row)) and name_rejection(row) not in seen:
            yield row


def name_rejection(rejection: Rejection) -> str:
    """What tells it from every other one, alike before and after it was stored."""
    return _key_of(Rejection(**{field: _sayable(getattr(rejection, field)) for field in FIELDS}))  # type: ignore[arg-type]


def _acknowledged() -> Select[Any]:
    return select(audit.c.detail).where(audit.c.action == ACKNOWLEDGE)


def _is_failure(rejection: Rejection) -> bool:
    """True where a step could not do a document, which a later run tries again."""
    return rejection.reason == f"{rejection.step}_failed"


def _days_read(connection: Connection) -> dict[str, str]:
    """When the last document of each name came in; of a row, its table's name counts, too."""
    found: dict[str, str] = {}
    for name, added_at in connection.execute(select(documents.c.name, documents.c.added_at).order_by(documents.c.number)):
        if name:
            found[name] = found[ROW.sub("", name)] = added_at
    return found


def _finished(document_ids: Iterable[str]) -> Select[Any]:
    """Which of these documents an extractor has finished with."""
    return select(extractions.c.document_id).where(extractions.c.document_id.in_(list(document_ids)), extractions.c.done)


def _key_of(rejection: Rejection) -> str:
    """What tells it from every other one."""
    parts = (rejection.step, rejection.subject, rejection.reason, rejection.message, rejection.sha256 or "")
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _sayable(words: str | None) -> str | None:
    """Broken input often has a broken name: what no database keeps is written as an escape, and the rejection is kept."""
    if words is None:
        return None
    return words.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")
