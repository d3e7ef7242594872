"""Extractions: the claims and wording that one maker found in one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, exists, false, func, insert, or_, select, true, update
from sqlalchemy.dialects import postgresql, sqlite

from crossread.errors import NotFoundError, RecordError
from crossread.records import HAND, Claim, Evidence, Extraction, Span, Wording, claim_from_json, claim_to_json
from crossread.store.clock import now
from crossread.store.other_lists import read_with_other_lists
from crossread.store.pages import CHUNK, Reading, iter_pages
from crossread.store.set_aside import stands
from crossread.store.tables import claims, documents, extractions, wording


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims: those that meet every condition given.

    `current` keeps, for each document, the claims of its newest finished extraction by a machine and all made by hand, so
    that a document read twice by two extractors speaks once, and one that was set aside not at all. `date_from` and `date_to`
    keep claims whose dates touch that stretch; of a date open on one side only the side told counts, and claims without any
    are left out. `min_score` leaves unscored claims in.
    """

    document_id: str | None = None
    made_by: str | None = None
    type: str | None = None
    scope: str | None = None
    country: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    min_score: float | None = None
    current: bool = False


def insert_extraction(connection: Connection, extraction: Extraction, *, done: bool) -> int:
    """How many claims are new. Checked first: nothing is written if one quote is not in the document."""
    text = connection.execute(select(documents.c.text).where(documents.c.id == extraction.document_id)).scalar()
    if text is None:
        raise NotFoundError(
            f"The document {extraction.document_id} of an extraction is not in the store.",
            next_step="Add the document first.",
        )
    check_extraction(extraction, text)
    new = _insert_new(connection, claims, [claim_row(claim) for claim in extraction.claims])
    _insert_new(connection, wording, [_wording_row(extraction, row) for row in extraction.wording])
    _mark(connection, extraction, done=done)
    return new


def check_extraction(extraction: Extraction, text: str) -> None:
    """Raise unless every claim is of this document and maker, and every quote stands in `text` where it says."""
    for claim in extraction.claims:
        check_claim(claim, extraction=extraction, text=text)
    for row in extraction.wording:
        row.evidence.check(text)


def check_claim(claim: Claim, *, extraction: Extraction, text: str) -> None:
    """Raise `RecordError` or `EvidenceError` unless the claim belongs to the extraction and quotes its document."""
    found = {claim.document_id, *(evidence.document_id for evidence in claim.iter_evidence())}
    if found != {extraction.document_id} or claim.made_by != extraction.made_by:
        raise RecordError(
            f"Claim {claim.id} does not belong to the extraction it came with.",
            expected=f"document {extraction.document_id}, made by {extraction.made_by}",
            found=f"document {', '.join(sorted(found))}, made by {claim.made_by}",
        )
    for evidence in claim.iter_evidence():
        evidence.check(text)


def is_extracted(connection: Connection, document_id: str, made_by: str | None) -> bool:
    """True if `made_by`, or where that is None any extractor, has finished with the document, last with the lists it has."""
    maker = ~extractions.c.made_by.startswith(HAND) if made_by is None else extractions.c.made_by == made_by
    finished = and_(extractions.c.document_id == document_id, maker, extractions.c.done)
    if made_by is not None:
        finished = and_(finished, ~read_with_other_lists(extractions.c.document_id, made_by))
    return connection.execute(select(extractions.c.number).where(finished)).first() is not None


def load_claim(connection: Connection, claim_id: str) -> Claim:
    """The claim by its full id, which must be there."""
    return _claim(connection.execute(select(claims.c.body, claims.c.document_id).where(claims.c.id == claim_id)).one())


def iter_rows(reading: Reading, where: ClaimFilter) -> Iterator[Claim]:
    """Claims in the order they came in, a page at a time."""
    return (_claim(row) for row in iter_pages(reading, _query(where), claims))


def iter_wording_of(connection: Connection, document_id: str, *, current: bool) -> list[tuple[str, Wording]]:
    """The loaded expressions of a document, each with who found it, in the order of the text; `current` as of claims."""
    query = select(wording).where(wording.c.document_id == document_id).order_by(wording.c.start, wording.c.number)
    if current:
        query = query.where(_speaking(wording))
    return [(row.made_by, _wording(row)) for row in connection.execute(query)]


