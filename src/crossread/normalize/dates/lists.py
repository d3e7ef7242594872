"""Days that a list gives its entries: that of the sentence above it, or of the dated line or heading they stand under."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from crossread import patterns as re
from crossread.entries import before_clocks, clock_entry, dated_head, dated_line, day_line, town_entry
from crossread.normalize.dates.anchors import Told, sentence_around, told_dates
from crossread.normalize.dates.entry import day_of_entry
from crossread.normalize.dates.heads import end_of_period
from crossread.normalize.dates.pictured import day_of_picture_behind
from crossread.normalize.dates.told import told_within
from crossread.normalize.dates.words import read_words
from crossread.normalize.sentences import sentence_start, sentence_with
from crossread.records import Claim, DateWindow, Document, Slot, Span

LIST_SCORE = 0.6
LONGEST_HEAD = 30  # characters of an entry's line before its day ends: a bullet, a number, a weekday
# "Following are security developments in Iraq at 8 a.m. on Saturday", "In other violence reported on Thursday:"
_FRAME = re.compile(
    r"\b(?:(?:following|below|here)\s+(?:is|are)\b|the\s+following\b|developments?\b|list\s+of\b|summary\s+of\b|round-?up\b"
    r"|(?:incidents?|violence|attacks?|events?)\b[^.]{0,40}\breported\b)",
    re.IGNORECASE,
)


def slot_in_list(document: Document, claim: Claim, language: str) -> Slot[DateWindow] | None:
    """The claim's own slot, or that of the list, the entry, the heading or the hour that it stands under."""
    of_list = day_of_frame(document, claim, language) or day_of_clock(document, claim, language)
    if of_list is None and (own := _day_of_own_entry(document, claim, language)) is not None:
        return own
    return of_list or claim.when or day_of_entry(document, claim, language) or slot_under_head(document, claim, language)


def _day_of_own_entry(document: Document, claim: Claim, language: str) -> Slot[DateWindow] | None:
    """The day at the head of a dated entry for a claim whose date stands above it: "1–15 June" is that of the whole list."""
    slot = claim.when
    if claim.score is None or slot is None or slot.value is not None or not slot.evidence:
        return None
    told = day_of_head(document, claim.trigger.span.start, language)
    if told is None or not slot.evidence[0].span.end <= told.span.start < claim.trigger.span.start:
        return None
    evidence = document.quote(told.span.start, told.span.end)
    return replace(slot, raw=evidence.quote, evidence=(evidence,))


def day_of_frame(document: Document, claim: Claim, language: str) -> Slot[DateWindow] | None:
    """The slot on the day that the sentence above a list behind towns tells, for an entry without a day of its own; else None.

    That is the day of the list, by which its entries had happened ("Following are security developments in Iraq at 8 a.m. EST
    on Saturday"): one of the two coded reports with such a sentence has its four entries so, the other has the day itself.
    """
    start = town_entry(document.text, claim.trigger.span.start)
    if start is None or claim.score is None:
        return None
    slot = claim.when
    if slot is not None and (slot.value is not None or not slot.evidence or slot.evidence[0].span.end > start):
        return None
    told = told_dates(document.text, document.published, language)
    if slot is None and _tells_own_day(document.text, claim.trigger.span, told):
        return None
    frame = _frame_above(document.text, start, told)
    if frame is None or frame.stretch.latest is None:
        return None
    evidence, day = document.quote(frame.span.start, frame.span.end), frame.stretch.latest
    window = DateWindow(earliest=None, latest=day, precision="unknown", reported_on=day)
    return Slot(raw=evidence.quote, value=window, evidence=(evidence,), score=slot.score if slot else LIST_SCORE)


def _tells_own_day(text: str, trigger: Span, told: tuple[Told, ...]) -> bool:
    before, after = sentence_around(text, trigger.start, trigger.end)
    return bool(told_within(told, trigger.start - len(before), trigger.end + len(after)))


def _frame_above(text: str, start: int, told: tuple[Told, ...]) -> Told | None:
    """The last day in the nearest line above an entry that presents a list; None where that line tells none."""
    while start > 0:
        end, start = start - 1, text.rfind("\n", 0, start - 1) + 1
        if town_entry(text, start) == start and not _FRAME.search(text, start, end):
            continue
        if _FRAME.search(text, start, end):
            inside = [one for one in told if start <= one.span.start < end and one.stretch.unit == "day"]
            return inside[-1] if inside and inside[-1].stretch.earliest == inside[-1].stretch.latest else None
    return None


