"""Which words of a report date a claim: the extractor's, made whole, or those that they only lead to."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from crossread import patterns as re
from crossread.normalize.dates.anchors import Told, sentence_around, told_dates
from crossread.normalize.dates.cuts import led_to, made_whole, quoting
from crossread.normalize.dates.offsets import ends_open
from crossread.normalize.dates.told import told_around, told_within
from crossread.normalize.dates.wars import without_war
from crossread.normalize.dates.words import read_words
from crossread.records import Claim, DateWindow, Document, Slot, Span

_EMPTY_LINE = re.compile(r"\n[ \t]*\n\s*")
_LINE = re.compile(r"\n\s*")
_DATED = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z]|\b[A-Z][a-z]+\.?\s+\d{1,2}\b")
_MONTHS_TOO = frozenset(("may", "march"))
_POINTS_AT_NOTHING = re.compile(r"(?:in |during |over )?the (?:previous|preceding)", re.IGNORECASE)
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
    slot = made_whole(document, _in_one_paragraph(document, slot), language)
    slot = _not_of_publication(document, without_war(document, slot), trigger, language)
    return _day_of_point(document, led_to(document, slot, language), trigger, language)


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
    return start <= _first_long_line(text)


@lru_cache(maxsize=4)
def _first_long_line(text: str) -> int:
    """Where the first line begins that is longer than those of a head."""
    at = 0
    for line in text.splitlines(keepends=True):
        if len(line.splitlines()[0]) > LONGEST_HEAD_LINE:
            break
        at += len(line)
    return at


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
    return quoting(document, slot, Span(start=breaks[-1].end(), end=span.end)) if breaks else slot


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
    return quoting(document, slot, inside[0].span) if len(inside) == 1 and inside[0].stretch.unit == "day" else slot


def _told_behind_dateline(
    document: Document, slot: Slot[DateWindow], trigger: Span, dates: tuple[Told, ...]
) -> Slot[DateWindow]:
    """The only day that the trigger's sentence tells besides the dateline's: "IMPHAL, May 19 - Men shot two on May 17"."""
    span = slot.evidence[0].span
    before, after = sentence_around(document.text, trigger.start, trigger.end)
    start, end = max(span.end, trigger.start - len(before)), trigger.end + len(after)
    inside = [one for one in told_within(dates, start, end) if not one.reported]
    return quoting(document, slot, inside[0].span) if len(inside) == 1 and inside[0].stretch.unit == "day" else slot


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
    return quoting(document, slot, inside[0].span) if inside else slot
