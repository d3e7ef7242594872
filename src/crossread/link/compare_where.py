"""Comparison of places: by name, by distance with what each place covers, by region and country."""

from __future__ import annotations

import math

from rapidfuzz import fuzz

from crossread import patterns as re
from crossread.link.comparison import Comparison, Pair, Telling, once
from crossread.link.origins import origins_in
from crossread.link.tolerances import step, tolerances
from crossread.link.words import fold, fold_words
from crossread.records import Place
from crossread.registry import register

NAME = "where"
FINE = ("exact", "near")
EARTH_KM = 6371.0
_AT_HOME = frozenset(("police", "state_forces", "officials"))
_SMALL_WORD = re.compile(r"(?<![\w-])[a-z]+(?:-[a-z]+)?(?![\w-])(?!\s+(?:of|from)\b)")
# Likeness of two spellings (0 to 100, rapidfuzz ratio) from which they are one name.
SAME_SPELLING = 90


@register("comparisons", "where@1")
def compare_where(pair: Pair) -> Comparison:
    """How the places lie to each other; a coarser place that holds the finer one agrees with it."""
    places = [side.claim.where.value if side.claim.where else None for side in (pair.a, pair.b)]
    a, b = places
    found = _compare(pair, a, b)
    if a is None or b is None:
        return found
    if _is_set_beside(pair, a, b):
        return _say(
            min(found.score or 0.0, tolerances(NAME)["set_beside"]),
            f"{found.sentence[:-1]}; one sets the other's beside its own.",
        )
    named = _named_by_other(pair, a, b)
    if found.score is None:
        if named:
            return _say(tolerances(NAME)["named_in_both"], f"{found.sentence[:-1]}; one report names the other's place, too.")
        return _two_unlisted(a, b) or found
    if found.score < 0 and (named or _names_town(pair, a, b)):
        return _say(tolerances(NAME)["named_by_other"], f"{found.sentence[:-1]}, but one report names the other's place, too.")
    if found.score > -1.0 and not named:
        return _two_spots(pair, a, b, _two_sites(a, b) or found)
    return found


def _two_sites(a: Place, b: Place) -> Comparison | None:
    """Lower where two streets or sites of one town are told ("Elm Street, Kossa"; "the harbour, Kossa"): their point is its.

    Two villages that the gazetteer has not ("near Tatar Khel, Lakki Marwat") have no more in common than the town they lie by.
    """
    if a.precision not in FINE or b.precision not in FINE or not a.gazetteer_id or a.gazetteer_id != b.gazetteer_id:
        return None
    (site, _, town), (other, _, same) = ((place.name or "").rpartition(", ") for place in (a, b))
    if not site or not other or fold(town) != fold(same) or _one_site(site, other):
        return None
    kind = "villages" if "near" in (a.precision, b.precision) else "sites"
    return _say(tolerances(NAME)[f"two_{kind}"], f"Two {kind} {'by' if kind == 'villages' else 'in'} {town}: {site}; {other}.")


def _two_unlisted(a: Place, b: Place) -> Comparison | None:
    """Lower where two names are told that the gazetteer has not: what it has not, it cannot say to be apart."""
    names = [place.name for place in (a, b) if place.name and (place.gazetteer_id is None or ", " in place.name)]
    if len(names) < len((a, b)) or "admin1" in (a.precision, b.precision) or _one_site(*(own_name(name) for name in names)):
        return None
    return _say(tolerances(NAME)["two_unlisted"], f"Two names the gazetteer has not: {names[0]}; {names[1]}.")


def _one_site(site: str, other: str) -> bool:
    """One site under two names ("Tatar Khel", "Tatarkhel village")."""
    spelled = (fold(name).replace(" ", "") for name in (site, other))
    return bool(fold_words(site) & fold_words(other)) or fuzz.partial_ratio(*spelled) >= SAME_SPELLING


def _two_spots(pair: Pair, a: Place, b: Place, found: Comparison) -> Comparison:
    """Lower where the words tell of two parts of a country, or of two settlements of which neither report names the other's."""
    table, score = tolerances(NAME), found.score or 0.0
    if _parts(pair.a) and _parts(pair.b) and not _parts(pair.a) & _parts(pair.b):
        parts = f"{', '.join(sorted(_parts(pair.a)))}; {', '.join(sorted(_parts(pair.b)))}"
        return _say(min(score, table["other_part"]), f"{found.sentence[:-1]}; two parts are told: {parts}.")
    if a.precision in FINE and b.precision in FINE and a.name and b.name and not _same_name(a, b):
        lowered = max(table["lowest_of_two_spots"], score - table["two_spots"])
        if _are_two_towns(a, b):
            lowered = min(lowered, table["two_towns"])
        return _say(min(score, lowered), f"{found.sentence[:-1]}; neither report names the other's place.")
    return found


