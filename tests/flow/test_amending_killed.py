"""An amendment may be killed at any moment: one of the two documents speaks, never both and never none."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crossread.flow import Bench, read_into, update_incidents
from crossread.store import ClaimFilter, Store, open_store

SCRIPT = Path(__file__).with_name("amend_process.py")
TEXT = "Gunmen attacked the market in Gossi, Mali, on 2 March 2021, and 4 traders were killed."


@pytest.mark.slow
def test_a_killed_amendment_is_done_or_not(bench: Bench, tmp_path: Path) -> None:
    """Killed with SIGKILL at random moments, the store is whole, and incidents are those of the claims that speak."""
    (tmp_path / "in").mkdir()
    for source in ("Radio Gao", "Echo"):
        (tmp_path / "in" / f"{source}.txt").write_text(f"Source: {source}\n\n{TEXT}", encoding="utf-8")
    read_into(bench, [tmp_path / "in"])
    update_incidents(bench.store, "best_low_high")
    path, chance = tmp_path / "crossread.db", random.Random()
    for _ in range(4):
        process = subprocess.Popen([sys.executable, str(SCRIPT), str(path)], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert process.stdout.readline(), "the process says nothing"
        time.sleep(chance.uniform(0, 0.2))
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        with open_store(str(path)) as store:
            check_one_speaks(store)
        with sqlite3.connect(path) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        database.close()


def check_one_speaks(store: Store) -> None:
    assert sorted(row.source or "" for row in store.iter_documents()) == ["Echo", "Radio Gao"]
    speak = {claim.id for claim in store.iter_claims(ClaimFilter(current=True))}
    assert len(speak) == 2
    assert {account.claim_id for row in store.iter_incidents() for account in row.accounts} == speak
    assert list(store.iter_pending_documents("rule@1")) == []
    assert store.audit.verify() == []
