"""Values for what was extracted, and both at once. What a normalizer cannot use goes on as a `Rejection`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossread.extract import is_row
from crossread.flow.bench import Extractor, Item, Normalizer
from crossread.flow.extracting import FATAL, extract_batch, failure
from crossread.records import Rejection


def code_documents(batch: Sequence[Item], *, extractor: Extractor, normalizer: Normalizer) -> Iterator[Item]:
    """The documents with their claims, values filled in; whatever is no document to extract passes by."""
    for item in extract_batch(batch, extractor):
        yield from value_item(item, normalizer)


def value_item(item: Item, normalizer: Normalizer) -> Iterator[Item]:
    """An extraction with values where the words give one. A document that it cannot do waits for the next run."""
    if isinstance(item, Rejection) or item.extraction is None or item.valued or is_row(item.document):
        yield item
        return
    try:
        yield replace(item, extraction=normalizer.normalize(item.document, item.extraction), valued=True)
    except FATAL:
        raise
    except Exception as error:
        yield failure("normalize", item.document, error)
        yield replace(item, extraction=None)
