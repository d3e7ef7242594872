"""`crossread amend` and `crossread withdraw` as a user meets them: what is said, what is shown afterwards, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from crossread.cli.door import app
from crossread.config import Settings
from crossread.flow import rebuild_incidents, run_read
from crossread.store import open_store

REPORT = """---
Title: Raid on a camp
Source: Test wire
Published: 2019-05-21
---

BAMAKO - Gunmen killed ten Chadian peacekeepers in an attack on a camp in Aguelhok, in the Kidal region of Mali, on Sunday.
"""


def crossread(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200", "NO_COLOR": "1"})


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A store with one report whose day was misread."""
    path = str(tmp_path / "s.db")
    (tmp_path / "raid.txt").write_text(REPORT, encoding="utf-8")
    run_read([tmp_path / "raid.txt"], settings=Settings(store=path))
    with open_store(path) as opened:
        rebuild_incidents(opened, Settings().policy)
    return path


@pytest.fixture
def report(store: str) -> str:
    """Its id."""
    with open_store(store) as opened:
        return next(opened.iter_documents()).id


def successor(store: str) -> str:
    with open_store(store) as opened:
        (row,) = opened.iter_documents()
        return row.id


def test_a_day_is_corrected_and_all_that_it_moves_is_told(store: str, report: str) -> None:
    """The new id, from what to what, the incident as it is now; and the same for a program."""
    done = crossread("amend", report[:10], "--published", "2019-01-21", "--reason", "misread", "--by", "Awa", "--store", store)
    assert done.exit_code == 0, done.output
    new = successor(store)
    assert f"{new} takes the place of {report}: published 2019-05-21 → 2019-01-21" in done.output
    assert "20 Jan 2019" in done.output
    assert "1 claim; what was decided about the old ones stands." in done.output
    told = json.loads(
        crossread("amend", new, "--source", "none", "--url", "https://example.org", "--json", "--store", store).output
    )
    assert (told["was"], told["claims"], told["led"]) == (new, 1, {})
    assert told["changed"] == {"source": ["Test wire", None], "url": [None, "https://example.org"]}
    assert len(told["incidents"]) == 1


def test_what_took_its_place_is_told_wherever_one_asks(store: str, report: str, tmp_path: Path) -> None:
    """`show` of the old one, reading its file again, the log and the counts."""
    crossread("amend", report, "--published", "2019-01-21", "--reason", "misread", "--by", "Awa", "--store", store)
    new = successor(store)
    shown = crossread("show", report, "--store", store)
    assert f"Superseded by {new} on " in shown.output
    assert "by Awa: misread. It speaks nowhere." in shown.output
    body = json.loads(crossread("show", report, "--json", "--store", store).output)
    assert body["claims"] == []
    assert {name: body["set_aside"][name] for name in ("superseded_by", "reason", "by")} == {
        "superseded_by": new,
        "reason": "misread",
        "by": "Awa",
    }
    assert "set_aside" not in json.loads(crossread("show", new, "--json", "--store", store).output)
    again = crossread("read", str(tmp_path / "raid.txt"), "--store", store)
    assert "0 documents read, 0 claims; 1 known already" in again.output
    assert (
        f"raid.txt speaks no more: crossread show {report} --store {store} says why, and what took its place." in again.output
    )
    log = crossread("audit", "--store", store).output
    assert f"Awa  amended {report} to {new} (published 2019-05-21 → 2019-01-21): misread" in log
    status = json.loads(crossread("status", "--json", "--store", store).output)
    assert (status["documents"], status["set_aside"], status["claims"], status["incidents"]) == (1, 1, 1, 1)
    assert crossread("sources", "--store", store).output.startswith("Test wire: 1 document, 1 claim")
    again = crossread("amend", report, "--published", "2019-01-21", "--store", store)
    assert f"{new} took the place of {report} before" in again.output


def test_withdrawn_and_taken_back(store: str, report: str) -> None:
    """No incident is left, the reason is shown; undone, the incident is back under its id."""
    with open_store(store) as opened:
        before = opened.list_incident_ids()
    done = crossread("withdraw", report, "--reason", "a press kit", "--store", store)
    assert f"{report} speaks no more (crossread withdraw {report} --undo --store {store} takes that back)." in done.output
    assert f"{before[0]} is withdrawn." in done.output
    assert crossread("incidents", "--store", store).exit_code == 3
    assert "a press kit. It speaks nowhere." in crossread("show", report, "--store", store).output
    told = json.loads(crossread("withdraw", report, "--undo", "--json", "--store", store).output)
    assert (told["document"], told["withdrawn"]) == (report, False)
    with open_store(store) as opened:
        assert opened.list_incident_ids() == before
    log = crossread("audit", "--store", store).output
    assert f"withdrew {report}: a press kit" in log
    assert f"let {report} speak again" in log
    assert crossread("audit", "verify", "--store", store).exit_code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--published", "21.1.2019"], "expected a day as YYYY-MM-DD, found '21.1.2019'"),
        (["--published", "2199-01-01"], "on a day yet to come"),
        ([], "It is not said what to correct"),
        (["--title", " "], "The title is blank"),
    ],
)
def test_what_cannot_be_is_wrong_usage(store: str, report: str, words: list[str], told: str) -> None:
    """A day that is none, a day to come, nothing to change: told before any store is opened."""
    refused = crossread("amend", report, *words, "--store", store)
    assert refused.exit_code == 2
    assert told in " ".join(refused.output.replace("│", " ").split())


def test_a_language_is_corrected_under_the_same_id(store: str, report: str) -> None:
    """In a language that is not read no claim speaks; the codes are checked; back in its own it is as it was."""
    done = crossread("amend", report, "--language", "fr", "--by", "Awa", "--store", store)
    assert done.exit_code == 0, done.output
    assert f"{report}: language en → fr" in done.output
    assert "0 claims" in done.output
    assert crossread("amend", report, "--language", "french", "--store", store).exit_code == 2
    back = crossread("amend", report, "--language", "en", "--store", store, "--json")
    told = json.loads(back.output)
    assert (told["document"], told["changed"], told["claims"]) == (report, {"language": ["fr", "en"]}, 1)
    assert "language en → fr" in crossread("audit", "--store", store).output
