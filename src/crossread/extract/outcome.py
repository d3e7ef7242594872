"""What became of a list of documents: extractions for those that could be read, rejections for what could not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from crossread.records import Document, Extraction, Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Extractions in the order of the documents, none for one that could not be read; rejections say why, and which slots and
    claims were turned down in those that could."""

    extractions: tuple[Extraction, ...]
    rejections: tuple[Rejection, ...] = ()


def try_extract(extractor: Any, documents: Sequence[Document]) -> Outcome:
    """The outcome of an extractor over documents.

    An extractor that can tell what it turned down has a method `try_extract`; one that has only `extract` reads all or raises.
    """
    own = getattr(extractor, "try_extract", None)
    if own is not None:
        outcome: Outcome = own(documents)
        return outcome
    made = {extraction.document_id: extraction for extraction in extractor.extract(documents)}
    return Outcome(extractions=tuple(made[document.id] for document in documents))
