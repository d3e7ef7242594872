"""Bodies found days after an act whose toll they raise: no second killing on the day of the find.

"Bandits killed 23 people on Thursday. On Sunday eight more corpses were found, bringing the figure to 31" is one act with 31
dead. It is only read so where the report's own numbers add up; none of the 355 reports left out of training tells it so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.counts import parse_count
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.records import Claim, Document, Harm

_BODIES = re.compile(r"\b(?:bod(?:y|ies)|corpses?|remains|dead|victims?|people|persons|others?)\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:an?other|others?|more|further|additional)\b", re.IGNORECASE)
_FOUND = re.compile(
    r"\b(?:found|recovered|discovered|retrieved|picked up|pulled|exhumed|dug|unearthed|located|fished|died|succumbed"
    r"|bodies|corpses)\b",
    re.IGNORECASE,
)
_LIFTS = re.compile(
    r"\b(?:bring(?:s|ing)|brought|tak(?:es|ing)|took|rais(?:es|ed|ing)|push(?:es|ed|ing)|lift(?:s|ed|ing))\s+(?:the|its|their)\s+"
    r"[^.;,\d]{0,50}\bto\s+(?:at\s+least\s+|about\s+|some\s+)?$",
    re.IGNORECASE,
)
_FINDS = ("killing", "accident")  # what the encoder takes a find for
_ACTS = frozenset("armed_attack armed_clash killing bombing shelling air_strike crackdown riot arson".split())


def join_found_later(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims without a killing that only tells how a toll rose by bodies found: its rows go to the act that they add to.

    The dead of the act and the further bodies must make the new toll exactly.
    """
    found = list(claims)
    for claim in claims:
        raised = _raised(document.text, claim)
        if raised is None:
            continue
        at = next((i for i, one in enumerate(found) if one is not claim and _has(one, raised, claim)), None)
        if at is not None:
            found[at] = replace(found[at], harm=(*found[at].harm, *claim.harm))
            found.remove(claim)
    return found


def _raised(text: str, claim: Claim) -> int | None:
    """How many the act must have killed before the find; None where the claim tells anything else."""
    rows = claim.harm
    if claim.score is None or claim.type not in _FINDS or len(rows) != 2 or not all(row.evidence for row in rows):
        return None
    if any(row.effect != "killed" or row.part_of is not None for row in rows):
        return None
    more, total = sorted(rows, key=lambda row: row.evidence[0].span.start)
    start, behind = more.evidence[0].span.start, total.evidence[0].span.start
    first = sentence_start(text, start)
    if sentence_at(text, start) != sentence_at(text, behind) or not _LIFTS.search(text[first:behind]):
        return None
    told, further = text[first:behind], text[max(first, start - 12) : start] + more.raw
    if not (_FOUND.search(told) and _BODIES.search(told) and _MORE.search(further)):
        return None
    return _number(total) - _number(more) if 0 < _number(more) < _number(total) else None


def _has(claim: Claim, dead: int, later: Claim) -> bool:
    """True for an act told before that killed so many: by one number, or by all of its numbers that stand for themselves."""
    if claim.score is None or claim.type not in _ACTS or claim.scope != "incident":
        return False
    if claim.trigger.span.start > later.trigger.span.start:
        return False
    numbers = [_number(row) for row in claim.harm if row.effect == "killed" and row.part_of is None]
    return dead in numbers or sum(numbers) == dead


def _number(row: Harm) -> int:
    return (row.count or parse_count(row.raw)).low or 0
