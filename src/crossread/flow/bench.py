"""What passes from step to step, and the tools the steps of one run share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol, TypeVar

from crossread.config import Settings
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
    `valued` says that the values of its extraction are made.
    """

    document: Document
    is_own: bool = False
    raw_file: RawFile | None = None
    extraction: Extraction | None = None
    known: bool = False
    finished: bool = False
    set_aside: bool = False
    twin: Twin | None = None
    valued: bool = False


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


class Crew(Protocol):
    """Processes that extract and normalize beside this one; crew.py has them."""

    workers: int

    def start(self) -> None:
        """Start them, unless they are."""

    def is_ready(self) -> bool:
        """True once they can be given documents."""
        ...

    def submit(self, batch: list[Item]) -> Future[list[Item]]:
        """The batch with claims and values, or what stands in their place."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The settings that an extractor and a normalizer were made of: another process makes the same of them."""

    settings: Settings
    extractor: Extractor
    normalizer: Normalizer


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The store and the tools of one run; `own` gathers the files of crossread's own that it left out of folders.

    `recipe` tells how the tools were made, where that is known, and `crew` are the processes that work beside this one.
    """

    store: Store
    extractor: Extractor
    normalizer: Normalizer
    options: ReadOptions = field(default_factory=ReadOptions)
    own: OwnFiles = field(default_factory=OwnFiles)
    recipe: Recipe | None = None
    crew: Crew | None = None


def iter_batches(items: Iterable[T], *, size: int = BATCH) -> Iterator[list[T]]:
    """The stream in lists of `size`; the last may be shorter."""
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch
