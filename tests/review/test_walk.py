"""A coder's walk in one piece, with a second browser beside it; nothing is fetched from elsewhere (the fixture sees to it)."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from crossread.store import open_store

sync_api = pytest.importorskip("playwright.sync_api", reason="the browser tests need the package playwright")


def _left(page: sync_api.Page) -> int:
    return int(page.locator("p.counts b").first.inner_text())


def test_from_the_overview_to_a_quote_and_a_decision_that_a_second_browser_sees(
    page: sync_api.Page, desk: httpx.Client, store_path: Path
) -> None:
    """Overview, incident, words, report; a decision in one browser stands in another, and undone it is gone there."""
    page.goto("/")
    page.wait_for_selector("[data-time-detail] svg")
    page.locator("tr[data-row] a[href^='/incidents/']").first.click()
    page.wait_for_url("**/incidents/*")
    told = page.locator("table a[href*='/documents/']").first
    page.locator("details summary").first.click()
    assert told.count()
    told.click()
    page.wait_for_url("**/documents/*")
    page.goto("/queue")
    before = _left(page)
    context = page.context.browser.new_context(base_url=str(desk.base_url))
    other = context.new_page()
    other.goto("/queue")
    assert _left(other) == before
    with page.expect_navigation():
        page.keyboard.press("a")
    other.reload()
    assert _left(other) == _left(page) == before - 1
    with page.expect_navigation():
        page.keyboard.press("u")
    page.reload()
    other.reload()
    assert _left(other) == _left(page) == before
    context.close()
    with open_store(str(store_path)) as store:
        assert [row.kind for row in store.iter_judgements()] == ["accept", "undo"]
