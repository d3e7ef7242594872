"""Decisions of a person, from the names typed to the incidents that follow, on a store that was really read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crossread.cli.door import app
from crossread.errors import NotFoundError, RecordError
from crossread.flow import Bench, read_into, rebuild_incidents
from crossread.flow.explaining import explain_claims
from crossread.flow.judging import Decision, decide, decision_of, list_judged
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
    made = decide(store, Decision(kind=kind, names=names, reason=reason, made_by="coder"))
    rebuild_incidents(store, POLICY)
    return made[0].id.rpartition("_")[0]


def two_apart(store: Store) -> tuple[Incident, Incident]:
    """Two incidents of one account each, told by two documents."""
    rows = [row for row in store.iter_incidents() if len(row.accounts) == 1]
    first = rows[0]
    return first, next(row for row in rows[1:] if row.accounts[0].document_id != first.accounts[0].document_id)


def state(store: Store) -> dict[str, tuple[str, ...]]:
    """Every incident with its claims."""
    return {row.id: tuple(sorted(account.claim_id for account in row.accounts)) for row in store.iter_incidents()}


def test_merged_incidents_share_one_id_and_the_other_leads_to_it(read: Store) -> None:
    """After a merge both ids give one incident with all claims; after the undo everything is as it was, ids included."""
    before = state(read)
    a, b = two_apart(read)
    batch = judged(read, "merge", a.id, b.id)
    merged = read.get_incident(a.id)
    assert read.get_incident(b.id).id == merged.id in (a.id, b.id)
    assert {row.claim_id for row in merged.accounts} == {row.claim_id for row in (*a.accounts, *b.accounts)}
    judged(read, "undo", batch)
    assert state(read) == before


def test_split_parts_what_was_one(read: Store) -> None:
    """A claim taken out of an incident is an incident of its own; taking out all of them or a stranger is refused."""
    a, b = two_apart(read)
    judged(read, "merge", a.id, b.id)
    whole = read.get_incident(a.id)
    out = whole.accounts[1].claim_id
    judged(read, "split", whole.id, out)
    homes = [row for row in read.iter_incidents() if out in {account.claim_id for account in row.accounts}]
    assert [len(row.accounts) for row in homes] == [1]
    with pytest.raises(RecordError, match="takes some claims out"):
        decide(read, Decision(kind="split", names=[homes[0].id, out]))


@pytest.mark.parametrize("kind", ["split", "different"])
def test_what_stays_of_a_split_incident_stays_together(read: Store, kind: str) -> None:
    """Three reports of one incident, one taken out: the other two are one incident still, and one undo brings all back."""
    names = [row.accounts[0].claim_id for row in read.iter_incidents() if row.accounts[0].weight == "account"][:3]
    for name in names[1:]:
        judged(read, "same", names[0], name)  # both are held to the first only
    whole = next(row for row in read.iter_incidents() if names[0] in {account.claim_id for account in row.accounts})
    before = state(read)
    batch = judged(read, kind, whole.id, names[0])  # "different" is what the desk's "Set apart" says
    homes = {name: next(r.id for r in read.iter_incidents() if name in {a.claim_id for a in r.accounts}) for name in names}
    assert homes[names[1]] == homes[names[2]] != homes[names[0]]
    judged(read, "undo", batch)
    assert state(read) == before


def test_what_was_decided_about_an_incident_stays_with_its_bulk(read: Store) -> None:
    """Accepted, then the account that the id began with is set apart: id and acceptance stay with the two others."""
    names = [row.accounts[0].claim_id for row in read.iter_incidents() if row.accounts[0].weight == "account"][:3]
    for name in names[1:]:
        judged(read, "same", names[0], name)
    whole = next(row for row in read.iter_incidents() if names[0] in {account.claim_id for account in row.accounts})
    judged(read, "accept", whole.id)
    first = read.find_anchors([whole.id])[whole.id]
    batch = judged(read, "split", whole.id, first)
    kept = read.get_incident(whole.id)
    assert {row.claim_id for row in kept.accounts} == {row.claim_id for row in whole.accounts} - {first}
    assert read.incident_states() == {whole.id: "accepted"}
    judged(read, "undo", batch)
    assert {row.claim_id for row in read.get_incident(whole.id).accounts} == {row.claim_id for row in whole.accounts}


def test_dismissal_needs_a_reason_and_shows_it(read: Store) -> None:
    """A dismissed incident stays, graded discounted with the reason; without a reason nothing is written."""
    a, _ = two_apart(read)
    with pytest.raises(RecordError, match="needs its reason"):
        decide(read, Decision(kind="dismiss", names=[a.id]))
    assert list(read.iter_judgements()) == []
    judged(read, "dismiss", a.id, reason="the photograph is older")
    found = read.get_incident(a.id)
    assert (found.grade, "the photograph is older" in found.grade_reason) == ("discounted", True)


def test_a_wrong_name_writes_nothing(read: Store) -> None:
    """If one of several names is unknown, none of the decision is kept."""
    a, b = two_apart(read)
    with pytest.raises(NotFoundError):
        decide(read, Decision(kind="merge", names=[a.id, b.id, "inc_nothing"]))
    with pytest.raises(NotFoundError, match="No judgement that stands"):
        decide(read, Decision(kind="undo", names=["jdg_nothing"]))
    assert list(read.iter_judgements()) == []


def test_the_beginning_of_many_decisions_takes_none_back(read: Store) -> None:
    """`jdg` fits all of them: it is refused and they are listed. A whole decision, or one judgement of it, is taken back."""
    a, b = two_apart(read)
    decisions = [judged(read, "accept", a.id), judged(read, "accept", b.id)]
    for name in ("jdg", "jdg_", decisions[0][:8], decisions[0][:-1]):
        with pytest.raises(NotFoundError, match="its whole id is needed") as refused:
            decide(read, Decision(kind="undo", names=[name]))
        assert decisions[0] in str(refused.value)
    assert len(list(read.iter_judgements(standing=True))) == 2
    judged(read, "undo", decisions[0])
    judged(read, "undo", f"{decisions[1]}_1")
    assert list(read.iter_judgements(standing=True)) == []


def test_a_decision_is_named_by_what_its_judgements_share() -> None:
    """A judgement that is a decision of its own has the same id as that."""
    assert decision_of("jdg_0a1b_12") == "jdg_0a1b"
    assert [decision_of(name) for name in ("jdg_1", "jdg_0a1b", "code_x_y")] == ["jdg_1", "jdg_0a1b", "code_x_y"]


def test_explanation_tells_who_decided(read: Store) -> None:
    """Two claims that a person joined are explained by that judgement, before it by the comparisons."""
    a, b = two_apart(read)
    first, second = a.accounts[0].claim_id, b.accounts[0].claim_id
    before = explain_claims(read, first, second, policy=POLICY)
    assert not before.together
    assert "for one incident" in before.verdict
    judged(read, "same", first, second, reason="the mayor confirmed it")
    after = explain_claims(read, first, second, policy=POLICY)
    assert after.together
    assert "coder judged them same" in after.verdict
    assert "the mayor confirmed it" in after.verdict


def test_commands_speak_json(read: Store, tmp_path: Path) -> None:
    """`judge`, `judge log`, `explain` and `sources` give JSON that names the same claims and judgements."""
    a, b = two_apart(read)
    store, runner = str(tmp_path / "crossread.db"), CliRunner()

    def asked(*arguments: str) -> list[dict[str, object]]:
        done = runner.invoke(app, [*arguments, "--store", store, "--json"])
        assert done.exit_code == 0, done.output
        return [json.loads(line) for line in done.output.splitlines()]

    (made,) = asked("judge", "merge", a.id, b.id, "--by", "coder", "--yes")
    (log,) = asked("judge", "log")
    assert [row["id"] for row in made["judgements"]] == [row["id"] for row in log]  # type: ignore[attr-defined,index]
    (told,) = asked("explain", a.accounts[0].claim_id, b.accounts[0].claim_id)
    assert told["together"] is True
    profiles = asked("sources")
    assert sum(int(str(row["documents"])) for row in profiles) > 0
    assert {"slots", "days_late", "copies", "cites", "namings"} <= set(profiles[0])


def test_two_incidents_that_are_the_same_come_whole(read: Store) -> None:
    """`same` of an incident of three reports and one of another names all four, so that none is left behind."""
    first = [row.accounts[0] for row in read.iter_incidents() if row.accounts[0].weight == "account"]
    names = list({row.document_id: row.claim_id for row in first}.values())[:4]
    for name in names[1:3]:
        judged(read, "same", names[0], name)
    home = {claim: row.id for row in read.iter_incidents() for claim in (account.claim_id for account in row.accounts)}
    decision = Decision(kind="same", names=[home[names[0]], home[names[3]]])
    told = list_judged(read, decision)
    assert {kind for kind, *_ in told} == {"same"}
    assert {claim for _, *pair in told for claim in pair} >= set(names)
    assert list_judged(read, Decision(kind="same", names=[names[0], names[3]])) == [("same", names[0], names[3])]
    made = decide(read, Decision(kind="same", names=decision.names, made_by="coder"))
    assert len(made) == len(told)


def test_two_names_of_one_incident_are_told_as_one(read: Store) -> None:
    """After a merge there is nothing to compare: the incident of today and its claims are named, and how to go on."""
    a, b = two_apart(read)
    judged(read, "merge", a.id, b.id)
    found = read.get_incident(a.id)
    done = CliRunner().invoke(app, ["explain", a.id, b.id, "--store", read.where])
    assert done.exit_code == 0
    assert f"are one incident now: {found.id}." in done.stdout
    assert all(account.claim_id in done.stdout for account in found.accounts)
    assert "crossread explain clm_" in done.stdout
    told = json.loads(CliRunner().invoke(app, ["explain", a.id, b.id, "--json", "--store", read.where]).stdout)
    assert (told["together"], told["incident"]) == (True, found.id)
