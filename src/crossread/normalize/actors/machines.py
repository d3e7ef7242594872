"""Vehicles that do something are the forces they belong to: "Turkish military vehicles". A bare drone is nobody."""

from __future__ import annotations

from crossread import patterns as re
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.normalize.actors.resolved import SUFFERING

_MACHINES = (
    r"(?:(?:military|armou?red|army|battle|combat)\s+)*(?:vehicles?|tanks?|convoys?|columns?|trucks?"
    r"|personnel carriers?|bulldozers|batter(?:y|ies))"
)
_OF = re.compile(rf"(?:(?:an?|the|several|some|\w+)\s+)?{_MACHINES}\s+(?:of|from|belonging to)\s+(?P<owner>.+)", re.IGNORECASE)
_NATION = re.compile(
    rf"(?:(?:an?|the|several|some|two|three|dozens of)\s+)?(?P<nation>[A-Z][\w.’'-]*(?:\s[A-Z][\w’'-]*)?)\s+{_MACHINES}"
)
_FORCES = re.compile(r"\b(?:army|forces|troops|soldiers|military|police|navy|guards?|militia|regime|junta)\b", re.IGNORECASE)
PLANE = re.compile(r"\b[A-Z][A-Za-z]{0,3}-?\d{1,3}[A-Z]?\s+fighters?\b")  # "F-16 fighter"
# "a drone killed a farmer", "an FPV hit a bus": of 15 hand-coded claims told so one has the bare drone for its doer
_FLIES_ALONE = re.compile(
    r"(?:(?:an?|the|one|two|three|four|five|six|several|some|dozens|of|\d+|another|second|small|long-range|low-flying|armed|attack|strike"
    r"|combat|FPV|first-person[\s-]view|kamikaze|suicide|explosive|explosives?-laden|unmanned|aerial|unidentified|unknown|suspected"
    r"|Shahed|Geran|Lancet)(?:-\d+)?\s+)*"
    r"(?:drones?|UAVs?|FPVs?|(?:quad|multi)copters?|Shaheds?(?:-\d+)?|missiles?|rockets?)",
    re.IGNORECASE,
)
# "the car rammed a crowd": of 14,396 hand-coded doers none is a vehicle told without whose it is or who sits in it
_DRIVEN_ALONE = re.compile(
    r"(?:(?:an?|the|one|two|three|four|several|another|second|speeding|black|white|red|blue|grey|gray|silver|rented|stolen|hired)\s+)*"
    r"(?:cars?|trucks?|lorr(?:y|ies)|vans?|SUVs?|sedans?|tractors?|taxis?|minivans?|buses|bus)",
    re.IGNORECASE,
)


def is_bare_weapon(raw: str) -> bool:
    """True for a drone, a missile or a car told without whose it is: what it was done with, and nobody who did it."""
    return _FLIES_ALONE.fullmatch(raw.strip()) is not None or _DRIVEN_ALONE.fullmatch(raw.strip()) is not None


def with_owner(raw: str, role: str, words: MentionWords) -> str:
    """The force whose vehicles do something, by the mention's own words; else the mention. What is hit is a thing."""
    if role in SUFFERING:
        return raw
    told = raw.strip()
    if (found := _OF.fullmatch(told)) and _FORCES.search(found["owner"]):
        return found["owner"]
    found = _NATION.fullmatch(told)
    nation = words.nations.get(fold_name(found["nation"])) if found else None
    return f"{words.states[nation[0]].adjective} forces" if nation and nation[1] == "adjective" else raw
