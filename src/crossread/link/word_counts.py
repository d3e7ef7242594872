"""In how many documents each word stands: what a count of the collection leaves behind, and what a word is worth by it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from crossread.link.tolerances import tolerances
from crossread.link.words import names_in, word_set, word_shares
from crossread.records import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class WordCounts:
    """Documents that hold each name and each word, among `documents` documents.

    A store keeps the count it linked by: claims that come later are weighed by the same count, so that what they do not touch
    stays as it is, and the order in which they come changes nothing. It is counted anew when the store has outgrown it.
    """

    documents: int = 0
    names: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, int] = field(default_factory=dict)


def count_words(documents: Iterable[Document]) -> WordCounts:
    """The count over these documents."""
    names: Counter[str] = Counter()
    words: Counter[str] = Counter()
    size = 0
    for document in documents:
        size += 1
        names.update(names_in(document.text))
        words.update(word_set(document.title, document.text))
    return WordCounts(documents=size, names=names, words=words)


class NameRarity:
    """How rare a name is, from 0 to 1: in the collection, and in the news on conflict, which is full of "NATO".

    A name that was never counted is as rare as can be.
    """

    def __init__(self, counts: WordCounts | None = None) -> None:
        self._counts = (counts or WordCounts()).names
        self._size = max((counts or WordCounts()).documents, int(tolerances("words")["smallest_collection"]))
        self._news = int(tolerances("words")["news_size"])
        self._known: dict[str, float] = {}

    def get(self, name: str) -> float:
        """The rarity of a folded name."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._rarity(name)
        return found

    def _rarity(self, name: str) -> float:
        count = self._counts.get(name)
        if count is None:
            return 1.0
        in_news = word_shares().get(name, 0.0) * self._news
        return min(_rarity(count, self._size), _rarity(in_news, self._news))


def _rarity(count: float, size: int) -> float:
    return max(0.0, 1.0 - math.log(1 + count) / math.log(1 + size))
