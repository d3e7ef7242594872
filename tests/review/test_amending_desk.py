"""Correcting a report's own day, source or title at the desk: shown before it is done, told afterwards, by who may."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import html
from tests.review.test_accessible import _violations
from tests.review.visitor import Visitor

from crossread.records import Document
from crossread.store import ClaimFilter, Store, open_store

FIELDS = ("published", "source", "title", "url", "external_id")
SIZES = [(1280, 900), (390, 844)]


def told(store: Store, sort: Callable[[Document], int] = lambda row: -len(row.text)) -> Document:
    """A report of the store with claims in incidents."""
    homes = {account.document_id for row in store.iter_incidents() for account in row.accounts}
    return min((row for row in store.iter_documents() if row.id in homes and row.published), key=sort)


def form_of(document: Document, **changes: str) -> dict[str, str]:
    """What the page's form sends when some fields are typed anew."""
    values = {name: str(getattr(document, name) or "") for name in FIELDS}
    return {"document": document.id, **values, "reason": "misread", **changes}


@pytest.fixture
def report(store_path: Path) -> Document:
    """The longest report of the desk's store."""
    with open_store(str(store_path)) as store:
        return told(store)


def test_the_consequence_is_told_and_nothing_done_before_it_was_seen(
    desk: httpx.Client, store_path: Path, report: Document
) -> None:
    """The first form shows from what to what, and which incidents change; the second, sent twice, does it once."""
    fields = form_of(report, published="2019-03-05")
    shown = desk.post("/amend", data=fields)
    page = html.fromstring(shown.text)
    assert "Nothing has been written yet" in page.text_content()
    assert f"{report.published} → 2019-03-05" in page.xpath("string(//dl)")
    assert "incident" in page.xpath("string(//h2)")
    with open_store(str(store_path)) as store:
        assert [row.id for row in store.iter_documents() if row.id == report.id]
        assert list(store.audit) == []
    hidden = {row.get("name"): row.get("value") for row in page.xpath("//form[@action='/amend']//input[@type='hidden']")}
    done = desk.post("/amend", data=hidden)
    again = desk.post("/amend", data=hidden)
    assert done.url == again.url
    with open_store(str(store_path)) as store:
        aside = store.amendments.find(report.id)
        assert aside is not None
        assert done.url.path == f"/documents/{aside.superseded_by}"
        assert (aside.made_by, aside.reason) == ("desk", "misread")
        assert [row.action for row in store.audit] == ["begin", "amend"]
        assert str(store.get_document(str(aside.superseded_by)).published) == "2019-03-05"


def amended(desk: httpx.Client, report: Document, **changes: str) -> str:
    """Correct it and say under which id it speaks now."""
    answer = desk.post("/amend", data={**form_of(report, **changes), "seen": "true"})
    assert answer.status_code == 200
    return answer.url.path.rpartition("/")[2]


def test_both_pages_say_what_happened(desk: httpx.Client, report: Document) -> None:
    """The old report says what took its place and offers nothing to decide; the new one what it was; the list has both."""
    new = amended(desk, report, published="2019-03-05")
    old_page, new_page = (html.fromstring(desk.get(f"/documents/{name}").text) for name in (report.id, new))
    assert "This report speaks no more. Superseded by" in old_page.text_content()
    assert old_page.xpath(f"//section[@class='apart']//a[@href='/documents/{new}']")
    assert not old_page.xpath("//form[@action='/amend' or @action='/claims' or @action='/judge']")
    assert f"published {report.published} → 2019-03-05 (misread)" in new_page.text_content()
    assert new_page.xpath(f"//ul[contains(@class, 'former')]//a[@href='/documents/{report.id}']")
    listed = html.fromstring(desk.get("/documents").text)
    assert listed.xpath(f"//td//a[@href='/documents/{new}']")
    assert not listed.xpath(f"//td//a[@href='/documents/{report.id}']")
    assert "Set aside (1)" in listed.text_content()
    assert desk.get(f"/coding/{report.id}").url.path == f"/coding/{new}"
    assert f"amended {report.id} to {new} (published" in desk.get("/audit").text
    told_again = desk.get(f"/api/documents/{report.id}").json()
    assert (told_again["set_aside"]["superseded_by"], told_again["claims"]) == (new, [])
    refused = desk.post("/claims", data={"document": report.id, "code": "bombing", "words": report.text[:9]})
    assert refused.status_code == 422
    assert "speaks no more" in refused.text


def test_a_title_alone_is_put_right_at_once(desk: httpx.Client, store_path: Path, report: Document) -> None:
    """Title and address change nothing else, so nothing is asked; a form as it came changes nothing at all."""
    answer = desk.post("/amend", data=form_of(report, title="Another title"))
    assert answer.url.path == f"/documents/{report.id}"
    assert "Another title" in answer.text
    with open_store(str(store_path)) as store:
        changed = store.get_document(report.id)
        entries = len(list(store.audit))
    desk.post("/amend", data=form_of(changed))
    with open_store(str(store_path)) as store:
        assert len(list(store.audit)) == entries


