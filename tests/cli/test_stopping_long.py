"""Ctrl-C in the middle of a report of 900 kB, which other threads are reading: the program ends at once, and all before it is
kept."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

BATCH = 16  # reports that are committed together
TOWNS = (
    "Douentza Mopti Gao Djibo Kaya Diffa Goma Beni Bunia Yola Baidoa Idlib Hama Mosul Ramadi Taiz Marib Herat Ghazni".split()
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SENTENCES = (
    "Gunmen attacked a village near {town} on {day}, killing {number} farmers and wounding {other}, police said.",
    "On {number} May a roadside bomb exploded on the road to {town}; at least {other} soldiers were killed.",
    "In {town}, armed men kidnapped {number} traders on {day}, residents said.",
)


def long_report(size: int) -> str:
    """A report of so many letters, of sentences with a town, a day and numbers by chance (the same at each call)."""
    chance, parts, told = random.Random(4), [], 0
    while told < size:
        sentence = chance.choice(SENTENCES).format(
            town=chance.choice(TOWNS), day=chance.choice(DAYS), number=chance.randint(2, 28), other=chance.randint(2, 60)
        )
        parts.append(sentence)
        told += len(sentence) + 1
    paragraphs = (" ".join(parts[at : at + 4]) for at in range(0, len(parts), 4))
    return "\n\n".join(paragraphs)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send to another process")
def test_ctrl_c_in_a_long_report_ends_at_once(tmp_path: Path) -> None:
    """It would take minutes to the end. The short reports before it are kept, also those since the last batch; it is not."""
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(BATCH + 2):
        told = f"BAMAKO, {number + 1} May 2024 (Wire) - Gunmen killed {number + 2} farmers near Mopti on Monday.\n"
        (reports / f"{number:03}.txt").write_text(told, encoding="utf-8")
    (reports / "long.txt").write_text(long_report(900_000), encoding="utf-8")
    command = [sys.executable, "-m", "crossread", "read", "reports", "--store", "s.db"]
    process = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=_hear_ctrl_c
    )
    until = time.monotonic() + 120
    while time.monotonic() < until and _documents(tmp_path / "s.db") < BATCH:
        time.sleep(0.05)
    time.sleep(2)  # the two short ones behind the batch are read, and the long one is under way
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    took = time.monotonic() - began
    assert process.returncode == 130, said
    kept = _documents(tmp_path / "s.db")
    assert kept in (BATCH, BATCH + 1, BATCH + 2)  # a busy machine may not have come to the last two
    assert f"Stopped. {kept} documents with {kept} claims are kept in s.db.\nGo on with the same command." in said
    assert "Traceback" not in said
    assert took < 20  # two seconds, on a machine that has nothing else to do


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
