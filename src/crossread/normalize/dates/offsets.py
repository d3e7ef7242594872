"""Days told by how far they lie from a told day: "three days after the 20 January attack", "the eve of Eid al-Fitr"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crossread import patterns as re
from crossread.normalize.dates.bearings import Bearings
from crossread.normalize.dates.calendar import Stretch, year_stretch
from crossread.normalize.dates.counted import MONTHS, at_distance, back_by
from crossread.normalize.dates.figures import COMMA, STOP, UNKNOWN
from crossread.normalize.dates.words import Word, shape_of

Reader = Callable[[Sequence[Word], Bearings], Stretch | None]
_LENGTH = re.compile(r"(?P<bound>[<>]?)(?P<number>[Nik]?)(?:U|T)")
_TURNS = frozenset("Qgwea")  # tags of words that an offset cannot be without
_OPEN = re.compile(_LENGTH.pattern + "[we]")
_DATED = frozenset("MDYrAXIKWC")
LONGEST_POINT = timedelta(days=3)  # a feast with its slack; "three days after January" is no day
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset:
    """A length, its direction from a told point, and the words of that point.

    `number` is None where the length has no number ("days after", "the week before"); `whole` is True where the length itself
    is meant ("the week before", "in the three days after") and not its far end.
    """

    ahead: bool
    number: int | None
    unit: str
    plural: bool
    whole: bool
    bound: str
    point: Sequence[Word]


def find_offset(words: Sequence[Word]) -> Offset | None:
    """The offset that the words tell, or None: a length, "before" or "after", and a day told in the same breath."""
    if _TURNS.isdisjoint(word.tag for word in words):
        return None
    kept = [at for at, word in enumerate(words) if word.tag not in (" ", UNKNOWN, COMMA, STOP)]
    for place, at in enumerate(kept):
        word, point = words[at], words[at + 1 :]
        if word.tag == "Q" and place == 0 and _tells_day(point):
            return Offset(ahead=word.value == "morrow", number=1, unit="day", plural=False, whole=False, bound="", point=point)
        if word.tag in "gw" and place == 0 and (found := _length_behind(words, kept)) is not None:
            return found
        if (word.tag in "we" or word.value == "later_or_after") and place:
            return _offset([words[i] for i in kept[:place]], point, words[: kept[0]], ahead=word.tag != "e")
    return None


def says_again(text: str, end: int, words: Sequence[Word]) -> bool:
    """True for the "five days after" of "On 21 April, five days after the raid", behind a date: that day."""
    return ends_open(words) and text[end : words[0].start].strip() == ","


def ends_open(words: Sequence[Word]) -> bool:
    """True for a length that ends in "after" or "before" ("three days after"): its point, if told, comes behind."""
    if not words or words[-1].tag not in "we":
        return False
    shape = "".join(word.tag for word in words if word.tag not in (" ", UNKNOWN))
    return _OPEN.fullmatch(shape) is not None


def read_offset(offset: Offset, bearings: Bearings, read: Reader) -> Stretch | None:
    """The days an offset names; None where its point cannot be told, is too wide, or the days lie beyond the report."""
    point = read(offset.point, bearings)
    if point is None or point.earliest is None or point.latest is None:
        return None
    found = _shifted(offset, point)
    ahead = found and found.earliest and bearings.published and found.earliest > bearings.published
    return None if ahead and not bearings.future else found


def _length_behind(words: Sequence[Word], kept: Sequence[int]) -> Offset | None:
    """ "after three days from X", the order of Arabic: the length stands behind "after", a "from" before the point."""
    for place in (2, 3):
        if place < len(kept) and words[kept[place]].tag == "F":
            length, point = [words[at] for at in kept[1:place]], words[kept[place] + 1 :]
            found = _offset(length, point, (), ahead=words[kept[0]].tag == "w")
            return replace(found, number=found.number or 1, whole=False) if found and not found.plural else found
    return None


def _offset(length: Sequence[Word], point: Sequence[Word], before: Sequence[Word], *, ahead: bool) -> Offset | None:
    match = _LENGTH.fullmatch(shape_of(length))
    if match is None or not _tells_day(point):
        return None
    unit, counted = str(length[-1].value), match["number"]
    number = int(length[-2].value) if counted == "N" else 1 if counted == "i" else None
    plural = unit.endswith("s") and unit != "centuries"
    definite = any(word.value == "definite" for word in before[-1:])
    return Offset(
        ahead=ahead,
        number=number,
        unit=unit.removesuffix("s"),
        plural=(plural and number is None) or counted == "k",
        whole=definite and number is not None and number > 1
        if counted
        else not plural and unit not in ("day", "night", "hour"),
        bound=match["bound"],
        point=point,
    )


def _tells_day(point: Sequence[Word]) -> bool:
    """True where a date comes before any comma or stop."""
    for word in point:
        if word.tag in (COMMA, STOP):
            return False
        if word.tag in _DATED:
            return True
    return False


def _shifted(offset: Offset, point: Stretch) -> Stretch | None:
    first, last = point.earliest, point.latest
    if first is None or last is None:
        return None
    if offset.unit == "night":
        number = offset.number or 1
        further = timedelta(days=number if offset.ahead and number > 1 else 0 if offset.ahead else -number)
        first, last = first + further, last + further + ONE_DAY
        return Stretch(earliest=first, latest=last, unit="day", dated=point.dated)
    if offset.unit == "year" and point.unit == "year":
        return year_stretch(first.year + (offset.number or 1) * (1 if offset.ahead else -1))
    if last - first >= LONGEST_POINT:
        return None
    if offset.number is None and offset.plural:
        return _some_time(offset, point)
    number = offset.number or 1
    by = -number if offset.ahead else number
    far = back_by(first, by, offset.unit), back_by(last, by, offset.unit)
    if far[0] is None or far[1] is None:
        return None
    if offset.bound == ">":
        first, last = (far[0], None) if offset.ahead else (None, far[1])
        return Stretch(earliest=first, latest=last, unit="day")
    if offset.bound == "<" or offset.whole:
        near = timedelta(days=1 if offset.whole and not offset.bound else 0)
        return _between(offset, (first, last), (far[0], far[1]), near)
    if offset.unit in MONTHS:
        return at_distance(first, by, offset.unit)
    return Stretch(earliest=far[0], latest=far[1], unit="day", dated=point.dated)


def _some_time(offset: Offset, point: Stretch) -> Stretch:
    """ "hours after" is the same day; of "days after" only the one bound is known."""
    if offset.unit == "hour":
        return replace(point, unit="day")
    if offset.ahead:
        return Stretch(earliest=point.earliest, latest=None, unit="day")
    return Stretch(earliest=None, latest=point.latest, unit="day")


def _between(offset: Offset, near: tuple[date, date], far: tuple[date, date], gap: timedelta) -> Stretch:
    """The days from the point (or the day beside it) to the far end of the length."""
    unit = offset.unit if offset.unit in ("week", "month", "year") and not offset.bound and offset.number is None else "day"
    if offset.ahead:
        return Stretch(earliest=near[0] + gap, latest=far[1], unit=unit)
    return Stretch(earliest=far[0], latest=near[1] - gap, unit=unit)
