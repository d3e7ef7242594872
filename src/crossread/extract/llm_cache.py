"""Answers by what was asked: a second run over the same documents asks nothing.

The words of the answer are kept, not the claims: each time they are read they are checked again, so a cache that somebody
changed can say no more than an endpoint could.
"""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from pathlib import Path

from crossread.errors import ConfigError
from crossread.extract.llm_options import LlmOptions
from crossread.extract.llm_prompt import prompt_version
from crossread.records import Document, Span

_TABLE = "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, content TEXT NOT NULL, cut INTEGER NOT NULL) WITHOUT ROWID"


class AnswerCache:
    """One SQLite file in a folder; several threads and several runs may use it at a time."""

    def __init__(self, folder: str) -> None:
        self._path = Path(folder) / "llm_answers.sqlite"
        self._lock = threading.Lock()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self._path, timeout=30, check_same_thread=False, isolation_level=None)
            self._connection.execute(_TABLE)
        except (OSError, sqlite3.Error) as error:
            raise self._unusable(error) from error

    def find(self, key: str) -> tuple[str, bool] | None:
        """The answer kept under the key and whether it was cut short, None if there is none."""
        with self._lock:
            try:
                row = self._connection.execute("SELECT content, cut FROM answers WHERE key = ?", (key,)).fetchone()
            except sqlite3.Error as error:
                raise self._unusable(error) from error
        return (str(row[0]), bool(row[1])) if row else None

    def keep(self, key: str, content: str, *, cut: bool) -> None:
        """Keep an answer; one with half a surrogate pair in it cannot be kept and is asked for again."""
        if not _can_be_kept(content):
            return
        with self._lock:
            try:
                self._connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (key, content, int(cut)))
            except sqlite3.Error as error:
                raise self._unusable(error) from error

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _unusable(self, error: Exception) -> ConfigError:
        return ConfigError(
            "The cache of answers cannot be used.",
            where=str(self._path),
            found=f"{type(error).__name__}: {error}",
            next_step="Set llm_cache to a folder that can be written, or delete the file: it only saves asking again.",
        )


def answer_key(document: Document, part: Span, options: LlmOptions) -> str:
    """A hash of all that an answer hangs on: prompt, endpoint, model, limit, and every word of the report that is sent."""
    asked = (
        prompt_version(),
        options.address(),
        options.model_name(),
        str(options.answer_tokens),
        document.published.isoformat() if document.published else "",
        document.title or "",
        str(part.end - part.start == len(document.text)),
        document.text[part.start : part.end],
    )
    return hashlib.sha256("\x1f".join(asked).encode("utf-8", "surrogatepass")).hexdigest()


def _can_be_kept(content: str) -> bool:
    try:
        content.encode()
    except UnicodeEncodeError:
        return False
    return True
