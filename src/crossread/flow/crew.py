"""Further processes that extract and normalize documents beside this one. The only place that imports loky.

Values are made in Python, which does one thing at a time in a process, and are most of the work of a read: threads let a
second core encode, but not normalize.
"""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from crossread.config import Settings
from crossread.flow.bench import Bench, Item
from crossread.flow.memory import free_megabytes
from crossread.flow.valuing import code_documents
from crossread.records import Document

if TYPE_CHECKING:
    from loky import ProcessPoolExecutor

# Cores that are used unasked: the reading and storing of one process keep up with about so many.
MOST_UNASKED = 4
# What one more process weighs at most while it reads (measured: 290 to 330), and what is left to others.
MEGABYTES, SPARE = 400, 400
# Seconds after which a process without work ends by itself, should this one be killed.
IDLE = 60
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


class Processes:
    """Processes with tools of their own, made from the settings. `workers` of them run once `start` was called, none before."""

    def __init__(self, settings: Settings, *, maker: str) -> None:
        self.workers = 0
        self._settings, self._maker = settings, maker
        self._begun = False
        self._pool: ProcessPoolExecutor | None = None
        self._greeting: Future[str] | None = None

    def start(self) -> None:
        """Start the processes; they load what they need while this one goes on. Called again, it does nothing."""
        if self._begun:
            return
        self._begun, self.workers = True, count_jobs(self._settings.jobs) - 1
        if not self.workers:
            return
        from loky import ProcessPoolExecutor

        self._pool = ProcessPoolExecutor(
            self.workers, timeout=IDLE, initializer=_set_up, initargs=(self._settings,), env=_ONE_THREAD
        )
        self._greeting = self._pool.submit(_greet)

    def is_ready(self) -> bool:
        """True once a process has loaded its tools and makes claims under the same name as this one."""
        if self._greeting is None or not self._greeting.done():
            return False
        try:
            return self._greeting.result() == self._maker
        except Exception:  # they could not start here: this process does the work alone, and meets whatever is wrong itself
            return False

    def submit(self, batch: list[Item]) -> Future[list[Item]]:
        """The batch extracted and normalized by one of the processes."""
        if self._pool is None:
            raise RuntimeError("The processes were not started: call start() first.")
        future: Future[list[Item]] = self._pool.submit(_code, batch)
        return future

    def close(self) -> None:
        """End the processes, whatever they are at: what is not stored is read again by the next run."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, kill_workers=True)
            self._pool = self._greeting = None


@contextlib.contextmanager
def gather_crew(bench: Bench) -> Iterator[Processes | None]:
    """A crew for the bench, ended with the block; None where its tools are not those of its settings or do not work ahead."""
    recipe = bench.recipe
    as_set = recipe and recipe.extractor is bench.extractor and recipe.normalizer is bench.normalizer
    if recipe is None or not as_set or recipe.settings.jobs == 1 or not getattr(bench.extractor, "works_ahead", False):
        yield None
        return
    crew = Processes(recipe.settings, maker=bench.extractor.name)
    try:
        yield crew
    finally:
        crew.close()


def count_jobs(asked: int) -> int:
    """How many processes read at once: as asked, or (0) one a core up to four, and no more than free memory holds."""
    if asked:
        return asked
    from loky import cpu_count

    free = free_megabytes()
    fitting = MOST_UNASKED if free is None else 1 + max(0, free - SPARE) // MEGABYTES
    return max(1, min(MOST_UNASKED, int(cpu_count()), fitting))


_TOOLS: dict[str, Any] = {}  # in a process of the crew: what it reads with, made once


def _set_up(settings: Settings) -> None:
    """Make the tools and use them once, so that whatever is loaded at first use is there."""
    import gc

    from crossread.flow.tools import make_extractor, make_normalizer

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all of them; the one that stores ends the others
    extractor, normalizer = make_extractor(settings), make_normalizer(settings)
    text = "Two soldiers were killed near Bamako on 3 January 2019, police said."
    first = Document(id="doc_first", text=text)
    normalizer.normalize(first, extractor.extract([first])[0])
    gc.collect()
    gc.freeze()
    _TOOLS.update(extractor=extractor, normalizer=normalizer)


def _greet() -> str:
    name: str = _TOOLS["extractor"].name
    return name


def _code(batch: list[Item]) -> list[Item]:
    return list(code_documents(batch, extractor=_TOOLS["extractor"], normalizer=_TOOLS["normalizer"]))
