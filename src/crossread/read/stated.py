"""A line that states its source: the name, and what stands behind it ("Source: Sahel Risk Desk. Published 22 March 2021.")."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from crossread import patterns as re
from crossread.languages import list_languages, load_language
from crossread.read.dateline_rules import load_rules
from crossread.read.options import load_table

_LINE = re.compile(r"(?:source|outlet|publisher|published by|issued by)\s*:\s*(?P<value>[^\W\d_].*)", re.IGNORECASE)
_STOP = re.compile(r"(?P<word>[^\W\d_]{4,})\.(?=\s|$)")  # of words of three letters ("Inc.", "Ltd.") no stop ends a sentence
_SHORTENED = frozenset("corp dept govt univ assoc inst prof intl natl bros messrs".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A source as a line states it, and the words behind it, in which a day of publication may stand."""

    name: str
    rest: str


def find_stated(line: str) -> Stated | None:
    """What a line such as `Source: NAME` states; None for every other line."""
    match = _LINE.fullmatch(line.strip())
    return split_source(match["value"]) if match else None


def split_source(value: str) -> Stated:
    """The name ends at the full stop of its sentence, and before a day of publication behind a comma, bar or dash."""
    ends = [match.end() for match in _STOP.finditer(value) if match["word"].casefold() not in _abbreviations()]
    ends += [match.start() for match in _before_day().finditer(value) if _holds_day(value[match.end() :])]
    end = min(ends, default=len(value))
    return Stated(name=value[:end].rstrip(" .,;|-–—"), rest=value[end:].lstrip(" .,;|(-–—"))


def _holds_day(words: str) -> bool:
    return any(form.search(words) for form in load_rules().full_dates)


@cache
def _before_day() -> re.Pattern[str]:
    labels = "|".join(re.escape(label) for label in load_table("dates.toml")["labels"]["published"])
    return re.compile(rf"\s*(?:[.,;|(]|\s[-–—]|\s{{2,}}(?=\d))\s*(?=(?:{labels})\b|\d|[^\W\d_]+ \d)", re.IGNORECASE)


@cache
def _abbreviations() -> frozenset[str]:
    told = {word.casefold().rstrip(".") for code in list_languages() for word in load_language(code).abbreviations}
    return frozenset(told) | _SHORTENED
