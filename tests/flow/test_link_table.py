"""The table of links of a store that was really read: bonds, incidents and what a person judged."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crossread.cli.door import app
from crossread.flow import Bench, read_into, rebuild_incidents
from crossread.flow.judging import Decision, decide
from crossread.flow.link_table import iter_links
from crossread.link.weights import load_weights
from crossread.store import IncidentFilter, Store

POLICY = "best_low_high"


@pytest.fixture
def read(tmp_path: Path, bench: Bench) -> Store:
    """Two reports of one raid, and one of another, in a store with incidents."""
    folder = tmp_path / "raids"
    folder.mkdir()
    told = "Gunmen attacked the market in Gossi on 3 March 2021, and 7 traders were killed."
    for name, text in {"a": told, "b": f"{told} Stalls burnt.", "c": told.replace("Gossi", "Djibo").replace("3", "20")}.items():
        (folder / f"{name}.txt").write_text(f"Title: Report {name}\nSource: {name}\n\n{text}", encoding="utf-8")
    read_into(bench, [folder])
    rebuild_incidents(bench.store, POLICY)
    return bench.store


def decide_on(store: Store, kind: str, *names: str) -> None:
    """Judge, and derive incidents again."""
    decide(store, Decision(kind=kind, names=names, made_by="coder", reason="read both"))
    rebuild_incidents(store, POLICY)


def test_claims_of_one_incident_are_a_link_with_reasons(read: Store) -> None:
    """Two reports of one raid: the same, by crossread, every comparison with its sentence; the third is in no link."""
    (row,) = iter_links(read, policy=POLICY)
    assert (row.verdict, row.judgement) == ("same", None)
    assert row.incidents[0] == row.incidents[1]
    assert row.probability > 0.5
    assert {"when", "where", "harm"} <= {reason.comparison for reason in row.reasons}
    assert all(reason.sentence for reason in row.reasons)
    assert row.log_odds == pytest.approx(load_weights().bias + sum(reason.log_odds for reason in row.reasons))
    assert row.judged_by.startswith("crossread@")


@pytest.mark.parametrize("kind", ["different", "unsure", "same"])
def test_a_decision_stands_before_the_comparisons(kind: str, read: Store) -> None:
    """The verdict is the person's, with the name; undone, it is crossread's again."""
    (before,) = iter_links(read, policy=POLICY)
    decide_on(read, kind, before.a.id, before.b.id)
    (row,) = iter_links(read, policy=POLICY)
    assert (row.verdict, row.judged_by) == (kind, "coder")
    assert row.probability == before.probability
    assert (row.incidents[0] == row.incidents[1]) is (kind != "different")
    decide_on(read, "undo", row.judgement.id)  # type: ignore[union-attr]
    assert list(iter_links(read, policy=POLICY)) == [before]


def test_judged_pairs_are_links_though_nothing_binds_them(read: Store) -> None:
    """Two raids that a person holds for one are a link, against the comparisons; a filter keeps those of its incidents."""
    (bound,) = iter_links(read, policy=POLICY)
    other = next(claim.id for claim in read.iter_claims() if claim.id not in (bound.a.id, bound.b.id))
    decide_on(read, "unsure", bound.a.id, other)
    rows = list(iter_links(read, policy=POLICY))
    assert sorted(row.verdict for row in rows) == ["same", "unsure"]
    assert next(row for row in rows if row.verdict == "unsure").log_odds < 0
    kept = list(iter_links(read, policy=POLICY, where=IncidentFilter(place="Djibo")))
    assert [row.verdict for row in kept] == ["unsure"]


def test_the_command_writes_a_table_and_an_audit_entry(read: Store, tmp_path: Path) -> None:
    """`crossread export links` writes CSV or JSON with a manifest, and the log tells of it; coarser places are refused."""
    url = str(tmp_path / "crossread.db")
    runner = CliRunner()
    for ending in ("csv", "json"):
        done = runner.invoke(app, ["export", "links", str(tmp_path / f"out.{ending}"), "--store", url])
        assert done.exit_code == 0, done.output
        assert "1 pair (1 same, 0 different, 0 unsure)" in done.output
    assert len(list(csv.DictReader((tmp_path / "out.csv").open(encoding="utf-8")))) == 1
    assert len(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))) == 1
    entries = [row for row in read.audit if row.action == "export"]
    assert [row.detail["format"] for row in entries] == ["links", "links"]
    assert runner.invoke(app, ["export", "links", "x.csv", "--store", url, "--days", "month"]).exit_code == 2
