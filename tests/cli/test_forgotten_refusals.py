"""A refusal that a person has seen is listed no more, and the log says who saw it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from crossread.cli.door import app


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def listed() -> list[str]:
    return sorted(row["subject"] for row in json.loads(run("status", "--json").stdout)["refused"])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two files that are refused, in a store."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    Path("in/blank.txt").write_text("")
    Path("in/broken.pdf").write_bytes(b"%PDF-1.7 nothing follows")
    assert run("read", "in").exit_code == 1
    return tmp_path


def test_one_by_its_name_is_listed_no_more(folder: Path) -> None:
    told = run("status", "--forget", "blank.txt", "--by", "ana")
    assert (told.exit_code, listed()) == (0, ["in/broken.pdf"])
    assert "in/blank.txt" in told.stdout
    entry = json.loads(run("audit", "--json", "--last", "1").stdout.splitlines()[-1])
    entry = entry[-1] if isinstance(entry, list) else entry
    assert (entry["who"], entry["action"], entry["subject"]) == ("ana", "acknowledge", "in/blank.txt")
    assert run("audit", "verify").exit_code == 0


def test_all_of_them_and_the_next_run_says_nothing_but_their_number(folder: Path) -> None:
    run("status", "--forget-all")
    again = run("read", "in")
    assert (listed(), again.exit_code) == ([], 0)
    assert "2 refused as before" in again.stderr
    assert "broken.pdf" not in again.stderr
    assert json.loads(run("status", "--json").stdout)["rejections"] == 2


def test_a_changed_file_is_told_of_again(folder: Path) -> None:
    run("status", "--forget-all")
    Path("in/broken.pdf").write_bytes(b"%PDF-1.7 something else, and as broken")
    assert run("read", "in").exit_code == 1
    assert listed() == ["in/broken.pdf"]


def test_a_name_that_is_not_listed_is_told(folder: Path) -> None:
    told = run("status", "--forget", "other.txt")
    assert told.exit_code != 0
    assert len(listed()) == 2
