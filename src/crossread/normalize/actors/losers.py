"""Whose dead are told: "left 40 dead among the government forces", "12 wounded in the ranks of the rebels".

Of 25 hand-coded people and parties behind "casualties among", "dead from" or "casualties on" 24 are victims or a side of the
fight; the one accused stands behind "lays the deaths on".
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.actors.resolved import once_by_place
from crossread.normalize.worded import Worded
from crossread.records import Actor, Claim, Document, Harm
from crossread.records.roles import SIDE_ROLES

_DOING = ("perpetrator", "accused", "target")
_STATE = r"(?:dead|deaths|killed|wounded|injured|hurt|casualties|fatalities|losses|martyrs|victims)"
_AMONG = (
    r"(?:among|amongst|from(?:\s+among)?|(?:in|within|from)\s+the\s+ranks\s+of|on\s+the\s+side\s+of)\s+"
    r"(?:the\s+|its\s+|their\s+)?"
)
_LEAD = Worded(
    "among from ranks side",
    rf"(?<!\bthe )(?<!\bits )(?<!\btheir )\b{_STATE}(?:,?\s+(?:and|or)\s+{_STATE})?\s+{_AMONG}$",
    re.IGNORECASE,
)
_TAIL = re.compile(rf"(?:\s+{_STATE})?(?:,?\s+(?:and|or)\s+{_STATE})?\s+{_AMONG}", re.IGNORECASE)
_ENDS = re.compile(rf"(?:\d|\b{_STATE})$", re.IGNORECASE)
_WITHIN = re.compile(rf"\b{_STATE}\s+{_AMONG}(?P<group>\S.*)$", re.IGNORECASE)
_ONLY_STATE = re.compile(_STATE, re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|its|their)\s+", re.IGNORECASE)
REACH = 60  # characters before a party in which its dead stand


def settle_losers(document: Document, claim: Claim) -> Claim:
    """The claim with those among whom people fell as victims, and as the group of the number before them.

    The sides of a clash stay sides, and what people and data sets say (no score) stays.
    """
    if claim.score is None:
        return claim
    losers = [actor for actor in claim.actors if _has_lost(document.text, actor)]
    harm = tuple(_grouped(document.text, row, losers) for row in claim.harm)
    if not losers:
        return replace(claim, harm=harm) if harm != claim.harm else claim
    kept = (actor for actor in claim.actors if not _is_state(document.text, actor))
    suffering = (_suffering(claim, actor) if actor in losers else actor for actor in kept)
    return replace(claim, actors=once_by_place(suffering), harm=harm)


def _has_lost(text: str, actor: Actor) -> bool:
    if actor.score is None or not actor.evidence:
        return False
    start = actor.evidence[0].span.start
    return _LEAD.search(text, max(0, start - REACH), start) is not None


def _suffering(claim: Claim, actor: Actor) -> Actor:
    """The party as victim; a side of a clash stays one, the only side of an attack is no doer of it."""
    doing = (*_DOING, *(SIDE_ROLES if claim.type != "armed_clash" else ()))
    return replace(actor, role="victim") if actor.role in doing else actor


def _is_state(text: str, actor: Actor) -> bool:
    """True for the "dead" of "40 dead among the soldiers": those who are dead are named behind."""
    if actor.score is None or not actor.evidence or _ONLY_STATE.fullmatch(actor.raw) is None:
        return False
    return _TAIL.match(text, actor.evidence[0].span.end) is not None


def _grouped(text: str, row: Harm, losers: list[Actor]) -> Harm:
    """The row with the party right behind its number, or in its own words behind "casualties among", as its group."""
    if row.score is None or row.group is not None or not row.evidence:
        return row
    if within := _WITHIN.search(row.raw):
        return replace(row, group=within["group"])
    lead = _TAIL.match(text, row.evidence[0].span.end) if _ENDS.search(row.raw) else None
    raw = next((one.raw for one in losers if lead and lead.start() < one.evidence[0].span.start <= lead.end()), None)
    return replace(row, group=_ARTICLE.sub("", raw, count=1) if _ARTICLE.match(raw) else raw) if raw else row
