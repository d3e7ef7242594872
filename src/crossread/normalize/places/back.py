"""Slots without a name: "in the city", "the same area", "nationwide", "in the country's north" point back to places told."""

from __future__ import annotations

from functools import partial

from crossread import patterns as re
from crossread.gazetteer import GazetteerPlace
from crossread.normalize.places.compass import compass_point
from crossread.normalize.places.continents import is_of_the_west
from crossread.normalize.places.document import Surroundings
from crossread.normalize.places.items import in_other_item
from crossread.normalize.places.letters import without_stop
from crossread.normalize.places.regions import RegionTold, Resolve, capital_of_region, last_region, region_of_town
from crossread.normalize.places.sited import sited_words
from crossread.normalize.places.told import Told, last_introduced, last_told, told_before
from crossread.normalize.places.words import PlaceWords
from crossread.records import Place

COUNTRY_SHARE = 0.5  # "the country" is the one that this share of the document's country words points to
AWAY_SHARE = 0.4  # of the document's country words, under which a place that only speaks or is gone to is not pointed back to
BACK_SCORE = 0.6  # how often pointing back finds the right place, on the training reports
_THE_SITE = re.compile(
    r"^(?:(?:in|at|on|to|into|from|inside|outside|near|over|through|of|around|against)\s+)?the\s+\w+(?:\s+\w+)?$"
)
_THE_TOWN = re.compile(r"(?:(?:in|at|on|to|into|from|near|inside)\s+)?the\s+(?P<kind>village|town|hamlet|settlement|city)")
# "from the same village": the one told last as a village, not a city that only tells where it lies
_SAME_TOWN = re.compile(
    r"(?:(?:in|at|on|to|into|from|near|inside)\s+)?(?:the|that)\s+(?:very\s+)?same\s+(?P<kind>village|town|hamlet|city)"
)
# "a Tuareg village", "in another town": a settlement told for the first time and without a name, so none told before
_ANOTHER = re.compile(r"^(?:(?:in|at|on|to|into|from|near|upon|outside)\s+)?(?:an?|another|one|some)\s")
# "in the city centre", "the south of the town": of the town, not of the country
_CENTRE = re.compile(
    r"\b(?:city|town|village)(?:['’]s)?\s+cent(?:er|re)\b|\b(?:of|in) the (?:city|town)\b"
    r"|\b(?:north|south|east|west)\w*(?:\s+\w+){0,3}\s+(?:city|town)\b"
)
# "Douentza, in the Mopti region": the region bears a town's name, but no town is told
_REGION_AFTER = re.compile(
    r"['’]?s?\s+(?:region(?:al)?|provinc(?:e|ial)|state|district|governorate|county|department(?:al)?|oblast|territory|woreda|zone)\b",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"\b(?:outskirts|suburbs?)\s+of\s+the\s+(?:\w+\s+)?capital\b|\bcapital['’]s\s+(?:\w+\s+)?(?:outskirts|suburbs)\b"
)
# "soldiers based in Ippy raided the village", "men from Ippy": where they come from
_IS_BASE = re.compile(
    r"\b(?:based|stationed|garrisoned|quartered|posted)\s+(?:in|at)\s+(?:the\s+)?$"
    r"|\b(?:base|barracks|garrison|outpost)\s+(?:of|in|at)\s+$"
    r"|\b(?i:soldiers|troops|men|gunmen|fighters|militiamen|rebels|militants|raiders|attackers|bandits|policemen|youths)\s+from\s+$"
)
_REGIONAL = re.compile(r"\b(?:provincial|state|regional|governorate|departmental|district|county|oblast)\s+capital\b")
_FIRST_LEVEL = re.compile(r"\b(?:province|governorate|state|oblast)\b")
_OF_TOWN = re.compile(r"\b(?:province|governorate|oblast)\b")  # "the state" is as often the government
# no side of a country
_FRONT = re.compile(r"\b(?:sector|section|stretch|wing|flank)s?\s+of\s+the\s+(?:front|battlefield|lines?|advance)\b")
_AREA = re.compile(r"\b(?:the|that|this)\s+(?:(?:whole|entire|general|border)\s+)?area$")
_SAME_AREA = re.compile(r"\bsame area\b")  # the last place, with near; a region only where there is none
_SENTENCE_ENDS = re.compile(r"[.!?][\"”’)]*\s|\n")


