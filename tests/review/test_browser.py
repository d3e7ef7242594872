"""The desk in a real browser: keys, selection, no complaint about its own policy, nothing fetched from elsewhere."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest
from tests.review.visitor import code_twice

from crossread.store import ClaimFilter, open_store

sync_api = pytest.importorskip("playwright.sync_api", reason="the browser tests need the package playwright")


def _left(page: sync_api.Page) -> int:
    return int(page.locator("p.counts b").first.inner_text())


def test_two_keys_accept_and_take_back(page: sync_api.Page, store_path: Path) -> None:
    """`a` accepts what stands on top of the queue, `u` brings it back; both are in the log."""
    page.goto("/queue")
    before = _left(page)
    with page.expect_navigation():
        page.keyboard.press("a")
    assert _left(page) == before - 1
    with page.expect_navigation():
        page.keyboard.press("u")
    assert _left(page) == before
    with open_store(str(store_path)) as store:
        assert [row.kind for row in store.iter_judgements()] == ["accept", "undo"]


def _subject(page: sync_api.Page) -> str:
    return str(page.locator("form[action='/judge'] input[name=subject]").first.input_value())


def _walk_to(page: sync_api.Page, key: str) -> str:
    """Go on in the queue until the incident at hand offers what the key does."""
    page.goto("/queue?at=0")
    for _ in range(_left(page)):
        if page.locator(f"select[data-key={key}]").count():
            return _subject(page)
        with page.expect_navigation():
            page.keyboard.press("j")
    raise AssertionError(f"no incident of the queue offers {key}")


@pytest.mark.parametrize(("key", "kind"), [("m", "same"), ("s", "different")])
def test_merge_and_split_in_the_queue_by_key(page: sync_api.Page, store_path: Path, key: str, kind: str) -> None:
    """m or s leads to the choice, Enter takes it, the queue goes on where it was; u brings back what there was."""
    subject = _walk_to(page, key)
    with open_store(str(store_path)) as store:
        before = {row.id: {account.claim_id for account in row.accounts} for row in store.iter_incidents()}
    page.keyboard.press(key)
    if key == "m":  # nothing is chosen beforehand
        assert page.evaluate("document.activeElement.value") == ""
        page.keyboard.press("ArrowDown")
    chosen = str(page.evaluate("document.activeElement.value"))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    if key == "m" and page.title().startswith("Merge?"):
        with page.expect_navigation():
            page.keyboard.press("Enter")
    assert "/queue?at=" in page.url
    with open_store(str(store_path)) as store:
        made = list(store.iter_judgements())
        assert {row.kind for row in made} == {kind}
        after = [{account.claim_id for account in row.accounts} for row in store.iter_incidents()]
    if key == "m":
        assert any({made[0].subject, made[0].other} <= claims for claims in after)  # who fitted only one of them may go
    else:
        assert not any(chosen in claims and claims & (before[subject] - {chosen}) for claims in after)
    with page.expect_navigation():
        page.keyboard.press("u")
    with open_store(str(store_path)) as store:
        assert {row.id: {account.claim_id for account in row.accounts} for row in store.iter_incidents()} == before


def test_keys_move_find_and_help_without_losing_the_focus(page: sync_api.Page) -> None:
    """j and k walk the rows with the focus, / goes to the search, where letters are letters, ? tells the keys."""
    page.goto("/")
    rows = page.locator("tr[data-row] a")
    for key, expected in (("j", 0), ("j", 1), ("k", 0)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.href") == rows.nth(expected).evaluate("row => row.href")
    page.keyboard.press("/")
    page.keyboard.type("jka?")
    assert page.locator("#find").input_value() == "jka?"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()


def _report_with_claims(path: Path) -> tuple[str, list[str]]:
    """The report with the most claims, and the ids of these in the order of its text."""
    with open_store(str(path)) as store:
        found = [list(store.iter_claims(ClaimFilter(document_id=row.id, current=True))) for row in store.iter_documents()]
    claims = sorted(max(found, key=len), key=lambda row: row.trigger.span.start)
    assert len(claims) > 1
    return claims[0].document_id, [row.id for row in claims]


@pytest.mark.parametrize(("room", "kind"), [("documents", "dismiss"), ("coding", "code")])
def test_enter_after_a_reason_dismisses_and_never_accepts(page: sync_api.Page, store_path: Path, room: str, kind: str) -> None:
    """x leads to the reason of the claim in hand; Enter in it is the dismissal that the line of text is about."""
    report, claims = _report_with_claims(store_path)
    page.goto(f"/{room}/{report}")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.type("an exercise")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    with open_store(str(store_path)) as store:
        (made,) = store.iter_judgements()
    assert (made.kind, made.subject, made.reason) == (kind, claims[0], "an exercise")
    assert made.value in (None, '"dismiss"')


def test_claims_are_worked_through_by_keys_alone(page: sync_api.Page, store_path: Path) -> None:
    """a with nothing in hand only takes the first in hand; after a decision j goes on from it; u says what it takes back."""
    report, claims = _report_with_claims(store_path)
    page.goto(f"/documents/{report}")
    page.keyboard.press("a")
    assert page.evaluate("document.activeElement.dataset.claim") == claims[0]
    for claim in claims[:2]:
        assert page.evaluate("document.activeElement.dataset.claim") == claim
        with page.expect_navigation():
            page.keyboard.press("a")
        page.keyboard.press("j")
    with open_store(str(store_path)) as store:
        assert [(row.kind, row.subject) for row in store.iter_judgements()] == [("accept", name) for name in claims[:2]]
    assert page.locator(".last").inner_text().startswith("acceptance of")
    with page.expect_navigation():
        page.keyboard.press("u")
    with open_store(str(store_path)) as store:
        assert [row.subject for row in store.iter_judgements(standing=True)] == claims[:1]


def _say_not_told(page: sync_api.Page, claim: str) -> None:
    """Empty the claim's place by the button that says so in sight; its form is closed again then."""
    section = page.locator(f"[id='{claim}']")
    section.locator("details.edit > summary").click()
    said = section.locator(".lack")
    box = said.bounding_box()
    assert box is not None
    assert (said.inner_text(), box["width"] > 50) == ("Not told in the report:", True)
    with page.expect_navigation():
        section.get_by_role("button", name="Not told: where").click()
    assert not section.get_by_role("button", name="Not told: where").count()