def _query(where: ClaimFilter) -> Select[Any]:
    query = select(claims.c.number, claims.c.body, claims.c.document_id)
    for name in ("document_id", "made_by", "type", "scope", "country"):
        wanted = getattr(where, name)
        if wanted is not None:
            query = query.where(claims.c[name] == wanted)
    if where.min_score is not None:
        query = query.where(or_(claims.c.score.is_(None), claims.c.score >= where.min_score))
    if where.date_from is not None:
        query = query.where(func.coalesce(claims.c.latest, claims.c.earliest) >= where.date_from)
    if where.date_to is not None:
        query = query.where(func.coalesce(claims.c.earliest, claims.c.latest) <= where.date_to)
    if where.current:
        query = query.where(speaking())
    return query


def speaking() -> ColumnElement[bool]:
    """The condition that a claim is of its document's newest finished extraction, or made by hand, and the document stands."""
    return _speaking(claims)


def _speaking(table: Table) -> ColumnElement[bool]:
    same = and_(extractions.c.document_id == table.c.document_id, extractions.c.made_by == table.c.made_by)
    return and_(exists().where(same, extractions.c.current), stands(table.c.document_id))


def claims_of_documents(connection: Connection, document_ids: Iterable[str], *, min_score: float) -> list[Claim]:
    """The claims that speak for these documents."""
    found: list[Claim] = []
    stream, scored = iter(sorted(set(document_ids))), or_(claims.c.score.is_(None), claims.c.score >= min_score)
    while chunk := list(islice(stream, CHUNK)):
        query = select(claims.c.body, claims.c.document_id).where(claims.c.document_id.in_(chunk), speaking(), scored)
        found.extend(_claim(row) for row in connection.execute(query))
    return found


def documents_of_claims(connection: Connection, claim_ids: Iterable[str]) -> set[str]:
    """The documents that these claims are of."""
    found: set[str] = set()
    stream = iter(sorted(set(claim_ids)))
    while chunk := list(islice(stream, CHUNK)):
        found.update(connection.execute(select(claims.c.document_id).where(claims.c.id.in_(chunk))).scalars())
    return found


def _insert_new(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> int:
    """Insert the rows that are not there yet; how many those were."""
    if not rows:
        return 0
    if connection.dialect.name == "sqlite":
        statement: Any = sqlite.insert(table).on_conflict_do_nothing()
    else:
        statement = postgresql.insert(table).on_conflict_do_nothing()
    return connection.execute(statement, rows, execution_options={"preserve_rowcount": True}).rowcount


def _mark(connection: Connection, extraction: Extraction, *, done: bool) -> None:
    """Note that the maker was here, and whose claims speak for the document now."""
    of_document = extractions.c.document_id == extraction.document_id
    known = {row.made_by: row for row in connection.execute(select(extractions).where(of_document))}
    mine, by_hand = known.pop(extraction.made_by, None), extraction.made_by.startswith(HAND)
    replaced = [row.number for row in known.values() if row.current and not row.made_by.startswith(HAND)]
    if replaced and done and not by_hand:
        connection.execute(update(extractions).where(extractions.c.number.in_(replaced)).values(current=false()))
    if mine is None:
        row = {"document_id": extraction.document_id, "made_by": extraction.made_by, "done": done, "current": done or by_hand}
        connection.execute(insert(extractions), [{**row, "added_at": now()}])
    elif done:
        connection.execute(update(extractions).where(extractions.c.number == mine.number).values(done=true(), current=true()))


def claim_row(claim: Claim) -> dict[str, Any]:
    """The columns of a claim."""
    window = claim.when.value if claim.when else None
    place = claim.where.value if claim.where else None
    return {
        "id": claim.id,
        "document_id": claim.document_id,
        "made_by": claim.made_by,
        "type": claim.type,
        "scope": claim.scope,
        "country": place.country if place else None,
        "earliest": window.earliest if window else None,
        "latest": window.latest if window else None,
        "score": claim.score,
        "body": claim_to_json(claim),
    }


def _claim(row: Any) -> Claim:
    return claim_from_json(row.body, document_id=row.document_id)


def _wording_row(extraction: Extraction, row: Wording) -> dict[str, Any]:
    return {
        "document_id": extraction.document_id,
        "made_by": extraction.made_by,
        "kind": row.kind,
        "about": row.about,
        "start": row.evidence.span.start,
        "end": row.evidence.span.end,
        "quote": row.evidence.quote,
        "score": row.score,
    }


def _wording(row: Any) -> Wording:
    span = Span(start=row.start, end=row.end)
    evidence = Evidence(document_id=row.document_id, span=span, quote=row.quote)
    return Wording(kind=row.kind, about=row.about, evidence=evidence, score=row.score)
