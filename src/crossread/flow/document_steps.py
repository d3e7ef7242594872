"""The steps before and after a document is extracted: read, normalize, store. What one cannot use goes on as `Rejection`."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from crossread import read
from crossread.errors import RecordError
from crossread.extract import is_row
from crossread.flow.bench import BATCH, Bench, Item, Work
from crossread.flow.extracting import ROWS, failure
from crossread.flow.own_rows import is_own_row
from crossread.flow.twins import Twins
from crossread.flow.valuing import value_item
from crossread.records import Document, Rejection

# A path that leads nowhere is told in the run and not kept: a slip of typing is no report that was refused.
NOT_THERE = "not_found"


def read_step(paths: Iterable[str | Path], bench: Bench) -> Iterator[Item]:
    """Documents left over from a run that was cut short, then those of the files. One met twice passes once."""
    left = (Work(document=document, known=True) for document in bench.store.iter_pending_documents())
    return _without_repeats(chain(left, _iter_read(paths, bench)))


def iter_unread(bench: Bench) -> Iterator[Work]:
    """Every document of the store without claims of its extractor: that one failed or was stopped, or it is new."""
    for document in bench.store.iter_pending_documents(bench.extractor.name):
        if not (is_row(document) and bench.store.is_extracted(document.id, _maker_of(document, bench))):
            yield Work(document=document, known=True)


def normalize_step(items: Iterable[Item], bench: Bench) -> Iterator[Item]:
    """Each extraction with values where the words give one. A document it cannot do waits for the next run."""
    for item in items:
        yield from value_item(item, bench.normalizer)


def store_step(items: Iterable[Item], bench: Bench) -> Iterator[Item]:
    """What is now kept, a batch at a time: whole, or not at all if the program dies in it.

    Whoever stops the run keeps what has come in since the last batch, too, and what was just being written.
    """
    stream = iter(items)
    stopped: KeyboardInterrupt | None = None
    while stopped is None:
        batch: list[Item] = []
        try:
            for item in islice(stream, BATCH):
                batch.append(item)
            kept = _keep_all(batch, bench)
        except KeyboardInterrupt as error:
            stopped, kept = error, _keep_all(batch, bench)
        yield from kept
        if stopped is None and not batch:
            return
    raise stopped


def _keep_all(batch: Sequence[Item], bench: Bench) -> list[Item]:
    kept: list[Item] = []
    if batch:
        with bench.store.batch():
            for item in batch:
                kept.extend(_keep(item, bench))
    return kept


def _iter_read(paths: Iterable[str | Path], bench: Bench) -> Iterator[Item]:
    twins = Twins(bench.store)
    for found in read.iter_documents(paths, options=bench.options, own=bench.own):
        if isinstance(found, Rejection):
            yield found
            continue
        if is_own_row(found.document, bench.store):
            yield Work(document=found.document, raw_file=found.raw_file, is_own=True, known=True, finished=True)
            continue
        known = bench.store.has_document(found.document.id)
        document = _as_kept(found.document, bench) if known else found.document
        aside = known and bench.store.amendments.find(document.id) is not None
        finished = aside or (known and bench.store.is_extracted(document.id, _maker_of(document, bench)))
        twin = None if known else twins.find(document)
        yield Work(document=document, raw_file=found.raw_file, known=known, finished=finished, set_aside=aside, twin=twin)


def _as_kept(document: Document, bench: Bench) -> Document:
    """The document in the language that the store has for it, which people may have corrected."""
    return replace(document, language=bench.store.get_document(document.id).language)


def _maker_of(document: Document, bench: Bench) -> str:
    """The name of the extractor that is to make the document's claims."""
    return ROWS.name if is_row(document) else bench.extractor.name


def _without_repeats(items: Iterable[Item]) -> Iterator[Item]:
    """A document repeated before it is committed is marked as known; one committed is found in the store."""
    under_way: deque[str] = deque(maxlen=4 * BATCH)
    for item in items:
        if isinstance(item, Work):
            if item.document.id in under_way:
                item = replace(item, known=True, finished=True)
            under_way.append(item.document.id)
        yield item


def _keep(item: Item, bench: Bench) -> Iterator[Item]:
    if isinstance(item, Rejection):
        if item.reason != NOT_THERE:
            bench.store.add_rejection(item)
        yield item
        return
    try:
        if not item.known:
            bench.store.add_document(item.document, item.raw_file)
        if item.extraction is not None:
            bench.store.add_extraction(item.extraction)
        yield item
    except RecordError as error:
        rejection = failure("store", item.document, error)
        bench.store.add_rejection(rejection)
        yield rejection
