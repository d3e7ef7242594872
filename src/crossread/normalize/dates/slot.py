"""Which words of a report date a claim: the extractor's, made whole, or those that they only lead to."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from crossread.normalize.dates.anchors import Told, sentence_around, told_dates
from crossread.normalize.dates.finder import iter_spans_from
from crossread.normalize.dates.offsets import ends_open
from crossread.normalize.dates.told import told_around, told_within
from crossread.normalize.dates.wars import without_war
from crossread.normalize.dates.words import read_words
from crossread.records import Claim, DateWindow, Document, Slot, Span

LONGEST_FIGURES = 10  # characters of "14/10/2023"
WIDEST_CUT = 25  # characters by which a date cut short is made whole: ", 10 January 2019 at noon"
_EMPTY_LINE = re.compile(r"\n[ \t]*\n\s*")
_LINE = re.compile(r"\n\s*")
_COUNT_BEHIND = re.compile(r"(?<=[a-z])\s+\d{1,3}(?:,\d{3})+$")  # "From January to September 2,117 (civilians)"
_DATED = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z]|\b[A-Z][a-z]+\.?\s+\d{1,2}\b")
_BETWEEN = re.compile(r"\s(?:(?:than|some|about|only|just|the)\s)?")
_LEADS = frozenset(
    "about after almost approximately around before during for in just less more nearly only over several than that the until"
    " within course".split()
)
_MONTHS_TOO = frozenset(("may", "march"))
# "5:20" of "at 5:20 p.m. local time on Friday", and what may stand between the hour and its day.
_HOUR = r"(?:\d{1,2}[:.]\d\d|\d{1,2}(?=\s*[ap]\.?\s?m\b)|\d{4}(?=\s*(?:hours|hrs|GMT)))"
_CLOCK = re.compile(rf"(?:(?:at|about|around|approximately|shortly|just|after|before|some)\s+)*{_HOUR}", re.IGNORECASE)
_TO_DAY = re.compile(
    r"\s*(?:[ap]\.?\s?m\b\.?|hours|hrs|h\b)?\s*(?:GMT|UTC|local\s+time|\([^()]{1,20}\))?,?\s*(?:on|of)?\s+(?:the\s+\w+\s+of\s+)?",
    re.IGNORECASE,
)
# "14/10/23", of which a slot has the "10/23" or the "14/" alone, and what makes an hour of the figures behind it
_IN_FIGURES = re.compile(r"(?<![\d./-])\d{1,2}([/.-])\d{1,2}\1(?:(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)")
_HOURS_BEHIND = re.compile(r"\s?(?:hrs|hours|h)\b", re.IGNORECASE)
_MILITARY = re.compile(r"\b(?:[01]\d|2[0-3])[0-5]\d$")  # "2000" of "2000 hrs"
_LAST_YEAR = re.compile(r",?\s+(?:of\s+)?(?:last|this)\s+year\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OFFSET = re.compile(r"\b(?:days?|weeks?|months?)\s+(?:earlier|before|later|after)$", re.IGNORECASE)
_ON = re.compile(r",?\s+(?:on\s+)?")
_LEAD = re.compile(r"by\s+", re.IGNORECASE)
# "shocked by the 13 December attack"
_DEED_BEHIND = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:attacks?|strikes?|air ?strikes?|raids?|bombings?|blasts?|explosions?|shootings?|killings?"
    r"|massacres?|murders?|assaults?|ambush(?:es)?|clash(?:es)?|shelling|riots?|coup|crackdown|kidnappings?|abductions?|protests?)\b"
)
_POINTS_AT_NOTHING = re.compile(r"(?:in |during |over )?the (?:previous|preceding)", re.IGNORECASE)
_HOW_OFTEN = re.compile(
    r"(?:more|less|fewer) than [\d,.]+|(?:intermittent|repeated|frequent|sporadic|occasional|continuous)ly|at times", re.I
)
_WORST_SINCE = re.compile(
    r"\b(?:deadliest|worst|bloodiest|heaviest|biggest|largest|highest|first|most\s+\w+)\b[^.;]{0,80}\b(?P<since>since)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
FAR_IN_DATELINE = 80  # characters of a text in which its dateline gives the day of publication
_DATELINE_ENDS = re.compile(r"\.?\s*(?:\([^()\n]{2,30}\)\s*)?(?:[-–—]{1,2}|\|)\s")
LONGEST_DATE_LINE = 60  # characters of a line that gives the day of publication: "Published: 14 March 2021, 10:22"
LONGEST_HEAD_LINE = 120  # of a line above it: headline, source, author
TELLINGS_SCORE = 0.5
NEAR = 60  # characters between "two days after" and the act that it counts from


def settle_when(document: Document, slot: Slot[DateWindow], *, trigger: Span, language: str) -> Slot[DateWindow]:
    """The slot on the words that date the claim whose trigger stands at `trigger`; its quote moves with them."""
    slot = _whole_figures(document, _without_count(document, _in_one_paragraph(document, slot)))
    slot = _without_lead(document, _whole_expression(document, slot, language))
    slot = _with_day_behind(document, _with_year_behind(document, slot), language)
    slot = _not_of_publication(document, without_war(document, slot), trigger, language)
    return _day_of_point(document, _led_to(document, slot, language), trigger, language)


def is_of_head(document: Document, slot: Slot[DateWindow], language: str) -> bool:
    """True for the day of publication in a line of its own above the report, by which nothing in it happened."""
    if not slot.evidence or document.published is None or slot.value is not None:
        return False
    span = slot.evidence[0].span
    told = told_around(told_dates(document.text, document.published, language), span)
    return told is not None and _is_of_publication(told, document) and _heads_text(document.text, span)


def _is_of_publication(told: Told, document: Document) -> bool:
    return told.stretch.earliest == told.stretch.latest == document.published


def _heads_text(text: str, span: Span) -> bool:
    """True for words in a short line without a sentence, above which only such lines stand."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line = text[start:end].rstrip()
    if end < 0 or len(line) > LONGEST_DATE_LINE or line.endswith((".", "!", "?")) or "\n" in text[span.start : span.end]:
        return False
    return all(len(above) <= LONGEST_HEAD_LINE for above in text[:start].splitlines())


