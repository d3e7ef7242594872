"""Towns that another country's forces struck or that another country's city writes of, where nothing else tells theirs."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from rapidfuzz.distance import JaroWinkler

from crossread.gazetteer import GazetteerPlace, fold_name
from crossread.normalize.places.words import load_place_words

TOLD_ABROAD = 50_000  # inhabitants of a town that cities of any other country write of
NEAR_BY = 0.005  # nearness of a smaller one to the city that writes of it, some 850 km
HOME = 0.5  # share of the document's country words from which a town in that country goes before a region abroad
TOLD_HOME = 0.2  # … and before a town abroad: a report from Maputo may name a French company and a Portuguese government
WORLD_CITY = 1_000_000  # people of a city or region that is meant in a report about any country
STRUCK_ABROAD = 10_000  # inhabitants of a town that another country's forces are told to have struck, where a village is none

ALIKE = 0.75  # Jaro-Winkler of a name and a word of it in another spelling: 0.89 of Tekoa and Teqoa, 0.61 of Alga and Hagere
NO_VILLAGE = 10_000  # inhabitants of a town that reports tell by any of its names
SMALL = 100_000  # inhabitants; larger places are named in reports about other countries too
KNOWN_ABROAD = 400_000  # inhabitants; 150,000 and a million did no better on LGL, the million worse on TR-News
ALIAS_KNOWN = 2_000_000  # people of a city known abroad by another name than its own ("Calcutta")


def may_be_struck(place: GazetteerPlace, namesakes: Sequence[GazetteerPlace], spelt: Collection[str], *, village: bool) -> bool:
    """True for a town by its own name, which no other country has; a smaller town that is only called so too is no such.

    In another spelling (`spelt` has the ids) no other country may have a town of that size: Jenin is not the hamlet in Poland.
    With `village` one by its own name may be one too ("two Chadian soldiers were killed in Tessalit"), but for those of states
    that wage war elsewhere, whose villages have the names of half the world.
    """
    small = place.id in spelt
    village = village and place.matched == "name" and not small and place.country not in load_place_words().abroad
    if not (village or place.population >= STRUCK_ABROAD) or not (place.matched == "name" or small):
        return False
    others = [p for p in namesakes if not (small and p.kind == "settlement" and p.population < STRUCK_ABROAD)]
    if place.matched == "name":
        others = [p for p in others if p.matched == "name" or p.kind != "settlement" or p.population >= place.population]
    return all(other.country == place.country for other in others)


def may_be_told_from(
    place: GazetteerPlace, namesakes: Sequence[GazetteerPlace], *, desk: bool, placed: bool, near: float
) -> bool:
    """True for a town of another country than the city at the head of a report, which nothing else puts into either.

    From the seat of an agency (`desk`) a town is told by its own name, or by another that no other country has. From any other
    city only by a name of one country, where the words put something there (`placed`), and a small one only if it is not far
    (`near` is its nearness). Of the four coded reports whose other city at the head alone tells its country three play abroad.
    """
    alone = len({other.country for other in namesakes}) == 1
    if desk:
        return alone or place.matched == "name"
    return alone and placed and (place.population >= TOLD_ABROAD or near >= NEAR_BY)


def has_namesake_at_home(place: GazetteerPlace, namesakes: Sequence[GazetteerPlace], countries: Mapping[str, float]) -> bool:
    """True for the Nara of Japan in a report on Mali, which has a town of that name; `countries` are the report's shares.

    Palma of a report from Maputo that also tells a French company is not on Mallorca either.
    """
    if place.kind not in ("settlement", "admin1") or place.population >= WORLD_CITY * (2 if place.kind == "admin1" else 1):
        return False
    least = HOME if place.kind == "admin1" else TOLD_HOME
    return any(
        p.kind == "settlement" and p.matched == "name" and countries.get(p.country or "", 0.0) >= least for p in namesakes
    )


def has_own_name(place: GazetteerPlace, namesakes: Sequence[GazetteerPlace]) -> bool:
    """True where a place of the same country bears the name as its own."""
    return any(other.matched == "name" and other.country == place.country for other in namesakes)


def is_only_called(place: GazetteerPlace, namesakes: Sequence[GazetteerPlace]) -> bool:
    """True for a town that is listed under another name where a place elsewhere has this one as its own, and for that place.

    "Alga" is another name of Hagere Maryam in Ethiopia and the name of a village in Kyrgyzstan: a report that speaks of no
    country is as likely of one that no list has. Cities of `ALIAS_KNOWN` people are told by such names everywhere ("Calcutta"),
    and a place of its name that is larger than all that are only called so is meant before them.
    """
    others = [other for other in namesakes if other.kind == "settlement" and other.country != place.country]
    if place.matched == "alternate":
        return _is_nickname(place, [other.name for other in others if other.matched == "name"])
    called = [other for other in others if other.population > max(place.population, NO_VILLAGE)]
    return place.kind == "settlement" and place.matched == "name" and any(_is_nickname(o, [place.name]) for o in called)


def _is_nickname(place: GazetteerPlace, names: Sequence[str]) -> bool:
    """True if one of these is another name of the town, and no other spelling of its own ("Teqoa" for Tekoa)."""
    if place.kind != "settlement" or place.matched != "alternate" or place.population >= ALIAS_KNOWN:
        return False
    own = fold_name(place.name).split()
    return bool(names) and not any(JaroWinkler.similarity(fold_name(name), word) >= ALIKE for name in names for word in own)


def obscurity(place: GazetteerPlace, namesakes: Sequence[GazetteerPlace], *, alias: bool) -> float:
    """1 for a place that only reports about its own country name, 0 for one known abroad, in between for towns in between.

    So are a town of some size with a name or region of its own and, by another name (`alias`: "Dundu" for Dundo), millions.
    """
    if alias and place.population < ALIAS_KNOWN:
        return 1.0
    if place.population >= SMALL and len({other.country for other in namesakes}) < 2:
        return 0.0
    if place.population >= SMALL and any(other.kind == "admin1" and other.country == place.country for other in namesakes):
        return 0.0
    share = (math.log10(KNOWN_ABROAD) - math.log10(max(place.population, 1))) / (math.log10(KNOWN_ABROAD) - math.log10(SMALL))
    return min(1.0, max(0.0, share))
