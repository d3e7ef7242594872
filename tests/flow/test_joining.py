"""A merge is the same at the command line and on the desk: one claim of each report, everything else comes along."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crossread.cli.door import app
from crossread.config import Settings
from crossread.errors import RecordError
from crossread.flow import rebuild_incidents, run_read
from crossread.flow.foreseeing import find_homes, foresee_merge
from crossread.flow.joining import plan_joining
from crossread.flow.judging import Decision, decide, list_judged
from crossread.records import Incident
from crossread.store import Store, open_store

HEAD = "---\nTitle: {}\nSource: {}\nPublished: 2020-03-12\n---\n\n"
BOMB = "A roadside bomb killed four soldiers near Gao in Mali on 3 March 2020, the army said."
RAID = "Gunmen killed nine traders in Menaka in Mali on 10 March 2020, residents said."
REPORTS = {"Desert Post": f"{BOMB}\n\n{RAID}", "Sahel Radio": BOMB, "River News": RAID, "Daily Sahel": RAID}
POLICY = Settings().policy


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two incidents, of two accounts and of three, of which one report tells both."""
    home = tmp_path_factory.mktemp("joining")
    for name, text in REPORTS.items():
        (home / f"{name}.txt").write_text(HEAD.format(name, name) + text, encoding="utf-8")
    path = home / "s.db"
    run_read(sorted(home.glob("*.txt")), settings=Settings(store=str(path)))
    with open_store(str(path)) as store:
        rebuild_incidents(store, POLICY)
    return path


@pytest.fixture
def store(path: Path, tmp_path: Path) -> Store:
    """A copy that the test may change."""
    copy = tmp_path / "s.db"
    copy.write_bytes(path.read_bytes())
    return open_store(str(copy))


def two(store: Store) -> tuple[Incident, Incident]:
    """The bomb and the raid."""
    rows = sorted(store.iter_incidents(), key=lambda row: len(row.accounts))
    assert [len(row.accounts) for row in rows] == [2, 3]
    return rows[0], rows[1]


def twins_of(bomb: Incident, raid: Incident) -> tuple[str, str]:
    """The two claims of the report that tells both."""
    return next((a.claim_id, b.claim_id) for a in bomb.accounts for b in raid.accounts if a.document_id == b.document_id)


def test_a_merge_takes_one_claim_of_each_report(store: Store) -> None:
    """Of the report that tells both the first name's claim is in, the other stays apart; all other accounts come along."""
    bomb, raid = two(store)
    inside, apart = twins_of(bomb, raid)
    assert plan_joining(store, [bomb.id, raid.id]).twins == {apart: inside}
    decide(store, Decision(kind="merge", names=[bomb.id, raid.id], made_by="coder"))
    rebuild_incidents(store, POLICY)
    homes = find_homes(store)
    assert len({name for claim, name in homes.items() if claim != apart}) == 1
    assert homes[apart] != homes[inside]


def test_what_is_foreseen_is_what_comes_and_nothing_is_written(store: Store) -> None:
    """The dates that exclude the merge, what stays apart and why, the ids: told before, and true after."""
    bomb, raid = two(store)
    before = find_homes(store)
    decision = Decision(kind="same", names=[bomb.id, raid.id], made_by="coder")
    assert list_judged(store, decision) == [("same", *pair) for pair in plan_joining(store, decision.names).pairs]
    made = decide_apart(store, decision)
    seen = foresee_merge(store, decision.names, made, policy=POLICY)
    assert find_homes(store) == before
    assert list(store.iter_judgements()) == []
    assert any("km apart" in sentence for sentence in seen.excluding)
    inside, apart = twins_of(bomb, raid)
    assert [claim.id for claim, *_ in seen.apart] == [apart]
    assert seen.twins[apart].id == inside
    decide(store, decision)
    rebuild_incidents(store, POLICY)
    merged = store.get_incident(seen.incident.id)
    assert {row.claim_id for row in merged.accounts} == {row.claim_id for row in seen.incident.accounts}
    assert set(seen.moves.led) == set(before.values()) - set(find_homes(store).values())


def decide_apart(store: Store, decision: Decision) -> list:
    """The judgements of a decision, made in a copy of the log that is thrown away."""
    made: list = []
    try:
        with store.batch():
            made = decide(store, decision)
            raise KeyError
    except KeyError:
        return made


def test_nothing_of_one_report_alone_can_come_along(store: Store) -> None:
    """Two incidents told by one report alone: the merge is refused and says what to do; one incident twice as well."""
    bomb, raid = two(store)
    inside, apart = twins_of(bomb, raid)
    with pytest.raises(RecordError, match=r"one claim of each report[\s\S]*dismiss one of the two"):
        plan_joining(store, [bomb.id, apart])
    with pytest.raises(RecordError, match="one incident already"):
        plan_joining(store, [bomb.id, inside])
    assert list_judged(store, Decision(kind="same", names=[inside, apart])) == [("same", inside, apart)]  # of claims: as said


