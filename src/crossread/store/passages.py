"""Where in a report the words stand that somebody looks for: found as the search finds them, shown with what is around."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crossread import patterns as re
from crossread.folding import without_accents

TERM = re.compile(r'"([^"]+)"|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")
WINDOW = 200  # characters in which the terms should stand together
BEFORE, AFTER = 60, 160  # characters shown around the first of them
MOST_SPOTS = 400  # of one term, in one report


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a report with the words that were looked for. `start` is where the first of them begins in the report.

    `pieces` are its parts in order, each with whether it is one of the words; `cut` says whether text stands before and behind.
    """

    start: int
    pieces: tuple[tuple[str, bool], ...]
    cut: tuple[bool, bool]


def parse_terms(words: str) -> list[str]:
    """The terms of a query: single words and quoted phrases, those without a letter or digit left out."""
    found = (phrase or word for phrase, word in TERM.findall(words))
    return [term for term in found if _WORD.search(term)]


def find_spots(text: str, words: str) -> list[tuple[int, int]]:
    """Where each term stands in the text, whole words without case and accents, in order and without overlaps."""
    spots = sorted(spot for spots in _by_term(text, words) for spot in spots)
    return list(_apart(spots))


def find_passage(text: str, words: str) -> Passage | None:
    """The first stretch in which most of the terms stand together; None where only the title has them."""
    told = [(start, end, term) for term, spots in enumerate(_by_term(text, words)) for start, end in spots]
    if not told:
        return None
    told.sort()
    starts = [start for start, _, _ in told]
    best = max(range(len(told)), key=lambda i: (_terms_from(told, starts, i), -i))
    first, last = told[best][0], told[best][1]
    low, high = max(0, first - BEFORE), min(len(text), max(last, first + AFTER))
    low = _to_word(text, low, first) if low else 0
    high = text.rfind(" ", last, high) if high < len(text) and text.rfind(" ", last, high) > 0 else high
    spots = [(start, end) for start, end in _apart(sorted((s, e) for s, e, _ in told)) if low <= start and end <= high]
    return Passage(start=first, pieces=tuple(_pieces(text, low, high, spots)), cut=(low > 0, high < len(text)))


def _by_term(text: str, words: str) -> list[list[tuple[int, int]]]:
    folded = _fold(text)
    return [_spots_of(folded, term) for term in parse_terms(words)]


def _spots_of(folded: str, term: str) -> list[tuple[int, int]]:
    joined = r"[\W_]+".join(re.escape(_fold(word)) for word in _WORD.findall(term))
    form = re.compile(rf"(?<![^\W_]){joined}(?![^\W_])")
    return [match.span() for match, _ in zip(form.finditer(folded), range(MOST_SPOTS), strict=False)]


def _fold(text: str) -> str:
    """The text without case and accents, sign for sign as long as it was, so that what is found in it has its place."""
    if text.isascii():
        return text.lower()
    return text.translate({ord(sign): (without_accents(sign) or sign)[0] for sign in set(text)})


def _terms_from(told: list[tuple[int, int, int]], starts: list[int], at: int) -> int:
    """How many different terms stand in the window that begins here."""
    end = bisect_left(starts, starts[at] + WINDOW, at)
    return len({term for _, _, term in told[at:end]})


def _to_word(text: str, low: int, first: int) -> int:
    """Where the next word begins, so that none is cut."""
    space = text.find(" ", low, first)
    return space + 1 if space >= 0 else low


def _apart(spots: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    behind = 0
    for start, end in spots:
        if start >= behind:
            yield start, end
            behind = end


def _pieces(text: str, low: int, high: int, spots: Iterable[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    at = low
    for start, end in spots:
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < high:
        yield text[at:high], False
