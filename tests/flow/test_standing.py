"""What people set aside counts for no source, and a report shows which of its claims that are."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crossread.cli.door import app
from crossread.export.grounds import Decisions
from crossread.flow import read_into, update_incidents
from crossread.flow.judging import Decision, decide
from crossread.flow.selecting import correct_claims, correct_for_export
from crossread.flow.standing import dismissed_claims, standing_incidents
from crossread.records import Judgement
from crossread.store import Store

POLICY = "best_low_high"
FORM = "Source: {source}\nPublished: 2021-03-12\n\n" + (
    "Gunmen attacked the market in Gao on 11 March 2021, and 4 traders were killed.\n"
)


@pytest.fixture
def store(bench, tmp_path: Path) -> Store:
    """Two reports of one incident."""
    for source in ("Alpha", "Beta"):
        (tmp_path / f"{source}.txt").write_text(FORM.format(source=source), encoding="utf-8")
    read_into(bench, [tmp_path / "Alpha.txt", tmp_path / "Beta.txt"])
    update_incidents(bench.store, POLICY)
    kept: Store = bench.store
    return kept


def dismiss(store: Store, name: str) -> None:
    """Set it aside and derive again."""
    decide(store, Decision(kind="dismiss", names=[name], reason="an old photograph", made_by="coder"))
    update_incidents(store, POLICY)


def run(*arguments: str, store: Store) -> str:
    """What the command prints."""
    done = CliRunner().invoke(app, [*arguments, "--store", store.where])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_dismissed_account_counts_for_no_source(store: Store) -> None:
    """Its source has a document and no claim, and nobody else is held against it."""
    claim = next(iter(store.iter_claims()))
    dismiss(store, claim.id)
    assert dismissed_claims(store) == {claim.id: "an old photograph"}
    source = store.get_document(claim.document_id).source
    rows = {row["source"]: row for row in map(json.loads, run("sources", "--json", store=store).splitlines())}
    assert (rows[source]["documents"], rows[source]["claims"], rows[source]["incidents"]) == (1, 0, 0)
    (other,) = (row for name, row in rows.items() if name != source)
    assert (other["claims"], other["incidents"], other["shared"]) == (1, 1, 0)


def test_a_dismissed_incident_takes_its_claims_along(store: Store) -> None:
    """All of its accounts are aside; an acceptance takes them in again."""
    incident = next(iter(store.iter_incidents()))
    before = standing_incidents(store)
    dismiss(store, incident.id)
    assert set(dismissed_claims(store)) >= {row.claim_id for row in incident.accounts}
    assert incident.id not in {row.id for row in standing_incidents(store)}
    decide(store, Decision(kind="accept", names=[incident.id], made_by="coder"))
    update_incidents(store, POLICY)
    assert [row.id for row in standing_incidents(store)] == [row.id for row in before]


def test_a_report_shows_which_claims_were_set_aside(store: Store) -> None:
    """With the reason; the others have no such line."""
    first, second = list(store.iter_claims())[:2]
    dismiss(store, first.id)
    assert "set aside: an old photograph" in run("show", first.document_id, store=store)
    assert "set aside" not in run("show", second.document_id, store=store)


def test_corrections_of_one_moment_hold_in_the_order_of_the_log(store: Store) -> None:
    """Of two with the same time the later entry holds, whatever their ids, in the claim, its incident and an export."""
    claim = next(iter(store.iter_claims()))
    moment = datetime(2021, 4, 1, 12, tzinfo=UTC)
    for name, kind in (("jdg_ff_2", "bombing"), ("jdg_ff_10", "killing"), ("jdg_0a_1", "abduction")):
        told = {"slot": "type", "value": json.dumps(kind), "made_by": "coder", "made_at": moment}
        store.add_judgement(Judgement(id=name, kind="correct", subject=claim.id, **told))
        (stands,) = correct_claims(store, [claim])
        assert stands.type == kind
    claims, decided = correct_for_export(store, [claim])
    assert [row.type for row in claims] == ["abduction"]
    review = Decisions.of(decided).review(claim.id, None)
    assert (review.id if review else None) == "jdg_0a_1"
    store.add_judgement(Judgement(id="jdg_00_1", kind="undo", subject="jdg_0a_1", made_by="coder", made_at=moment))
    (stands,) = correct_claims(store, [claim])
    assert stands.type == "killing"
