"""Nights, which belong to both days: the one they begin on and the one they end on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from crossread import patterns as re
from crossread.normalize.dates.bearings import Bearings
from crossread.normalize.dates.calendar import Stretch, day_stretch
from crossread.normalize.dates.pairs import read_pair
from crossread.normalize.dates.points import read_single
from crossread.normalize.dates.words import Word, shape_of

_NIGHTS_AWAY = re.compile("[Ni](?P<turn>[beag])")  # "two (nights) earlier", "a (night) later"
ONE_DAY = timedelta(days=1)


def read_night(words: Sequence[Word], bearings: Bearings) -> Stretch | None:
    """Nights belong to both days: the one they begin on and the one they end on."""
    shape = shape_of(words)
    rest = [word for word in words if word.tag not in "TonPH"]
    if "n" in shape:
        return day_stretch(bearings.published, dated=False) if bearings.published else None
    if any(word.tag in "-&" for word in rest[1:]):
        return read_pair([word for word in rest if word.tag != "B"], bearings)
    if shape_of(rest) in ("DD", "NNM", "NNMY"):
        return read_pair([rest[0], replace(rest[0], tag="-", value="range_to"), *rest[1:]], bearings)
    if rest and rest[0].tag == "-":
        return _nights_end(read_single(rest[1:], bearings))
    if (away := _NIGHTS_AWAY.fullmatch(shape_of(rest))) is not None:
        return _nights_away(rest[0], away["turn"], bearings)
    turn = rest[0].tag if len(rest) == 1 else ""
    if turn == "L":
        return _nights_end(day_stretch(bearings.published - ONE_DAY, dated=False)) if bearings.published else None
    if not rest or turn in ("l", "p", "h"):
        if "o" in shape or turn in ("l", "p"):
            by = ONE_DAY if any(word.value == "night_before_last" for word in words) else ONE_DAY - ONE_DAY
            return _nights_end(day_stretch(bearings.published - by, dated=False)) if bearings.published else None
        rest = []
    if turn in ("v", "b", "e"):
        return _nights_end(_told(bearings))
    if turn in ("s", "f") or not rest:
        return _nights_begin(_told(bearings), bearings)
    if any(word.tag in "Oj" for word in rest) and len(rest) == 1:
        return _nights_end(day_stretch(bearings.published, dated=False)) if bearings.published else None
    late = rest[0].tag == "m" and rest[0].value == "late"
    base = read_single(rest, bearings)
    return base if late else _nights_begin(base, bearings)


def _nights_away(count: Word, turn: str, bearings: Bearings) -> Stretch | None:
    """ "Two nights earlier" ends on the day before the last date told, "two nights ago" on yesterday."""
    number = timedelta(days=int(count.value) if count.tag == "N" else 1)
    told = bearings.anchor if turn != "g" else None
    day = told.earliest if told and told.earliest else bearings.published
    if day is None:
        return None
    if turn == "a":
        return _nights_begin(day_stretch(day + number, dated=False), bearings)
    return _nights_end(day_stretch(day - number + ONE_DAY, dated=False))


def _told(bearings: Bearings) -> Stretch | None:
    if bearings.anchor and bearings.anchor.earliest:
        return bearings.anchor
    return day_stretch(bearings.published, dated=False) if bearings.published else None


def _nights_end(day: Stretch | None) -> Stretch | None:
    """The night before that day, and the day."""
    if day is None or day.earliest is None:
        return day
    return Stretch(earliest=day.earliest - ONE_DAY, latest=day.earliest, unit="day", dated=day.dated)


def _nights_begin(day: Stretch | None, bearings: Bearings) -> Stretch | None:
    """The day and the one its night ends on, but not beyond publication."""
    if day is None or day.earliest is None or day.earliest != day.latest:
        return day
    return Stretch(earliest=day.earliest, latest=day.earliest + ONE_DAY, unit="day", dated=day.dated).until(bearings.published)