def day_of_head(document: Document, place: int, language: str) -> Told | None:
    """The day at the head of the dated entry, or in the heading, that a place of a list stands under."""
    head = dated_head(document.text, place) or dated_line(document.text, place)
    if head is None:
        return None
    published = document.published or end_of_period(document.text, language)  # of a bulletin that tells its week only
    told = told_dates(document.text, published, language)
    first = next((one for one in told if one.span.start >= head[0]), None)
    if first is None or first.span.end > min(head[1], head[0] + LONGEST_HEAD) or first.stretch.unit != "day":
        return None
    return first


def slot_under_head(document: Document, claim: Claim, language: str) -> Slot[DateWindow] | None:
    """The slot for a claim without words for its day that stands in a list under a dated entry or a heading; else None."""
    if claim.score is None or claim.when is not None:
        return None
    told = day_of_head(document, claim.trigger.span.start, language)
    if told is None or told.span.end > claim.trigger.span.start:
        return None
    published = document.published or end_of_period(document.text, language)
    others = [one for one in told_dates(document.text, published, language) if one.span != told.span]
    if _tells_own_day(document.text, claim.trigger.span, tuple(others)):
        return None
    evidence = document.quote(told.span.start, told.span.end)
    return Slot(raw=evidence.quote, value=None, evidence=(evidence,), score=LIST_SCORE)


def report_day(document: Document, slot: Slot[DateWindow], language: str) -> date | None:
    """The day that the slot's words count from: publication, but for a weekday in a dated entry ("June 16 - … on Saturday").

    Such a weekday is the last one up to the day of the entry, and under a picture ("victims of Sunday's blast, Jan. 10, 2024")
    the last one up to the day of the picture.
    """
    tags = {word.tag for word in read_words(slot.raw, language)} - {" ", ".", ","}
    if "D" not in tags or not tags <= set("DPHTmbwe") or not slot.evidence:
        return document.published
    at = slot.evidence[0].span.start
    told = day_of_head(document, at, language)
    inside = told is not None and told.span.end <= at
    pictured = day_of_picture_behind(sentence_with(document.text, at), at - sentence_start(document.text, at))
    if not inside and pictured is not None:
        return pictured
    return told.stretch.latest if told is not None and inside else document.published


def day_of_clock(document: Document, claim: Claim, language: str) -> Slot[DateWindow] | None:
    """The slot for an entry of a log or live report that has but a time of day: the day of the log, else that of publication.

    The day of the log is that of the last line which is nothing but a day, else the last date told above the first entry.
    One coded report is such a log; its four entries have the day in the line above them.
    """
    entry, slot = clock_entry(document.text, claim.trigger.span.start), claim.when
    if entry is None or claim.score is None or document.published is None:
        return None
    told = told_dates(document.text, document.published, language)
    if slot is not None:
        own = not slot.evidence or slot.evidence[0].span.start < entry[0] or not _is_clock(slot.raw, language)
        if own or slot.value is not None:
            return None
    elif _tells_own_day(document.text, claim.trigger.span, tuple(one for one in told if one.span.start >= entry[1])):
        return None
    day = _day_of_log(document, entry[0], told)
    evidence = slot.evidence[0] if slot else document.quote(*entry)
    window = DateWindow(earliest=day, latest=day, precision="day")
    return Slot(raw=evidence.quote, value=window, evidence=(evidence,), score=slot.score if slot else LIST_SCORE)


def _is_clock(raw: str, language: str) -> bool:
    tags = {word.tag for word in read_words(raw, language)}
    return "H" in tags and tags <= set("HPmbew .,")


def _day_of_log(document: Document, start: int, told: tuple[Told, ...]) -> date | None:
    line = day_line(document.text, start)
    days = [one for one in told if one.stretch.unit == "day" and one.stretch.earliest == one.stretch.latest]
    if line is not None:
        days = [one for one in days if line[0] <= one.span.start < line[1]]
    else:
        first = before_clocks(document.text)
        days = [one for one in days if one.span.end <= first and re.search(r"\d", document.text[one.span.start : one.span.end])]
    return days[-1].stretch.earliest if days else document.published
