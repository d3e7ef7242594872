"""Patterns that are searched only where one of their words stands.

Most rules look for a rare wording in every sentence or report, and the words it cannot do without tell faster than the pattern
that it is not there: of 45 patterns with words the text was not searched at all in four of five calls.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from crossread import patterns as re


class Worded:
    """A pattern and words of which at least one, as a part of a word at least, stands in all that it matches.

    The words are in small letters, parted by spaces. A test takes every such pattern apart and proves that it matches nothing
    without them, so that a search gives what the pattern alone would give.
    """

    def __init__(self, words: str, pattern: str, flags: int | re.RegexFlag = 0) -> None:
        self.words = tuple(words.split())
        self._pattern = pattern, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern: most reports have none of its words, and it need not be compiled for them."""
        return re.compile(*self._pattern)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in a stretch of the text."""
        return self.compiled.search(text, start, end) if self._may_match(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches in a stretch of the text."""
        return self.compiled.finditer(text, start, end) if self._may_match(text, start, end) else iter(())

    def _may_match(self, text: str, start: int, end: int) -> bool:
        said = in_small_letters(text if start == 0 and end >= len(text) else text[start:end])
        for word in self.words:  # noqa: SIM110 two words are looked for in less time than a generator is made
            if word in said:
                return True
        return False


@lru_cache(maxsize=64)
def stands_in(text: str, pattern: re.Pattern[str]) -> bool:
    """True where a report holds a wording somewhere: looked for once a report, not once a claim.

    A report of 900 kB has thousands of claims; two rules that searched all of it for each took nine tenths of its time.
    """
    return pattern.search(text) is not None


def any_of(words: Iterable[str]) -> str:
    """A choice between words, in their order, as a pattern that looks at each first letter once.

    Of thirty words a search tries all thirty at every word of a text, of words parted by their first letter a few.
    """
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[:1].lower(), []).append(word)
    return "|".join(_one_letter(said) for said in by_letter.values())


def _one_letter(words: list[str]) -> str:
    """The words with the letter they begin with in front, where all write it alike."""
    first = words[0][:1]
    if len(words) == 1 or any(word[:1] != first for word in words):
        return "|".join(map(re.escape, words))
    return f"{re.escape(first)}(?:{'|'.join(re.escape(word[1:]) for word in words)})"


def in_small_letters(text: str) -> str:
    """The text in the letters that a pattern without regard to case takes for the same as a to z."""
    return text.lower() if text.isascii() else _folded(text)


@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    """A dotted and a dotless i are the same to such a pattern as any i, a long s as any s."""
    return text.lower().replace("i̇", "i").replace("ı", "i").replace("ſ", "s")
