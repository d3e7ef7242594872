"""The dates told near a place of a text, found by halving: a long report tells thousands, and every claim asks for its own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from crossread.normalize.dates.anchors import Told, sentence_around
from crossread.normalize.dates.calendar import Stretch
from crossread.records import Span


def told_within(told: tuple[Told, ...], start: int, end: int) -> tuple[Told, ...]:
    """The dates told, of all in their order, whose words begin from one place of the text up to another."""
    first = bisect_left(told, start, key=_begin)
    return told[first : bisect_left(told, end, lo=first, key=_begin)]


def told_around(told: tuple[Told, ...], span: Span) -> Told | None:
    """The date told whose words hold this stretch of the text, if one does."""
    at = bisect_right(told, span.start, key=_begin) - 1
    return told[at] if at >= 0 and told[at].span.contains(span) else None


def told_before(told: tuple[Told, ...], before: int) -> Told | None:
    """The last date told wholly before a place in the text, whatever it is the date of."""
    at = bisect_right(told, before, key=_end) - 1
    return told[at] if at >= 0 else None


def last_told(told: tuple[Told, ...], before: int, *, unit: str | None = None) -> Stretch | None:
    """The last date told wholly before a place in the text; with `unit`, the last one told in that unit.

    What happened "at dawn" did so on the day told last, not on that on which somebody said so, nor on one that a sentence
    looks back to: such a day counts only where no other is told.
    """
    said: Stretch | None = None
    for at in range(bisect_right(told, before, key=_end) - 1, -1, -1):
        one = told[at]
        if unit is not None and one.stretch.unit != unit:
            continue
        if not one.reported and (one.aside is None or before <= one.aside):
            return one.stretch
        said = said or one.stretch
    return said


def told_window(told: tuple[Told, ...], text: str, before: int) -> Stretch | None:
    """The month, season or year that is the last date told before a place in the text, if the same sentence tells it."""
    last = told_before(told, before)
    if last is None or last.stretch.unit not in ("month", "season", "year"):
        return None
    return last.stretch if len(sentence_around(text, before, before)[0]) >= before - last.span.start else None


def _begin(one: Told) -> int:
    return one.span.start


def _end(one: Told) -> int:
    return one.span.end
