"""Claims that tell no act: what somebody wants to take, and what only goes on ("repeated murders", "still hold")."""

from __future__ import annotations

import re

from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Claim, Document

_AIM = re.compile(
    r"\b(?:(?:attempt|try|seek|fight|struggl|striv|aim|hop|want|battl|campaign)ing|(?:attempt|effort|bid|fight|struggle|want|hope|aim|seek"
    r"|wish|strive)s?|(?:attempt|want|hop|aim|struggl)ed|sought|tried)\s+(?:to|at|of)\s+(?:re-?)?$",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"\b(?:repeated|regular|frequent|daily|constant|continuing|ongoing|recurrent|systematic|sporadic|indiscriminate|continued"
    r"|occasional)\s+(?:[\w-]+\s+(?:and\s+)?){0,3}$",
    re.IGNORECASE,
)


_STILL = re.compile(r"\bstill\s+(?:(?:largely|firmly|partly|mostly|fully)\s+)?(?:in\s+|has\s+|have\s+)?$", re.IGNORECASE)
_HOLDS = re.compile(r"(?:in\s+)?(?:control|hold|occup(?:y|ies))(?:s|led|ling)?|held", re.IGNORECASE)


def tells_no_act(document: Document, claim: Claim) -> bool:
    """True for an aim or a habit without number and place; what a person or another data set says (no score) stays."""
    return claim.score is not None and (_is_aim(document, claim) or _is_habit(document, claim) or _is_standing(document, claim))


def _is_aim(document: Document, claim: Claim) -> bool:
    """True for "has been attempting to recapture its land" of a whole country or of nowhere: nothing changed hands.

    Of 49 places in coded reports where a word of aim stands before taking, 32 tell no claim and none a change of control.
    """
    if claim.type != "territorial_change" or claim.harm:
        return False
    place = claim.where.value if claim.where else None
    if place is not None and place.precision not in ("country", "unknown"):
        return False
    return _AIM.search(_before(document, claim)) is not None


def _is_standing(document: Document, claim: Claim) -> bool:
    """True for "rebels still control the town": of eight "still controls" and "still holds" none is coded as a change."""
    if claim.type != "territorial_change" or claim.harm:
        return False
    return (
        all(_HOLDS.fullmatch(row.quote) for row in (claim.trigger, *claim.retellings))
        and _STILL.search(_before(document, claim)) is not None
    )


def _is_habit(document: Document, claim: Claim) -> bool:
    """True for "repeated murders of civilians", a total without number and place.

    Of 34 such words in coded reports for which no place is coded 25 tell no claim.
    """
    if claim.scope != "aggregate" or claim.where is not None or any(row.has_number for row in claim.harm):
        return False
    return _HABIT.search(_before(document, claim)) is not None


def _before(document: Document, claim: Claim) -> str:
    return sentence_around(document.text, claim.trigger.span.start, claim.trigger.span.end)[0]
