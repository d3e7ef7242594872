"""Parts of a town, and towns of a municipality, whose only namesake in the gazetteer lies far from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from crossread import patterns as re
from crossread.gazetteer import Gazetteer, GazetteerPlace, fold_name
from crossread.normalize.places.candidates import kilometres
from crossread.normalize.places.document import Surroundings
from crossread.normalize.places.named import SIZE, Named
from crossread.normalize.places.outside import ACROSS_KM
from crossread.normalize.places.piece import Piece
from crossread.normalize.places.pieces import TRUSTED
from crossread.normalize.places.told import last_told, names_neighbourhood
from crossread.normalize.places.unlisted import AT_HOME

PART_OF_TOWN_KM = 50.0  # farther from a town lies no part of it
# "the market quarter of", "an Arab neighborhood of": a part that has a name or kind of its own
_QUARTER_OF = re.compile(
    r"\b(?!(?:the|an?|in|of)\b)\w+\s+(?:quarter|neighbou?rhood|section|suburb|ward|district|estate)s?\s+of\s+$", re.I
)
QUARTER_KM = 60.0  # so far off, a town is not the quarter of that name
LARGE_CITY = 1_000_000  # inhabitants; so large a city is no part of another town
FAR_FROM_TOWN_KM = 100.0  # … nor from the seat of the municipality told behind it
_PART_OF = re.compile(
    r"^(?:,\s+an?)?\s+(?:[a-z]+\s+){0,2}(?:district|neighbou?rhood|quarter|suburb|area|section|ward|arrondissement|borough)"
    r"\s+(?:of|in)\s+(?:the\s+)?(?:city\s+of\s+)?$",
    re.IGNORECASE,
)
# "the Joy Shir area of Kabul", "the al-Zahra district of the Syrian city of Homs": the word says a district, the city a part
_DISTRICT_OF = re.compile(
    r"\s+(?:[a-z]+\s+){0,2}(?:district|area|section|zone|sector|locality)\s+(?:of|in)\s+(?:the\s+)?"
    r"(?:(?:[A-Z]\w+\s+)?(?:[a-z]+\s+)?(?:city|capital)(?:\s+city)?(?:\s+of|,)?\s+)?"
)
_OF_REGION = re.compile(
    r"['’]?s?\s+(?:province|region|state|governorate|department|county|district|division|oblast|prefecture)\b", re.I
)
_OWNS = ("'s ", "’s ", "' ", "’ ")
_TOWN_WORD = re.compile(r"neighbou?rhood|quarter|ward|arrondissement|borough", re.IGNORECASE)
CITY = 100_000  # inhabitants; a smaller town has its districts around it
IN_CITY_KM = 30.0  # a district of that name farther off is the region's ("the Surobi district of Kabul")
_QUARTER = re.compile(r"\s+(?:neighbou?rhood|district|quarter|section|suburb|area)\b")  # "Pittsburgh's Allentown neighborhood"
# "in the Paris suburb of Saint-Denis": behind it stands the place, before it the city that it is by
_SUBURB_OF = re.compile(r"['’]?s?\s+(?:[a-z]+\s+){0,2}(?:suburb|neighbou?rhood|satellite\s+town)\s+of\s+")
_THE_VILLAGE_OF = re.compile(r"\bthe\s+(?:[a-z-]+\s+){0,2}(?:hamlet|village|vereda)\s+of\s+$", re.IGNORECASE)
_AND = re.compile(r"\b(?:and|or)\b|&")
WAY = re.compile(
    r"\bbetween\b|\bfrom\b.*\bto\b|\w[–—]\w.*\b(?:road|highway|line|railway|motorway)\b|\w-[A-Z].*\b(?:road|highway|motorway)\b"
)
_LIES_IN = re.compile(r",\s+|,?\s+in\s+(?:the\s+)?(?:(?:town|city|municipality|commune|township)\s+of\s+)?")


def with_quarters(raw: str, pieces: Sequence[Piece], gazetteer: Gazetteer) -> list[Piece]:
    """The pieces with the districts and areas of a city as its quarters, which are finer than the city.

    Of the hand-coded "X district of" or "X area of" a city all 11 are that part of it.
    """
    found = _with_suburbs(raw, pieces, gazetteer)
    for index, piece in enumerate(pieces):
        at = _city_of(raw, pieces, index) if piece.unit == "area" and not piece.toponym.demonym else None
        if at is None or _OF_REGION.match(raw, pieces[at].toponym.end):
            continue
        city = pieces[at]
        towns = [p for p in gazetteer.find_exact(city.toponym.folded) if p.kind == "settlement" and p.population >= CITY]
        if towns and not _is_of_region(piece, towns, gazetteer):
            found[index] = replace(piece, unit="quarter")
            found[at] = replace(city, unit=None if city.unit == "area" else city.unit)
    return found


def _with_suburbs(raw: str, pieces: Sequence[Piece], gazetteer: Gazetteer) -> list[Piece]:
    """The pieces with what is told as the suburb of a city before it ("the Paris suburb of Saint-Denis") as its quarter.

    The city is the larger of the two: "the Molenbeek neighbourhood of Brussels" is in Brussels.
    """
    found = list(pieces)
    for index, (city, piece) in enumerate(pairwise(pieces), 1):
        if city.toponym.demonym or not _SUBURB_OF.fullmatch(raw, city.toponym.end, piece.toponym.start):
            continue
        size, other = (_inhabitants(side, gazetteer) for side in (city, piece))
        if size >= CITY and size > other:
            found[index] = replace(piece, unit="quarter", near=False)
            found[index - 1] = replace(city, unit=None if city.unit == "quarter" else city.unit)
    return found


def _inhabitants(piece: Piece, gazetteer: Gazetteer) -> int:
    towns = (p.population for p in gazetteer.find_exact(piece.toponym.folded) if p.kind == "settlement")
    return max(towns, default=0)


def _city_of(raw: str, pieces: Sequence[Piece], index: int) -> int | None:
    """Which piece the one at `index` is a district of: "the Hodan district of Mogadishu", "Mogadishu's Hodan district"."""
    piece = pieces[index]
    if index and _QUARTER.match(raw, piece.toponym.end) and raw[pieces[index - 1].toponym.end : piece.toponym.start] in _OWNS:
        return index - 1
    behind = next((i for i in range(index + 1, len(pieces)) if not pieces[i].toponym.demonym), None)
    if behind is None or not _DISTRICT_OF.fullmatch(raw, piece.toponym.end, pieces[behind].toponym.start):
        return None
    return behind


def _is_of_region(piece: Piece, towns: Sequence[GazetteerPlace], gazetteer: Gazetteer) -> bool:
    """True where a place of this name lies in the region of one of the towns, but not in the town."""
    named = gazetteer.find_exact(piece.toponym.folded)
    held = [(p, t) for p in named for t in towns if (p.country, p.admin1) == (t.country, t.admin1)]
    return bool(held) and all(kilometres(p, t) > IN_CITY_KM for p, t in held)


def lies_elsewhere(raw: str, part: Named, others: Sequence[Named], start: int, about: Surroundings) -> bool:
    """True where the place chosen for a part lies far from the town that the slot, or the text before it, tells for it."""
    away = part.place is not None and any(_is_namesake_elsewhere(raw, part, other) for other in others)
    return away or _is_part_elsewhere(raw, part, others, about) or is_quarter_elsewhere(raw, part, others, start, about)


def is_village_by_word(raw: str, part: Named) -> bool:
    """True for the "Sinaí" of "the hamlet of Sinaí", which is no peninsula; "a village of Darfur" is in that region."""
    if part.place is None or part.place.kind not in ("area", "admin1", "country"):
        return False
    return _THE_VILLAGE_OF.search(raw[: part.piece.toponym.start]) is not None


def _is_namesake_elsewhere(raw: str, part: Named, town: Named) -> bool:
    """True for the "Karrada" of "the Karrada district of Baghdad" where the gazetteer has only one far from that town.

    A district of the region that is called after the town ("Koro district of Mopti") lies in that region, and stands.
    """
    if part.place is None or town.place is None or town.place.kind != "settlement" or part.piece.bearing or town.piece.bearing:
        return False
    told = _PART_OF.match(raw[part.piece.toponym.end : town.piece.toponym.start])
    owned = raw[town.piece.toponym.end : part.piece.toponym.start] in ("'s ", "’s ")
    owned = owned and _QUARTER.match(raw, part.piece.toponym.end) is not None
    abroad = (
        part.place.kind in ("admin1", "country") and part.place.country != town.place.country
    )  # "the Texas quarter of Nyala"
    quarter = part.piece.unit == "quarter" and part.place.kind == "admin1"  # "the Kandahar district of Kabul"
    if not (owned or (told and (part.place.kind == "settlement" or abroad or quarter))):
        return False
    in_region = fold_name(part.place.admin1 or "") in (fold_name(town.place.name), town.piece.toponym.folded)
    far = IN_CITY_KM if told and _TOWN_WORD.search(told.group()) else PART_OF_TOWN_KM
    return not in_region and kilometres(part.place, town.place) > far


def is_quarter_elsewhere(raw: str, part: Named, others: Sequence[Named], start: int, about: Surroundings) -> bool:
    """True for the "Palmira" of "the colony of Palmira", where the town told before is far from the gazetteer's only one.

    Behind "the market quarter of" stands the town itself, and a town abroad has no quarter at home.
    """
    place = part.place
    if place is None or part.piece.unit != "quarter" or place.kind != "settlement" or place.population >= LARGE_CITY:
        return False
    name = part.piece.toponym.folded
    town = last_told(
        about.placed,
        start,
        ("settlement",),
        fits=lambda row: row.toponym.folded != name and not names_neighbourhood(about.text, row.toponym),
    )
    told = town is not None and (town.toponym.end <= start or names_neighbourhood(raw, part.piece.toponym))
    near = town.choice.place if town is not None and told else None
    if near is None or _QUARTER_OF.search(raw[: part.piece.toponym.start]):
        return False
    at_home = about.leaning().countries.get(place.country or "", 0.0) >= AT_HOME
    if at_home and near.country != place.country:
        return False
    held = any(other.place and other.size >= SIZE["settlement"] for other in others)
    return not held and kilometres(near, place) > QUARTER_KM


def _is_part_elsewhere(raw: str, part: Named, others: Sequence[Named], about: Surroundings) -> bool:
    """True for the "San Mateo" of "San Mateo, Uson" (or "in Uson") where the gazetteer has only one far from that Uson.

    A large town is no part of another, and what is also the name of its region is that ("Buffalo, New York").
    """
    after = min((n for n in others if n.piece.toponym.start >= part.piece.toponym.end), default=None, key=_start)
    place, town = part.place, after.place if after else None
    if after is None or place is None or town is None or _AND.search(raw) or WAY.search(raw):
        return False
    between = _LIES_IN.fullmatch(raw, part.piece.toponym.end, after.piece.toponym.start)
    if between is None or after.piece.bearing or part.piece.bearing:
        return False
    named = [p for p in about.gazetteer.find_exact(after.piece.toponym.folded) if p.kind != "settlement"]
    if any(
        (p.country, p.admin1 or place.admin1) == (place.country, place.admin1)
        and (p.kind != "area" or kilometres(p, place) <= ACROSS_KM)
        for p in named
    ):
        return False
    towns = place.kind == town.kind == "settlement" and place.population < LARGE_CITY
    return towns and after.choice.score >= TRUSTED and kilometres(place, town) > FAR_FROM_TOWN_KM


def _start(named: Named) -> int:
    return named.piece.toponym.start
