"""Long documents in parts, and the claims of the parts together again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from crossread.errors import ExtractError
from crossread.extract.llm_limits import limit
from crossread.extract.passages import iter_sentence_starts
from crossread.records import Actor, Claim, Document, Evidence, Harm, Means, Span, Speaker, Wording, claim_id

Row = TypeVar("Row", Actor, Harm, Means, Speaker)


def cut_parts(document: Document) -> list[Span]:
    """Overlapping stretches of the document that are sent one by one, each cut where a sentence begins; none of an empty text.

    A document of more parts than the limit is refused: it would cost more than anybody expects of one report.
    """
    text, size, overlap = document.text, limit("document", "part_chars"), limit("document", "overlap_chars")
    if not text.strip():
        return []
    starts = list(iter_sentence_starts(text))
    parts, start = [], 0
    while start + size < len(text):
        end = _cut(text, starts, start + size // 2, start + size)
        parts.append(Span(start=start, end=end))
        start = _cut(text, starts, start + 1, max(start + 1, end - overlap))
    parts.append(Span(start=start, end=len(text)))
    if len(parts) > limit("document", "max_parts"):
        raise ExtractError(
            "The document is too long for the extractor llm.",
            reason="too_long",
            expected=f"at most {limit('document', 'max_parts')} parts of {size:,} characters",
            found=f"{len(text):,} characters",
            next_step="Cut it into its chapters or articles and read these.",
        )
    return parts


def _cut(text: str, starts: Sequence[int], low: int, high: int) -> int:
    """The last sentence start in `low..high`; where there is none, after the last space; where there is none, `high`."""
    at = bisect_right(starts, high) - 1
    if at >= 0 and starts[at] >= low:
        return starts[at]
    spaces = (i for i in range(high, low - 1, -1) if text[i - 1].isspace())
    return next(spaces, high)


def merge_claims(parts: Sequence[tuple[Span, Sequence[Claim]]]) -> tuple[Claim, ...]:
    """The claims of all parts in text order; two with the same trigger, or of one type with triggers that overlap, are one.

    The telling of the part that shows more around the trigger leads; the other adds the rows it alone saw.
    """
    rated = [(-_room(part, claim.trigger.span), at, claim) for at, (part, claims) in enumerate(parts) for claim in claims]
    merged: list[tuple[Claim, set[int]]] = []
    for _, at, claim in sorted(rated, key=lambda row: (row[0], row[1], row[2].trigger.span)):
        others = [i for i, (other, told_by) in enumerate(merged) if at not in told_by and _is_same(claim, other)]
        if others:
            best = min(others, key=lambda i: merged[i][0].trigger.span != claim.trigger.span)
            merged[best] = (join_claims(merged[best][0], claim), merged[best][1] | {at})
        else:
            merged.append((claim, {at}))
    return tuple(sorted((claim for claim, _ in merged), key=lambda claim: claim.trigger.span))


def merge_wording(rows: Iterable[Wording]) -> tuple[Wording, ...]:
    """Each loaded expression once, in text order."""
    unique = {(row.evidence.span, row.kind): row for row in rows}
    return tuple(unique[key] for key in sorted(unique))


def join_claims(lead: Claim, other: Claim) -> Claim:
    """The leading telling with what only the other has; what both tell stays as the lead has it."""
    heads = (*lead.retellings, *(head for head in other.retellings if head.span != lead.trigger.span))
    return replace(
        lead,
        retellings=tuple({head.span: head for head in heads}.values()),
        when=lead.when or other.when,
        where=lead.where or other.where,
        actors=_join(lead.actors, other.actors, lambda row: row.role),
        harm=_join(lead.harm, other.harm, lambda row: row.effect),
        means=_join(lead.means, other.means, lambda row: row.kind),
        speakers=_join(lead.speakers, other.speakers, lambda row: ""),
    )


def _join(lead: Sequence[Row], other: Sequence[Row], kind: Callable[[Row], str]) -> tuple[Row, ...]:
    rows = list(lead)
    for row in other:
        if not any(kind(row) == kind(have) and _meet(row.evidence, have.evidence) for have in rows):
            rows.append(row)
    return tuple(sorted(rows, key=lambda row: row.evidence[0].span))


def _meet(a: Sequence[Evidence], b: Sequence[Evidence]) -> bool:
    return any(left.span.overlaps(right.span) for left in a for right in b)


def tells_otherwise(a: Claim, b: Claim) -> bool:
    """True if the two name different places, or different days."""
    pairs = ((a.where, b.where), (a.when, b.when))
    return any(x is not None and y is not None and not _meet(x.evidence, y.evidence) for x, y in pairs)


def set_apart(claim: Claim, other: Claim, document: Document) -> Claim:
    """The claim with a trigger of its own: the words from the shared trigger up to the place or day that only it names.

    Where that stretch is long, the place or day alone. The id goes with the trigger, so two such claims stay two.
    """
    own = claim.where if other.where and claim.where and not _meet(claim.where.evidence, other.where.evidence) else claim.when
    span, told = claim.trigger.span, own.evidence[0].span if own else claim.trigger.span
    start, end = min(span.start, told.start), max(span.end, told.end)
    if end - start > limit("quote", "trigger_chars"):
        start, end = told.start, told.end
    trigger = document.quote(start, end)
    id = claim_id(document_id=document.id, made_by=claim.made_by, type=claim.type, trigger=trigger)
    return replace(claim, id=id, trigger=trigger)


def _is_same(a: Claim, b: Claim) -> bool:
    if a.trigger.span == b.trigger.span:
        return True
    return a.type == b.type and a.trigger.span.overlaps(b.trigger.span) and not tells_otherwise(a, b)


def _room(part: Span, span: Span) -> int:
    return min(span.start - part.start, part.end - span.end)
