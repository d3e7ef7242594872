"""Logs whose rows vouch for each other: each is sealed with the seal before it, and the last seal stands apart from the log."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from crossread.store.tables import meta

FIRST = "0" * 64  # what stands for the seal before the first row


def seal_of(fields: Iterable[object], prev: str) -> str:
    """The seal of a row: of its fields in their order, and of the seal before it."""
    words = json.dumps([prev, *fields], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(words.encode()).hexdigest()


def last_seal(connection: Connection, log: str) -> str:
    """The seal of the last row of a log, as it was noted when the row was written; `FIRST` for an empty log."""
    return connection.execute(select(meta.c.value).where(meta.c.key == log)).scalar() or FIRST


def note_seal(connection: Connection, log: str, seal: str) -> None:
    """Write down the seal of the last row of a log."""
    if connection.execute(meta.update().where(meta.c.key == log).values(value=seal)).rowcount == 0:
        connection.execute(insert(meta), [{"key": log, "value": seal}])