def test_a_slot_is_corrected_without_a_pointer(page: sync_api.Page, store_path: Path) -> None:
    """e opens the claim's form at its first field, words typed as they stand in the report are found there."""
    report, claims = _report_with_claims(store_path)
    with open_store(str(store_path)) as store:
        words = next(row for row in store.iter_claims(ClaimFilter(document_id=report)) if row.where and row.where.evidence)
    assert words.where
    page.goto(f"/documents/{report}#{claims[0]}")
    _say_not_told(page, claims[0])
    page.keyboard.press("e")
    page.keyboard.type("where")
    page.keyboard.press("Tab")
    page.keyboard.type(words.where.evidence[0].quote.upper())
    with page.expect_navigation():
        page.keyboard.press("Enter")
    with open_store(str(store_path)) as store:
        _, made = store.iter_judgements()
    assert (made.kind, made.subject, made.slot) == ("correct", claims[0], "where")
    assert json.loads(made.value or "")["raw"] == words.where.evidence[0].quote


def test_selected_words_become_the_place_of_a_claim(page: sync_api.Page, store_path: Path) -> None:
    """The words chosen in the text, and no others, are the evidence of the corrected slot, and the page shows them so."""
    with open_store(str(store_path)) as store:
        claims = [row for row in store.iter_claims(ClaimFilter(current=True)) if row.where and row.where.evidence]
    claim, evidence = next(
        (one, other.where.evidence[0])
        for one, other in permutations(claims, 2)
        if one.document_id == other.document_id and one.where and other.where and one.where.value != other.where.value
    )
    page.goto(f"/documents/{claim.document_id}")
    section = page.locator(f"[id='{claim.id}']")
    page.locator(f"[data-at='{evidence.span.start}']").evaluate(
        "node => document.getSelection().selectAllChildren(node)",
    )
    section.locator("details.edit > summary").click()  # words chosen before the form was opened are meant as well
    section.locator("form[data-words] select[name=slot]").select_option("where")
    start = section.locator("form[action='/correct'] input[name=start]")
    sync_api.expect(start).to_have_value(str(evidence.span.start))
    end = int(section.locator("input[name=end]").input_value())
    with page.expect_navigation():
        section.locator("form[action='/correct'] button").first.click()
    with open_store(str(store_path)) as store:
        (made,) = store.iter_judgements(standing=True)
        text = store.get_document(claim.document_id).text
    assert (made.kind, made.subject, made.slot) == ("correct", claim.id, "where")
    assert text[evidence.span.start : end] in (made.value or "")


def test_an_adjudicator_walks_the_differences_by_keys(page: sync_api.Page, store_path: Path) -> None:
    """j, 2, j, 1: each key decides the difference in hand, which stays in hand, and the next j goes on to the one after it."""
    with open_store(str(store_path)) as store:
        _, report, _ = code_twice(store)
    page.goto(f"/agreement/{report}")
    rows = page.locator("tr[data-row]")
    assert rows.count() > 1
    for at, key in enumerate(("2", "1")):
        page.keyboard.press("j")
        in_hand = page.locator("tr.at")
        assert in_hand.get_attribute("id") == rows.nth(at).get_attribute("id")
        with page.expect_navigation():
            page.keyboard.press(key)
        assert page.locator("tr.at").get_attribute("id") == rows.nth(at).get_attribute("id")
    with open_store(str(store_path)) as store:
        made = [row for row in store.iter_judgements() if row.kind == "correct"]
    assert [row.slot for row in made] == ["type", "type"]
    assert made[0].value == '"looting"'
    assert made[1].value != '"looting"'


def test_dropped_files_are_read_and_their_candidates_shown(page: sync_api.Page) -> None:
    """A file dropped anywhere on the page is named there, read with Enter, and its candidates are listed with their words."""
    page.goto("/add")
    page.evaluate(
        """(text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], "gao.txt", {type: "text/plain"}));
          const drop = new DragEvent("drop", {dataTransfer, bubbles: true, cancelable: true});
          document.querySelector("h1").dispatchEvent(drop);
        }""",
        "Gunmen killed two traders near Gao in Mali on 3 March 2021.",
    )
    assert "gao.txt" in page.locator("[data-dropped]").inner_text()
    with page.expect_navigation(timeout=120_000):
        page.keyboard.press("Enter")
    assert "“killed”" in page.locator(".done li").inner_text()
    assert page.locator("progress").is_hidden()


def test_no_page_is_wider_than_a_phone(page: sync_api.Page) -> None:
    """On 390 pixels a wide table scrolls in its own frame, never the whole page."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/")
    first = page.locator("tr[data-row] a").first.get_attribute("href")
    for address in ("/", str(first), "/queue", "/documents", "/add", "/export?review=all", "/method"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
        narrow = page.locator("table.list td:nth-child(2), table.list:not(.cards) th:nth-child(2)").first
        assert not narrow.count() or narrow.bounding_box()["width"] > 60, address  # no word a letter a line
