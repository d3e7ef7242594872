"""Two coders on the same reports, side by side: what each made of every candidate, and what stands today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.codebook import load_codebook
from crossread.records import Claim, Document, Evidence, Judgement
from crossread.records.judgement import VERDICT
from crossread.review.agreeing import Figure, count_agreement, differing_slots
from crossread.review.coders import Coding, Codings
from crossread.review.likeness import SLOTS
from crossread.review.reweighing import correct_claims
from crossread.store import Store
from crossread.weigh import say_count, say_place, say_window


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One value in words, with the words of the report it rests on."""

    text: str
    quotes: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotRow:
    """One slot of one candidate: as the first coder, as the second, as it stands; `settled` is who decided between them."""

    slot: str
    first: tuple[Told, ...]
    second: tuple[Told, ...]
    stands: tuple[Told, ...]
    differs: bool
    settled: Judgement | None

    @property
    def told(self) -> bool:
        """True if one of the two gave something."""
        return bool(self.first or self.second)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One candidate that both decided on."""

    claim: Claim
    rows: tuple[SlotRow, ...]

    @property
    def differing(self) -> int:
        """How many slots differ."""
        return sum(row.differs for row in self.rows)

    @property
    def open(self) -> int:
        """How many of them nobody has decided between."""
        return sum(row.differs and row.settled is None for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One report that both coded, with its candidates in the order of the text and its figures."""

    document: Document
    candidates: tuple[Candidate, ...]
    figures: dict[str, Figure]

    @property
    def differing(self) -> int:
        """How many slots differ in the whole report."""
        return sum(row.differing for row in self.candidates)

    @property
    def open(self) -> int:
        """How many of them wait for somebody to decide between the two."""
        return sum(row.open for row in self.candidates)


def compare_coders(store: Store, codings: Codings, first: str, second: str) -> list[Compared]:
    """Every report of which both decided on at least one candidate, by its day of publication."""
    found: dict[str, list[Claim]] = {}
    for name in codings.shared(first, second):
        claim = store.get_claim(name)
        found.setdefault(claim.document_id, []).append(claim)
    rows = [compare_report(store, codings, store.get_document(name), (first, second)) for name in found]
    return sorted(rows, key=lambda row: (str(row.document.published or ""), row.document.id))


def compare_report(store: Store, codings: Codings, document: Document, pair: tuple[str, str]) -> Compared:
    """One report as both coders read it. Candidates that only one decided on are no part of it."""
    claims = [store.get_claim(name) for name in codings.shared(*pair)]
    mine = sorted((row for row in claims if row.document_id == document.id), key=lambda row: row.trigger.span)
    read = [(codings.read(claim, pair[0]), codings.read(claim, pair[1])) for claim in mine]
    kept = [[row.claim for row in side if row.kept] for side in zip(*read, strict=True)] or [[], []]
    stands = correct_claims(store, mine)
    return Compared(
        document=document,
        candidates=tuple(
            Candidate(claim=claim, rows=_rows(codings, both, today))
            for claim, both, today in zip(mine, read, stands, strict=True)
        ),
        figures=count_agreement(kept[0], kept[1], document.text),
    )


def _rows(codings: Codings, both: tuple[Coding, Coding], today: Claim) -> tuple[SlotRow, ...]:
    first, second = both
    pair = (first.coder, second.coder)
    verdict = SlotRow(
        slot=VERDICT,
        first=(_verdict(first),),
        second=(_verdict(second),),
        stands=(_standing_verdict(codings, today),),
        differs=first.kept != second.kept,
        settled=codings.adjudicated(today.id, VERDICT, pair),
    )
    differing = differing_slots(first.claim, second.claim) if first.kept and second.kept else []
    return verdict, *(
        SlotRow(
            slot=slot,
            first=say_values(first.claim, slot) if first.kept else (),
            second=say_values(second.claim, slot) if second.kept else (),
            stands=say_values(today, slot),
            differs=slot in differing,
            settled=codings.adjudicated(today.id, slot, pair),
        )
        for slot in SLOTS
    )


def _verdict(coding: Coding) -> Told:
    if coding.kept:
        return Told(text="a claim")
    return Told(text=f"no claim: {coding.reason}" if coding.reason else "no claim")


def _standing_verdict(codings: Codings, today: Claim) -> Told:
    rows = [row for row in codings.live.get(today.id, ()) if row.kind in ("accept", "dismiss")]
    words = {"accept": "a claim", "dismiss": "no claim"}
    return Told(text=words[rows[-1].kind] if rows else "a candidate")


def say_values(claim: Claim, slot: str) -> tuple[Told, ...]:
    """A slot's values in words; nothing where the claim tells none."""
    book = load_codebook()
    if slot == "type":
        return (Told(text=book.label("incident_type", claim.type), quotes=(claim.trigger,)),)
    if slot == "when":
        return _say_slot(claim, slot, say_window(claim.when.value) if claim.when and claim.when.value else None)
    if slot == "where":
        return _say_slot(claim, slot, say_place(claim.where.value) if claim.where and claim.where.value else None)
    if slot == "actors":
        return tuple(
            Told(text=f"{_plain(row.role)}: {row.name or row.raw} ({_plain(row.type)})", quotes=row.evidence)
            for row in claim.actors
        )
    if slot == "harm":
        return tuple(Told(text=f"{_plain(row.effect)}: {say_count(row.count)}", quotes=row.evidence) for row in claim.harm)
    if slot == "means":
        return tuple(Told(text=book.label("means", row.kind), quotes=row.evidence) for row in claim.means)
    return tuple(Told(text=f"{_plain(row.role)}: {row.name or row.raw}", quotes=row.evidence) for row in claim.speakers)


def _say_slot(claim: Claim, slot: str, words: str | None) -> tuple[Told, ...]:
    found = claim.when if slot == "when" else claim.where
    return (Told(text=words or f"“{found.raw}”, not resolved", quotes=found.evidence),) if found else ()


def _plain(code: str) -> str:
    return code.replace("_", " ")


def list_pairs(codings: Codings) -> Sequence[tuple[int, str, str]]:
    """Every two coders with the number of candidates that both decided on, the most first."""
    names = codings.coders
    pairs = [(len(codings.shared(a, b)), a, b) for at, a in enumerate(names) for b in names[at + 1 :]]
    return sorted(pairs, key=lambda row: (-row[0], row[1], row[2]))