def _are_two_towns(a: Place, b: Place) -> bool:
    """True for two exact places with an entry each, further apart than one spot: that neighbours are near says nothing."""
    apart = distance_km(a, b)
    entries = {place.gazetteer_id for place in (a, b) if place.precision == "exact" and place.gazetteer_id}
    return (
        len(entries) > 1
        and apart is not None
        and apart > tolerances(NAME)["one_spot"]
        and not _one_site(a.name or "", b.name or "")
    )


@once
def _parts(telling: Telling) -> frozenset[str]:
    """The parts of a country or town that the place's own words tell, as points of the compass.

    "North Darfur" is a name, and "west of Kutum" is a way.
    """
    raw = telling.claim.where.raw if telling.claim.where else ""
    words = frozenset(match.group().replace("-", "") for match in _SMALL_WORD.finditer(raw))
    return frozenset(part[0] for part in tolerances(NAME)["parts"] if words.intersection(part))


def _compare(pair: Pair, a: Place | None, b: Place | None) -> Comparison:
    if a is None or b is None:
        return _by_frame(pair, a or b)
    if a.country and b.country and a.country != b.country:
        return _two_countries(a, b)
    if a.precision == "country" or b.precision == "country":
        return _say(tolerances(NAME)["within_country"], f"Both in {a.country}.") if a.country and b.country else _unknown(a, b)
    if _same_name(a, b):
        return _namesakes(a, b)
    if a.precision in FINE and b.precision in FINE:
        return _two_fine(a, b)
    return _coarse(a, b)


def _is_set_beside(pair: Pair, a: Place, b: Place) -> bool:
    """True where one tells of an attack at the other's place as of another one ("hours before the massacre in Solhan")."""
    sides = ((a, b, pair.b.beside), (b, a, pair.a.beside))
    if not a.name or not b.name or not (pair.a.beside or pair.b.beside) or _one_site(a.name, b.name):
        return False
    return any(
        fold(own_name(place.name or "")) in beside and fold(own_name(other.name or "")) not in beside
        for place, other, beside in sides
    )


def _named_by_other(pair: Pair, a: Place, b: Place) -> bool:
    """True if the words of one telling hold the name of the other's place: a street that was taken for a town elsewhere.

    Words that say nothing need not be held: the "and" of "Belmont and Junction avenues, Toledo".
    """
    weights = pair.weights
    if weights is None:
        return False
    for place, other in ((a, pair.b.text), (b, pair.a.text)):
        words = frozenset(word for word in fold_words(place.name or "") if weights.says(word)) | town_words(place)
        if place.precision in FINE and words and all(weights.holds(other, word) for word in words):
            return True
    return False


def _names_town(pair: Pair, a: Place, b: Place) -> bool:
    """True if the words of one telling hold the town of the other's street or site: the town is told there, too."""
    weights = pair.weights
    if weights is None:
        return False
    for place, other in ((a, pair.b.text), (b, pair.a.text)):
        words = town_words(place)
        if words and all(weights.holds(other, word) for word in words):
            return True
    return False


def town_words(place: Place) -> frozenset[str]:
    """The folded words of the town that a fine place is, or lies in: "South Flores Street, San Antonio"."""
    return fold_words((place.name or "").rpartition(", ")[2]) if place.precision in FINE else frozenset()


