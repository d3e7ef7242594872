"""Whom an armed group calls its brothers or comrades fell on its side: "they killed seven soldiers; one brother was martyred".

In hand-coded reports such words are rare outside quotes: a group's own dead, or kin, who are told with whose kin they are.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Claim, Document, Evidence

_GROUPS = ("rebel_group", "political_militia", "communal_militia", "unidentified_armed_group")
_STATES = ("state_forces", "police", "foreign_forces")
_DOING = ("perpetrator", "claimant", "side_a", "side_b")
_NUMBER = r"(?:the|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|several|only|just|\d+)"
_BROTHERS = re.compile(rf"(?:{_NUMBER}\s+)*(?:of\s+)?(?:(?:our|the|its)\s+)?(?:brothers?|comrades?|martyrs?)", re.IGNORECASE)
# How a group speaks of itself; without such a word "two brothers" are kin.
_OWN_VOICE = re.compile(
    r"\b(?:martyr(?:ed|dom|s)?|mujahid\w*|mujahed\w*|shahe?e?d\w*|our\s+(?:brothers?|comrades?|fighters?|men|lions|forces)"
    r"|(?:1|one|two|three|four|\d+)\s+comrades?\s+(?:fell|was|were))\b",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"[^.;\n]{0,40}\b(?:aged|sisters?|mothers?|father|cousins?|family|parents|sons?|years?[ -]old)\b", re.IGNORECASE
)
_REACH = 240  # characters around the words in which the group's own voice is looked for


# What a group calls the one who blows himself up for it; "a martyrdom-seeking brother" is no civilian who did it.
_SEEKER = re.compile(r"\b(?:martyrdom[- ]seek\w*|inghimasi\w*|istishhadi\w*|fedaye\w*|fidaye\w*)", re.IGNORECASE)


def with_seekers(_: Document, claim: Claim) -> Claim:
    """The claim with those who seek martyrdom as armed doers of whom no group is told, where they were read as civilians."""
    if claim.score is None:
        return claim
    actors = tuple(
        replace(row, type="unidentified_armed_group")
        if row.role in _DOING and row.score is not None and row.type in ("civilians", "unknown") and _SEEKER.search(row.raw)
        else row
        for row in claim.actors
    )
    return claim if actors == claim.actors else replace(claim, actors=actors)


def with_brothers(document: Document, claim: Claim) -> Claim:
    """The claim with "one brother" among an armed group's own, in a fight with a state's forces that speaks as the group does.

    Only who is taken for a civilian or nobody is changed, and nobody told with his kin. Rows without a score stay.
    """
    words = (*(actor.raw for actor in claim.actors), *(row.raw for row in claim.harm))
    if claim.score is None or not any(map(_is_called, words)):
        return claim
    kind = next((actor.type for actor in claim.actors if actor.role in _DOING and actor.type in _GROUPS), None)
    if kind is None or not any(row.type in _STATES for row in claim.actors if row.role in ("target", "victim", *_DOING)):
        return claim
    actors = tuple(
        replace(row, type=kind)
        if row.role == "victim"
        and row.score is not None
        and not row.registry_id
        and _is_own(document, row.raw, row.evidence, row.type)
        else row
        for row in claim.actors
    )
    harm = tuple(
        replace(row, group_type=kind)
        if row.score is not None and _is_own(document, row.raw, row.evidence, row.group_type)
        else row
        for row in claim.harm
    )
    return replace(claim, actors=actors, harm=harm)


def _is_called(raw: str) -> bool:
    return _BROTHERS.fullmatch(raw.strip()) is not None


def _is_own(document: Document, raw: str, evidence: tuple[Evidence, ...], kind: str) -> bool:
    if kind not in ("civilians", "unknown") or not evidence or not _is_called(raw):
        return False
    text, span = document.text, evidence[0].span
    start = max(sentence_start(text, span.start), span.start - _REACH)
    if _KIN.match(text, span.end) is not None:
        return False
    return _OWN_VOICE.search(text, start, span.end + _REACH) is not None
