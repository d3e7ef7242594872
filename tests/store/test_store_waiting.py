"""A store in which another program writes: the second writer waits, says so, and ends with what to do."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from pathlib import Path

import pytest

import crossread.store.sqlite as sqlite_module
from crossread.errors import StoreError
from crossread.records import Rejection
from crossread.store import open_store

ROW = Rejection(step="read", reason="empty", subject="a.txt", message="No text.")


def _hold(path: Path) -> sqlite3.Connection:
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    return other


def test_who_waits_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Once, after a moment; what was to be written is written when the other one has ended."""
    monkeypatch.setattr(sqlite_module, "QUIET_MS", 100)
    with open_store(str(tmp_path / "s.db")) as store, caplog.at_level(logging.WARNING):
        assert store.add_rejection(ROW)
        assert not caplog.records
        other = _hold(tmp_path / "s.db")
        threading.Timer(0.6, lambda: other.execute("ROLLBACK")).start()
        started = time.monotonic()
        assert not store.add_rejection(ROW)
        assert time.monotonic() - started > 0.3
        assert [record.message.partition(";")[0] for record in caplog.records] == ["Another program is writing to the store"]
        other.close()


def test_who_waits_in_vain_is_told_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No words of the driver; afterwards the same store can be written to."""
    monkeypatch.setattr(sqlite_module, "QUIET_MS", 50)
    monkeypatch.setattr(sqlite_module, "PRAGMAS", (*sqlite_module.PRAGMAS[:-1], "PRAGMA busy_timeout=200"))
    with open_store(str(tmp_path / "s.db")) as store:
        other = _hold(tmp_path / "s.db")
        with pytest.raises(StoreError, match="Another program is writing") as caught:
            store.add_rejection(ROW)
        assert "nothing was changed" in str(caught.value.next_step)
        other.execute("ROLLBACK")
        other.close()
        assert store.add_rejection(ROW)
