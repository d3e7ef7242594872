"""How much a store holds."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select

from crossread.store.documents import count_pending
from crossread.store.tables import claims, documents, extractions, incidents, judgements, raw_files, rejections


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Numbers of rows; `pending` are documents that no extractor has finished with."""

    raw_files: int
    documents: int
    pending: int
    extractions: int
    claims: int
    judgements: int
    rejections: int
    incidents: int


def count_all(connection: Connection) -> Counts:
    """The numbers at this moment."""
    return Counts(
        raw_files=_count(connection, raw_files),
        documents=_count(connection, documents),
        pending=count_pending(connection),
        extractions=_count(connection, extractions),
        claims=_count(connection, claims),
        judgements=_count(connection, judgements),
        rejections=_count(connection, rejections),
        incidents=_count(connection, incidents),
    )


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
