"""Runs that stop: by Ctrl-C, at a port that is taken, at paths that are not there."""

from __future__ import annotations

import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from test_commands import REPORT, run


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send to another process")
def test_ctrl_c_keeps_what_was_read_and_says_how_to_go_on(tmp_path: Path) -> None:
    """What is kept is linked by the next run."""
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(300):
        (reports / f"{number:03}.txt").write_text(f"{REPORT}\nReport {number}.\n", encoding="utf-8")
    command = [sys.executable, "-m", "crossread", "read", "reports", "--store", "s.db"]
    process = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=_hear_ctrl_c
    )
    until = time.monotonic() + 60
    while time.monotonic() < until and _documents(tmp_path / "s.db") < 3:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    kept = _documents(tmp_path / "s.db")
    assert process.returncode == 130
    assert 3 <= kept < 300
    assert f"Stopped. {kept} documents" in said
    assert "read --pending" in said
    assert run("read", "--pending", "--store", "s.db", cwd=tmp_path).returncode == 0
    assert run("incidents", "--store", "s.db", cwd=tmp_path).stdout.count("20 Jan 2019") == 1


def _hear_ctrl_c() -> None:
    """A shell that runs the tests in the background has its children ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _documents(store: Path) -> int:
    """Read past the store's own door: on a busy machine that waits for whoever writes."""
    if not store.exists():
        return 0
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=0.2)) as opened:
        try:
            return int(opened.execute("select count(*) from documents").fetchone()[0])
        except sqlite3.OperationalError:
            return 0  # not yet made, or locked for the moment


def test_a_port_that_is_taken_is_told_before_an_address_is(tmp_path: Path) -> None:
    """Whoever opened that address would see another store."""
    (tmp_path / "raid.txt").write_text(REPORT, encoding="utf-8")
    run("read", "raid.txt", "--store", "s.db", cwd=tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("serve", "--store", "s.db", "--port", str(port), cwd=tmp_path)
    assert done.returncode == 4
    assert "The desk cannot listen there." in done.stderr
    assert "The desk is at" not in done.stderr


def test_a_slip_of_typing_makes_no_store(tmp_path: Path) -> None:
    """Where a path is there, the others are refused one by one, as ever."""
    done = run("read", "nowhere.txt", "--store", "s.db", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "s.db").exists()) == (3, False)
    assert "nowhere.txt" in done.stderr
    (tmp_path / "raid.txt").write_text(REPORT, encoding="utf-8")
    done = run("read", "nowhere.txt", "raid.txt", "--store", "s.db", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "s.db").exists()) == (1, True)
