"""A pair of tellings, and what one comparison finds in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any, Protocol, TypeVar

from crossread.errors import RecordError
from crossread.link.telling_text import NO_WORDS, Wordage, WordWeights
from crossread.link.word_counts import NameRarity
from crossread.records import Claim

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A claim with what its document adds to it.

    `published` bounds an undated claim, `frame` holds the countries of the document's other claims (it stands in, weakly,
    for a place that is not told), `words` the folded names in the claim's quotes and in the sentence of its trigger,
    `text` the rare words of all that tells of it, `key_words` the weightiest of them. `known` is False where it is told as
    news, `told_before` True where only an earlier report explains the telling, `further` where it is told as one more of its
    kind, `counted_anew` where its toll is told to have grown, `beside` the places of other attacks that its report sets beside
    it, `spoken_of` the countries that its sentence names, were it by their people ("Saudi forces"), `ordinals` what its
    sentence numbers ("the first of five hostages"). `derived` remembers what comparisons made of the claim (see `once`).
    """

    claim: Claim
    published: date | None = None
    frame: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    text: Wordage = NO_WORDS
    key_words: tuple[str, ...] = ()
    known: bool = True
    told_before: bool = False
    further: bool = False
    counted_anew: bool = False
    beside: frozenset[str] = frozenset()
    spoken_of: frozenset[str] = frozenset()
    ordinals: Mapping[str, frozenset[str]] = field(default_factory=dict)
    derived: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)


def once(make: Callable[[Telling], T]) -> Callable[[Telling], T]:
    """What a function makes of a telling, made once for each: a telling is compared with many others."""
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def remembered(telling: Telling) -> T:
        derived = telling.derived
        if name not in derived:
            derived[name] = make(telling)
        found: T = derived[name]
        return found

    return remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two tellings of different documents.

    `rarity` of a name in the collection: 0 in every document, near 1 in one; `weights` those of all words. `found` remembers
    what each comparison said of the pair (see `score.compared`). Of a `brief` pair nobody reads the sentences: a comparison
    may leave out of them what takes time to say.
    """

    a: Telling
    b: Telling
    rarity: NameRarity = field(default_factory=NameRarity)
    weights: WordWeights | None = None
    brief: bool = False
    found: dict[str, Comparison] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What one comparison finds: a score from -1 (only two incidents explain it) to 1, None where there is nothing to compare.

    `sentence` is for the reviewer and names the values that were compared.
    """

    name: str
    score: float | None
    sentence: str

    def __post_init__(self) -> None:
        """Refuse a score outside -1 to 1 with `RecordError`; None (nothing to compare) is none."""
        if self.score is not None and not -1.0 <= self.score <= 1.0:
            raise RecordError(
                f"Comparison {self.name} gave a score out of range.", expected="-1 to 1, or None", found=str(self.score)
            )


class Compare(Protocol):
    """A plugin of kind `comparisons`, registered as name@version."""

    def __call__(self, pair: Pair) -> Comparison:
        """The score of a pair of claims, -1 to 1 or None where a side tells nothing, with a sentence for the reviewer."""
        ...
