"""When to stop asking: an endpoint that is down answers no document, and waiting for each of them helps nobody."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from crossread.errors import ConfigError, ExtractError
from crossread.extract.llm_limits import limit


class Patience:
    """Counts documents in a row that got no answer; any answer begins the count anew."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._unanswered: dict[str, ExtractError] = {}

    @contextmanager
    def asking(self, document_id: str) -> Iterator[None]:
        """Around one question: refuses it when the endpoint is given up, or when another part of the document was lost."""
        known = self._unanswered.get(document_id) or self._last()
        if known is not None:
            raise known
        try:
            yield
        except ExtractError as error:
            if error.reason == "no_answer":
                with self._lock:
                    self._unanswered[document_id] = error
            raise
        with self._lock:
            self._unanswered.clear()

    def check(self) -> None:
        """Stop the run if the endpoint was given up; the documents before that are kept with their rejections."""
        last = self._last()
        if last is not None:
            self._unanswered.clear()
            raise ConfigError(
                f"The endpoint did not answer for {limit('waiting', 'give_up_after')} documents in a row.",
                where=last.where,
                found=last.found,
                next_step="Check that it runs and that llm_url is right, then run again: what was answered is not asked again.",
            )

    def _last(self) -> ExtractError | None:
        with self._lock:
            rows = list(self._unanswered.values())
        return rows[-1] if len(rows) >= limit("waiting", "give_up_after") else None
