"""A number that a person adds to a claim, beside those that are there: the same people in other words, a part of them, or more.

Words that overlap those of a number tell the same people, and the new number stands in its place. Otherwise the words say
what is part of what, as in reading. A person can say either: `instead:ROW`, the name of a row, or `itself`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.errors import RecordError
from crossread.normalize.counts import is_inclusion
from crossread.normalize.harm.included import find_whole
from crossread.records import Claim, Document, Harm
from crossread.review.rereading import normalize_claim

ITSELF = "itself"  # a count that is no part of another
_LEAD = re.compile(r"(?:to|by|at|of|with)\s+(?=\w)", re.IGNORECASE)
INSTEAD = "instead:"  # before the name of the row whose people are told better by the new one


def lay_row(document: Document, claim: Claim, row: Harm, *, within: int | None, instead: int | None, alone: bool) -> Claim:
    """The claim with this number; `within` and `instead` are rows a person named, `alone` their word that it is more."""
    rows = list(claim.harm)
    for at in (within, instead):
        if at is not None and rows[at].effect != row.effect:
            raise _other_kind(rows[at], row)
    if instead is not None:
        return _laid(claim, [*rows[:instead], replace(row, part_of=rows[instead].part_of), *rows[instead + 1 :]])
    if within is not None:
        return _laid(claim, [*rows, replace(row, part_of=within)])
    same = [at for at, told in enumerate(rows) if told.effect == row.effect and _overlap(told, row)]
    if same and (alone or len(same) > 1):
        raise _told_already([rows[at] for at in same], row)
    if same and not _is_inside(document, rows[same[0]], row):
        return lay_row(document, claim, row, within=None, instead=same[0], alone=False)
    return _laid(claim, [*rows, row] if alone else _as_read(document, claim, [*rows, row], same))


def set_part(claim: Claim, at: int, row: Harm) -> Claim:
    """The claim with its number `at` as this row; it can be no part of itself, and of no part of its own."""
    rows, whole = list(claim.harm), row.part_of
    if whole is not None and rows[whole].effect != row.effect:
        raise _other_kind(rows[whole], row)
    above = whole
    for _ in rows:
        if above == at:
            raise RecordError(
                "A number cannot be part of itself.",
                where="slot harm",
                expected="the words of another number, which holds it",
                found=rows[whole].raw if whole is not None else row.raw,
                next_step=f"If it is the other way round: --part-of “{row.raw}” beside the words of the other number.",
            )
        above = rows[above].part_of if above is not None else None
    rows[at] = row
    return _laid(claim, rows)


def _as_read(document: Document, claim: Claim, rows: list[Harm], same: Sequence[int]) -> list[Harm]:
    """The rows, the last of them new, with what the words say is part of what ("a man died, bringing the toll to three")."""
    new = len(rows) - 1
    whole = same[0] if same else find_whole(document, rows, new, document.language or "en")
    if whole is not None:
        rows[new] = replace(rows[new], part_of=whole)
        return rows
    read = _wholes_read(document, claim, rows)
    for part, whole in read.items():
        if part == new or (whole == new and rows[part].part_of is None and rows[part].effect == rows[new].effect):
            rows[part] = replace(rows[part], part_of=whole)
    return rows


def _wholes_read(document: Document, claim: Claim, rows: Sequence[Harm]) -> dict[int, int]:
    """Which row is part of which as the reader would have it, had it found these rows itself."""
    alike = {row.effect for row in rows[-1:]}
    found = [at for at, row in enumerate(rows) if row.evidence and row.effect in alike]
    found.sort(key=lambda at: rows[at].evidence[0].span.start)
    told = [_bare(document, replace(rows[at], score=1.0, part_of=None)) for at in found]
    made = normalize_claim(document, replace(claim, harm=tuple(told), score=claim.score or 1.0)).harm
    places = {row.evidence[0].span: at for row, at in zip(told, found, strict=True)}
    held: dict[int, int] = {}
    for row in made:
        if row.part_of is None or not row.evidence or not made[row.part_of].evidence:
            continue
        part, whole = (places.get(one.evidence[0].span) for one in (row, made[row.part_of]))
        if part is not None and whole is not None:
            held[part] = whole
    return held


def _bare(document: Document, row: Harm) -> Harm:
    """The row without the preposition before its number, as the reader finds it: "three" of "to three"."""
    span, led = row.evidence[0].span, _LEAD.match(row.evidence[0].quote)
    if led is None:
        return row
    words = document.quote(span.start + led.end(), span.end)
    return replace(row, raw=words.quote, evidence=(words,))


def _overlap(one: Harm, other: Harm) -> bool:
    return any(
        first.span.start < second.span.end and second.span.start < first.span.end
        for first in one.evidence
        for second in other.evidence
    )


def _is_inside(document: Document, whole: Harm, row: Harm) -> bool:
    """True for "three children" of "12 villagers, including three children"."""
    start, at = whole.evidence[0].span.start, row.evidence[0].span.start
    return start < at and is_inclusion(document.text[start:at], language=document.language or "en")


def _laid(claim: Claim, rows: Sequence[Harm]) -> Claim:
    return replace(claim, harm=tuple(rows))


def _other_kind(whole: Harm, row: Harm) -> RecordError:
    return RecordError(
        "A count can only be part of one of the same kind, or stand instead of it.",
        where="slot harm",
        expected=f"a row of {row.effect}",
        found=f"{whole.effect}: {whole.raw}",
    )


def _told_already(same: Sequence[Harm], row: Harm) -> RecordError:
    told = ", ".join(f"“{one.raw}”" for one in same)
    return RecordError(
        "These words overlap a number that the claim has, and the same people would be counted twice.",
        where=f"slot harm, {row.effect}",
        expected="other words, or the number that these stand instead of, or are part of",
        found=f"“{row.raw}” beside {told}",
        next_step="On the desk choose “instead of” or “part of” beside the number; at the command line add --replaces WORDS "
        "or --part-of WORDS with the words of that number, or first take it out.",
    )
