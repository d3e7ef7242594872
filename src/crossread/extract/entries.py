"""The entries of a list or a chronology: what one tells is not what the next tells, however alike their words are."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

FEWEST = 3  # lines of one kind that make a list
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s+"
_KINDS = (
    # "July 17 - A bomber", "* 4 May 2009: gunmen", "16 June, Galkayo - "
    re.compile(
        rf"^[ \t]*(?:[-–—•*·▪●]\s*)?(?:On\s+)?(?:{_WEEKDAY})?(?:{_MONTH}\s+{_DAY}|{_DAY}(?:\s*[-–/]\s*{_DAY})?\s+{_MONTH})"
        r"(?:,?\s+\d{4})?(?:\s*[-–—:|.,]\s+|\s*[-–—:|]\s*)(?=\S)",
        re.MULTILINE,
    ),
    # "MOSUL - A roadside bomb", "* KIRKUK, Iraq - Gunmen"
    re.compile(r"^[ \t]*(?:[-–—•*·▪●]\s*)?[A-Z][A-Z'’ .-]{2,30}(?:,\s+[A-Z][\w. ]{2,20})?\s+[-–—]+\s+(?=\S)", re.MULTILINE),
)
_BULLET = re.compile(r"^[ \t]*(?:[-–—•*·▪●■◦‣]|\(?\d{1,2}[.)])\s+(?=\S)", re.MULTILINE)


HEADED, BULLETED = 2, 1


def apartness(text: str, one: int, other: int) -> int:
    """How far two places of a text are apart: HEADED or BULLETED where they stand in two entries of such a list, else 0.

    In 27 coded reports with entries behind days or towns 302 of 308 claims are told in one entry, and 1,456 of 1,465 slots
    stand in it; in 83 with bullets, some of which are the points of one story, 463 of 509 claims.
    """
    headed, bulleted = _starts(text)
    if _differ(headed, one, other):
        return HEADED
    return BULLETED if _differ(bulleted, one, other) else 0


def may_link(text: str, trigger: int, mention: int, link: str) -> bool:
    """False for words of another entry; of another bullet its day and place only: an actor may be told in the point before."""
    far = apartness(text, trigger, mention)
    return far == 0 or (far == BULLETED and link not in ("when", "where"))


def _differ(starts: tuple[int, ...], one: int, other: int) -> bool:
    if not starts:
        return False
    first, second = bisect_right(starts, one), bisect_right(starts, other)
    return first != second and first > 0 and second > 0


@lru_cache(maxsize=4)
def _starts(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where entries begin, in order: those behind a day or a town, and those behind a bullet or a number."""
    found = [[match.start() for match in kind.finditer(text)] for kind in _KINDS]
    headed = sorted({start for starts in found if len(starts) >= FEWEST for start in starts})
    bulleted = [match.start() for match in _BULLET.finditer(text)]
    return tuple(headed), tuple(bulleted) if len(bulleted) >= FEWEST else ()
