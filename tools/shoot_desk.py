"""Photograph the desk's pages for docs/: overview (light, dark, phone), one incident, one report; and every page four ways
(desktop and phone, light and dark) as one sheet a page in docs/pages/.

python tools/shoot_desk.py

Serves a fresh store of the sample collection on localhost and needs the system's Chromium (/usr/bin/chromium) and playwright.
"""

from __future__ import annotations

import base64
import json
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

from crossread.records import Judgement
from crossread.store import ClaimFilter, open_store

DOCS = Path(__file__).parents[1] / "docs"
DESKTOP, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
PASSWORD = "a password for pictures"
STARTED = 30  # seconds to wait for the server


def shoot(browser: Browser, url: str, name: str, *, size: dict[str, int] = DESKTOP, dark: bool = False) -> None:
    """One page into docs/NAME.png, once its scripts are at rest."""
    page = browser.new_page(viewport=size, color_scheme="dark" if dark else "light", reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)  # the map draws after the network is quiet
    page.screenshot(path=DOCS / f"{name}.png")
    page.close()


def shoot_sheet(browser: Browser, url: str, name: str, *, user: str = "") -> None:
    """One page four ways on one sheet, drawn by the browser itself; for `user`, who signs in before."""
    shots = []
    for size, width in ((DESKTOP, 600), (PHONE, 220)):
        for dark in (False, True):
            page = browser.new_page(viewport=size, color_scheme="dark" if dark else "light", reduced_motion="reduce")  # type: ignore[arg-type]
            if user:
                page.goto(f"{url[: url.index('/', 8)]}/login")
                page.fill("[name=name]", user)
                page.fill("[name=password]", PASSWORD)
                page.click("form.door button")
            answer = page.goto(url)
            if answer is None or not answer.ok:
                raise SystemExit(f"{url} answered {answer.status if answer else 'nothing'}; no picture was taken of it")
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(800)
            shots.append((base64.b64encode(page.screenshot()).decode(), width))
            page.close()
    sheet = browser.new_page(viewport={"width": 1700, "height": 520})
    pictures = "".join(f'<img width="{width}" src="data:image/png;base64,{shot}">' for shot, width in shots)
    style = "body{margin:0;padding:12px;background:#8a8a86;display:flex;gap:12px;align-items:flex-start;width:max-content}"
    sheet.set_content(f"<style>{style}</style>{pictures}")
    sheet.wait_for_timeout(300)
    (DOCS / "pages").mkdir(exist_ok=True)
    sheet.locator("body").screenshot(path=DOCS / "pages" / f"{name}.png")
    sheet.close()


def add_people(store: str, document: str) -> None:
    """Two coders, who settles between them, and an administrator; the coders read one report, each alone, and not alike."""
    roles = {"Ada": "coder", "Ben": "coder", "Chris": "admin", "Dana": "adjudicator"}
    for name, role in roles.items():
        add = [sys.executable, "-m", "crossread", "account", "add", name, "--role", role, "--password-stdin", "--store", store]
        subprocess.run(add, input=PASSWORD, text=True, check=True, stdout=subprocess.DEVNULL)
    with open_store(store) as opened:
        for number, claim in enumerate(opened.iter_claims(ClaimFilter(document_id=document, current=True))):
            other = ("type", '"armed_clash"') if number % 3 == 1 else ("verdict", '"accept"')
            for coder, (slot, value) in (("Ada", ("verdict", '"accept"')), ("Ben", other)):
                at = datetime(2026, 11, 2, 9, number, tzinfo=UTC)
                row = {"slot": slot, "value": value, "made_by": coder, "made_at": at}
                opened.add_judgement(Judgement(id=f"jdg_{coder.lower()}{number}", kind="code", subject=claim.id, **row))  # type: ignore[arg-type]


@contextmanager
def served(store: str, *options: str) -> Iterator[str]:
    """The address of a desk over the store."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-m", "crossread", "serve", "--store", store, "--port", str(port), *options])
    try:
        base = f"http://127.0.0.1:{port}"
        _wait(base)
        yield base
    finally:
        server.terminate()
        server.wait(10)


def main() -> None:
    """Serve the samples, photograph the pages."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as engine:
        store = str(Path(folder) / "demo.db")
        command = [sys.executable, "-m", "crossread"]
        subprocess.run([*command, "demo", "--store", store], check=True, stdout=subprocess.DEVNULL)
        told = subprocess.run([*command, "incidents", "--store", store, "--json"], check=True, capture_output=True, text=True)
        incidents = [json.loads(line) for line in told.stdout.splitlines()]
        incident = max(incidents, key=lambda row: len(row["accounts"]))
        document = incident["accounts"][0]["document_id"]
        browser = engine.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        with served(store) as base:
            shoot(browser, base, "desk-overview")
            shoot(browser, base, "desk-overview-dark", dark=True)
            shoot(browser, base, "desk-overview-phone", size=PHONE)
            shoot(browser, f"{base}/incidents/{incident['id']}", "desk-incident")
            shoot(browser, f"{base}/documents/{document}", "desk-report")
            pages = {
                "overview": "/", "incident": f"/incidents/{incident['id']}", "reports": "/documents", "queue": "/queue",
                "report": f"/documents/{document}", "add": "/add", "export": "/export", "method": "/method", "audit": "/audit",
            }  # fmt: skip
            for name, path in pages.items():
                shoot_sheet(browser, base + path, name)
        add_people(store, document)
        with served(store, "--accounts") as base:
            shoot_sheet(browser, f"{base}/login", "login")
            shoot_sheet(browser, f"{base}/accounts", "accounts", user="Chris")
            shoot_sheet(browser, f"{base}/agreement", "agreement", user="Dana")
            shoot_sheet(browser, f"{base}/agreement/{document}", "agreement-report", user="Dana")
            shoot_sheet(browser, f"{base}/coding/{document}", "coding", user="Ada")


def _wait(base: str) -> None:
    for _ in range(STARTED * 10):
        try:
            urlopen(base).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"the desk did not answer at {base}")


if __name__ == "__main__":
    main()
