"""One told point of time ("last Friday", "mid-January 2019", "two days ago") as a stretch of the calendar.

Rules are regular expressions over the shape of the words (see `date_words`), tried in order. Each takes what it needs from
the `Bearings`: the publication date, the last date told before, and whether the sentence speaks of the future.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crossread.normalize.date_calendar import (
    Stretch,
    day_stretch,
    feast,
    islamic_stretch,
    islamic_year_near,
    make_day,
    month_end,
    month_stretch,
    season_stretch,
    shift_month,
    shift_months,
    week_stretch,
    year_stretch,
)
from crossread.normalize.date_words import DAY_OFFSETS, Word, shape_of

WEEKS = {"week": 1, "fortnight": 2}
MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearings:
    """What words that are not a full date are measured from.

    `published` is the report's date, `anchor` the last day told before these words, `told` the last date of any length,
    `future` whether the clause speaks of what is to come, `next_role` the date role of the word that follows ("after",
    "since"), `spans` whether a bare length of time here is one that ends with the report ("in two days").
    """

    published: date | None
    anchor: Stretch | None = None
    told: Stretch | None = None
    future: bool = False
    next_role: str | None = None
    spans: bool = False

    @property
    def year(self) -> int | None:
        """The year words without one belong to: the publication's, else that of the last date told with its year."""
        if self.published:
            return self.published.year
        return self.told.earliest.year if self.told and self.told.dated and self.told.earliest else None

    @property
    def told_day(self) -> date | None:
        """The day a pointing word ("the same day", "two days later") counts from: the last told, else publication."""
        return self.anchor.earliest if self.anchor and self.anchor.earliest else self.published


Rule = Callable[[Sequence[Word], Bearings], Stretch | None]


