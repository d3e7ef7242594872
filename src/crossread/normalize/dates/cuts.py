"""Words of a date that the extractor cut too short or too long, made whole: "Thursday" of "Thursday 10 January"."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.finder import iter_spans_from
from crossread.records import DateWindow, Document, Slot, Span

LONGEST_FIGURES = 10  # characters of "14/10/2023"
WIDEST_CUT = 25  # characters by which a date cut short is made whole: ", 10 January 2019 at noon"
# "From January to September 2,117 (civilians)", "bringing the total this year to 78", "the toll since Monday to 12"
_COUNT_BEHIND = re.compile(
    r"(?<=[a-z])\s+\d{1,3}(?:,\d{3})+$|(?<=year|onth|week|kend|nday|sday|iday|rday)\s+to\s+\d[\d,]*$", re.IGNORECASE
)
_TURN = re.compile(r",?\s+(?:this\s+(?:year|month|week)(?!['’])|in\s+(?:19|20)\d\d)\b", re.IGNORECASE)
_LAST_YEAR = re.compile(r",?\s+(?:of\s+)?(?:last|this)\s+year\b", re.IGNORECASE)
_SO_FAR = re.compile(r"\bso far$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OFFSET = re.compile(r"\b(?:days?|weeks?|months?)\s+(?:earlier|before|later|after)$", re.IGNORECASE)
_ON = re.compile(r",?\s+(?:on\s+)?")
_LEAD = re.compile(r"by\s+", re.IGNORECASE)
# "14/10/23", of which a slot has the "10/23" or the "14/" alone, and what makes an hour of the figures behind it
_IN_FIGURES = re.compile(r"(?<![\d./-])\d{1,2}([/.-])\d{1,2}\1(?:(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)")
_HOURS_BEHIND = re.compile(r"\s?(?:hrs|hours|h)\b", re.IGNORECASE)
_MILITARY = re.compile(r"\b(?:[01]\d|2[0-3])[0-5]\d$")  # "2000" of "2000 hrs"
_BETWEEN = re.compile(r"\s(?:(?:than|some|about|only|just|the)\s)?")
# "5:20" of "at 5:20 p.m. local time on Friday", and what may stand between the hour and its day.
_HOUR = r"(?:\d{1,2}[:.]\d\d|\d{1,2}(?=\s*[ap]\.?\s?m\b)|\d{4}(?=\s*(?:hours|hrs|GMT)))"
_CLOCK = re.compile(rf"(?:(?:at|about|around|approximately|shortly|just|after|before|some)\s+)*{_HOUR}", re.IGNORECASE)
_TO_DAY = re.compile(
    r"\s*(?:[ap]\.?\s?m\b\.?|hours|hrs|h\b)?\s*(?:GMT|UTC|local\s+time|\([^()]{1,20}\))?,?\s*(?:on|of)?\s+(?:the\s+\w+\s+of\s+)?",
    re.IGNORECASE,
)
# "shocked by the 13 December attack"
_DEED_BEHIND = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:attacks?|strikes?|air ?strikes?|raids?|bombings?|blasts?|explosions?|shootings?|killings?"
    r"|massacres?|murders?|assaults?|ambush(?:es)?|clash(?:es)?|shelling|riots?|coup|crackdown|kidnappings?|abductions?|protests?)\b"
)
_LEADS = frozenset(
    "about after almost approximately around before during for in just less more nearly only over several than that the until"
    " within course".split()
)
_HOW_OFTEN = re.compile(
    r"(?:more|less|fewer) than [\d,.]+|(?:intermittent|repeated|frequent|sporadic|occasional|continuous)ly|at times", re.I
)
_DATED = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z]|\b[A-Z][a-z]+\.?\s+\d{1,2}\b")


def made_whole(document: Document, slot: Slot[DateWindow], language: str) -> Slot[DateWindow]:
    """The slot with all the words of its date and no others: figures, weekday and day, turn, the year or the day behind it."""
    slot = _without_count(document, slot)
    slot = _whole_figures(document, slot)
    slot = _without_lead(document, _whole_expression(document, slot, language))
    slot = _with_turn_behind(document, _with_year_behind(document, slot))
    return _without_count(document, _with_day_behind(document, slot, language))


def leads_only(raw: str) -> bool:
    """True for words that lead to a time and tell none: the "nearly" of "at nearly the same time", and for "intermittently"."""
    words = raw.lower().split()
    if _HOW_OFTEN.fullmatch(raw.strip(" .,")):
        return True
    return 0 < len(words) <= 2 and all(word in _LEADS for word in words)


def quoting(document: Document, slot: Slot[DateWindow], span: Span) -> Slot[DateWindow]:
    """The slot on those words of the report."""
    evidence = document.quote(span.start, span.end)
    return replace(slot, raw=evidence.quote, evidence=(evidence,))


def _without_count(document: Document, slot: Slot[DateWindow]) -> Slot[DateWindow]:
    """The slot without the number of people behind a month."""
    span, count = slot.evidence[0].span, _COUNT_BEHIND.search(slot.raw)
    return quoting(document, slot, Span(start=span.start, end=span.start + count.start())) if count else slot


def _whole_figures(document: Document, slot: Slot[DateWindow]) -> Slot[DateWindow]:
    """The slot that is cut out of a date in figures with all of them, and with the "hrs" that makes an hour of a year.

    "10/23, 2000" of "14/10/23, 2000 hrs" is that day at eight in the evening.
    """
    span, text = slot.evidence[0].span, document.text
    hours = _HOURS_BEHIND.match(text, span.end)
    start, end = span.start, hours.end() if hours and _MILITARY.search(slot.raw) else span.end
    for figures in _IN_FIGURES.finditer(text, text.rfind("\n", 0, start) + 1, span.end + LONGEST_FIGURES):
        if figures.start() <= span.start < figures.end():
            start, end = figures.start(), max(end, figures.end())
    return quoting(document, slot, Span(start=start, end=end)) if (start, end) != (span.start, span.end) else slot


def _whole_expression(document: Document, slot: Slot[DateWindow], language: str) -> Slot[DateWindow]:
    """The slot widened to the date expression it is cut out of: "Thursday" of "Thursday 10 January" is that Thursday."""
    span = slot.evidence[0].span
    widest = len(document.text) if _is_hour(document.text, span) else len(span) + WIDEST_CUT
    for whole in iter_spans_from(document.text, language, span.end):
        if whole.contains(span) and whole != span and len(whole) <= widest:
            return quoting(document, slot, whole)
        if whole.start > span.end:
            break
    return slot


def _without_lead(document: Document, slot: Slot[DateWindow]) -> Slot[DateWindow]:
    """The day alone of "killed by Wednesday's quake", which bounds nothing."""
    span = slot.evidence[0].span
    lead = _LEAD.match(document.text, span.start)
    if lead is None or not lead.end() < span.end:
        return slot
    owner = (
        _DEED_BEHIND.match(document.text, span.end) is not None
        or "'" in slot.raw[-2:]
        or "’" in slot.raw[-2:]
        or document.text[span.end : span.end + 2] in ("'s", "’s")
    )
    return quoting(document, slot, Span(start=lead.end(), end=span.end)) if owner else slot


def led_to(document: Document, slot: Slot[DateWindow], language: str) -> Slot[DateWindow]:
    """The slot that has a leading word or an hour alone with the time it leads to: "after" before "last Monday"."""
    span = slot.evidence[0].span
    clock = _is_hour(document.text, span)
    if not clock and not leads_only(slot.raw):
        return slot
    for told in iter_spans_from(document.text, language, span.end):
        if told.start >= span.end:
            between = document.text[span.end : told.start]
            near = (_TO_DAY if clock else _BETWEEN).fullmatch(between) is not None
            return quoting(document, slot, Span(start=span.start, end=told.end)) if near else slot
    return slot


def _is_hour(text: str, span: Span) -> bool:
    match = _CLOCK.match(text, span.start)
    return match is not None and match.end() == span.end


def _with_year_behind(document: Document, slot: Slot[DateWindow]) -> Slot[DateWindow]:
    """The slot with the year told by its turn behind it: "4 August" of "on 4 August last year"."""
    span = slot.evidence[0].span
    behind = _LAST_YEAR.match(document.text, span.end)
    if behind is None or _YEAR.search(slot.raw) or not _DATED.search(slot.raw):
        return slot
    return quoting(document, slot, Span(start=span.start, end=behind.end()))


def _with_turn_behind(document: Document, slot: Slot[DateWindow]) -> Slot[DateWindow]:
    """The slot with the turn that its "so far" leads to: "so far this year" is from January on, "so far" alone only past."""
    span = slot.evidence[0].span
    behind = _TURN.match(document.text, span.end) if _SO_FAR.search(slot.raw) else None
    return slot if behind is None else quoting(document, slot, Span(start=span.start, end=behind.end()))


def _with_day_behind(document: Document, slot: Slot[DateWindow], language: str) -> Slot[DateWindow]:
    """The slot with the day itself behind its comma: "Three days earlier" of "Three days earlier, on 6 May"."""
    span = slot.evidence[0].span
    if not _OFFSET.search(slot.raw) or not _ON.match(document.text, span.end):
        return slot
    for told in iter_spans_from(document.text, language, span.end):
        if told.start > span.end:
            near = _ON.fullmatch(document.text, span.end, told.start) is not None
            return quoting(document, slot, Span(start=span.start, end=told.end)) if near else slot
    return slot
