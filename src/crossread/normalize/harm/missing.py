"""Missing people who are found dead after a toll has risen: they are a share of that toll, not a killing of their own.

No hand-coded report of those with rows of harm tells it in these words; in all 12 with a found body and "missing" close by, the
missing are others. So it is only read where the report says that a toll has changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.counts import parse_count
from crossread.normalize.harm.taken_first import join_taken_first
from crossread.normalize.sentences import sentence_at, sentence_ends, sentence_start
from crossread.normalize.worded import Worded
from crossread.records import Claim, Document, Harm

_WAS_MISSING = Worded(
    "missing",
    r"\b(?:(?:previously|earlier|initially|first|originally)\s+(?:listed|reported|declared|given|counted)(?:\s+as)?\s+missing"
    r"|(?:had|have)\s+been\s+(?:listed|reported|declared|given|counted|registered)(?:\s+as)?\s+missing"
    r"|(?:had|have)\s+been\s+missing\s+since|of\s+the\s+missing)\b",
    re.IGNORECASE,
)
_FOUND_DEAD = re.compile(r"\b(?:found|confirmed)\s+dead\b|\bbod(?:y|ies)\b|\bremains\b", re.IGNORECASE)
_RISEN = re.compile(
    r"\btoll\b[^.;\n]{0,120}?\b(?:ris(?:en|es)|rose|climb(?:ed|s)|grown|grew|increased|jumped|revised|raised|to)\b"
    r"|\b(?:earlier|previous|initial|first)\s+(?:death\s+)?(?:toll|count|figure)\b|\brais(?:ed|ing)\s+(?:an?|the|its)\s+[^.;\n]{0,30}toll\b",
    re.IGNORECASE,
)
_KILLING = ("killing", "accident")


def is_share_of_risen_toll(text: str, row: Harm) -> bool:
    """True for "five soldiers who had been listed as missing were found dead" in a report whose toll has risen."""
    if not row.evidence or row.effect != "killed":
        return False
    at = row.evidence[0].span.start
    ends, number = sentence_ends(text), sentence_at(text, at)
    sentence = text[sentence_start(text, at) : ends[number] if number < len(ends) else len(text)]
    return bool(_WAS_MISSING.search(sentence) and _FOUND_DEAD.search(sentence) and _RISEN.search(text))


def join_found_missing(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims without a killing that only tells of the missing found dead: its rows go to the act with the larger toll.

    Nor is a taking of those whom the same sentence tells to be killed then a claim of its own (`join_taken_first`).
    """
    found = join_taken_first(document, claims)
    for claim in tuple(found):
        rows = claim.harm
        alone = claim.type in _KILLING and claim.score is not None and bool(rows)
        if not alone or not all(is_share_of_risen_toll(document.text, row) for row in rows):
            continue
        at = next((i for i, one in enumerate(found) if one is not claim and _has_larger(one, rows)), None)
        if at is not None:
            found[at] = replace(found[at], harm=(*found[at].harm, *(replace(row, part_of=None) for row in rows)))
            found.remove(claim)
    return found


def _has_larger(claim: Claim, rows: Sequence[Harm]) -> bool:
    """True for another act of the report itself that counts more dead than all of these."""
    told = sum(_number(row) for row in rows)
    return claim.score is not None and any(row.effect == "killed" and _number(row) > told > 0 for row in claim.harm)


def _number(row: Harm) -> int:
    count = row.count or parse_count(row.raw)
    return count.low or 0
