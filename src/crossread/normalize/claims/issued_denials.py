"""A spokesman named a sentence later is the denier himself: "The spokesman, Oda Tarfa, issued the denial"."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.records import Claim, Document, Speaker

_ISSUED = re.compile(
    r",?\s+(?:(?:has|had|also|later|on\s+\w+day)\s+){0,2}(?:issued|made|repeated|gave|released|published)\s+"
    r"(?:the|an?|his|her|their|that|this)\s+(?:\w+\s+)?denial\b"
)
_OFFICE = re.compile(r"\b(?:[Ss]pokes(?:man|woman|person)|[Oo]fficial|[Mm]inister)\b")
_THE_OFFICE = re.compile(r"\b[Tt]he\s+(?:\w+\s+){0,2}?(?:spokes(?:man|woman|person)|official|minister)(?:,\s+|\s+)$")


def settle_issued_denials(document: Document, claim: Claim) -> Claim:
    """The claim with who "issued the denial" as a denier, and as one with the unnamed spokesman told to deny before him.

    What people and data sets say (no score) stays.
    """
    issued = [row for row in claim.speakers if _issues(document.text, row)]
    if not issued:
        return claim
    rows = [replace(row, role="denies") if row in issued else row for row in claim.speakers]
    for row in issued:
        at = next(i for i, other in enumerate(rows) if other.evidence == row.evidence)
        before = next((i for i, other in enumerate(rows) if _is_the_same(document.text, other, row)), None)
        if before is not None:
            rows[before] = replace(rows[before], evidence=(*rows[before].evidence, *row.evidence))
            del rows[at]
    return replace(claim, speakers=tuple(rows))


def _issues(text: str, row: Speaker) -> bool:
    return row.score is not None and bool(row.evidence) and _ISSUED.match(text, row.evidence[0].span.end) is not None


def _is_the_same(text: str, other: Speaker, row: Speaker) -> bool:
    """True for "An army spokesman", told to deny before "The spokesman, (Oda Tarfa)"."""
    if other.role != "denies" or other.score is None or not other.evidence or other.evidence == row.evidence:
        return False
    start = row.evidence[0].span.start
    named = _THE_OFFICE.search(text, max(0, start - 60), start) or _OFFICE.search(row.raw)
    return other.evidence[0].span.end < start and named is not None and _OFFICE.search(other.raw) is not None
