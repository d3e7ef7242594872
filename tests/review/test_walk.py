"""A coder's walk in one piece, with a second browser beside it; nothing is fetched from elsewhere (the fixture sees to it)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from crossread.flow.selecting import correct_claims
from crossread.store import open_store

sync_api = pytest.importorskip("playwright.sync_api", reason="the browser tests need the package playwright")
DRAWN = "[data-map][data-drawn]"


def _left(page: sync_api.Page) -> int:
    return int(page.locator("p.counts b").first.inner_text())


def _brush(page: sync_api.Page) -> None:
    """Drag over the last tenth of the timeline, and wait until every view has followed."""
    box = page.locator("[data-time-detail] .overlay").bounding_box()
    middle = box["y"] + box["height"] / 2
    with page.expect_response("**/api/overview?*"):
        page.mouse.move(box["x"] + box["width"] * 0.9, middle)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] - 2, middle, steps=5)
        page.mouse.up()
    page.wait_for_selector(".views:not([aria-busy])")


def _to_the_quote(page: sync_api.Page) -> tuple[str, str]:
    """From an incident's comparison to the words of an account in its report: the claim's id, and the words shown."""
    page.locator("table.compare td details summary").first.click()
    quote = page.locator("table.compare td details[open] a.quote").first
    words = quote.inner_text().strip("“”")
    claim = page.locator("table.compare thead a").first.get_attribute("href").split("#")[1]
    with page.expect_navigation():
        quote.click()
    target = page.locator(".report mark:target").inner_text().strip()
    assert target
    assert words.startswith(target)
    return claim, target


def _add_by_selecting(page: sync_api.Page, claim: str, words: str) -> None:
    """Mark words in the text, open the claim's form, say what they tell, and set it."""
    mark = page.locator(".report mark").filter(has_text=words).first
    mark.evaluate("node => document.getSelection().selectAllChildren(node)")
    section = page.locator(f"[id='{claim}']")
    section.locator("details.edit > summary").click()
    section.locator("form[data-words] select[name=slot]").select_option("actors:bystander")
    sync_api.expect(section.locator("form[data-words] input[name=words]")).to_have_value(words)
    with page.expect_navigation():
        section.locator("form[data-words] button").first.click()


def _merge(page: sync_api.Page) -> None:
    page.goto("/queue?at=0")
    while not page.locator("select[data-key=m]").count():
        with page.expect_navigation():
            page.keyboard.press("j")
    page.keyboard.press("m")
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    if page.title().startswith("Merge?"):  # what the merge would do, shown first
        with page.expect_navigation():
            page.keyboard.press("m")


def _undo(page: sync_api.Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("u")


def _state(path: Path) -> tuple[list[Any], list[frozenset[str]]]:
    """The claims as they stand, and which of them are one incident."""
    with open_store(str(path)) as store:
        claims = correct_claims(store, store.iter_claims())
        together = [frozenset(account.claim_id for account in row.accounts) for row in store.iter_incidents()]
    return sorted(claims, key=lambda claim: claim.id), sorted(together, key=sorted)


def test_a_day_at_the_desk_in_one_piece(page: sync_api.Page, desk: httpx.Client, store_path: Path) -> None:
    """Brush, incident, disagreement, words in the report, a slot corrected by selecting them, a merge, all seen in a second
    browser; undone one by one, and after a reload everything is as it was."""
    before = _state(store_path)
    page.goto("/")
    page.wait_for_selector(DRAWN, timeout=60_000)
    whole = _left(page)
    _brush(page)
    assert 0 < _left(page) < whole
    address = page.url
    page.go_back()
    with page.expect_navigation():
        page.locator("tr[data-row]").filter(has=page.locator(".sev")).first.locator("a").first.click()
    assert page.locator(".disagreements .sev").count()
    assert page.locator("table.compare .c-differs").count()
    claim, words = _to_the_quote(page)
    _add_by_selecting(page, claim, words)
    facts = page.locator(f"[id='{claim}'] .facts")
    assert facts.locator("dt").filter(has_text="bystander").count() == 1
    _merge(page)
    context = page.context.browser.new_context(base_url=str(desk.base_url))
    other = context.new_page()
    other.goto(address)
    other.goto("/queue")
    assert _left(other) == _left(page)
    assert _state(store_path) != before
    _undo(page)
    _undo(page)
    assert _state(store_path) == before
    other.reload()
    page.reload()
    assert _left(other) == _left(page)
    context.close()
    with open_store(str(store_path)) as store:
        kinds = [row.kind for row in store.iter_judgements()]
    same = kinds.count("same")  # one for each account that came along; each is taken back
    assert kinds == ["correct", *["same"] * same, *["undo"] * (same + 1)]


def test_a_decision_in_one_browser_stands_in_another(page: sync_api.Page, desk: httpx.Client, store_path: Path) -> None:
    """An acceptance by key in one stands in the other, and undone it is gone there."""
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
    _undo(page)
    page.reload()
    other.reload()
    assert _left(other) == _left(page) == before
    context.close()
    with open_store(str(store_path)) as store:
        assert [row.kind for row in store.iter_judgements()] == ["accept", "undo"]
