"""Dates in figures that read both ways ("03/04/2018"): which of day and month comes first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from crossread import patterns as re
from crossread.normalize.dates.bearings import Bearings, find_value, whole_year
from crossread.normalize.dates.calendar import Stretch, day_stretch, make_day
from crossread.normalize.dates.words import Word

# Units that the time between the two readings of a date in figures is called by, with the most days each stands for.
EITHER_UNITS = ((1, "day"), (14, "week"), (38, "month"), (100, "season"), (366, "year"))
_FIGURES = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)")
_SHORT = re.compile(r"(?:^[ \t]*(?:[-–—•*·▪●]\s*)?|\b[Oo]n\s)(\d{1,2})/(\d{1,2})(?=\s*[-–—:|]|[,.]?\s|$)(?!/)", re.MULTILINE)
PADDED = len("02/05")
LEAP_YEAR = 2000  # has every day that a month can have
LATELY = timedelta(days=31)  # before publication, in which a bulletin's day in figures lies


def read_either_day(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "12/03/2019" where both orders are in use: the order of the report's other dates, else the day that is not yet to come.

    Where neither tells, the time from the one to the other: its unit is its length, so that it anchors no "next day".
    """
    figures = find_value(words, "C") or ""
    first, second, *year = (int(part) for part in figures.split("/"))
    if not year:
        return _read_without_year(first, second, bearings, padded=len(figures) == PADDED)
    day_first, month_first = _both_days(first, second, year[0], published=bearings.published)
    if day_first is None or month_first is None:
        return None
    if bearings.day_first is not None:
        return day_stretch(day_first if bearings.day_first else month_first)
    days = sorted((day_first, month_first))
    if bearings.published and days[0] <= bearings.published < days[1] and not bearings.future:
        return day_stretch(days[0])
    length = (days[1] - days[0]).days + 1
    return Stretch(earliest=days[0], latest=days[1], unit=next(unit for most, unit in EITHER_UNITS if length <= most))


def _read_without_year(first: int, second: int, bearings: Bearings, *, padded: bool) -> Stretch | None:
    """ "12/01" in the order of the report's other dates, else as the day of the last weeks where the other is none.

    "2/5" without such others may as well count the parts of a thread.
    """
    base = bearings.published
    if base is None:
        return None
    days = [_last_such_day(day, month, base) for day, month in ((first, second), (second, first))]
    if bearings.day_first is not None:
        found = days[0 if bearings.day_first else 1]
    else:
        near = [day for day in days if padded and day is not None and base - day <= LATELY]
        found = near[0] if len(near) == 1 else None
    return day_stretch(found, dated=False) if found else None


def _last_such_day(day: int, month: int, published: date) -> date | None:
    found = make_day(published.year, month, day)
    return found if found is None or found <= published else make_day(published.year - 1, month, day)


@lru_cache(maxsize=8)
def day_comes_first(text: str, published: date | None) -> bool | None:
    """Whether a text writes the day before the month in figures; None where none of its dates tells, or they disagree.

    Those tell that read only one way ("21/09/23", "17/01 - " at the head of an entry, "on 17/01"); without any,
    those that read the other way would lie after publication.
    """
    found: set[bool] = set()
    by_publication: set[bool] = set()
    for match in _FIGURES.finditer(text):
        first, second = _both_days(int(match[1]), int(match[3]), int(match[4]), published=published)
        if first is None or second is None:
            found |= {first is not None} if first or second else set()
        elif published is not None and min(first, second) <= published < max(first, second):
            by_publication.add(first < second)
    for match in _SHORT.finditer(text):
        first, second = _both_days(int(match[1]), int(match[2]), LEAP_YEAR, published=None)
        found |= {first is not None} if (first is None) != (second is None) else set()
    decisive = found or by_publication
    return decisive.pop() if len(decisive) == 1 else None


def _both_days(first: int, second: int, year: int, *, published: date | None) -> tuple[date | None, date | None]:
    """The day that the figures are with the day first, and with the month first."""
    year = whole_year(year, published) if year < 100 else year
    return make_day(year, second, first), make_day(year, first, second)
