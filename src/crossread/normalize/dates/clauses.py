"""The day of the clause in which an act is told: "found dead on Wednesday, three days after he was seized"."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import Told, sentence_around, told_dates
from crossread.normalize.dates.offsets import ends_open
from crossread.normalize.dates.told import told_within
from crossread.normalize.dates.words import read_words
from crossread.records import Claim, DateWindow, Document, Slot, Span

SEVERAL = 2  # lengths in a sentence of which each leads in its own act
_AFTER = re.compile(r"\bafter\s+(?!that\b|this\b|which\b)[^,.;:\n]*$", re.IGNORECASE)
_MARK = re.compile(r"[,;:.\n]")
_HOURS = re.compile(r"\bhours?\b", re.IGNORECASE)
# "Colonel Costa, who had led the (raid)", "an informer responsible for the (arrest)": it is told as somebody's past
_PAST_OF_ONE = re.compile(
    r"\b(?:(?:who|which|whom)\s+(?:had|has|have)|(?:responsible|wanted|blamed|suspected|convicted|accused)\s+(?:for|of))\s+"
    r"(?:[\w'’-]+\s+){0,8}$"
)
_OTHER_VERB = re.compile(r"\b(?:was|were|is|are|has|have|had|said|after|before|when|while|and|but)\b|[,;:.\n]")
# ", which fought Israel in (2006), (has sent thousands)"; what a war began in is the time of its dead
_RELATIVE = re.compile(r",\s+(?:who|which)\s(?!began\b|started\b|broke\b|erupted\b)[^,.;:\n()]*$")
_CLOSED = re.compile(r"[^,.;:\n()]{0,60},")
_STOPPED = re.compile(r"[.;\n]\s")
LONGEST_CLAUSE = 160  # characters


def is_of_relative_clause(text: str, claim: Claim) -> bool:
    """True for the year of "Hezbollah, which fought Israel in 2006, has sent fighters" for the sending behind the commas.

    Of 7 coded claims with a day of such a clause before them 6 are told of "where" or of what began; none is told of "which" or
    "who" and what they did. What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.when is None or not claim.when.evidence or claim.when.value is not None:
        return False
    day, trigger = claim.when.evidence[0].span, claim.trigger.span
    closed = _CLOSED.match(text, day.end)
    if closed is None or not closed.end() <= trigger.start <= day.end + LONGEST_CLAUSE:
        return False
    opened = _RELATIVE.search(text, max(0, day.start - LONGEST_CLAUSE), day.start)
    return opened is not None and _STOPPED.search(text, day.end, trigger.start) is None


def day_of_clause(document: Document, slot: Slot[DateWindow], *, trigger: Span, language: str) -> Slot[DateWindow]:
    """The slot on the words that date the clause of the act, where it has those of another clause; else as it is.

    Of 14 coded acts behind a length ("on Friday, a day after a man was shot") nine are dated by it, one, told "hours after", by
    the day; all three behind "after" with a day of their own ("Sunday after men fired rockets on Friday") have that day. Of
    67 told as somebody's past with a day behind them in that clause 65 have it ("nuns who had been seized in May").
    """
    if not slot.evidence or slot.value is not None:
        return slot
    before, after = sentence_around(document.text, trigger.start, trigger.end)
    sentence = range(trigger.start - len(before), trigger.end + len(after))
    if slot.evidence[0].span.start not in sentence:
        return slot
    told = told_within(told_dates(document.text, document.published, language), sentence.start, sentence.stop)
    found = (
        _length_before(document.text, slot, told, trigger, language)
        or _day_behind(document.text, slot, told, trigger)
        or _day_of_past(document.text, slot, told, trigger, before)
    )
    if found is None:
        return slot
    evidence = document.quote(found.start, found.end)
    return replace(slot, raw=evidence.quote, evidence=(evidence,))


def _length_before(text: str, slot: Slot[DateWindow], told: tuple[Told, ...], trigger: Span, language: str) -> Span | None:
    """The last "two days after" before the act, if the slot has another length, or a day that stands before it."""
    span = slot.evidence[0].span
    lengths = [one.span for one in told if _leads_in(text, one.span, language)]
    leading = next((length for length in reversed(lengths) if length.end <= trigger.start), None)
    if leading is None:
        return None
    if span in lengths:
        return leading if len(lengths) >= SEVERAL else None
    of_clause = (
        _MARK.search(text, leading.end, trigger.start) is None and _HOURS.search(text, leading.start, leading.end) is None
    )
    one_day = len([one for one in told if one.span not in lengths]) == 1  # that the length counts from
    return leading if of_clause and one_day and span.start < leading.start else None


def _leads_in(text: str, span: Span, language: str) -> bool:
    """True for "two days after" with what it counts from behind it."""
    words = read_words(text, language, start=span.start, end=span.end)
    return words[-1].tag == "w" and ends_open(words)


def _day_behind(text: str, slot: Slot[DateWindow], told: tuple[Told, ...], trigger: Span) -> Span | None:
    """The day told behind the act in its own clause with "after", if the slot has one from before that clause."""
    span = slot.evidence[0].span
    after = _AFTER.search(text, span.end, trigger.start)
    if after is None:
        return None
    behind = next((one for one in told if one.span.start >= trigger.end), None)
    if behind is None or behind.reported or _MARK.search(text, trigger.end, behind.span.start):
        return None
    return behind.span


def _day_of_past(text: str, slot: Slot[DateWindow], told: tuple[Told, ...], trigger: Span, before: str) -> Span | None:
    """The first day behind an act that is somebody's past, in its clause, if the slot has one from outside that clause."""
    past = _PAST_OF_ONE.search(before)
    span = slot.evidence[0].span
    if past is None or trigger.start - len(before) + past.start() <= span.start < trigger.end:
        return None
    behind = next((one for one in told if one.span.start >= trigger.end), None)
    if behind is None or behind.span.start == span.start or _OTHER_VERB.search(text, trigger.end, behind.span.start):
        return None
    return behind.span if behind.span.end <= span.start or span.end <= trigger.start else None
