"""What words that are not a full date are measured from, and how a rule asks its words for what they tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from crossread.normalize.dates.calendar import Stretch
from crossread.normalize.dates.words import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearings:
    """What words that are not a full date are measured from.

    `published` is the report's date, `anchor` the last day told before these words, `told` the last date of any length, `month`
    that date where it is a month of the same sentence, `future` whether the clause speaks of what is to come, `next_role` the
    date role of the word that follows ("after", "since"), `spans` whether a bare length of time here is one that ends with the
    report ("in two days"), `looks_back` whether the report is one on the year before its publication, `day_first` whether
    03/04/2018 is 3 April there (None: unknown), `behind` whether what they date is told behind them ("a day after a bombing")
    and not in the clause that they belong to ("a day after the vote, men attacked"), `lent` the year that a day told before
    lends to one without ("On 5 March 2009 … On 12 April").
    """

    published: date | None
    anchor: Stretch | None = None
    month: Stretch | None = None
    told: Stretch | None = None
    future: bool = False
    next_role: str | None = None
    spans: bool = False
    looks_back: bool = False
    day_first: bool | None = None
    behind: bool = True
    lent: int | None = None

    @property
    def year(self) -> int | None:
        """The year words without one belong to: the publication's, else that of the last date told with its year."""
        if self.published:
            return self.published.year
        return self.told.earliest.year if self.told and self.told.dated and self.told.earliest else None

    @property
    def told_day(self) -> date | None:
        """The day a pointing word ("the same day", "two days later") counts from: the last told, else publication."""
        return self.anchor.earliest if self.anchor and self.anchor.earliest else self.published


def find_word(words: Sequence[Word], tags: str) -> Word | None:
    """The first word with one of the tags."""
    return next((word for word in words if word.tag in tags), None)


def find_number(words: Sequence[Word], tags: str) -> int | None:
    """The number the first word with one of the tags stands for."""
    word = find_word(words, tags)
    return int(word.value) if word else None


def find_value(words: Sequence[Word], tags: str) -> str | None:
    """The role or name the first word with one of the tags stands for."""
    word = find_word(words, tags)
    return str(word.value) if word else None


def told_unit(words: Sequence[Word]) -> str:
    """The unit told, in the singular; a day where none is."""
    unit = find_value(words, "U") or "day"
    return "century" if unit == "centuries" else unit.removesuffix("s")


def is_uncounted(words: Sequence[Word]) -> bool:
    """True for "days", "weeks" without a number: how many is not told."""
    return (find_value(words, "U") or "").endswith("s") and not any(word.tag == "N" for word in words)


def told_year(words: Sequence[Word], bearings: Bearings) -> int | None:
    """The year told, or meant by "last year" and "that year"; a short one falls in the century before publication."""
    year = find_number(words, "Y")
    if year is not None:
        return year
    short = find_number(words, "y")
    if short is not None:
        return whole_year(short, bearings.published)
    if any(word.tag == "z" or (word.tag == "U" and word.value == "year") for word in words):
        turn = find_value(words, "zlhspx")
        base = bearings.published.year if bearings.published else None
        if turn == "same":
            return bearings.told.earliest.year if bearings.told and bearings.told.earliest else None
        return base + {"last": -1, "next": 1}.get(turn or "", 0) if base else None
    return None


def whole_year(short: int, published: date | None) -> int:
    """The year of which only two figures are told: the last one up to the year after publication."""
    recent = 2000 + short <= published.year + 1 if published else short < 50
    return (2000 if recent else 1900) + short
