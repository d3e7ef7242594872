"""A body of a state as speaker ("the government said") and as the publisher of a report ("Government of Mali")."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from crossread import patterns as re
from crossread.link.tolerances import tolerances
from crossread.link.words import fold

NAME = "bodies"


def find_body(words: str, sources: Iterable[str]) -> str | None:
    """The one source that is the body which these words name, None where none is or more than one may be.

    Of two whose names differ by a word more it is the plainer ("Army of Niger", "Army of Niger, Diffa"). Whatever else the
    words tell ("the Zamfara police", "the ministry of defence") must stand in the source's name.
    """
    kind, more = _read(words)
    if not kind:
        return None
    fitting = [source for source in sources if _read(source)[0] == kind and all(_holds(source, word) for word in more)]
    plainest = min(fitting, key=lambda source: (len(_read(source)[1]), source), default=None)
    one = plainest is not None and all(_read(plainest)[1] <= _read(source)[1] for source in fitting)
    return plainest if one else None


@lru_cache(maxsize=1 << 12)
def _read(words: str) -> tuple[str, frozenset[str]]:
    """The kind of body, "" where the words name none or more than one, and the words beside it."""
    rest = _spokesman().sub(" ", fold(words))
    kinds = [name for name, pattern in _kinds().items() if pattern.search(rest)]
    if len(kinds) != 1:
        return "", frozenset()
    left = _kinds()[kinds[0]].sub(" ", rest)
    return kinds[0], frozenset(word for word in re.findall(r"\w+", left) if word not in tolerances(NAME)["small"])


def _holds(source: str, word: str) -> bool:
    """True for "defence" in "Ministry of Defense", "malian" in "Government of Mali"."""
    start = word[: max(3, min(len(word) - 2, tolerances(NAME)["stem"]))]
    return any(other.startswith(start) for other in re.findall(r"\w+", fold(source)))


@cache
def _kinds() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(rf"\b(?:{'|'.join(words)})\b") for name, words in tolerances(NAME)["kinds"].items()}


@cache
def _spokesman() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(tolerances(NAME)['spokesmen'])})\b")
