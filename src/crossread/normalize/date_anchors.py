"""What stands around a date expression: the dates told before it, the sentence's tense, words that make it a date of reporting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from crossread.languages import load_language
from crossread.normalize.date_calendar import Stretch
from crossread.normalize.date_points import Bearings
from crossread.normalize.date_ranges import read_stretch
from crossread.normalize.date_words import TAGS, Word, read_words, shape_of
from crossread.records import Span

_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n|[|•]")
# Expressions found in running text: a core that dates by itself, with the words that may lead it in or follow it.
_POINT = (
    r"(?:D[ ,]*)?[NO][ ]*M[ ,]*(?:Y|y)?|(?:D[ ,]*)?M[ ]*[NO](?:[ ,]*(?:Y|y))?|m?[-]?[ ]*M[ ,]*(?:Y|y)|m[- ]*M|[lhx] *M"
    r"|(?:[mblhxvfs] *){0,3}[DWAX](?: *Y)?|[mb]? *r|M|I(?: *Y)?|K|(?:(?:[mb] *)*[lhsvfx] *U)|(?:N|i|k) *-?U *[gba]|[pl] *N? *U|Y"
)
_EXPRESSION = re.compile(rf"(?:(?:[BFSZT] *)*(?:{_POINT}|N)(?: *[-&] *(?:{_POINT}|N))? *T?|[lvsf] *T|o|n)")
_BARE_MONTH_LEAD = frozenset("SFBZ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A date expression found in the text and the days it names."""

    span: Span
    stretch: Stretch


def iter_expressions(text: str, language: str) -> Iterator[tuple[Word, ...]]:
    """The words of each date expression in running text, in order: what a rule reads there without any encoder."""
    words = read_words(text, language)
    shape = shape_of(words)
    for match in _EXPRESSION.finditer(shape):
        run = words[match.start() : match.end()]
        if _dates(run, text, words, match.start()):
            yield tuple(word for word in run)


def _dates(run: tuple[Word, ...], text: str, words: tuple[Word, ...], at: int) -> bool:
    """False for runs that only look like a date: a lone number, a year in a larger number, "may" and "second"."""
    tags = set(shape_of(run))
    if not tags & set("MDYrAXIKWUTon"):
        return False
    core = [word for word in run if word.tag not in " ,-&"]
    if len(core) == 1 and core[0].tag in "MY":
        before = text[max(0, core[0].start - 12) : core[0].start].lower().split()
        return bool(before) and (words[at - 1].tag in " SFBZlhmbT-&" if at else False)
    return True


@lru_cache(maxsize=256)
def told_dates(text: str, published: date | None, language: str) -> tuple[Told, ...]:
    """Every date the text tells, in order, each read with the one before it as anchor."""
    told: list[Told] = []
    anchor: Stretch | None = None
    for run in iter_expressions(text, language):
        span = Span(start=run[0].start, end=run[-1].end)
        bearings = Bearings(published=published, anchor=anchor, future=speaks_of_future(text, span, language))
        stretch = read_stretch(run, bearings)
        if stretch and stretch.earliest:
            told.append(Told(span=span, stretch=stretch))
            anchor = stretch
    return tuple(told)


def last_told(told: tuple[Told, ...], before: int) -> Stretch | None:
    """The last date told wholly before a place in the text."""
    found = None
    for one in told:
        if one.span.end > before:
            break
        found = one.stretch
    return found


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of the same sentence before and after a place, at most 300 characters each."""
    before = text[max(0, start - 300) : start]
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    after = text[end : end + 300]
    stop = _SENTENCE_END.search(after)
    return before[ends[-1] :] if ends else before, after[: stop.start()] if stop else after


def speaks_of_future(text: str, span: Span, language: str) -> bool:
    """True where a cue such as "will" or "vowed to" stands in the same sentence before the date."""
    cues = _cue(language, "future")
    before, _ = sentence_around(text, span.start, span.end)
    return cues is not None and cues.search(before.lower()) is not None


def is_reporting(text: str, span: Span, language: str) -> bool:
    """True where the words before the date make it the day of reporting: "a letter dated", "posted online"."""
    cues = _cue(language, "reported")
    before, _ = sentence_around(text, span.start, span.end)
    return cues is not None and cues.search(before.lower()[-40:]) is not None


def next_role(text: str, end: int, language: str) -> str | None:
    """The date role of the word right after a place ("after", "since"), if it has one."""
    words = read_words(text, language, start=end, end=min(len(text), end + 12))
    return str(words[0].value) if words and words[0].tag in TAGS.values() else None


@cache
def _cue(language: str, kind: str) -> re.Pattern[str] | None:
    phrases = load_language(language).date_cues.get(kind, ())
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b") if phrases else None
