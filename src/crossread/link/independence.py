"""Which documents are one source: wire copies, reprints, and several reports of one publisher."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from crossread.codebook.table_shape import publisher
from crossread.link.citations import dependent_pairs, find_citations
from crossread.link.passing_on import names_as_teller
from crossread.link.words import fold
from crossread.records import Claim, Document

if TYPE_CHECKING:
    from datasketch import MinHash

# Words in a row that make one shingle; three still holds after an editor's hand.
SHINGLE = 3
# Share of shingles in common from which two texts are copies; for a copy inside a longer text, the share of the shorter one.
# Measured on 239 pairs of local news reports on one incident (Gun Violence Corpus, train): the longer one holds 0.09 of the
# shorter one's shingles (median), 0.36 at the 95th percentile, copies 0.95 and more; no pair lies between 0.62 and 0.95.
# Reports on different incidents never reached 0.20 in 5,000 drawn pairs.
COPY, CONTAINED = 0.5, 0.7
# Share of its shingles that a report which names another outlet as its source has in common with that outlet's. Of independent
# reports 95 in 100 stay below 0.36; one that adds three times as much of its own stands by itself.
PASSED_ON = 0.4
# A text shorter than this many shingles is contained in too much.
SHORTEST = 15
_PERMUTATIONS, _CANDIDATE = 64, 0.3


def source_groups(documents: Iterable[Document], claims: Iterable[Claim] = ()) -> Mapping[str, int]:
    """For each document id the number of its independent source, from 1; the numbering depends on the sets given only.

    `claims` are the accounts of one incident: one that is told wholly on another outlet's word is no source beside it.
    """
    by_id = {document.id: document for document in documents}
    ordered = [by_id[key] for key in sorted(by_id)]
    parent = {document.id: document.id for document in ordered}
    told_on = dependent_pairs(find_citations(claims, by_id))
    for a, b in (*_same_publisher(ordered), *_near_copies(ordered), *_passed_on(ordered), *told_on):
        low, high = sorted((_root(parent, a), _root(parent, b)))
        parent[high] = low
    numbers: dict[str, int] = {}
    return {document.id: numbers.setdefault(_root(parent, document.id), len(numbers) + 1) for document in ordered}


def is_copy(a: Document, b: Document) -> bool:
    """True if one text is a near-copy of the other, or holds it."""
    shingles_a, shingles_b = _shingles(a.text), _shingles(b.text)
    if not shingles_a or not shingles_b:
        return False
    common = len(shingles_a & shingles_b)
    shorter = min(len(shingles_a), len(shingles_b))
    return common / len(shingles_a | shingles_b) >= COPY or (shorter >= SHORTEST and common / shorter >= CONTAINED)


def _is_in_words_of(citing: Document, cited: Document) -> bool:
    """True if a report is in good part another's words."""
    own = _shingles(citing.text)
    return len(own) >= SHORTEST and len(own & _shingles(cited.text)) >= PASSED_ON * len(own)


def _same_publisher(documents: Sequence[Document]) -> list[tuple[str, str]]:
    first: dict[str, str] = {}
    return [(first.setdefault(fold(publisher(d.source)), d.id), d.id) for d in documents if d.source]


def _near_copies(documents: Sequence[Document]) -> list[tuple[str, str]]:
    """Pairs of copies; few documents are compared outright, many over MinHash."""
    if len(documents) <= 12:
        return [(a.id, b.id) for i, a in enumerate(documents) for b in documents[i + 1 :] if is_copy(a, b)]
    from datasketch import MinHashLSH  # it loads SciPy, half a second that few documents never need

    index = MinHashLSH(num_perm=_PERMUTATIONS, params=_bands())
    seen: dict[str, Document] = {}
    found: list[tuple[str, str]] = []
    for document in documents:
        signature = _no_words().copy()
        signature.update_batch([shingle.encode("utf-8", "surrogatepass") for shingle in sorted(_shingles(document.text))])
        found.extend((other, document.id) for other in sorted(index.query(signature)) if is_copy(seen[other], document))
        index.insert(document.id, signature)
        seen[document.id] = document
    return found


def _passed_on(documents: Sequence[Document]) -> list[tuple[str, str]]:
    """Pairs of a report and the one it passes on. Only reports of outlets that it names are held against its words."""
    by_source: dict[str, list[Document]] = {}
    for document in documents:
        if document.source:
            by_source.setdefault(fold(document.source), []).append(document)
    found: list[tuple[str, str]] = []
    for document in documents:
        text = fold(document.text)
        named = [source for source in by_source if source != fold(document.source or "") and names_as_teller(text, source)]
        others = (other for source in named for other in by_source[source])
        found.extend((document.id, other.id) for other in others if _is_in_words_of(document, other))
    return found


@cache
def _no_words() -> MinHash:
    """The signature of an empty text, to begin each with: to draw anew what it is made with takes long."""
    from datasketch import MinHash

    return MinHash(num_perm=_PERMUTATIONS, seed=1)


@cache
def _bands() -> tuple[int, int]:
    """How signatures are cut into bands for this threshold; to find that out takes longer than to use it."""
    from datasketch import MinHashLSH

    index = MinHashLSH(threshold=_CANDIDATE, num_perm=_PERMUTATIONS)
    return index.b, index.r


def _root(parent: Mapping[str, str], name: str) -> str:
    while parent[name] != name:
        name = parent[name]
    return name


@lru_cache(maxsize=4096)
def _shingles(text: str) -> frozenset[str]:
    words = re.findall(r"\w+", fold(text))
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))
