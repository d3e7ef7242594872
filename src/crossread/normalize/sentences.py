"""Where the sentences of a report end, as far as normalizing asks: found once a report, not once a claim."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from crossread import patterns as re

# Words that a full stop shortens, wherever they stand; those of the second list only before a number ("No. 3", "Jan. 12").
_SHORT = (
    "incl approx ca vs esp Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Cpt Sgt Cpl Brig Cmdr Adm Insp Supt Pvt Pte Gov Sen Rep Rev"
    " Hon Ste St Mt Ft Brgy Bgy Msgr Fr"
)
_BEFORE_NUMBER = "No Nos Art Sec Fig Ch pp p est c Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
# What a pattern for the end of a sentence has before its full stop, so that it ends behind no such word.
NO_ABBREVIATION = (
    r"(?=[.!?])"
    + "".join(rf"(?<!\b{word})" for word in _SHORT.split())
    + "".join(rf"(?!(?<=\b{word})\.\s+\d)" for word in _BEFORE_NUMBER.split())
)
# A full stop behind a capital is mostly an abbreviation's ("the U.S. Army"), but for three of them ("in the DRC. The army");
# one without a space is a lost line break.
_END = re.compile(
    NO_ABBREVIATION + r"(?<=[a-z0-9)\"”’'])[.!?]+[\"”’']*\s+(?=[\"“(A-Z0-9])|\n+|(?<=[a-z])\.(?=[A-Z][a-z])"
    r"|(?<=[A-Z]{3})[.!?]+[\"”’']*\s+(?=[\"“(]?[A-Z][a-z])"
)


_MARK = re.compile(r"[.!?\n|•]")


@lru_cache(maxsize=4)
def _marks(text: str) -> tuple[int, ...]:
    """The offsets of all marks with one of which every end of a sentence begins, however a rule knows it."""
    return tuple(match.start() for match in _MARK.finditer(text))


def marks_between(text: str, start: int, end: int) -> Sequence[int]:
    """The offsets of such marks in a stretch: the nearest end is looked for there alone, from a place outward."""
    marks = _marks(text)
    return marks[bisect_left(marks, start) : bisect_left(marks, end)]


@lru_cache(maxsize=4)
def sentence_ends(text: str) -> tuple[int, ...]:
    """The offsets right behind each sentence, the last one's left out."""
    ends: list[int] = []
    for mark in _marks(text):  # every end begins with one, and to ask at each is several times faster than to search
        if not ends or mark >= ends[-1]:
            end = _END.match(text, mark)
            ends += [end.end()] if end is not None else []
    return tuple(ends)


def sentence_at(text: str, offset: int) -> int:
    """The number of the sentence that holds an offset, from 0."""
    return bisect_right(sentence_ends(text), offset)


def sentence_end(text: str, offset: int) -> int:
    """The first end of a sentence behind an offset, the end of the text for the last one."""
    ends = sentence_ends(text)
    after = bisect_right(ends, offset)
    return ends[after] if after < len(ends) else len(text)


def sentence_start(text: str, offset: int) -> int:
    """Where the sentence that holds an offset begins."""
    number = sentence_at(text, offset)
    return sentence_ends(text)[number - 1] if number else 0


def sentence_with(text: str, offset: int) -> str:
    """The words of the sentence that holds an offset."""
    ends, number = sentence_ends(text), sentence_at(text, offset)
    return text[ends[number - 1] if number else 0 : ends[number] if number < len(ends) else len(text)]


_INK = re.compile(r"\S")


def has_words(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """True where something is written in a stretch; nothing is copied, as the rest of a report may be long."""
    return _INK.search(text, start, end) is not None


# "GOMA, 12 March 2018 (Wire) - ", "KYIV (Wire) — "
_DATELINE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’. -]{2,40}(?:[,/][\w ,.'’/-]{0,60})?(?:\s*\([^()\n]{1,60}\))?\s*(?<=[\s)])[-–—]{1,2}\s+"
)


def start_behind_dateline(text: str, start: int) -> int:
    """Where a sentence begins, past the dateline at the head of a line."""
    if start and text[start - 1] != "\n":
        return start
    dateline = _DATELINE.match(text, start)
    return dateline.end() if dateline else start
