"""The day at the head of an entry in a list or log: "11 March - Butwal, Nepal: police opened fire"."""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.dates.anchors import told_dates
from crossread.normalize.dates.heads import end_of_period
from crossread.normalize.dates.told import told_within
from crossread.records import Claim, DateWindow, Document, Slot

LONGEST_HEAD = 30  # characters of an entry's line before its day ends: a bullet, a number, a weekday
ENTRY_SCORE = 0.6
# Words for a time that are told from the day of the entry they stand in.
_LOOSE = re.compile(
    r"(?:(?:over|during|at|on)\s+)?(?:the\s+)?weekend|(?:at|before|after|around)\s+"
    r"(?:dawn|dusk|midnight|noon|nightfall)|in the (?:early )?(?:morning|afternoon|evening)|early in the morning",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[\W\d_]*(?:on\s+)?", re.IGNORECASE)
# What parts the day from what happened, or from the place of it.
_PARTED = re.compile(r"\s*(?:[-–—:|.]|,\s)\s*")


def day_of_entry(document: Document, claim: Claim, language: str) -> Slot[DateWindow] | None:
    """The slot for a claim of which no words for its day were found, where its line begins with one; None elsewhere.

    Several acts of one entry share its day. A line that is nothing but a day is a heading, of which others see to. What people
    and data sets say (no score) stays without a day.
    """
    trigger = claim.trigger.span
    if claim.score is None:
        return None
    start = document.text.rfind("\n", 0, trigger.start) + 1
    published = document.published or end_of_period(document.text, language)  # of a bulletin that tells its week only
    for told in told_within(told_dates(document.text, published, language), start, start + LONGEST_HEAD):
        if told.span.end > start + LONGEST_HEAD or told.span.end > trigger.start or told.reported:
            return None
        bare = _BULLET.fullmatch(document.text, start, told.span.start) is not None
        if bare and told.stretch.unit == "day" and _PARTED.match(document.text, told.span.end):
            evidence = document.quote(told.span.start, told.span.end)
            return Slot(raw=evidence.quote, value=None, evidence=(evidence,), score=ENTRY_SCORE)
        return None
    return None


def slot_of_entry(document: Document, claim: Claim, slot: Slot[DateWindow], language: str) -> Slot[DateWindow]:
    """The slot, or the day at the head of its entry where its own words need it: "23-24 June - Over the weekend men …"."""
    if slot.value is not None or _LOOSE.fullmatch(slot.raw.strip()) is None:
        return slot
    return day_of_entry(document, claim, language) or slot
