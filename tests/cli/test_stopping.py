"""Runs that stop: by Ctrl-C, at a port that is taken, at paths that are not there."""

from __future__ import annotations

import json
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

from crossread.cli.door import main
from crossread.store import open_store


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
    waiting = "not linked yet: crossread read --pending --store s.db"
    assert waiting in said
    for command in ("incidents", "status"):
        told = run(command, "--store", "s.db", cwd=tmp_path)
        assert waiting in told.stdout + told.stderr
    assert json.loads(run("status", "--json", "--store", "s.db", cwd=tmp_path).stdout)["unlinked"] >= 3
    assert run("read", "--pending", "--store", "s.db", cwd=tmp_path).returncode == 0
    listed = run("incidents", "--store", "s.db", cwd=tmp_path)
    assert (listed.stdout.count("20 Jan 2019"), listed.stderr) == (1, "")
    assert json.loads(run("status", "--json", "--store", "s.db", cwd=tmp_path).stdout)["unlinked"] == 0


def test_a_command_stopped_while_it_loads_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything was read, whatever command it is."""
    (tmp_path / "raid.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("crossread.flow.make_bench", _stop)
    monkeypatch.setattr("crossread.flow.make_extractor", _stop)
    for command, said in (
        ("read", "Stopped. 0 documents with 0 claims are kept"),
        ("compare", "Stopped. Nothing was to be kept."),
    ):
        monkeypatch.setattr(sys, "argv", ["crossread", command, "raid.txt"])
        with pytest.raises(SystemExit) as stopped:
            main()
        assert stopped.value.code == 130
        assert said in capsys.readouterr().err


def _stop(*_arguments: object, **_options: object) -> None:
    raise KeyboardInterrupt


def test_claims_of_a_withdrawn_report_are_not_waited_for(tmp_path: Path) -> None:
    """What speaks no more is not to be linked, and where nothing was ever read nothing waits."""
    (tmp_path / "raid.txt").write_text(REPORT, encoding="utf-8")
    with open_store(str(tmp_path / "s.db")) as store:
        assert store.count_unlinked() == 0
    run("read", "raid.txt", "--store", "s.db", cwd=tmp_path)
    with open_store(str(tmp_path / "s.db")) as store:
        (document,) = store.iter_documents()
        assert store.count_unlinked() == 0
    run("withdraw", document.id, "--store", "s.db", cwd=tmp_path)
    with open_store(str(tmp_path / "s.db")) as store:
        assert store.count_unlinked() == 0


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


def test_the_desk_makes_no_store_unless_told_to(tmp_path: Path) -> None:
    """Nor says that it stands anywhere; with --new it goes on to the next thing that is wrong, and leaves an empty store."""
    done = run("serve", "--store", "s.db", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "s.db").exists()) == (3, False)
    assert "There is no store here yet." in done.stderr
    assert "--new" in done.stderr
    assert "The desk is at" not in done.stderr
    done = run("serve", "--store", "s.db", "--new", "--accounts", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "s.db").exists()) == (4, True)
    assert "Nobody could sign in." in done.stderr


def test_a_slip_of_typing_makes_no_store(tmp_path: Path) -> None:
    """Where a path is there, the others are refused one by one, as ever."""
    done = run("read", "nowhere.txt", "--store", "s.db", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "s.db").exists()) == (3, False)
    assert "nowhere.txt" in done.stderr
    (tmp_path / "raid.txt").write_text(REPORT, encoding="utf-8")
    done = run("read", "nowhere.txt", "raid.txt", "--store", "s.db", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "s.db").exists()) == (1, True)