def point_back(raw: str, start: int, about: Surroundings, words: PlaceWords, resolve: Resolve) -> tuple[Place, float] | None:
    """The place told before that a slot without a name points to, with its score; None for "at a mosque" and plurals.

    `resolve` answers for other words of the document.
    """
    lower = raw.lower()
    lower = sited_words(lower, words) or lower
    if words.back["country"].search(lower) or (words.compass_words.search(lower) and not _CENTRE.search(lower)):
        return None if _FRONT.search(lower) or is_of_the_west(raw) else _country_or_compass(lower, start, about, words)
    if words.back["many"].search(lower) or words.back["elsewhere"].search(lower):
        return None
    if words.back["settlement"].search(lower) and _ANOTHER.match(lower):
        return None
    if _REGIONAL.search(lower):
        capital = capital_of_region(start, about)
        return (_place(capital, "near" if _AROUND.search(lower) else "exact"), BACK_SCORE) if capital else None
    if words.back["capital"].search(lower):
        iso = _country(start, about)
        capital = about.gazetteer.capital(iso) if iso else None
        return (_place(capital, "near" if _AROUND.search(lower) else "exact"), BACK_SCORE) if capital else None
    if same := _same_unit(lower, start, about, words, resolve):
        return same
    if words.back["admin1"].search(lower):
        level = "first" if _FIRST_LEVEL.search(lower) else "any" if "region" in lower else "district"
        region = last_region(start, about, resolve, level=level)
        if region is None and _OF_TOWN.search(lower):
            region = region_of_town(start, about)
        return _of_region(region, about) if region else None
    is_town = partial(_may_be_town, about, start)
    if _AREA.search(lower) or (_SAME_AREA.search(lower) and not any(map(is_town, reversed(told_before(about.told, start))))):
        return _area_told(start, about, resolve)
    if words.back["near"].search(lower):
        return _told(last_told(about.told, start, ("settlement",), fits=is_town), about, precision="near")
    named = _THE_TOWN.fullmatch(lower)
    if named is not None and (introduced := last_introduced(about.told, start, named["kind"], about.text, fits=is_town)):
        return _told(introduced, about)
    again = _SAME_TOWN.fullmatch(lower)
    if again is not None and (row := _last_called(again["kind"], start, about)) is not None:
        return _told(row, about)
    if words.back["settlement"].search(lower) or _is_site(lower, words):
        return _told(last_told(about.told, start, ("settlement",), fits=is_town), about)
    if not about.cased and not words.sites.search(lower):
        return None
    since = _paragraph(about.text, start)
    return _told(last_told(about.told, start, ("settlement",), since=since, fits=is_town), about)


def _may_be_town(about: Surroundings, start: int, row: Told) -> bool:
    """False for a name with "region" behind it, one in another item of a list than `start`, and the doers' base."""
    at = row.toponym.start
    if _REGION_AFTER.match(about.text, row.toponym.end) or in_other_item(about.text, start, at):
        return False
    return _IS_BASE.search(about.text, max(0, at - 60), at) is None


def _area_told(start: int, about: Surroundings, resolve: Resolve) -> tuple[Place, float] | None:
    """ "The area" is around the town told before, or the region where a later sentence tells one; never one told after."""
    town = last_told(told_before(about.told, start), start, ("settlement",), fits=partial(_may_be_town, about, start))
    region = last_region(start, about, resolve)
    if region and (town is None or _SENTENCE_ENDS.search(about.text, town.toponym.end, max(town.toponym.end, region.start))):
        return _of_region(region, about)
    return _told(town, about, precision="near")


def _of_region(region: RegionTold, about: Surroundings) -> tuple[Place, float] | None:
    if region.found is not None:
        return region.found.place, BACK_SCORE * region.found.score
    return _told(region.told, about)


def _same_unit(lower: str, start: int, about: Surroundings, words: PlaceWords, resolve: Resolve) -> tuple[Place, float] | None:
    """ "the same district" is the last name told with "district" behind it, whatever the gazetteer has it for.

    With its word it may be a region: "Kandahar province" in a report that also tells the city.
    """
    said = words.back["admin1"].search(lower)
    if said is None:
        return None
    unit = re.compile(rf"\W{{1,3}}{said.group()}\b", re.IGNORECASE)
    named = next((row for row in reversed(told_before(about.told, start)) if unit.match(about.text, row.toponym.end)), None)
    if named is None:
        return None
    found = resolve(f"{named.toponym.text} {said.group()}", named.toponym.start)
    if found is not None and found.place.precision == "admin1" and found.place.latitude is not None:
        return found.place, BACK_SCORE * found.score
    settlement = named.choice.place and named.choice.place.kind == "settlement"
    return _told(named, about, precision="area" if settlement else None)


