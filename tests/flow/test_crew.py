"""Reading in several processes: the same store in the same order, and a process that dies or cannot start loses nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from crossread.config import Settings
from crossread.flow import Bench, crew, make_bench, memory, spreading
from crossread.flow.crew import Processes, count_jobs, gather_crew
from crossread.flow.steps import DOCUMENT_STEPS, iter_through
from crossread.records import Document, Rejection
from crossread.store import Store, open_store

WAIT = 120  # seconds for a process to load its tools on a busy machine


@contextmanager
def at_work(bench: Bench) -> Iterator[Bench]:
    """The bench with a crew that is ready before the first report."""
    with gather_crew(bench) as gathered:
        assert gathered is not None
        gathered.start()
        assert gathered.workers == 1
        until = time.monotonic() + WAIT
        while not gathered.is_ready():
            assert time.monotonic() < until, "the process did not come up"
            time.sleep(0.05)
        yield replace(bench, crew=gathered)


def _everything(store: Store) -> list[object]:
    """All that was kept, in its order."""
    return [*store.iter_documents(), *store.iter_claims(), *(r.subject for r in store.iter_rejections())]


@pytest.fixture
def alone(reports: Path, tmp_path: Path) -> list[object]:
    """What this process makes of the reports by itself; one of them is no report."""
    (reports / "report-0007.pdf").write_bytes(b"%PDF-1.4 cut short")
    settings = Settings(store=str(tmp_path / "alone.db"), jobs=1)
    with open_store(settings.store) as store:
        list(iter_through(DOCUMENT_STEPS, [reports], make_bench(store, settings)))
        return _everything(store)


@pytest.mark.slow
def test_the_store_is_the_same_in_the_same_order(alone: list[object], reports: Path, tmp_path: Path) -> None:
    """Forty reports, a refused one among them: documents with their files, claims with their values, rejections."""
    settings = Settings(store=str(tmp_path / "crew.db"), jobs=2)
    with open_store(settings.store) as store, at_work(make_bench(store, settings)) as bench:
        given: list[int] = []
        submit = bench.crew.submit
        bench.crew.submit = lambda batch: given.append(len(batch)) or submit(batch)  # type: ignore[method-assign]
        list(iter_through(DOCUMENT_STEPS, [reports], bench))
        assert sum(given) > 4, "the other process was given nothing"
        assert _everything(store) == alone
        for document in store.iter_documents():
            assert store.get_raw_file(document.sha256).sha256 == document.sha256
    assert sum(isinstance(row, Document) for row in alone) == 40


@pytest.mark.slow
def test_a_process_that_is_killed_loses_nothing(alone: list[object], reports: Path, tmp_path: Path) -> None:
    """Killed while it has reports in hand: this process makes their claims, and goes on alone."""
    settings = Settings(store=str(tmp_path / "killed.db"), jobs=2)
    with open_store(settings.store) as store, at_work(make_bench(store, settings)) as bench:
        submit, sent = bench.crew.submit, []

        def submit_and_kill(batch):  # type: ignore[no-untyped-def]
            future = submit(batch)
            if not sent:
                for process in bench.crew._pool._processes.values():
                    os.kill(process.pid, signal.SIGKILL)
            sent.append(len(batch))
            return future

        bench.crew.submit = submit_and_kill  # type: ignore[method-assign]
        list(iter_through(DOCUMENT_STEPS, [reports], bench))
        assert sent
        assert _everything(store) == alone


def test_a_few_reports_start_no_process(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten reports, and those that are in the store already, are not worth one."""
    started = []
    monkeypatch.setattr(Processes, "start", lambda self: started.append(self))
    few = sorted(reports.glob("*.txt"))[:10]
    settings = Settings(store=str(tmp_path / "few.db"), jobs=2)
    with open_store(settings.store) as store:
        bench = make_bench(store, settings)
        for _ in range(3):
            with gather_crew(bench) as gathered:
                list(iter_through(DOCUMENT_STEPS, few, replace(bench, crew=gathered)))
    assert started == []


