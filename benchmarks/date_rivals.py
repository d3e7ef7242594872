"""What dateparser and HeidelTime make of the same dated expressions; for `benchmarks/dates.py --beside`.

dateparser reads the words alone, with the publication day as its base. HeidelTime reads the whole text, as it is meant to, and
is asked what it found where the words stand; it needs Java and the folder that holds its jar and `config.props`. Neither is a
dependency of crossread.
"""

from __future__ import annotations

import calendar
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from timeml import window

Bounds = tuple[date | None, date | None]
NOTHING: Bounds = (None, None)
JAR = "de.unihd.dbs.heideltime.standalone.jar"
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
_TIMEX = re.compile(r'<TIMEX3 tid="[^"]*" type="(\w+)" value="([^"]*)"[^>]*>(.*?)</TIMEX3>', re.DOTALL)
_DAY_OR_LESS = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T.*)?$")


def load_dateparser() -> Callable[[str, date | None], Bounds] | None:
    """A reader of single expressions, or None where dateparser is not installed (`pip install crossread[bench]`)."""
    try:
        from dateparser.date import DateDataParser
    except ImportError:
        return None

    @lru_cache(maxsize=512)
    def parser(published: date | None) -> DateDataParser:
        base = {"RELATIVE_BASE": datetime(published.year, published.month, published.day)} if published else {}
        return DateDataParser(languages=["en"], settings={"PREFER_DATES_FROM": "past", **base})

    def read(raw: str, published: date | None) -> Bounds:
        found = parser(published).get_date_data(raw)
        return _period(found.date_obj.date(), found.period) if found and found.date_obj else NOTHING

    return read


def _period(day: date, period: str) -> Bounds:
    if period == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if period == "month":
        return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    if period == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    return day, day


class HeidelTime:
    """HeidelTime's standalone jar in `folder`; each text is tagged once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tagged = lru_cache(maxsize=4096)(self._tag)

    def read(self, text: str, start: int, end: int, published: date | None) -> Bounds:
        """First and last day of what HeidelTime found that shares letters with `text[start:end]`."""
        inside = [bounds for first, last, bounds in self.tagged(text, published) if first < end and start < last]
        lows, highs = [low for low, _ in inside if low], [high for _, high in inside if high]
        return (min(lows), max(highs)) if lows and highs else NOTHING

    def _tag(self, text: str, published: date | None) -> tuple[tuple[int, int, Bounds], ...]:
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            kind = ["-t", "news", "-dct", published.isoformat()] if published else ["-t", "narratives"]
            command = ["java", "-jar", str(self.folder / JAR), "-l", "english", *kind, file.name]
            done = subprocess.run(command, cwd=self.folder, capture_output=True, check=True)
        return tuple(_places(text, done.stdout.decode("utf-8")))


def _places(text: str, tagged: str) -> Iterator[tuple[int, int, Bounds]]:
    """Where each date or time found stands in the text, and its days; texts are matched in order."""
    at = 0
    for kind, value, words in _TIMEX.findall(tagged):
        start = text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        if kind in ("DATE", "TIME"):
            yield start, at, days_of(value)


def days_of(value: str) -> Bounds:
    """The days of a TIMEX3 value: a day, month, year, week, season or decade; nothing for a reference such as PAST_REF."""
    if match := _DAY_OR_LESS.match(value):
        return window(match[1]) or NOTHING
    if match := re.match(r"(\d{4})-W(\d{2})", value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday, monday + timedelta(days=6)
    if (match := re.match(r"(\d{4})-(\w\w)$", value)) and match[2] in SEASONS:
        first, last = (int(match[1]) * 12 + month - 1 for month in SEASONS[match[2]])
        end = calendar.monthrange(last // 12, last % 12 + 1)[1]
        return date(first // 12, first % 12 + 1, 1), date(last // 12, last % 12 + 1, end)
    if re.match(r"\d{3}$", value):
        return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
    return NOTHING
