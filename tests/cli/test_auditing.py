"""`crossread audit`: what was decided and exported, and whether the log is whole."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from crossread.cli.door import app
from crossread.cli.export_losses import echo_left_out
from crossread.config import Settings
from crossread.errors import StoreError
from crossread.export import LeftOut
from crossread.flow import rebuild_incidents, run_read
from crossread.store import open_store
from crossread.store.audit import AuditLog

REPORT = """---
Title: Raid on a camp
Source: Test wire
Published: 2019-01-21
---

BAMAKO - Gunmen killed ten Chadian peacekeepers in an attack on a camp in Aguelhok, in the Kidal region of Mali, on Sunday.
"""


def crossread(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200", "NO_COLOR": "1"})


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A store with one report and its incident."""
    path = str(tmp_path / "s.db")
    (tmp_path / "raid.txt").write_text(REPORT, encoding="utf-8")
    run_read([tmp_path / "raid.txt"], settings=Settings(store=path))
    with open_store(path) as opened:
        rebuild_incidents(opened, Settings().policy)
    return path


def test_a_pair_is_named_whole(store: str, tmp_path: Path) -> None:
    """A decision about two claims names both, for a person and for a program."""
    (tmp_path / "again.txt").write_text(REPORT.replace("Test wire", "Another wire").replace("ten", "9"), encoding="utf-8")
    run_read([tmp_path / "again.txt"], settings=Settings(store=store))
    with open_store(store) as opened:
        first, second = sorted(row.id for row in opened.iter_claims())[:2]
    assert crossread("judge", "different", first, second, "--store", store).exit_code == 0
    assert f"decision different {first} {second}  judgement: " in crossread("audit", "--store", store).output
    assert json.loads(crossread("audit", "--json", "--store", store).output)[-1]["detail"]["other"] == second


def test_decisions_and_exports_are_listed_in_order(store: str, tmp_path: Path) -> None:
    """A decision at the command line and an export each leave one entry, which tells who and what."""
    assert crossread("audit", "--store", store).output == "Nothing has been decided or exported yet.\n"
    with open_store(store) as opened:
        subject = next(opened.iter_incidents()).id
    assert crossread("judge", "accept", subject, "--by", "Awa", "--store", store).exit_code == 0
    target = tmp_path / "out.csv"
    assert crossread("export", "csv", str(target), "--places", "country", "--country", "ML", "--store", store).exit_code == 0
    begin, accept, export = json.loads(crossread("audit", "--json", "--store", store).output)
    assert (begin["action"], accept["who"], accept["subject"]) == ("begin", "Awa", subject)
    assert accept["detail"]["kind"] == "accept"
    manifest = (tmp_path / "out.csv.manifest.json").read_bytes()
    assert export["detail"] == {
        "format": "csv",
        "incidents": 1,
        "with_names": False,
        "places": "country",
        "days": "as_read",
        "filters": {"country": "ML"},
        "manifest": hashlib.sha256(manifest).hexdigest(),
    }
    last = crossread("audit", "--last", "1", "--store", store).output
    assert "export out.csv.manifest.json" in last
    assert subject not in last


def test_verify_says_whole_or_what_is_wrong(store: str) -> None:
    """0 and the head while the log is whole, 1 and the place once somebody changed the file."""
    with open_store(store) as opened:
        subject = next(opened.iter_incidents()).id
    crossread("judge", "accept", subject, "--store", store)
    head = json.loads(crossread("audit", "verify", "--json", "--store", store).output)["head"]
    crossread("judge", "dismiss", subject, "--reason", "an exercise", "--store", store)
    assert crossread("audit", "verify", "--seal", head, "--store", store).exit_code == 0
    with sqlite3.connect(store) as connection:
        connection.execute("DROP TRIGGER audit_refuse_UPDATE")
        connection.execute("UPDATE audit SET who = 'somebody else' WHERE number = 2")
    connection.close()
    done = crossread("audit", "verify", "--store", store)
    assert done.exit_code == 1
    assert "entry 2: its words are not those that were sealed" in done.output
    assert crossread("audit", "verify", "--seal", "0" * 63 + "1", "--json", "--store", store).exit_code == 1


def test_a_preview_tells_the_cost_and_leaves_nothing(store: str, tmp_path: Path) -> None:
    """Counts and examples are printed; there is no file and no entry in the log. The same export then tells its delay there."""
    asked = ("export", "csv", str(tmp_path / "out.csv"), "--store", store, "--places", "hidden", "--delay", "36500")
    told = crossread(*asked, "--preview")
    assert told.exit_code == 0, told.output
    assert "0 of 1 incident would be written" in told.output
    assert "lost: 1 of 1 incidents: left out: younger than 36500 days" in told.output
    (row,) = json.loads(crossread(*asked, "--preview", "--json").output)["lost"]
    assert row["examples"][0]["id"].startswith("inc_")
    assert not (tmp_path / "out.csv").exists()
    assert json.loads(crossread("audit", "--json", "--store", store).output) == []
    assert json.loads(crossread(*asked, "--json").output)["written"] == 0
    assert json.loads(crossread("audit", "--json", "--store", store).output)[-1]["detail"]["delay"] == 36500
    for format in ("links", "training"):
        assert crossread("export", format, str(tmp_path / "x.csv"), "--store", store, "--delay", "3").exit_code == 2


def test_no_export_without_its_entry(store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the log cannot be written, the files that were just made are taken away again."""

    def full(*_: object, **__: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(AuditLog, "add", full)
    target = tmp_path / "out.csv"
    assert isinstance(crossread("export", "csv", str(target), "--store", store).exception, StoreError)
    assert [path.name for path in tmp_path.glob("out*")] == []


def test_one_thing_left_out_is_told_in_the_singular(capsys: pytest.CaptureFixture[str]) -> None:
    """One incident, two incidents."""
    echo_left_out([LeftOut(what="incidents", reason="no place", count=n, ids=()) for n in (1, 2)])
    assert capsys.readouterr().out.split("\n")[:2] == ["  left out: 1 incident: no place", "  left out: 2 incidents: no place"]
