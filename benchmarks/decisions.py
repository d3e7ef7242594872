"""An hour's work at the review queue, by keys alone in a real browser: what each decision costs in keys and in time.

    python benchmarks/decisions.py [--claims 5000] [--decisions 200] [--chromium /usr/bin/chromium]

The store holds the claims of link_scale.py, linked for real. Of ten decisions six accept, one dismisses with a reason, one
merges, one sets an account apart, one is taken back. `keys` are the presses that a decision takes, letters of a reason aside.
`server_ms` is from the request to the first byte of the answer, read from the browser's own clock; `shown_ms` from the key to
the next page, ready for the next key. Afterwards every decision must stand in the log, in the order it was made. Last line:
JSON; exit code 1 where a bar was missed (120 ms at the server, at the 95th of a hundred; two keys for an acceptance; 200
decisions in an hour).
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from crossread.flow import rebuild_incidents
from crossread.store import open_store
from link_scale import make_collection
from link_update import POLICY, add_claims
from overview import serve

BAR_MS, BAR_KEYS, BAR_HOUR = 120.0, 2, 200
ROUND = ("accept", "accept", "merge", "accept", "undo", "accept", "split", "accept", "dismiss", "accept")
KINDS = {"accept": "accept", "dismiss": "dismiss", "merge": "same", "split": "different", "undo": "undo"}
REASON = "told of another year"


@dataclass
class Tally:
    """Milliseconds and key presses of each decision, by what it was."""

    server: dict[str, list[float]] = field(default_factory=dict)
    shown: dict[str, list[float]] = field(default_factory=dict)
    keys: dict[str, list[int]] = field(default_factory=dict)


class Coder:
    """Somebody with a keyboard at the queue."""

    def __init__(self, page: Page) -> None:
        self.page, self.tally, self.pressed = page, Tally(), 0

    def press(self, key: str) -> None:
        """One key."""
        self.pressed += 1
        self.page.keyboard.press(key)

    def decide(self, kind: str) -> bool:
        """Take one decision; False where the incident at hand offers none of this kind."""
        key = {"accept": "a", "dismiss": "x", "merge": "m", "split": "s", "undo": "u"}[kind]
        if kind in ("merge", "split") and not self.page.locator(f"select[data-key={key}]").count():
            return False
        self.pressed = 0
        if kind in ("accept", "undo"):
            self._send(kind, lambda: self.press(key))
            return True
        self.press(key)
        if kind == "dismiss":
            self.page.keyboard.type(REASON)
        if kind == "merge":
            self.press("ArrowDown")
        self._send(kind, lambda: self.press("Enter"))
        if self.page.title().startswith("Merge?"):  # what the merge would do, shown first
            self._send(kind, lambda: self.press("m"))
        return True

    def _send(self, kind: str, act: Callable[[], None]) -> None:
        began = time.perf_counter()
        with self.page.expect_response(lambda row: row.request.method == "POST") as answer, self.page.expect_navigation():
            act()
        shown = 1000 * (time.perf_counter() - began)
        timing = answer.value.request.timing
        self.tally.server.setdefault(kind, []).append(timing["responseStart"] - timing["requestStart"])
        self.tally.shown.setdefault(kind, []).append(shown)
        self.tally.keys.setdefault(kind, []).append(self.pressed)


def work(page: Page, decisions: int) -> tuple[Coder, list[str], float]:
    """Decide so often; what was decided in order, and the seconds it took."""
    coder, made = Coder(page), list[str]()
    page.goto("/queue")
    began = time.perf_counter()
    while len(made) < decisions:
        kind = ROUND[len(made) % len(ROUND)]
        if coder.decide(kind):
            made.append(kind)
            continue
        with page.expect_navigation():
            page.keyboard.press("j")
    return coder, made, time.perf_counter() - began


def report(coder: Coder, made: list[str], seconds: float, store_path: Path) -> dict[str, object]:
    """The figures, and whether each decision stands in the log in its order."""
    with open_store(str(store_path)) as store:
        rows = {row.id.rpartition("_")[0]: row.kind for row in store.iter_judgements()}  # a split says it of each account left
    times = sorted(ms for found in coder.tally.server.values() for ms in found)
    shown = sorted(ms for found in coder.tally.shown.values() for ms in found)
    return {
        "decisions": len(made),
        "seconds": round(seconds, 1),
        "in_an_hour": round(3600 * len(made) / seconds),
        "server_ms": {kind: round(statistics.median(found), 1) for kind, found in coder.tally.server.items()},
        "server_p95_ms": round(times[int(0.95 * (len(times) - 1))], 1),
        "shown_p95_ms": round(shown[int(0.95 * (len(shown) - 1))], 1),
        "keys": {kind: max(found) for kind, found in coder.tally.keys.items()},
        "log_whole": list(rows.values()) == [KINDS[kind] for kind in made],
    }


def main() -> int:
    """Fill a store, serve it, let the coder work, print what it took."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--claims", type=int, default=5000)
    parser.add_argument("--decisions", type=int, default=200)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        path = Path(folder) / "hour.db"
        claims, documents, _ = make_collection(given.claims)
        with open_store(str(path)) as store:
            add_claims(store, claims, documents)
            rebuild_incidents(store, POLICY)
        base, server, thread = serve(path)
        browser = driver.chromium.launch(executable_path=given.chromium, args=["--no-sandbox"])
        figures = report(*work(browser.new_page(base_url=base), given.decisions), path)
        browser.close()
        server.should_exit = True
        thread.join(10)
    print(json.dumps({"claims": given.claims, **figures}))
    keys = figures["keys"]
    assert isinstance(keys, dict)
    good = figures["log_whole"] and keys["accept"] <= BAR_KEYS
    fast = float(str(figures["server_p95_ms"])) <= BAR_MS and int(str(figures["in_an_hour"])) >= BAR_HOUR
    return 0 if good and fast else 1


if __name__ == "__main__":
    sys.exit(main())
