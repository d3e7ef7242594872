"""Where a quote stands in the text: the model names words, never offsets, and only words that are there count."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from crossread.extract.llm_folding import FoldedText
from crossread.records import Span

MOST = 20  # what stands more often than that in one part tells little about a place, and an answer could make it cost much
FAR = 600  # characters: about four sentences; words further off say nothing about where a quote stands
_INSIDE_NUMBER = ".,'’\u00a0\u202f"


class QuoteFinder:
    """Finds quotes in one part of a document; the offsets are those of the whole document."""

    def __init__(self, text: str, part: Span) -> None:
        self._text = text
        self._part = part
        self._folded = FoldedText(text[part.start : part.end])
        self._places: dict[tuple[str, str | None], list[Span]] = {}

    def find(self, quote: str, *, sentence: str | None = None, near: Span | None = None) -> Span | None:
        """The place of the quote, None if the part does not say it as whole words.

        Where it stands more than once, places inside `sentence` go first (a sentence that is not in the text says nothing),
        then the one closest to `near`, then the first.
        """
        places = self._find_places(quote, sentence)
        return min(places, key=lambda place: (_distance(place, near) if near else 0, place.start), default=None)

    def find_among(self, quote: str, *, sentence: str | None, others: Sequence[str]) -> Span | None:
        """The same for a quote that `others` belong to: of several places, the one that has them closest by.

        A model that gives no sentence for a word that stands ten times has still said what stands beside it.
        """
        places = self._find_places(quote, sentence)
        if len(places) < 2:
            return places[0] if places else None
        company = [found for other in others[:MOST] if 0 < len(found := self._find_places(other, None)) <= MOST]
        return min(places, key=lambda place: (sum(_closest(place, found) for found in company), place.start))

    def _find_places(self, quote: str, sentence: str | None) -> list[Span]:
        """Looked up once for each quote and sentence: an answer may hold the same one thousands of times."""
        known = self._places.get((quote, sentence))
        if known is None:
            places = [place for place in self._say(quote) if self._is_whole(place)]
            frames = self._say(sentence)[:MOST] if sentence and len(places) > 1 else []
            known = [place for place in places if any(frame.contains(place) for frame in frames)] or places
            self._places[quote, sentence] = known
        return known

    def _say(self, words: str) -> list[Span]:
        offset = self._part.start
        return [Span(start=offset + start, end=offset + end) for start, end in self._folded.find_all(words)]

    def _is_whole(self, place: Span) -> bool:
        """False for "Gao" in "Gaoua" and for "12" in "12,000"."""
        text = self._text
        if place.start > 0 and _joined(text[place.start - 1], text[place.start]):
            return False
        if place.end < len(text) and _joined(text[place.end - 1], text[place.end]):
            return False
        before, after = text[max(0, place.start - 2) : place.start], text[place.end : place.end + 2]
        return not (_goes_on(after, text[place.end - 1]) or _goes_on(before[::-1], text[place.start]))


def _joined(left: str, right: str) -> bool:
    """True if no word ends between the two. Letters without case (Arabic, Chinese, Thai …) are written with prefixes or
    without spaces: there every edge is a possible one."""
    if unicodedata.combining(right):
        return True
    return left.isalnum() and right.isalnum() and "Lo" not in (unicodedata.category(left), unicodedata.category(right))


def _goes_on(beyond: str, edge: str) -> bool:
    return len(beyond) == 2 and edge.isdigit() and beyond[0] in _INSIDE_NUMBER and beyond[1].isdigit()


def _closest(place: Span, others: Sequence[Span]) -> int:
    return min(FAR, *(_distance(place, other) for other in others))


def _distance(place: Span, near: Span) -> int:
    return max(0, place.start - near.end, near.start - place.end)
