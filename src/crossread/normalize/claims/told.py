"""Claims that tell no act: what somebody wants to take, and what is only said to go on ("repeated murders")."""

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


def tells_no_act(document: Document, claim: Claim) -> bool:
    """True for an aim or a habit without number and place; what a person or another data set says (no score) stays."""
    return claim.score is not None and (_is_aim(document, claim) or _is_habit(document, claim))


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


def _is_habit(document: Document, claim: Claim) -> bool:
    """True for "repeated murders of civilians", a total without number and place.

    Of 34 such words in coded reports for which no place is coded 25 tell no claim.
    """
    if claim.scope != "aggregate" or claim.where is not None or any(row.has_number for row in claim.harm):
        return False
    return _HABIT.search(_before(document, claim)) is not None


def _before(document: Document, claim: Claim) -> str:
    return sentence_around(document.text, claim.trigger.span.start, claim.trigger.span.end)[0]
