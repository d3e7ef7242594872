"""The head of a report: the town it was written in, and the seats of agencies that write of other countries."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.gazetteer import GazetteerPlace
from crossread.normalize.places.candidates import Chooser
from crossread.normalize.places.told import stands_at_head
from crossread.normalize.places.toponyms import Toponym
from crossread.normalize.places.words import load_place_words

LARGE_CITY = 1_000_000  # inhabitants of a city that writes of other countries as a capital does
OF_TOWN = 40  # characters before a name in which "the market of" stands
_SITE = (
    r"(?:(?:market|market\s?place|town hall|city hall|bus station|cathedral|mayor|outskirts|streets"
    r"|(?:town|city)?\s?cent(?:er|re)|downtown|airport|football stadium)s?)"
)
_TOWNS = re.compile(rf"\b{_SITE}\s+(?:of|in)\s+$", re.IGNORECASE)
_TOWNS_OWN = re.compile(rf"(?:['’]s)?\s+(?:\w+\s+)?{_SITE}\b")
_CAPITAL_BEHIND = re.compile(r"\s([A-Z][a-z]+)\b")
HEAD_TOWN = 50_000  # inhabitants of a town that a report is rather written in than in a region abroad


def head_names(text: str, toponyms: Sequence[Toponym], chooser: Chooser) -> frozenset[str]:
    """Cities that only head the report: "KAMPALA, 4 March (Agency) - Rebels attacked Bunagana".

    Reports from smaller towns ("BENI - ") are local ones.
    """
    seen: dict[str, bool] = {}
    for toponym in toponyms:
        if toponym.listed and not toponym.demonym:
            seen[toponym.folded] = seen.get(toponym.folded, True) and stands_at_head(text, toponym)
    return frozenset(name for name, heads in seen.items() if heads and _is_city(name, chooser))


def _is_city(name: str, chooser: Chooser) -> bool:
    places = chooser.named(name).places
    known = any(place.id in chooser.capitals or place.population >= LARGE_CITY for place in places)
    return known or name in load_place_words().desks


def is_site_of_town(text: str, toponym: Toponym) -> bool:
    """True for the name of a place that has a market, a mayor or a hospital: "the market of Beni", "Beni's cathedral"."""
    before = text[max(0, toponym.start - OF_TOWN) : toponym.start]
    return _TOWNS.search(before) is not None or _TOWNS_OWN.match(text, toponym.end) is not None


def names_house(text: str, toponym: Toponym) -> bool:
    """True for the name before that of a site ("Nur Hotel"): the house may be called after anything."""
    site = _CAPITAL_BEHIND.match(text, toponym.end)
    return site is not None and load_place_words().sites.fullmatch(site[1].lower()) is not None


def towns_first(places: Sequence[GazetteerPlace]) -> Sequence[GazetteerPlace]:
    """The places without regions of countries that have no town of that name: a report is written in a town.

    "BENI (Agency) - Rebels" is from the town in Congo, not from the region of Bolivia; "ANBAR - " has no town to be from.
    """
    towns = [place for place in places if place.kind == "settlement" and place.matched == "name"]
    homes = {place.country for place in towns}
    if all(place.population < HEAD_TOWN for place in towns):
        return places
    return tuple(place for place in places if place.kind != "admin1" or place.country in homes)
