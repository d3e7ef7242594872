"""Which reading of one coder is about which of the other: candidates of the reader, and claims that either wrote by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from crossread.records import Claim, Document, is_by_hand
from crossread.review.agreeing import align
from crossread.review.coders import Coding, Codings
from crossread.store import Store

# What two coders made of one claim; None where one of them gives no such claim.
Couple = tuple[Coding | None, Coding | None]
Partners = Mapping[str, Coding]


def couple_readings(store: Store, codings: Codings, document: Document, pair: tuple[str, str]) -> list[Couple]:
    """Every claim of a report that both decided on or one of them wrote, in the order of the text.

    A claim that one wrote stands beside what the other gives of the same: their own, or a candidate of the reader that the
    first put aside. The figures pair claims in the same way.
    """
    decided = [(codings.read(row, pair[0]), codings.read(row, pair[1])) for row in _candidates(store, codings, document, pair)]
    own = [_written(store, codings, document, coder) for coder in pair]
    there, back = _partners([*zip(*decided, strict=True)] or [(), ()], own, document.text)
    couples: list[Couple] = [_beside(couple, there, back) for couple in decided]
    seen = {coding.claim.id for couple in couples for coding in couple if coding}
    couples += [(row, there.get(row.claim.id)) for row in own[0] if row.claim.id not in seen]
    seen |= {coding.claim.id for couple in couples for coding in couple if coding}
    couples += [(None, row) for row in own[1] if row.claim.id not in seen]
    return sorted(couples, key=lambda couple: anchor_of(couple, pair).trigger.span)


def anchor_of(couple: Couple, pair: tuple[str, str]) -> Claim:
    """The claim that stands for both: the reader's candidate, or of two written ones that of the coder whose name comes first,
    whoever is compared with whom."""
    told = [coding for coding in couple if coding]
    of_reader = [row for row in told if not is_by_hand(row.claim)]
    return (of_reader or sorted(told, key=lambda row: row.coder))[0].claim


def _candidates(store: Store, codings: Codings, document: Document, pair: tuple[str, str]) -> list[Claim]:
    claims = (store.get_claim(name) for name in codings.shared(*pair))
    return [row for row in claims if row.document_id == document.id]


def _written(store: Store, codings: Codings, document: Document, coder: str) -> list[Coding]:
    claims = (store.get_claim(name) for name in sorted(codings.written(coder)))
    read = [codings.read(row, coder) for row in claims if row.document_id == document.id and is_by_hand(row)]
    return [row for row in read if row.kept]


def _partners(decided: Iterable[Iterable[Coding]], own: list[list[Coding]], text: str) -> tuple[Partners, Partners]:
    """What the other coder gives of the same, by the id of a claim that only one of them gives."""
    first, second = ([row for row in (*side, *mine) if row.kept] for side, mine in zip(decided, own, strict=True))
    by_first, by_second = ({row.claim.id: row for row in side} for side in (first, second))
    pairs = [(a.id, b.id) for a, b in align([row.claim for row in first], [row.claim for row in second], text) if a.id != b.id]
    return {a: by_second[b] for a, b in pairs}, {b: by_first[a] for a, b in pairs}


def _beside(couple: tuple[Coding, Coding], there: Partners, back: Partners) -> Couple:
    """A candidate that one kept and the other put aside, beside the claim that the other wrote of the same instead."""
    first, second = couple
    if first.kept and not second.kept:
        return first, _written_instead(there, first) or second
    if second.kept and not first.kept:
        return _written_instead(back, second) or first, second
    return couple


def _written_instead(partners: Partners, kept: Coding) -> Coding | None:
    found = partners.get(kept.claim.id)
    return found if found and is_by_hand(found.claim) else None
