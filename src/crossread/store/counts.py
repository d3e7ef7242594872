"""How much a store holds."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Column, Connection, Table, exists, func, or_, select

from crossread.records import HAND
from crossread.store.documents import count_pending
from crossread.store.other_lists import is_same_reader
from crossread.store.set_aside import stands
from crossread.store.tables import claims, documents, extractions, incidents, judgements, raw_files, rejections, set_aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Numbers of rows; `pending` are documents that no extractor has finished with.

    Documents that were superseded or withdrawn are counted as `set_aside` alone, with neither their extractions nor claims.
    """

    raw_files: int
    documents: int
    set_aside: int
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
        documents=_count(connection, documents, of=documents.c.id),
        set_aside=_count(connection, set_aside),
        pending=count_pending(connection),
        extractions=_count(connection, extractions, of=extractions.c.document_id),
        claims=_count(connection, claims, of=claims.c.document_id),
        judgements=_count(connection, judgements),
        rejections=_count(connection, rejections),
        incidents=_count(connection, incidents),
    )


def count_read_by_others(connection: Connection, made_by: str, *, besides: str) -> dict[str, int]:
    """How many documents each extractor speaks for that `made_by` has not finished with the lists it has, the most first.

    Claims that people wrote speak beside an extractor's and are not counted, nor is the extractor `besides`.
    """
    done = extractions.alias()
    by_this = exists().where(done.c.document_id == extractions.c.document_id, done.c.made_by == made_by, done.c.done)
    machine = ~extractions.c.made_by.startswith(HAND) & (extractions.c.made_by != besides)
    number = func.count().label("documents")
    query = select(extractions.c.made_by, number).where(
        extractions.c.current,
        machine,
        or_(~by_this, is_same_reader(extractions.c.made_by, made_by)),
        stands(extractions.c.document_id),
    )
    rows = connection.execute(query.group_by(extractions.c.made_by).order_by(number.desc(), extractions.c.made_by))
    return {row.made_by: int(row.documents) for row in rows}


def _count(connection: Connection, table: Table, *, of: Column[str] | None = None) -> int:
    """The rows of a table; with `of`, the column of documents, those of documents that stand."""
    query = select(func.count()).select_from(table)
    return int(connection.execute(query if of is None else query.where(stands(of))).scalar_one())
