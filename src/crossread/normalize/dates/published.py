"""Reports of which only the month or year of publication is known: relative dates are as wide as that lets them be."""

from __future__ import annotations

from datetime import date

from crossread import patterns as re
from crossread.normalize.dates.calendar import month_end
from crossread.records import DateWindow

_TOLD = re.compile(r"([12]\d{3})(?:-(0[1-9]|1[0-2]))?")
# Longest span of days, both included, that a precision stands for where the words are counted from an unknown day.
_LONGEST = ((1, "day"), (7, "days"), (15, "week"), (38, "month"), (100, "season"))


def publication_bounds(told: str | None) -> tuple[date, date] | None:
    """The first and last day on which a report "published 2016-10" or "2016" can have come out; None for anything else."""
    match = _TOLD.fullmatch(told or "")
    if match is None:
        return None
    year, month = int(match[1]), match[2]
    return date(year, int(month or 1), 1), month_end(year, int(month or 12))


def window_between(first: DateWindow | None, last: DateWindow | None) -> DateWindow | None:
    """What the same words name if the report came out on the first or the last of the days it can have come out on.

    "today" in a report of October is any day of October; "last July" is that July either way. Words that only one of the two
    days can resolve stay open.
    """
    if first is None or last is None or first == last:
        return first if first == last else None
    earliest, latest = first.earliest, last.latest
    if earliest is None or latest is None or first.latest is None or earliest > latest:
        return DateWindow(earliest=None, latest=latest, precision="unknown") if latest else None
    days = (latest - earliest).days + 1
    precision = next((name for most, name in _LONGEST if days <= most), "year")
    return DateWindow(earliest=earliest, latest=latest, precision=precision, flags=last.flags)