def run(store: Store, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["judge", *arguments, "--store", store.where, "--by", "coder"])
    return done.exit_code, done.output


def test_the_command_line_says_what_moved(store: Store) -> None:
    """What speaks against a merge, who stays apart and why, where ids lead; an old id says so when it is used again."""
    bomb, raid = two(store)
    _, apart = twins_of(bomb, raid)
    code, told = run(store, "merge", bomb.id, raid.id, "--yes")
    assert code == 0
    assert "What speaks against it: " in told
    assert "Stays apart: Desert Post, “" in told
    assert f"({apart})" in told
    gone = next(name for name in (bomb.id, raid.id) if store.get_incident(name).id != name)
    lead = store.get_incident(gone).id
    assert f"{gone} leads to {lead} now." in told
    one = next(row for row in store.get_incident(lead).accounts if row.source == "River News")
    code, told = run(store, "split", gone, one.claim_id)
    assert code == 0
    assert f"{gone} leads to {lead} today: the decision is about that." in told
    assert f"({one.claim_id}) left {lead} and is in " in told
    with pytest.raises(RecordError, match=f"{gone}, which leads to {lead} today"):
        decide(store, Decision(kind="split", names=[gone, one.claim_id], made_by="coder"))


def test_a_pair_of_claims_that_takes_one_away_names_it(store: Store) -> None:
    """Two claims held together, one of them of another incident: it says who left what, and both incidents keep their ids."""
    bomb, raid = two(store)
    first = next(row.claim_id for row in raid.accounts if row.source == "Daily Sahel")
    other = next(row.claim_id for row in bomb.accounts if row.source == "Sahel Radio")
    done = CliRunner().invoke(app, ["judge", "same", first, other, "--yes", "--store", store.where, "--json"])
    told = json.loads(done.output)
    assert done.exit_code == 0
    homes = find_homes(store)
    assert homes[first] == homes[other]
    before = {row.claim_id: incident.id for incident in (bomb, raid) for row in incident.accounts}
    left = {claim for claim, was in before.items() if homes[claim] != store.get_incident(was).id}
    assert {row["claim"] for row in told["left"]} == left != set()
    assert told["excluding"]
    assert len(store.get_incident(raid.id).accounts) >= 2


@pytest.mark.parametrize("kind", ["merge", "same", "different"])
def test_one_name_twice_is_wrong_usage(store: Store, kind: str) -> None:
    """Nothing is written."""
    bomb, _ = two(store)
    code, told = run(store, kind, bomb.id, bomb.id)
    assert code == 2
    assert "twice" in told
    assert list(store.iter_judgements()) == []


def test_an_explanation_says_which_claims_of_incidents_it_compared(store: Store) -> None:
    """Of two incidents it compares the first claims, names them, and names others to ask for."""
    bomb, raid = two(store)
    done = CliRunner().invoke(app, ["explain", bomb.id, raid.id, "--store", store.where])
    for incident in (bomb, raid):
        first, *others = (row.claim_id for row in incident.accounts)
        assert f"  {first}  “" in done.output
        assert (
            f"Of {incident.id} its first claim was compared; name one of its others to compare that: {', '.join(others)}"
            in (done.output)
        )


def test_a_dismissed_claim_stands_in_no_ones_way(store: Store) -> None:
    """The refusal names the claim and the command; after it the same merge goes through, and the dismissed one stays out."""
    bomb, raid = two(store)
    inside, apart = twins_of(bomb, raid)
    for account in raid.accounts:
        if account.claim_id != apart:
            decide(store, Decision(kind="dismiss", names=[account.claim_id], reason="a copy", made_by="coder"))
    rebuild_incidents(store, POLICY)
    bomb, raid = (store.get_incident(row.id) for row in (bomb, raid))
    decision = Decision(kind="merge", names=[bomb.id, raid.id], made_by="coder")
    with pytest.raises(RecordError, match=f"crossread judge dismiss {inside}"):
        decide(store, decision)
    decide(store, Decision(kind="dismiss", names=[inside], reason="told twice", made_by="coder"))
    rebuild_incidents(store, POLICY)
    assert plan_joining(store, decision.names).twins == {}
    decide(store, decision)
    rebuild_incidents(store, POLICY)
    homes = find_homes(store)
    (other,) = (account.claim_id for account in bomb.accounts if account.claim_id != inside)
    assert homes[apart] == homes[other]
    assert homes.get(inside) != homes[apart]


def test_an_incident_of_which_nothing_stands_comes_along_whole(store: Store) -> None:
    """A person who merges what was dismissed decides for what it told; an acceptance later holds for the one incident."""
    bomb, raid = two(store)
    for account in bomb.accounts:
        decide(store, Decision(kind="dismiss", names=[account.claim_id], reason="no such bomb", made_by="coder"))
    rebuild_incidents(store, POLICY)
    joining = plan_joining(store, [raid.id, bomb.id])
    claims = {claim for pair in joining.pairs for claim in pair} | set(joining.twins)
    assert {account.claim_id for account in bomb.accounts} <= claims
