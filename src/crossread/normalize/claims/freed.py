"""Captives who turn up free: "three of the kidnapped walked into a police post" is a release, and no attack on the post."""

from __future__ import annotations

import re
from dataclasses import replace

from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Actor, Claim, Document

HELD_REACH = 250  # characters before the act in which it is told that they were held
_TURNS_UP = re.compile(
    r"(?:walked|walks|came|come|comes)\s+(?:free|home|back|in|into|out)\b|turn(?:ed|s)\s+up\b|reappeared\b|resurfaced\b|show(?:ed|s)\s+up\b",
    re.IGNORECASE,
)
_HELD = re.compile(r"\b(?:kidnap\w*|abduct\w*|hostages?|captives?|captivity|snatched|seized|taken)\b", re.IGNORECASE)
# Who walks in armed, or is found dead, does not turn up free
_ARMED = re.compile(
    r"\b(?:gun\w*|rebels?|militants?|fighters?|insurgents?|guerrillas?|militia\w*|armed|attackers?|bandits?|soldiers?|troops|police\w*"
    r"|bombers?|raiders?|assailants?)\b[^.;,]*$",
    re.IGNORECASE,
)
_DEAD = re.compile(r"\b(?:dead|bod(?:y|ies)|corpses?|killed|murdered|shot|opened\s+fire)\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|of|from)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_TAKEN_FOR = ("abduction", "armed_attack", "operation", "territorial_change", "detention")
_DOING = ("perpetrator", "accused", "claimant", "side_a", "side_b")


def settle_freed(document: Document, claim: Claim) -> Claim:
    """The claim as a release where people told before to be held walk in or turn up: they suffered, and attacked nobody.

    All nine hand-coded captives who "walked free", "came home" or "turned up" are an `agreement`, with them as victims or
    without any party but their captors. What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.type not in _TAKEN_FOR or not _turns_up(document, claim):
        return claim
    harm = tuple(row for row in claim.harm if row.effect not in ("abducted", "detained", "missing") or row.score is None)
    if any(row.effect in ("killed", "injured") for row in harm):
        return claim
    actors = tuple(_as_freed(document, row) for row in claim.actors if row.role != "target" or row.score is None)
    return replace(claim, type="agreement", harm=harm, actors=actors)


def _turns_up(document: Document, claim: Claim) -> bool:
    text, start = document.text, claim.trigger.span.start
    found = _TURNS_UP.match(text, start)
    if found is None or found.end() < claim.trigger.span.end:
        return False
    before, after = sentence_around(text, start, claim.trigger.span.end)
    if _DEAD.search(before) or _DEAD.search(after) or (_ARMED.search(before) and not _HELD.search(before)):
        return False
    return _HELD.search(text, max(0, start - HELD_REACH), start) is not None


def _as_freed(document: Document, row: Actor) -> Actor:
    """The subject of the turning up as its victim: "three of them", not the rebels by whom they were taken."""
    if row.role not in _DOING or row.score is None or not row.evidence:
        return row
    span = row.evidence[0].span
    by = _BY.search(document.text, max(0, span.start - 10), span.start) is not None
    return replace(row, role="side_a" if by else "victim")
