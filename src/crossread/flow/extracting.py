"""The step from documents to claims. What an extractor cannot use goes on as a `Rejection`."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from crossread.errors import ConfigError, EncoderError, GazetteerError, RecordError, RegistryError
from crossread.extract import Outcome, RowExtractor, find_language_gap, is_row, try_extract
from crossread.flow.bench import Bench, Extractor, Item, Work, iter_batches
from crossread.records import Claim, Document, Extraction, Rejection, Wording
from crossread.store import check_claim

# Faults of the installation, not of a document: they stop the run, because every other document would meet them too.
FATAL = (ConfigError, EncoderError, GazetteerError, RegistryError)

# Rows of a data set of incidents are coded already: whatever extractor reads the reports, these are for this one.
ROWS = RowExtractor()

# An extractor that works ahead has so many lists of so many documents under way, in so many threads, while the claims of those
# before them are normalized and stored: the encoder lets other threads run, and a core would be idle meanwhile. A second thread
# encodes while the first builds frames: 100 reports on two cores came in at 0.58 of the bare encoder's rate with one thread and
# at 0.65 with two; three gave no more.
AHEAD, UNDER_WAY, THREADS = 2, 4, 2


def extract_step(items: Iterable[Item], bench: Bench) -> Iterator[Item]:
    """Each document with its extraction, slots raw; claims that break the evidence law are taken out and told of.

    Rows of a data set of incidents go to the extractor of rows, whichever the bench has, and their slots come with values.
    """
    if getattr(bench.extractor, "works_ahead", False):
        yield from _extract_ahead(items, bench.extractor)
        return
    for batch in iter_batches(items):
        yield from extract_batch(batch, bench.extractor)


def _extract_ahead(items: Iterable[Item], extractor: Extractor) -> Iterator[Item]:
    """The same, with the next documents under way in other threads."""
    begun: deque[tuple[list[Item], Future[Outcome]]] = deque()
    threads, over = ThreadPoolExecutor(THREADS, thread_name_prefix="crossread-extract"), False
    try:
        for batch in iter_batches(items, size=AHEAD):
            documents = [work.document for work in _readable(batch, extractor)]
            begun.append((batch, threads.submit(try_extract, extractor, documents)))
            if len(begun) > UNDER_WAY:
                done, future = begun.popleft()
                yield from extract_batch(done, extractor, future.result)
        for done, future in begun:
            yield from extract_batch(done, extractor, future.result)
        over = True
    finally:  # whoever stops the run does not wait for what is under way: a report of 900 kB takes a minute
        threads.shutdown(wait=over, cancel_futures=True)


def _open(batch: Sequence[Item]) -> list[Work]:
    return [item for item in batch if isinstance(item, Work) and not item.finished]


def _readable(batch: Sequence[Item], extractor: Extractor) -> list[Work]:
    """What is for the extractor: no row of a data set, and in a language it reads."""
    return [work for work in _open(batch) if not is_row(work.document) and not find_language_gap(work.document, extractor)]


def extract_batch(batch: Sequence[Item], extractor: Extractor, result: Callable[[], Outcome] | None = None) -> Iterator[Item]:
    """The batch, extracted; `result` gives what the extractor made of what is readable, where that was begun before."""
    yield from _passing_by(batch, extractor)
    yield from _extract([work for work in _open(batch) if is_row(work.document)], ROWS)
    texts = [work for work in _open(batch) if not is_row(work.document)]
    gaps = {work.document.id: find_language_gap(work.document, extractor) for work in texts}
    yield from _leave_empty([work for work in texts if gaps[work.document.id]], gaps, extractor)
    yield from _extract(_readable(batch, extractor), extractor, result)


def _passing_by(batch: Sequence[Item], extractor: Extractor) -> Iterator[Item]:
    """What is not to be extracted: what was stopped, and what was read before, with its reason where it could not be."""
    for item in batch:
        if not isinstance(item, Work):
            yield item
        elif item.finished:
            if not is_row(item.document) and (gap := find_language_gap(item.document, extractor)) is not None:
                yield gap
            yield item


def _leave_empty(batch: Sequence[Work], gaps: Mapping[str, Rejection | None], extractor: Extractor) -> Iterator[Item]:
    """Documents in a language the extractor does not read: told of, and kept without claims."""
    for work in batch:
        gap = gaps[work.document.id]
        if gap is not None:
            yield gap
        empty = Extraction(document_id=work.document.id, claims=(), wording=(), made_by=extractor.name)
        yield replace(work, extraction=empty)


def _extract(batch: Sequence[Work], extractor: Extractor, result: Callable[[], Outcome] | None = None) -> Iterator[Item]:
    """The batch at once; if that fails, each document alone, so that only the one at fault is stopped."""
    if not batch:
        return
    try:
        outcome = result() if result else try_extract(extractor, [work.document for work in batch])
    except FATAL:
        raise
    except Exception as error:
        if len(batch) > 1:
            for work in batch:
                yield from _extract([work], extractor)
        else:
            yield failure("extract", batch[0].document, error)
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


def failure(step: str, document: Document, error: Exception) -> Rejection:
    """What a step could not do with a document, in the step's own words; the document stays, and the next run tries again."""
    found = str(error) if isinstance(error, RecordError) else f"{type(error).__name__}: {error}"
    subject = document.name or document.id
    message = f"The {step} step could not use {subject} ({document.id}).\n  found: {found}"
    return Rejection(step=step, subject=document.id, reason=f"{step}_failed", message=message, sha256=document.sha256)