def test_a_process_that_cannot_start_is_done_without(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its tools cannot be made there: the run goes on in this process alone."""
    monkeypatch.setattr(spreading, "FIRST", 1)
    settings = Settings(store=str(tmp_path / "broken.db"), jobs=2)
    with open_store(settings.store) as store:
        bench = make_bench(store, settings)
        unusable = replace(settings, extractor="no-such-extractor")
        with gather_crew(bench) as gathered:
            gathered._settings = unusable
            rows = list(iter_through(DOCUMENT_STEPS, [reports], replace(bench, crew=gathered)))
            assert not gathered.is_ready()
    assert sum(not isinstance(row, Rejection) for row in rows) == 40


def test_tools_that_no_settings_make_are_used_here_alone(bench: Bench, tmp_path: Path) -> None:
    """An extractor handed in is nowhere else; nor is a crew gathered for one process."""
    with gather_crew(bench) as gathered:
        assert gathered is None
    for jobs, expected in ((1, False), (2, True), (0, True)):
        own = make_bench(bench.store, Settings(store=str(tmp_path / "x.db"), jobs=jobs))
        with gather_crew(own) as gathered:
            assert (gathered is not None) is expected
        with gather_crew(replace(own, extractor=bench.extractor)) as gathered:
            assert gathered is None


@pytest.mark.parametrize(
    ("free", "cores", "expected"), [(None, 8, 4), (100, 8, 1), (800, 8, 2), (1700, 8, 4), (1700, 1, 1), (90_000, 3, 3)]
)
def test_processes_are_as_many_as_cores_and_memory_allow(
    free: int | None, cores: int, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Up to four unasked; whoever asks for a number gets it."""
    monkeypatch.setattr(crew, "free_megabytes", lambda: free)
    monkeypatch.setattr("loky.cpu_count", lambda: cores)
    assert count_jobs(0) == expected
    assert count_jobs(7) == 7


def test_free_memory_is_that_of_the_container_where_it_is_less(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines as the system writes them; a limit of "max", or no such file, is none."""
    machine, most, used = tmp_path / "meminfo", tmp_path / "memory.max", tmp_path / "memory.current"
    monkeypatch.setattr(memory, "MEMINFO", machine)
    monkeypatch.setattr(memory, "LIMITS", ((most, used),))
    assert memory.free_megabytes() is None
    machine.write_text("MemTotal:       8000000 kB\nMemAvailable:   2000000 kB\n")
    assert memory.free_megabytes() == 2048
    most.write_text("max\n")
    used.write_text("300000000\n")
    assert memory.free_megabytes() == 2048
    most.write_text("1000000000\n")
    assert memory.free_megabytes() == 700
    most.write_text("200000000\n")
    assert memory.free_megabytes() == 0


@pytest.mark.slow
def test_ctrl_c_ends_all_processes(tmp_path: Path, write_reports) -> None:  # type: ignore[no-untyped-def]
    """The command stops with 130, what is stored is whole, and no process stays behind."""
    folder, store = write_reports(tmp_path / "many", 600), tmp_path / "stopped.db"
    command = [sys.executable, "-m", "crossread", "read", str(folder), "--store", str(store), "--jobs", "2"]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background jobs do not hear Ctrl-C
    )
    until = time.monotonic() + WAIT
    while not (beside := _in_group(process.pid)):
        assert process.poll() is None
        assert time.monotonic() < until, "no further process was started"
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert "Stopped." in errors
    until = time.monotonic() + WAIT
    while left := [pid for pid in beside if _runs(pid)]:
        assert time.monotonic() < until, left
        time.sleep(0.05)


def _runs(pid: int) -> bool:
    """False for one that has ended, also where nobody has asked for its exit code: it has no command line any more."""
    try:
        return bool(Path(f"/proc/{pid}/cmdline").read_bytes())
    except OSError:
        return False


def _in_group(leader: int) -> list[int]:
    """The processes that loky started in the group, without its leader."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != leader:
            try:
                if os.getpgid(int(entry.name)) == leader and b"loky" in (entry / "cmdline").read_bytes():
                    found.append(int(entry.name))
            except OSError:
                continue
    return found
