"""Days told by where something ends: "a three-day battle ended on Friday", "were freed within a month" of their capture."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.dates.anchors import sentence_around, told_dates
from crossread.normalize.dates.calendar import precision_of, precision_of_days
from crossread.normalize.dates.counted import back_by
from crossread.normalize.dates.told import told_within
from crossread.records import Claim, DateWindow, Document, Slot

_ENDED = re.compile(r"\b(?:ended|concluded|finished|came\s+to\s+an\s+end|was\s+over)\s+(?:(?:late|early)\s+)?(?:on\s+)?$", re.I)
_LASTED = re.compile(r"\b(?P<number>\d{1,2}|[a-z]+)[- ]days?[- ](?:long[- ])?(?:of\s+)?", re.IGNORECASE)
_BOTH = re.compile(r"\bended\b", re.IGNORECASE)  # "(that began on) Wednesday ended on Friday"
_WITHIN = re.compile(
    r"within\s+(?:just\s+|only\s+|about\s+)?(?P<number>an?|\d{1,3}|[a-z]+)\s+(?P<unit>hour|day|week|month|year)s?"
    r"(?:\s+of\s+(?:the|his|her|their|its|that)\b.{0,30})?",
    re.IGNORECASE,
)
HOURS_A_DAY = 24
LONGEST = 60  # days of what is told by its length
NEAR_LENGTH = 30  # characters between "three-day" and the act
NEAR = 600  # characters before "within a month" in which the act that it counts from is dated


def whole_span(document: Document, claim: Claim, slot: Slot[DateWindow], window: DateWindow, language: str) -> DateWindow:
    """The window with the days before the last one, where the slot's day is that on which a battle of some days ended.

    Its length ("a three-day battle ended on Friday") or the day on which it began in the same sentence gives the first day;
    without either the window stays, as coders have it.
    """
    span, trigger = slot.evidence[0].span, claim.trigger.span
    before, after = sentence_around(document.text, span.start, span.end)
    start = span.start - len(before)
    first, last = window.earliest, window.latest
    if first is None or first != last or not start <= trigger.start < span.end + len(after):
        return window
    told = told_within(told_dates(document.text, document.published, language), start, span.end + len(after))
    both = next((one.stretch for one in told if _BOTH.search(document.text, one.span.start, one.span.end)), None)
    if both is not None and both.earliest is not None and both.latest is not None and first in (both.earliest, both.latest):
        return replace(window, earliest=both.earliest, latest=both.latest, precision=precision_of(both))
    ended = any(_ENDED.search(document.text, trigger.end, one.span.start) and one.stretch.earliest == first for one in told)
    lasted = list(_LASTED.finditer(document.text, start, trigger.end)) if ended else []
    number = _number(lasted[-1]["number"], language) if lasted and trigger.start - lasted[-1].end() <= NEAR_LENGTH else None
    if number is None or not 1 < number <= LONGEST:
        return window
    return replace(window, earliest=first - timedelta(days=number - 1), precision=precision_of_days(number - 1))


def within_of_told(document: Document, claim: Claim, slot: Slot[DateWindow], language: str) -> DateWindow | None:
    """From the date told before "within a month" up to a month later for what is done, not beyond the report; else None.

    Of 15 coded acts with such words and a number behind the date of another act 13 count from it; two end with the report.
    """
    match = _WITHIN.fullmatch(slot.raw.strip())
    number = _number(match["number"].lower(), language) if match else None
    hours = match is not None and match["unit"].lower() == "hour"
    if match is None or number is None or claim.status != "accomplished" or (hours and number < HOURS_A_DAY):
        return None
    start = slot.evidence[0].span.start
    told = [
        one for one in told_dates(document.text, document.published, language) if one.span.end <= start and not one.reported
    ]
    if not told or start - told[-1].span.end > NEAR:
        return None
    first, last = told[-1].stretch.earliest, told[-1].stretch.latest
    end = back_by(last, -number, match["unit"].lower()) if last else None
    if first is None or end is None or (document.published is not None and first > document.published):
        return None
    end = min(end, document.published) if document.published else end
    return DateWindow(earliest=first, latest=end, precision=precision_of_days((end - first).days))


def _number(word: str, language: str) -> int | None:
    lower = word.lower()
    return int(lower) if lower.isdigit() else 1 if lower in ("a", "an") else load_language(language).numbers.get(lower)
