"""The rows of table places, made from the facts: countries, regions, counties, areas, sites, settlements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pycountry

from crossread.gazetteer.dump import iter_dump
from crossread.gazetteer.names import fold_name
from crossread.gazetteer.sources import Facts

ARTICLES = ("al-", "el-", "ad-", "an-", "ar-", "as-", "ash-", "at-", "az-", "es-", "en-")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """One place as it goes into the file. `alternates` are matched with less trust than `name` and `also_primary`."""

    id: str
    name: str
    kind: str
    country: str | None
    admin1: str | None
    latitude: float
    longitude: float
    population: int
    source: str
    also_primary: tuple[str, ...] = ()
    alternates: tuple[str, ...] = ()
    capital_of: str | None = None

    def columns(self) -> tuple[Any, ...]:
        """The columns of table places, without the number."""
        point = (round(self.latitude, 4), round(self.longitude, 4))
        return (self.id, self.name, self.kind, self.country, self.admin1, *point, self.population, self.source)


def iter_places(facts: Facts, *, dump: Path | None = None) -> Iterator[PlaceRow]:
    """All places, countries first; the settlements are the dump's where one is given."""
    yield from _iter_countries(facts)
    yield from _iter_regions(facts)
    yield from _iter_counties(facts)
    yield from _iter_areas(facts)
    yield from _iter_sites(facts)
    yield from _iter_dumped(facts, dump) if dump else _iter_settlements(facts)


def _iter_countries(facts: Facts) -> Iterator[PlaceRow]:
    for iso, row in facts.countries.items():
        official = pycountry.countries.get(alpha_2=iso)
        names = [getattr(official, key, None) for key in ("name", "common_name", "official_name")] if official else []
        yield PlaceRow(
            id=f"geonames:{row['geonames']}" if "geonames" in row else f"iso:{iso}",
            name=row["name"],
            kind="country",
            country=iso,
            admin1=None,
            latitude=row["point"][0],
            longitude=row["point"][1],
            population=facts.populations.get(iso, 0),
            source="crossread",
            also_primary=(*row.get("also", []), *(name for name in names if name)),
        )


def _iter_regions(facts: Facts) -> Iterator[PlaceRow]:
    for key, (name, geonames_id) in facts.regions.items():
        if key in facts.region_points:
            yield PlaceRow(
                id=f"geonames:{geonames_id}"
                if geonames_id
                else f"crossread:{key[0].lower()}-{fold_name(name).replace(' ', '-')}",
                name=name,
                kind="admin1",
                country=key[0],
                admin1=name,
                latitude=facts.region_points[key][0],
                longitude=facts.region_points[key][1],
                population=facts.region_populations.get(key, 0),
                source="geonames",
                also_primary=tuple(facts.region_names.get(key, ())),
            )


def _iter_counties(facts: Facts) -> Iterator[PlaceRow]:
    for fips, state, name, latitude, longitude in facts.counties:
        yield PlaceRow(
            id=f"fips:{fips}",
            name=name,
            kind="county",
            country="US",
            admin1=facts.regions["US", state][0],
            latitude=float(latitude),
            longitude=float(longitude),
            population=0,
            source="census",
        )


def _iter_areas(facts: Facts) -> Iterator[PlaceRow]:
    for row in facts.areas:
        yield PlaceRow(
            id=f"crossread:{fold_name(row['name']).replace(' ', '-')}",
            name=row["name"],
            kind=row.get("kind", "area"),
            country=row.get("country"),
            admin1=row.get("admin1"),
            latitude=row["point"][0],
            longitude=row["point"][1],
            population=0,
            source="crossread",
            also_primary=tuple(row.get("also", ())),
        )


def _iter_sites(facts: Facts) -> Iterator[PlaceRow]:
    for country, region, name, latitude, longitude, *also in facts.sites:
        yield PlaceRow(
            id=f"crossread:{country.lower()}-{fold_name(name).replace(' ', '-')}",
            name=name,
            kind="settlement",
            country=country,
            admin1=region or None,
            latitude=float(latitude),
            longitude=float(longitude),
            population=0,
            source="crossread",
            also_primary=tuple(also[0].split(";")) if also and also[0] else (),
        )


def _iter_settlements(facts: Facts) -> Iterator[PlaceRow]:
    capitals = _capitals(facts)
    # Capitals first: whoever opens the file reads them all, and side by side they are a few pages instead of 240.
    for row in sorted(facts.settlements, key=lambda row: row["geonameid"] not in capitals):
        region = facts.regions.get((row["countrycode"], row["admin1code"]))
        name, given_up = facts.renamed.get(str(row["geonameid"]), row["name"]), row["name"]
        yield PlaceRow(
            id=f"geonames:{row['geonameid']}",
            name=name,
            kind="settlement",
            country=row["countrycode"],
            admin1=region[0] if region else None,
            latitude=row["latitude"],
            longitude=row["longitude"],
            population=row["population"],
            source="geonames",
            also_primary=(name.split(" (")[0], *facts.usual.get(str(row["geonameid"]), ())),
            alternates=tuple(
                a
                for a in row["alternatenames"]
                if _worth_keeping(a) and (name == given_up or fold_name(a) != fold_name(given_up))
            ),
            capital_of=capitals.get(row["geonameid"]),
        )


def _iter_dumped(facts: Facts, dump: Path) -> Iterator[PlaceRow]:
    capitals = _capitals(facts)
    for row in iter_dump(dump):
        region = facts.regions.get((row.country, row.admin1_code))
        name = facts.renamed.get(row.geonames_id, row.name)
        yield PlaceRow(
            id=f"geonames:{row.geonames_id}",
            name=name,
            kind=row.kind,
            country=row.country or None,
            admin1=region[0] if region else None,
            latitude=row.latitude,
            longitude=row.longitude,
            population=row.population,
            source="geonames",
            also_primary=(name.split(" (")[0], *facts.usual.get(row.geonames_id, ())),
            alternates=tuple(
                a for a in row.alternates if _worth_keeping(a) and (name == row.name or fold_name(a) != fold_name(row.name))
            ),
            capital_of=capitals.get(int(row.geonames_id)),
        )


def _capitals(facts: Facts) -> dict[int, str]:
    """GeoNames id of each capital: the largest settlement of the country by that name, else by that alternate name."""
    wanted = {(iso, fold_name(row["capital"])): iso for iso, row in facts.countries.items() if row.get("capital")}
    isos = set(wanted.values())
    found: dict[tuple[str, str], tuple[bool, int, int]] = {}
    for row in facts.settlements:
        if row["countrycode"] in isos:
            for name in (row["name"], *row["alternatenames"]):
                key = (row["countrycode"], fold_name(name))
                if key in wanted:
                    rank = (name == row["name"], row["population"], row["geonameid"])
                    found[key] = max(found.get(key, rank), rank)
    return {rank[2]: wanted[key] for key, rank in found.items()}


def _worth_keeping(name: str) -> bool:
    """Latin names as people write them: no airport codes, no machine romanisation (all in small letters)."""
    if not name or (len(name) <= 3 and name.isupper()):
        return False
    if not (name[0].isupper() or name.startswith(ARTICLES) or name[0] in "'‘’ʻ"):
        return False
    return all(not c.isalpha() or ord(c) < 0x0250 or 0x1E00 <= ord(c) < 0x1F00 for c in name)
