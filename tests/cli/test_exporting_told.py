"""What an export says of itself when it is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from crossread.cli.door import app
from crossread.store import open_store


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store with one report and its incident."""
    told = "MOPTI, 12 March 2019 (Wire) - Gunmen attacked a police station in Bandiagara, Mali, on Monday, killing an officer."
    (tmp_path / "a.txt").write_text(told, encoding="utf-8")
    store = str(tmp_path / "s.db")
    assert run("read", str(tmp_path / "a.txt"), store=store).exit_code == 0
    return store


def run(*arguments: str, store: str) -> Result:
    """The command with these arguments on this store."""
    return CliRunner().invoke(app, [*arguments, "--store", store])


def test_an_export_says_that_it_takes_what_nobody_reviewed(url: str, tmp_path: Path) -> None:
    """With the option that leaves it out; silent where the state was asked for."""
    with open_store(url) as store:
        (incident,) = store.iter_incidents()
    run("judge", "accept", incident.id, store=url)
    assert "--state accepted" in run("export", "csv", str(tmp_path / "all.csv"), store=url).stdout
    assert "--state" not in run("export", "csv", str(tmp_path / "some.csv"), "--state", "accepted", store=url).stdout
