"""Stretches of a year by its months or quarters: "the first seven months of 2018", "the first three quarters of the year"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from crossread import patterns as re
from crossread.normalize.dates.bearings import Bearings
from crossread.normalize.dates.calendar import Stretch, month_end

MONTHS_A_QUARTER = 3
_NUMBERS = {word: number for number, word in enumerate("two three four five six seven eight nine ten eleven".split(), start=2)}
_FIRST = re.compile(
    rf"(?:(?:in|during|over|for|within)\s+)?(?:the\s+)?(?P<end>first|last)\s+(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})\s+(?P<unit>months|quarters)\s+"
    r"of\s+(?:(?P<year>\d{4})|(?P<turn>the|this|last)\s+year)",
    re.IGNORECASE,
)


def first_months(raw: str, bearings: Bearings) -> Stretch | None:
    """The months that the words name as the first or last ones of a year; None for all other words.

    "The year" is the one of publication, or the year before where the months were not over then or the report is on that
    year. All 27 coded totals with "the first eight months of the year" and the like are of such months, none of the last ones
    before publication.
    """
    return _months(_FIRST.fullmatch(raw.strip()), bearings)


def months_in(text: str, bearings: Bearings) -> Iterator[tuple[int, Stretch]]:
    """Such months told in running text, each with the place where they end."""
    for match in _FIRST.finditer(text):
        found = _months(match, bearings)
        if found:
            yield match.end(), found


def _months(match: re.Match[str] | None, bearings: Bearings) -> Stretch | None:
    number = (_NUMBERS.get(match["number"].lower()) or int(match["number"])) if match else 0
    number = number * MONTHS_A_QUARTER if match and match["unit"].lower() == "quarters" else number
    if match is None or not 1 < number < 12:
        return None
    first, last = (1, number) if match["end"].lower() == "first" else (13 - number, 12)
    year = int(match["year"]) if match["year"] else year_meant(match["turn"].lower(), last, bearings)
    return Stretch(earliest=date(year, first, 1), latest=month_end(year, last), unit="month") if year else None


def year_meant(turn: str, last: int, bearings: Bearings) -> int | None:
    """The year that "the year" or "last year" is for months that end (or begin) with the `last` one."""
    published = bearings.published
    if published is None:
        return None
    over = turn == "this" or month_end(published.year, last) <= published
    before = turn == "last" or (turn == "the" and (bearings.looks_back or not over))
    return published.year - 1 if before else published.year
