"""Traffic and nature taken for attacks: "struck by a car", "a drunken driver hit her", houses that a quake destroyed.

No hand-coded attack is of somebody hit by a car or a motorist in a sentence without force, and no coded destruction without a
doer stands near a quake, a storm or a flood without a blow.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.peaceful.force import FORCE
from crossread.records import Claim, Document
from crossread.records.roles import ACTIVE_ROLES

_VEHICLE = (
    r"(?:cars?|trucks?|lorr(?:y|ies)|bus(?:es)?|minibus(?:es)?|trains?|trams?|vans?|vehicles?|motorists?|drivers?"
    r"|motorcycles?|motorbikes?"
    r"|taxis?|suvs?|tractors?|pick-?ups?|sedans?|toyota|ford|honda)"
)
_STRUCK = re.compile(
    r"(?:(?:was|were|been|being|is|are)\s+)*(?:hit|struck|run\s+(?:over|down)|knocked\s+(?:down|over|off)|killed"
    r"|injured|thrown)",
    re.IGNORECASE,
)
_BY_VEHICLE = re.compile(
    rf"(?:\s+and\s+(?:fatally\s+)?(?:killed|injured|hurt))?\s+by\s+(?:(?:an?|the|his|her|their|another"
    rf"|one)\s+)?(?!armou?red|military|army|police|israeli"
    rf"|suicide)(?:[\w-]+\s+){{0,3}}?{_VEHICLE}(?!\s+bombs?\b|[ -](?:borne|bomb))\b",
    re.IGNORECASE,
)
_DRIVER = re.compile(
    r"\b(?:motorist|(?:drunk(?:en)?|speeding|hit-and-run|intoxicated|elderly|bus|truck|taxi|lorry"
    r"|car)\s+driver)\s+(?:[^.;,]{0,30}\s)?$",
    re.IGNORECASE,
)
_CRASHED_INTO = re.compile(
    r"\s+(?:an?|the|another|two|three|his|her|several)\s+(?:(?:parked|stopped|other|oncoming|stationary|utility"
    r"|telephone)\s+)*"
    r"(?:cars?|vehicles?|trucks?|bus|trees?|poles?|wall|guard\s?rail|lamp\s?post|fence|ditch|cyclist|pedestrians?|deer)\b",
    re.IGNORECASE,
)
# Told by police, or a death in traffic, is no force
_OF_TRAFFIC = re.compile(
    r"\b(?:(?:according\s+to\s+)?(?:the\s+)?(?:state\s+|city\s+|local\s+|\w+\s+)?police\s+(?:said|says?|told"
    r"|chief|spokes\w+|are|were|stopped)|according\s+to\s+police"
    r"|killed|kills?|dead|died?|dying|deaths?|deadly|fatal\w*|wound(?:s|ed)|injur\w+|bod(?:y|ies)|victims?"
    r"|officers?|residents|villag\w+|civilians?"
    r"|arrest\w*|fled|flee\w*)\b",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:deliberate\w*|intention\w*|on\s+purpose|ramm\w+|attack\w*|plough\w+\s+into\s+(?:a|the)\s+crowd|crowds?"
    r"|settlers?|chas\w+|pursu\w+|rampage|convoy"
    r"|checkpoints?|tank|armou?red|pedestrian\s+zone|wanted)\b",
    re.IGNORECASE,
)
_NATURE = re.compile(
    r"\b(?:earthquakes?|quakes?|aftershocks?|tremors?|hurricanes?|cyclones?|typhoons?|tornado(?:es)?|twisters?"
    r"|tsunamis?|floods?|floodwaters?|landslides?(?!\s+(?:victor|win))"
    r"|mudslides?|avalanches?|volcan\w+|lava|wildfires?|bushfires?|gales?|hailstones?|hailstorms?|snowstorms?"
    r"|blizzards?|rainstorms?)\b",
    re.IGNORECASE,
)
_BLOW = re.compile(
    r"\b(?:explo\w+|bomb(?!ard)\w*|detonat\w+|attack\w*|air\s?strikes?|shell(?:s|ed|ing)|rockets?|missiles?|drones?|shot"
    r"|sabotag\w+|ied|landmines?|blew|blown|troops"
    r"|soldiers?|army|rebels?|militants?|gunmen|bulldoz\w+|demolish\w+|settlers?|torch\w*|arson\w*|loot\w*|war|fighting)\b",
    re.IGNORECASE,
)
_WRECKED = re.compile(
    r"(?:(?:was|were|been|has|have|had)\s+)*(?:destroyed|destroys|damaged|devastated|level(?:l)?ed|flattened"
    r"|wrecked|ruined|swept\s+away|struck|hit"
    r"|battered|bombarded|pounded|pummell?ed)",
    re.IGNORECASE,
)
AROUND = 400  # characters on each side in which nature and blows are looked for
_BY_TRAFFIC = frozenset({"armed_attack", "killing", "ill_treatment", "bombing", "shelling", "riot", "armed_clash"})
_BY_NATURE = frozenset({"destruction", "bombing", "shelling", "armed_attack", "air_strike"})


def with_mishap(document: Document, claim: Claim) -> Claim:
    """The claim as an accident where traffic or nature did it; what a person or another data set says (no score) stays."""
    if claim.score is None or not (_in_traffic(document.text, claim) or _of_nature(document.text, claim)):
        return claim
    return replace(claim, type="accident", actors=tuple(row for row in claim.actors if row.role not in ACTIVE_ROLES))


def _in_traffic(text: str, claim: Claim) -> bool:
    """True for a person or thing hit by a vehicle, or a driver who hit one, where nobody meant it and nothing forced it."""
    quote = claim.trigger
    if claim.type not in _BY_TRAFFIC or _STRUCK.fullmatch(quote.quote) is None:
        return False
    before, after = sentence_around(text, quote.span.start, quote.span.end)
    hit = _BY_VEHICLE.match(after) or (_DRIVER.search(before) if claim.trigger.quote in ("hit", "struck") else None)
    if hit is None and not (claim.trigger.quote in ("hit", "struck") and _CRASHED_INTO.match(after)):
        return False
    calm = [_OF_TRAFFIC.sub(" ", words) for words in (before, after)]
    return not (
        _MEANT.search(before + after) or any(map(FORCE.search, calm)) or any(row.kind != "vehicle" for row in claim.means)
    )


def _of_nature(text: str, claim: Claim) -> bool:
    """True for what was destroyed or struck near words of a quake, a storm or a flood, without a doer or a blow."""
    if (
        claim.type not in _BY_NATURE
        or _WRECKED.fullmatch(claim.trigger.quote) is None
        or any(row.role in ACTIVE_ROLES for row in claim.actors)
    ):
        return False
    start, end = max(0, claim.trigger.span.start - AROUND), claim.trigger.span.end + AROUND
    return _NATURE.search(text, start, end) is not None and _BLOW.search(text, start, end) is None
