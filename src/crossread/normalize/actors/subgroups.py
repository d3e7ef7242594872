"""Whom a number includes is told by its row of harm, and is no victim beside the others: "eleven people, among them an infant".

The codebook gives subgroups no row of their own among the actors. Of 383 coded parts told with such words, of the same type
as the whole or out of people of no told type, 338 have none.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document, Harm

_REACH = 120  # characters before a part in which stands what makes it one
_INCLUDED = re.compile(
    r"\b(?:includ(?:ing|e|es|ed)|incl\.?|comprising|mostly|mainly|among\s+(?:them|whom|(?:the\s+|those\s+)?(?:dead|victims|wounded|injured|killed))"
    r"|of\s+(?:them|whom))\b[^.;:!?]*$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"[^.;,]{0,30}?\bof\s+(?:them|whom)\b", re.IGNORECASE)


def without_subgroups(document: Document, claim: Claim) -> Claim:
    """The claim without victims who are only a part of others; what people and data sets say (no score) stays."""
    if claim.score is None or all(row.part_of is None for row in claim.harm):
        return claim
    kept = tuple(row for row in claim.actors if not _is_part(document.text, claim, row))
    return claim if len(kept) == len(claim.actors) else replace(claim, actors=kept)


def _is_part(text: str, claim: Claim, actor: Actor) -> bool:
    """True where all that befell these people is told as a part of what befell others, who have a row of their own."""
    if actor.role != "victim" or actor.score is None:
        return False
    rows = [row for row in claim.harm if _overlap(row, actor)]
    return bool(rows) and all(_is_told_as_part(text, claim, row) for row in rows)


def _is_told_as_part(text: str, claim: Claim, row: Harm) -> bool:
    whole = claim.harm[row.part_of] if row.part_of is not None else None
    if whole is None or whole.group_type not in (row.group_type, "unknown") or not row.evidence:
        return False
    start = row.evidence[0].span.start
    before = text[max(sentence_start(text, start), start - _REACH) : start]
    includes = _INCLUDED.search(before) is not None or _OF_THEM.match(text, start) is not None
    return includes and any(other.role == "victim" and _overlap(whole, other) for other in claim.actors)


def _overlap(row: Harm, actor: Actor) -> bool:
    return any(a.span.start < b.span.end and b.span.start < a.span.end for a in row.evidence for b in actor.evidence)
