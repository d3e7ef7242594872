"""Rows of a claim that a person adds or takes out: who took part, what was suffered, with what, on whose word.

A row that is added rests on words of the report, and its name, type and count are read from them as the reader does. What
people add has no score.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from crossread.codebook import load_codebook
from crossread.errors import RecordError
from crossread.records import Actor, Claim, Document, Evidence, Harm, Means, Speaker
from crossread.review.counted_people import INSTEAD, ITSELF, lay_row, set_part
from crossread.review.rereading import normalize_claim
from crossread.review.rivals import read_count

ROWS = {
    "actors": "actor_role",
    "harm": "effect",
    "means": "means",
    "speakers": "speaker_role",
}  # slot -> what its rows are told by
Row = Actor | Harm | Means | Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRow:
    """A row as a form can name it: `actors:1:42` is the second actor, whose words begin at 42. `kind` is its code."""

    name: str
    slot: str
    index: int
    kind: str
    raw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRow:
    """A row to add: the slot, the code it is told by, the words that tell it.

    `actor_type` says who they are where the words do not; `within` names the count that this one is part of, `itself` none,
    `instead:` before the name the count whose people this one tells (counted_people.py).
    """

    slot: str
    kind: str
    words: Evidence
    actor_type: str | None = None
    within: str | None = None


def iter_rows(claim: Claim) -> Iterator[NamedRow]:
    """The rows of a claim in the order of its slots."""
    for slot in ROWS:
        for index, row in enumerate(getattr(claim, slot)):
            yield NamedRow(name=name_row(slot, index, row), slot=slot, index=index, kind=_kind(row), raw=row.raw)


def take_out(claim: Claim, name: str) -> tuple[str, Claim]:
    """The slot that the named row stood in, and the claim without it. A row that is no longer where it was is refused."""
    found = _find(claim, name)
    slot, index = found.slot, found.index
    rows = list(getattr(claim, slot))
    del rows[index]
    if slot == "harm":
        rows = [replace(row, part_of=_after(row.part_of, index)) for row in rows]
    return slot, _with(claim, slot, rows)


def add_row(document: Document, claim: Claim, row: NewRow) -> Claim:
    """The claim with this row as well; of a number that it has already, what that is part of is set. Other rows are refused."""
    load_codebook().code(ROWS[row.slot], row.kind)
    if row.actor_type:
        load_codebook().code("actor_type", row.actor_type)
    raw = row.words.quote
    same = [old.index for old in iter_rows(claim) if (old.slot, old.kind, old.raw) == (row.slot, row.kind, raw)]
    if same:
        return _set_part(claim, row, same)
    alone = replace(claim, actors=(), harm=(), means=(), speakers=())
    if row.slot == "harm":
        return lay_beside(document, claim, _harm(document, alone, row), row.within)
    made: Row = Speaker(role=row.kind, raw=raw, evidence=(row.words,))
    if row.slot == "means":
        made = Means(kind=row.kind, raw=raw, evidence=(row.words,))
    elif row.slot == "actors":
        made = _actor(document, alone, row)
    return _with(claim, row.slot, [*getattr(claim, row.slot), made])


def _set_part(claim: Claim, row: NewRow, same: Sequence[int]) -> Claim:
    """The number that has these words already, as part of the one named, or as a number of its own; its people as told."""
    at = next((n for n in same if row.slot == "harm" and row.words in claim.harm[n].evidence), same[0])
    within = row.within or ""
    if row.slot == "harm" and not within.startswith(INSTEAD) and (within or row.actor_type):
        told, whole = claim.harm[at], claim.harm[at].part_of
        if within:
            whole = None if within == ITSELF else _find(claim, within).index
        changed = replace(told, part_of=whole, group_type=row.actor_type or told.group_type)
        if changed != told:
            return set_part(claim, at, replace(changed, score=None))
    raise RecordError(
        "The claim has this row already.",
        where=f"slot {row.slot}",
        expected="another one" if row.slot != "harm" else "another one, or what this number is part of",
        found=row.words.quote,
        next_step=f"Take it out first, if it is wrong (`crossread correct {claim.id} {row.slot}:{row.kind} WORDS --take-out`)."
        + (
            " A number becomes part of another with --part-of WORDS, and its own again with --part-of itself."
            * (row.slot == "harm")
        ),
    )


def _actor(document: Document, claim: Claim, row: NewRow) -> Actor:
    raw, evidence = row.words.quote, (row.words,)
    told = Actor(role=row.kind, raw=raw, name=None, type=row.actor_type or "unknown", evidence=evidence)
    read = next(iter(normalize_claim(document, replace(claim, actors=(told,))).actors), told)
    return replace(read, role=row.kind, raw=raw, evidence=evidence, type=row.actor_type or read.type)


def _harm(document: Document, claim: Claim, row: NewRow) -> Harm:
    """The count of these words. The effect is the person's word, whatever the reader would make of it."""
    raw, kind = row.words.quote, row.actor_type
    told = Harm(effect=row.kind, raw=raw, group=None, group_type=kind or "unknown", count=None, evidence=(row.words,))
    read = next(iter(normalize_claim(document, replace(claim, harm=(told,))).harm), told)
    count = read_count(raw, read.count, language=document.language or "en")
    return replace(told, group=read.group, group_type=kind or read.group_type, count=count)


def lay_beside(document: Document, claim: Claim, row: Harm, within: str | None) -> Claim:
    """The claim with one count more, or with this one in the place of another, so that nobody is counted twice."""
    name = within or ""
    instead = _find(claim, name.removeprefix(INSTEAD)).index if name.startswith(INSTEAD) else None
    whole = _find(claim, name).index if name and name != ITSELF and instead is None else None
    return lay_row(document, claim, row, within=whole, instead=instead, alone=name == ITSELF)


def _find(claim: Claim, name: str) -> NamedRow:
    for row in iter_rows(claim):
        if row.name == name:
            return row
    raise RecordError(
        "The claim has no such row any more.",
        where=f"claim {claim.id}",
        expected=", ".join(row.name for row in iter_rows(claim)) or "a claim with rows",
        found=name,
        next_step="Load the page again: somebody has changed the claim since.",
    )


def name_row(slot: str, index: int, row: Row) -> str:
    """How a form names a row: with where its words begin, so that a row which has moved since is not taken for it."""
    return f"{slot}:{index}:{row.evidence[0].span.start if row.evidence else ''}"


def _kind(row: Row) -> str:
    if isinstance(row, Harm):
        return row.effect
    return row.kind if isinstance(row, Means) else row.role


def _after(whole: int | None, gone: int) -> int | None:
    """Where a count's whole stands once row `gone` is out; a part of what is gone stands by itself."""
    if whole is None or whole == gone:
        return None
    return whole - (whole > gone)


def _with(claim: Claim, slot: str, rows: Sequence[Any]) -> Claim:
    changed: dict[str, Any] = {slot: tuple(rows)}
    return replace(claim, **changed)
