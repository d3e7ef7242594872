"""Acts listed in a sentence, each with its people, verb and place: "One was killed in Mosul and two were hurt in Kirkuk".

Of 14 hand-coded sentences in which a count opens a second act, with people and a place of another name, behind "," or "and",
all 14 tell two claims. A quarter or a hospital is no other place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossread import patterns as re
from crossread.extract.heads import Mention

_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|several|another|at\sleast|\d[\d,]*)"
_BETWEEN = re.compile(rf",?\sand\s(?={_COUNT}\s)|,\s(?={_COUNT}\s(?!of\s))", re.IGNORECASE)
_COUNTED = re.compile(rf"{_COUNT}\b", re.IGNORECASE)
_SUFFERS = re.compile(r"\s(?:was|were|had\sbeen|have\sbeen|has\sbeen)\s", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z]\w+")
_QUARTER = re.compile(r"\b(?:district|quarter|neighbou?rhood|suburb|area|hospital|clinic|morgue)\b", re.IGNORECASE)


def iter_listed_acts(text: str, told: Sequence[Mention]) -> Iterator[int]:
    """Where each act but the first of a sentence begins; `told` are its triggers and mentions in the order of their places."""
    if sum(m.category == "trigger" for m in told) < 2:
        return
    start, end = told[0].start, max(m.end for m in told)
    for match in _BETWEEN.finditer(text, start, end):
        left = [m for m in told if start <= m.start and m.end <= match.start()]
        right = [m for m in told if m.start >= match.end()]
        stop = next(
            (at.start() for at in _BETWEEN.finditer(text, match.end(), end) if _is_act(text, _within(right, at.start()))), end
        )
        own = _within(right, stop)
        if not (_is_act(text, left) and _is_act(text, own)) or _names(text, left) & _names(text, own):
            continue
        if own[0].start == match.end() and own[0].category != "time":
            yield match.start()
            start = match.end()


def _within(told: Sequence[Mention], end: int) -> list[Mention]:
    return [m for m in told if m.end <= end]


def _is_act(text: str, told: Sequence[Mention]) -> bool:
    """True for somebody counted, or a thing that suffers, then a trigger, then a place with a name that is no quarter."""
    first = next((m for m in told if m.category == "trigger"), None)
    if first is None:
        return False
    hurt = any(m.end <= first.start and _is_hurt(text, m) for m in told)
    places = [m for m in told if m.category == "place" and m.start >= first.end]
    named = [m for m in places if _NAME.search(text, m.start, m.end) and not _QUARTER.search(text, m.start, m.end)]
    return hurt and len(named) == len(places) > 0


def _is_hurt(text: str, mention: Mention) -> bool:
    """True for "two soldiers" and for "a school" of "a school was torched"."""
    counted = mention.category == "harm" and _COUNTED.match(text, mention.start) is not None
    return counted or (mention.category == "object" and _SUFFERS.match(text, mention.end) is not None)


def _names(text: str, told: Sequence[Mention]) -> set[str]:
    return {name for m in told if m.category == "place" for name in _NAME.findall(text[m.start : m.end])}
