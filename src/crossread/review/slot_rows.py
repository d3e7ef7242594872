"""Rows of a claim that a person adds or takes out: who took part, what was suffered, with what, on whose word.

A row that is added rests on words of the report, and its name, type and count are read from them as the reader does. What
people add has no score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from crossread.codebook import load_codebook
from crossread.errors import RecordError
from crossread.normalize.claims import find_whole
from crossread.normalize.counts import parse_count
from crossread.records import Actor, Claim, Document, Evidence, Harm, Means, Speaker

ROWS = {
    "actors": "actor_role",
    "harm": "effect",
    "means": "means",
    "speakers": "speaker_role",
}  # slot -> what its rows are told by
Row = Actor | Harm | Means | Speaker
Normalize = Callable[[Document, Claim], Claim]
ITSELF = "itself"  # a count that is no part of another


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRow:
    """A row as a form can name it: `actors:1:42` is the second actor, whose words begin at 42. `kind` is its code."""

    name: str
    slot: str
    kind: str
    raw: str


def iter_rows(claim: Claim) -> Iterator[NamedRow]:
    """The rows of a claim in the order of its slots."""
    for slot in ROWS:
        for index, row in enumerate(getattr(claim, slot)):
            yield NamedRow(name=name_row(slot, index, row), slot=slot, kind=_kind(row), raw=row.raw)


def take_out(claim: Claim, name: str) -> tuple[str, Claim]:
    """The slot that the named row stood in, and the claim without it. A row that is no longer where it was is refused."""
    found = _find(claim, name)
    slot, index = found.name.split(":")[0], int(found.name.split(":")[1])
    rows = list(getattr(claim, slot))
    del rows[index]
    if slot == "harm":
        rows = [replace(row, part_of=_after(row.part_of, index)) for row in rows]
    return slot, _with(claim, slot, rows)


def add_row(
    document: Document,
    claim: Claim,
    words: Evidence,
    *,
    slot: str,
    kind: str,
    actor_type: str | None,
    within: str | None,
    normalize: Normalize,
) -> Claim:
    """The claim with a row of this kind that is told in the words; the same row twice is refused.

    `actor_type` says who they are where the words do not; `within` names the count that this one is part of, `itself` none.
    """
    load_codebook().code(ROWS[slot], kind)
    if actor_type:
        load_codebook().code("actor_type", actor_type)
    if any(row.kind == kind and row.slot == slot and row.raw == words.quote for row in iter_rows(claim)):
        raise RecordError("The claim has this row already.", where=f"slot {slot}", expected="another one", found=words.quote)
    alone = replace(claim, actors=(), harm=(), means=(), speakers=())
    if slot == "harm":
        return _with_harm(document, claim, _harm(document, alone, words, kind, actor_type, normalize), within)
    made: Row = Speaker(role=kind, raw=words.quote, evidence=(words,))
    if slot == "means":
        made = Means(kind=kind, raw=words.quote, evidence=(words,))
    elif slot == "actors":
        made = _actor(document, alone, words, kind, actor_type, normalize)
    return _with(claim, slot, [*getattr(claim, slot), made])


def _actor(document: Document, claim: Claim, words: Evidence, role: str, actor_type: str | None, normalize: Normalize) -> Actor:
    told = Actor(role=role, raw=words.quote, name=None, type=actor_type or "unknown", evidence=(words,))
    read = next(iter(normalize(document, replace(claim, actors=(told,))).actors), told)
    return replace(read, role=role, raw=words.quote, evidence=(words,), type=actor_type or read.type)


def _harm(document: Document, claim: Claim, words: Evidence, effect: str, actor_type: str | None, normalize: Normalize) -> Harm:
    """The count of these words. The effect is the person's word, whatever the reader would make of it."""
    told = Harm(effect=effect, raw=words.quote, group=None, group_type=actor_type or "unknown", count=None, evidence=(words,))
    read = next(iter(normalize(document, replace(claim, harm=(told,))).harm), told)
    count = read.count or parse_count(words.quote, language=document.language or "en")
    kind = actor_type or read.group_type
    return replace(told, group=read.group, group_type=kind, count=count, part_of=None)


def _with_harm(document: Document, claim: Claim, row: Harm, within: str | None) -> Claim:
    """The claim with one count more, behind those that are there, so that what they are part of still holds."""
    rows = [*claim.harm, row]
    if within == ITSELF:
        whole = None
    elif within:
        whole = int(_find(claim, within).name.split(":")[1])
    else:
        whole = find_whole(document, rows, len(rows) - 1, document.language or "en")
    if whole is not None and rows[whole].effect != row.effect:
        raise RecordError(
            "A count can only be part of one of the same kind.",
            where="slot harm",
            expected=f"a row of {row.effect}",
            found=f"{rows[whole].effect}: {rows[whole].raw}",
        )
    rows[-1] = replace(row, part_of=whole)
    return _with(claim, "harm", rows)


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
