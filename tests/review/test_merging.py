"""A merge says which accounts did not come along, why, and what can be done about it."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from lxml import html
from tests.review.conftest import running, visitor

from crossread.config import Settings
from crossread.flow import rebuild_incidents, run_read
from crossread.flow.judging import pick_pair
from crossread.records import Incident
from crossread.review import make_app
from crossread.review.merging import say_apart
from crossread.store import ClaimFilter, Store, open_store

BOTH = """---
Title: Two bombs in a week
Source: Desert Post
Published: 2020-03-12
---

A roadside bomb killed four soldiers near Gao in Mali on 3 March 2020, the army said.

Gunmen killed nine traders in Menaka in Mali on 10 March 2020, residents said.
"""
FIRST = """---
Title: Soldiers die near Gao
Source: Sahel Radio
Published: 2020-03-04
---

A roadside bomb killed four soldiers near Gao in Mali on 3 March 2020.
"""
SECOND = """---
Title: Traders killed in Menaka
Source: River News
Published: 2020-03-11
---

Gunmen killed nine traders in Menaka in Mali on 10 March 2020.
"""


@pytest.fixture(scope="module")
def told_twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two incidents of which one report tells both, and another one each."""
    home = tmp_path_factory.mktemp("merging")
    for name, text in (("both", BOTH), ("first", FIRST), ("second", SECOND)):
        (home / f"{name}.txt").write_text(text, encoding="utf-8")
    path = home / "desk.db"
    run_read(sorted(home.glob("*.txt")), settings=Settings(store=str(path)))
    with open_store(str(path)) as store:
        rebuild_incidents(store, Settings().policy)
    return path


def _pair(store: Store) -> tuple[Incident, Incident]:
    """Two incidents of two accounts each, one report in common."""
    rows = [row for row in store.iter_incidents() if len(row.accounts) == 2]
    assert len(rows) == 2, [row.summary for row in store.iter_incidents()]
    return rows[0], rows[1]


def test_a_merge_names_the_account_that_stays_apart(told_twice: Path, tmp_path: Path) -> None:
    """Of the report that tells of both only one claim can come along: the queue says which stays, and leads to both; undo
    brings back what there was, and the notice goes. The choice said so before."""
    path = tmp_path / "desk.db"
    with open_store(str(told_twice)):
        pass
    path.write_bytes(told_twice.read_bytes())
    with open_store(str(path)) as store:
        one, two = _pair(store)
        before = {claim.claim_id for row in (one, two) for claim in row.accounts}
        reports = {row.document_id for row in one.accounts} & {row.document_id for row in two.accounts}
    with running(make_app(Settings(store=str(path)))) as address, visitor(address) as desk:
        offered = html.fromstring(desk.get(f"/incidents/{one.id}").text).xpath("//select[@name='other']/option/text()")
        assert any("1 report that also tells of this one" in row for row in offered)
        form = {"kind": "same", "subject": one.id, "other": two.id, "back": "/queue?at=0&free=1"}
        first = html.fromstring(desk.post("/judge", data=form).text)
        assert first.xpath("//h1/text()") == ["Merge these two?"]
        form = {row.get("name"): row.get("value") for row in first.xpath("//form[@action='/judge']//input[@type='hidden']")}
        with open_store(str(path)) as store:
            assert list(store.iter_judgements()) == []
            assert {row.id for row in _pair(store)} == {one.id, two.id}
        page = html.fromstring(desk.post("/judge", data=form).text)
        (notice,) = page.xpath("//div[@class='apart']")
        with open_store(str(path)) as store:
            merged = max(store.iter_incidents(), key=lambda row: len(row.accounts))
            apart = before - {row.claim_id for row in merged.accounts}
        links = notice.xpath(".//li/a/@href")
        assert len(apart) == 1
        assert links[0].endswith(f"#{apart.pop()}")
        assert {link.split("#")[0] for link in links} == {f"/documents/{name}" for name in reports}
        assert "dismiss one of the two" in notice.text_content()
        again = html.fromstring(desk.post("/undo", data={"back": "/queue"}).text)
        assert not again.xpath("//div[@class='apart']")
    with open_store(str(path)) as store:
        assert {row.id for row in _pair(store)} == {one.id, two.id}


def test_what_an_address_tells_of_a_merge_is_looked_up(desk: httpx.Client, store_path: Path) -> None:
    """An id that is none, or a claim that did come along, makes no notice."""
    with open_store(str(store_path)) as store:
        row = next(iter(store.iter_incidents()))
    for merged, apart in (("inc_none", "clm_none"), (row.id, "<b>"), (row.id, row.accounts[0].claim_id)):
        for address in ("/queue", f"/incidents/{row.id}"):
            page = desk.get(address, params={"merged": merged, "apart": apart})
            assert page.status_code == 200
            assert not html.fromstring(page.text).xpath("//div[@class='apart']")


def test_the_claims_that_stand_for_two_incidents_are_of_two_reports(told_twice: Path) -> None:
    """Where there are such; two of one report only if there is nothing else."""
    with open_store(str(told_twice)) as store:
        claims = list(store.iter_claims(ClaimFilter(current=True)))
    mine = next(row for row in claims if sum(other.document_id == row.document_id for other in claims) > 1)
    twin = next(row for row in claims if row.document_id == mine.document_id and row != mine)
    other = next(row for row in claims if row.document_id != mine.document_id)
    report, elsewhere = mine.document_id, other.document_id
    assert pick_pair({mine.id: report}, {twin.id: report, other.id: elsewhere}) == (mine.id, other.id)
    assert pick_pair({mine.id: report}, {twin.id: report}) == (mine.id, twin.id)
    assert pick_pair({"clm_x": report}, {twin.id: report, other.id: elsewhere}) == ("clm_x", other.id)


def test_the_way_back_is_kept_where_nothing_stays_apart() -> None:
    """The page's own conditions stay in the address."""
    assert say_apart("/queue?at=3&free=1", "inc_1", []) == "/queue?at=3&free=1"
    assert say_apart("/queue?at=3#x", "inc_1", ["clm_1", "clm_2"]) == "/queue?at=3&merged=inc_1&apart=clm_1%2Cclm_2#x"
