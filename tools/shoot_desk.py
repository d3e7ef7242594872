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
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

DOCS = Path(__file__).parents[1] / "docs"
DESKTOP, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
STARTED = 30  # seconds to wait for the server


def shoot(browser: Browser, url: str, name: str, *, size: dict[str, int] = DESKTOP, dark: bool = False) -> None:
    """One page into docs/NAME.png, once its scripts are at rest."""
    page = browser.new_page(viewport=size, color_scheme="dark" if dark else "light", reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)  # the map draws after the network is quiet
    page.screenshot(path=DOCS / f"{name}.png")
    page.close()


def shoot_sheet(browser: Browser, url: str, name: str) -> None:
    """One page four ways on one sheet, drawn by the browser itself."""
    shots = []
    for size, width in ((DESKTOP, 600), (PHONE, 220)):
        for dark in (False, True):
            page = browser.new_page(viewport=size, color_scheme="dark" if dark else "light", reduced_motion="reduce")  # type: ignore[arg-type]
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


def main() -> None:
    """Serve the samples, photograph the pages."""
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "demo.db")
        command = [sys.executable, "-m", "crossread"]
        subprocess.run([*command, "demo", "--store", store], check=True, stdout=subprocess.DEVNULL)
        told = subprocess.run([*command, "incidents", "--store", store, "--json"], check=True, capture_output=True, text=True)
        incidents = [json.loads(line) for line in told.stdout.splitlines()]
        incident = max(incidents, key=lambda row: len(row["accounts"]))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen([*command, "serve", "--store", store, "--port", str(port)])
        try:
            base = f"http://127.0.0.1:{port}"
            _wait(base)
            with sync_playwright() as engine:
                browser = engine.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
                shoot(browser, base, "desk-overview")
                shoot(browser, base, "desk-overview-dark", dark=True)
                shoot(browser, base, "desk-overview-phone", size=PHONE)
                shoot(browser, f"{base}/incidents/{incident['id']}", "desk-incident")
                shoot(browser, f"{base}/documents/{incident['accounts'][0]['document_id']}", "desk-report")
                pages = {
                    "overview": "/", "incident": f"/incidents/{incident['id']}", "reports": "/documents", "queue": "/queue",
                    "report": f"/documents/{incident['accounts'][0]['document_id']}", "agreement": "/agreement", "add": "/add",
                    "export": "/export", "method": "/method", "audit": "/audit",
                }  # fmt: skip
                for name, path in pages.items():
                    shoot_sheet(browser, base + path, name)
        finally:
            server.terminate()


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
