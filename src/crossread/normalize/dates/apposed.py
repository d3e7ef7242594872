"""Days told twice, as a date and as a length beside it: "On 19 May, two days before the attack", "a year ago, on 6 May"."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.normalize.dates.anchors import Told, told_dates
from crossread.normalize.dates.cuts import quoting
from crossread.normalize.dates.figures import UNKNOWN
from crossread.normalize.dates.words import Word, read_words, shape_of
from crossread.records import DateWindow, Document, Slot, Span

_LENGTH = re.compile(r"[<>]?[Nik]*U[gbeaw]")
_COMMA_BEFORE = re.compile(r",\s+(?:(?:just|only|exactly|some|about)\s+)?")
_COMMA_BEHIND = re.compile(r",\s+(?:(?:on|in)\s+)?")
_CLAUSE_ENDS = re.compile(r"[,;:.\n]")


def day_apposed(document: Document, slot: Slot[DateWindow], *, trigger: Span, language: str) -> Slot[DateWindow]:
    """The slot on the date itself where it has the length that says the same again; other slots as they are.

    All of 21 coded claims told in the main clause ("On 19 May, two days before the attack, four were raped") and all of three
    with the date behind have the date. All of seven told in the clause of the length have the length ("on 11 May, a day after
    a bomb killed seven").
    """
    if not slot.evidence or slot.value is not None:
        return slot
    span, text = slot.evidence[0].span, document.text
    if not _is_length(read_words(slot.raw, language)):
        return slot
    for told in told_dates(text, document.published, language):
        if _COMMA_BEHIND.fullmatch(text, span.end, told.span.start) and _is_date(told, text, language):
            return quoting(document, slot, told.span)
        ends = _CLAUSE_ENDS.search(text, span.end)
        within = span.start <= trigger.start < (ends.start() if ends else len(text))
        if not within and _COMMA_BEFORE.fullmatch(text, told.span.end, span.start) and told.stretch.unit == "day":
            return quoting(document, slot, told.span)
    return slot


def _is_length(words: Sequence[Word]) -> bool:
    """True for "two days before the attack", "a year ago", "the day after": a length that counts from another point."""
    return _LENGTH.fullmatch("".join(word.tag for word in words if word.tag not in (" ", UNKNOWN))) is not None


def _is_date(told: Told, text: str, language: str) -> bool:
    """True for a date of the calendar: "two days ago, Friday" is that day either way."""
    return "M" in shape_of(read_words(text[told.span.start : told.span.end], language))
