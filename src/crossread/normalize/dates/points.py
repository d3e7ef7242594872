"""One told point of time ("last Friday", "mid-January 2019", "two days ago") as a stretch of the calendar.

Rules are regular expressions over the shape of the words (see `dates.words`), tried in order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from crossread import patterns as re
from crossread.normalize.dates.absolute import (
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
from crossread.normalize.dates.bearings import Bearings
from crossread.normalize.dates.calendar import Stretch, day_stretch
from crossread.normalize.dates.counted import (
    read_after,
    read_ago,
    read_bare_length,
    read_before_untold,
    read_earlier,
    read_following_time,
    read_later,
    read_past_units,
)
from crossread.normalize.dates.either import read_either_day
from crossread.normalize.dates.parts import (
    read_day_of_feast,
    read_day_of_turned_month,
    read_decade_of_years,
    read_half_of_month,
    read_islamic_day,
    read_part_of_year,
    read_week_of_day,
)
from crossread.normalize.dates.relative import (
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
    read_weekday_weeks_ago,
    read_weekend,
)
from crossread.normalize.dates.words import Word, shape_of


def names_point(words: Sequence[Word]) -> bool:
    """True where a rule reads exactly these words, even if the calendar has no such day ("31 February")."""
    shape = shape_of(words)
    return bool(shape) and _rule_for(shape) is not None


def read_point(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """The stretch of days one point of time names, or None where no rule reads it or the bearings are missing."""
    rule = _rule_for(shape_of(words))
    return rule(words, bearings) if rule is not None else None


Rule = Callable[[Sequence[Word], Bearings], Stretch | None]

_RULES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"m?[Dr]?[NOj]M[Yyz]?|m?D?l?D?M[NOj][Yyz]?", read_calendar_day),
        (r"C", read_either_day),
        (r"m?M[Yyz]|m?[lhx]?M|b[lh]M", read_calendar_month),
        (r"([Ojlp][Gq]|[Gq][Oj])F?(U?([Yyz]|[lhs]U)|U)", read_part_of_year),
        (r"([Ojlp][Gq]|[Gq][Oj])F?M[Yyz]?", read_half_of_month),
        (r"([Ojlp]U|U[Oj])F?M[Yyz]?", read_week_of_month),
        (r"U[mSF]?(X|D?[NOj]M[Yyz]?|D?M[NOj][Yyz]?)", read_week_of_day),
        (r"U[YN]", read_decade_of_years),
        (r"D?[NOj]I[NYyz]?|[Oj]UI[NYyz]?", read_islamic_day),
        (r"[Oj]UX[Yyz]?", read_day_of_feast),
        (r"[Ojlp]NUM[Yyz]?", read_last_weeks_of_month),
        (r"[Oj][lhs]U", read_day_of_turned_month),
        (r"[Oj]U([Yyz]|[lhs]U)", read_month_of_year),
        (r"m?[Yyz]", read_calendar_year),
        (r"m?K(U[lv])?", read_decade),
        (r"[mb]?[lhx]?A([Yyz]|[lhs]U)?", read_season),
        (r"[lhx]?X([Yyz]|[lhs]U)?", read_feast),
        (r"[mb]?[lh]?I([Yyz]|[lhs]U)?", read_islamic_month),
        (r"[mb]?[lphxvfsL]?D|DL", read_weekday),
        (r"NU[ga]D", read_weekday_weeks_ago),
        (r"D[lhsvf]U", read_weekday_of_week),
        (r"D[NOj]|j", read_day_of_month),
        (r"[mb]?r|n", read_relative_day),
        (r"[lpOj]D[MI][Yyz]?", read_nth_weekday),
        (r"[mb]?[shvfxl]", read_other_half_day),
        (r"[lphxvfsL]?W|WL", read_weekend),
        (r"[mb]{0,2}[lhsvfx]U|mU|LU|UL", read_this_or_last),
        (r"bU", read_earlier_in),
        (r"U", read_this_report),
        (r"(NU|U)sa", read_following_time),
        (r"h?[pvlhx]NU|N[pvl]U|[pvlx]kU|k[pvl]U|[bh]?pU", read_past_units),
        (r"[<>]?N?Ug|g[<>]?N?U", read_ago),
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


@lru_cache(maxsize=1 << 11)
def _rule_for(shape: str) -> Rule | None:
    """The first rule that reads words of this shape; kept, as reports tell their dates in few shapes."""
    return next((rule for pattern, rule in _RULES if pattern.fullmatch(shape)), None)


def read_single(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """The stretch of one point; loose words at either end ("before", "later") that no rule needs are left out."""
    shape = shape_of(words)
    while True:
        found = read_point(words, bearings)
        if found or not words or names_point(words):
            return found
        if words[0].tag in "&-ZmbeawFSBgk>RVqhs" and len(words) > 1:
            words = words[1:]
        elif words[-1].tag in "&-mbeawFSBgk>RVq" and len(words) > 1:
            words = words[:-1]
        else:
            return _best_core(words, bearings) if shape else None


def _best_core(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """The longest run inside the words that a rule reads: the date in "Thursday and stayed until the 5th of May 2019"."""
    for length in range(len(words) - 1, 0, -1):
        for at in range(len(words) - length + 1):
            part = words[at : at + length]
            if set(shape_of(part)) & set("MDYrAXIKW") or shape_of(part)[-1:] in ("g", "b", "e", "a", "w", "U"):
                found = read_point(part, bearings)
                if found:
                    return found
    return None
