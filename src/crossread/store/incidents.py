"""Incidents as they were last derived: emptied and filled again in one transaction, ids kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from crossread.errors import NotFoundError, RecordError
from crossread.records import Incident, incident_from_json, incident_to_json
from crossread.store.ids import find_id, fold
from crossread.store.incident_filter import IncidentFilter, narrow
from crossread.store.incident_ids import TOMBSTONE, IdBook, close_book, open_book
from crossread.store.pages import CHUNK, Reading
from crossread.store.sights import BY_DAY, mark_changed, sight_columns
from crossread.store.tables import incident_claims, incident_ids, incidents


def replace_all(connection: Connection, new: Iterable[Incident]) -> int:
    """How many incidents the store holds now. Ids are kept as `incident_ids` tells; one refused incident stops it all."""
    book = open_book(connection)
    connection.execute(delete(incident_claims))
    connection.execute(delete(incidents))
    count = _write(connection, new, book)
    close_book(connection, book)
    return count


def replace_some(connection: Connection, old: Iterable[str], new: Iterable[Incident], *, documents: Iterable[str]) -> int:
    """How many incidents stand in the place of the `old` ones. `documents` are those that any claim of old or new ones is of.

    The others stay as they are, rows and ids; what becomes of ids is what `replace_all` over all incidents would do.
    """
    gone = sorted(set(old))
    book = open_book(connection, documents=documents, incidents=gone)
    for start in range(0, len(gone), CHUNK):
        chunk = gone[start : start + CHUNK]
        connection.execute(delete(incident_claims).where(incident_claims.c.incident_id.in_(chunk)))
        connection.execute(delete(incidents).where(incidents.c.id.in_(chunk)))
    count = _write(connection, new, book)
    close_book(connection, book)
    return count


def _write(connection: Connection, new: Iterable[Incident], book: IdBook) -> int:
    count, stream = 0, iter(new)
    while chunk := list(islice(stream, CHUNK)):
        named = [replace(incident, id=book.name(_checked(incident))) for incident in chunk]
        connection.execute(insert(incidents), [_row(incident) for incident in named])
        connection.execute(insert(incident_claims), [row for incident in named for row in _claim_rows(incident)])
        count += len(named)
    mark_changed(connection)
    return count


def load_incident(connection: Connection, given: str) -> Incident:
    """The incident an id or its beginning leads to; `NotFoundError` tells the nearest ids, or why it is gone."""
    found = find_id(connection, incident_ids.c.id, given, what="incident")
    row = connection.execute(select(incident_ids).where(incident_ids.c.id == found)).one()
    if row.state == TOMBSTONE:
        raise NotFoundError(
            f"The incident {found} was withdrawn.",
            found=f"{row.reason} (since {row.changed_at[:10]})",
            next_step=f"Its claims and judgements are kept: `crossread show {row.anchor}` shows the claim it began with.",
        )
    query = select(incidents.c.body).where(incidents.c.id == (row.redirect_to or found))
    return incident_from_json(connection.execute(query).scalar_one())


def iter_rows(reading: Reading, where: IncidentFilter, *, limit: int | None, offset: int) -> Iterator[Incident]:
    """Incidents by day, undated ones last; all from one moment, also if they are rebuilt meanwhile."""
    with reading() as connection:
        query = narrow(connection, select(incidents.c.body), where)
        query = query.order_by(*BY_DAY)
        rows = connection.execute(query.limit(limit).offset(offset), execution_options={"yield_per": CHUNK})
        for row in rows:
            yield incident_from_json(row.body)


def load_incidents(connection: Connection, ids: Sequence[str]) -> list[Incident]:
    """The incidents by these full ids, in this order; those that are gone since are left out."""
    rows = connection.execute(select(incidents.c.id, incidents.c.body).where(incidents.c.id.in_(ids)))
    found = {row.id: incident_from_json(row.body) for row in rows}
    return [found[name] for name in ids if name in found]


def list_ids(connection: Connection, where: IncidentFilter) -> list[str]:
    """The ids of the incidents that the filter keeps, in no order."""
    return list(connection.execute(narrow(connection, select(incidents.c.id), where)).scalars())


def count_rows(connection: Connection, where: IncidentFilter) -> int:
    """How many incidents the filter keeps."""
    return int(connection.execute(narrow(connection, select(func.count()).select_from(incidents), where)).scalar_one())


def _checked(incident: Incident) -> Incident:
    if not incident.accounts:
        raise RecordError(f"Incident {incident.id} rests on no claim.", expected="at least one account")
    return incident


def _row(incident: Incident) -> dict[str, Any]:
    window, place = incident.when, incident.where
    places = (place.name, place.admin1) if place else ()
    return {
        "id": incident.id,
        "type": incident.type,
        "grade": incident.grade,
        "policy": incident.policy,
        "country": place.country if place else None,
        "earliest": window.earliest if window else None,
        "latest": window.latest if window else None,
        "place_key": _key(places),
        "actors_key": _key(party.name for party in incident.parties),
        "sources_key": _key(account.source for account in incident.accounts),
        "body": incident_to_json(incident),
        **sight_columns(incident),
    }


def _key(names: Iterable[str | None]) -> str:
    return "\n".join(sorted({fold(name) for name in names if name}))


def _claim_rows(incident: Incident) -> list[dict[str, str]]:
    claims = {account.claim_id: account.document_id for account in incident.accounts}
    return [{"incident_id": incident.id, "claim_id": claim, "document_id": document} for claim, document in claims.items()]
