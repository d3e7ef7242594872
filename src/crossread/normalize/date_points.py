"""One told point of time ("last Friday", "mid-January 2019", "two days ago") as a stretch of the calendar.

Rules are regular expressions over the shape of the words (see `date_words`), tried in order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from crossread.normalize.date_absolute import (
    read_calendar_day,
    read_calendar_month,
    read_calendar_year,
    read_decade,
    read_feast,
    read_islamic_month,
    read_last_weeks_of_month,
    read_month_of_year,
    read_nth_weekday,
    read_season,
    read_week_of_month,
)
from crossread.normalize.date_bearings import Bearings
from crossread.normalize.date_calendar import Stretch, day_stretch
from crossread.normalize.date_counted import (
    read_after,
    read_ago,
    read_bare_length,
    read_before_untold,
    read_earlier,
    read_following_time,
    read_later,
    read_past_units,
)
from crossread.normalize.date_relative import (
    read_day_of_month,
    read_earlier_in,
    read_hour_only,
    read_nth_unit,
    read_other_half_day,
    read_relative_day,
    read_this_or_last,
    read_this_report,
    read_weekday,
    read_weekday_of_week,
    read_weekend,
)
from crossread.normalize.date_words import Word, shape_of


def names_point(words: Sequence[Word]) -> bool:
    """True where a rule reads exactly these words, even if the calendar has no such day ("31 February")."""
    shape = shape_of(words)
    return bool(shape) and any(pattern.fullmatch(shape) for pattern, _ in _RULES)


def read_point(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """The stretch of days one point of time names, or None where no rule reads it or the bearings are missing."""
    shape = shape_of(words)
    for pattern, rule in _RULES:
        if pattern.fullmatch(shape):
            return rule(words, bearings)
    return None


Rule = Callable[[Sequence[Word], Bearings], Stretch | None]

_RULES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"m?[Dr]?[NOj]M[Yyz]?|m?D?M[NOj][Yyz]?", read_calendar_day),
        (r"m?M[Yyz]|m?[lhx]?M|b[lh]M", read_calendar_month),
        (r"[Ojlp]UM[Yyz]?", read_week_of_month),
        (r"[Ojlp]NUM[Yyz]?", read_last_weeks_of_month),
        (r"[Oj]U([Yyz]|[lhs]U)", read_month_of_year),
        (r"m?[Yyz]", read_calendar_year),
        (r"m?K", read_decade),
        (r"[mb]?[lhx]?A([Yyz]|[lhs]U)?", read_season),
        (r"[lhx]?X([Yyz]|[lhs]U)?", read_feast),
        (r"[mb]?[lh]?I([Yyz]|[lhs]U)?", read_islamic_month),
        (r"[mb]?[lphxvfs]?D", read_weekday),
        (r"D[lhsvf]U", read_weekday_of_week),
        (r"D[NOj]|j", read_day_of_month),
        (r"[mb]?r|n", read_relative_day),
        (r"[lpOj]D[MI][Yyz]?", read_nth_weekday),
        (r"[mb]?[shvfxl]", read_other_half_day),
        (r"[lphxvfs]?W", read_weekend),
        (r"[mb]{0,2}[lhsvfx]U|mU", read_this_or_last),
        (r"bU", read_earlier_in),
        (r"U", read_this_report),
        (r"(NU|U)sa", read_following_time),
        (r"h?[pvlhx]NU|N[pvl]U|[pvlx]kU|k[pvl]U|[bh]?pU", read_past_units),
        (r">?N?Ug|g>?N?U", read_ago),
        (r"NUb|U[be]", read_earlier),
        (r"NUe", read_before_untold),
        (r"NUa|Ua|wNU", read_later),
        (r"NUw|Uw", read_after),
        (r"NUS", read_after),
        (r"[Oj]U", read_nth_unit),
        (r"[Oj]cU", lambda _, bearings: day_stretch(bearings.published, dated=False) if bearings.published else None),
        (r"NU", read_bare_length),
        (r"", read_hour_only),
    )
)
