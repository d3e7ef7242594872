"""Numbers of the posts of a thread are no days: "2/ on Jan 10", "7 - on 8 January", "1/6 On 8 January"."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.records import DateWindow, Document, Slot

# "1/8 January" and "7 - 8 January" are days; a number behind "1/ " is a day of its own
_NUMBER = re.compile(
    r"\(?\d{1,2}\s?/(?:\d{1,2}|n|x)?\)?\s+(?=[A-Za-z])(?!(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b(?!\.?\s+\d))"
    r"|\(?\d{1,2}\s?/\)?\s+(?=\d)|\d{1,2}\s?[-–—]\s+(?:(?i:on|in|at)\s+)(?=\w)"
)
_ON = re.compile(r"(?:on|at)\s+", re.IGNORECASE)


def without_number_of_post(document: Document, slot: Slot[DateWindow]) -> Slot[DateWindow]:
    """The slot without the number at the head of its line, and without the "on" behind it.

    No line of the coded reports begins so, and no coded day does.
    """
    if not slot.evidence or slot.value is not None:
        return slot
    text, span = document.text, slot.evidence[0].span
    line = text.rfind("\n", 0, span.start) + 1
    number = _NUMBER.match(text, span.start) if not text[line : span.start].strip() else None
    if number is None or number.end() >= span.end:
        return slot
    on = _ON.match(text, number.end())
    start = on.end() if on and on.end() < span.end else number.end()
    evidence = document.quote(start, span.end)
    return replace(slot, raw=evidence.quote, evidence=(evidence,))