def distance_km(a: Place, b: Place) -> float | None:
    """Kilometres between two places on a sphere, None where one has no coordinates."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    lat_a, lat_b = math.radians(a.latitude), math.radians(b.latitude)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b.longitude - a.longitude) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _say(score: float | None, sentence: str) -> Comparison:
    return Comparison(name=NAME, score=score, sentence=sentence)


def _words(place: Place) -> str:
    near = "near " if place.precision == "near" else ""
    parts = [part for part in (place.name, place.admin1 if place.admin1 != place.name else None) if part]
    return near + (", ".join(parts) or str(place.country))


def _unknown(a: Place, b: Place) -> Comparison:
    return _say(None, f"Places cannot be compared: {_words(a)}; {_words(b)}.")


def _by_frame(pair: Pair, told: Place | None) -> Comparison:
    table = tolerances(NAME)
    if told is None:
        shared = (pair.a.frame or home_of(pair.a)) & (pair.b.frame or home_of(pair.b))
        return _say(table["frame_fits"] / 2 if shared else None, "Neither tells the place.")
    other = pair.a if pair.a.claim.where is None or pair.a.claim.where.value is None else pair.b
    frame = other.frame or home_of(other)
    if told.country is None or not (frame or other.spoken_of):
        return _say(None, f"Only one tells the place: {_words(told)}.")
    if told.country in frame | other.spoken_of:
        return _say(
            table["frame_fits"], f"Only one tells the place ({_words(told)}); the other report speaks of the same country."
        )
    countries = ", ".join(sorted(frame or other.spoken_of))
    key = "frame_differs" if frame else "spoken_differs"
    if not frame and pair.a.spoken_of & pair.b.spoken_of:
        return _say(None, f"Only one tells the place: {_words(told)}.")
    return _say(table[key], f"Only one tells the place ({_words(told)}); the other report speaks of {countries}.")


@once
def home_of(telling: Telling) -> frozenset[str]:
    """The countries of the police, the army and the officials who act or suffer in it: they are at home.

    Those abroad are coded as foreign forces. Stands in for a place where a report tells none: "South African police open fire
    on striking workers at a mine".
    """
    at_home = (actor for actor in telling.claim.actors if actor.type in _AT_HOME)
    return frozenset(country for actor in at_home for country in origins_in(f"{actor.name or ''}; {actor.raw}"))


def _two_countries(a: Place, b: Place) -> Comparison:
    apart = distance_km(a, b)
    if apart is not None and apart <= tolerances(NAME)["border"] and "country" not in (a.precision, b.precision):
        return _say(0.0, f"Two countries, {apart:.0f} km apart: {_words(a)}; {_words(b)}.")
    return _say(-1.0, f"Two countries: {_words(a)} ({a.country}); {_words(b)} ({b.country}).")


def _same_name(a: Place, b: Place) -> bool:
    if a.gazetteer_id and a.gazetteer_id == b.gazetteer_id:
        return True
    if not a.name or not b.name:
        return False
    names = [fold(place.name or "") for place in (a, b)]
    if not (a.gazetteer_id and b.gazetteer_id):  # "Tatar Khel" without a point, and "Tatar Khel, Lakki Marwat"
        names = [own_name(name) for name in names]
    return names[0] == names[1] or fuzz.ratio(*names) >= SAME_SPELLING


def own_name(name: str) -> str:
    """The name of a site without the town it stands in."""
    return name.partition(", ")[0]


def _namesakes(a: Place, b: Place) -> Comparison:
    table = tolerances(NAME)
    apart = distance_km(a, b)
    fine = a.precision in (*FINE, "area") and b.precision in (*FINE, "area")
    if fine and apart is not None and apart > table["namesakes_apart"]:
        return _say(-0.3, f"Two places called {a.name}, {apart:.0f} km apart.")
    if not fine:
        return _say(table["within_admin1"], f"Both in or around {a.name}, told at different levels or as a region.")
    if {a.precision, b.precision} == set(FINE):
        return _say(table["same_name_near"], f"In and near the same place: {_words(a)}; {_words(b)}.")
    return _say(table["same_name"], f"The same place: {_words(a)}.")


def _two_fine(a: Place, b: Place) -> Comparison:
    table = tolerances(NAME)
    apart = distance_km(a, b)
    if apart is None:
        if a.admin1 and b.admin1 and fold(a.admin1) != fold(b.admin1):
            return _say(table["other_admin1"], f"Two regions: {_words(a)}; {_words(b)}.")
        alike = not a.name or not b.name or _one_site(own_name(a.name), own_name(b.name))
        return _say(
            table["within_country"] if alike else table["two_names"],
            f"Two names, distance not known: {_words(a)}; {_words(b)}.",
        )
    slack = sum(table["radius"]["near"] for place in (a, b) if place.precision == "near")
    score = step(max(0.0, apart - slack), table["apart"], beyond=table["beyond_apart"])
    if slack:  # "near" may make two places one, but it brings none closer than they can lie
        score = min(score, step(apart, table["near_apart"], beyond=table["beyond_near_apart"]))
    return _say(score, f"{_words(a)} and {_words(b)} are {apart:.0f} km apart.")


def _coarse(a: Place, b: Place) -> Comparison:
    table = tolerances(NAME)
    apart = distance_km(a, b)
    reach = sum(table["radius"]["quarter"] if place.is_quarter else table["radius"].get(place.precision, 0) for place in (a, b))
    inside = table["within_admin1"] if "admin1" in (a.precision, b.precision) else table["within_area"]
    if a.admin1 and b.admin1 and fold(a.admin1) == fold(b.admin1):
        return _say(inside, f"Both in {a.admin1}: {_words(a)}; {_words(b)}.")
    if apart is None:
        known = a.admin1 and b.admin1
        return _say(table["other_admin1"] if known else None, f"Distance not known: {_words(a)}; {_words(b)}.")
    if apart <= reach and a.admin1 and b.admin1:
        return _say(table["touching"], f"{_words(a)} and {_words(b)} are {apart:.0f} km apart.")
    if apart <= reach:
        return _say(inside, f"{_words(a)} and {_words(b)} can be one place ({apart:.0f} km apart).")
    return _say(-1.0 if apart > 2 * reach else -0.3, f"{_words(a)} and {_words(b)} are {apart:.0f} km apart.")
