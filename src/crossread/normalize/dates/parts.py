"""Parts of larger stretches: quarters and halves of a year, halves of a month, days of an Islamic month, weeks by a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from crossread.normalize.dates.absolute import read_calendar_day, read_calendar_month, read_calendar_year, read_feast
from crossread.normalize.dates.bearings import Bearings, find_number, find_value, find_word, told_unit, told_year
from crossread.normalize.dates.calendar import (
    ISLAMIC_SLACK,
    Stretch,
    day_stretch,
    islamic_day,
    islamic_year_near,
    make_day,
    month_end,
    shift_month,
    week_stretch,
)
from crossread.normalize.dates.months import year_meant
from crossread.normalize.dates.relative import read_this_or_last
from crossread.normalize.dates.words import Word

QUARTER, HALF_YEAR = 3, 6  # months
FORTNIGHT = 15  # days of the first half of a month
HIJRI_YEARS = range(1300, 1500)
_HALVES = ("half", "half_year", "half_month")


def read_part_of_year(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the first quarter of 2020", "H1 2020", "the second half of last year", up to publication."""
    year, part, number = told_year(words, bearings), find_value(words, "Gq"), _ordinal(words)
    months, count = (QUARTER, 4) if part == "quarter" else (HALF_YEAR, 2)
    number = count if number == -1 else number
    if year is None or part == "half_month" or not 1 <= number <= count:
        return None
    if find_word(words, "Yyzlhs") is None:  # "the second half of the year"
        year = year_meant("the", (number - 1) * months + 1, bearings) or year
    last = month_end(year, number * months)
    unit = "season" if months == QUARTER else "year"
    return Stretch(earliest=date(year, (number - 1) * months + 1, 1), latest=last, unit=unit).until(bearings.published)


def read_half_of_month(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the first half of January": the 1st to the 15th; the second half runs to the month's end."""
    whole = read_calendar_month([word for word in words if word.tag in "MYyz"], bearings)
    number = _ordinal(words)
    if whole is None or whole.earliest is None or find_value(words, "Gq") not in _HALVES or number not in (1, 2, -1):
        return None
    first = whole.earliest
    end = month_end(first.year, first.month)
    middle = first + timedelta(days=FORTNIGHT - 1)
    return Stretch(earliest=first, latest=middle, unit="week") if number == 1 else _second_half(middle, end)


def _second_half(middle: date, end: date) -> Stretch:
    return Stretch(earliest=middle + timedelta(days=1), latest=end, unit="week")


def read_day_of_turned_month(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "on the third of this month", "the 27th of last month"; in "the third (attack) this month" the month alone is told.

    Both of two coded are that day of that month. A day of this month that is still to come is none of an act told as past.
    """
    base, turn = bearings.published, find_value(words, "lhs")
    if words[1].start - words[0].end != len(" of ") or told_unit(words) != "month":
        return read_this_or_last(words[1:], bearings)
    if turn == "same" and bearings.told:
        base = bearings.told.earliest
    if base is None:
        return None
    found = make_day(*shift_month(base.year, base.month, -1 if turn == "last" else 0), _ordinal(words))
    ahead = found and bearings.published and found > bearings.published and not bearings.future
    return day_stretch(found, dated=False) if found and not ahead else None


def read_decade_of_years(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "les années 1990", "la década de 1990", "los años 90"; "l'année 1990" is a year."""
    year, short = find_number(words, "Y"), find_number(words, "N")
    if find_value(words, "U") in ("years", "decade", "decades"):
        first = year if year is not None else 1900 + short if short is not None and 10 <= short <= 90 else None
        if first is not None and first % 10 == 0:
            return Stretch(earliest=date(first, 1, 1), latest=date(first + 9, 12, 31), unit="year")
    return read_calendar_year([word for word in words if word.tag == "Y"], bearings) if year is not None else None


def read_week_of_day(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the week of 14 January" is the calendar week that holds it, "the week beginning 14 January" the seven days from it."""
    rest = [word for word in words if word.tag not in "UmSF"]
    day = read_feast(rest, bearings) if find_word(rest, "X") else read_calendar_day(rest, bearings)
    if day is None or day.earliest is None or told_unit(words) != "week":
        return day
    if find_word(words, "mSF"):
        return Stretch(earliest=day.earliest, latest=day.earliest + timedelta(days=6), unit="week", dated=day.dated)
    return replace(week_stretch(day.earliest), dated=day.dated)


def read_islamic_day(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "12 Ramadan 1439", "the third day of Ramadan": a day of slack either side, as for the month.

    A weekday told with it is the one of these three days ("Tuesday, 2 Ramadan").
    """
    weekday = find_number(words, "D")
    words = [word for word in words if word.tag != "D"]
    month, day = find_number(words, "I") or 1, next(int(word.value) for word in words if word.tag in "NOj")
    told = next((int(word.value) for word in words[1:] if word.tag == "N" and int(word.value) in HIJRI_YEARS), None)
    common = told_year(words, bearings)
    base = date(common, 12, 31) if common is not None else bearings.published
    if not 1 <= day <= 30 or (told is None and base is None):
        return None
    turns = [told] if told is not None or base is None else [islamic_year_near(base) + by for by in (-1, 0, 1)]
    days = [islamic_day(turn, month, day) for turn in turns if turn is not None]
    begun = [found for found in days if told is not None or (base is not None and found <= base)]
    if not begun:
        return None
    around = [begun[-1] + by for by in (-ISLAMIC_SLACK, timedelta(0), ISLAMIC_SLACK)]
    fits = [found for found in around if found.isoweekday() == weekday]
    return Stretch(earliest=(fits or around)[0], latest=(fits or around)[-1], unit="day")


def read_day_of_feast(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the first day of Eid al-Fitr": counted from the feast's first day."""
    whole, number = read_feast([word for word in words if word.tag in "XYyzlh"], bearings), _ordinal(words)
    if whole is None or whole.earliest is None or whole.latest is None or number < 1 or told_unit(words) != "day":
        return None
    by = timedelta(days=number - 1)
    return replace(whole, earliest=whole.earliest + by, latest=whole.latest + by)


def _ordinal(words: Sequence[Word]) -> int:
    """The ordinal told, -1 for "last" and where none is told, 0."""
    number = find_number(words, "Oj")
    return number if number is not None else -1 if find_word(words, "lp") else 0
