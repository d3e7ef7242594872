"""What passes from step to step, and the tools the steps of one run share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol, TypeVar

from crossread.flow.twins import Twin
from crossread.read import OwnFiles, ReadOptions
from crossread.records import Document, Extraction, RawFile, Rejection
from crossread.store import Store

T = TypeVar("T")

# Documents that are committed together. A crash loses at most the claims of this many, and of those under way before them
# (extracting.py); the next run reads them again.
BATCH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One document on its way. `known` was in the store before; `finished` was extracted before, too, and only passes by.

    So does one that is `set_aside`: people said that it is not to speak.
    `is_own` is a row of an export of this store: it is told of and left out. `twin` is what stands for the same report already.
    """

    document: Document
    is_own: bool = False
    raw_file: RawFile | None = None
    extraction: Extraction | None = None
    known: bool = False
    finished: bool = False
    set_aside: bool = False
    twin: Twin | None = None


Item = Work | Rejection


class Extractor(Protocol):
    """What the extract step needs of an extractor."""

    @property
    def name(self) -> str:
        """name@version, as it stands in every claim."""
        ...

    def extract(self, documents: Sequence[Document]) -> list[Extraction]:
        """One extraction for each document, slots raw."""
        ...


class Normalizer(Protocol):
    """What the normalize step needs of a normalizer."""

    def normalize(self, document: Document, extraction: Extraction) -> Extraction:
        """The extraction with values where the words give one."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The store and the tools of one run; `own` gathers the files of crossread's own that it left out of folders."""

    store: Store
    extractor: Extractor
    normalizer: Normalizer
    options: ReadOptions = field(default_factory=ReadOptions)
    own: OwnFiles = field(default_factory=OwnFiles)


def iter_batches(items: Iterable[T], *, size: int = BATCH) -> Iterator[list[T]]:
    """The stream in lists of `size`; the last may be shorter."""
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch
