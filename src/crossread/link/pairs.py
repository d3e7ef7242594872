"""Candidate pairs: all claims that share a block, a part at a time, so that memory does not grow with their number."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossread.link.comparison import Telling
from crossread.link.keys import MOST_SHARING_A_NAME, is_name_block, looks_in, stands_in
from crossread.link.word_counts import NameRarity

Indices = NDArray[np.int64]
# Tellings whose blocks are looked up together, and pairs that are given out together.
PART, MOST_PAIRS = 4096, 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Candidate pairs as two lists of places in the sequence of tellings, `a` before `b`, each pair once."""

    a: Indices
    b: Indices


def candidate_pairs(tellings: Sequence[Telling], rarity: NameRarity) -> set[tuple[str, str]]:
    """Pairs of claim ids (sorted) of different documents that share a block; for collections of a few thousand claims."""
    names = [telling.claim.id for telling in tellings]
    return {
        (min(names[a], names[b]), max(names[a], names[b]))
        for pairs in iter_pairs(tellings, rarity)
        for a, b in zip(pairs.a.tolist(), pairs.b.tolist(), strict=True)
    }


def iter_pairs(
    tellings: Sequence[Telling],
    rarity: NameRarity,
    *,
    only: Sequence[int] | None = None,
    crowded: Collection[int] = (),
) -> Iterator[Pairs]:
    """The pairs of different documents that share a block, in parts; with `only`, those of which one is among these places.

    `crowded` are blocks of names that hold too many claims, if those that are not given are counted.
    """
    blocks = _Blocks(tellings, rarity)
    documents = _numbered([telling.claim.document_id for telling in tellings])
    wanted = np.ones(len(tellings), dtype=bool)
    if only is not None:
        wanted[:] = False
        wanted[list(only)] = True
    places = np.flatnonzero(wanted)
    for start in range(0, len(places), PART):
        keys, who = _looks(tellings, rarity, places[start : start + PART], crowded)
        for a, b in blocks.lookup(keys, who):
            # Looking is mutual: a pair of two wanted ones is met twice and taken from the first.
            keep = (documents[a] != documents[b]) & ((b > a) | ~wanted[b])
            yield _unique(a[keep], b[keep], size=len(tellings))


class _Blocks:
    """Who stands in which block, sorted by block."""

    def __init__(self, tellings: Sequence[Telling], rarity: NameRarity) -> None:
        keys, owners = array("q"), array("q")
        for place, telling in enumerate(tellings):
            found = stands_in(telling, rarity)
            keys.extend(found)
            owners.extend([place] * len(found))
        unsorted = np.frombuffer(keys, dtype=np.int64) if keys else np.empty(0, dtype=np.int64)
        order = np.argsort(unsorted, kind="stable")
        self._keys = unsorted[order]
        self._owners = np.frombuffer(owners, dtype=np.int64)[order] if owners else unsorted

    def lookup(self, keys: Indices, who: Indices) -> Iterator[tuple[Indices, Indices]]:
        """Each of `who` beside every claim of the block it looks in, some millions of pairs at a time."""
        left = self._keys.searchsorted(keys, "left")
        size = self._keys.searchsorted(keys, "right") - left
        crowded = (size > MOST_SHARING_A_NAME) & np.fromiter(map(is_name_block, keys.tolist()), dtype=bool, count=len(keys))
        size[crowded] = 0
        for rows in _cut(size):
            of_block, start = size[rows], left[rows]
            ends = np.cumsum(of_block)
            within = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - of_block, of_block)
            yield np.repeat(who[rows], of_block), self._owners[np.repeat(start, of_block) + within]


def _looks(
    tellings: Sequence[Telling], rarity: NameRarity, places: Indices, crowded: Collection[int]
) -> tuple[Indices, Indices]:
    keys, who = array("q"), array("q")
    for place in places.tolist():
        found = looks_in(tellings[place], rarity).difference(crowded)
        keys.extend(found)
        who.extend([place] * len(found))
    if not keys:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    return np.frombuffer(keys, dtype=np.int64), np.frombuffer(who, dtype=np.int64)


def _cut(sizes: Indices) -> Iterator[slice]:
    """Slices of lookups that come from whole claims and give at most about MOST_PAIRS pairs each."""
    total, start = np.cumsum(sizes), 0
    while start < len(sizes):
        before = int(total[start - 1]) if start else 0
        stop = max(start + 1, int(total.searchsorted(before + MOST_PAIRS, "right")))
        yield slice(start, stop)
        start = stop


def _unique(a: Indices, b: Indices, *, size: int) -> Pairs:
    codes = np.unique(np.minimum(a, b) * size + np.maximum(a, b))
    return Pairs(a=codes // size, b=codes % size)


def _numbered(names: Sequence[str]) -> Indices:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(name, len(numbers)) for name in names], dtype=np.int64)
