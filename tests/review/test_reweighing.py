"""The policy switch, corrections as they show, and who may ask the desk at all."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest
from lxml import html

from crossread.records import Incident, incident_to_json
from crossread.registry import list_plugins
from crossread.store import ClaimFilter, open_store


def _all(path: Path) -> list[Incident]:
    with open_store(str(path)) as store:
        return list(store.iter_incidents())


def test_another_policy_counts_on_the_page_and_leaves_the_store_alone(desk: httpx.Client, store_path: Path) -> None:
    """`range` settles on no figure, the page says that only it is counted so, and the store still holds what it held."""
    before = _all(store_path)
    subject = max(before, key=lambda row: len(row.disagreements))
    for policy in list_plugins("policies"):
        page = html.fromstring(desk.get(f"/incidents/{subject.id}", params={"policy": policy}).text)
        assert f"counted by {policy}" in page.xpath("string(//p[@class='line'])")
        assert page.xpath("string(//select[@name='policy']/option[@selected])") == policy
    assert [incident_to_json(row) for row in _all(store_path)] == [incident_to_json(row) for row in before]


def test_the_page_says_why_of_several_figures_this_one_counts(desk: httpx.Client, store_path: Path) -> None:
    """Each toll with a reason says it above the accounts, as the terminal does; where figures agree nothing is said."""
    rows = _all(store_path)
    assert {bool(_reasons(row)) for row in rows} == {True, False}
    for row in rows:
        page = html.fromstring(desk.get(f"/incidents/{row.id}").text)
        told = page.xpath("string(//p[contains(@class, 'why')])")
        assert bool(told) == bool(_reasons(row))
        assert all(reason in told for reason in _reasons(row))


def _reasons(row: Incident) -> list[str]:
    return [f"{toll.best} {toll.effect}: {toll.reason}" for toll in row.tolls if toll.reason]


def test_the_policy_in_use_gives_the_same_line_as_the_store(desk: httpx.Client, store_path: Path) -> None:
    """Weighing an incident on its page is weighing it: every incident comes out as it was kept, grade and reason too."""
    for row in _all(store_path):
        page = html.fromstring(desk.get(f"/incidents/{row.id}", params={"policy": row.policy}).text)
        assert page.xpath("string(//h1)") == row.summary
        assert row.grade_reason in page.xpath("string(//p[@class='line'])")


def test_a_policy_that_is_not_there_is_refused_with_the_list(desk: httpx.Client, store_path: Path) -> None:
    """A page that names the policies there are, never a broken one."""
    answer = desk.get(f"/incidents/{_all(store_path)[0].id}", params={"policy": "highest"})
    assert answer.status_code == 422
    assert "lowest@1" in answer.text


def test_a_corrected_slot_shows_beside_the_others_and_in_the_report(desk: httpx.Client, store_path: Path) -> None:
    """Incident and report show the claim as corrected, also where the value carries no words of the report."""
    with open_store(str(store_path)) as store:
        told = {account.claim_id for row in store.iter_incidents() for account in row.accounts}
        claim = next(row for row in store.iter_claims(ClaimFilter(current=True)) if row.id in told and row.when)
    value = {"raw": "by hand", "earliest": "2019-03-09", "latest": "2019-03-09", "precision": "day", "evidence": []}
    answer = desk.post("/correct", data={"claim": claim.id, "slot": "when", "value": json.dumps(value)})
    assert answer.status_code == 200, answer.text[:400]
    assert "9 Mar 2019" in html.fromstring(desk.get(f"/documents/{claim.document_id}").text).xpath("string(//aside)")
    home = next(row for row in _all(store_path) if claim.id in {account.claim_id for account in row.accounts})
    table = html.fromstring(desk.get(f"/incidents/{home.id}").text).xpath("string(//table[@class='compare'])")
    assert "9 Mar 2019" in table


@pytest.mark.parametrize("host", ["reports.example", "reports.example:8765", "127.0.0.1.example", "[::2]:80", ""])
def test_a_foreign_name_for_this_machine_is_refused(desk: httpx.Client, host: str) -> None:
    """A site that points its own name here can neither read incidents nor decide anything."""
    for answer in (
        desk.get("/api/incidents", headers={"host": host}),
        desk.post("/undo", headers={"host": host, "origin": f"http://{host}"}),
    ):
        assert answer.status_code in (400, 421)
        assert "accounts" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:1", "localhost", "LOCALHOST:8765", "[::1]:8765"])
def test_every_own_name_of_this_machine_is_answered(desk: httpx.Client, host: str) -> None:
    """As a browser on this machine may call it."""
    assert desk.get("/api/status", headers={"host": host}).status_code == 200
