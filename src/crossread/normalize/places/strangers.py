"""Small towns far from all that a local report tells: namesakes of its quarters and streets, not where anything happened."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.codebook import ActorRegistry
from crossread.codebook.actor_entry import ActorEntry
from crossread.gazetteer import Extent, GazetteerPlace
from crossread.normalize.actors.context import ARMED
from crossread.normalize.places.candidates import Chooser, kilometres
from crossread.normalize.places.standing import PLACED, PLACED_BEHIND, STANDS_IN
from crossread.normalize.places.told import Told, is_told_as_place
from crossread.normalize.places.toponyms import Toponym

SMALL_TOWN = 25_000  # inhabitants; a larger town is known beyond its region
HOME_TOWN = 50_000  # inhabitants of a town that a local report is about
FAR_KM = 250.0
MOST_COUNTRIES = 8  # in which groups of a name act; one that acts in more ("Islamic State") says nothing of where a report is
_GROUP = re.compile(r"\b(?:[Aa]l-)?[A-Z][\w'’]*(?:[ -](?:[Aa]l-)?[A-Z][\w'’]*){0,3}")
ACROSS_KM = 300.0
ACROSS_DEGREES = 3.0  # the same, around the box of a country
LONGEST_READ = 40_000  # characters of a report that are searched for the names of groups
LARGE_CITY = 1_000_000  # inhabitants; so large a city is known wherever the group acts
# What follows the name of a quarter, a street or a house, not that of a town in which it is told to be.
_PART = re.compile(
    r"\.?\s+(?:neighbou?rhood|district|quarter|section|subdivision|suburb|area|ave(?:nue)?|st(?:reet)?s?|r(?:oa)?d|drive|lane"
    r"|boulevard|blvd|square|bar|restaurant|club|apartments?|mall|park|plaza|station)\b",
    re.IGNORECASE,
)


def find_strangers(
    text: str,
    told: Sequence[Told],
    towns: Mapping[str, GazetteerPlace],
    people: Collection[str],
    capitals: Collection[str],
) -> frozenset[str]:
    """Names for which only a small town far away is known, in another region than all other places of the report.

    "Four were shot outside an East End bar, Houston police said" is not in East End, Arkansas. Such a name is one of a street,
    a quarter or a house at least once, and nowhere that of a place in which something is. The report must tell a town of the
    same country as one ("Houston police"), no capital, which is told of from everywhere. `towns` are the names that are asked
    about with their places, told with no region and not where the source is; `people` those that are people's here.
    """
    placed = {row.toponym.folded: row.choice.place for row in told if row.choice.place}
    homes = {
        row.toponym.folded: row.choice.place
        for row in told
        if row.choice.place and _is_home(row.choice.place, capitals) and is_told_as_place(text, row)
    }
    return frozenset(
        name
        for name, place in towns.items()
        if _is_small(place)
        and (name in people or _names_part(text, [row.toponym for row in told if row.toponym.folded == name]))
        and any(home.country == place.country for other, home in homes.items() if other != name)
        and all(_is_elsewhere(place, other) for key, other in placed.items() if key != name)
    )


def group_countries(text: str) -> Iterator[str]:
    """The country of every telling of an armed group or mission that acts in one country alone: "Wazalendo", "MINUSMA"."""
    for _, countries in groups_told(text):
        if len(countries) == 1:
            yield next(iter(countries))


def wide_group_countries(text: str) -> Iterator[str]:
    """The countries of every armed group told that acts in a few: "Boko Haram" in four, "al-Shabaab" in Somalia and around."""
    registry = ActorRegistry.load()
    for match in _GROUP.finditer(text):
        countries = {iso for entry in registry.candidates(match.group()) if entry.type in ARMED for iso in entry.countries}
        if 1 < len(countries) <= MOST_COUNTRIES:
            yield from sorted(countries)


def groups_told(text: str) -> Iterator[tuple[int, frozenset[str]]]:
    """Where each armed group or mission that acts in a few countries is told, and in which: "AMISOM", "the Taliban"."""
    registry = ActorRegistry.load()
    for match in _GROUP.finditer(text, 0, LONGEST_READ):
        bound = (entry.countries for entry in registry.candidates(match.group()) if _is_bound(entry))
        countries = frozenset(iso for told in bound if len(told) <= MOST_COUNTRIES for iso in told)
        if countries:
            yield match.start(), countries


def without_groups(toponyms: Sequence[Toponym], chooser: Chooser) -> list[Toponym]:
    """The toponyms, of which names of armed groups that only towns elsewhere bear are no names of those towns."""
    return [
        replace(toponym, listed=False) if toponym.listed and _is_group_only(toponym, chooser) else toponym
        for toponym in toponyms
    ]


def beyond_groups(placed: Mapping[str, GazetteerPlace], countries: Collection[str]) -> frozenset[str]:
    """Names of places in none of these countries, where the groups of the report act: "Boko Haram killed 12 in Baga", of Spain.

    A town across a border lies near another place that the report tells.
    """
    return frozenset(
        name
        for name, place in placed.items()
        if place.kind != "country"
        and place.country
        and place.country not in countries
        and place.population < LARGE_CITY
        and all(kilometres(place, other) > ACROSS_KM for other in placed.values() if other is not place)
    )


def lies_around(place: GazetteerPlace, extents: Sequence[Extent]) -> bool:
    """True for a place in or around one of the countries: armed groups cross borders ("RSF fighters in Birao")."""
    return any(
        e.south - ACROSS_DEGREES <= place.latitude <= e.north + ACROSS_DEGREES
        and e.west - ACROSS_DEGREES <= place.longitude <= e.east + ACROSS_DEGREES
        for e in extents
    )


def _is_bound(entry: ActorEntry) -> bool:
    """True for an armed group, and for a mission of several states, which acts where it was sent."""
    return entry.type in ARMED or (entry.type == "foreign_forces" and entry.home is None)


def _is_group_only(toponym: Toponym, chooser: Chooser) -> bool:
    if not ActorRegistry.load().candidates(toponym.text):
        return False
    return all(is_armed_group(toponym.text, place) for place in chooser.named(toponym.folded).places)


def is_armed_group(name: str, place: GazetteerPlace) -> bool:
    """True where a town bears the name of an armed group that acts elsewhere: "a Fano attack" is not in Fano, Italy."""
    entries = ActorRegistry.load().candidates(name) if place.kind == "settlement" else ()
    return any(entry.type in ARMED and entry.countries and place.country not in entry.countries for entry in entries)


def _names_part(text: str, toponyms: Sequence[Toponym]) -> bool:
    parts = [toponym for toponym in toponyms if _PART.match(text, toponym.end)]
    return bool(parts) and not any(_is_place(text, toponym) for toponym in toponyms if toponym not in parts)


def _is_place(text: str, toponym: Toponym) -> bool:
    before = text[max(0, toponym.start - 40) : toponym.start]
    return bool(STANDS_IN.search(before) or PLACED.search(before) or PLACED_BEHIND.match(text, toponym.end))


def _is_home(place: GazetteerPlace, capitals: Collection[str]) -> bool:
    return place.kind == "settlement" and place.population >= HOME_TOWN and place.id not in capitals


def _is_small(place: GazetteerPlace) -> bool:
    return place.kind == "settlement" and place.population < SMALL_TOWN


def _is_elsewhere(place: GazetteerPlace, other: GazetteerPlace) -> bool:
    if other.kind == "country":
        return True
    return (place.country, place.admin1) != (other.country, other.admin1) and kilometres(place, other) > FAR_KM
