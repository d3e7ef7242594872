"""A run may die at any moment, and others may look on: the store stays whole and the next run finishes the work."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crossread.records import document_id
from crossread.store import Store, open_store

REPORTS = 500
SCRIPT = Path(__file__).with_name("read_process.py")


def start(store: Path, folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, str(SCRIPT), str(store), str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(process: subprocess.Popen[str]) -> None:
    _, errors = process.communicate(timeout=100)
    assert process.returncode == 0, errors


def kill_after(process: subprocess.Popen[str], documents: int, *, delay: float) -> int:
    """Kill without warning a moment after so many documents were told to be kept; how many were told in all."""
    told = 0
    while told < documents and (line := process.stdout.readline()):
        told = int(line.split()[0])
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    rest, errors = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, errors
    whole = [line for line in rest.split("\n")[:-1] if line]
    return int(whole[-1].split()[0]) if whole else told


def check_whole(path: Path) -> int:
    """Fail unless everything in the store is whole; how many documents there are."""
    with open_store(str(path)) as store:
        documents = list(store.iter_documents())
        for document in documents:
            again = document_id(
                document.text, source=document.source, external_id=document.external_id, published=document.published
            )
            assert again == document.id
            assert document.text.encode() in store.get_raw_file(document.sha256).content.replace(b"\\n", b"\n")
        assert len(list(store.iter_documents(text="market watch"))) == len(documents)
        pending = {document.id for document in store.iter_pending_documents("rule@1")}
        claimed = {claim.document_id for claim in store.iter_claims()}
        assert claimed == {document.id for document in documents} - pending
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.execute("INSERT INTO document_search(document_search) VALUES ('integrity-check')")
    database.close()
    return len(documents)


def fingerprint(store: Store) -> tuple[list[str], list[str]]:
    return sorted(d.id for d in store.iter_documents()), sorted(c.id for c in store.iter_claims())


@pytest.fixture(scope="module")
def folder(tmp_path_factory, write_reports):
    """Five hundred reports."""
    return write_reports(tmp_path_factory.mktemp("crash") / "reports", REPORTS)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, folder):
    """What a run that nobody disturbs leaves in the store."""
    path = tmp_path_factory.mktemp("crash") / "whole.db"
    finish(start(path, folder))
    with open_store(str(path)) as store:
        found = fingerprint(store)
    assert len(found[0]) == REPORTS
    return found


@pytest.mark.slow
def test_a_killed_run_loses_nothing_and_the_next_one_finishes(tmp_path, folder, undisturbed):
    """Killed with SIGKILL at five random moments, the store is whole each time, holds all that was told to be kept, and a last
    run ends with exactly the documents and claims of an undisturbed run."""
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    path, kept = tmp_path / "s.db", 0
    for low in (0, 60, 150, 260, 380):
        told = kill_after(start(path, folder), chance.randint(low, low + 60), delay=chance.uniform(0, 0.05))
        found = check_whole(path) if path.exists() else 0
        assert found >= max(told, kept), f"seed {seed}: {told} documents were told to be kept, {found} are there"
        kept = found
    finish(start(path, folder))
    assert check_whole(path) == REPORTS
    with open_store(str(path)) as store:
        assert fingerprint(store) == undisturbed, f"seed {seed}"
        assert store.counts().pending == 0


@pytest.mark.slow
def test_a_kill_while_the_store_is_made_leaves_none_or_a_whole_one(tmp_path, folder):
    """Killed around the moment of the first migration, a store opens all the same."""
    for number in range(6):
        path = tmp_path / f"s{number}.db"
        process = start(path, folder)
        until = time.monotonic() + 60
        while not path.exists() and time.monotonic() < until:
            time.sleep(0.001)
        time.sleep(0.02 * number)
        process.kill()
        process.communicate()
        assert path.exists()
        check_whole(path)


@pytest.mark.slow
def test_others_read_while_one_writes(tmp_path, folder, undisturbed):
    """While a process writes, this one reads without error and only ever sees whole documents, never fewer than before."""
    path, seen = tmp_path / "s.db", [0]
    with open_store(str(path)) as store:
        process = start(path, folder)
        while process.poll() is None:
            found = {document.id: document for document in store.iter_documents()}
            assert len(found) >= seen[-1]
            assert set(found) <= set(undisturbed[0])
            assert all(claim.document_id for claim in store.iter_claims())
            store.counts()
            seen.append(len(found))
        finish(process)
        assert fingerprint(store) == undisturbed
    assert len(set(seen)) > 3, "the reader never saw the writer at work"


@pytest.mark.slow
def test_two_writers_wait_for_each_other(tmp_path, folder, undisturbed):
    """Two processes that read the same folder into one store at once both finish, and nothing is there twice."""
    path = tmp_path / "s.db"
    processes = [start(path, folder), start(path, folder)]
    for process in processes:
        finish(process)
    with open_store(str(path)) as store:
        assert fingerprint(store) == undisturbed
        assert store.counts().rejections == 0
