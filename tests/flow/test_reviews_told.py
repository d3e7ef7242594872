"""Lists, single views and exports tell what people decided from what nobody looked at."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from crossread.cli.door import app
from crossread.export import Selection, export_incidents
from crossread.export.grounds import Decisions
from crossread.flow import Bench, read_into, rebuild_incidents
from crossread.flow.judging import Decision, decide
from crossread.flow.selecting import correct_for_export
from crossread.records import Incident
from crossread.store import Store

POLICY = "best_low_high"


@pytest.fixture
def read(reports: Path, bench: Bench) -> Store:
    """The forty reports in a store, with incidents."""
    read_into(bench, [reports])
    rebuild_incidents(bench.store, POLICY)
    return bench.store


def judged(store: Store, kind: str, *names: str, reason: str | None = None) -> str:
    """Decide, derive again, and give the beginning that undoes it."""
    made = decide(store, Decision(kind=kind, names=names, reason=reason, made_by="awa"))
    rebuild_incidents(store, POLICY)
    return made[0].id.rpartition("_")[0]


def selected(store: Store) -> Selection:
    """All of a store, as an export takes it."""
    claims, decided = correct_for_export(store, store.iter_claims())
    return Selection(
        incidents=tuple(store.iter_incidents()), claims=claims, documents=tuple(store.iter_documents()), judgements=decided
    )


def exported(store: Store, folder: Path, table: str = "") -> dict[str, dict[str, str]]:
    """The rows of one table by the id of their incident or claim."""
    path = folder / "out.csv"
    if not path.exists():
        export_incidents("csv", path, selection=selected(store))
    with path.with_name(f"out{table}.csv").open(encoding="utf-8", newline="") as file:
        return {row.get("claim_id") or row["id"]: row for row in csv.DictReader(file)}


def told_apart(read: Store) -> list[Incident]:
    """Incidents of one account each."""
    return [row for row in read.iter_incidents() if len(row.accounts) == 1 and row.accounts[0].weight == "account"]


def test_an_accepted_incident_says_who_and_when_in_the_tables(read: Store, tmp_path: Path) -> None:
    """`review` is accepted for it and its account, open for the others, which have nobody and no time."""
    first, second, *_ = told_apart(read)
    judged(read, "accept", first.id, reason="two sources checked")
    rows, accounts = exported(read, tmp_path), exported(read, tmp_path, ".accounts")
    assert [rows[first.id][name] for name in ("review", "reviewed_by")] == ["accepted", "awa"]
    assert rows[first.id]["reviewed_at"].endswith("+00:00")
    assert [rows[second.id][name] for name in ("review", "reviewed_by", "reviewed_at")] == ["open", "", ""]
    assert accounts[first.accounts[0].claim_id]["review"] == "accepted"
    manifest = json.loads((tmp_path / "out.csv.manifest.json").read_text(encoding="utf-8"))
    assert manifest["counts"]["review"] == {"accepted": 1, "open": len(rows) - 1}


def test_a_dismissed_account_leaves_its_incident_open(read: Store, tmp_path: Path) -> None:
    """What is decided about a claim is told of the claim; taken back, it is open again."""
    first, second, *_ = told_apart(read)
    claim = first.accounts[0].claim_id
    judged(read, "dismiss", claim, reason="of another year")
    judged(read, "undo", judged(read, "accept", second.id))
    rows, accounts = exported(read, tmp_path), exported(read, tmp_path, ".accounts")
    assert (accounts[claim]["review"], rows[first.id]["review"]) == ("dismissed", "open")
    assert rows[second.id]["review"] == "open"


def test_of_incidents_that_became_one_an_acceptance_holds(read: Store) -> None:
    """As on the desk: dismissed later under the other id, the whole is accepted still."""
    first, second, *_ = told_apart(read)
    judged(read, "accept", first.id)
    judged(read, "dismiss", second.id, reason="doubtful")
    judged(read, "merge", first.id, second.id)
    whole = read.get_incident(first.id).id
    assert read.incident_states()[whole] == "accepted"
    decided = Decisions.of(selected(read).judgements)
    assert decided.verdicts[whole].kind == "accept"


def test_claim_json_carries_the_review(read: Store, tmp_path: Path) -> None:
    """Each claim of `jsonl` says what was decided about it, or that nothing was."""
    first, *_ = told_apart(read)
    judged(read, "accept", first.id)
    export_incidents("jsonl", tmp_path / "out.jsonl", selection=selected(read))
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    reviews = {claim["id"]: claim["review"] for line in lines for claim in line["claims"]}
    assert reviews.pop(first.accounts[0].claim_id)["state"] == "accepted"
    assert {review["state"] for review in reviews.values()} == {"open"}


def test_commands_tell_and_filter_by_review(read: Store, tmp_path: Path) -> None:
    """`show`, `incidents`, their JSON, and `--state` and `--disagreement` of both `incidents` and `export`."""
    first, second, *_ = told_apart(read)
    judged(read, "accept", first.id, reason="two sources checked")
    store, runner = str(tmp_path / "crossread.db"), CliRunner()

    def asked(*arguments: str) -> str:
        done = runner.invoke(app, [*arguments, "--store", store])
        assert done.exit_code == 0, done.output
        return done.output

    assert "accepted by awa" in asked("show", first.id)
    assert "two sources checked" in asked("show", first.accounts[0].claim_id)
    assert "open: nobody accepted or dismissed it" in asked("show", second.id)
    assert json.loads(asked("show", first.id, "--json"))["review"]["by"] == "awa"
    (row,) = (json.loads(line) for line in asked("incidents", "--state", "accepted", "--json").splitlines())
    assert (row["id"], row["review"]["reason"]) == (first.id, "two sources checked")
    assert "accepted" in asked("incidents", "--state", "accepted")
    asked("export", "csv", str(tmp_path / "some.csv"), "--state", "open", "--disagreement", "none")
    manifest: dict[str, Any] = json.loads((tmp_path / "some.csv.manifest.json").read_text(encoding="utf-8"))
    assert manifest["filters"] == {"state": "open", "disagreement": "none"}
    assert manifest["counts"]["review"] == {"open": manifest["counts"]["incidents"]}


@pytest.mark.parametrize(("option", "value"), [("--state", "reviewed"), ("--disagreement", "numbers")])
def test_a_state_or_kind_that_is_none_is_refused(read: Store, tmp_path: Path, option: str, value: str) -> None:
    """Code 2, with the values there are."""
    done = CliRunner().invoke(app, ["incidents", option, value, "--store", str(tmp_path / "crossread.db")])
    assert done.exit_code == 2
    assert "expected one of" in done.output
