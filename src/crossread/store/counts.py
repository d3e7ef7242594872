"""How much a store holds."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Table, exists, func, select

from crossread.store.claims import HAND
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


def count_read_by_others(connection: Connection, made_by: str, *, besides: str) -> dict[str, int]:
    """How many documents each extractor speaks for that `made_by` has not finished, the most first.

    Claims that people wrote speak beside an extractor's and are not counted, nor is the extractor `besides`.
    """
    done = extractions.alias()
    by_this = exists().where(done.c.document_id == extractions.c.document_id, done.c.made_by == made_by, done.c.done)
    machine = ~extractions.c.made_by.startswith(HAND) & (extractions.c.made_by != besides)
    number = func.count().label("documents")
    query = select(extractions.c.made_by, number).where(extractions.c.current, machine, ~by_this)
    rows = connection.execute(query.group_by(extractions.c.made_by).order_by(number.desc(), extractions.c.made_by))
    return {row.made_by: int(row.documents) for row in rows}


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
