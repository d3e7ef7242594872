"""Denials of a detail of an act: "denied that their commander had been wounded", "denied that they had been unarmed".

The act itself is not denied: both hand-coded reports in which a party denies that its own were hit or taken tell the act as
`asserted`. Where people of others are meant ("denied that civilians were killed"), two of three claims are denied, one of them
the killing itself; so those words leave only an act alone that nobody tells to have killed.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.harm.words import number_of
from crossread.records import Actor, Claim, Document, Harm, Span

_OWN_PEOPLE = (
    r"(?:commanders?|leaders?|fighters?|members?|m[ae]n|soldiers?|troops|rebels?|guerrillas?|militants?|insurgents?|combatants?"
    r"|officers?|chiefs?|deput(?:y|ies)|forces|personnel|comrades|pilots?|crew)"
)
_BE = r"(?:(?:has|have|had)\s+)?(?:been|was|were|is|are)\s+(?:\w+ly\s+)?"  # "had killed" is what others suffered
_HIT = (
    r"(?:killed|wounded|injured|hurt|harmed|captured|dead|taken|seized|arrested"
    r"|among\s+(?:the|those)\s+(?:dead|killed|wounded|victims))\b"
)
_OWN = re.compile(
    rf"that\s+(?:(?:any|one|some|several|many)\s+of\s+)?(?:their|its|his|our|any|a\s+single)\s+(?:own\s+|[\w-]+\s+){{0,3}}?{_OWN_PEOPLE}"
    rf"(?:,\s[^,.;]{{1,40}},)?\s+{_BE}{_HIT}",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    rf"that\s+(?:any\s+)?(?:civilians?|anyone|anybody|people|residents|villagers)\s+{_BE}(?:killed|wounded|injured|hurt|harmed)\b",
    re.IGNORECASE,
)
_WERE_WHAT = re.compile(
    r"that\s+(?:they|the\s+(?:dead|victims|men|[\w-]+s)|those\s+killed|all|any\s+of\s+them)\s+(?:were|are|had\s+been)\s+(?:all\s+)?"
    r"(?:un)?(?:armed|civilians)\b",
    re.IGNORECASE,
)
_IS_THE_HIT = re.compile(r"(?:kill|wound|injur|captur|seiz|shot|murder|assassinat|arrest|death)\w*", re.IGNORECASE)
_OF_THOSE_HIT = ("killing", "abduction", "detention")
_FROM_AFAR = ("air_strike", "shelling", "bombing", "armed_clash")
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying))\s+(?=that\b)", re.IGNORECASE)


def is_of_detail(claim: Claim, what: str) -> bool:
    """True for what is denied of an act besides the act: that own people were hit, that the dead were unarmed."""
    if _WERE_WHAT.match(what):
        return True
    if _IS_THE_HIT.match(claim.trigger.quote) or claim.type in _OF_THOSE_HIT:
        return False  # "Rebels killed a commander. The militia denied that its commander had been killed"
    if _OWN.match(what):
        return True
    told = any(row.effect in ("killed", "injured", "casualties") and number_of(row) != 0 for row in claim.harm)
    return claim.type in _FROM_AFAR and not told and _OTHERS.match(what) is not None


def without_denied_people(document: Document, claim: Claim) -> Claim:
    """The claim without the harm and the victims that are told only as whom a party denies to have lost.

    What people and data sets say (no score) stays.
    """
    return replace(
        claim,
        harm=tuple(row for row in claim.harm if not _is_denied(document.text, row)),
        actors=tuple(row for row in claim.actors if row.role != "victim" or not _is_denied(document.text, row)),
    )


def _is_denied(text: str, row: Harm | Actor) -> bool:
    told = row.score is not None and bool(row.evidence)
    return told and all(_is_in_denial(text, quote.span) for quote in row.evidence)


def _is_in_denial(text: str, span: Span) -> bool:
    """True for "their commander" of "denied that their commander had been wounded"."""
    before, after = sentence_around(text, span.start, span.end)
    start, sentence = span.start - len(before), text[span.start - len(before) : span.end + len(after)]
    for found in _DENIES.finditer(sentence):
        denied = _OWN.match(sentence, found.end())
        if denied is not None and start + denied.start() <= span.start and span.end <= start + denied.end():
            return True
    return False
