"""One act told as a share of a total: "have killed hundreds of soldiers, including 28 during an attack on the camp".

The act killed 28, and the total is a claim of its own. All three hand-coded reports that tell an act so have the two apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.sentences import sentence_at, sentence_ends, sentence_start
from crossread.records import Claim, Document, Evidence, claim_id

_ACT = (
    r"(?:attack|assault|ambush|raid|strike|air\s?strike|drone strike|bombing|blast|explosion|shelling|shooting|massacre"
    r"|battle|clash|incident|siege)"
)
_BOUND = r"(?:(?:at least|about|some|around|more than|over|up to|nearly)\s+)?"
_NUMBER = r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds)"
# "including 28 during an attack", "including at least 40 civilians killed in the bombing"
_SHARE = re.compile(
    rf",?\s+including\s+{_BOUND}{_NUMBER}\b(?:\s+[\w-]+){{0,4}}?\s+(?:in|during)\s+(?:an?|the|one)\s+(?:[\w-]+\s+){{0,3}}?(?P<act>{_ACT})\b",
    re.IGNORECASE,
)
# What goes on until now, and no single act before it whose dead they could all be.
_SO_FAR = re.compile(
    r"\b(?:have|has)\s+(?:(?:also|so far|already|now)\s+)?(?:been\s+)?(?:killed|left|claimed|died|murdered|slain)\b", re.I
)
_ONE_ACT = re.compile(rf"\b(?:{_ACT}|mon|tues|wednes|thurs|fri|satur|sun|yester|to)(?:day)?\b", re.IGNORECASE)
_TYPES = {"killed": "killing", "detained": "detention", "abducted": "abduction", "displaced": "displacement"}


@dataclass(frozen=True, slots=True)
class _Share:
    """Where the sentence of a total begins, where the share begins in it, the noun of the act, and where the sentence ends."""

    start: int
    including: int
    act: Evidence
    end: int

    def tells_total(self, quotes: Sequence[Evidence]) -> bool:
        """True for what stands in the words of the total."""
        return bool(quotes) and self.start <= quotes[0].span.start < self.including

    def tells_act(self, quotes: Sequence[Evidence]) -> bool:
        """True for what stands in the words of the act."""
        return bool(quotes) and self.including <= quotes[0].span.start < self.end


def with_totals_apart(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with a total out of the act that is told as its share; what people say (no score) stays as it is."""
    made = list(claims)
    for share in _iter_shares(document):
        for at in range(len(made) - 1, -1, -1):
            made[at : at + 1] = _split(document, made, made[at], share)
    return made


def _iter_shares(document: Document) -> Iterator[_Share]:
    text = document.text
    for told in _SHARE.finditer(text) if "ncluding" in text else ():
        start, number = sentence_start(text, told.start()), sentence_at(text, told.end())
        before = text[start : told.start()]
        if _SO_FAR.search(before) and not _ONE_ACT.search(before):
            ends = sentence_ends(text)
            end = ends[number] if number < len(ends) else len(text)
            yield _Share(start, told.start(), document.quote(*told.span("act")), end)


def _split(document: Document, claims: Sequence[Claim], claim: Claim, share: _Share) -> list[Claim]:
    """The total, where no other claim is it, and the act with its share alone."""
    whole = {at for at, row in enumerate(claim.harm) if share.tells_total(row.evidence)}
    part = any(share.tells_act(row.evidence) for row in claim.harm)
    if claim.score is None or claim.scope == "aggregate" or not whole or not part:
        return [claim]
    tellings = (claim.trigger, *claim.retellings)
    of_total = [quote for quote in tellings if share.tells_total([quote])]
    of_act = [quote for quote in tellings if quote not in of_total] or [share.act]
    act = replace(claim, trigger=of_act[0], retellings=tuple(of_act[1:]), harm=without_rows(claim.harm, whole))
    quotes = {row.evidence for at, row in enumerate(claim.harm) if at in whole}
    if any(row.evidence in quotes for other in claims if other is not claim for row in other.harm):
        return [act]
    return [_total(document, claim, share, of_total), act]


def _total(document: Document, claim: Claim, share: _Share, tellings: Sequence[Evidence]) -> Claim:
    """The total, with nothing but what its own words tell."""
    rows = without_rows(claim.harm, {at for at, row in enumerate(claim.harm) if not share.tells_total(row.evidence)})
    trigger = tellings[0] if tellings else rows[0].evidence[0]
    kind = _TYPES.get(rows[0].effect, "armed_attack")
    return replace(
        claim,
        id=claim_id(document_id=document.id, made_by=claim.made_by, type=kind, trigger=trigger),
        type=kind,
        scope="aggregate",
        trigger=trigger,
        retellings=tuple(tellings[1:]),
        when=claim.when if claim.when and share.tells_total(claim.when.evidence) else None,
        where=claim.where if claim.where and share.tells_total(claim.where.evidence) else None,
        actors=tuple(row for row in claim.actors if share.tells_total(row.evidence)),
        harm=rows,
        means=tuple(row for row in claim.means if share.tells_total(row.evidence)),
    )
