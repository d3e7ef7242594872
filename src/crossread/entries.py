"""The entries of a list or a chronology: what one tells is not what the next tells, however alike their words are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from crossread import patterns as re

FEWEST = 3  # lines of one kind that make a list
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_FIGURES = r"(?:\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)(?:\d{4}|\d\d)|\d{4}-\d\d-\d\d|\d\d/\d\d(?=\s*[-–—:]))"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s+"
_KINDS = (
    # "July 17 - A bomber", "* 4 May 2009: gunmen", "16 June, Galkayo - ", "12/10/23, 0540 hrs, KANDEP."
    re.compile(
        rf"^[ \t]*(?:[-–—•*·▪●]\s*)?(?:On\s+)?(?:{_WEEKDAY})?"
        rf"(?:{_MONTH}\s+{_DAY}|{_DAY}(?:\s*[-–/]\s*{_DAY})?\s+{_MONTH}|{_FIGURES})"
        r"(?:,?\s+\d{4})?(?:\s*[-–—:|.,]\s+|\s*[-–—:|]\s*)(?=\S)",
        re.MULTILINE,
    ),
    # "MOSUL - A roadside bomb", "* KIRKUK, Iraq - Gunmen"
    re.compile(r"^[ \t]*(?:[-–—•*·▪●]\s*)?[A-Z][A-Z'’ .-]{2,30}(?:,\s+[A-Z][\w. ]{2,20})?\s+[-–—]+\s+(?=\S)", re.MULTILINE),
)
_BULLET = re.compile(r"^[ \t]*(?:[-–—•*·▪●■◦‣]|\(?\d{1,2}[.)])\s+(?=\S)", re.MULTILINE)
# "February 16", "## Tuesday, 3 March 2020:" in a line of its own
_HEADING = re.compile(
    rf"^[ \t#*_•-]*(?:On\s+)?(?:{_WEEKDAY})?(?:{_MONTH}\s+{_DAY}|{_DAY}\s+{_MONTH})(?:,?\s+\d{{4}})?[ \t:.*_]*$", re.MULTILINE
)
# "1:50 PM - A second bomb", "02.10 Belfast: two", "Around 11 a.m." in a line of its own
_CLOCK = re.compile(
    r"^[ \t]*(?:[-–—•*·▪●]\s*)?(?P<clock>(?:(?:around|about|at)\s+)?(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d(?:\s?[ap]\.?m\b\.?)?"
    r"|\s?[ap]\.?m\b\.?|[0-5]\d\s(?:GMT|hrs|hours)\b))(?=\s|[-–—:|,])",
    re.MULTILINE | re.IGNORECASE,
)
_EMPTY_LINE = re.compile(r"\n[ \t]*\n\s*")
_ITEM = re.compile(rf"{_BULLET.pattern}|{_KINDS[1].pattern}")
FEWEST_HEADINGS = 2  # lines that are nothing but a day: one alone may be the day of publication

HEADED, BULLETED = 2, 1


def apartness(text: str, one: int, other: int) -> int:
    """How far two places of a text are apart: HEADED or BULLETED where they stand in two entries of such a list, else 0.

    In 27 coded reports with entries behind days or towns 302 of 308 claims are told in one entry, and 1,456 of 1,465 slots
    stand in it; in 83 with bullets, some of which are the points of one story, 463 of 509 claims.
    """
    lists = _lists(text)
    if _differ(lists.headed, one, other):
        return HEADED
    return BULLETED if _differ(lists.bulleted, one, other) else 0


def may_link(text: str, trigger: int, mention: int, link: str) -> bool:
    """False for words of another entry; of another bullet its day and place only: an actor may be told in the point before."""
    far = apartness(text, trigger, mention)
    return far == 0 or (far == BULLETED and link not in ("when", "where"))


def has_entries(text: str) -> bool:
    """False for a text without such a list, no two places of which are apart: most reports."""
    lists = _lists(text)
    return bool(lists.headed or lists.bulleted)


def town_entry(text: str, place: int) -> int | None:
    """Where the entry behind a town in capitals begins that holds a place; None outside such a list."""
    lists = _lists(text)
    start = _last(lists.headed, place)
    return start if start in lists.towns else None


def dated_head(text: str, place: int) -> tuple[int, int] | None:
    """Start and end of the line that gives its day to a place in a list: the entry's own, or the heading's above it.

    A bullet or a further line without a day under a dated one belongs to it where most points of the list have a day; prose
    that goes on behind an empty line after the last of them does not.
    """
    lists = _lists(text)
    undated = [start for start in lists.bulleted if start not in lists.days]
    within = [start for start in undated if lists.days and lists.days[0] < start < lists.days[-1]]
    heads = lists.days if len(lists.days) > len(within) else ()
    headings = lists.headings if len(lists.headings) >= FEWEST_HEADINGS else ()
    found = max((start for start in (_last(heads, place), _last(headings, place)) if start is not None), default=None)
    if found is None:
        return None
    end = text.find("\n", found)
    end = len(text) if end < 0 else end
    closed = found in headings and found != headings[-1]
    return (found, end) if closed or _goes_on(text, end, place, heading=found in headings) else None


def dated_line(text: str, place: int) -> tuple[int, int] | None:
    """Start and end of the line of a place where it begins with a day ("June 16, Galkayo - …"), in a list or alone."""
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    return (start, end if end >= 0 else len(text)) if _KINDS[0].match(text, start) else None


def clock_entry(text: str, place: int) -> tuple[int, int] | None:
    """Start and end of the time of day that heads the entry of a log or a live report at a place; None elsewhere."""
    lists = _lists(text)
    start = _last(tuple(lists.clocks), place)
    return (start, lists.clocks[start]) if start is not None else None


def before_clocks(text: str) -> int:
    """Where the first entry behind a time of day begins."""
    return min(_lists(text).clocks, default=len(text))


def day_line(text: str, place: int) -> tuple[int, int] | None:
    """Start and end of the last line above a place that is nothing but a day."""
    start = _last(_lists(text).headings, place)
    return (start, text.find("\n", start)) if start is not None and "\n" in text[start:place] else None


def _goes_on(text: str, end: int, place: int, *, heading: bool) -> bool:
    """True where only bullets, or lines without an empty one before them, stand between a dated line and a place.

    Under a heading also the first paragraph.
    """
    stop = text.find("\n", place)
    under = text[end : stop if stop >= 0 else len(text)]
    _, *others = _EMPTY_LINE.split(under.lstrip() if heading else under)
    return all(_ITEM.match(other) for other in others)


def _last(starts: tuple[int, ...], place: int) -> int | None:
    at = bisect_right(starts, place)
    return starts[at - 1] if at else None


def _differ(starts: tuple[int, ...], one: int, other: int) -> bool:
    if not starts:
        return False
    first, second = bisect_right(starts, one), bisect_right(starts, other)
    return first != second and first > 0 and second > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lists:
    """Where the items of a text's lists begin, in order."""

    days: tuple[int, ...]
    towns: tuple[int, ...]
    headed: tuple[int, ...]
    bulleted: tuple[int, ...]
    headings: tuple[int, ...]
    clocks: Mapping[int, int]


@lru_cache(maxsize=4)
def _lists(text: str) -> _Lists:
    """The entries behind a day or a town, those behind a bullet or a number, and the lines that are nothing but a day."""
    days, towns = (tuple(match.start() for match in kind.finditer(text)) for kind in _KINDS)
    days, towns = (starts if len(starts) >= FEWEST else () for starts in (days, towns))
    bulleted = tuple(match.start() for match in _BULLET.finditer(text))
    clocks = {match.start("clock"): match.end("clock") for match in _CLOCK.finditer(text)}
    headings = tuple(match.start() for match in _HEADING.finditer(text))
    return _Lists(
        days=days,
        towns=towns,
        headed=tuple(sorted({*days, *towns})),
        bulleted=bulleted if len(bulleted) >= FEWEST else (),
        headings=headings,
        clocks=clocks if len(clocks) >= FEWEST else {},
    )
