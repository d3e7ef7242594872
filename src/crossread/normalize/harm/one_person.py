"""One person in two breaths: "a reporter, Ana Diaz of Spain, was killed", "one man died. The victim was Colonel Salim".

All ten hand-coded people told as "a guard, Olvin Madrid, was shot" have one row of harm.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.records import Claim, Document, Harm

_ONE = re.compile(r"(?:an?|the|one|another)\s+(?:[a-z][\w’'-]*\s+){0,4}[a-z][\w’'-]*", re.IGNORECASE)
_PLURAL = re.compile(
    r"\b(?:and|people|men|women|children|police|family|couple|group|dead|wounded|injured|\w+(?<![su])s)$", re.IGNORECASE
)
_NAME = re.compile(r"(?:[A-Z][\w’'.-]*\s+){1,4}[A-Z][\w’'-]+(?:\s+(?:of|from)\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)?)?")
_APPOSED = re.compile(r",\s+(?:(?:later\s+)?(?:identified|named)\s+as\s+)?")
_GOES_ON = re.compile(r",?\s+(?:was|were|is|has|had|died)\b|,\s+who\b|,\s+\d{1,2},")
_VICTIM_WAS = re.compile(
    r"\bthe\s+(?:victim|dead\s+man|dead\s+woman|deceased)\s+(?:was|is)\s+(?:(?:later\s+)?(?:identified|named)\s+(?:as|by\s+\w+\s+as)\s+)?$",
    re.IGNORECASE,
)
_REACH = 250  # characters before "the victim was" in which the one dead or hurt is told
_FATES = ("killed", "injured", "casualties")


def join_one_person(document: Document, claim: Claim) -> Claim:
    """The claim with such a person in one row, without the name; what people and data sets say (no score) stays."""
    gone = {at for at, row in enumerate(claim.harm) if _is_told(row) and _is_told_before(document.text, claim, row)}
    return replace(claim, harm=without_rows(claim.harm, gone)) if gone else claim


def _is_told_before(text: str, claim: Claim, row: Harm) -> bool:
    if _NAME.fullmatch(row.raw) is None:
        return False
    return any(_is_apposed(text, one, row) for one in claim.harm) or _is_the_victim(text, claim, row)


def _is_told(row: Harm) -> bool:
    return row.score is not None and bool(row.evidence) and row.effect in _FATES and row.part_of is None


def _is_one(row: Harm) -> bool:
    return _is_told(row) and _ONE.fullmatch(row.raw) is not None and _PLURAL.search(row.raw) is None


def _is_apposed(text: str, one: Harm, name: Harm) -> bool:
    if not _is_one(one) or one.effect != name.effect or one.evidence[0].span.end >= name.evidence[0].span.start:
        return False
    between = _APPOSED.fullmatch(text, one.evidence[0].span.end, name.evidence[0].span.start)
    return between is not None and _GOES_ON.match(text, name.evidence[0].span.end) is not None


def _is_the_victim(text: str, claim: Claim, name: Harm) -> bool:
    """True for who is named as the one victim that is told right before, alone."""
    start = name.evidence[0].span.start
    if _VICTIM_WAS.search(text[max(0, start - 60) : start]) is None:
        return False
    before = [row for row in claim.harm if _is_told(row) and start - _REACH <= row.evidence[0].span.start < start]
    return len(before) == 1 and (_is_one(before[0]) or re.fullmatch(r"one|1", before[0].raw, re.IGNORECASE) is not None)
