"""Stretches of a year told by how many of its months: "the first seven months of 2018"."""

from __future__ import annotations

import re
from datetime import date

from crossread.normalize.dates.calendar import Stretch, month_end

_NUMBERS = {word: number for number, word in enumerate("two three four five six seven eight nine ten eleven".split(), start=2)}
_FIRST = re.compile(
    rf"(?:(?:in|during|over|for|within)\s+)?the\s+(?P<end>first|last)\s+(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})\s+months\s+of\s+"
    r"(?P<year>\d{4})",
    re.IGNORECASE,
)


def first_months(raw: str) -> Stretch | None:
    """The months that the words name as the first or last ones of a year; None for all other words."""
    match = _FIRST.fullmatch(raw.strip())
    number = (_NUMBERS.get(match["number"].lower()) or int(match["number"])) if match else 0
    if match is None or not 1 < number < 12:
        return None
    year = int(match["year"])
    if match["end"].lower() == "first":
        return Stretch(earliest=date(year, 1, 1), latest=month_end(year, number), unit="month")
    return Stretch(earliest=date(year, 13 - number, 1), latest=month_end(year, 12), unit="month")
