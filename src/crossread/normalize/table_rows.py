"""Tables inside a report: what stands in another row is told of another incident.

Readers write a table row on a line of its own, its cells parted by bars. An extractor that reads running text takes the words
above and below for the same story: the group that claimed one attack would then have claimed all attacks of the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from crossread.normalize.dates import iter_date_expressions
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.places import DocumentPlaces
from crossread.records import Claim, DateWindow, Document, Evidence, Harm, Place, Slot, Span

FEWEST_BARS = 2
LONGEST_NAME = 5  # words of a cell that is read as a place
Value = TypeVar("Value", DateWindow, Place)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row of a table: its line and its cells, by their offsets in the report."""

    line: Span
    cells: tuple[Span, ...]


def settle_row(document: Document, claim: Claim, places: DocumentPlaces) -> Claim:
    """The claim told in a row of a table with what that row tells alone, dated and placed by its own cells.

    What is told outside the table stays where it tells of the same day; of a claim told outside, only words that fill a cell
    and count nobody (the heading "Killed") are left out.
    """
    row = row_at(document.text, claim.trigger.span.start)
    if row is None:
        heads = {at for at, harm in enumerate(claim.harm) if _is_heading(document.text, harm)}
        return replace(claim, harm=without_rows(claim.harm, heads)) if heads else claim
    when = _own_day(document, claim.when, row)
    alone = when is not claim.when and claim.when is not None

    def stands(evidence: Sequence[Evidence]) -> bool:
        """In this row, or, unless it stands alone, in no row at all."""
        inside = any(row.line.contains(one.span) for one in evidence)
        elsewhere = alone or any(row_at(document.text, one.span.start) for one in evidence)
        return inside or not evidence or not elsewhere

    return replace(
        claim,
        when=when if when is None or stands(when.evidence) else None,
        where=_own_place(document, claim.where, row, places),
        actors=tuple(actor for actor in claim.actors if stands(actor.evidence)),
        means=tuple(means for means in claim.means if stands(means.evidence)),
        speakers=tuple(speaker for speaker in claim.speakers if stands(speaker.evidence)),
        harm=without_rows(claim.harm, {at for at, harm in enumerate(claim.harm) if not stands(harm.evidence)}),
    )


def row_at(text: str, offset: int) -> TableRow | None:
    """The table row that holds an offset; None in running text, and for a lone line with bars (a menu, a byline)."""
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    end = len(text) if end < 0 else end
    if text.count("|", start, end) < FEWEST_BARS:
        return None
    above = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)]
    stop = text.find("\n", end + 1)
    below = text[end + 1 : stop if stop >= 0 else len(text)]
    if text.count("|", start, end) not in (above.count("|"), below.count("|")):
        return None
    cells, at = [], start
    for words in text[start:end].split("|"):
        lead = len(words) - len(words.lstrip())
        if words.strip():
            cells.append(Span(start=at + lead, end=at + lead + len(words.strip())))
        at += len(words) + 1
    return TableRow(line=Span(start=start, end=end), cells=tuple(cells))


def _own_day(document: Document, slot: Slot[DateWindow] | None, row: TableRow) -> Slot[DateWindow] | None:
    """The slot on the day that a cell of the row tells, where it has none of this row."""
    if slot is not None and any(row.line.contains(evidence.span) for evidence in slot.evidence):
        return slot
    language = document.language or "en"
    inside = [span for span in iter_date_expressions(document.text, language=language) if row.line.contains(span)]
    whole = [span for span in inside if span in row.cells]
    return _quoting(document, slot, whole[0]) if whole else slot


def _own_place(document: Document, slot: Slot[Place] | None, row: TableRow, places: DocumentPlaces) -> Slot[Place] | None:
    """The slot on the cell that it is cut out of ("Dega" of "Dega Damot"), or on the one that names a place."""
    span = slot.evidence[0].span if slot is not None and slot.evidence else None
    if slot is not None and span is not None and row.line.contains(span):
        cut = next((cell for cell in row.cells if cell.start == span.start and _is_name(document.text, cell)), span)
        return slot if cut == span else _quoting(document, slot, cut)
    for cell in row.cells:
        words = document.text[cell.start : cell.end]
        if not _is_name(document.text, cell):
            continue
        found = places.resolve(words, start=cell.start, end=cell.end)
        if found is not None and found.place.precision == "exact" and found.place.gazetteer_id is not None:
            return _quoting(document, slot, cell)
    return slot if span is None or row_at(document.text, span.start) is None else None


def _is_name(text: str, cell: Span) -> bool:
    """True for a cell that can be the name of a place: a few words without figures, the first with a capital."""
    words = text[cell.start : cell.end]
    return words[:1].isupper() and len(words.split()) <= LONGEST_NAME and not any(letter.isdigit() for letter in words)


def _is_heading(text: str, harm: Harm) -> bool:
    """True for words that fill a cell and have no figure."""
    if not harm.evidence or any(letter.isdigit() for letter in harm.raw):
        return False
    row = row_at(text, harm.evidence[0].span.start)
    return row is not None and harm.evidence[0].span in row.cells


def _quoting(document: Document, slot: Slot[Value] | None, span: Span) -> Slot[Value]:
    evidence = document.quote(span.start, span.end)
    score = slot.score if slot is not None else None
    return Slot(raw=evidence.quote, value=None, evidence=(evidence,), score=score)
