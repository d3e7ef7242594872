"""EXTRACT: a document -> claims with raw slots.

`load_extractor(name)` gives a built-in (`encoder`) or one that another package registered as `crossread.extractors`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from crossread.extract.language import find_language_gap
from crossread.extract.reader_en import EncoderExtractor
from crossread.records import Document, Extraction
from crossread.registry import find_plugin, register


class Extractor(Protocol):
    """Anything that makes claims of documents. `name` is name@version and goes into every claim."""

    name: str

    def extract(self, documents: Sequence[Document]) -> list[Extraction]:
        """One extraction for each document, in their order; slots raw."""
        ...


register("extractors", "encoder-en@1")(partial(EncoderExtractor))


def load_extractor(name: str = "encoder-en") -> Extractor:
    """A ready extractor by name, newest version unless `name@version` is given."""
    made: Extractor = find_plugin("extractors", name)()
    return made


__all__ = ["EncoderExtractor", "Extractor", "find_language_gap", "load_extractor"]