def _last_called(kind: str, start: int, about: Surroundings) -> Told | None:
    """The last name told as a village (or town): "the village of Safina, 45 km south of Mosul", "Safina village"."""
    before, behind = re.compile(rf"\b{kind}\s+of\s+$", re.IGNORECASE), re.compile(rf"\s+{kind}\b", re.IGNORECASE)
    for row in reversed(told_before(about.told, start)):
        at = row.toponym.start
        called = before.search(about.text, max(0, at - 20), at) or behind.match(about.text, row.toponym.end)
        if called and not in_other_item(about.text, start, at):
            return row
    return None


def _paragraph(text: str, start: int) -> int:
    """Where the paragraph begins: "a school", "his home" stand in the town that it tells before them, if it does."""
    return text.rfind("\n", 0, start) + 1


def _is_site(lower: str, words: PlaceWords) -> bool:
    """ "at the market", "on the harbour": a site told before or standing in the town told before; not "a mosque"."""
    match = _THE_SITE.search(lower)
    return bool(match) and bool(words.sites.search(lower))


def _told(told: Told | None, about: Surroundings, *, precision: str | None = None) -> tuple[Place, float] | None:
    if told is None:
        return None
    if told.choice.place is None:
        return _unlisted(told, about, precision=precision or "exact")
    place = told.choice.place
    if not told.here and about.leaning().countries.get(place.country or "", 0.0) < AWAY_SHARE:
        return None  # "no word from London" is not where a crash in Peru was
    kind = {"admin1": "admin1", "area": "area", "county": "area", "country": "country"}.get(place.kind, "exact")
    name = place.name if place.kind == "admin1" or place.is_own else without_stop(told.toponym.text)
    return _place(place, precision or kind, name=name), BACK_SCORE * told.choice.score


def _unlisted(told: Told, about: Surroundings, *, precision: str) -> tuple[Place, float] | None:
    """A name the gazetteer has not, in the country the document is about, without coordinates."""
    iso = _country(told.toponym.start, about)
    if iso is None:
        return None
    place = Place(
        name=told.toponym.text,
        country=iso,
        admin1=None,
        gazetteer_id=None,
        latitude=None,
        longitude=None,
        precision=precision,
    )
    return place, BACK_SCORE * told.choice.score


def _country_or_compass(lower: str, start: int, about: Surroundings, words: PlaceWords) -> tuple[Place, float] | None:
    iso = _country(start, about)
    country = about.gazetteer.country_point(iso) if iso else None
    if country is None:
        return None
    match = words.compass_words.search(lower)
    if not match:
        return _place(country, "country"), BACK_SCORE
    adjective = words.compass[match.group().lower()]
    point = compass_point(about.gazetteer, country, adjective)
    area = Place(
        name=f"{adjective} {country.name}",
        country=iso,
        admin1=None,
        gazetteer_id=None,
        latitude=point[0],
        longitude=point[1],
        precision="area",
    )
    return area, BACK_SCORE


def _country(start: int, about: Surroundings) -> str | None:
    """The country the document is about, else the last one told before."""
    countries = about.leaning().countries
    best = max(countries, key=lambda iso: (countries[iso], iso), default=None)
    if best and countries[best] >= COUNTRY_SHARE:
        return best
    told = last_told(about.told, start, ("country",), fits=lambda row: not _is_origin(row, about.text))
    return told.choice.place.country if told and told.choice.place else best


def _is_origin(told: Told, text: str) -> bool:
    """ "a soldier from Burkina Faso" tells where somebody comes from, not which country the report is about."""
    return text.endswith("from ", 0, told.toponym.start)


def _place(place: GazetteerPlace, precision: str, *, name: str | None = None) -> Place:
    return Place(
        name=name or place.name,
        country=place.country,
        admin1=place.admin1,
        gazetteer_id=place.id,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=precision,
    )
