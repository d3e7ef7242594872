"""The list of places: each row a place, which is one of the gazetteer's where name, country and spot are the same."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from crossread.gazetteer import KINDS, OWN, WEIGHED_AS, Gazetteer, GazetteerPlace, OwnPlace, fold_name
from crossread.lists.countries import EXPECTED, country_code
from crossread.lists.regions import RegionsAround
from crossread.lists.table import Fault, Row, fingerprint, read_table
from crossread.normalize.places.candidates import kilometres
from crossread.normalize.places.words import load_place_words

REQUIRED = ("name", "latitude", "longitude", "country")
OPTIONAL = ("admin1", "aliases", "kind")
# Places of one name so near to each other are one place: lists differ in where they put a village by a few kilometres,
# places known only by their district by more.
SAME_KM = 25.0
SPELT_KM = 10.0  # the same for a name in another spelling: Kona and Kouna may well be neighbours
_EDGE = {"latitude": 90, "longitude": 180}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A place and the row it comes from."""

    row: Row
    own: OwnPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceList:
    """The places of a file, all faults of it, and what its rows say."""

    places: tuple[OwnPlace, ...]
    faults: tuple[Fault, ...]
    told: str


def read_places(path: Path) -> PlaceList:
    """The list in a file."""
    rows, faults = read_table(path, required=REQUIRED, optional=OPTIONAL)
    gazetteer = Gazetteer(Gazetteer.open().path)  # without the places of a list that is in use already
    regions, read = RegionsAround(gazetteer), list[_Read]()
    for row in rows:
        made = _place(row, gazetteer)
        if isinstance(made, GazetteerPlace):
            own = _taking_place(made, (row["name"], *row.names("aliases")), gazetteer)
            read.append(_Read(row=row, own=_with_region(own, regions)))
        else:
            faults += made
    faults += _repeats(read)
    return PlaceList(
        places=tuple(_with_ids(read)), faults=tuple(faults), told=fingerprint(rows, (*REQUIRED, *OPTIONAL)) if rows else ""
    )


def _place(row: Row, gazetteer: Gazetteer) -> GazetteerPlace | list[Fault]:
    """The place that a row tells, or what is wrong with it."""
    faults: list[Fault] = []
    degrees = {name: _degrees(row[name], edge) for name, edge in _EDGE.items()}
    faults += [
        row.fault(name, f"degrees from -{_EDGE[name]} to {_EDGE[name]}")
        for name, value in degrees.items()
        if value is None and row[name]
    ]
    country = country_code(row["country"], gazetteer) if row["country"] else None
    if row["country"] and country is None:
        faults.append(row.fault("country", EXPECTED))
    kind = _kind(row["kind"])
    if kind is None:
        faults.append(row.fault("kind", f"a kind of place, such as {', '.join(_examples())}"))
    faults += [row.fault(column, "letters") for column in ("name", "aliases") if _has_no_letters(row, column)]
    if faults or country is None or kind is None or None in degrees.values():
        return faults
    return GazetteerPlace(
        id="",
        name=row["name"],
        kind=kind,
        country=country,
        admin1=_admin1(row, kind, country, gazetteer),
        latitude=degrees["latitude"] or 0.0,
        longitude=degrees["longitude"] or 0.0,
        population=WEIGHED_AS if kind == "settlement" else 0,
        source=OWN,
    )


def _has_no_letters(row: Row, column: str) -> bool:
    return bool(row[column]) and not all(fold_name(name) for name in row.names(column))


def _degrees(told: str, edge: float) -> float | None:
    """A number of degrees; a decimal comma is read as a point."""
    try:
        value = float(told.replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) <= edge else None


def _kind(told: str) -> str | None:
    """The gazetteer's kind by its word or by one that reports use ("village", "district"); a settlement where none is told."""
    word = " ".join(told.lower().replace("_", " ").split())
    kind = word if word in KINDS else load_place_words().units.get(word or "settlement")
    return {"quarter": "settlement", "country": None}.get(kind or "", kind)


def _examples() -> Sequence[str]:
    return ("town", "village", "camp", "district", "region", "mountain", "river")


def _admin1(row: Row, kind: str, country: str, gazetteer: Gazetteer) -> str | None:
    """The first-level region as the gazetteer spells it, as written where it has none of that name; of a region itself."""
    told = row["name"] if kind == "admin1" else row["admin1"]
    known = gazetteer.admin1(told, country=country) if told else None
    return known.name if known else told or None


def _taking_place(place: GazetteerPlace, names: tuple[str, ...], gazetteer: Gazetteer) -> OwnPlace:
    """The place, in the stead of the built-in one of the same name, country and kind nearby where there is one.

    Its own name counts before others that it has: lists spell a village as its people do.

    It has that one's id and inhabitants, so that what was read before is still of the same place.
    """
    namesakes = [found for name in names for found in gazetteer.find_places_exact(name)]
    namesakes = namesakes or list(gazetteer.find_variants(fold_name(place.name)))
    same = [
        found
        for found in namesakes
        if (found.kind, found.country) == (place.kind, place.country)
        and kilometres(found, place) <= (SPELT_KM if found.matched == "variant" else SAME_KM)
    ]
    nearest = min(same, key=lambda found: (found.matched != "name", kilometres(found, place), found.id), default=None)
    if nearest is None:
        return OwnPlace(place=place, names=names)
    people = max(nearest.population, place.population)
    made = replace(place, id=nearest.id, admin1=place.admin1 or nearest.admin1, population=people)
    return OwnPlace(place=made, names=(*names, nearest.name), replaces=nearest.id)


def _with_region(own: OwnPlace, regions: RegionsAround) -> OwnPlace:
    """A settlement of which the list tells no region with that of the places around it: reports name it with its region."""
    place = own.place
    if place.admin1 is not None or place.kind != "settlement" or place.country is None:
        return own
    return replace(own, place=replace(place, admin1=regions.find(place.latitude, place.longitude, place.country)))


def _repeats(read: Sequence[_Read]) -> Iterator[Fault]:
    """Rows that tell a place a second time."""
    first: dict[tuple[str, str], list[_Read]] = {}
    for one in read:
        place = one.own.place
        beside = first.setdefault((fold_name(place.name), place.country or ""), [])
        taken = first.setdefault((one.own.replaces or "", ""), []) if one.own.replaces else []
        near = [
            other for other in beside if other.own.place.kind == place.kind and kilometres(other.own.place, place) <= SAME_KM
        ]
        same = next(iter((*near, *taken)), None)
        if same is not None:
            yield one.row.fault("name", "each place once", f"{place.name!r}, which line {same.row.line} tells already")
        beside.append(one)
        taken.append(one)


def _with_ids(read: Sequence[_Read]) -> Iterator[OwnPlace]:
    """The places, those that are none of the gazetteer's with an id of country and name, and a number behind a second one."""
    counted: dict[str, int] = {}
    for one in read:
        place = one.own.place
        if place.id:
            yield one.own
            continue
        id = f"own:{(place.country or '').lower()}-{fold_name(place.name).replace(' ', '-')}"
        counted[id] = counted.get(id, 0) + 1
        yield replace(one.own, place=replace(place, id=id if counted[id] == 1 else f"{id}-{counted[id]}"))
