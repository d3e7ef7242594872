"""Who is told as one of the victims is no doer: "killed one person, identified as Noor Wali", "the victims, A and B, were".

Of the eight coded wordings with a death or a wound before "identified as", none names a doer.
"""

from __future__ import annotations

import re
from dataclasses import replace

from crossread.normalize.actors.resolved import once_by_place
from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document, Span

_DOING = ("perpetrator", "accused")
_REACH = 140  # characters before a name in which is told what befell him
_FELL = (
    r"(?:kill(?:ed|s|ing)|dead|died|deceased|slain|murdered|wounded|injured|hurt|victims?"
    r"|bod(?:y|ies)|casualt(?:y|ies)|fatality)"
)
_DOER = (
    r"\b(?:by|gunm[ae]n|attackers?|assailants?|bombers?|shooters?|killers?|murderers?|perpetrators?|suspects?|suspected|accused"
    r"|alleged|culprits?|drivers?|arrest\w*|detain\w*|held|who\s+(?:had\s+)?kill\w*|for\s+kill\w*|of\s+kill\w*|who\s+(?:fired|shot|opened))\b"
)
_IDENTIFIED = re.compile(
    rf"\b{_FELL}\b(?P<between>[^.;:]{{0,90}}?)\b(?:identified|named)\s+(?:\w+\s+)?as\s+(?:the\s+|an?\s+)?(?P<names>[^.;:]{{0,80}})$",
    re.IGNORECASE,
)
_VICTIMS = re.compile(
    r"\b(?:victims?|dead|deceased|killed|slain|wounded|injured)(?:\s+\w+)?,\s+(?:\w+\s+)?(?P<names>[^.;:]{0,60})$",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:the|their|its|two|three|four|five|both)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
# In a list of names no verb stands: "A, B and constable C"
_GOES_ON = re.compile(
    r"\b(?:was|were|is|are|had|has|who|which|that|when|while|after|before|by|in|at|on|from|sa(?:id|ys?)|told|but|police|army|gunmen)\b",
    re.IGNORECASE,
)


def with_identified(document: Document, claim: Claim) -> Claim:
    """The claim with those as victims who are only told to have been killed or hurt; what people and data sets say stays.

    "The victims, A and B, were on their way to the mosque where a bombing …" makes them no doers, and no victims of that.
    """
    if claim.score is None:
        return claim
    rows = [_settled(document.text, row) for row in claim.actors]
    return claim if rows == list(claim.actors) else replace(claim, actors=once_by_place(row for row in rows if row is not None))


def _settled(text: str, row: Actor) -> Actor | None:
    if row.role not in _DOING or row.score is None or not row.evidence:
        return row
    if all(_is_identified(text, quote.span) for quote in row.evidence):
        return replace(row, role="victim")
    return None if all(_is_named_victim(text, quote.span) for quote in row.evidence) else row


def _before(text: str, span: Span) -> str:
    return text[max(sentence_start(text, span.start), span.start - _REACH) : span.start]


def _is_identified(text: str, span: Span) -> bool:
    before = _before(text, span)
    found = _IDENTIFIED.search(before)
    if found is None or _GOES_ON.search(found["names"]):
        return False
    return re.search(_DOER, before[: found.start()][-40:] + found[0][: -len(found["names"]) or None], re.IGNORECASE) is None


def _is_named_victim(text: str, span: Span) -> bool:
    before = _before(text, span)
    found = _VICTIMS.search(before)
    return found is not None and _THE.search(before[: found.start()]) is not None and not _GOES_ON.search(found["names"])
