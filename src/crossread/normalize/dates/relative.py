"""Points told by their turn: "last Friday", "this week", "over the weekend", "the second day"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from crossread.normalize.dates.bearings import Bearings, find_number, find_value, is_uncounted, told_unit
from crossread.normalize.dates.calendar import (
    Stretch,
    day_stretch,
    make_day,
    month_stretch,
    shift_month,
    week_stretch,
    year_stretch,
)
from crossread.normalize.dates.counted import WEEKS, back_by, told_amount
from crossread.normalize.dates.words import DAY_OFFSETS, Word


def read_weekday(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """The most recent such day up to publication; strictly before it with "last"; after it when the future is told."""
    weekday, turn = find_number(words, "D"), find_value(words, "lLhxvfs")
    pointed = turn in ("previous", "following", "same") and bearings.told_day is not None
    base = bearings.told_day if pointed else bearings.published
    if weekday is None or base is None:
        return None
    back = (base.isoweekday() - weekday) % 7
    if turn in ("next", "following"):
        return day_stretch(base + timedelta(days=(-back) % 7 or 7), dated=False)
    if bearings.future and turn is None:
        return day_stretch(base + timedelta(days=(-back) % 7), dated=False)
    ago = back or (7 if turn in ("last", "previous", "before_last") else 0)
    return day_stretch(base - timedelta(days=ago + (7 if turn == "before_last" else 0)), dated=False)


def read_weekday_weeks_ago(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "a week ago on Saturday": so many weeks before the last Saturday."""
    day = read_weekday([word for word in words if word.tag == "D"], replace(bearings, future=False))
    found = back_by(day.earliest, told_amount(words), told_unit(words)) if day and day.earliest else None
    return day_stretch(found, dated=False) if found and told_unit(words) in WEEKS else None


