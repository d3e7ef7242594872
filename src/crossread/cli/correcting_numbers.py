"""Numbers that `crossread correct` sets: in whose place, as part of what, and what the claim's numbers add up to then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from crossread.records import Claim, Document


class Chosen(Protocol):
    """What the command line says of a number beside its own words."""

    @property
    def slot(self) -> str:
        """The slot, such as `harm:killed`."""

    @property
    def part_of(self) -> str | None:
        """The words of the number that holds it, or `itself`."""

    @property
    def replaces(self) -> str | None:
        """The words of the number in whose place it stands."""


def name_other(claim: Claim, asked: Chosen) -> str | None:
    """The other number as a form of the desk names it (`Reading.within`), None where none is chosen."""
    from crossread.review.counted_people import INSTEAD, ITSELF

    if asked.replaces:
        return INSTEAD + name_row(claim, asked.slot, asked.replaces)
    if asked.part_of and asked.part_of.casefold() != ITSELF:
        return name_row(claim, asked.slot, asked.part_of)
    return ITSELF if asked.part_of else None


def name_row(claim: Claim, slot: str, words: str) -> str:
    """The name of the row of this kind that has these words."""
    from crossread.errors import RecordError
    from crossread.review.slot_rows import iter_rows

    name, _, kind = slot.partition(":")
    rows = [row for row in iter_rows(claim) if (row.slot, row.kind) == (name, kind)]
    found = [row for row in rows if row.raw.casefold() == words.casefold()]
    if len(found) != 1:
        raise RecordError(
            "The claim has no one such row." if not found else "The claim has several such rows.",
            where=f"claim {claim.id}, {slot}",
            expected=", ".join(f"“{row.raw}”" for row in rows) or "a row of that kind; it has none",
            found=words,
        )
    return found[0].name


def lay_own(document: Document, claim: Claim, made: Claim, other: str) -> Claim:
    """A number of the coder's own in the place of another or as part of it; set again it stands where it stood."""
    from crossread.records.judgement import OWN
    from crossread.review.slot_rows import lay_beside

    if len(made.harm) == len(claim.harm):
        return made
    (own,) = (row for row in made.harm[-1:] if row.raw == OWN)
    return lay_beside(document, claim, own, other)


def tell_sum(before: Claim, changes: dict[str, str], slot: str) -> list[str]:
    """What the numbers of this kind add up to, before and now, and what to do where the same people may stand there twice."""
    from crossread.flow.changed_slots import with_slot
    from crossread.weigh import say_count
    from crossread.weigh.tolls import add_counts

    name, _, effect = slot.partition(":")
    if name != "harm" or name not in changes:
        return []
    after = with_slot(before, name, changes[name])
    alone = [[row for row in claim.harm if row.effect == effect and row.part_of is None] for claim in (before, after)]
    sums = [say_count(count) if (count := add_counts(rows)) else "no number" for rows in alone]
    said = f"  {effect}, added up in this claim: {sums[0]} before, {sums[1]} now"
    if len(alone[1]) <= max(1, len(alone[0])):
        return [said]
    told = ", ".join(f"“{row.raw}”" for row in alone[0])
    return [said, f"  If {told} told the same people: undo, and correct again with --replaces WORDS or --part-of WORDS."]
