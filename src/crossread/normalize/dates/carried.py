"""The year of a day told without one behind a day that has it: "On 5 March 2009 gunmen came. On 12 April soldiers …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crossread import patterns as re
from crossread.normalize.dates.calendar import Stretch, make_day
from crossread.normalize.dates.words import Word

LATELY = timedelta(days=60)  # before publication, in which a day without a year is told as news
FAR = 1_000  # characters between two days of one account
_YEARED = frozenset("Yy")
_BARE = frozenset("MNOjDTPHmBF&-onw ,.")  # tags of a day or a month by itself, with hours and parts of the day
_POINTING = frozenset("svfbeawTPHonNUik OjmFBZ-&,.")  # tags of words that count from the day told last, and of mere hours
_ON = re.compile(r"\bon\s+(?:or\s+about\s+)?(?:the\s+)?$", re.IGNORECASE)
_OPENING = re.compile(
    r"\W*(?:(?:later|then|again|also|early|late)\W+)?(?:in|by|during)\s+(?:early\s+|mid-|late\s+)?", re.IGNORECASE
)
_SINCE = re.compile(r"\b(?:since|until|till)\b", re.IGNORECASE)
# What leads back to the time of the report, and what comes round every year
_NOW = re.compile(
    r"\b(?:since|now|nowadays|today|recent(?:ly)?|latest|so\s+far|every|each|annual(?:ly)?|anniversary)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lender:
    """The last day or month of an account that has a year, told or lent itself, and where its words end.

    `sentence` is True for the year of "In 2017 soldiers shot at marchers on 1 October", which is lent in that sentence only.
    """

    end: int
    stretch: Stretch
    sentence: bool = False


def lends(run: Sequence[Word], stretch: Stretch, before: str) -> Lender | None:
    """The lender that an expression with its own year is: "on" a day, or a month or year that opens its sentence.

    Not behind "since", and not the day of a caption ("Nebaj, Guatemala, June 14, 2012").
    """
    if not _YEARED & {word.tag for word in run} or _SINCE.search(before) or run[0].tag == "S":
        return None
    whole_day = stretch.unit == "day" and any(word.tag == "M" for word in run)
    opens = stretch.unit in ("month", "year") and _OPENING.fullmatch(before) is not None
    if not opens and not (whole_day and _ON.search(before)):
        return None
    return Lender(end=run[-1].end, stretch=stretch, sentence=stretch.unit == "year")


def lent_year(
    text: str, run: Sequence[Word], stretch: Stretch, lender: Lender | None, published: date | None, before: str
) -> int | None:
    """The year that a day or month without one has from the lender before it; None where it has that of publication.

    It comes later in the calendar than the lender's day and is not of the last two months. A month takes the year of a month
    that opens its sentence only where it opens one itself, and none of the year before publication.
    Of 18 days that hand-coded reports tell so 17 are of the lender's year and one comes round every year; of 25 days behind a
    year alone, "since 2014" or "the coup of 1 February 2021" one is.
    """
    first, tags = stretch.earliest, {word.tag for word in run}
    if lender is None or lender.stretch.earliest is None or first is None or published is None or not _is_bare(tags):
        return None
    year, between = lender.stretch.earliest.year, text[lender.end : run[0].start]
    carried = make_day(year, first.month, min(first.day, 28) if stretch.unit != "day" else first.day)
    if carried is None or year >= first.year or carried < lender.stretch.earliest.replace(day=1):
        return None
    if stretch.unit == "day" and lender.stretch.unit == "day" and carried < lender.stretch.earliest:
        return None
    same = len(before) >= len(between) and "\n" not in between
    if lender.sentence:
        return year if same and stretch.unit == "day" and _ON.search(before) else None
    if same:
        return None if _NOW.search(between) else year
    late = (stretch.latest or first) > published - LATELY
    if late or len(between) > FAR or _NOW.search(between):
        return None
    if lender.stretch.unit == "month":
        return year if year < published.year - 1 and "\n\n" not in between and _OPENING.fullmatch(before) else None
    return year if year < published.year - 1 or "\n" not in between else None


def goes_on(run: Sequence[Word]) -> bool:
    """True for words that count from the day told last ("the next day", "at dawn"), behind which its year is still lent."""
    tags = {word.tag for word in run}
    return tags <= _POINTING and bool(tags & set("svfbeawTPH"))


def _is_bare(tags: set[str]) -> bool:
    return "M" in tags and tags <= _BARE
