"""Incidents as a map, a timeline and facets see them: a few columns each, read without the bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, insert, select

from crossread.records import Incident
from crossread.store.judgements import head
from crossread.store.pages import Reading
from crossread.store.tables import incidents, meta

REBUILDS = "incidents_rebuilt"
PAGE = 5000
UNDATED = incidents.c.earliest.is_(None) & incidents.c.latest.is_(None)
# As weigh/day_order.py orders them: of one first day the shorter stretch first.
BY_DAY = (
    UNDATED,
    func.coalesce(incidents.c.earliest, incidents.c.latest),
    func.coalesce(incidents.c.latest, date.max),
    incidents.c.id,
)
NO_ACTORS = ("object", "civilians", "unknown")  # types of parties that are no organised actor: a type to filter by, no name
PLAIN = (
    "id",
    "type",
    "grade",
    "country",
    "earliest",
    "latest",
    "day_precision",
    "place",
    "longitude",
    "latitude",
    "place_precision",
    "accounts",
)


MENTIONED = "mentioned:only"  # the tag of an incident that has no account of its own; stores of older versions lack it


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One incident from afar. The precisions are those of its day and of its place, None where none is told;
    `accounts` counts them, `disagreements` too; `tags` are `kind:value` for actor, actor_type, source and disagreement.
    `mentioned` is one that no report tells as its news, but only looks back to."""

    id: str
    type: str
    grade: str
    country: str | None
    earliest: date | None
    latest: date | None
    day_precision: str | None
    place: str | None
    longitude: float | None
    latitude: float | None
    place_precision: str | None
    accounts: int
    disagreements: int
    tags: tuple[str, ...]
    mentioned: bool = False


def sight_columns(incident: Incident) -> dict[str, Any]:
    """The columns that stand beside an incident's body for `iter_sights`, and for filters on them."""
    window, place = incident.when, incident.where
    return {
        "place": place.name if place else None,
        "longitude": place.longitude if place else None,
        "latitude": place.latitude if place else None,
        "place_precision": place.precision if place else None,
        "day_precision": window.precision if window else None,
        "accounts": len(incident.accounts),
        "tags": "\n" + "".join(f"{tag}\n" for tag in sorted(_tags(incident))),
    }


def iter_sights(reading: Reading) -> Iterator[Sight]:
    """Every incident by day, undated ones last; all from one moment."""
    columns = [incidents.c[name] for name in PLAIN]
    with reading() as connection:
        query = select(*columns, incidents.c.tags).order_by(*BY_DAY)
        for row in connection.execute(query, execution_options={"yield_per": PAGE}):
            yield _sight(row)


def mark_changed(connection: Connection) -> None:
    """Write down that the incidents are others than before."""
    told = connection.execute(select(meta.c.value).where(meta.c.key == REBUILDS)).scalar()
    if told is None:
        connection.execute(insert(meta), [{"key": REBUILDS, "value": "1"}])
    else:
        connection.execute(meta.update().where(meta.c.key == REBUILDS).values(value=str(int(told) + 1)))


def find_mark(connection: Connection) -> str:
    """Another one after every rebuild and every judgement."""
    told = connection.execute(select(meta.c.value).where(meta.c.key == REBUILDS)).scalar()
    return f"{told or 0}:{head(connection)}"


def _sight(row: Any) -> Sight:
    plain = row._mapping
    tags = row.tags.strip("\n").split("\n")
    count = next((tag for tag in tags if tag.startswith("disagreements:")), "disagreements:0")
    return Sight(
        **{name: plain[name] for name in PLAIN},
        disagreements=int(count.partition(":")[2]),
        tags=tuple(tag for tag in tags if tag and tag is not count and tag != MENTIONED),
        mentioned=MENTIONED in tags,
    )


def _tags(incident: Incident) -> set[str]:
    """Each on one line: a name may hold a line break."""
    tags = {
        *(f"actor:{party.name}" for party in incident.parties if party.type not in NO_ACTORS),
        *(f"actor_type:{party.type}" for party in incident.parties),
        *(f"source:{account.source}" for account in incident.accounts if account.source),
        *(f"disagreement:{row.severity}" for row in incident.disagreements),
        f"disagreements:{len(incident.disagreements)}",
    }
    if not any(account.weight == "account" for account in incident.accounts):
        tags.add(MENTIONED)
    return {" ".join(tag.split()) for tag in tags}
