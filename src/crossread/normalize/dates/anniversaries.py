"""Full anniversaries: "a year ago today", "ten years ago this Friday", "one year to the day" name the day itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from crossread import patterns as re
from crossread.normalize.dates.bearings import Bearings, find_number, told_unit
from crossread.normalize.dates.calendar import Stretch, day_stretch
from crossread.normalize.dates.counted import MONTHS, WEEKS, back_by, told_amount
from crossread.normalize.dates.relative import read_relative_day, read_weekday
from crossread.normalize.dates.words import Word, shape_of

# "(on a Monday) a year ago today", "ten years ago (this) Friday", "one year to the day (after)", "a year on Sunday since"
_ANNIVERSARY = re.compile(r"D?NUg(?P<today>r)|NUg(?P<turn>h?D)|NU-(?P<same>U)[wS]?|NU(?P<on>D)S")
LATELY = timedelta(days=10)  # before the report, in which the day lies from which "a year to the day" is counted
HALF_WEEK = 3  # days up to which "a year ago on Friday" may be counted from a Friday to come


def read_anniversary(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """The day so many years (months, weeks) before the day of the report, or before the weekday nearest to it.

    "A year to the day" is counted from the day told before: in both coded reports that tell it, that of a commemoration.
    """
    match, base = _ANNIVERSARY.fullmatch(shape_of(words)), bearings.published
    if match is None or base is None:
        return None
    unit, weekday = told_unit(words), match["turn"] or match["on"]
    if unit not in MONTHS and unit not in WEEKS:
        return None
    if match["same"] and words[-1 if words[-1].tag == "U" else -2].value != "day":
        return None
    if weekday and unit in WEEKS:
        found = read_weekday([word for word in words if word.tag == "D"], replace(bearings, future=False))
        base = found.earliest if found and found.earliest else base
    elif weekday:
        base = _nearest(base, find_number(words, "D") or 1)
    elif match["same"] and bearings.told_day and timedelta(0) <= base - bearings.told_day <= LATELY:
        base = bearings.told_day
    elif match["today"]:
        told = read_relative_day([word for word in words if word.tag == "r"], bearings)
        base = told.earliest if told and told.earliest else base
    day = back_by(base, told_amount(words), unit)
    return day_stretch(day) if day else None


def _nearest(day: date, weekday: int) -> date:
    """That weekday up to three days before or after a day."""
    ahead = (weekday - day.isoweekday()) % 7
    return day + timedelta(days=ahead if ahead <= HALF_WEEK else ahead - 7)
