"""Reports on the year before their publication, by the days that they tell without a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.dates.calendar import make_day
from crossread.normalize.dates.cues import cue, stands
from crossread.normalize.dates.words import LETTERS

MONTHS_BACK = 4  # a day told without its year so long before publication is not told as news
LONGEST_MONTH = 2  # words in a month's name
SOON = 62  # days ahead of publication in which a rally, a trial or the end of a truce is announced
NEWS = 14  # days behind publication that hardly an annual report tells without a year
JUST_OVER = 31  # days behind publication that news tell without a year
LEAD = 24  # characters around a day in which "since", "on" or "resumes" stands
_DAY_OF_MONTH = re.compile(r"\s+(\d{1,2})\b(?!,?\s+\d{4}|\s+(?:terror|attacks)\b)")
_OPENS = re.compile(r"(?:^|[.,;:!?\n]\s*)On\s+$", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:was|were|had|did|\w{2,}ed|shot|fled|took|held|struck|broke|led|went|said|left|began|blew|cut|hit|set|fought|found"
    r"|stole)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A day told without its year: where its number stands, its day in the year of publication, and whether it must be over."""

    start: int
    end: int
    day: date
    late: bool


@lru_cache(maxsize=16)
def looks_back(text: str, published: date, language: str) -> bool:
    """True for a report on the year before its publication: it tells of a day, without a year, four months back or more.

    News says "last September" or gives the year then; an annual report does not, because its title has the year. A day that is
    still to come ("a trial will open on September 4") tells nothing, nor one where a day has the year of publication beside it.
    Nor does one of a report that tells its days as news do ("on Monday", "Saturday, November 9" where that is a Saturday): of
    42 coded annual reports none does, of 20 others 8. See `_is_over` for the days that may be to come.
    """
    if stands(language, "looking_back", text.lower()):
        return True
    told = _told_days(text, published, language)
    lately = min((days for one in told if (days := (published - one.day).days) >= 0), default=JUST_OVER + 1)
    late = [one for one in told if one.late and _is_over(text, one, published, lately, language)]
    of_year = re.search(rf"\d,?\s+{published.year}\b", text) is not None
    return bool(late) and (len(late) == len(told) or not of_year) and not _tells_news(text, told, language)


def _is_over(text: str, one: _Told, published: date, lately: int, language: str) -> bool:
    """True for a day of the year before by its sentence: not "join the rally on December 10", "since October 7".

    It must open its clause where the last day told behind publication is `lately` over, of the last two weeks ("He was taken on
    October 7"); no coded annual report tells such a day but those that say "during the year". A day within two months of
    publication needs a sentence of what was done, too: of 98 such coded days 49 are those of trials and elections to come, 40
    are days of acts.
    """
    before, after = sentence_around(text, one.start, one.end)
    lead = re.sub(r"\s+\S+\s*$", " ", text[max(0, one.start - LEAD) : one.start])
    if any(stands(language, kind, (before + after[:LEAD]).lower()) for kind in ("future", "coming")):
        return False
    if cue(language, "bounding", r"\b(?:%s)\s+(?:the\s+)?$").search(lead.lower()) is not None:
        return False
    if (one.day - published).days > SOON:
        return lately > NEWS or _OPENS.search(lead) is not None
    return _DONE.search(before + after) is not None and (lately > JUST_OVER or _OPENS.search(lead) is not None)


def _tells_news(text: str, told: tuple[_Told, ...], language: str) -> bool:
    """True for a text that tells a day by its weekday alone, or a weekday that fits its day in the year of publication."""
    weekdays = {name: number for name, number in load_language(language).weekdays.items() if len(name) > 3}
    names = "|".join(map(re.escape, weekdays))
    if re.search(rf"\b(?:[Oo]n|[Ss]ince|[Uu]ntil)\s+(?i:{names})\b(?!,?\s+(?:the\s+)?(?:\d|[A-Z]))", text.replace("\n", " ")):
        return True
    return any(_weekday_before(text, one.start, weekdays) == one.day.isoweekday() for one in told)


def _weekday_before(text: str, end: int, weekdays: Mapping[str, int]) -> int | None:
    """The weekday told right before a day: "Saturday, November (9)"."""
    words = LETTERS.findall(text[max(0, end - 2 * LEAD) : end].lower())
    return weekdays.get(words[-2]) if len(words) > 1 else None


def _told_days(text: str, published: date, language: str) -> tuple[_Told, ...]:
    """The days that a text tells without a year, each in the year of publication."""
    months = {name: month for name, month in load_language(language).months.items() if len(name) > 3}
    told = []
    for match in _DAY_OF_MONTH.finditer(text):
        month = _month_before(text, match.start(), months)
        day = make_day(published.year, month, int(match[1])) if month else None
        if month is None or day is None:
            continue
        late = month > published.month and published.month + 12 - month >= MONTHS_BACK
        told.append(_Told(start=match.start(), end=match.end(), day=day, late=late))
    return tuple(told)


def _month_before(text: str, end: int, months: Mapping[str, int]) -> int | None:
    """The month whose name stands right before a place of the text."""
    words = LETTERS.findall(text[max(0, end - 30) : end].lower())[-LONGEST_MONTH:] if text[end - 1 : end].isalpha() else []
    return next((months[name] for at in range(len(words)) if (name := " ".join(words[at:])) in months), None)
