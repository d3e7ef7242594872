"""Who speaks for the doers claims for them, though he is only "a spokesman for the group", "their commander" or "the rebels".

Of 39 hand-coded speakers called so behind an armed group that the claim has as its doer 34 claim, deny or accuse; the others
are an organization that counts and a commander who is quoted on something else.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at
from crossread.records import Actor, Claim, Document, Speaker
from crossread.records.roles import UNDISPUTED_DOERS

_OFFICE = r"(?:spokes(?:man|woman|person)|commanders?|leaders?|chief)"
_BAND = (
    r"(?:(?:armed|rebel|militant|insurgent|guerrilla|jihadist|islamist|separatist)\s+)?"
    r"(?:group|movement|militia|organi[sz]ation|rebels|militants|insurgents|guerrillas|separatists|fighters|jihadists)"
)
_FOR_THEM = re.compile(
    rf"(?:(?:an?|the)\s+)?(?:[a-z]+\s+)?{_OFFICE}\s+(?:for|of)\s+(?:the|that)\s+{_BAND}"
    rf"|(?:the\s+)?{_BAND}['’]?s?\s+(?:[a-z]+\s+)?{_OFFICE}"
    rf"|(?:their|its)\s+(?:[a-z]+\s+)?{_OFFICE}(?:,?\s+(?-i:[A-Z]).*)?"
    rf"|(?:an?|the)\s+(?:rebel|militant|insurgent|guerrilla|separatist|group)\s+(?:[a-z]+\s+)?{_OFFICE}"
    rf"|(?:the|that)\s+{_BAND}",
    re.IGNORECASE,
)
_OWN = re.compile(rf"(?:their|its)\s+(?:[a-z]+\s+)?{_OFFICE}", re.IGNORECASE)
_BESIDE_NAME = re.compile(rf"\b(?:their|its)\s+(?:[a-z]+\s+)?{_OFFICE},?\s+$", re.IGNORECASE)
_LEAD = 40  # characters before a name in which his office stands
_SAYS_SO = re.compile(
    r",?\s+(?:(?:has|have|had|also|later|(?-i:[A-Z])[\w'’.-]*)\s+){0,3}(?:said|says?|announced?|reported|told|stated|declared)\b",
    re.I,
)
_ARMED = frozenset(("rebel_group", "political_militia", "communal_militia", "unidentified_armed_group"))
_ANOTHERS = re.compile(
    r"\b(?:army|military|police|government|ministry|patrol|unit|battalion|brigade|garrison|mission)\b", re.IGNORECASE
)


def settle_group_said(document: Document, claim: Claim) -> Claim:
    """The claim with such a speaker as one who claims, and as claimed where nobody else tells it.

    Not where an armed group suffered it, which "the rebels" may as well be. What people and data sets say (no score) stays.
    """
    doer = _only_doer(claim)
    if doer is None or not any(_is_for(document, doer, row) for row in claim.speakers):
        return claim
    speakers = tuple(replace(row, role="claims") if _is_for(document, doer, row) else row for row in claim.speakers)
    alone = claim.stance == "attributed" and all(row.role == "claims" for row in speakers)
    return replace(claim, speakers=speakers, stance="claimed" if alone else claim.stance)


def _only_doer(claim: Claim) -> Actor | None:
    """The one armed group that did it, where no other armed people are of the claim."""
    if claim.score is None:
        return None
    doers = [actor for actor in claim.actors if actor.role in UNDISPUTED_DOERS]
    others = [actor for actor in claim.actors if actor not in doers and actor.type in _ARMED]
    names = {actor.name or actor.raw for actor in doers}
    return doers[0] if len(names) == 1 and doers[0].type in _ARMED and not others and doers[0].evidence else None


def _is_for(document: Document, doer: Actor, row: Speaker) -> bool:
    """True for one who reports, is called by such words alone, and stands behind the doer in its sentence or the next.

    "Its commander" may be that of an army or office named in between.
    """
    if row.role != "reports" or row.score is None or not row.evidence:
        return False
    text, at = document.text, row.evidence[0].span
    named = _BESIDE_NAME.search(text, max(0, at.start - _LEAD), at.start) is not None
    if not named and _FOR_THEM.fullmatch(row.raw) is None:
        return False
    before = [quote.span.end for quote in doer.evidence if quote.span.end <= at.start]
    if not before or sentence_at(text, at.start) - sentence_at(text, before[-1]) > 1:
        return False
    if _SAYS_SO.match(text, at.end) is None:
        return False
    own = named or _OWN.match(row.raw) is not None
    return not own or _ANOTHERS.search(text, before[-1], at.start) is None
