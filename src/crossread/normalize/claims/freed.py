"""Captives who turn up free: "three of the kidnapped walked into a police post" is a release, and no attack on the post.

And prisoners whom armed men let out: that is none.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.actors.resolved import once_by_place
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Actor, Claim, Document
from crossread.records.roles import ACTIVE_ROLES

HELD_REACH = 250  # characters before the act in which it is told that they were held
_TURNS_UP = re.compile(
    r"(?:walked|walks|came|come|comes)\s+(?:free|home|back|in|into|out)\b|turn(?:ed|s)\s+up\b|reappeared\b|resurfaced\b|show(?:ed|s)\s+up\b",
    re.IGNORECASE,
)
# "regained his freedom" says by itself that he was held: of people, and of no town
_REGAINS = re.compile(r"regain(?:ed|s|ing)?\s+(?:(?:his|her|their)\s+)?(?:freedom|liberty)\b", re.IGNORECASE)
_HELD = re.compile(r"\b(?:kidnap\w*|abduct\w*|hostages?|captives?|captivity|snatched|seized|taken)\b", re.IGNORECASE)
# Who walks in armed, or is found dead, does not turn up free
_ARMED = re.compile(
    r"\b(?:gun\w*|rebels?|militants?|fighters?|insurgents?|guerrillas?|militia\w*|armed|attackers?|bandits?|soldiers?|troops|police\w*"
    r"|bombers?|raiders?|assailants?)\b[^.;,]*$",
    re.IGNORECASE,
)
_DEAD = re.compile(r"\b(?:dead|bod(?:y|ies)|corpses?|killed|murdered|shot|opened\s+fire)\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|of|from)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
# "Gunmen freed 200 inmates": not those they hold themselves, and nobody exchanged, pardoned or handed over
_FREED = re.compile(r"(?:have\s+|had\s+)?fre(?:ed|e|es|eing)", re.IGNORECASE)
_INMATES = re.compile(r"\b(?:inmates?|convicts?|prisoners?|detainees?)\b", re.IGNORECASE)
_OF_A_JAIL = re.compile(
    r"\b(?:inmates?|convicts?|prisons?|jails?|penitentiary|police\s+(?:station|post)|cells)\b", re.IGNORECASE
)
_LET_GO = re.compile(
    r"\b(?:exchang\w*|swap\w*|amnest\w*|pardon\w*|goodwill|gesture|talks|mediat\w*|negotiat\w*|deal|accord|agreement|ransoms?|Red\s+C\w+|ICRC"
    r"|hand(?:ed|ing)\s+over|hostages?|captives?|captured|kidnap\w*|abduct\w*|(?:their|its)\s+(?:[\w-]+\s+)?(?:prisons?|jails?|prisoners?|detainees?)"
    r"|prisoners\s+of\s+war|ceasefire|truce|peace)\b",
    re.IGNORECASE,
)
_OUTSIDE_THE_LAW = ("unidentified_armed_group", "rebel_group", "political_militia", "communal_militia")
_TAKEN_FOR = ("abduction", "armed_attack", "operation", "territorial_change", "detention")


def settle_freed(document: Document, claim: Claim) -> Claim:
    """The claim as a release where people told before to be held walk in or turn up: they suffered, and attacked nobody.

    All nine hand-coded captives who "walked free", "came home" or "turned up" are an `agreement`, with them as victims or
    without any party but their captors. What people and data sets say (no score) stays.
    """
    if claim.score is None:
        return claim
    if _regains_freedom(document, claim):
        return _as_release(document, claim)
    if claim.type not in _TAKEN_FOR or not _turns_up(document, claim):
        return claim
    harm = tuple(row for row in claim.harm if row.effect not in ("abducted", "detained", "missing") or row.score is None)
    if any(row.effect in ("killed", "injured") for row in harm):
        return claim
    actors = tuple(_as_freed(document, row) for row in claim.actors if row.role != "target" or row.score is None)
    return replace(claim, type="agreement", harm=harm, actors=actors)


def settle_broken_out(document: Document, claim: Claim) -> Claim:
    """The claim as an operation, with those as doers who freed inmates that others kept: "gang members freed 20 inmates".

    The one hand-coded claim of rebels who "freed 40 prisoners" is an operation. What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.type != "agreement" or not _FREED.fullmatch(claim.trigger.quote):
        return claim
    span = claim.trigger.span
    before, after = sentence_around(document.text, span.start, span.end)
    told = f"{before} {after}"
    if not _INMATES.search(told) or _LET_GO.search(told):
        return claim
    sides = [row for row in claim.actors if row.role in ("side_a", "side_b", "perpetrator")]
    kinds = {row.type for row in sides}
    if not kinds or not kinds.issubset(_OUTSIDE_THE_LAW):
        return claim
    if not _OF_A_JAIL.search(told) and kinds != {"unidentified_armed_group"}:  # rebels may have prisoners of their own
        return claim
    actors = tuple(replace(row, role="perpetrator") if row in sides and row.score is not None else row for row in claim.actors)
    return replace(claim, type="operation", actors=actors)


def _turns_up(document: Document, claim: Claim) -> bool:
    text, start = document.text, claim.trigger.span.start
    found = _TURNS_UP.match(text, start)
    if found is None or found.end() < claim.trigger.span.end:
        return False
    before, after = sentence_around(text, start, claim.trigger.span.end)
    if _DEAD.search(before) or _DEAD.search(after) or (_ARMED.search(before) and not _HELD.search(before)):
        return False
    return _HELD.search(text, max(0, start - HELD_REACH), start) is not None


def _regains_freedom(document: Document, claim: Claim) -> bool:
    """True for "the priest regained his freedom"; inmates freed by a raid on their prison are no release."""
    found = _REGAINS.match(document.text, claim.trigger.span.start)
    if found is None or claim.type not in (*_TAKEN_FOR, "agreement", "displacement"):
        return False
    before, after = sentence_around(document.text, found.start(), found.end())
    return not any(_OF_A_JAIL.search(part) or _DEAD.search(part) for part in (before, after))


def _as_release(document: Document, claim: Claim) -> Claim:
    """The claim as a release, with its subject as victim: no number of those who went home, who were "displaced"."""
    actors = []
    for row in claim.actors:
        mine = (
            row.score is not None
            and row.evidence
            and row.role != "victim"
            and row.evidence[0].span.end <= claim.trigger.span.start
        )
        actors.append(
            _as_freed(document, replace(row, role="side_b") if mine and row.role == "target" else row) if mine else row
        )
    harm = tuple(row for row in claim.harm if row.score is None)
    return replace(claim, type="agreement", harm=harm, actors=once_by_place(actors))


def _as_freed(document: Document, row: Actor) -> Actor:
    """The subject of the turning up as its victim: "three of them", not the rebels by whom they were taken."""
    if row.role not in ACTIVE_ROLES or row.score is None or not row.evidence:
        return row
    span = row.evidence[0].span
    by = _BY.search(document.text, max(0, span.start - 10), span.start) is not None
    return replace(row, role="side_a" if by else "victim")
