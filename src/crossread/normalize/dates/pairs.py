"""Two told bounds ("between 5 and 9 May", "the week to 4 August", "9, 10 and 11 January") as a stretch of the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from crossread import patterns as re
from crossread.normalize.dates.bearings import Bearings
from crossread.normalize.dates.calendar import UNITS, Stretch, shift_months
from crossread.normalize.dates.counted import back_by
from crossread.normalize.dates.points import read_single
from crossread.normalize.dates.words import Word, shape_of


def read_pair(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """From the first bound to the second; what one leaves out (month, year) it has from the other."""
    inner = words[1:] if words and words[0].tag in "BFS" else words
    cuts = [at for at, word in enumerate(inner) if word.tag in "&-" and 0 < at < len(inner) - 1]
    for at in cuts:
        only_first = _has_year(inner[:at]) and not _has_year(inner[at + 1 :])
        left, right = _lend(_first_of_list(inner[:at]), list(inner[at + 1 :]))
        last = read_single(right, bearings)
        first = _length_before(left, last) or read_single(left, bearings)
        if first and last and first.earliest and last.latest:
            if only_first and last.earliest and last.earliest < first.earliest:
                last = _year_on(last)
            return _span(first, last)
    return None


def _first_of_list(words: Sequence[Word]) -> list[Word]:
    """ "9, 10 (and 11 January)" begins on the 9th, "January 9, 10 (and 11)", too."""
    listed = re.fullmatch(r"([NOj])[NOj]+|(M[NOj])[NOj]+", shape_of(words))
    return list(words[: 1 if listed[1] else 2]) if listed else list(words)


def _length_before(words: Sequence[Word], end: Stretch | None) -> Stretch | None:
    """ "the week to 4 August": the length counts back from the bound."""
    if shape_of(words) not in ("NU", "U") or end is None or end.latest is None:
        return None
    number = int(words[0].value) if words[0].tag == "N" else 1
    unit = str(words[-1].value).removesuffix("s")
    first = back_by(end.latest, number if unit != "hour" else max(1, number // 24), unit if unit != "hour" else "day")
    return Stretch(earliest=first, latest=first, unit=unit if unit in UNITS else "day") if first else None


def _lend(left: list[Word], right: list[Word]) -> tuple[list[Word], list[Word]]:
    """Both sides with the month and year that only one of them tells."""
    left_shape, right_shape = shape_of(left), shape_of(right)
    if "M" in right_shape and left_shape.strip("NOj") == "" and left_shape:
        left = left + [word for word in right if word.tag in "MYyz"]
    elif "M" in left_shape and right_shape.rstrip("Yyz").strip("NOj") == "" and right_shape[:1] in tuple("NOj"):
        right = [*right[:1], *[word for word in left if word.tag in "M"], *right[1:]]
    if "M" in shape_of(left) and not set(shape_of(left)) & set("Yyz"):
        left = left + [word for word in right if word.tag in "Yyz"]
    elif "M" in shape_of(right) and not set(shape_of(right)) & set("Yyz"):
        right = right + [word for word in left if word.tag in "Yyz"]
    return left, right


def _span(first: Stretch, last: Stretch) -> Stretch | None:
    unit = max(first.unit, last.unit, key=UNITS.index)
    earliest, latest = first.earliest, last.latest
    if earliest and latest and earliest > latest:
        if first.dated or last.dated:
            shifted = _year_before(earliest)
            earliest = shifted if shifted and shifted <= latest else None
        elif first.unit == last.unit == "day" and earliest - latest < timedelta(days=8):
            earliest -= timedelta(days=7)
        else:
            earliest = _year_before(earliest)
    if earliest is None or latest is None or earliest > latest:
        return None
    return Stretch(earliest=earliest, latest=latest, unit=unit, dated=first.dated or last.dated)


def _has_year(words: Sequence[Word]) -> bool:
    return any(word.tag in "Yyz" for word in words)


def _year_on(end: Stretch) -> Stretch:
    """ "From December 16, 2022, to January 5" ends in the year that follows, not before it began."""
    first, last = end.earliest, end.latest
    if first is None or last is None:
        return end
    return replace(end, earliest=shift_months(first, 12), latest=shift_months(last, 12))


def _year_before(day: date) -> date | None:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return None
