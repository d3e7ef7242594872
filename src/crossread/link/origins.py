"""Countries that words name: "chad" and "chadian" are Chad."""

from __future__ import annotations

from functools import cache, lru_cache

from crossread import patterns as re
from crossread.errors import GazetteerError
from crossread.gazetteer import Gazetteer
from crossread.keeping import kept_with_lists
from crossread.link.words import fold

# A name of up to three words: "South African police" is of South Africa.
_NAME = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*)*")
_MOST_WORDS = 3


@kept_with_lists
@cache
def origin_of(word: str) -> str | None:
    """The country a name or demonym stands for (chad, chadian: TD), None for other words or without a gazetteer."""
    gazetteer = _gazetteer()
    if gazetteer is None:
        return None
    place = gazetteer.country(word) if len(word) > 3 else None
    return gazetteer.demonym(word) or (place.country if place else None)


@kept_with_lists
@lru_cache(maxsize=100_000)
def origins_in(text: str) -> frozenset[str]:
    """The countries whose names or demonyms a text holds; the longest name counts, so that "South Sudanese" is not Sudan."""
    found: set[str] = set()
    for match in _NAME.finditer(text):
        words, at = fold(re.sub(r"['’]s\b", "", match.group())).split(), 0
        while at < len(words):
            size = next((n for n in range(_MOST_WORDS, 0, -1) if origin_of(" ".join(words[at : at + n]))), 0)
            if size and (country := origin_of(" ".join(words[at : at + size]))):
                found.add(country)
            at += max(1, size)
    return frozenset(found)


@kept_with_lists
@cache
def _gazetteer() -> Gazetteer | None:
    try:
        return Gazetteer.open()
    except GazetteerError:
        return None
