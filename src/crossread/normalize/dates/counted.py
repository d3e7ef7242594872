"""Points and lengths told by counting: "two days ago", "the past week", "three days later"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from crossread.normalize.dates.bearings import Bearings, find_number, find_word, is_uncounted, told_unit
from crossread.normalize.dates.calendar import Stretch, day_stretch, month_stretch, shift_months, year_stretch
from crossread.normalize.dates.words import Word

WEEKS = {"week": 1, "fortnight": 2}
MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def back_by(day: date, number: int, unit: str) -> date | None:
    """The day so many units before another (negative: after)."""
    try:
        if unit in WEEKS:
            return day - timedelta(weeks=number * WEEKS[unit])
        if unit in MONTHS:
            return shift_months(day, -number * MONTHS[unit])
        return day - timedelta(days=number if unit == "day" else int(number / 24))
    except (ValueError, OverflowError):
        return None


def at_distance(day: date | None, number: int, unit: str) -> Stretch | None:
    """So many units back, as finely as the unit lets: days and weeks give a day, months a month, years a year."""
    found = back_by(day, number, unit) if day else None
    if found is None:
        return None
    if unit == "month":
        return month_stretch(found.year, found.month, dated=False)
    if unit in ("year", "decade", "century"):
        return year_stretch(found.year)
    return day_stretch(found, dated=False)


def told_amount(words: Sequence[Word]) -> int:
    """How many units are told; one where no number is ("a week ago")."""
    number = find_number(words, "N")
    return number if number is not None else 1


def read_ago(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "two days ago" counts from publication; "more than a week ago" and "days ago" only bound the latest."""
    if is_uncounted(words) or find_word(words, ">"):
        latest = at_distance(bearings.published, 0 if is_uncounted(words) else told_amount(words), told_unit(words))
        if latest is None or latest.latest is None:
            return None
        known = bearings.published or latest.latest  # "several years ago" was no day that is still to come
        return Stretch(earliest=None, latest=min(latest.latest, known), unit="day")
    if find_word(words, "<"):
        return read_past_units([word for word in words if word.tag in "NU"], bearings)
    return at_distance(bearings.published, told_amount(words), told_unit(words))


def read_earlier(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "two days earlier", "the day before" count from the last date told; "the week before" is seven days long."""
    if is_uncounted(words) and told_unit(words) != "hour":
        return read_ago(words, bearings)
    if told_unit(words) == "week" and not find_word(words, "N") and bearings.told_day:
        start = bearings.told_day - timedelta(days=7)
        return Stretch(earliest=start, latest=start + timedelta(days=6), unit="week", dated=False)
    return at_distance(bearings.told_day, told_amount(words), told_unit(words))


def read_before_untold(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "two days before the election": counted from something that no date is told of, so no date."""
    return None


def read_later(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "two days later", "the day after" count on from the last date told, never beyond publication."""
    unit = told_unit(words)
    if is_uncounted(words) and unit != "hour":
        return None
    told = bearings.told if unit in MONTHS and bearings.told else bearings.anchor
    day = told.earliest if told and told.earliest else bearings.told_day
    found = at_distance(day, -told_amount(words), unit)
    ahead = found and bearings.published and found.earliest and found.earliest > bearings.published
    return None if ahead and not bearings.future else found


def read_after(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "(comes) three days after …": what is told after the word lay so long before the report.

    What came after it has no day by that ("three days after the vote, men attacked a hotel").
    """
    if is_uncounted(words) and told_unit(words) != "hour":
        return read_ago(words, bearings)
    if not bearings.behind:
        return None
    return at_distance(bearings.published, told_amount(words), told_unit(words))


def read_past_units(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the past n days": publication minus n to publication; without a number that is told, only the latest is known."""
    unit = told_unit(words)
    if bearings.published is None:
        return None
    if find_word(words, "k") or is_uncounted(words) or (unit == "hour" and find_number(words, "N") is None):
        return Stretch(earliest=None, latest=bearings.published, unit="day")
    number = told_amount(words)
    if unit == "hour":
        number, unit = max(1, number // 24), "day"
    earliest = back_by(bearings.published, number, unit)
    unit = "day" if unit in ("day", "fortnight") else "year" if unit in ("decade", "century") else unit
    return Stretch(earliest=earliest, latest=bearings.published, unit=unit, dated=False)


def read_bare_length(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "Three weeks" is a point where "after" follows, the time to publication in "in three weeks"; else no date."""
    if bearings.next_role in ("after", "since"):
        return read_after(words, bearings)
    if not bearings.spans or bearings.published is None or told_unit(words) in ("decade", "century"):
        return None
    found = read_past_units(words, bearings)
    return replace(found, unit="year" if told_unit(words) == "year" else "day") if found else None


def read_following_time(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the three days that followed": from the last date told on; without a number, up to publication."""
    start = bearings.told_day
    if start is None:
        return None
    end = bearings.published if is_uncounted(words) else back_by(start, -told_amount(words), told_unit(words))
    found = Stretch(earliest=start, latest=end, unit="day", dated=False)
    return found if end and end >= start else None
