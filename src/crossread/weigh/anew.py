"""Numbers told as a new count ("the toll has risen to 37"): what others told before decides nothing any more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from crossread import patterns as re
from crossread.records import Document, Harm
from crossread.weigh.policies import ToldToll, point

_SETTLED, _SOURCES = timedelta(days=7), 2  # after which, and by how many, a toll counts as known
GROWN, REVISED = "grown", "revised"
_LONGEST = 200  # characters of a sentence that are looked at before the number
_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“(A-Z])|\n")
_BOUND = r"(?:(?:at\s+least|more\s+than|over|about|around|some|nearly|almost|as\s+many\s+as|a\s+total\s+of|an?)\s+){0,2}"
_TO = rf"\b(?:[^;:]{{0,60}}?\s)?to\s+{_BOUND}$"
_WORDS = {
    GROWN: re.compile(
        r"\b(?:ris(?:es?|en|ing)|rose|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|increas(?:es?|ed|ing)|grow[ns]?|grew|mount(?:s|ed)|raised"
        rf"|(?:go(?:es|ne)|went)\s+up|(?:br(?:ings?|inging|ought)|tak(?:es?|ing)|push(?:es|ed|ing)?)\s+the\b[^,;:]{{0,30}}\btoll){_TO}"
        rf"|\btoll\s+(?:(?:has\s+)?now\s+(?:stands?\s+at|reached)|now\s+at)\s+{_BOUND}$",
        re.IGNORECASE,
    ),
    REVISED: re.compile(
        rf"\b(?:revis(?:es?|ed|ing)|lower(?:s|ed|ing)|reduc(?:es?|ed|ing)|correct(?:s|ed)|updat(?:es?|ed))\b(?:[^;:]{{0,100}}?\s)?to\s+{_BOUND}$",
        re.I,
    ),
}
_NUMBER = (
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?)"
)
# "(Fifteen people were killed), not 20 as reported earlier"
_NOT_AS_TOLD = re.compile(
    rf"[^;:\n]{{0,160}}?,?\s(?:and\s+)?(?:not|instead\s+of|rather\s+than)\s+(?:the\s+)?{_NUMBER}(?:\s+[a-z]+)?,?\s+(?:as\s+)?"
    r"(?:(?:was|had\s+been|were)\s+)?(?:(?:first|previously|earlier|initially|originally|wrongly)\s+)?"
    r"(?:reported|stated|announced|given|said|told|believed|thought|feared)\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"(?:from\s+)?[\w,-]+\s+to\s+", re.IGNORECASE)


def tells_anew(rows: Sequence[Harm], document: Document | None) -> str:
    """`grown` or `revised` where the words before a number say that it takes the place of an earlier one; else empty."""
    if document is None:
        return ""
    if any(_is_corrected_behind(document.text, row) for row in rows if row.evidence):
        return REVISED
    befores = [_before(document.text, row) for row in rows if row.evidence]
    return next((name for name, words in _WORDS.items() if any(words.search(before) for before in befores)), "")


def mark_overtaken(told: Sequence[ToldToll]) -> list[ToldToll]:
    """The tolls, those marked that another account, published on a later day, says have grown since, or were revised.

    They stay in the range; the policies that look for the best founded figure pass them over. A party's word about its enemy
    overtakes nothing, and a count that has grown only what is lower. Of the numbers that 15,297 hand-coded rows tell, 32 stand
    behind such words, 17 of them in incidents: all are new counts of the toll they belong to.

    So is a lower bound of the first days where all who count a week later, two independent sources at least, count more.
    """
    anew = [one for one in told if one.anew]
    return [
        replace(one, overtaken=True) if any(overtakes(new, one) for new in anew) or _is_of_the_first_days(one, told) else one
        for one in told
    ]


def _is_of_the_first_days(one: ToldToll, told: Sequence[ToldToll]) -> bool:
    """True for an early "at least 58" beside the 156 of an inquiry and the 157 of a year later: nobody told it as the end."""
    if one.count is None or one.count.high is not None or not one.published:
        return False
    since = (date.fromisoformat(one.published) + _SETTLED).isoformat()
    late = [
        other
        for other in told
        if (other.effect, other.side) == (one.effect, one.side) and other.claimed_by is None and other.published >= since
    ]
    counted = [other for other in late if other.count is not None]
    return len({other.group for other in counted}) >= _SOURCES and all(point(other) > point(one) for other in counted)


def overtakes(new: ToldToll, one: ToldToll) -> bool:
    """True where the first tells anew what the second told on an earlier day."""
    if not new.anew or new.claimed_by is not None or (new.effect, new.side) != (one.effect, one.side):
        return False
    if new.count is None or one.count is None or not one.published or one.published >= new.published:
        return False
    return point(one) < point(new) or (new.anew == REVISED and point(one) != point(new))


def _is_corrected_behind(text: str, row: Harm) -> bool:
    """True where the number's own sentence goes on "not 20 as reported earlier"."""
    end = row.evidence[0].span.end
    return _NOT_AS_TOLD.match(_END.split(text[end : end + _LONGEST])[0]) is not None


def _before(text: str, row: Harm) -> str:
    """The words of the number's own sentence before it, which may be the second of "from five to four"."""
    start = row.evidence[0].span.start
    lead = _FROM_TO.match(row.evidence[0].quote)
    start += lead.end() if lead else 0
    return _END.split(text[max(0, start - _LONGEST) : start])[-1]