def day_of_tellings(document: Document, claim: Claim, language: str) -> Slot[DateWindow] | None:
    """The slot on the only day that the sentences of the claim's tellings give; None where they give none, or several."""
    told = told_dates(document.text, document.published, language)
    found: dict[tuple[date | None, date | None], Told] = {}
    for telling in (claim.trigger, *claim.retellings):
        before, after = sentence_around(document.text, telling.span.start, telling.span.end)
        for one in told_within(told, telling.span.start - len(before), telling.span.end + len(after)):
            if not one.reported and not _heads_text(document.text, one.span):
                found.setdefault((one.stretch.earliest, one.stretch.latest), one)
    if len(found) != 1 or any(one.stretch.unit != "day" for one in found.values()):
        return None
    evidence = document.quote(*next((one.span.start, one.span.end) for one in found.values()))
    return Slot(raw=evidence.quote, value=None, evidence=(evidence,), score=TELLINGS_SCORE)


def leads_only(raw: str) -> bool:
    """True for words that lead to a time and tell none: the "nearly" of "at nearly the same time", and for "intermittently"."""
    words = raw.lower().split()
    if _HOW_OFTEN.fullmatch(raw.strip(" .,")):
        return True
    return 0 < len(words) <= 2 and all(word in _LEADS for word in words)


def is_plain_word(raw: str, text: str) -> bool:
    """True for the verb "may" and for "march" alone and in small letters, in a text that writes months with a capital.

    And for the X of "said on X", and the "the previous" of "the previous quarter".
    """
    words = raw.strip()
    return (words in _MONTHS_TOO and not text.islower()) or words == "X" or _POINTS_AT_NOTHING.fullmatch(words) is not None


def is_held_against(text: str, slot: Slot[DateWindow], trigger: Span) -> bool:
    """True for the day of another act that this one is the worst since ("the deadliest since Eknewan in March 2024").

    The other act itself, told behind that word, has the day.
    """
    if not slot.evidence or slot.value is not None:
        return False
    start = slot.evidence[0].span.start
    before, _ = sentence_around(text, start, slot.evidence[0].span.end)
    worst = _WORST_SINCE.search(before)
    return worst is not None and trigger.start < start - len(before) + worst.start("since")


def _in_one_paragraph(document: Document, slot: Slot[DateWindow]) -> Slot[DateWindow]:
    """The slot without the period in a heading, or the day of a line of its own, that runs on into the day of the entry."""
    span = slot.evidence[0].span
    breaks = list(_EMPTY_LINE.finditer(document.text, span.start, span.end))
    breaks = breaks or [
        line
        for line in _LINE.finditer(document.text, span.start, span.end)
        if _DATED.search(document.text, span.start, line.start()) and _DATED.search(document.text, line.end(), span.end)
    ]
    return _quoting(document, slot, Span(start=breaks[-1].end(), end=span.end)) if breaks else slot


def _without_count(document: Document, slot: Slot[DateWindow]) -> Slot[DateWindow]:
    """The slot without the number of people behind a month."""
    span, count = slot.evidence[0].span, _COUNT_BEHIND.search(slot.raw)
    return _quoting(document, slot, Span(start=span.start, end=span.start + count.start())) if count else slot


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
    return _quoting(document, slot, Span(start=start, end=end)) if (start, end) != (span.start, span.end) else slot


