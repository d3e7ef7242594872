"""What happened right after an act: "five minutes after the shooting", "following the detonations"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from functools import lru_cache

from crossread import patterns as re
from crossread.normalize.dates.anchors import ACTS, Told, sentence_around, told_dates
from crossread.normalize.dates.words import read_words
from crossread.normalize.sentences import sentence_start
from crossread.records import DateWindow, Document, Slot, Span

_LENGTH = (
    r"(?:(?:an?|\d+|[a-z]{3,9}|a few|a couple of)\s+)?(?:hours?|minutes?|moments?|seconds?)|immediately|shortly|soon|right"
)
_BETWEEN = r"(?:(?!in\b|on\b|at\b|of\b|by\b|who\b|and\b)[\w'’-]+\s+){0,2}?"
_SOON = re.compile(
    rf"(?:(?:just|only|barely|less than|within|some|about|around)\s+)*(?:(?:{_LENGTH})\s+after\s+an?"
    rf"|(?:(?:{_LENGTH})\s+after|(?P<following>in\s+the\s+aftermath\s+of|following|after))\s+"
    rf"(?:the|this|that|these|those|both|each))\s+{_BETWEEN}(?P<act>{ACTS})",
    re.IGNORECASE,
)
# "following the flight of the rebels": whatever it is, it is no "following day"
_FOLLOWING = re.compile(
    r"following\s+(?:the|an?|this|that|these|those|his|her|its|their|our)\s+"
    r"(?!(?:\w+\s+)?(?:day|night|morning|evening|afternoon|week|weekend|month|year|hour|minute)s?\b)(?:[\w'’-]+\s+){0,3}?"
    r"(?P<act>[a-z]{4,})(?=\s*(?:[,.;]|$|(?:of|in|on|at|by|to|from|with|against|between|near|police|soldiers)\b))",
    re.IGNORECASE,
)
_DAYS = frozenset("MDYrAXIKWC")
LEAST_WORD = 4  # letters by which "raid" is "raided"
LONGEST_ACT = 1  # days from the first to the last of an act ("on 9 and 10 February")
NEAR = 600  # characters before in which the last day told is that of the act


def comes_after_act(document: Document, slot: Slot[DateWindow], language: str) -> bool:
    """True for words that only say that it came soon after an act, of which they tell no day."""
    if not slot.evidence or any(word.tag in _DAYS for word in read_words(slot.raw, language)):
        return False
    start = slot.evidence[0].span.start
    return _SOON.match(document.text, start) is not None or _FOLLOWING.match(document.text, start) is not None


def day_after_act(document: Document, slot: Slot[DateWindow], language: str) -> DateWindow | None:
    """The day of the act itself where one is told, the first day that it can be of "following the attack"; never publication.

    The act's day is the one behind it in its clause, else that of the last sentence with the same word, else the day told last.
    """
    span = slot.evidence[0].span
    soon = _SOON.match(document.text, span.start)
    match = soon or _FOLLOWING.match(document.text, span.start)
    told = _day_told(document, span, match, language) if match else None
    if match is None or told is None or told.stretch.earliest is None:
        return None
    first, last = told.stretch.earliest, told.stretch.latest
    if soon is None or soon["following"]:
        return DateWindow(earliest=first, latest=None, precision="unknown")
    return DateWindow(earliest=first, latest=last, precision="day" if first == last else "days")


def _day_told(document: Document, span: Span, match: re.Match[str], language: str) -> Told | None:
    days = _days(document.text, document.published, language)
    clause = re.split(r"[,;:]", sentence_around(document.text, match.end(), match.end())[1])[0]
    next_day = bisect_left(days, match.end(), key=lambda one: one.span.start)
    behind = next((one for one in days[next_day : next_day + 1] if one.span.start < match.end() + len(clause)), None)
    last = span.start
    if match.re is _FOLLOWING:
        last = min(last, sentence_start(document.text, span.start))
    before = range(bisect_right(days, last, key=lambda one: one.span.end))
    word = re.compile(rf"\b{re.escape(match['act'].lower()[:LEAST_WORD])}")
    same = (days[at] for at in reversed(before) if word.search(_sentence(document.text, days[at].span)))
    near = days[before[-1]] if before and days[before[-1]].span.end >= span.start - NEAR and match.re is _SOON else None
    return behind or next(same, near)


@lru_cache(maxsize=4)
def _days(text: str, published: date | None, language: str) -> tuple[Told, ...]:
    """The days that a report tells."""
    return tuple(one for one in told_dates(text, published, language) if _is_day(one))


def _sentence(text: str, span: Span) -> str:
    return "".join(sentence_around(text, span.start, span.end)).lower()


def _is_day(told: Told) -> bool:
    first, last = told.stretch.earliest, told.stretch.latest
    if told.reported or told.stretch.unit != "day" or first is None or last is None:
        return False
    return (last - first).days <= LONGEST_ACT
