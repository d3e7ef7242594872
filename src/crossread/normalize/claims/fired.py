"""Rockets, missiles and shells fired at somebody are shelling: "fighters fired a missile at a camp", whoever was hit.

Of 38 hand-coded acts whose verb is "fired" or "launched" and whose weapon stands right behind it, aircraft and rocket-propelled
grenades left out, 36 are `shelling`; the two others are `armed_attack`.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.records import Claim, Document

_FIRES = re.compile(r"(?:fir(?:e|es|ed|ing)|launch(?:es|ed|ing)?|lobb(?:ed|ing))\b", re.IGNORECASE)
_WEAPON = re.compile(
    r"(?:fir(?:e|es|ed|ing)|launch(?:es|ed|ing)?|lobb(?:ed|ing))\s+(?:(?:an?|the|at|least|about|some|more|than|over|several|many|two|three|four"
    r"|five|six|seven|eight|nine|ten|dozens|scores|hundreds|barrages?|salvos?|volleys?|series|of|[\d,]+|ballistic|cruise|guided|heavy"
    r"|long-range|short-range|medium-range|homemade|home-made|makeshift|artillery|tank|mortar|grad|scud|qassam|katyusha)\s+)*"
    r"(?:rockets?|missiles?|mortars?|(?:mortar|artillery|tank)\s+(?:shells?|rounds?|bombs?)|shells)\b"
    r"(?![-\s]*(?:propelled|powered|launche)|\s*,?\s+and\s+(?:[\w-]+\s+){0,2}?(?:guns?|machine|rifles?|automatic|bullets|small))",
    re.IGNORECASE,
)
_FROM_AFAR = frozenset(("rocket", "missile", "mortar", "artillery"))
_AIM = re.compile(r"\s+(?:at|on|onto|into|toward|towards|against|over)\b", re.IGNORECASE)


def settle_fired(document: Document, claim: Claim) -> Claim:
    """The claim of an attack that only is fire from afar as shelling; what people and data sets say (no score) stays."""
    if claim.type != "armed_attack" or claim.score is None or _FIRES.match(claim.trigger.quote) is None:
        return claim
    kinds = {row.kind for row in claim.means}
    if not kinds or not kinds <= _FROM_AFAR:
        return claim
    weapon = _WEAPON.match(document.text, claim.trigger.span.start)
    aimed = weapon is not None and _AIM.match(document.text, weapon.end()) is not None
    return replace(claim, type="shelling") if aimed else claim
