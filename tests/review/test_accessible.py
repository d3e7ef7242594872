"""axe-core finds nothing wrong on any page, in light and dark, on a wide screen and on a phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from tests.review.conftest import running
from tests.review.visitor import PASSWORD, USERS, code_twice

from crossread.config import Settings
from crossread.review import Access, make_app
from crossread.review.rendering import SECOND
from crossread.store import open_store

sync_api = pytest.importorskip("playwright.sync_api", reason="the browser tests need the package playwright")
axe = pytest.importorskip("axe_playwright_python", reason="needs axe-core, which comes with axe-playwright-python")
SIZES = {"wide": (1280, 900), "phone": (390, 844)}
MODES = [("light", "wide", ""), ("dark", "phone", "ar"), ("dark", "wide", "fr")]


@pytest.fixture(scope="module")
def desk_of_all(peopled_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """A desk with users and something on every page, and the addresses of its pages."""
    path = tmp_path_factory.mktemp("axe") / "desk.db"
    path.write_bytes(peopled_store.read_bytes())
    with open_store(str(path)) as store:
        incident, report, _ = code_twice(store)
    pages = [
        "/",
        f"/incidents/{incident}",
        f"/incidents/{incident}?policy=range@1",
        "/incidents/inc_none",
        f"/documents/{report}",
        "/documents",
        "/queue",
        "/agreement",
        f"/agreement/{report}",
        f"/coding/{report}",
        "/add",
        "/export?review=all&provenance=yes&places=0.1&days=month&delay=2800",
        "/method",
        "/account",
        "/accounts",
        "/audit",
    ]
    with running(make_app(Settings(store=str(path)), Access(accounts=True))) as address:
        yield address, pages


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """The system's Chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium is installed on this machine")
    with sync_api.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield found
        found.close()


def _violations(page: Any) -> list[str]:
    """What axe-core finds wrong: the rule, and where."""
    page.evaluate((files(axe) / "axe.min.js").read_text(encoding="utf-8"))
    told = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{row['id']} ({row['impact']}): {node['html'][:160]}" for row in told["violations"] for node in row["nodes"]]


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("scheme", "size", "second"), MODES)
def test_axe_finds_nothing_on_any_page(
    browser: Any, desk_of_all: tuple[str, list[str]], scheme: str, size: str, second: str
) -> None:
    """Every page of an admin, signed in, with all that folds open, in one language or two; and the door itself. No page is
    wider than the screen."""
    address, pages = desk_of_all
    width, height = SIZES[size]
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    )
    context.add_cookies([{"name": SECOND, "value": second or "none", "url": address}])
    page = context.new_page()
    page.goto("/login")
    found = {"/login": _violations(page)}
    page.fill("input[name=name]", next(name for name, role in USERS.items() if role == "admin"))
    page.fill("input[name=password]", PASSWORD)
    page.click("main button")
    page.wait_for_url("**/")
    for at in pages:
        page.goto(at)
        if at == "/":
            page.wait_for_selector("[data-map][data-drawn]", timeout=60_000)
        page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        assert page.locator("h1").count() == 1, at
        found[at] = _violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, at
    page.keyboard.press("?")
    found["the keys"] = _violations(page)
    context.close()
    assert {at: rows for at, rows in found.items() if rows} == {}
