"""Reports on the year before their publication, by the days that they tell without a year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from crossread.languages import load_language
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.dates.cues import stands
from crossread.normalize.dates.words import LETTERS

MONTHS_BACK = 4  # a day told without its year so long before publication is not told as news
LONGEST_MONTH = 2  # words in a month's name
_DAY_OF_MONTH = re.compile(r"\s+\d{1,2}\b(?!,?\s+\d{4})")


@lru_cache(maxsize=16)
def looks_back(text: str, published: date, language: str) -> bool:
    """True for a report on the year before its publication: it tells of a day, without a year, four months back or more.

    News says "last September" or gives the year then; an annual report does not, because its title has the year. A day that is
    still to come ("a trial will open on September 4") tells nothing, nor one where a day has the year of publication beside it.
    """
    if stands(language, "looking_back", text.lower()):
        return True
    months = {name: month for name, month in load_language(language).months.items() if len(name) > 3}
    told = [(match, month) for match in _DAY_OF_MONTH.finditer(text) if (month := _month_before(text, match.start(), months))]
    late = [
        match
        for match, month in told
        if month > published.month
        and published.month + 12 - month >= MONTHS_BACK
        and not stands(language, "future", sentence_around(text, match.start(), match.end())[0].lower())
    ]
    of_year = re.search(rf"\d,?\s+{published.year}\b", text) is not None
    return bool(late) and (len(late) == len(told) or not of_year)


def _month_before(text: str, end: int, months: Mapping[str, int]) -> int | None:
    """The month whose name stands right before a place of the text."""
    words = LETTERS.findall(text[max(0, end - 30) : end].lower())[-LONGEST_MONTH:] if text[end - 1 : end].isalpha() else []
    return next((months[name] for at in range(len(words)) if (name := " ".join(words[at:])) in months), None)
