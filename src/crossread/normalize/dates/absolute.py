"""Points of the calendar by name: day, month, year, season, feast; what they leave out comes from the bearings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from crossread.normalize.dates.bearings import Bearings, find_number, find_value, find_word, told_unit, told_year
from crossread.normalize.dates.calendar import (
    EIDS,
    EITHER_EID,
    MONTH_PARTS,
    Stretch,
    day_stretch,
    feast,
    islamic_stretch,
    islamic_year_near,
    make_day,
    month_end,
    month_stretch,
    season_stretch,
    year_stretch,
)
from crossread.normalize.dates.counted import told_amount
from crossread.normalize.dates.words import Word

LONGEST_DAY = 2  # digits
JUST_PAST = 30  # days: a day so lately gone is not put a year ahead by a clause that looks forward


def _fit_year(months: tuple[int, int], bearings: Bearings) -> int | None:
    """The year for a month and day told without one: the last such day up to publication, or the next in the future.

    In a report on the year before ("On September 19 …", published in April) the earlier months belong to that year, too.
    """
    base = bearings.published
    if bearings.lent is not None or base is None:
        return bearings.lent or bearings.year
    told = months > (base.month, base.day)
    if bearings.future:
        just_past = make_day(base.year, *months) if not told else None
        over = just_past is not None and (base - just_past).days <= JUST_PAST
        return base.year if told or over else base.year + 1
    looks_back = bearings.looks_back and months[0] <= base.month and months != (base.month, base.day)
    return base.year - 1 if told or looks_back else base.year


def _counts_others(words: Sequence[Word]) -> bool:
    """True for a number in letters behind the month, which is no day: "In February two (men were killed)"."""
    month, number = find_word(words, "M"), find_word(words, "N")
    return bool(month and number and number.start > month.end and number.end - number.start > LONGEST_DAY)


def read_calendar_day(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "January 25, 2019", "25 January": one day. Without a year the one that fits publication; None where none does.

    "Last November 13" is the last such day before publication. "In late February two men" counts men.
    """
    month, day = find_number(words, "M"), find_number(words, "NOj")
    if month is None or day is None:
        return None
    if _counts_others(words):
        return read_calendar_month([word for word in words if word.tag != "N"], bearings)
    told, base = told_year(words, bearings), bearings.published
    last = bool(words) and any(word.tag == "l" for word in words)
    year = told if told is not None else _fit_year((month, day), replace(bearings, future=False) if last else bearings)
    if last and base and told is None and (month, day) == (base.month, base.day):
        year = base.year - 1
    found = make_day(year, month, day) if year else None
    return day_stretch(found, dated=told is not None) if found else None


