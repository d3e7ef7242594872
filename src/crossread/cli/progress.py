"""A progress line on standard error while documents are read; silent where that is no terminal."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from crossread.flow import ProgressEvent
    from crossread.records import Rejection


class Watch:
    """Shows how far a run is and keeps what went through: ids of documents, rejections."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(bar_width=20), TimeElapsedColumn())
        self._bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task = self._bar.add_task("reading", total=None)
        self.documents: list[str] = []
        self.rejections: list[Rejection] = []

    def __enter__(self) -> Watch:
        """Begin to show the line."""
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Take the line away; whatever was raised goes on."""
        self._bar.stop()

    def __call__(self, event: ProgressEvent) -> None:
        """One more document or rejection."""
        if event.document_id is not None:
            self.documents.append(event.document_id)
        if event.rejection is not None:
            self.rejections.append(event.rejection)
        told = f"{event.documents} documents, {event.claims} claims"
        self._bar.update(self._task, description=f"{told}, {event.rejected} refused" if event.rejected else told)

    def on_document(self, done: int, total: int) -> None:
        """So many of all documents are done."""
        self._bar.update(self._task, description=f"{done} of {total} reports read", completed=done, total=total)


class Count:
    """A bar on standard error while so many of something are gone through; silent where that is no terminal."""

    def __init__(self, what: str, *, total: int) -> None:
        console = Console(stderr=True)
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(bar_width=20), TimeElapsedColumn())
        self._bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._what, self._total, self._done = what, total, 0
        self._task = self._bar.add_task(self._say(), total=total)

    def __enter__(self) -> Count:
        """Begin to show the bar."""
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Take it away; whatever was raised goes on."""
        self._bar.stop()

    def one_more(self) -> None:
        """One of them is done."""
        self._done += 1
        self._bar.update(self._task, description=self._say(), completed=self._done)

    def _say(self) -> str:
        return f"{self._done} of {self._total} {self._what}"
