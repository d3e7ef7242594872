"""Who came under fire is fired at: "troops came under rocket fire", "the army said its men came under attack by rebels".

Of 24 hand-coded attacks and shellings told so, no doer stands before "came under"; he stands behind "from" or "by".
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.actors.resolved import once_by_place
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Actor, Claim, Document
from crossread.records.roles import ACTIVE_ROLES

_UNDER = (
    r"\s+(?:(?:has|have|had|also|later|again|then)\s+){0,2}(?:c[ao]mes?|coming)\s+under\s+(?:[\w-]+\s+){0,3}?"
    r"(?:fire|gunfire|attack|assault|shelling|bombardment)\b"
)
_SUFFERS = re.compile(_UNDER, re.IGNORECASE)
_BEFORE_DOER = re.compile(
    r"\bunder\s+(?:[\w-]+\s+){0,3}?(?:fire|gunfire|attack|assault|shelling|bombardment)\s+(?:from|by)\s+"
    r"(?:the\s+|an?\s+|suspected\s+|some\s+)*$",
    re.IGNORECASE,
)
_OF_ITS_OWN = re.compile(
    r"\s+(?:said|says|say|reported|confirmed|announced)\s+(?:[^,.;]{0,20}\s)?(?:that\s+)?(?:its|their|his)\s+(?:[\w-]+\s+){0,3}?"
    rf"[\w-]+{_UNDER}",
    re.IGNORECASE,
)
_TYPES = ("armed_attack", "shelling", "air_strike", "bombing")


def settle_under_fire(document: Document, claim: Claim) -> Claim:
    """The claim with those under fire as its target and their attacker as doer; who tells it of his own men only reports.

    The sides of a fight stay, and so does what people and data sets say (no score).
    """
    if claim.score is None or claim.type not in _TYPES or not _is_told_so(document, claim):
        return claim
    text = document.text
    telling = {q.span for a in claim.actors for q in a.evidence if _OF_ITS_OWN.match(text, q.span.end)}
    telling |= {q.span for row in claim.speakers for q in row.evidence if _OF_ITS_OWN.match(text, q.span.end)}
    kept = (
        a for a in claim.actors if a.score is None or not (a.role in ACTIVE_ROLES and telling & {q.span for q in a.evidence})
    )
    made = replace(claim, actors=once_by_place(_settled(text, actor) for actor in kept))
    if not telling:
        return made
    speakers = tuple(
        replace(row, role="reports") if row.role == "claims" and telling & {q.span for q in row.evidence} else row
        for row in claim.speakers
    )
    return replace(made, speakers=speakers, stance="attributed" if claim.stance == "claimed" else claim.stance)


def _is_told_so(document: Document, claim: Claim) -> bool:
    before, after = sentence_around(document.text, claim.trigger.span.start, claim.trigger.span.end)
    return (
        re.search(r"\bc[ao]m(?:e|es|ing)\s+under\b", before[-40:] + claim.trigger.quote + after[:1], re.IGNORECASE) is not None
    )


def _settled(text: str, actor: Actor) -> Actor:
    if actor.score is None or not actor.evidence:
        return actor
    span = actor.evidence[0].span
    if actor.role in ACTIVE_ROLES and _SUFFERS.match(text, span.end):
        return replace(actor, role="target")
    behind = _BEFORE_DOER.search(text, max(0, span.start - 80), span.start)
    return replace(actor, role="perpetrator") if behind and actor.role.startswith("side_") else actor