def read_calendar_month(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "January 2019", "early March": a month or its beginning, middle or end, cut at publication unless it lies ahead."""
    month, part = find_number(words, "M"), find_value(words, "m")
    if month is None:
        return None
    told = told_year(words, bearings)
    year = told
    if year is None:
        first = {"middle": 11, "late": 21}.get(part or "", 1)
        year = _fit_year((month, first), bearings)
        if (
            year
            and find_word(words, "l")
            and bearings.published
            and (year, month) == (bearings.published.year, bearings.published.month)
        ):
            year -= 1
    if year is None:
        return None
    stretch = month_stretch(year, month, part=part, dated=told is not None)
    return stretch if bearings.future else stretch.until(bearings.published)


def read_calendar_year(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "in 2018", "late 2018": the year or a part of it, cut at publication; None without a year."""
    year = told_year(words, bearings)
    return year_stretch(year, part=find_value(words, "m")).until(bearings.published) if year else None


def read_decade(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the 1990s", "the early 1990s": ten years, or the first, middle or last of them, known to the year."""
    first, part = find_number(words, "K"), find_value(words, "m")
    if first is None:
        return None
    low, high = {"early": (0, 3), "start": (0, 3), "middle": (4, 6), "late": (7, 9)}.get(part or "", (0, 9))
    return Stretch(earliest=date(first + low, 1, 1), latest=date(first + high, 12, 31), unit="year")


def read_season(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "summer 2018", "last winter": without a year the last one begun by publication, or the next where told ahead."""
    season = find_value(words, "A") or ""
    told, turn = told_year(words, bearings), find_value(words, "lhx")
    if told is not None:
        return season_stretch(told, season)
    if bearings.year is None:
        return None
    turns = [season_stretch(bearings.year + by, season, dated=False) for by in (-2, -1, 0, 1)]
    if bearings.published is None:
        return turns[2]
    begun = [s for s in turns if s.earliest and s.earliest <= bearings.published]
    coming = [s for s in turns if s.earliest and s.earliest > bearings.published]
    if turn == "next" or (bearings.future and turn is None):
        return coming[0]
    over = [s for s in begun if s.latest and s.latest < bearings.published]
    return (over if turn == "last" else begun)[-1].until(bearings.published)


def read_feast(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "Christmas Eve", "Eid al-Fitr": without a year the last one begun by publication, or the next where told ahead."""
    name, told = find_value(words, "X") or "", told_year(words, bearings)
    if name == EITHER_EID:
        return _last_eid(bearings) if told is None else None
    if told is not None or (len(name) == 10 and name[:4].isdigit()):
        return feast(name, told or 1)
    if bearings.year is None:
        return None
    turns = [found for by in (-1, 0, 1) if (found := feast(name, bearings.year + by))]
    base = bearings.published
    if base is None:
        return feast(name, bearings.year)
    if bearings.future or find_word(words, "x"):
        return next((s for s in turns if s.latest and s.latest >= base), None)
    return next((replace(s, dated=False) for s in reversed(turns) if s.earliest and s.earliest <= base), None)


def _last_eid(bearings: Bearings) -> Stretch | None:
    """ "Eid" without its name is the last of the two up to publication; in a clause on the future it is the next."""
    base = bearings.published
    if base is None:
        return None
    both = (feast(name, base.year + by) for by in (-1, 0, 1) for name in EIDS)
    turns = sorted((found for found in both if found), key=lambda one: one.earliest or base)
    if bearings.future:
        return next((one for one in turns if one.latest and one.latest >= base), None)
    return next((replace(one, dated=False) for one in reversed(turns) if one.earliest and one.earliest <= base), None)


def read_islamic_month(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "Ramadan", "late Ramadan 2018": the last such month begun by then, with a day of slack for the moon."""
    month, told = find_number(words, "I") or 1, told_year(words, bearings)
    base = date(told, 12, 31) if told is not None else bearings.published
    if base is None:
        return None
    near = islamic_year_near(base)
    turns = [islamic_stretch(near + by, month) for by in (-1, 0, 1)]
    begun = [s for s in turns if s.earliest and s.earliest <= base]
    whole = begun[-1] if told is not None else begun[-1].until(base)
    return _part_of_islamic_month(whole, find_value(words, "m"))


def _part_of_islamic_month(month: Stretch, part: str | None) -> Stretch:
    """Early, middle or late in the month, cut as other months are; the moon's day of slack stays.

    A part that has not begun by the end of the stretch is on no known day.
    """
    if part is None or month.earliest is None or month.latest is None:
        return month
    first, last = MONTH_PARTS[part]
    begin = month.earliest + timedelta(days=first - 1)
    if begin > month.latest:
        return Stretch(earliest=None, latest=None, unit="week")
    return replace(month, earliest=begin, latest=min(month.earliest + timedelta(days=last + 1), month.latest), unit="week")


def read_week_of_month(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the first week of June" is the 1st to the 7th, the last week its last seven days; "the first days" are early."""
    number = find_number(words, "Oj") or (-1 if find_word(words, "lp") else 1)
    whole = read_calendar_month([word for word in words if word.tag in "MYyz"], bearings)
    if whole is not None and whole.earliest is not None and find_value(words, "U") == "days" and number in (1, -1):
        part = "early" if number == 1 else "late"
        return month_stretch(whole.earliest.year, whole.earliest.month, part=part, dated=whole.dated)
    if whole is None or whole.earliest is None or find_value(words, "U") != "week":
        return None
    start = whole.earliest
    end = month_end(start.year, start.month)
    first = end - timedelta(days=6) if number < 0 else start + timedelta(days=7 * (number - 1))
    return Stretch(earliest=first, latest=min(first + timedelta(days=6), end), unit="week") if first <= end else None


def read_last_weeks_of_month(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the last three weeks of January", "the first ten days of May"."""
    whole = read_calendar_month([word for word in words if word.tag in "MYyz"], bearings)
    if whole is None or whole.earliest is None or told_unit(words) not in ("day", "week"):
        return None
    days = timedelta(days=told_amount(words) * (7 if told_unit(words) == "week" else 1) - 1)
    end = month_end(whole.earliest.year, whole.earliest.month)
    if find_word(words, "Oj"):
        return Stretch(earliest=whole.earliest, latest=min(whole.earliest + days, end), unit="day")
    return Stretch(earliest=max(end - days, whole.earliest), latest=end, unit="day")


def read_month_of_year(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the first month of this year"."""
    number = find_number(words, "Oj") or 12
    units = [str(word.value) for word in words if word.tag == "U"]
    year = told_year(words, bearings)
    return month_stretch(year, number) if year and units[:1] == ["month"] and 1 <= number <= 12 else None


def read_nth_weekday(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the last Friday of Ramadan", "the first Monday of May 2018"."""
    inner = [word for word in words if word.tag in "MIYyz"]
    read = read_islamic_month if find_word(words, "I") else read_calendar_month
    whole = read(inner, replace(bearings, published=None) if told_year(inner, bearings) else bearings)
    weekday, number = find_number(words, "D"), find_number(words, "Oj")
    if whole is None or whole.earliest is None or whole.latest is None or weekday is None:
        return None
    if number is None:
        return day_stretch(whole.latest - timedelta(days=(whole.latest.isoweekday() - weekday) % 7), dated=whole.dated)
    first = whole.earliest + timedelta(days=(weekday - whole.earliest.isoweekday()) % 7)
    return day_stretch(first + timedelta(weeks=number - 1), dated=whole.dated)
