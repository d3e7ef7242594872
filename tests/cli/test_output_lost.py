"""An output that cannot be written: a reader that went away is no failure, a full disk is one and says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = (["incidents"], ["incidents", "--json"], ["status"])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with one report."""
    folder = tmp_path_factory.mktemp("lost")
    report = folder / "raid.txt"
    report.write_text("GAO, 12 March 2018 (Agency) - Gunmen killed four herders in Kita on Sunday.", encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "crossread", "read", str(report), "--store", str(folder / "s.db")],
        check=True,
        capture_output=True,
    )
    return str(folder / "s.db")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_that_goes_away_is_no_failure(store: str, command: list[str]) -> None:
    """As in `crossread incidents | head -1`, which scripts with pipefail run."""
    with subprocess.Popen(
        [sys.executable, "-m", "crossread", *command, "--store", store], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
    assert (running.returncode, said) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_told(store: str, command: list[str]) -> None:
    """In one line, without a traceback."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "crossread", *command, "--store", store], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr.count(b"\n")) == (4, 1)
    assert b"could not be written" in done.stderr
