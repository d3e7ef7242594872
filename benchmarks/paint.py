"""How soon the desk can be seen and how soon it answers a key or a click, in a real browser on this machine.

    python benchmarks/paint.py [--rounds 5] [--incidents 50000] [--chromium /usr/bin/chromium]

What Lighthouse calls first contentful paint and interaction to next paint, read from the browser's own clocks (Paint Timing,
Event Timing), the cache empty at each load. Pages: overview, one incident, one report, the review queue, over the sample
collection. Interactions: keys of the queue (j, k, ?), a facet, a word in the search field, each from the input until the next
picture is drawn; the browser counts in steps of 8 ms and does not tell of less than 16. `many` is the overview of invented
incidents (overview.py): milliseconds until it is loaded and its map and timeline are drawn. `bundle_kb` is all that is served
as a static file, gzipped. Last line: JSON; exit code 1 where a bar was missed (1,000 ms to the first paint, 100 ms an
interaction, 2,000 ms for the many, 1,500 kB).
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import crossread
from crossread.config import Settings
from crossread.flow import rebuild_incidents, run_read
from crossread.samples import sample_paths
from crossread.store import open_store
from overview import fill, serve

BARS = {"paint_ms": 1000, "interaction_ms": 100, "many_ms": 2000, "bundle_kb": 1500}
SIZE = {"width": 1280, "height": 860}
WATCH = """(() => { window.slow = []; new PerformanceObserver(list => { for (const e of list.getEntries())
  window.slow.push([e.name, e.duration]); }).observe({type: 'event', durationThreshold: 16, buffered: true}); })()"""
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"
DRAWN = "() => performance.now()"


def open_page(browser: Browser, url: str) -> Page:
    """A page in a window of its own, nothing remembered."""
    page = browser.new_context(viewport=SIZE, reduced_motion="reduce").new_page()  # type: ignore[arg-type]
    page.add_init_script(WATCH)
    page.goto(url)
    page.wait_for_load_state("networkidle")
    return page


def time_paint(browser: Browser, url: str, rounds: int) -> float:
    """Median milliseconds until the first content is drawn."""
    times = []
    for _ in range(rounds):
        page = open_page(browser, url)
        times.append(float(page.evaluate(PAINT)))
        page.context.close()
    return round(statistics.median(times), 1)


def time_interactions(browser: Browser, base: str) -> dict[str, float]:
    """The slowest input of each kind, in milliseconds until the next picture; 16 where the browser tells of none."""
    found = {}
    page = open_page(browser, f"{base}/queue")
    for key in ("j", "k", "?"):
        found[f"key {key}"] = _slowest(page, lambda key=key: page.keyboard.press(key))
    page.context.close()
    page = open_page(browser, base)
    search = page.locator("input[type=search]").first
    found["search word"] = _slowest(page, lambda: search.press_sequentially("market", delay=40))
    found["facet"] = _slowest(page, page.locator('a[data-key^="type-"]').first.click)
    page.context.close()
    return found


def _slowest(page: Page, act: Callable[[], None]) -> float:
    """Until the next picture, which may be the first one of another page that the input leads to."""
    page.evaluate("() => { window.slow = []; }")
    acted = float(page.evaluate("() => Date.now()"))
    act()
    page.wait_for_timeout(400)  # the browser hands its measurements over when it is idle
    page.wait_for_load_state("networkidle")
    came = float(page.evaluate("() => performance.timeOrigin"))
    if came > acted:
        return round(came + float(page.evaluate(PAINT)) - acted, 1)
    return max([float(d) for _, d in page.evaluate("() => window.slow")], default=16.0)


def time_many(browser: Browser, base: str, rounds: int) -> float:
    """Median milliseconds until the overview of many incidents is loaded and drawn."""
    times = []
    for _ in range(rounds):
        page = browser.new_context(viewport=SIZE, reduced_motion="reduce").new_page()  # type: ignore[arg-type]
        page.goto(base)
        page.wait_for_selector("[data-map] canvas", state="attached")
        page.wait_for_selector("[data-time-detail] svg", state="attached")
        times.append(float(page.evaluate(DRAWN)))
        page.context.close()
    return round(statistics.median(times), 1)


def weigh_bundle() -> float:
    """Kilobytes of all static files, each gzipped."""
    root = Path(crossread.__file__).parent / "review" / "static"
    return round(sum(len(gzip.compress(f.read_bytes())) for f in root.rglob("*") if f.is_file()) / 1000, 1)


def sample_pages(store_path: Path) -> dict[str, str]:
    """The sample collection, read into a store; the pages to load by name."""
    settings = Settings(store=str(store_path))
    run_read(sample_paths(), settings=settings)
    with open_store(str(store_path)) as store:
        rebuild_incidents(store, settings.policy)
        incident = max(store.iter_incidents(), key=lambda row: len(row.accounts))
    document = incident.accounts[0].document_id
    return {"overview": "/", "incident": f"/incidents/{incident.id}", "report": f"/documents/{document}", "queue": "/queue"}


def main() -> int:
    """Measure, print, and say by the exit code whether all bars hold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--incidents", type=int, default=50_000)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=given.chromium, args=["--no-sandbox"])
        pages = sample_pages(Path(folder) / "samples.db")
        base, server, thread = serve(Path(folder) / "samples.db")
        paint = {name: time_paint(browser, base + path, given.rounds) for name, path in pages.items()}
        interactions = time_interactions(browser, base)
        server.should_exit = True
        thread.join(10)
        with open_store(str(Path(folder) / "many.db")) as store, store.batch():
            fill(store, given.incidents)
        base, server, thread = serve(Path(folder) / "many.db")
        many = time_many(browser, base, given.rounds)
        server.should_exit = True
        thread.join(10)
    row = {
        "paint_ms": max(paint.values()),
        "interaction_ms": max(interactions.values()),
        "many_ms": many,
        "bundle_kb": weigh_bundle(),
    }
    print(json.dumps({**row, "paint": paint, "interactions": interactions, "incidents": given.incidents}))
    return int(any(row[name] > bar for name, bar in BARS.items()))


if __name__ == "__main__":
    sys.exit(main())
