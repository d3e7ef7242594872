"""The values of a claim's slots. None is "seen, not resolved"; no default ever stands in for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from crossread import patterns as re
from crossread.errors import RecordError
from crossread.records.span import Evidence

T = TypeVar("T")
_QUARTER = re.compile(r"(?:far |the )?(?:north|south|east|west|cent(?:ral|re|er))", re.IGNORECASE)

DATE_PRECISIONS = ("day", "days", "week", "month", "season", "year", "unknown")
PLACE_PRECISIONS = ("exact", "near", "area", "admin1", "country", "unknown")  # the finest first: weighing goes by the order
QUALIFIERS = ("exact", "at_least", "at_most", "about", "range", "vague", "unstated")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot(Generic[T]):
    """One thing a claim states: the words as written, the value they give (None: seen, not resolved), the evidence.

    `score` is the reader's probability (0 to 1) that the slot is right, None where nothing estimated it.
    """

    raw: str
    value: T | None
    evidence: tuple[Evidence, ...] = ()
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWindow:
    """Local dates, both included, between which something happened. One side may be open (None).

    `precision` is the unit of the words that gave the bounds, never finer. `flags` are short remarks for a reviewer, such
    as `weekday_conflict` (the text's weekday is not that date's).
    """

    earliest: date | None
    latest: date | None
    precision: str
    reported_on: date | None = None
    flags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse with `RecordError` a precision that does not exist, and a window that ends before it starts."""
        if self.precision not in DATE_PRECISIONS:
            raise RecordError("Unknown date precision.", expected=", ".join(DATE_PRECISIONS), found=self.precision)
        if self.earliest and self.latest and self.earliest > self.latest:
            raise RecordError("A date window must not end before it starts.", found=f"{self.earliest} > {self.latest}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something happened, as far as the words and the gazetteer tell.

    `country` is ISO 3166-1 alpha-2, `admin1` the English name of the first-level region, coordinates are WGS84 degrees.
    Coordinates come both or not at all. A country or region carries its own point, never its capital's.
    """

    name: str | None
    country: str | None
    admin1: str | None
    gazetteer_id: str | None
    latitude: float | None
    longitude: float | None
    precision: str

    def __post_init__(self) -> None:
        """Refuse with `RecordError` a precision that does not exist, and coordinates that are half, out of range or 0,0."""
        if self.precision not in PLACE_PRECISIONS:
            raise RecordError("Unknown place precision.", expected=", ".join(PLACE_PRECISIONS), found=self.precision)
        if (self.latitude is None) != (self.longitude is None):
            raise RecordError(
                "Coordinates come both or not at all.",
                expected="latitude and longitude, or None for both",
                found=f"{self.latitude}, {self.longitude}",
            )
        if self.latitude is not None and self.longitude is not None:
            if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
                raise RecordError(
                    "Coordinates out of range.",
                    expected="-90 to 90 and -180 to 180 degrees",
                    found=f"{self.latitude}, {self.longitude}",
                )
            if self.latitude == 0 and self.longitude == 0:
                raise RecordError(
                    "0,0 is the middle of no report: an unresolved place has no coordinates.",
                    expected="None for both",
                    found=self.name or "a place without a name",
                )

    @property
    def is_quarter(self) -> bool:
        """True for "northern Mali" and the like: a part of a whole country, whose middle says little about where."""
        return self.precision == "area" and self.gazetteer_id is None and bool(_QUARTER.match(self.name or ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many: "two" 2-2 exact, "at least 19" 19-None at_least, "dozens" None-None vague, "soldiers" None-None unstated."""

    low: int | None
    high: int | None
    qualifier: str

    def __post_init__(self) -> None:
        """Refuse with `RecordError` a qualifier that does not exist, a negative number, and a low above the high."""
        if self.qualifier not in QUALIFIERS:
            raise RecordError("Unknown count qualifier.", expected=", ".join(QUALIFIERS), found=self.qualifier)
        if self.low is not None and self.low < 0:
            raise RecordError("A count is never negative.", found=str(self.low))
        if self.low is not None and self.high is not None and self.low > self.high:
            raise RecordError("A count's low must not exceed its high.", found=f"{self.low} > {self.high}")


def sum_counts(counts: Sequence[Count]) -> Count:
    """What numbers of different people make together; of none, exactly 0.

    Bounds are added. An upper bound that one of them leaves open stays open. A lower one that some do not tell is the sum of
    the others ("three, and up to five more" is 3 to 8), and None where nobody tells any: "up to five" and "up to three" are up
    to eight, not 0 to 8. With one of them about, all of it is.
    """
    if not counts:
        return Count(low=0, high=0, qualifier="exact")
    lows = [count.low for count in counts if count.low is not None]
    highs = [count.high for count in counts if count.high is not None]
    low = sum(lows) if lows else None
    high = sum(highs) if len(highs) == len(counts) else None
    if low is None:
        return Count(low=None, high=high, qualifier="unstated" if high is None else "at_most")
    if high is None:
        return Count(low=low, high=None, qualifier="at_least")
    about = any(count.qualifier == "about" for count in counts)
    return Count(low=low, high=high, qualifier="range" if low != high else "about" if about else "exact")
