"""Totals of a real store: what `show` and the incident page say beside an incident."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

from fastapi.testclient import TestClient
from typer.testing import CliRunner

from crossread.cli.door import app
from crossread.config import Settings
from crossread.flow import rebuild_incidents
from crossread.flow.totals import totals_of_claim, totals_of_incident
from crossread.records import Claim, Count, DateWindow, Document, Extraction, Harm, Judgement, Place, Slot, claim_id
from crossread.review import make_app
from crossread.store import Store

POLICY = "best_low_high"
GAO = Place(name="Gao", country="ML", admin1="Gao", gazetteer_id=None, latitude=16.27, longitude=-0.04, precision="exact")
MAKER = "hand@1"


def add(store: Store, name: str, *, scope: str, killed: int, first: date, last: date) -> Claim:
    """One report with one claim, in the store."""
    document = Document(id=f"doc_{name}", text=f"In Gao {killed} were killed.", source=name, published=date(2021, 4, 2))
    trigger = document.quote(document.text.index("killed"), document.text.index("killed") + 6)
    claim = Claim(
        id=claim_id(document_id=document.id, made_by=MAKER, type="killing", trigger=trigger),
        document_id=document.id,
        type="killing",
        scope=scope,
        status="accomplished",
        stance="asserted",
        trigger=trigger,
        when=Slot(raw="then", value=DateWindow(earliest=first, latest=last, precision="day")),
        where=Slot(raw="Gao", value=GAO),
        harm=(
            Harm(
                effect="killed",
                raw=str(killed),
                group=None,
                group_type="unknown",
                count=Count(low=killed, high=killed, qualifier="exact"),
            ),
        ),
        made_by=MAKER,
    )
    store.add_document(document)
    store.add_extraction(Extraction(document_id=document.id, claims=(claim,), wording=(), made_by=MAKER))
    return claim


def test_show_and_page_tell_the_difference(store: Store, tmp_path: Path) -> None:
    """Two killings with four dead, and a review that counts seven: three fewer, in JSON, on the terminal and on the page."""
    one = add(store, "one", scope="incident", killed=1, first=date(2021, 3, 2), last=date(2021, 3, 2))
    add(store, "two", scope="incident", killed=3, first=date(2021, 3, 20), last=date(2021, 3, 20))
    told = add(store, "review", scope="aggregate", killed=7, first=date(2021, 3, 1), last=date(2021, 3, 31))
    rebuild_incidents(store, POLICY)
    incident = next(row for row in store.iter_incidents() if row.accounts[0].claim_id == one.id)
    (check,) = totals_of_incident(store, incident)
    assert (check.claim_id, check.difference, len(check.incidents)) == (told.id, -3, 2)
    assert totals_of_claim(store, told) == [check]
    assert totals_of_claim(store, one) == []
    runner, url = CliRunner(), str(tmp_path / "crossread.db")
    for name in (incident.id, told.id):
        assert "3 fewer than" in " ".join(runner.invoke(app, ["show", name, "--store", url]).output.split())
    shown = json.loads(runner.invoke(app, ["show", incident.id, "--store", url, "--json"]).output)
    assert [row["difference"] for row in shown["totals"]] == [-3]
    with TestClient(make_app(Settings(store=url)), base_url="http://127.0.0.1") as desk:
        page = desk.get(f"/incidents/{incident.id}").text
    assert "Beside totals" in page
    assert "3 fewer than told" in page


def test_a_dismissed_total_says_nothing(store: Store) -> None:
    """What a reviewer set aside is held against nothing."""
    add(store, "one", scope="incident", killed=1, first=date(2021, 3, 2), last=date(2021, 3, 2))
    told = add(store, "review", scope="aggregate", killed=7, first=date(2021, 3, 1), last=date(2021, 3, 31))
    rebuild_incidents(store, POLICY)
    assert totals_of_claim(store, told)
    store.add_judgement(
        Judgement(id="j1", kind="dismiss", subject=told.id, reason="no source", made_by="coder", made_at=store_time())
    )
    assert totals_of_claim(store, told) == []


def store_time() -> datetime:
    """Any moment."""
    return datetime(2021, 5, 1, tzinfo=UTC)