def _whole_expression(document: Document, slot: Slot[DateWindow], language: str) -> Slot[DateWindow]:
    """The slot widened to the date expression it is cut out of: "Thursday" of "Thursday 10 January" is that Thursday."""
    span = slot.evidence[0].span
    widest = len(document.text) if _is_hour(document.text, span) else len(span) + WIDEST_CUT
    for whole in iter_spans_from(document.text, language, span.end):
        if whole.contains(span) and whole != span and len(whole) <= widest:
            return _quoting(document, slot, whole)
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
    return _quoting(document, slot, Span(start=lead.end(), end=span.end)) if owner else slot


def _led_to(document: Document, slot: Slot[DateWindow], language: str) -> Slot[DateWindow]:
    """The slot that has a leading word or an hour alone with the time it leads to: "after" before "last Monday"."""
    span = slot.evidence[0].span
    clock = _is_hour(document.text, span)
    if not clock and not leads_only(slot.raw):
        return slot
    for told in iter_spans_from(document.text, language, span.end):
        if told.start >= span.end:
            between = document.text[span.end : told.start]
            near = (_TO_DAY if clock else _BETWEEN).fullmatch(between) is not None
            return _quoting(document, slot, Span(start=span.start, end=told.end)) if near else slot
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
    return _quoting(document, slot, Span(start=span.start, end=behind.end()))


def _with_day_behind(document: Document, slot: Slot[DateWindow], language: str) -> Slot[DateWindow]:
    """The slot with the day itself behind its comma: "Three days earlier" of "Three days earlier, on 6 May"."""
    span = slot.evidence[0].span
    if not _OFFSET.search(slot.raw) or not _ON.match(document.text, span.end):
        return slot
    for told in iter_spans_from(document.text, language, span.end):
        if told.start > span.end:
            near = _ON.fullmatch(document.text, span.end, told.start) is not None
            return _quoting(document, slot, Span(start=span.start, end=told.end)) if near else slot
    return slot


def _not_of_publication(document: Document, slot: Slot[DateWindow], trigger: Span, language: str) -> Slot[DateWindow]:
    """The day told in the trigger's own sentence where the slot has that of a line above: "Pasto, 26 August 2025".

    Only where the sentence tells a single day before the act: of several the extractor knows better.
    """
    span = slot.evidence[0].span
    dates = told_dates(document.text, document.published, language)
    told = told_around(dates, span)
    if told is None or told.span != span or document.published is None or told.stretch.earliest != document.published:
        return slot
    if span.start < FAR_IN_DATELINE and _DATELINE_ENDS.match(document.text, span.end):
        return _told_behind_dateline(document, slot, trigger, dates)
    if "\n" not in document.text[span.end : trigger.start]:
        return slot
    before, after = sentence_around(document.text, trigger.start, trigger.end)
    inside = [one for one in told_within(dates, trigger.start - len(before), trigger.start) if not one.reported]
    if not inside and is_of_head(document, slot, language):
        inside = [one for one in told_within(dates, trigger.end, trigger.end + len(after)) if not one.reported]
    return _quoting(document, slot, inside[0].span) if len(inside) == 1 and inside[0].stretch.unit == "day" else slot


def _told_behind_dateline(
    document: Document, slot: Slot[DateWindow], trigger: Span, dates: tuple[Told, ...]
) -> Slot[DateWindow]:
    """The only day that the trigger's sentence tells besides the dateline's: "IMPHAL, May 19 - Men shot two on May 17"."""
    span = slot.evidence[0].span
    before, after = sentence_around(document.text, trigger.start, trigger.end)
    start, end = max(span.end, trigger.start - len(before)), trigger.end + len(after)
    inside = [one for one in told_within(dates, start, end) if not one.reported]
    return _quoting(document, slot, inside[0].span) if len(inside) == 1 and inside[0].stretch.unit == "day" else slot


def _day_of_point(document: Document, slot: Slot[DateWindow], trigger: Span, language: str) -> Slot[DateWindow]:
    """The day of the act itself behind a length that counts from it: "two days after a strike on a funeral on 10 March"."""
    span = slot.evidence[0].span
    if not ends_open(read_words(slot.raw, language)) or not span.end <= trigger.start <= span.end + NEAR:
        return slot
    if any(mark in document.text[span.end : trigger.start] for mark in ",;:.\n"):
        return slot
    _, after = sentence_around(document.text, trigger.start, trigger.end)
    dates = told_dates(document.text, document.published, language)
    behind = [one for one in told_within(dates, trigger.end, trigger.end + len(after)) if not one.reported]
    inside = [one for one in behind if not ends_open(read_words(document.text[one.span.start : one.span.end], language))]
    return _quoting(document, slot, inside[0].span) if inside else slot


def _quoting(document: Document, slot: Slot[DateWindow], span: Span) -> Slot[DateWindow]:
    evidence = document.quote(span.start, span.end)
    return replace(slot, raw=evidence.quote, evidence=(evidence,))