@pytest.mark.parametrize(
    ("field", "value", "said"), [("published", "yesterday", "day"), ("published", "2199-01-01", "yet to come")]
)
def test_a_day_that_cannot_be_is_refused(desk: httpx.Client, report: Document, field: str, value: str, said: str) -> None:
    """No day, and a day to come, with the page to go back to."""
    refused = desk.post("/amend", data=form_of(report, **{field: value}))
    assert refused.status_code == 422
    assert said in refused.text


def test_a_coder_corrects_and_goes_over_nobody(come: Callable[..., Visitor], shared_path: Path) -> None:
    """A reader may not; a coder may, under their own name; another coder may not go over it, an adjudicator may."""
    with open_store(str(shared_path)) as store:
        report = told(store)
    reader, awa, moussa, ada = (come(name) for name in ("Rosa", "Awa", "Moussa", "Ada"))
    assert "Correct day, source, title" not in reader.client.get(f"/documents/{report.id}").text
    fields = {**form_of(report, source="Another source"), "seen": "true"}
    assert reader.client.post("/amend", data={**reader.keys(), **fields}).status_code == 403
    done = awa.client.post("/amend", data={**awa.keys(), **fields})
    new = done.url.path.rpartition("/")[2]
    with open_store(str(shared_path)) as store:
        assert [(row.who, row.action) for row in store.audit][-1] == ("Awa", "amend")
        corrected = store.get_document(new)
    again = {**form_of(corrected, source="A third source"), "seen": "true"}
    refused = moussa.client.post("/amend", data={**moussa.keys(), **again})
    assert refused.status_code == 409
    assert "Awa has corrected this report already" in refused.text
    assert ada.client.post("/amend", data={**ada.keys(), **again}).status_code == 200


def test_what_is_in_somebodys_hand_waits(come: Callable[..., Visitor], shared_path: Path) -> None:
    """A report whose incident another reviewer has in hand is not corrected under their eyes."""
    with open_store(str(shared_path)) as store:
        report = told(store)
        held = next(row.id for row in store.iter_incidents() if report.id in {a.document_id for a in row.accounts})
        store.leases.take(held, "Moussa")
    awa = come("Awa")
    fields = {**form_of(report, source="Another source"), "seen": "true"}
    refused = awa.client.post("/amend", data={**awa.keys(), **fields})
    assert refused.status_code == 409
    assert "Moussa has this incident in hand" in refused.text


@pytest.mark.parametrize("size", SIZES)
def test_by_hand_in_a_browser(page: Any, store_path: Path, report: Document, size: tuple[int, int], tmp_path: Path) -> None:
    """Open the form, type a day, see what changes, do it; no page is wider than the screen, axe finds nothing wrong."""
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"/documents/{report.id}")
    page.locator("#amend summary").click()
    found = {"form": _violations(page)}
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.screenshot(path=str(tmp_path / "form.png"))
    page.locator("#amend input[name=published]").fill("2019-03-05")
    page.locator("#amend input[name=reason]").fill("misread")
    with page.expect_navigation(timeout=60_000):
        page.locator("#amend button").click()
    assert page.locator("h1").inner_text() == "Correct this report?"
    found["before"] = _violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.screenshot(path=str(tmp_path / "before.png"), full_page=True)
    with page.expect_navigation(timeout=60_000):
        page.keyboard.press("Enter")  # the button has the focus
    with open_store(str(store_path)) as store:
        new = store.amendments.find_successor(report.id)
        assert new is not None
        assert list(store.iter_claims(ClaimFilter(document_id=new, current=True)))
    assert page.url.endswith(f"/documents/{new}")
    for at in (f"/documents/{new}", f"/documents/{report.id}", "/documents"):
        page.goto(at)
        page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        found[at] = _violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, at
        page.screenshot(path=str(tmp_path / f"{at.strip('/').replace('/', '-')}.png"))
    assert {at: rows for at, rows in found.items() if rows} == {}


def test_a_language_is_corrected_and_the_id_stays(desk: httpx.Client, store_path: Path, report: Document) -> None:
    """What would change is shown first; the form of before, which has no language, leaves it as it is."""
    shown = desk.post("/amend", data=form_of(report, language="fr"))
    page = html.fromstring(shown.text)
    assert "en → fr" in page.xpath("string(//dl)")
    assert "The report would be read anew with" in page.text_content()
    hidden = {row.get("name"): row.get("value") for row in page.xpath("//form[@action='/amend']//input[@type='hidden']")}
    assert desk.post("/amend", data=hidden).url.path == f"/documents/{report.id}"
    with open_store(str(store_path)) as store:
        assert store.get_document(report.id).language == "fr"
        assert not list(store.iter_claims(ClaimFilter(document_id=report.id, current=True)))
    assert amended(desk, report, title="Another title") == report.id
    with open_store(str(store_path)) as store:
        assert store.get_document(report.id).language == "fr"
