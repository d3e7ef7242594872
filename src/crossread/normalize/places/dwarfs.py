"""Small towns called like a great city of their country: Houston, Pennsylvania (1,266 people) beside Houston, Texas.

Reports of a great city name its streets, quarters and people, and each of these is some small town's name, too: two such names
that happen to be neighbours were enough to put a shooting in Houston beside McDonald, Pennsylvania. One name near it is no sign
for such a town; several are, and so is its region where the report or its source tells it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crossread.gazetteer import GazetteerPlace

GREAT = 300_000  # inhabitants of a city that is meant where nothing but one other name speaks for a namesake of its country
TIMES = 20  # so many times the inhabitants of the namesake

Region = tuple[str, str]
# Of each candidate: how near the nearest other name lies, the second nearest, and their mean.
Nearness = tuple[list[float], list[float], list[float]]


def find_dwarfs(places: Sequence[GazetteerPlace]) -> frozenset[str]:
    """Ids of the candidates that are small towns beside a great city of their country and name."""
    cities = [p for p in places if p.kind == "settlement" and p.matched == "name" and p.population >= GREAT]
    return frozenset(place.id for place in places if _is_dwarf(place, cities)) if cities else frozenset()


def _is_dwarf(place: GazetteerPlace, cities: Iterable[GazetteerPlace]) -> bool:
    return place.kind == "settlement" and any(
        city.country == place.country and city.admin1 != place.admin1 and city.population >= TIMES * place.population
        for city in cities
    )


def told_regions(named: Iterable[Sequence[GazetteerPlace]]) -> frozenset[Region]:
    """The regions that the names of a report may mean, each with the candidates of one name."""
    return frozenset((p.country, p.admin1) for places in named for p in places if p.kind == "admin1" and p.country and p.admin1)


def without_lone_neighbours(near: Nearness, alone: Sequence[bool]) -> tuple[list[float], list[float]]:
    """How near the others lie to each candidate, the nearest and the mean; for those that are `alone`, but for the nearest."""
    best, second, mean = near
    if not any(alone):
        return best, mean
    rows = list(zip(alone, best, second, mean, strict=True))
    return [s if lone else b for lone, b, s, _ in rows], [min(m, s) if lone else m for lone, _, s, m in rows]
