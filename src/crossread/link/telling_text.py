"""The words a claim is told in: its share of its document, and all of it for what the document is about."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossread.codebook import load_codebook
from crossread.link.tolerances import tolerances
from crossread.link.words import fold_text, word_shares
from crossread.records import Claim, Document

_WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")


Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wordage:
    """The words of a telling that another one of the collection can share, as sorted numbers of `WordWeights`.

    `count` is how many words were weighed, `length` the square root of their summed squared weights, words that no other
    document holds included: they cannot be shared, and still say that the telling is about something else.
    """

    numbers: Numbers
    count: int
    length: float


NO_WORDS = Wordage(numbers=np.empty(0, dtype=np.int32), count=0, length=0.0)


class WordWeights:
    """How much each word says of what a text is about: 0 for "police", most for a word that no other report holds.

    The share of reports that hold a word is the larger of two: in the collection at hand, and in the news on conflict that
    word_shares.tsv was counted from, as a small collection cannot tell that "gunmen" is common.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        counts: Counter[str] = Counter()
        size = 0
        for document in documents:
            size += 1
            counts.update(word_set(document.title, document.text))
        self._size = max(size, int(tolerances("text")["smallest_collection"]))
        self.words = sorted(word for word, count in counts.items() if count > 1)
        self._number = {word: number for number, word in enumerate(self.words)}
        known = word_shares()
        shares = (max(known.get(word, 0.0), counts[word] / self._size) for word in self.words)
        self._squares = np.array([self._weight(share) ** 2 for share in shares], dtype=np.float64)

    def weigh(self, words: Iterable[str]) -> Wordage:
        """The words that say most, as many as `text.most_words` allows."""
        known = word_shares()
        rows: list[tuple[float, str]] = []
        for word in words:
            number = self._number.get(word)
            square = (
                self._squares[number] if number is not None else self._weight(max(known.get(word, 0.0), 1 / self._size)) ** 2
            )
            if square > 0:
                rows.append((-float(square), word))
        kept = sorted(rows)[: int(tolerances("text")["most_words"])]
        numbers = sorted(self._number[word] for _, word in kept if word in self._number)
        length = math.sqrt(math.fsum(-square for square, _ in kept))
        return Wordage(numbers=np.array(numbers, dtype=np.int32), count=len(kept), length=length)

    def likeness(self, a: Wordage, b: Wordage) -> float:
        """From 0 (no word in common) to 1 (the same words, and many of them): the cosine of the two.

        A text of a few words is taken to be longer, as two short ones are soon alike: a car bomb exploded in Baghdad.
        """
        least = float(tolerances("text")["least_length"])
        return float(self._squares[_common(a, b)].sum()) / (max(a.length, least) * max(b.length, least))

    def fullness(self, a: Wordage, b: Wordage) -> float:
        """How much a lack of common words says, from 0 for a text of no words to 1 where both are long enough."""
        return min(1.0, min(a.length, b.length) / float(tolerances("text")["least_length"]))

    def shared(self, a: Wordage, b: Wordage, *, most: int = 5) -> list[str]:
        """The words in both that say most, the weightiest first."""
        ranked = sorted(_common(a, b).tolist(), key=lambda number: (-self._squares[number], self.words[number]))
        return [self.words[number] for number in ranked[:most]]

    def holds(self, telling: Wordage, word: str) -> bool:
        """True if the telling holds this folded word, as far as another document of the collection holds it, too."""
        number = self._number.get(word)
        if number is None:
            return False
        place = int(np.searchsorted(telling.numbers, number))
        return place < len(telling.numbers) and int(telling.numbers[place]) == number

    @staticmethod
    def _weight(share: float) -> float:
        return max(0.0, -math.log(share) - float(tolerances("text")["least_weight"]))


def _common(a: Wordage, b: Wordage) -> Numbers:
    return np.intersect1d(a.numbers, b.numbers, assume_unique=True)


def telling_words(claims: Sequence[Claim], document: Document | None) -> dict[str, frozenset[str]]:
    """For each claim of one document the words it is told in.

    A sentence belongs to every claim that quotes from it, and one that none quotes from to the claim before it. What the
    document is about (see `main_claim`) is told by the whole of it, headline included.
    """
    if document is None or not claims:
        return {claim.id: _quoted(claim) for claim in claims}
    main = main_claim(claims, document)
    owned = _owned_sentences(claims, document)
    words = {claim.id: word_set(*owned.get(claim.id, ())) | _quoted(claim) for claim in claims}
    if main is not None:
        words[main.id] = word_set(document.title, document.text)
    return words


def main_claim(claims: Sequence[Claim], document: Document) -> Claim | None:
    """What the document is about: the account it tells most often and earliest; None where it tells many things alike."""
    accounts = [claim for claim in claims if claim.scope == "incident"] or [c for c in claims if c.scope == "background"]
    if not accounts:
        return None
    rank = load_codebook().rank
    weights = {claim.id: _prominence(claim, document) for claim in accounts}
    best = min(accounts, key=lambda claim: (-weights[claim.id], claim.trigger.span.start, rank(claim.type), claim.id))
    share = weights[best.id] / sum(weights.values())
    return best if share >= float(tolerances("text")["main_share"]) else None


def _prominence(claim: Claim, document: Document) -> float:
    """How much of the document is on it: sentences it is told in, those near the beginning twice."""
    starts = {evidence.span.start for evidence in claim.iter_evidence()}
    early = len(document.text) * float(tolerances("text")["early"])
    return len(starts) + sum(1 for start in starts if start <= early)


def _owned_sentences(claims: Sequence[Claim], document: Document) -> dict[str, list[str]]:
    places = [(evidence.span.start, claim.id) for claim in claims for evidence in claim.iter_evidence()]
    owned: dict[str, list[str]] = {}
    before: frozenset[str] = frozenset()
    for start, end in _sentences(document.text):
        owners = frozenset(claim for place, claim in places if start <= place < end) or before
        for claim in owners:
            owned.setdefault(claim, []).append(document.text[start:end])
        before = owners
    return owned


def _sentences(text: str) -> list[tuple[int, int]]:
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    return [(start, end) for start, end in zip([0, *ends], [*ends, len(text)], strict=True) if start < end]


def _quoted(claim: Claim) -> frozenset[str]:
    return word_set(*(evidence.quote for evidence in claim.iter_evidence()))


def word_set(*texts: str | None) -> frozenset[str]:
    """The folded words of the texts, numbers included."""
    return frozenset(word for text in texts if text for word in _WORD.findall(fold_text(text)))
