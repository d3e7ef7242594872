"""The step from documents to claims where there are many: this process begins, others join, all keep the order of reading."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace

from crossread.flow.bench import Bench, Crew, Item, Work, iter_batches
from crossread.flow.extracting import AHEAD, extract_step
from crossread.flow.valuing import code_documents

# Documents to extract after which further processes are started. One is ready after the time of some 20 documents, and what it
# loads until then would be lost on a handful of reports.
FIRST = 16
# Lists of documents that wait in line for each process, and those that are done here while the first of the line is not.
IN_LINE, MOST_HERE = 2, 16


def spread_step(items: Iterable[Item], bench: Bench) -> Iterator[Item]:
    """Each document with its extraction; from the crew, where the bench has one that is at work, with its values too."""
    if bench.crew is None:
        yield from extract_step(items, bench)
        return
    stream = iter(items)
    yield from extract_step(_until_ready(stream, bench.crew), bench)
    yield from _with_crew(iter_batches(stream, size=AHEAD), bench, bench.crew)


def _until_ready(stream: Iterator[Item], crew: Crew) -> Iterator[Item]:
    """What comes before the crew is ready, which is started after so many documents to extract."""
    extracted = 0
    for item in stream:
        extracted += isinstance(item, Work) and not item.finished
        if extracted >= FIRST:
            crew.start()
        yield item
        if crew.is_ready():
            return


@dataclass(slots=True, kw_only=True)
class _Batch:
    """Documents as they came, and what is made of them: here, or by the crew as soon as it is done."""

    given: list[Item]
    made: list[Item] | None = None
    under_way: Future[list[Item]] | None = None

    def is_done(self) -> bool:
        return self.under_way is None or self.under_way.done()


def _with_crew(batches: Iterator[list[Item]], bench: Bench, crew: Crew) -> Iterator[Item]:
    """Whatever would wait for the crew extracts a list of documents itself, so that no core is idle."""
    line: deque[_Batch] = deque()
    while True:
        while sum(not batch.is_done() for batch in line) < IN_LINE * crew.workers and (given := next(batches, None)):
            line.append(_send(given, crew))
        if not line:
            return
        if not line[0].is_done() and len(line) < MOST_HERE * (crew.workers + 1) and (given := next(batches, None)):
            line.append(_Batch(given=given, made=_code_here(given, bench)))
            continue
        yield from _result(line.popleft(), bench)


def _send(given: list[Item], crew: Crew) -> _Batch:
    """The documents without the files that they came from, which nobody reads again."""
    bare = [replace(item, raw_file=None) if isinstance(item, Work) else item for item in given]
    try:
        return _Batch(given=given, under_way=crew.submit(bare))
    except Exception:  # the crew is gone: see _result
        return _Batch(given=given)


def _result(batch: _Batch, bench: Bench) -> Sequence[Item]:
    """What was made, with its files again. What a process did not bring back (it was ended, it failed) is made here."""
    if batch.under_way is not None:
        try:
            return [_with_file(item, batch.given) for item in batch.under_way.result()]
        except Exception:
            return _code_here(batch.given, bench)
    return batch.made if batch.made is not None else _code_here(batch.given, bench)


def _code_here(given: list[Item], bench: Bench) -> list[Item]:
    return list(code_documents(given, extractor=bench.extractor, normalizer=bench.normalizer))


def _with_file(item: Item, given: Sequence[Item]) -> Item:
    """The same work with the file of what was sent."""
    if not isinstance(item, Work):
        return item
    sent = next(one for one in given if isinstance(one, Work) and one.document.id == item.document.id)
    return replace(item, raw_file=sent.raw_file, document=sent.document)
