"""Dates, times and numbers in figures, as the tagged words they stand for."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.languages import Language

Tagged = tuple[str, int | str]
UNKNOWN, COMMA, STOP = ".", ",", "|"
# "Q1 2020", "T1 2020" (trimestre), "H1 2020", "S1 2020" (semestre).
QUARTER = re.compile(r"(?:(?=[QT][1-4])|(?=[HS][12]))([QTHS])(\d)(?=[ ,]+(?:of\s)?[12]\d{3}\b)")
# "17/01" at the head of a line or entry, or behind "on"; elsewhere ("1/2 hour", "24/7") such figures are no day
_HEADS_LINE = re.compile(r"[ \t]*(?:[-–—•*·▪●]\s*)?(?:on\s+)?|.*\bon\s+", re.IGNORECASE)
_PARTED = re.compile(r"\s*(?:[-–—:|]|[,.](?=\s|$)|$)", re.MULTILINE)
LONGEST_LEAD = 40  # characters of a line before such figures


def tags_of_mark(token: re.Match[str], language: Language) -> Sequence[Tagged]:
    """The tags and values a token without letters stands for: a number, a date in figures, a clock time, a mark."""
    raw, kind = token.group(), token.lastgroup
    if kind == "stop":
        return ((STOP, raw),)
    if kind == "comma":
        return ((COMMA, raw),)
    if kind == "number":
        return (_number(raw, token.group("suffix")),)
    if kind == "dash":
        return (("-", "dash"),)
    return _figures(raw, kind, language)


def _figures(raw: str, kind: str | None, language: Language) -> Sequence[Tagged]:
    if kind == "iso":
        return _iso(raw)
    if kind == "numeric":
        return _numeric(raw, language.date_order)
    if kind == "stamp":
        return (("j", int(raw[:2])), ("H", raw[2:])) if 1 <= int(raw[:2]) <= 31 else ((UNKNOWN, raw),)
    if kind == "packed":
        return _packed(raw, language)
    if kind == "decade":
        return (("K", int(raw[:4]) if raw[0].isdigit() else 1900 + int(raw[1:3])),)
    if kind == "short_year":
        return (("y", int(raw[1:])),)
    return (("H", raw),)


def tags_of_quarter(match: re.Match[str]) -> Sequence[Tagged]:
    """The tags and values of "Q1" and "H2" before a year."""
    return ("O", int(match[2])), ("G", "quarter" if match[1] in "QT" else "half_year")


def _number(raw: str, suffix: str | None) -> Tagged:
    digits = raw.removesuffix(suffix or "")
    if suffix:
        return ("j", int(digits)) if len(digits) < 4 else (UNKNOWN, raw)
    if len(digits) == 4 and 1500 <= int(digits) <= 2100:
        return "Y", int(digits)
    return ("N", int(digits)) if len(digits) < 5 else (UNKNOWN, raw)


def _iso(raw: str) -> Sequence[Tagged]:
    year, month, *day = (int(part) for part in re.split(r"[-/.]", raw))
    if not day and month > 12 and month == (year + 1) % 100 and 1500 <= year <= 2100:
        return ("Y", year), ("-", "dash"), ("Y", year + 1)
    if not 1 <= month <= 12 or not 1500 <= year <= 2100:
        return ((UNKNOWN, raw),)
    days: list[Tagged] = [("N", day[0])] if day else []
    return (*days, ("M", month), ("Y", year))


def _numeric(raw: str, date_order: str) -> Sequence[Tagged]:
    """A date in figures; one that reads both ways ("03/04/2018") is `C` where both orders are in use."""
    first, second, *rest = (int(part) for part in re.split(r"[./-]", raw))
    dotted = "." in raw
    day_first = dotted or date_order == "day_first" or first > 12
    if not day_first and date_order == "unclear" and second <= 12 and first != second:
        return _either(first, second, rest) or ((UNKNOWN, raw),)
    day, month = (first, second) if day_first else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return (("H", raw),) if not rest and first < 24 and second < 60 else ((UNKNOWN, raw),)
    years: list[Tagged] = [("Y" if rest[0] > 99 else "y", rest[0])] if rest else []
    return (("N", day), ("M", month), *years)


def read_short_figures(text: str, tokens: Sequence[re.Match[str]], language: Language) -> Sequence[Tagged]:
    """The tags and values of the tokens of "17/01", a day and its month; nothing where they are none.

    Ten of twelve such figures at the head of an entry in hand-coded reports are days; the others are "9/11" and a night.
    """
    if len(tokens) < 3 or tokens[1].group() != "/" or tokens[2].lastgroup != "number" or not stands_as_day(text, tokens):
        return ()
    first, second = tokens[0].group(), tokens[2].group()
    month_behind = len(tokens) > 3 and tokens[3].group().lower() in language.months
    if month_behind or not (first + second).isdigit() or max(len(first), len(second)) > 2:
        return ()
    day, month = int(first), int(second)
    if language.date_order == "unclear" and day != month and max(day, month) <= 12:
        return (("C", f"{first}/{second}"),) if min(day, month) else ()
    if language.date_order == "unclear" and day <= 12 < month:
        day, month = month, day
    return (("N", day), ("M", month)) if 1 <= day <= 31 and 1 <= month <= 12 else ()


def stands_as_day(text: str, tokens: Sequence[re.Match[str]]) -> bool:
    """True for figures that head a line and are parted from what it tells, or that "on" leads to."""
    start, end = tokens[0].start(), tokens[2].end()
    if text[end : end + 1] in ("/", "%") or tokens[0].end() != tokens[1].start() or tokens[1].end() != tokens[2].start():
        return False
    line = text[max(text.rfind("\n", 0, start) + 1, start - LONGEST_LEAD) : start]
    lead = _HEADS_LINE.fullmatch(line)
    return lead is not None and (lead.group().rstrip().lower().endswith("on") or _PARTED.match(text, end) is not None)


def _either(first: int, second: int, rest: Sequence[int]) -> Sequence[Tagged]:
    """A full date that reads both ways, as its three figures; nothing without a year."""
    if not rest or (rest[0] > 99 and not 1500 <= rest[0] <= 2100) or not first or not second:
        return ()
    return (("C", f"{first}/{second}/{rest[0]}"),)


def _packed(raw: str, language: Language) -> Sequence[Tagged]:
    """ "03AUG09": figures and month without spaces, as in cables."""
    match = re.fullmatch(r"(\d+)([A-Za-z]+)(\d*)", raw)
    month = language.months.get(match.group(2).lower()) if match else None
    if match is None or month is None:
        return ((UNKNOWN, raw),)
    year = match.group(3)
    years: list[Tagged] = [("Y" if len(year) == 4 else "y", int(year))] if year else []
    return (("N", int(match.group(1))), ("M", month), *years)
