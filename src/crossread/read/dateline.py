"""The publication date as a text tells it: full dates only, at the place where a dateline stands.

A date in a sentence is a date of what happened, not of the report, so a date counts only when its line is a dateline:
"BAMAKO, 20 January 2019 (Agency) -", "Published: 20/01/2019", "20 January 2019 | SG/SM/1", or a line with nothing else.
"""

from __future__ import annotations

import re
from datetime import date

from crossread.read.options import load_table

_TABLE = load_table("dates.toml")
_MONTHS = {name: int(number) for number, names in _TABLE["months"].items() for name in names}
EARLIEST_YEAR = 1800  # printed news reports; a smaller number of four digits is something else
CENTURY_PIVOT = 70  # 3 JAN 90 is of 1990: two digits from 70 on can only be of the last century
LONGEST_DATELINE = 100  # characters of a line that holds a date and nothing but names around it


def _alternatives(names: list[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_MONTH = rf"(?P<month>{_alternatives(list(_MONTHS))})"
_WEEKDAY = rf"(?:{_alternatives(_TABLE['weekdays']['names'])})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|°)?"
_OF = r"(?:\s+(?:of|de|del)\s+|\s*[-./]\s*|\s+|(?<=\d)(?=[A-Za-z]))"
_YEAR = r"(?P<year>\d{4})"
_DATE_FORMS = (
    rf"\b{_DAY}\.?{_OF}{_MONTH}\b\.?,?{_OF}{_YEAR}\b",
    rf"\b{_MONTH}\b\.?\s*{_DAY}\s*,?\s+{_YEAR}\b",
    r"(?<![\d/.-])(?P<year>\d{4})(?P<sep>[-/.])(?P<month_number>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d/]|[-.]\d)",
    r"(?<![\d/.-])(?P<first>\d{1,2})(?P<sep>[-/.])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4})(?![\d/]|[-.]\d)",
)
_FULL = tuple(re.compile(form, re.IGNORECASE) for form in _DATE_FORMS)
_SHORT_YEAR = re.compile(rf"\b{_DAY}\s+{_MONTH}\b\.?,?\s+'?(?P<year>[7-9]\d)\b", re.IGNORECASE)
_ZONE = r"(?:\s*(?:Z\b|\(?(?:UTC|GMT|EST|EDT|CET|CEST|BST|WAT|EAT|CAT)\b\)?))?(?:\s*[+-]\d{1,2}(?::?\d{2})?)?"
_TIME = rf"(?:T?\d{{1,2}}\s?[:.h]\s?\d{{2}}(?::\d{{2}})?\s*(?:[ap]\.?m\.?)?{_ZONE}|\d{{1,2}}\s*[ap]\.?m\.?)"
_SYMBOL = r"[A-Z]{1,6}(?:/[A-Z0-9.()]+)+"
_AGENCY = r"[(\[][^()\[\]\n]{1,40}[)\]]"
_ARTICLE = r"\b(?:at|à|a las|on|le|el|em)\b"
# Every repetition below is possessive (*+, ++) or bounded, so that no line, however made, takes long to refuse.
_FILLER = rf"(?i:{_WEEKDAY}|{_TIME}|{_SYMBOL}|{_AGENCY}|{_ARTICLE}|[\s,،;:|•·/–—()-])"
_WORD = r"(?>(?:[A-ZÀ-ÖØ-Þ\u0620-\u064a]|(?:de|du|la|le|el|al|of|and|et|y|e)\b)[\w'’.-]*+)"
_PLACE = rf"{_WORD}(?:[ /]{_WORD}){{0,5}}"
_PUBLISHED = _alternatives(_TABLE["labels"]["published"])
_PAPERS = _alternatives(_TABLE["labels"]["papers"])
_BLANK = re.compile(rf"(?:{_FILLER})*+")
_LABEL = re.compile(rf"(?i)(?:.*[|•·,;]\s*)?(?:{_PUBLISHED})\s*(?:[:：-]|\b)\s*(?:on|le|el|em)?\s*(?:{_WEEKDAY},?)?\s*")
_PAPER = re.compile(
    rf"(?i)(?:[\w'’.,/ -]{{0,50}}[\s:–—-])?(?:{_PAPERS})(?:\s*(?:no\.?|nr\.?|n[º°]|number|#)?\s*\d{{1,4}})?"
    rf"\s*(?:[,:|–—(-]|du|of|del|de|do)?\s*(?:{_WEEKDAY},?)?\s*"
)
_PLACE_BEFORE = re.compile(rf"(?:{_FILLER})*+(?:{_PLACE}\s*(?:{_AGENCY}\s*[,–—-]?|[,،|–—-])\s*){{1,4}}(?:{_FILLER})*+")
_CAPITAL_PLACE_BEFORE = re.compile(rf"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’. ()-]{{1,40}},?\s+(?:{_WEEKDAY},?\s*)?", re.NOFLAG)
_SENTENCE_STARTS_AFTER = re.compile(rf"(?i)\s*(?:{_TIME})?\s*(?:{_AGENCY})?\s*(?:[-–—]{{1,2}}|[|:])(?=\s|\w|\[|$)")
_NAMES_AFTER = re.compile(rf"\s*[|,(•·](?:{_FILLER}|{_WORD})*+")
_LISTED = re.compile(r".*(?:[,،|)]|\b(?i:le|el|on))\s*|.*[|,]\s*\w+,?\s*")


def parse_date(raw: str) -> date | None:
    """The day that `raw` names, if it names day, month and year and nothing is left to guess; else None.

    Takes ISO dates and times (the day as written, whatever the zone) and the written forms. "03/04/2019" gives None: it is
    3 April to some and 4 March to others.
    """
    stripped = raw.strip()
    iso = re.match(r"(\d{4})-(\d{2})-(\d{2})(?=$|[T\s]\d)", stripped)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    for form in _FULL:
        match = form.search(stripped)
        if match and _BLANK.fullmatch(stripped[: match.start()]) and _BLANK.fullmatch(stripped[match.end() :]):
            return _date_of(match)
    return None


def find_dateline(text: str) -> date | None:
    """The publication date told in the first lines of a text, None when no line there is a dateline."""
    window = _TABLE["window"]
    looked_at = 0
    for line in text.lstrip()[:20_000].split("\n"):
        line = line.strip().lstrip("#*_> ").rstrip("*_")
        if not line:
            continue
        looked_at += 1
        if looked_at > window["lines"]:
            return None
        found = _find_in_line(line, window["characters"])
        if found:
            return found
    return None


def is_dateline(line: str) -> bool:
    """True if the line tells the day of publication and so is not a title."""
    return _find_in_line(line.strip(), LONGEST_DATELINE) is not None


def _find_in_line(line: str, characters: int) -> date | None:
    for form in (*_FULL, _SHORT_YEAR):
        for match in form.finditer(line[:characters]):
            before, after = line[: match.start()], line[match.end() :]
            if _is_dateline(before, after, numeric="month" not in match.groupdict(), short_year=form is _SHORT_YEAR):
                found = _date_of(match)
                if found:
                    return found
    return None


def _is_dateline(before: str, after: str, *, numeric: bool, short_year: bool) -> bool:
    starts_sentence = bool(_SENTENCE_STARTS_AFTER.match(after))
    if _CAPITAL_PLACE_BEFORE.fullmatch(before) and starts_sentence:
        return True
    if short_year:
        return False
    if _LABEL.fullmatch(before):
        return True
    alone = len(before) + len(after) <= LONGEST_DATELINE
    if _BLANK.fullmatch(before):
        follows = not after.strip() or (numeric and after[:1].isspace()) or bool(_BLANK.fullmatch(after))
        return starts_sentence or follows or (alone and bool(_NAMES_AFTER.fullmatch(after)))
    if not alone and not starts_sentence:
        return False
    if _PLACE_BEFORE.fullmatch(before):
        return starts_sentence or bool(_LISTED.fullmatch(before) and _BLANK.fullmatch(after))
    return alone and bool(_PAPER.fullmatch(before)) and bool(_BLANK.fullmatch(after))


def _date_of(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    year = int(groups["year"])
    year = year + 1900 if year < 100 else year
    if groups.get("month"):
        return _day(year, _MONTHS[groups["month"].lower()], int(groups["day"]))
    if groups.get("month_number"):
        return _day(year, int(groups["month_number"]), int(groups["day"]))
    first, second = int(groups["first"]), int(groups["second"])
    if first == second or second > 12:
        return _day(year, first, second)
    return _day(year, second, first) if first > 12 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= EARLIEST_YEAR else None
    except ValueError:
        return None
