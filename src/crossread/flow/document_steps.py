"""The steps a document takes: read, extract, normalize, store. What one cannot use goes on as a `Rejection`."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from crossread import read
from crossread.errors import ConfigError, EncoderError, GazetteerError, RecordError, RegistryError
from crossread.extract import RowExtractor, find_language_gap, is_row, try_extract
from crossread.flow.bench import BATCH, Bench, Extractor, Item, Work, iter_batches
from crossread.records import Claim, Document, Extraction, Rejection, Wording
from crossread.store import check_claim

# Faults of the installation, not of a document: they stop the run, because every other document would meet them too.
FATAL = (ConfigError, EncoderError, GazetteerError, RegistryError)

# Rows of a data set of incidents are coded already: whatever extractor reads the reports, these are for this one.
_ROWS = RowExtractor()


def read_step(paths: Iterable[str | Path], bench: Bench) -> Iterator[Item]:
    """Documents left over from a run that was cut short, then those of the files. One met twice passes once."""
    left = (Work(document=document, known=True) for document in bench.store.iter_pending_documents())
    return _without_repeats(chain(left, _iter_read(paths, bench)))


def iter_unread(bench: Bench) -> Iterator[Work]:
    """Every document of the store without claims of its extractor: that one failed or was stopped, or it is new."""
    for document in bench.store.iter_pending_documents(bench.extractor.name):
        if not (is_row(document) and bench.store.is_extracted(document.id, _maker_of(document, bench))):
            yield Work(document=document, known=True)


def extract_step(items: Iterable[Item], bench: Bench) -> Iterator[Item]:
    """Each document with its extraction, slots raw; claims that break the evidence law are taken out and told of.

    Rows of a data set of incidents go to the extractor of rows, whichever the bench has, and their slots come with values.
    """
    for batch in iter_batches(items):
        open_work = [item for item in batch if isinstance(item, Work) and not item.finished]
        yield from (item for item in batch if not isinstance(item, Work) or item.finished)
        yield from _extract([work for work in open_work if is_row(work.document)], _ROWS)
        open_work = [work for work in open_work if not is_row(work.document)]
        gaps = {work.document.id: find_language_gap(work.document, bench.extractor) for work in open_work}
        yield from _leave_empty([work for work in open_work if gaps[work.document.id]], gaps, bench.extractor)
        yield from _extract([work for work in open_work if not gaps[work.document.id]], bench.extractor)


def normalize_step(items: Iterable[Item], bench: Bench) -> Iterator[Item]:
    """Each extraction with values where the words give one. A document it cannot do waits for the next run."""
    for item in items:
        if isinstance(item, Rejection) or item.extraction is None or is_row(item.document):
            yield item
            continue
        try:
            yield replace(item, extraction=bench.normalizer.normalize(item.document, item.extraction))
        except FATAL:
            raise
        except Exception as error:
            yield _failure("normalize", item.document, error)
            yield replace(item, extraction=None)


def store_step(items: Iterable[Item], bench: Bench) -> Iterator[Item]:
    """What is now kept, a batch at a time: whole, or not at all if the program dies in it."""
    for batch in iter_batches(items):
        kept: list[Item] = []
        with bench.store.batch():
            for item in batch:
                kept.extend(_keep(item, bench))
        yield from kept


def _iter_read(paths: Iterable[str | Path], bench: Bench) -> Iterator[Item]:
    for found in read.iter_documents(paths, options=bench.options):
        if isinstance(found, Rejection):
            yield found
            continue
        known = bench.store.has_document(found.document.id)
        finished = known and bench.store.is_extracted(found.document.id, _maker_of(found.document, bench))
        yield Work(document=found.document, raw_file=found.raw_file, known=known, finished=finished)


def _maker_of(document: Document, bench: Bench) -> str:
    """The name of the extractor that is to make the document's claims."""
    return _ROWS.name if is_row(document) else bench.extractor.name


def _without_repeats(items: Iterable[Item]) -> Iterator[Item]:
    """A document repeated before it is committed is marked as known; one committed is found in the store."""
    under_way: deque[str] = deque(maxlen=4 * BATCH)
    for item in items:
        if isinstance(item, Work):
            if item.document.id in under_way:
                item = replace(item, known=True, finished=True)
            under_way.append(item.document.id)
        yield item


def _leave_empty(batch: Sequence[Work], gaps: Mapping[str, Rejection | None], extractor: Extractor) -> Iterator[Item]:
    """Documents in a language the extractor does not read: told of, and kept without claims."""
    for work in batch:
        gap = gaps[work.document.id]
        if gap is not None:
            yield gap
        empty = Extraction(document_id=work.document.id, claims=(), wording=(), made_by=extractor.name)
        yield replace(work, extraction=empty)


def _extract(batch: Sequence[Work], extractor: Extractor) -> Iterator[Item]:
    """The batch at once; if that fails, each document alone, so that only the one at fault is stopped."""
    if not batch:
        return
    try:
        outcome = try_extract(extractor, [work.document for work in batch])
    except FATAL:
        raise
    except Exception as error:
        if len(batch) > 1:
            for work in batch:
                yield from _extract([work], extractor)
        else:
            yield _failure("extract", batch[0].document, error)
            yield batch[0]
        return
    yield from outcome.rejections
    made = {extraction.document_id: extraction for extraction in outcome.extractions}
    for work in batch:
        if work.document.id in made:
            yield from _lawful(work, made[work.document.id])
        else:
            yield work  # told of among the rejections; the next run tries again


def _lawful(work: Work, extraction: Extraction) -> Iterator[Item]:
    """The work with those claims and expressions that quote the document truly, after a rejection for each other one."""
    claims: list[Claim] = []
    for claim in extraction.claims:
        try:
            check_claim(claim, extraction=extraction, text=work.document.text)
            claims.append(claim)
        except RecordError as error:
            yield Rejection(
                step="extract", subject=claim.id, reason="evidence", message=str(error), sha256=work.document.sha256
            )
    wording: list[Wording] = []
    for row in extraction.wording:
        try:
            row.evidence.check(work.document.text)
            wording.append(row)
        except RecordError as error:
            subject = f"{work.document.id} {row.kind} {row.evidence.span}"
            yield Rejection(step="extract", subject=subject, reason="evidence", message=str(error), sha256=work.document.sha256)
    yield replace(work, extraction=replace(extraction, claims=tuple(claims), wording=tuple(wording)))


def _keep(item: Item, bench: Bench) -> Iterator[Item]:
    if isinstance(item, Rejection):
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
        rejection = _failure("store", item.document, error)
        bench.store.add_rejection(rejection)
        yield rejection


def _failure(step: str, document: Document, error: Exception) -> Rejection:
    """What a step could not do with a document, in the step's own words; the document stays, and the next run tries again."""
    found = str(error) if isinstance(error, RecordError) else f"{type(error).__name__}: {error}"
    subject = document.name or document.id
    message = f"The {step} step could not use {subject} ({document.id}).\n  found: {found}"
    return Rejection(step=step, subject=document.id, reason=f"{step}_failed", message=message, sha256=document.sha256)
