"""An incident's page: which of its reports count as one source and why, and what a telephone shows of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import html

from crossread.records import Document, Incident
from crossread.review.one_source import list_reports
from crossread.store import open_store

WIRE = "Gunmen attacked a market in Gao on Monday, killing four traders and wounding nine, a police officer said by telephone."
LATER = "The death toll of Monday's raid on the market of Gao has risen to six, the hospital of the town told us on Thursday."


@pytest.fixture
def incident(store_path: Path) -> tuple[Incident, Document]:
    """An incident and a report of the collection, to be made others of."""
    with open_store(str(store_path)) as store:
        found = next(row for row in store.iter_incidents() if row.accounts)
        return found, store.get_document(found.accounts[0].document_id)


def _told(incident: tuple[Incident, Document], *reports: tuple[str, str | None, str, int]) -> list[str]:
    """What is said beside reports of these ids, sources, texts and source groups; an id may come twice."""
    found, model = incident
    documents = {name: replace(model, id=name, source=source, text=text) for name, source, text, _ in reports}
    accounts = tuple(
        replace(found.accounts[0], claim_id=f"clm_{at}", document_id=name, source_group=group)
        for at, (name, _, _, group) in enumerate(reports)
    )
    return [row.beside for row in list_reports(replace(found, accounts=accounts), documents)]


def test_a_report_with_two_accounts_stands_there_once(incident: tuple[Incident, Document]) -> None:
    """And is near-identical with nothing."""
    assert _told(incident, ("doc_1", "Wire", WIRE, 1), ("doc_1", "Wire", WIRE, 1)) == [""]


def test_a_copy_is_called_near_identical(incident: tuple[Incident, Document]) -> None:
    """With the source that it copies."""
    said = _told(incident, ("doc_1", "Wire", WIRE, 1), ("doc_2", "Post", f"{WIRE} End.", 1), ("doc_3", "Radio", LATER, 2))
    assert said == ["near-identical with Post: counted once", "near-identical with Wire: counted once", ""]


def test_another_text_of_one_publisher_is_none(incident: tuple[Incident, Document]) -> None:
    """Nor is a report that is told on another's word."""
    said = _told(
        incident,
        ("doc_1", "Wire", WIRE, 1),
        ("doc_2", "Wire", LATER, 1),
        ("doc_3", "Radio", "Six dead in Gao, the Wire says.", 1),
    )
    assert said[0] == "of one publisher with 1 other report: counted once"
    assert said[1] == said[0]
    assert said[2] == "one source with Wire: counted once"


def test_the_page_lists_each_report_once(desk: httpx.Client, store_path: Path) -> None:
    """Every incident's list of sources."""
    with open_store(str(store_path)) as store:
        rows = list(store.iter_incidents())
    for row in rows[:8]:
        tree = html.fromstring(desk.get(f"/incidents/{row.id}").text)
        links = tree.xpath("//ul[@class='sources'][1]/li/a[1]/@href")
        assert len(set(links)) == len({account.document_id for account in row.accounts})


def test_a_telephone_is_told_that_accounts_go_on_to_the_right(page: Any, store_path: Path) -> None:
    """The hint and the way to the buttons are seen there, and not on a desktop, where both are in sight."""
    with open_store(str(store_path)) as store:
        name = max(store.iter_incidents(), key=lambda row: len(row.accounts)).id
    for width, seen in ((390, True), (1280, False)):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(f"/incidents/{name}")
        assert page.get_by_text("the table moves sideways").is_visible() == seen
        assert page.get_by_role("link", name="Accept, dismiss or merge").is_visible() == seen
        assert page.evaluate("document.documentElement.scrollWidth") <= width
