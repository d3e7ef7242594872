"""Whom kin speak of, not they themselves, suffered: "the wife of a soldier killed in an ambush" is a soldier killed."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from crossread import patterns as re
from crossread.records import Actor, Claim, Document, Harm, with_values

Row = TypeVar("Row", Actor, Harm)
_KIN = (
    r"(?:wi(?:fe|ves)|widows?|widowers?|husbands?|mothers?|fathers?|parents|brothers?|sisters?|sons?|daughters?|uncles?|aunts?"
    r"|cousins?|nephews?|nieces?|relatives|families|family|friends?|colleagues?|neighbou?rs?|lawyers?)"
)
_KIN_OF = re.compile(
    rf"(?:(?P<article>the|an?|some|many|several|hundreds\s+of|dozens\s+of)\s+)?(?:[a-z]+\s+)?{_KIN}\s+of\s+(?:some\s+of\s+)?"
    r"(?=(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|those)\s+\w|[a-z]{4,})",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)", re.IGNORECASE)
_SUFFERED = re.compile(
    r"\s+(?:who\s+(?:was|were|(?:had|has|have)\s+been)\s+)?"
    r"(?:killed|slain|murdered|shot\s+dead|wounded|injured|kidnapped|abducted|detained|arrested|seized|beheaded|executed)"
    r"(?=\s+(?:in|by|during|when|while|on|near|at|last|this|yesterday|earlier|[A-Z][a-z]+day)\b)"
)


def without_kin(document: Document, claim: Claim) -> Claim:
    """The claim with victims and numbers cut to whom it befell: "relatives of soldiers" before "killed in" are the soldiers.

    All 14 coded acts told so name whom the kin are of. Without an article at the head of a line ("Brother of minister shot dead
    in Quetta") they may be the dead themselves and stay, as does "a family of four". What people and data sets say (no score)
    stays.
    """
    if claim.score is None:
        return claim
    return with_values(
        claim,
        actors=tuple(_cut(document, row) if row.role == "victim" else row for row in claim.actors),
        harm=tuple(_cut(document, row) for row in claim.harm),
    )


def _cut(document: Document, row: Row) -> Row:
    first = row.evidence[0] if row.evidence else None
    if first is None or first.quote != row.raw or _SUFFERED.match(document.text, first.span.end) is None:
        return row
    kin = _KIN_OF.match(row.raw)
    if kin is None or _NUMBER.fullmatch(row.raw[kin.end() :]):
        return row
    if kin["article"] is None and row.raw[:1].isupper():
        return row
    evidence = document.quote(first.span.start + kin.end(), first.span.end)
    return replace(row, raw=evidence.quote, evidence=(evidence, *row.evidence[1:]))