def read_weekday_of_week(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "Monday of last week"."""
    weekday, week = find_number(words, "D"), read_week(words, bearings)
    return day_stretch(week.earliest + timedelta(days=weekday - 1), dated=False) if weekday and week and week.earliest else None


def read_day_of_month(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the 22nd", "Mon 23": after the last date told if that has such a day soon, else the latest up to publication.

    Of a month told right before in the sentence ("In August, five were found on the 11th") it is that month's.
    """
    day, base = find_number(words, "NOj"), bearings.published
    if day is None or base is None or not 1 <= day <= 31:
        return None
    month = bearings.month.earliest if bearings.month else None
    of_month = make_day(month.year, month.month, day) if month else None
    if of_month and of_month <= base:
        return day_stretch(of_month, dated=False)
    anchor = bearings.anchor.earliest if bearings.anchor and bearings.anchor.earliest else None
    if anchor and anchor <= base:
        ahead = [make_day(*shift_month(anchor.year, anchor.month, by), day) for by in (0, 1)]
        found = next((d for d in ahead if d and anchor <= d <= base), None) or make_day(anchor.year, anchor.month, day)
        if found and found <= base:
            return day_stretch(found, dated=False)
    found = next((d for by in (0, -1, -2) if (d := make_day(*shift_month(base.year, base.month, by), day)) and d <= base), None)
    return day_stretch(found, dated=False) if found else None


def read_relative_day(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "today", "yesterday": counted from publication."""
    offset = DAY_OFFSETS[find_value(words, "r") or "today"]
    return day_stretch(bearings.published + timedelta(days=offset), dated=False) if bearings.published else None


def read_week(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """A calendar week by its turn: this, last, next; "previous" and "same" count from the last date told."""
    turn = find_value(words, "hlxsvf") or "this"
    pointed = turn in ("same", "previous", "following")
    base = bearings.told_day if pointed else bearings.published
    if base is None:
        return None
    weeks = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(turn, 0)
    return week_stretch(base, weeks=weeks)


def read_this_or_last(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "this week", "late last month", "earlier this year", "the same day", "the previous night's day"."""
    unit, part, turn = told_unit(words), find_value(words, "m"), find_value(words, "hlLxsvf") or "this"
    pointed = turn in ("same", "previous", "following") or (turn == "next" and unit == "day")
    base = bearings.told_day if pointed else bearings.published
    if turn == "same" and unit != "day" and bearings.told and bearings.told.earliest:
        base = bearings.told.earliest
    if base is None:
        return None
    by = {"last": -1, "before_last": -2, "previous": -1, "next": 1, "following": 1}.get(turn, 0)
    if turn == "next" and is_uncounted(words):
        return Stretch(earliest=base, latest=None, unit="day", dated=False)
    if unit in ("day", "hour"):
        return day_stretch(base + timedelta(days=by), dated=False)
    if unit in WEEKS:
        whole = _part_of_week(week_stretch(base, weeks=by * WEEKS[unit]), part)
    elif unit == "month":
        whole = month_stretch(*shift_month(base.year, base.month, by), part=part)
    elif unit == "year":
        whole = year_stretch(base.year + by, part=part)
    else:
        return None
    return whole if by > 0 else whole.until(bearings.published)


def _part_of_week(week: Stretch, part: str | None) -> Stretch:
    """Early Monday to Wednesday, mid Tuesday to Thursday, late Thursday to Sunday; then the bounds are days."""
    if part is None or week.earliest is None:
        return week
    first, last = {"early": (0, 2), "start": (0, 2), "middle": (1, 3), "late": (3, 6)}[part]
    return Stretch(earliest=week.earliest + timedelta(days=first), latest=week.earliest + timedelta(days=last), unit="day")


def read_weekend(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """Saturday and Sunday: this or the last one begun, as the turn and the tense say."""
    turn = find_value(words, "hlLxsvf")
    pointed = turn in ("same", "previous", "following")
    base = bearings.told_day if pointed else bearings.published
    if base is None:
        return None
    saturday = base - timedelta(days=(base.isoweekday() - 6) % 7)
    if turn == "same":
        saturday = base - timedelta(days=base.weekday()) + timedelta(days=5)
    if turn in ("next", "following") or (bearings.future and turn is None) or (turn == "this" and base.isoweekday() == 5):
        saturday += timedelta(days=7)
    elif turn in ("last", "previous", "before_last") and saturday + timedelta(days=1) >= base:
        saturday -= timedelta(days=7)
    if turn == "before_last":
        saturday -= timedelta(days=7)
    return Stretch(earliest=saturday, latest=saturday + timedelta(days=1), unit="day", dated=False)


def read_earlier_in(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "earlier in the week": up to the day before publication, in the week before where it came out on a Monday.

    "Earlier in the day" is that very day: the one told last, else the day of publication.
    """
    if find_value(words, "U") == "day":
        return read_hour_only(words, bearings)
    if bearings.published is None:
        return None
    yesterday = bearings.published - timedelta(days=1)
    found = read_this_or_last(words, replace(bearings, published=yesterday))
    return found.until(yesterday) if found else None


def read_this_report(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "(deaths of) the week": the seven days before publication; "the day" is the one told last."""
    if find_value(words, "U") == "day":
        return read_hour_only(words, bearings)
    if bearings.published is None or find_value(words, "U") != "week":
        return None
    latest = bearings.published - timedelta(days=1)
    return Stretch(earliest=latest - timedelta(days=6), latest=latest, unit="week", dated=False)


def read_other_half_day(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the same morning", "this evening", "the previous evening", "the following morning", once the hour is left out."""
    turn = find_value(words, "shvfxl")
    day = bearings.published if turn in ("this", "last") else bearings.told_day
    by = {"previous": -1, "last": -1, "following": 1, "next": 1}.get(turn or "", 0)
    return day_stretch(day + timedelta(days=by), dated=False) if day else None


def read_hour_only(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """A time of day alone belongs to the last day told (after a night, to the day it ends on), else to publication."""
    anchor = bearings.anchor
    night = anchor and anchor.earliest and anchor.latest == anchor.earliest + timedelta(days=1)
    day = anchor.latest if anchor and night else bearings.told_day
    return day_stretch(day, dated=False) if day else None


def read_nth_day(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the second day" of what began on the last date told; without one, up to publication ("its 12th day")."""
    number = find_number(words, "Oj") or 1
    if told_unit(words) != "day":
        return None
    anchor = bearings.anchor.earliest if bearings.anchor else None
    if anchor:
        return day_stretch(anchor + timedelta(days=number - 1), dated=False)
    base = bearings.published
    return Stretch(earliest=base - timedelta(days=number - 1), latest=base, unit="day", dated=False) if base else None


def read_nth_unit(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the 19th century", else a counted day."""
    number = find_number(words, "Oj") or 0
    if told_unit(words) == "century" and 1 < number < 22:
        return Stretch(earliest=date(100 * number - 100, 1, 1), latest=date(100 * number - 1, 12, 31), unit="century")
    return read_nth_day(words, bearings)