def read_point(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """The stretch of days one point of time names, or None where no rule reads it or the bearings are missing."""
    shape = shape_of(words)
    for pattern, rule in _RULES:
        if pattern.fullmatch(shape):
            return rule(words, bearings)
    return None


def _of(words: Sequence[Word], tags: str) -> Word | None:
    return next((word for word in words if word.tag in tags), None)


def _unit(words: Sequence[Word]) -> str:
    """The unit told, in the singular; a day where none is."""
    unit = _text(words, "U") or "day"
    return "century" if unit == "centuries" else unit.removesuffix("s")


def _is_plural(words: Sequence[Word]) -> bool:
    """True for "days", "weeks" without a number: how many is not told."""
    return (_text(words, "U") or "").endswith("s") and not any(word.tag == "N" for word in words)


def _number(words: Sequence[Word], tags: str) -> int | None:
    word = _of(words, tags)
    return int(word.value) if word else None


def _text(words: Sequence[Word], tags: str) -> str | None:
    word = _of(words, tags)
    return str(word.value) if word else None


def _year(words: Sequence[Word], bearings: Bearings) -> int | None:
    """The year told, or meant by "last year" and "that year"; a short one falls in the century before publication."""
    year = _number(words, "Y")
    if year is not None:
        return year
    short = _number(words, "y")
    if short is not None:
        century = 2000 if bearings.published is None and short < 50 or bearings.published and 2000 + short <= bearings.published.year + 1 else 1900
        return century + short
    if any(word.tag == "z" or word.tag == "U" and word.value == "year" for word in words):
        turn = _text(words, "zlhspx")
        base = bearings.published.year if bearings.published else None
        if turn == "same":
            return bearings.told.earliest.year if bearings.told and bearings.told.earliest else None
        return base + {"last": -1, "next": 1}.get(turn or "", 0) if base else None
    return None


def _fit_year(months: tuple[int, int], bearings: Bearings) -> int | None:
    """The year for a month (and day) told without one: the last such day up to publication, or the next if the future is told."""
    base = bearings.published
    if base is None:
        return bearings.year
    told = months > (base.month, base.day)
    if bearings.future:
        return base.year if told or months == (base.month, base.day) else base.year + 1
    return base.year - 1 if told else base.year


def _calendar_day(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    month, day = _number(words, "M"), _number(words, "NO")
    if month is None or day is None:
        return None
    told = _year(words, bearings)
    year = told if told is not None else _fit_year((month, day), bearings)
    found = make_day(year, month, day) if year else None
    return day_stretch(found, dated=told is not None) if found else None


def _calendar_month(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    month, part = _number(words, "M"), _text(words, "m")
    if month is None:
        return None
    told = _year(words, bearings)
    year = told
    if year is None:
        first = {"middle": 11, "late": 21}.get(part or "", 1)
        year = _fit_year((month, first), bearings)
        if year and _of(words, "l") and bearings.published and (year, month) == (bearings.published.year, bearings.published.month):
            year -= 1
    if year is None:
        return None
    stretch = month_stretch(year, month, part=part, dated=told is not None)
    return stretch if bearings.future else stretch.until(bearings.published)


def _calendar_year(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    year = _year(words, bearings)
    return year_stretch(year, part=_text(words, "m")).until(bearings.published) if year else None


def _decade(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    first, part = _number(words, "K"), _text(words, "m")
    if first is None:
        return None
    low, high = {"early": (0, 3), "start": (0, 3), "middle": (4, 6), "late": (7, 9)}.get(part or "", (0, 9))
    return Stretch(earliest=date(first + low, 1, 1), latest=date(first + high, 12, 31), unit="year")


def _season(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    season = _text(words, "A") or ""
    told, turn = _year(words, bearings), _text(words, "lhx")
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


def _feast(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    name, told = _text(words, "X") or "", _year(words, bearings)
    if told is not None or len(name) == 10 and name[:4].isdigit():
        return feast(name, told or 1)
    if bearings.year is None:
        return None
    turns = [found for by in (-1, 0, 1) if (found := feast(name, bearings.year + by))]
    base = bearings.published
    if base is None:
        return feast(name, bearings.year)
    if bearings.future or _of(words, "x"):
        return next((s for s in turns if s.latest and s.latest >= base), None)
    return next((replace(s, dated=False) for s in reversed(turns) if s.earliest and s.earliest <= base), None)


def _islamic_month(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    month, told = _number(words, "I") or 1, _year(words, bearings)
    base = date(told, 12, 31) if told is not None else bearings.published
    if base is None:
        return None
    near = islamic_year_near(base)
    turns = [islamic_stretch(near + by, month) for by in (-1, 0, 1)]
    begun = [s for s in turns if s.earliest and s.earliest <= base]
    return begun[-1] if told is not None else begun[-1].until(base)


def _weekday(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """The most recent such day up to publication; strictly before it with "last"; after it when the future is told."""
    weekday, turn = _number(words, "D"), _text(words, "lhxvfs")
    pointed = turn in ("previous", "following", "same") and bearings.told_day is not None
    base = bearings.told_day if pointed else bearings.published
    if weekday is None or base is None:
        return None
    back = (base.isoweekday() - weekday) % 7
    if turn == "next" or turn == "following" or (bearings.future and turn is None):
        return day_stretch(base + timedelta(days=(-back) % 7 or 7), dated=False)
    return day_stretch(base - timedelta(days=back or (7 if turn in ("last", "previous") else 0)), dated=False)


def _weekday_of_week(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    weekday, week = _number(words, "D"), _week(words, bearings)
    return day_stretch(week.earliest + timedelta(days=weekday - 1), dated=False) if weekday and week and week.earliest else None


def _day_of_month(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the 22nd", "Mon 23": after the last date told if that has such a day soon, else the latest up to publication."""
    day, base = _number(words, "NO"), bearings.published
    if day is None or base is None or not 1 <= day <= 31:
        return None
    anchor = bearings.anchor.earliest if bearings.anchor and bearings.anchor.earliest else None
    if anchor and anchor <= base:
        ahead = [make_day(*shift_month(anchor.year, anchor.month, by), day) for by in (0, 1)]
        found = next((d for d in ahead if d and anchor <= d <= base), None) or make_day(anchor.year, anchor.month, day)
        if found and found <= base:
            return day_stretch(found, dated=False)
    found = next((d for by in (0, -1, -2) if (d := make_day(*shift_month(base.year, base.month, by), day)) and d <= base), None)
    return day_stretch(found, dated=False) if found else None


def _relative_day(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    offset = DAY_OFFSETS[_text(words, "r") or "today"]
    return day_stretch(bearings.published + timedelta(days=offset), dated=False) if bearings.published else None


def _week(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """A calendar week by its turn: this, last, next; "previous" and "same" count from the last date told."""
    turn = _text(words, "hlxsvf") or "this"
    pointed = turn in ("same", "previous", "following")
    base = bearings.told_day if pointed else bearings.published
    if base is None:
        return None
    weeks = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(turn, 0)
    return week_stretch(base, weeks=weeks)


def _this_or_last(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "this week", "late last month", "earlier this year", "the same day", "the previous night's day"."""
    unit, part, turn = _unit(words), _text(words, "m"), _text(words, "hlxsvf") or "this"
    pointed = turn in ("same", "previous", "following") or (turn == "next" and unit == "day")
    base = bearings.told_day if pointed else bearings.published
    if turn == "same" and unit != "day" and bearings.told and bearings.told.earliest:
        base = bearings.told.earliest
    if base is None:
        return None
    by = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(turn, 0)
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


def _weekend(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    turn = _text(words, "hlxsvf")
    pointed = turn in ("same", "previous", "following")
    base = bearings.told_day if pointed else bearings.published
    if base is None:
        return None
    saturday = base - timedelta(days=(base.isoweekday() - 6) % 7)
    if turn == "same":
        saturday = base - timedelta(days=base.weekday()) + timedelta(days=5)
    if turn in ("next", "following") or (bearings.future and turn is None) or (turn == "this" and base.isoweekday() == 5):
        saturday += timedelta(days=7)
    elif turn in ("last", "previous") and saturday + timedelta(days=1) >= base:
        saturday -= timedelta(days=7)
    return Stretch(earliest=saturday, latest=saturday + timedelta(days=1), unit="day", dated=False)


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


def _at_distance(day: date | None, number: int, unit: str) -> Stretch | None:
    """So many units back, as finely as the unit lets: days and weeks give a day, months a month, years a year."""
    found = back_by(day, number, unit) if day else None
    if found is None:
        return None
    if unit == "month":
        return month_stretch(found.year, found.month, dated=False)
    if unit in ("year", "decade", "century"):
        return year_stretch(found.year)
    return day_stretch(found, dated=False)


def _amount(words: Sequence[Word]) -> int:
    number = _number(words, "N")
    return number if number is not None else 1


def _ago(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "two days ago" counts from publication; "more than a week ago" and "days ago" only bound the latest."""
    if _is_plural(words) or _of(words, ">"):
        latest = _at_distance(bearings.published, 0 if _is_plural(words) else _amount(words), _unit(words))
        return Stretch(earliest=None, latest=latest.latest, unit="day") if latest else None
    return _at_distance(bearings.published, _amount(words), _unit(words))


def _earlier(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "two days earlier", "the day before" count from the last date told; "the week before" is seven days long."""
    if _is_plural(words) and _unit(words) != "hour":
        return _ago(words, bearings)
    if _unit(words) == "week" and not _of(words, "N") and bearings.told_day:
        start = bearings.told_day - timedelta(days=7)
        return Stretch(earliest=start, latest=start + timedelta(days=6), unit="week", dated=False)
    return _at_distance(bearings.told_day, _amount(words), _unit(words))


def _later(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "two days later", "the day after" count on from the last date told, never beyond publication."""
    unit = _unit(words)
    if _is_plural(words) and unit != "hour":
        return None
    told = bearings.told if unit in MONTHS and bearings.told else bearings.anchor
    day = told.earliest if told and told.earliest else bearings.told_day
    found = _at_distance(day, -_amount(words), unit)
    ahead = found and bearings.published and found.earliest and found.earliest > bearings.published
    return None if ahead and not bearings.future else found


def _after(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "(comes) three days after …": what is told after the word lay so long before the report."""
    if _is_plural(words) and _unit(words) != "hour":
        return _ago(words, bearings)
    return _at_distance(bearings.published, _amount(words), _unit(words))


def _past_units(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the past n days": publication minus n to publication; without a number that is told, only the latest is known."""
    unit = _unit(words)
    if bearings.published is None:
        return None
    if _of(words, "k") or (unit == "hour" and _number(words, "N") is None):
        return Stretch(earliest=None, latest=bearings.published, unit="day")
    number = _amount(words)
    if unit == "hour":
        number, unit = max(1, number // 24), "day"
    earliest = back_by(bearings.published, number, unit)
    unit = unit if unit in ("week", "month", "year") else "day"
    return Stretch(earliest=earliest, latest=bearings.published, unit=unit, dated=False)


def _bare_length(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "Three weeks" is a point where "after" follows, the time up to publication in "in three weeks"; else it dates nothing."""
    if bearings.next_role in ("after", "since"):
        return _after(words, bearings)
    if not bearings.spans or bearings.published is None or _unit(words) in ("decade", "century"):
        return None
    found = _past_units(words, bearings)
    return replace(found, unit="year" if _unit(words) == "year" else "day") if found else None


def _following_time(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the three days that followed": from the last date told on; without a number, up to publication."""
    start = bearings.told_day
    if start is None:
        return None
    end = bearings.published if _is_plural(words) else back_by(start, -_amount(words), _unit(words))
    found = Stretch(earliest=start, latest=end, unit="day", dated=False)
    return found if end and end >= start else None


def _this_report(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "(deaths of) the week": the seven days before publication; "the day" is the one told last."""
    if _text(words, "U") == "day":
        return _hour_only(words, bearings)
    if bearings.published is None or _text(words, "U") != "week":
        return None
    latest = bearings.published - timedelta(days=1)
    return Stretch(earliest=latest - timedelta(days=6), latest=latest, unit="week", dated=False)


def _earlier_in(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "earlier in the week": up to the day before publication, in the week before where it came out on a Monday."""
    if bearings.published is None:
        return None
    yesterday = bearings.published - timedelta(days=1)
    found = _this_or_last(words, replace(bearings, published=yesterday))
    return found.until(yesterday) if found else None


def _week_of_month(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the first week of June" is the 1st to the 7th, the last week the month's last seven days."""
    number = _number(words, "O") or (-1 if _of(words, "lp") else 1)
    whole = _calendar_month([word for word in words if word.tag in "MYyz"], bearings)
    if whole is None or whole.earliest is None or _text(words, "U") != "week":
        return None
    start = whole.earliest
    end = month_end(start.year, start.month)
    first = end - timedelta(days=6) if number < 0 else start + timedelta(days=7 * (number - 1))
    return Stretch(earliest=first, latest=min(first + timedelta(days=6), end), unit="week") if first <= end else None


def _last_weeks_of_month(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the last three weeks of January", "the first ten days of May"."""
    whole = _calendar_month([word for word in words if word.tag in "MYyz"], bearings)
    if whole is None or whole.earliest is None or _unit(words) not in ("day", "week"):
        return None
    days = timedelta(days=_amount(words) * (7 if _unit(words) == "week" else 1) - 1)
    end = month_end(whole.earliest.year, whole.earliest.month)
    if _of(words, "O"):
        return Stretch(earliest=whole.earliest, latest=min(whole.earliest + days, end), unit="day")
    return Stretch(earliest=max(end - days, whole.earliest), latest=end, unit="day")


def _month_of_year(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the first month of this year"."""
    number = _number(words, "O") or 12
    units = [str(word.value) for word in words if word.tag == "U"]
    year = _year(words, bearings)
    return month_stretch(year, number) if year and units[:1] == ["month"] and 1 <= number <= 12 else None


def _nth_day(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the second day" of what began on the last date told; without one, the days up to publication ("enters its 12th day")."""
    number, unit = _number(words, "O") or 1, _text(words, "U")
    if unit != "day":
        return None
    anchor = bearings.anchor.earliest if bearings.anchor else None
    if anchor:
        return day_stretch(anchor + timedelta(days=number - 1), dated=False)
    base = bearings.published
    return Stretch(earliest=base - timedelta(days=number - 1), latest=base, unit="day", dated=False) if base else None


def _nth_weekday(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the last Friday of Ramadan", "the first Monday of May 2018"."""
    inner = [word for word in words if word.tag in "MIYyz"]
    whole = read_point(inner, replace(bearings, published=None) if _year(inner, bearings) else bearings)
    weekday, number = _number(words, "D"), _number(words, "O")
    if whole is None or whole.earliest is None or whole.latest is None or weekday is None:
        return None
    if number is None:
        return day_stretch(whole.latest - timedelta(days=(whole.latest.isoweekday() - weekday) % 7), dated=whole.dated)
    first = whole.earliest + timedelta(days=(weekday - whole.earliest.isoweekday()) % 7)
    return day_stretch(first + timedelta(weeks=number - 1), dated=whole.dated)


def _other_half_day(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """ "the same morning", "this evening", "the previous evening", "the following morning", once the hour is left out."""
    turn = _text(words, "shvfxl")
    day = bearings.published if turn in ("this", "last") else bearings.told_day
    by = {"previous": -1, "last": -1, "following": 1, "next": 1}.get(turn or "", 0)
    return day_stretch(day + timedelta(days=by), dated=False) if day else None


def _hour_only(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """A time of day alone belongs to the last day told, else to publication."""
    day = bearings.told_day
    return day_stretch(day, dated=False) if day else None


_RULES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"m?[Dr]?[NO]M[Yyz]?|m?D?M[NO][Yyz]?", _calendar_day),
        (r"m?M[Yyz]|m?[lhx]?M|b[lh]M", _calendar_month),
        (r"[Olp]UM[Yyz]?", _week_of_month),
        (r"[Olp]NUM[Yyz]?", _last_weeks_of_month),
        (r"OU([Yyz]|[lhs]U)", _month_of_year),
        (r"m?[Yyz]", _calendar_year),
        (r"m?K", _decade),
        (r"[mb]?[lhx]?A([Yyz]|[lhs]U)?", _season),
        (r"[lhx]?X([Yyz]|[lhs]U)?", _feast),
        (r"[mb]?[lh]?I([Yyz]|[lhs]U)?", _islamic_month),
        (r"[mb]?[lphxvfs]?D", _weekday),
        (r"D[lhsvf]U", _weekday_of_week),
        (r"D[NO]|O", _day_of_month),
        (r"[mb]?r|n", _relative_day),
        (r"[lpO]D[MI][Yyz]?", _nth_weekday),
        (r"[mb]?[shvfxl]", _other_half_day),
        (r"[lphxvfs]?W", _weekend),
        (r"[mb]{0,2}[lhsvfx]U|mU", _this_or_last),
        (r"bU", _earlier_in),
        (r"U", _this_report),
        (r"(NU|U)sa", _following_time),
        (r"[pvlhx]NU|[pvlx]kU|pU|b?pU", _past_units),
        (r">?N?Ug", _ago),
        (r"NUb|Ub", _earlier),
        (r"NUa|Ua|wNU", _later),
        (r"NUw|Uw", _after),
        (r"NUS", _after),
        (r"OU", _nth_day),
        (r"OcU", lambda _, bearings: day_stretch(bearings.published, dated=False) if bearings.published else None),
        (r"NU", _bare_length),
        (r"", _hour_only),
    )
)
