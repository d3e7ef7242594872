"""Words that point to a stretch of time told before: "in the same period", "during this period", "the reporting period"."""

from __future__ import annotations

from datetime import timedelta

from crossread import patterns as re
from crossread.normalize.dates.anchors import Told, told_dates
from crossread.normalize.dates.bearings import Bearings
from crossread.normalize.dates.calendar import Stretch, precision_of
from crossread.normalize.dates.months import months_in
from crossread.records import DateWindow, Document, Slot

_LEAD = r"(?:(?:in|over|during|within|for|throughout)\s+)?"
_POINTS = re.compile(
    rf"{_LEAD}(?:(?:the\s+|that\s+|this\s+)?(?:very\s+)?same|that|this|the)\s+(?:time\s+)?(?:period|time\s?span|time\s?frame|interval)"
    r"(?:\s+of\s+time)?|(?:in|over|during|within)\s+that\s+time",
    re.IGNORECASE,
)
_OF_REPORT = re.compile(
    rf"{_LEAD}(?:the|this)\s+(?:reporting|review|reported|report['’]s)\s+period|{_LEAD}the\s+period\s+(?:under|in)\s+review",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"\s+(?:of|in|last|a year|the year)\b", re.IGNORECASE)
SHORTEST = timedelta(days=2)  # from the first to the last day of a period that words point to; a night is none
HEAD = 1_500  # characters in which a report tells the period that it is on


def points_to_period(document: Document, slot: Slot[DateWindow]) -> bool:
    """True for words that tell a stretch of time only by one told before; not for "the same period of last year"."""
    if not slot.evidence:
        return False
    match = _POINTS.fullmatch(slot.raw.strip()) or _of_report(document, slot)
    return match is not None and _OF_ANOTHER.match(document.text, slot.evidence[0].span.end) is None


def period_told(document: Document, slot: Slot[DateWindow], language: str) -> DateWindow | None:
    """The stretch told last before the words, or for a reporting period that in the title or at the head; else None.

    Of eleven coded totals with such words all but one have a stretch told before them, most in the sentence before ("killed 48
    since January. In the same period, 15 died"); none is of a day.
    """
    told = told_dates(document.text, document.published, language)
    if _of_report(document, slot):
        titled = told_dates(document.title or "", document.published, language)
        found = next((one for one in (*titled, *(one for one in told if one.span.start < HEAD)) if is_period(one)), None)
    else:
        start = slot.evidence[0].span.start
        ends = [(one.span.end, one.stretch) for one in told if one.span.end <= start and is_period(one)]
        ends.extend(months_in(document.text[:start], Bearings(published=document.published)))
        return _window(max(ends, key=lambda end: end[0])[1]) if ends else None
    return _window(found.stretch) if found else None


def _of_report(document: Document, slot: Slot[DateWindow]) -> re.Match[str] | None:
    """The words of a reporting period that the slot has or is cut out of: "During the reporting" of "… reporting period"."""
    span = slot.evidence[0].span
    match = _OF_REPORT.match(document.text, span.start)
    return match if match is not None and match.end() >= span.end else None


def is_period(told: Told) -> bool:
    """True for a stretch of three days or more."""
    first, last = told.stretch.earliest, told.stretch.latest
    return first is not None and last is not None and last - first >= SHORTEST


def _window(stretch: Stretch) -> DateWindow:
    return DateWindow(earliest=stretch.earliest, latest=stretch.latest, precision=precision_of(stretch))
