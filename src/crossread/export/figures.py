"""The figures of a comparison without the words beside them, which may tell a place, a day or a name."""

from __future__ import annotations

from crossread import patterns as re
from crossread.records import Count
from crossread.weigh import say_count

_FIGURE = re.compile(r"(?:(?:at least|about|up to)\s+)?\d[\d,]*(?:–\d[\d,]*)?")
UNTOLD = say_count(None)
_IN_WORDS = (UNTOLD, say_count(Count(low=None, high=None, qualifier="vague")))


def only_figures(text: str) -> str:
    """`37` of `37 (27 civilians + 10 fighters)`, `8–32` of `8–32 (32: residents; 8: Police)`, `10 + told without number`."""
    parts = text.partition(" (")[0].split(" + ")
    return " + ".join(map(_figure, parts))


def _figure(part: str) -> str:
    if part in _IN_WORDS:
        return part
    found = _FIGURE.match(part)
    return found.group() if found else UNTOLD
