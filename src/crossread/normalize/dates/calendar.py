"""Stretches of the calendar: months, weeks, seasons, feasts, and how precise a stretch of days is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

UNITS = ("day", "week", "month", "season", "year", "decade", "century")
# The arithmetic (tabular) Islamic calendar may differ by a day from the sighting of the moon in a given country.
ISLAMIC_SLACK = timedelta(days=1)
EITHER_EID, EIDS = "islamic-eid", ("islamic-10-01", "islamic-12-10")  # "Eid" alone is one of the two
SEASON_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
# How "early", "mid" and "late" cut a month (days; CODEBOOK section 6) and a year (months; as the hand-coded reports do).
MONTH_PARTS = {"early": (1, 10), "start": (1, 10), "middle": (11, 20), "late": (21, 31)}
YEAR_PARTS = {"early": (1, 4), "start": (1, 4), "middle": (5, 8), "late": (9, 12)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days between two bounds, and the unit the words gave them in. `dated` is False where the year was not told."""

    earliest: date | None
    latest: date | None
    unit: str
    dated: bool = True

    def until(self, end: date | None) -> Stretch:
        """The same stretch, cut off at `end` where it would go beyond; unchanged where it lies wholly after it."""
        if end is None or self.latest is None or self.latest <= end or (self.earliest and self.earliest > end):
            return self
        return replace(self, latest=end)


def precision_of(stretch: Stretch) -> str:
    """The codebook's precision: the unit of the told bounds; bounds told by day go by length (6 days, 2 weeks)."""
    if stretch.earliest is None or stretch.latest is None:
        return "unknown"
    if stretch.unit == "day":
        return precision_of_days((stretch.latest - stretch.earliest).days)
    return stretch.unit if stretch.unit in ("week", "month", "season") else "year"


def precision_of_days(between: int) -> str:
    """`day`, `days`, `week` or `month` for so many days between the first and the last."""
    for limit, precision in ((0, "day"), (6, "days"), (14, "week")):
        if between <= limit:
            return precision
    return "month"


def day_stretch(day: date, *, dated: bool = True) -> Stretch:
    """From a day to the same day; not `dated` where the year was found out, not told."""
    return Stretch(earliest=day, latest=day, unit="day", dated=dated)


def make_day(year: int, month: int, day: int) -> date | None:
    """That date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_stretch(year: int, month: int, *, part: str | None = None, dated: bool = True) -> Stretch:
    """A month, or its early, middle or late part (then the unit is a week)."""
    last = month_end(year, month).day
    first_day, last_day = MONTH_PARTS[part] if part else (1, last)
    unit = "week" if part else "month"
    return Stretch(earliest=date(year, month, first_day), latest=date(year, month, min(last_day, last)), unit=unit, dated=dated)


def year_stretch(year: int, *, part: str | None = None) -> Stretch:
    """A year, or a third of it (then the unit is a season)."""
    first, last = YEAR_PARTS[part] if part else (1, 12)
    return Stretch(earliest=date(year, first, 1), latest=month_end(year, last), unit="season" if part else "year")


def season_stretch(year: int, season: str, *, dated: bool = True) -> Stretch:
    """Three whole months; winter is the one that begins in December of `year`."""
    first = SEASON_MONTHS[season]
    start = date(year, first, 1)
    end_year, end_month = shift_month(year, first, 2)
    return Stretch(earliest=start, latest=month_end(end_year, end_month), unit="season", dated=dated)


def week_stretch(day: date, *, weeks: int = 0) -> Stretch:
    """The calendar week, Monday to Sunday, that holds the day, or one so many weeks off."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    return Stretch(earliest=monday, latest=monday + timedelta(days=6), unit="week")


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    following_year, following = shift_month(year, month, 1)
    return date(following_year, following, 1) - timedelta(days=1)


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month so many months away."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def shift_months(day: date, by: int) -> date:
    """The same day so many months away, or the month's last where it has no such day."""
    year, month = shift_month(day.year, day.month, by)
    return date(year, month, min(day.day, month_end(year, month).day))


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def islamic_day(year: int, month: int, day: int) -> date:
    """The Gregorian date of an Islamic one by the tabular calendar (civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, …)."""
    days = day + -(-(59 * (month - 1)) // 2) + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(days + 227014)


def islamic_stretch(year: int, month: int) -> Stretch:
    """An Islamic month with a day of slack on either side: the moon decides, not the table."""
    start = islamic_day(year, month, 1)
    end = islamic_day(*shift_month(year, month, 1), 1) - timedelta(days=1)
    return Stretch(earliest=start - ISLAMIC_SLACK, latest=end + ISLAMIC_SLACK, unit="month")


def islamic_year_near(day: date) -> int:
    """The Islamic year that holds the day."""
    return int((day.toordinal() - 227015) * 30 / 10631) + 1


def feast(name: str, year: int) -> Stretch | None:
    """A feast in a year: `MM-DD`, `easter±N` or `islamic-MM-DD` (with a day of slack); a full date ignores the year."""
    if name.startswith("easter"):
        return day_stretch(easter(year) + timedelta(days=int(name.removeprefix("easter"))))
    if name.startswith("islamic-"):
        month, day = (int(part) for part in name.removeprefix("islamic-").split("-"))
        first = islamic_year_near(date(year, 1, 1))
        found = next((d for i in range(3) if (d := islamic_day(first + i, month, day)).year == year), None)
        return Stretch(earliest=found - ISLAMIC_SLACK, latest=found + ISLAMIC_SLACK, unit="day") if found else None
    parts = [int(part) for part in name.split("-")]
    found = make_day(*parts) if len(parts) == 3 else make_day(year, *parts)
    return day_stretch(found) if found else None
