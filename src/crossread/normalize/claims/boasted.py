"""What a group's own spokesman tells of the group is claimed: "Red Dawn spokesman Abu Musa said that the group had killed 90".

Of 4 hand-coded claims that the spokesman of an armed group tells with "the group", "it", "they" or "its forces" as doers all
have him, his group or both as those who claim; the one that tells only the group's own dead has him as one who reports.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.codebook.actor_registry import ActorRegistry
from crossread.normalize.sentences import sentence_at, sentence_ends
from crossread.records import Actor, Claim, Document, Evidence, Harm, Speaker

_SPOKESMAN = re.compile(
    r"(?:(?:[Aa]n?|[Tt]he)\s+)?(?P<group>(?!(?:An?|The)\s)(?:[Aa]l[- ])?[A-Z][\w’-]*(?:[ -][A-Z][\w-]*)*)(?:['’]s?)?"
    r"\s+(?:[a-z-]+\s+){0,2}spokes(?:man|woman|person)\b"
)
_SAID = (
    r"(?:,?\s+[A-Z][\w'’-]+(?:\s+(?:[A-Z][\w'’.-]+|al|bin|ibn|ag|ould))*)?,?\s+(?:on\s+\w+day\s+|also\s+|later\s+)?"
    r"(?:said|says|told|claimed|claims|boasted|announced|declared|confirmed)"
    r"(?:\s+(?:[A-Z][\w.-]*|by|on|in|an?|the|to|via|from|reporters|journalists|news|agency|agencies|statement|message|telephone|phone"
    r"|audio|video|radio|station|post|social|media|also|later)){0,8}?,?(?:\s+that)?\s+"
)
_KILLS = r"(?:kill|wound|injur)(?:ed|s)?"
_DID = (
    rf"(?:{_KILLS}|(?:attack|ambush|destroy|bomb|shell|raid|storm|target|captur|seiz|kidnapp|abduct|execut|assassinat|behead)(?:e?d|s)?"
    r"|carried\s+out|shot|fired|launched|struck|hit|blew\s+up|downed|took|overran|overrun)"
)
_DOES = re.compile(
    rf"{_SAID}(?:the\s+(?:group|movement|militia|organi[sz]ation)|it|they|(?:its|the\s+group['’]s)\s+(?:fighters|forces|men|militants"
    rf"|mujahideen|members|troops))\s+(?:(?:had|has|have)\s+)?(?:also\s+)?(?P<act>{_DID})\s"
)
_GROUPS = ("rebel_group", "political_militia", "communal_militia")
_KILLED = re.compile(_KILLS)


def with_boasts(document: Document, claim: Claim) -> Claim:
    """The claim with the group whose spokesman tells what it did as claimant, and with him as claiming for it.

    Only an armed group that the registry knows by that name: the army, a mission and a ministry are none. What people and data
    sets say (no score) stays.
    """
    if claim.score is None or claim.scope == "aggregate" or claim.stance not in ("asserted", "attributed"):
        return claim
    for at, row in enumerate(claim.speakers):
        group = _boasting(document, claim, row)
        if group is not None:
            return _claimed(claim, at, group)
    return claim


def _claimed(claim: Claim, at: int, group: Evidence) -> Claim:
    speakers = tuple(replace(row, role="claims") if place == at else row for place, row in enumerate(claim.speakers))
    alone = all(row.role == "claims" for row in speakers)
    stance = "claimed" if claim.stance == "attributed" and alone else claim.stance
    if any(row.role == "claimant" for row in claim.actors):
        return replace(claim, speakers=speakers, stance=stance)
    row = Actor(role="claimant", raw=group.quote, name=None, type="rebel_group", evidence=(group,), score=claim.score)
    return replace(claim, actors=(row, *claim.actors), speakers=speakers, stance=stance)


def _boasting(document: Document, claim: Claim, row: Speaker) -> Evidence | None:
    """The group for which the speaker tells that it did what the claim tells."""
    if row.role not in ("reports", "claims") or row.score is None or not row.evidence:
        return None
    text, span = document.text, row.evidence[0].span
    own = _SPOKESMAN.match(text, span.start)
    does = _DOES.match(text, own.end()) if own is not None else None
    if own is None or does is None or not _is_armed(own["group"]):
        return None
    number, ends = sentence_at(text, span.start), sentence_ends(text)
    end = ends[number] if number < len(ends) else len(text)
    told = does.start("act") <= claim.trigger.span.start < end
    dead = _KILLED.fullmatch(does["act"]) and any(_is_behind(harm, does.end(), end) for harm in claim.harm)
    return document.quote(*own.span("group")) if told or dead else None


def _is_behind(row: Harm, start: int, end: int) -> bool:
    """True for the first ones who are told behind "it had killed"."""
    return row.score is not None and bool(row.evidence) and start <= row.evidence[0].span.start < min(end, start + 30)


def _is_armed(name: str) -> bool:
    return any(entry.type in _GROUPS for entry in ActorRegistry.load().bearers(name))
