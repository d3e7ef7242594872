"""Withdrawing a report at the desk: with its reason, kept, and let speak again, by who may."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
from lxml import html
from tests.review.test_accessible import _violations
from tests.review.test_amending_desk import told
from tests.review.visitor import Visitor

from crossread.store import open_store


def _incidents(path: Path) -> list[tuple[str, int]]:
    with open_store(str(path)) as store:
        return [(row.id, len(row.accounts)) for row in store.iter_incidents()]


def _form(page: html.HtmlElement) -> dict[str, str]:
    """The fields that the page's own form of withdrawing sends."""
    (form,) = page.xpath("//form[@action='/withdraw']")
    return {row.get("name"): row.get("value") for row in form.xpath(".//input[@type='hidden']")}


def test_withdrawn_with_its_reason_and_let_speak_again(desk: httpx.Client, store_path: Path) -> None:
    """Its account leaves the incident and comes back; both forms sent twice do it once, and the log has each."""
    before = _incidents(store_path)
    with open_store(str(store_path)) as store:
        report = told(store).id
    address = f"/documents/{report}"
    fields = _form(html.fromstring(desk.get(address).text))
    assert desk.post("/withdraw", data=fields).status_code == 422
    for _ in range(2):
        done = desk.post("/withdraw", data={**fields, "reason": "a press kit"})
        assert (done.status_code, done.url.path) == (200, address)
    page = html.fromstring(done.text)
    assert "This report speaks no more. Withdrawn on" in page.text_content()
    assert "by desk: a press kit" in page.text_content()
    assert not page.xpath("//form[@action='/amend' or @action='/judge' or @action='/claims']")
    assert _incidents(store_path) != before
    for _ in range(2):
        again = desk.post("/withdraw", data=_form(page))
        assert (again.status_code, again.url.path) == (200, address)
    assert "speaks no more" not in again.text
    assert _incidents(store_path) == before
    with open_store(str(store_path)) as store:
        assert [(row.who, row.action) for row in store.audit][1:] == [("desk", "withdraw"), ("desk", "restore")]
        assert store.audit.verify() == []


def test_a_superseded_report_is_not_let_speak_by_this(desk: httpx.Client, store_path: Path) -> None:
    """Another one speaks for it; the page offers no button, and a form made by hand is refused."""
    with open_store(str(store_path)) as store:
        report = told(store)
    fields = {
        "document": report.id,
        "source": "Another",
        "published": str(report.published),
        "seen": "true",
        "reason": "misread",
    }
    desk.post("/amend", data=fields)
    assert "/withdraw" not in desk.get(f"/documents/{report.id}").text
    refused = desk.post("/withdraw", data={"document": report.id, "undo": "yes"})
    assert refused.status_code == 422
    assert "was not withdrawn" in refused.text


def test_a_coder_withdraws_and_goes_over_nobody(come: Callable[..., Visitor], shared_path: Path) -> None:
    """A reader may not; another coder does not let it speak again, an adjudicator may; what somebody has in hand waits."""
    with open_store(str(shared_path)) as store:
        report = told(store)
        held = next(row.id for row in store.iter_incidents() if report.id in {a.document_id for a in row.accounts})
        store.leases.take(held, "Moussa")
    reader, awa, moussa, ada = (come(name) for name in ("Rosa", "Awa", "Moussa", "Ada"))
    assert "/withdraw" not in reader.client.get(f"/documents/{report.id}").text
    fields = {"document": report.id, "reason": "a press kit"}
    assert reader.client.post("/withdraw", data={**reader.keys(), **fields}).status_code == 403
    waits = awa.client.post("/withdraw", data={**awa.keys(), **fields})
    assert (waits.status_code, "Moussa has this incident in hand" in waits.text) == (409, True)
    with open_store(str(shared_path)) as store:
        store.leases.release("Moussa")
    assert awa.client.post("/withdraw", data={**awa.keys(), **fields}).status_code == 200
    back = {"document": report.id, "undo": "yes"}
    refused = moussa.client.post("/withdraw", data={**moussa.keys(), **back})
    assert (refused.status_code, "Awa has withdrawn this report" in refused.text) == (409, True)
    assert ada.client.post("/withdraw", data={**ada.keys(), **back}).status_code == 200
    with open_store(str(shared_path)) as store:
        assert store.amendments.find(report.id) is None


def test_by_hand_in_a_browser(page: Any, store_path: Path) -> None:
    """Say why, withdraw, let it speak again, on a phone's width; axe finds nothing wrong."""
    with open_store(str(store_path)) as store:
        report = told(store).id
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"/documents/{report}")
    page.locator("#withdraw summary").click()
    found = {"form": _violations(page)}
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("#withdraw input[name=reason]").fill("a press kit")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    found["withdrawn"] = _violations(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Let it speak again").click()
    assert page.locator("#withdraw").count() == 1
    assert found == {"form": [], "withdrawn": []}
