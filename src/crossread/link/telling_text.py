"""The words a claim is told in: its share of its document, and all of it for what the document is about."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossread import patterns as re
from crossread.codebook import load_codebook
from crossread.link.tolerances import tolerances
from crossread.link.word_counts import WordCounts
from crossread.link.words import stem, stem_shares, word_set
from crossread.records import Claim, Document

_HEADING = re.compile(r"^[^.!?:\n]{3,100}:\s+(?=[A-ZÀ-Þ])")
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")


Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wordage:
    """The weightiest words of a telling, as sorted numbers of `WordWeights`.

    `count` is how many words were weighed, `length` the square root of their summed squared weights, words that no other
    document holds included: they cannot be shared, and still say that the telling is about something else.
    """

    numbers: Numbers
    count: int
    length: float


NO_WORDS = Wordage(numbers=np.empty(0, dtype=np.int32), count=0, length=0.0)


class WordWeights:
    """How much each word says of what a text is about: 0 for "police", most for a word that no other report holds.

    The share of reports that hold a word is the larger of two: in the collection that was counted, and in the news on conflict
    that word_shares.tsv was counted from, as a small collection cannot tell that "gunmen" is common. A word is numbered when it
    is first met.
    """

    def __init__(self, counts: WordCounts) -> None:
        self._counts = counts.words
        self._size = max(counts.documents, int(tolerances("text")["smallest_collection"]))
        self.words: list[str] = []
        self._number: dict[str, int] = {}
        self._squares: list[float] = []
        self._table = np.empty(0, dtype=np.float64)

    def weigh(self, words: Iterable[str]) -> Wordage:
        """The words that say most, as many as `text.most_words` allows."""
        rows: list[tuple[float, str, int]] = []
        for word in words:
            number = self._number.get(word)
            if number is None:
                number = self._add(word)
            square = self._squares[number]
            if square > 0:
                rows.append((-square, word, number))
        rows.sort()
        kept = rows[: int(tolerances("text")["most_words"])]
        numbers = np.array(sorted(number for _, _, number in kept), dtype=np.int32)
        return Wordage(numbers=numbers, count=len(kept), length=math.sqrt(math.fsum(-square for square, _, _ in kept)))

    def likeness(self, a: Wordage, b: Wordage) -> float:
        """From 0 (no word in common) to 1 (the same words, and many of them): the cosine of the two.

        A text of a few words is taken to be longer, as two short ones are soon alike: a car bomb exploded in Baghdad.
        """
        least = float(tolerances("text")["least_length"])
        common = math.fsum(self.table[_common(a, b)].tolist())  # the same sum, whatever numbers the words were given
        return common / (max(a.length, least) * max(b.length, least))

    def fullness(self, a: Wordage, b: Wordage) -> float:
        """How much a lack of common words says, from 0 for a text of no words to 1 where both are long enough."""
        return min(1.0, min(a.length, b.length) / float(tolerances("text")["least_length"]))

    def shared(self, a: Wordage, b: Wordage, *, most: int = 5) -> list[str]:
        """The words in both that say most, the weightiest first."""
        ranked = sorted(_common(a, b).tolist(), key=lambda number: (-self._squares[number], self.words[number]))
        return [self.words[number] for number in ranked[:most]]

    def key_words(self, telling: Wordage, *, most: int) -> list[str]:
        """The weightiest words of a telling that were counted in other documents, too."""
        ranked = self.shared(telling, telling, most=len(telling.numbers))
        return [word for word in ranked if self._counts.get(word, 0) > 1][:most]

    def holds(self, telling: Wordage, word: str) -> bool:
        """True if the telling holds this folded word, in whatever form."""
        number = self.number(word)
        if number is None:
            return False
        place = int(telling.numbers.searchsorted(number))
        return place < len(telling.numbers) and int(telling.numbers[place]) == number

    def says(self, word: str) -> bool:
        """False for a folded word that most reports hold: it says nothing of what one is about."""
        number = self.number(word)
        return number is None or self._squares[number] > 0

    def number(self, word: str) -> int | None:
        """The number of a folded word, None if no telling holds it."""
        return self._number.get(stem(word))

    @property
    def table(self) -> NDArray[np.float64]:
        """The squared weight of each word by its number."""
        if len(self._table) != len(self._squares):
            self._table = np.array(self._squares, dtype=np.float64)
        return self._table

    def _add(self, word: str) -> int:
        number = self._number[word] = len(self.words)
        self.words.append(word)
        share = max(stem_shares().get(word, 0.0), max(1, self._counts.get(word, 0)) / self._size)
        self._squares.append(self._weight(min(1.0, share)) ** 2)
        return number

    @staticmethod
    def _weight(share: float) -> float:
        return max(0.0, -math.log(share) - float(tolerances("text")["least_weight"]))


def _common(a: Wordage, b: Wordage) -> Numbers:
    """The numbers in both: each of the shorter list looked up in the longer one."""
    short, long = (a.numbers, b.numbers) if len(a.numbers) <= len(b.numbers) else (b.numbers, a.numbers)
    if not len(short):
        return short
    places = long.searchsorted(short)
    places[places == len(long)] = 0
    found: Numbers = short[long[places] == short]
    return found


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
        words[main.id] = word_set(document.title, _HEADING.sub("", document.text, count=1))
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
    places = sorted((evidence.span.start, claim.id) for claim in claims for evidence in claim.iter_evidence())
    owned: dict[str, list[str]] = {}
    before: frozenset[str] = frozenset()
    for start, end in _sentences(document.text):
        first = bisect_left(places, (start, ""))
        owners = frozenset(claim for _, claim in places[first : bisect_left(places, (end, ""), lo=first)]) or before
        for claim in owners:
            owned.setdefault(claim, []).append(document.text[start:end])
        before = owners
    return owned


def _sentences(text: str) -> list[tuple[int, int]]:
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    return [(start, end) for start, end in zip([0, *ends], [*ends, len(text)], strict=True) if start < end]


def _quoted(claim: Claim) -> frozenset[str]:
    return word_set(*(evidence.quote for evidence in claim.iter_evidence()))
