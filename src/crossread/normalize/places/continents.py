"""Where on earth a country lies is no side of it: "in the West African country of Burkina Faso" is all of Burkina Faso."""

from __future__ import annotations

from crossread import patterns as re
from crossread.gazetteer import Gazetteer

_SIDE = (
    r"(?:north|south|east|west|central|middle)(?:[ -]?(?:east|west|central))?(?:ern)?|sub-saharan|equatorial|latin|horn\s+of"
)
_PART = r"(?:Africa|Asia|Europe|America|Oceania)n?|African|Asian|European"
_REGIONS = (
    r"(?:Caribbean|Pacific|Indian\s+Ocean|Atlantic|Mediterranean|Balkan|Baltic|Caucasus|Caucasian|Himalayan|Sahel(?:ian)?|Maghreb|Andean"
    r"|Middle\s+East(?:ern)?|Horn\s+of\s+Africa|(?:Persian\s+)?Gulf(?:\s+Arab)?|Arab|Soviet|Yugoslav|African|Asian|European)"
)
_UNIT = (
    r"(?:island\s+|city[- ]|coastal\s+|desert\s+)?"
    r"(?:nation|country|state|republic|kingdom|sultanate|emirate|sheikhdom|monarchy|archipelago)"
)
_DESCRIBED = re.compile(
    rf"(?P<part>\b(?:(?:(?i:{_SIDE})\s+(?:{_PART})|{_REGIONS})\s+))(?P<unit>{_UNIT})(?P<of>\s+of(?:\s+[Tt]he)?\s+|,?\s+|(?=[.,]?$|['’]s\b))"
)
_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?:\s(?:(?:and|of|the)\s)*[A-ZÀ-ÖØ-Þ][\w'’.-]*){0,4}")
_BARE = frozenset(("nation", "country", "island nation"))
# "on Western interests", "against Western embassies" are the West's, wherever they are.
_THE_WESTS = re.compile(
    r"\b(?:Western|Westerners['’]?)\s+(?:[a-z]+\s+)?(?:targets?|interests?|embass(?:y|ies)|consulates?|diplomats?|tourists?|hostages?|compan(?:y|ies)"
    r"|firms?|businesses|hotels?|countr(?:y|ies)|nations?|powers?|governments?|officials?|troops|forces|civilians|workers|expatriates"
    r"|residential|compounds?|states|allies)\b"
)


_MIDDLE = re.compile(r"\bCentral African$")
_UNIT_BEHIND = re.compile(rf"\s+{_UNIT}\b")


def tells_middle_of_africa(text: str, end: int) -> bool:
    """True for the adjective of "the Central African nation of Chad", which is not of the Central African Republic."""
    return _MIDDLE.search(text, max(0, end - 16), end) is not None and _UNIT_BEHIND.match(text, end) is not None


def is_of_the_west(raw: str) -> bool:
    """True for "on Western interests", which are in the west of no country."""
    return _THE_WESTS.search(raw) is not None


def without_continent(raw: str, gazetteer: Gazetteer) -> tuple[str, str | None]:
    """The words without the part of the world that a country is said to lie in, and that country's name where it follows.

    "In the Central African nation of Chad" becomes "in the nation of Chad", "in the West African country" "in the country".
    Only before a country: "the Gulf state of Tabasco" stays.
    """
    match = _DESCRIBED.search(raw)
    if match is None:
        return raw, None
    told = raw[: match.start()] + raw[match.start("unit") :]
    name = country_named(raw[match.end() :], gazetteer)
    if name is not None:
        return told, name
    return (told, None) if not match["of"] and match["unit"].lower() in _BARE else (raw, None)


def country_named(words: str, gazetteer: Gazetteer) -> str | None:
    """The longest name of a country that these words begin with."""
    run = _NAME.match(words)
    parts = run.group().rstrip(".").split() if run else []
    names = (" ".join(parts[:size]) for size in range(len(parts), 0, -1))
    bare = ((name, re.sub(r"['’]s?$", "", name)) for name in names)
    return next((name for name, own in bare if any(p.kind == "country" for p in gazetteer.find_places_exact(own))), None)
