"""Two coders on the same reports, side by side: what each made of every candidate and wrote by hand, and what stands today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.codebook import load_codebook
from crossread.flow.selecting import correct_claims
from crossread.records import Claim, Document, Evidence, Judgement, is_by_hand, take_up
from crossread.records.judgement import VERDICT
from crossread.review.agreeing import Figure, count_agreement, differing_slots
from crossread.review.coders import Coding, Codings
from crossread.review.coupling import Couple, anchor_of, couple_readings
from crossread.review.handwritten import find_claim
from crossread.review.likeness import SLOTS
from crossread.store import Store
from crossread.weigh import say_count, say_place, say_window

NOT_TAKEN_UP = "not taken up yet"


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
    """One claim of a report as both read it: a candidate of the reader on which both decided, or one that a coder wrote.

    `first` and `second` are the claims that the two decided on, None where one of them gives none such; `taken_up` is False for
    a written claim that no incident follows yet.
    """

    claim: Claim
    rows: tuple[SlotRow, ...]
    first: str | None
    second: str | None
    written: bool = False
    taken_up: bool = True

    @property
    def differing(self) -> int:
        """How many slots differ."""
        return sum(row.differs for row in self.rows)

    @property
    def open(self) -> int:
        """How many of them nobody has decided between; a claim that both wrote and nobody took up is one more."""
        waits = self.written and not self.taken_up and not self.rows[0].differs and self.rows[0].settled is None
        return sum(row.differs and row.settled is None for row in self.rows) + waits


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One report that both coded, with its claims in the order of the text and its figures."""

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
    """Every report that both coded, by its day of publication."""
    rows = [
        compare_report(store, codings, store.get_document(name), (first, second))
        for name in list_common(store, codings, (first, second))
    ]
    return sorted(rows, key=lambda row: (str(row.document.published or ""), row.document.id))


def list_common(store: Store, codings: Codings, pair: tuple[str, str]) -> list[str]:
    """The reports that both coded: they decided on one candidate at least, or each wrote a claim there."""
    decided = {store.get_claim(name).document_id for name in codings.shared(*pair)}
    wrote = [{store.get_claim(name).document_id for name in codings.written(coder)} for coder in pair]
    return sorted(decided | (wrote[0] & wrote[1]))


def compare_report(store: Store, codings: Codings, document: Document, pair: tuple[str, str]) -> Compared:
    """One report as both coders read it. Candidates that only one decided on are no part of it; claims that one wrote are."""
    couples = couple_readings(store, codings, document, pair)
    kept = [[row.claim for row in side if row and row.kept] for side in zip(*couples, strict=True)] or [[], []]
    return Compared(
        document=document,
        candidates=tuple(_candidate(store, codings, couple, pair) for couple in couples),
        figures=count_agreement(kept[0], kept[1], document.text),
    )


def _candidate(store: Store, codings: Codings, couple: Couple, pair: tuple[str, str]) -> Candidate:
    anchor = anchor_of(couple, pair)
    stands = find_claim(store, take_up(anchor).id)
    (today,) = correct_claims(store, [stands or anchor])
    return Candidate(
        claim=anchor,
        rows=_rows(codings, couple, today, stands=stands is not None),
        first=couple[0].claim.id if couple[0] else None,
        second=couple[1].claim.id if couple[1] else None,
        written=is_by_hand(anchor),
        taken_up=stands is not None,
    )


def _rows(codings: Codings, couple: Couple, today: Claim, *, stands: bool) -> tuple[SlotRow, ...]:
    first, second = couple
    read = [(coding.coder, coding.claim.id) for coding in couple if coding]
    kept = [coding for coding in couple if coding and coding.kept]
    verdict = SlotRow(
        slot=VERDICT,
        first=(_verdict(first),),
        second=(_verdict(second),),
        stands=(_standing_verdict(codings, today) if stands else Told(text=NOT_TAKEN_UP),),
        differs=len(kept) == 1,
        settled=codings.adjudicated(today.id, VERDICT, read),
    )
    differing = differing_slots(kept[0].claim, kept[1].claim) if len(kept) == 2 else []
    return verdict, *(
        SlotRow(
            slot=slot,
            first=_say_coding(first, slot),
            second=_say_coding(second, slot),
            stands=say_values(today, slot) if stands else (),
            differs=slot in differing,
            settled=codings.adjudicated(today.id, slot, read),
        )
        for slot in SLOTS
    )


def _say_coding(coding: Coding | None, slot: str) -> tuple[Told, ...]:
    return say_values(coding.claim, slot) if coding and coding.kept else ()


def _verdict(coding: Coding | None) -> Told:
    if coding is None:
        return Told(text="none such written")
    if coding.kept:
        return Told(text="a claim, written by hand" if is_by_hand(coding.claim) else "a claim")
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
    """Every two coders with the number of candidates that both decided on and of claims that both wrote, the most first."""
    names = codings.coders
    pairs = [(_in_common(codings, a, b), a, b) for at, a in enumerate(names) for b in names[at + 1 :]]
    return sorted(pairs, key=lambda row: (-row[0], row[1], row[2]))


def _in_common(codings: Codings, first: str, second: str) -> int:
    return len(codings.shared(first, second)) + min(len(codings.written(first)), len(codings.written(second)))
