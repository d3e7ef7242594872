"""Which documents stand: neither another took their place, nor were they withdrawn.

A document row is never changed for it, so that one that speaks again does so as it was, by taking out one row here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, exists, select

from crossread.records import SetAside
from crossread.store.pages import CHUNK
from crossread.store.tables import set_aside


def stands(document_id: Column[str]) -> ColumnElement[bool]:
    """The condition that the document of this id was not set aside."""
    return ~exists().where(set_aside.c.document_id == document_id)


def find_set_aside(connection: Connection, document_ids: Iterable[str]) -> dict[str, SetAside]:
    """Those of these documents that speak no more, with the reason."""
    found: dict[str, SetAside] = {}
    stream = iter(sorted(set(document_ids)))
    while chunk := list(islice(stream, CHUNK)):
        for row in connection.execute(select(set_aside).where(set_aside.c.document_id.in_(chunk))):
            found[row.document_id] = to_set_aside(row)
    return found


def find_successors(connection: Connection, document_ids: Iterable[str]) -> dict[str, str]:
    """For each of these documents that was superseded, the one that took its place in the end."""
    next_of: dict[str, str] = {}
    edge, wanted = set(document_ids), set(document_ids)
    while edge:
        rows = find_set_aside(connection, edge).values()
        step = {row.document_id: row.superseded_by for row in rows if row.superseded_by is not None}
        edge = set(step.values()) - next_of.keys() - step.keys()
        next_of |= step
    return {name: _end(next_of, name) for name in wanted if name in next_of}


def find_former(connection: Connection, document_ids: Iterable[str]) -> set[str]:
    """The documents whose place one of these took, at once or in the end."""
    found: set[str] = set()
    edge = set(document_ids)
    while edge:
        stream, near = iter(sorted(edge)), set[str]()
        while chunk := list(islice(stream, CHUNK)):
            query = select(set_aside.c.document_id).where(set_aside.c.superseded_by.in_(chunk))
            near.update(connection.execute(query).scalars())
        edge = near - found
        found |= near
    return found


def to_set_aside(row: Any) -> SetAside:
    """The record of a row of the table."""
    return SetAside(
        document_id=row.document_id,
        superseded_by=row.superseded_by,
        reason=row.reason,
        made_by=row.made_by,
        made_at=datetime.fromisoformat(row.made_at),
    )


def _end(next_of: dict[str, str], name: str) -> str:
    """Where the way from a document ends; it has no circle, as whoever takes a place has its own back (see `amendments`)."""
    while name in next_of:
        name = next_of[name]
    return name
