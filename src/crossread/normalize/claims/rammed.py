"""Who drives into people attacks them with a vehicle: "a man drove a truck into a crowd" is no bombing and no accident.

All nine hand-coded claims whose only means is a vehicle that is driven at people on purpose are armed attacks; a lorry that
"ran into" a queue is an accident, and one with a bomb in it a bombing.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Claim, Document, Means

_VEHICLE = (
    r"(?:cars?|trucks?|lorr(?:y|ies)|vans?|vehicles?|bus(?:es)?|SUVs?|pick-?ups?|tractors?|bulldozers?|jeeps?|minivans?|taxis?)"
)
_PEOPLE = (
    r"(?:crowds?|pedestrians|people|passers-?by|bystanders|worshippers|shoppers|soldiers|police(?:m[ae]n)?|officers|troops|cyclists"
    r"|revell?ers|spectators|demonstrators|protesters|marchers|civilians|students|children|families|market|markets|parade|procession"
    r"|bus\s+stop|promenade|pavement|sidewalk|checkpoint|barrier|mosque|church|group)"
)
_INTO = rf"\s+(?:in)?(?:to|through)\s+(?:(?!(?:and|but|before|after)\b)[\w'’-]+\s+){{0,4}}?{_PEOPLE}\b"
_DROVE = (
    r"\b(?:drove|drives?|driving|driven|rammed|rams?|ramming|steered|ploughed|plowed)\s+(?:(?:his|her|their|an?|the)\s+)"
    rf"(?:[\w-]+\s+){{0,3}}?{_VEHICLE}"
)
_ON_PURPOSE = re.compile(rf"{_DROVE}{_INTO}", re.IGNORECASE)
_RAMMED = re.compile(
    rf"\b(?:rammed|rams?|ramming|plough(?:ed|s|ing)|plow(?:ed|s|ing)|drove|drives|driven|mow(?:ed|s|ing)\s+down)\b"
    rf"(?:{_INTO}|\s+(?:[\w-]+\s+){{0,2}}?{_PEOPLE}\b)",
    re.IGNORECASE,
)
_CHARGE = re.compile(
    r"\b(?:explo\w*|bombs?|bomber|bombing|blew|blasts?|deton\w+|blown|dynamite|IEDs?|VBIEDs?|suicide)\b", re.IGNORECASE
)
_MISHAP = re.compile(
    r"\b(?:brakes?|lost\s+control|losing\s+control|skidd\w+|drunk\w*|asleep|speeding|accident\w*|crash(?:ed|es)?|swerv\w+|overtak\w+"
    r"|collision|collided|slippery|mechanical|tyres?|tires?|intoxicated|seizure|heart\s+attack)\b",
    re.IGNORECASE,
)
_HARMLESS = frozenset({"vehicle", "car_bomb", "other"})


def with_rammed(document: Document, claim: Claim) -> Claim:
    """The claim as an armed attack by vehicle where somebody drives one into people, no charge told; or an accident.

    One found as an accident is only changed where a person did it with the vehicle ("drove a truck into a crowd"). What people
    and data sets say (no score) stays.
    """
    if claim.score is None or claim.type not in ("bombing", "accident", "riot", "killing"):
        return claim
    if any(row.kind not in _HARMLESS for row in claim.means):
        return claim
    before, after = sentence_around(document.text, claim.trigger.span.start, claim.trigger.span.end)
    sentence = before + claim.trigger.quote + after
    told = _ON_PURPOSE.search(sentence) or (_RAMMED.search(sentence) if claim.type != "accident" else None)
    if told is None or _CHARGE.search(sentence):
        return claim
    mishap = _MISHAP.search(sentence)
    if mishap and claim.type == "killing":
        return claim
    kind = "accident" if mishap else "armed_attack"
    return replace(claim, type=kind, means=tuple(_driven(row) for row in claim.means))


def _driven(row: Means) -> Means:
    """The means; a car that carries no charge is a vehicle."""
    return row if row.score is None or row.kind != "car_bomb" else replace(row, kind="vehicle")
