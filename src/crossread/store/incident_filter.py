"""Which incidents are asked for, and the same as conditions of the database."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, String, cast, column, func, literal, or_, select, text

from crossread.codebook import ActorRegistry
from crossread.errors import RecordError
from crossread.records.incident import SEVERITIES
from crossread.records.value import PLACE_PRECISIONS
from crossread.store.ids import fold
from crossread.store.search import matches
from crossread.store.states import STATES, find_states
from crossread.store.tables import documents, incident_claims, incidents

NOT_TOLD = "none"
ANY = "any"
# The point of a country is its middle, and no place at all: no box holds it.
POINTLESS = ("country", "unknown")
CHOICES = {"state": STATES, "precision": (*PLACE_PRECISIONS, NOT_TOLD), "disagreement": (*SEVERITIES, ANY, NOT_TOLD)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A stretch of the map in degrees, edges included; one whose west is greater than its east crosses 180°."""

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        """Refuse with `RecordError` degrees that are none, and a south above the north; west may be the greater."""
        sound = -180 <= self.west <= 180 and -180 <= self.east <= 180 and -90 <= self.south <= self.north <= 90
        if not sound:
            raise RecordError("That is no stretch of the map.", expected="west,south,east,north in degrees", found=str(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFilter:
    """Which incidents: those that meet every condition given.

    `date_from` and `date_to` keep incidents whose dates touch that stretch, both days included; of a date open on one side
    ("since 2001", "reported on 16 March") only the side told counts, or it would touch everything; those without any are left
    out. `place`, `actor` and `source` are words found anywhere in the name, case and accents aside, or in double quotes the
    whole name; `place` also looks at the region, and an `actor` is found by any name that the registry knows of it ("JNIM").
    `text` keeps incidents that a document with those words tells of. `precision` is that of the place, `disagreement` a
    severity, and either may be `none` (no place told, no disagreement), the latter also `any`. `box` keeps incidents whose
    place lies in it; one of which only the country is told lies in no box.
    """

    date_from: date | None = None
    date_to: date | None = None
    place: str | None = None
    country: str | None = None
    actor: str | None = None
    actor_type: str | None = None
    type: str | None = None
    source: str | None = None
    grade: str | None = None
    state: str | None = None
    disagreement: str | None = None
    precision: str | None = None
    box: Box | None = None
    text: str | None = None

    def __post_init__(self) -> None:
        """Refuse with `RecordError` a value of a closed list that is not in it."""
        for name, allowed in CHOICES.items():
            given = getattr(self, name)
            if given is not None and given not in allowed:
                raise RecordError(f"Unknown {name}.", expected=", ".join(allowed), found=given)


def narrow(connection: Connection, query: Select[Any], where: IncidentFilter) -> Select[Any]:
    """The query with the filter's conditions on `incidents`."""
    for condition in (*_codes(where), *_names(where), *_days(where), *_places(where)):
        query = query.where(condition)
    if where.text is not None:
        told = incident_claims.join(documents, documents.c.id == incident_claims.c.document_id)
        tells = select(incident_claims.c.incident_id).select_from(told).where(matches(connection, where.text))
        query = query.where(incidents.c.id.in_(tells))
    if where.state is not None:
        query = query.where(_is_in_state(connection, where.state))
    return query


def _codes(where: IncidentFilter) -> Iterable[Any]:
    for name in ("country", "type", "grade"):
        wanted = getattr(where, name)
        if wanted is not None:
            yield incidents.c[name] == wanted
    if where.actor_type is not None:
        yield _is_tagged("actor_type", where.actor_type)
    if where.disagreement is not None:
        none = _is_tagged("disagreements", "0")
        special = {NOT_TOLD: none, ANY: ~none}
        yield special.get(where.disagreement, _is_tagged("disagreement", where.disagreement))


def _names(where: IncidentFilter) -> Iterable[Any]:
    for key, words in (("place_key", where.place), ("actors_key", where.actor), ("sources_key", where.source)):
        if words is None:
            continue
        if len(words) > 2 and words[0] == words[-1] == '"':
            yield _holds_name(key, words[1:-1])
        else:
            aliases = ActorRegistry.load().bearers(words) if key == "actors_key" else ()
            known = [_holds_name(key, actor.name) for actor in aliases]
            yield or_(incidents.c[key].contains(fold(words), autoescape=True), *known)


def _holds_name(key: str, name: str) -> Any:
    """True of incidents of which one of the names under that key is this whole name."""
    whole = literal("\n") + incidents.c[key] + "\n"
    return whole.contains(f"\n{fold(name)}\n", autoescape=True)


def _days(where: IncidentFilter) -> Iterable[Any]:
    if where.date_from is not None:
        yield func.coalesce(incidents.c.latest, incidents.c.earliest) >= where.date_from
    if where.date_to is not None:
        yield func.coalesce(incidents.c.earliest, incidents.c.latest) <= where.date_to


def _places(where: IncidentFilter) -> Iterable[Any]:
    if where.precision is not None:
        told = incidents.c.place_precision
        yield told.is_(None) if where.precision == NOT_TOLD else told == where.precision
    if where.box is not None:
        box, east_of, west_of = where.box, incidents.c.longitude >= where.box.west, incidents.c.longitude <= where.box.east
        yield (east_of | west_of) if box.west > box.east else (east_of & west_of)
        yield incidents.c.latitude.between(box.south, box.north)
        yield incidents.c.place_precision.not_in(POINTLESS)


def _is_tagged(kind: str, value: str) -> Any:
    return incidents.c.tags.contains(f"\n{kind}:{value}\n", autoescape=True)


def _is_in_state(connection: Connection, state: str) -> Any:
    states = find_states(connection)
    if state == "open":
        return incidents.c.id.not_in(_listed(connection, states))
    return incidents.c.id.in_(_listed(connection, {name: one for name, one in states.items() if one == state}))


def _listed(connection: Connection, ids: Mapping[str, str]) -> Any:
    """Any number of ids as a query: bound one by one they would be more than a statement may hold."""
    given = json.dumps(sorted(ids))
    if connection.dialect.name == "sqlite":
        return select(column("value")).select_from(func.json_each(given).table_valued("value"))
    values = func.jsonb_array_elements_text(text("CAST(:ids AS jsonb)").bindparams(ids=given)).table_valued("value")
    return select(cast(values.c.value, String))
