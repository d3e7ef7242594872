"""An accepted incident to which a further report comes waits for a decision again, and its page says so."""

from __future__ import annotations

from pathlib import Path

import httpx
from lxml import html

from crossread.config import Settings
from crossread.flow import run_read, update_incidents
from crossread.store import open_store

AGAIN = "The toll of that attack has risen, the governor said.\n\n"


def _read_again(store_path: Path, folder: Path, incident_id: str) -> None:
    """Read another report of the same: the longest of the incident's own under another name, with a new beginning."""
    with open_store(str(store_path)) as store:
        incident = store.get_incident(incident_id)
        documents = [store.get_document(account.document_id) for account in incident.accounts]
    longest = max(documents, key=lambda row: len(row.text))
    (folder / "again.txt").write_text(f"Published: {longest.published}\nSource: Another Paper\n\n{AGAIN}{longest.text}")
    settings = Settings(store=str(store_path))
    run_read([folder / "again.txt"], settings=settings)
    with open_store(str(store_path)) as store:
        update_incidents(store, settings.policy)


def _review(desk: httpx.Client, address: str) -> str:
    page = html.fromstring(desk.get(address).text)
    return " ".join(page.xpath("string(//p[contains(@class, 'state')])").split())


def test_an_accepted_incident_comes_back_with_a_further_report(desk: httpx.Client, store_path: Path, tmp_path: Path) -> None:
    """Accepted anew it is done."""
    with open_store(str(store_path)) as store:
        subject = max(store.iter_incidents(), key=lambda row: len(row.accounts)).id
    address = f"/incidents/{subject}"
    assert _review(desk, address) == ""
    desk.post("/judge", data={"kind": "accept", "subject": subject, "back": "/queue"})
    assert _review(desk, address).startswith("✓ accepted by ")
    assert "came since" not in _review(desk, address)
    waiting = int(html.fromstring(desk.get("/queue").text).xpath("string(//p[@class='counts']/b)"))
    _read_again(store_path, tmp_path, subject)
    assert "1 report came since: look at it again" in _review(desk, address)
    assert int(html.fromstring(desk.get("/queue").text).xpath("string(//p[@class='counts']/b)")) > waiting
    desk.post("/judge", data={"kind": "accept", "subject": subject, "back": "/queue"})
    assert "came since" not in _review(desk, address)
