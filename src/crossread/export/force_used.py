"""How much force was used against a demonstration, by ACLED's three grades of it: none, some, lethal.

ACLED's codebook: a peaceful protest is met by nobody; with intervention there is "a physically violent attempt to disperse or
suppress" it without serious or lethal injuries; excessive force is lethal violence, lethal weapons turned on protesters, or
injuries that are serious, "e.g. requiring hospitalization".
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.codebook import TableShape
from crossread.export.lookup import Lookup
from crossread.export.row_kept import cells_of, is_row_of
from crossread.records import Claim, Document, Harm, Incident, Means

LETHAL, SOME = "lethal", "some"
DEMONSTRATIONS = ("protest", "crackdown")
# A data set's row says itself which of the three it is.
_OF_ROWS = {"Excessive force against protesters": {LETHAL, SOME}, "Protest with intervention": {SOME}}
_WEAPONS = frozenset(
    "firearm blade grenade explosive ied mine car_bomb suicide_bomb artillery mortar rocket missile aircraft drone"
    " vehicle".split()
)
FORCES = frozenset("police state_forces foreign_forces rebel_group political_militia communal_militia".split())
_HARMED = frozenset("killed injured casualties detained missing".split())
# Weapons that are none to kill with; shots that are aimed at nobody, told behind or before the weapon in its sentence.
_LESS_LETHAL = re.compile(
    r"\b(?:rubber|plastic|blank|bean.?bag|pellet|stun|flash.?bang|tear.?gas|smoke|water cannon|warning shots?)", re.IGNORECASE
)
_AT_NOBODY = re.compile(r"\b(?:warning shots?|in(?:to)? the air|over (?:their|the) heads)\b", re.IGNORECASE)
_LIVE = re.compile(r"\blive\b", re.IGNORECASE)
AROUND = 40  # characters
_SERIOUS = re.compile(
    r"\b(?:serious|severe|critical|grave|hospital|intensive care|life-threatening|gunshot|bullet wounds?|shot)", re.IGNORECASE
)


def find_force(incident: Incident, lookup: Lookup, shape: TableShape) -> frozenset[str]:
    """What its accounts tell: nothing, `some`, or `lethal` beside it. Of what only mentions the incident nothing counts."""
    if incident.type not in DEMONSTRATIONS:
        return frozenset()
    told: set[str] = set()
    for account in incident.accounts:
        if account.weight == "account":
            told |= _told_by(lookup.claim(account.claim_id), lookup.document(account.document_id), shape)
    return frozenset(told)


def _told_by(claim: Claim, document: Document, shape: TableShape) -> set[str]:
    if is_row_of(document, shape):
        return set(_OF_ROWS.get(cells_of(document, shape).get("sub_event_type", ""), ()))
    suffered = [row for row in claim.harm if row.effect in _HARMED and row.group_type not in FORCES and _is_some(row)]
    lethal = any(row.effect == "killed" or _is_serious(row) for row in suffered)
    if lethal or any(_is_lethal(row, claim, document) for row in claim.means):
        return {LETHAL, SOME}
    met = any(actor.type in FORCES and actor.role == "perpetrator" for actor in claim.actors)
    gassed = any(row.kind == "chemical" for row in claim.means)
    return {SOME} if claim.type == "crackdown" or suffered or met or gassed else set()


def _is_some(row: Harm) -> bool:
    """False for "no casualties"; a group that came to harm without a number is some."""
    return row.count is None or row.count.high != 0


def _is_serious(row: Harm) -> bool:
    return row.effect in ("injured", "casualties") and bool(_SERIOUS.search(f"{row.raw} {row.group or ''}"))


def _is_lethal(row: Means, claim: Claim, document: Document) -> bool:
    """True for a weapon to kill with, unless its words or those of the act say that it was not used so."""
    if row.kind not in _WEAPONS:
        return False
    if _LIVE.search(row.raw):
        return True
    around = (document.text[max(0, e.span.start - AROUND) : e.span.end + AROUND] for e in row.evidence)
    return not (_LESS_LETHAL.search(f"{row.raw} {claim.trigger.quote}") or any(map(_AT_NOBODY.search, around)))
