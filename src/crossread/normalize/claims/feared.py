"""What is only feared, rumoured to come, or was announced and did not take place: "after rumours of an attack residents fled".

Of seven attacks and the like that people in hand-coded reports fear, without a word on whom, none is a claim; of seven that are
rumoured to come four are claims, `threatened` and `rumoured`, all with their target.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Claim, Document
from crossread.records.roles import SUFFERER_ROLES

_SORT = (
    r"(?:(?:an?|the|more|new|further|fresh|renewed|another|other|possible|imminent|planned|reprisal|revenge|rebel|armed|air"
    r"|[A-Z]\w+)\s+)*"
)
_FEARS = re.compile(rf"\b(?i:fear(?:ing|s|ed)?|afraid)\s+(?:(?i:of)\s+)?{_SORT}$")
_RUMOURS = re.compile(rf"\b(?i:rumou?rs?)\s+(?i:of|about)\s+{_SORT}$")
_COMES = re.compile(
    r"(?:\w+\s+)?(?:attacks?|raids?|reprisals?|assaults?|strikes?|bombings?|shelling|clashes|violence|fighting|kidnappings?|abductions?"
    r"|offensive|incursions?|ambush(?:es)?)",
    re.IGNORECASE,
)
_ON_WHOM = re.compile(r"\s+(?:by\s+[^.;,]{1,30}?\s+)?(?:on|against|at|in|near|around)\s+(?:the\s+)?[A-Za-z]")
_REACH = 80  # characters before the act in which is told that it is only feared
# "The number of incidents fell by half"
_COUNT_MOVES = re.compile(
    r"(?:fell|falls?|rose|rises?|dropped|increased|decreased|declined|doubled|grew|climbed)", re.IGNORECASE
)
_NUMBER_OF = re.compile(r"\b(?:number|total|count)\s+of\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE)
_INCIDENTS = re.compile(r"(?:(?:protection|access|security|armed|reported|safety)\s+)?incidents", re.IGNORECASE)
_TOLD_KINDS = ("armed_attack", "armed_clash", "riot", "crackdown")
_ANNOUNCED = r"(?:announced|planned|threatened|scheduled|expected|called|convened|slated)"
# "the strike announced for January had not taken place", "the planned march in Bria did not take place"
_NOT_HELD = re.compile(
    rf"(?P<when>\s+(?:which\s+was\s+|that\s+was\s+)?{_ANNOUNCED}\b[^.;,]{{0,70}}?)?(?:\s+(?:in|on|at|against|of)\s+[^.;,]{{1,40}}?)?"
    r"\s+(?:(?:did|has|had|have)\s+not\s+(?:yet\s+)?(?:take|taken)\s+place|never\s+took\s+place"
    r"|(?:did|has|had)\s+not\s+(?:yet\s+)?materiali[sz]ed?)\b",
    re.IGNORECASE,
)
_ANNOUNCED_BEFORE = re.compile(rf"\b{_ANNOUNCED}\s+(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE)


def tells_only_fear(document: Document, claim: Claim) -> bool:
    """True for an act that is only feared or rumoured, without a target, and for a count that moves; of what no person says."""
    if claim.score is None or claim.harm:
        return False
    before = _before(document, claim)
    if claim.scope == "aggregate" and _COUNT_MOVES.fullmatch(claim.trigger.quote):
        return _NUMBER_OF.search(before) is not None
    if claim.retellings or not _COMES.fullmatch(claim.trigger.quote) or any(row.role in SUFFERER_ROLES for row in claim.actors):
        return False
    if _ON_WHOM.match(document.text, claim.trigger.span.end):
        return False  # "Many fear another raid on Kita" has a target
    return (_FEARS.search(before) or _RUMOURS.search(before)) is not None


def settle_feared(document: Document, claim: Claim) -> Claim:
    """The claim as a threat where its act was rumoured to come, or announced and did not take place.

    A bare count of incidents is of attacks, as in 12 of 17 hand-coded ones. What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.status != "accomplished" or claim.harm:
        return claim
    if _INCIDENTS.fullmatch(claim.trigger.quote) and claim.scope == "aggregate" and claim.type not in _TOLD_KINDS:
        return replace(claim, type="armed_attack")
    if _COMES.fullmatch(claim.trigger.quote) and _RUMOURS.search(_before(document, claim)):
        return replace(claim, status="threatened", stance="rumoured" if claim.stance == "asserted" else claim.stance)
    return replace(claim, status="threatened") if _was_not_held(document, claim) else claim


def _was_not_held(document: Document, claim: Claim) -> bool:
    """True for "the strike announced for January had not taken place"."""
    found = _NOT_HELD.match(document.text, claim.trigger.span.end)
    if claim.stance == "denied" or found is None:
        return False
    return found["when"] is not None or _ANNOUNCED_BEFORE.search(_before(document, claim)) is not None


def _before(document: Document, claim: Claim) -> str:
    start = claim.trigger.span.start
    return document.text[max(sentence_start(document.text, start), start - _REACH) : start]
