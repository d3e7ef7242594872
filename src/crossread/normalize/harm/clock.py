"""Times of day and days of a month that were taken for people: "9 Dec, approx. 13:30. 38 dead" tells of 38 dead, not of 68.

So are the numbers of papers ("Tracking Tool 56.1") and the marks of notes ("lost their lives [1]"), none of which is a row in
hand-coded reports.

None of 83 times of day in hand-coded reports is a harm row, or in one, nor is any of three days ("as of September 6, 110").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.records import Document, Harm

REACH = 14  # characters to either side of a number in which the rest of its time stands
SHORTEST = 5  # characters of "10.20" at the head of a line; "1.10" may number a section
_TIME = re.compile(
    r"(?<![\d:.,])(?:[01]?\d|2[0-3])(?P<mark>[:.])[0-5]\d(?!\d|[:.]\d|\s*%)(?:\s*(?:[ap]\.?m\b\.?|hrs\b\.?|h\b|hours\b|UTC|GMT))?"
)
_AT = re.compile(r"\b(?:at|from|until|around|about|approx\.?|approximately)\s+$")  # before "10.15", which may be a share
# "10.20 Two villagers …" at the head of an entry of a live report
_ENTRY = re.compile(r"[ \t]*(?:[-–—:|][ \t]*)?(?=[A-Z]|\d+[ \t]+[a-z])")
_DECIMAL = re.compile(r"\d+\.\d{1,2}")
_MANY = re.compile(r"[\s-]*(?:million|billion|thousand|lakh|crore|mn?\b|k\b)", re.IGNORECASE)
# "By March (31, 450 civilians) had been killed"
_DAY = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct"
    r"|Nov|Dec)\.?\s+(?:[12]?\d|3[01])(?:st|nd|rd|th)?(?:,\s+(?:19|20)\d{2}(?=,))?(?=,\s+\w)"
)
# "lost their lives [1]. At least", "killed [2, 3] and"; "[two] soldiers" and "[12] soldiers" are an editor's words
_NOTE = re.compile(
    r"\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,5}\]"
    r"(?=\s*(?:[.,;:)\[\n]|$|[A-Z\"“]|(?:and|but|while|when|after|before|in|on|at|by|with|as|according)\b))"
)
_IN_NOTE = re.compile(r"\[?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\]?")
_RAISED = re.compile(r"[¹²³⁰⁴-⁹]+")
_NEXT = re.compile(r"[\s.,;:–—-]+")


def without_times(document: Document, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows without those that are the digits of a time or a day, and with what stands behind one as their words."""
    found, gone = list(rows), set[int]()
    for at, row in enumerate(rows):
        time = _digits_at(document.text, row)
        if time is None:
            gone.update({at} if _is_decimal(document.text, row) or _is_footnote(document.text, row) else ())
            continue
        span = row.evidence[0].span
        gap = _NEXT.match(document.text, time.end())
        start = gap.end() if gap else time.end()
        if span.start < start < span.end:
            whole = document.quote(start, span.end)
            found[at] = replace(row, raw=whole.quote, count=None, evidence=(whole, *row.evidence[1:]))
        elif span.end <= start:
            gone.add(at)
    return without_rows(found, gone)


def _is_decimal(text: str, row: Harm) -> bool:
    """True for the "56.1" of "Tracking Tool 56.1": people are counted whole, in all hand-coded rows, or in millions."""
    if row.score is None or not row.evidence or _DECIMAL.fullmatch(row.raw.strip()) is None:
        return False
    return _MANY.match(text, row.evidence[0].span.end) is None


def _is_footnote(text: str, row: Harm) -> bool:
    """True for the "1" of "lost their lives [1]" and of "lives.¹": the mark of a note counts nobody."""
    if row.score is None or not row.evidence or row.part_of is not None:
        return False
    span = row.evidence[0].span
    if _RAISED.fullmatch(row.raw.strip()):
        return True
    opened = text.rfind("[", max(0, span.start - REACH), span.start + 1)
    note = _NOTE.match(text, opened) if opened >= 0 else None
    return note is not None and span.start < note.end() and _IN_NOTE.fullmatch(row.raw.strip()) is not None


def _digits_at(text: str, row: Harm) -> re.Match[str] | None:
    """The time of day, or the day of a month before a comma, in which the words of the row begin."""
    if row.score is None or row.part_of is not None or not row.evidence:
        return None
    start = row.evidence[0].span.start
    first, last = max(0, start - REACH), start + REACH
    times = [time for time in _TIME.finditer(text, first, last) if _is_time(text, time)]
    found = (*times, *_DAY.finditer(text, first, last))
    return next((match for match in found if match.start() <= start < match.end()), None)


def _is_time(text: str, time: re.Match[str]) -> bool:
    opens = text[max(0, time.start() - 1) : time.start()] in ("", "\n") and _ENTRY.match(text, time.end()) is not None
    return (
        time["mark"] == ":"
        or (opens and len(time[0]) >= SHORTEST)
        or _AT.search(text, max(0, time.start() - REACH), time.start()) is not None
    )
