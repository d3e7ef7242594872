"""Many at the desk at once: how fast it answers, and whether a decision is lost or doubled.

    python benchmarks/desk_load.py                                  50 readers, 5 writers, 120 seconds, SQLite, the samples
    python benchmarks/desk_load.py --seconds 20 --store postgresql://USER@HOST/EMPTY_DATABASE

A real server in its own process on loopback, a desk with users, the sample collection as read by the shipped extractor. Readers
open pages and the API and think 2 to 6 seconds between two of them; writers take what the queue gives them, decide, every
fifth time with a double click, think 1 to 3 seconds, and take every other decision back so that the queue does not run dry.
Both are quicker than people (200 decisions an hour are one in 18 seconds). Afterwards each decision that was confirmed must
stand in the log once, each that was refused not at all, and the audit log must verify.

Exit code 1 if a decision was lost or doubled, a log is broken, the server failed, or the bar of 300 ms was missed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import random
import socket
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from lxml import html

from crossread.config import Settings
from crossread.flow import rebuild_incidents, run_read
from crossread.review import Access, make_app
from crossread.samples import sample_paths
from crossread.store import Store, open_store

BAR_MS = 300.0  # p95
PASSWORD = "a password for the load"


@dataclass
class Tally:
    """What was asked and how it went. Times are in milliseconds, from the request to the last byte of the answer."""

    times: dict[str, list[float]] = field(default_factory=dict)
    statuses: Counter[int] = field(default_factory=Counter)
    confirmed: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def main() -> int:
    """Run the load that the arguments ask for and print what came of it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--writers", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--store", help="an empty PostgreSQL database; without it a fresh SQLite file")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        told = measure(
            given.store or str(Path(folder) / "load.db"), readers=given.readers, writers=given.writers, seconds=given.seconds
        )
    print(json.dumps(told, indent=1))
    sound = not (told["lost"] or told["doubled"] or told["ghosts"] or told["failures"]) and told["audit_whole"]
    return 0 if sound and told["p95_ms"] <= BAR_MS else 1


def measure(url: str, *, readers: int, writers: int, seconds: float) -> dict[str, object]:
    """Fill the store, serve it, put the load on it, count."""
    before = os.getloadavg()[0]
    cookies = fill(url, writers=writers)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = multiprocessing.get_context("spawn").Process(target=run_server, args=(url, port), daemon=True)
    server.start()
    try:
        wait_for(port)
        start = cpu_seconds(server.pid or 0)
        tally = asyncio.run(put_load(f"http://127.0.0.1:{port}", cookies, readers=readers, seconds=seconds))
        cpu = cpu_seconds(server.pid or 0) - start
    finally:
        server.terminate()
        server.join(20)
    with open_store(url) as store:
        told = report(store, tally, {"readers": readers, "writers": writers, "seconds": seconds})
    load = {"cores": os.cpu_count(), "machine_load_before": round(before, 1)}
    return {**told, **load, "server_cpu_ms_per_request": round(1000 * cpu / max(1, len(times_of(tally))), 1)}


def cpu_seconds(pid: int) -> float:
    """What the process has used of the cores so far: the part of the cost that a busy machine does not change (Linux)."""
    parts = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def times_of(tally: Tally) -> list[float]:
    """All times, the shortest first."""
    return sorted(time for row in tally.times.values() for time in row)


def fill(url: str, *, writers: int) -> list[str]:
    """The samples and the users; the cookies of a reader and of each writer, signed in without typing 55 passwords."""
    run_read(sample_paths(), settings=Settings(store=url))
    with open_store(url) as store:
        rebuild_incidents(store, Settings().policy)
        users = [store.users.add("Reader", role="reader", password=PASSWORD, by="load")]
        users += [store.users.add(f"Writer {n}", role="coder", password=PASSWORD, by="load") for n in range(writers)]
        return [store.sessions.open(user) for user in users]


def run_server(url: str, port: int) -> None:
    """The desk as `crossread serve --accounts` runs it."""
    import uvicorn

    uvicorn.run(make_app(Settings(store=url), Access(accounts=True)), host="127.0.0.1", port=port, log_level="error")


def wait_for(port: int) -> None:
    """Return once the server answers."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            httpx.get(f"http://127.0.0.1:{port}/login", timeout=10)
            return
        except httpx.TransportError:
            time.sleep(0.1)
    raise SystemExit("the server did not start within 60 seconds")


async def put_load(address: str, cookies: list[str], *, readers: int, seconds: float) -> Tally:
    """All at once, for so long; the first moments, in which everybody comes at the same time, are spread over two seconds."""
    tally, until = Tally(), time.monotonic() + seconds
    async with httpx.AsyncClient(base_url=address, cookies={"crossread": cookies[0]}, timeout=60) as client:
        listed = (await client.get("/api/incidents")).json()["incidents"]
    pages = [f"/incidents/{row['id']}" for row in listed] + [
        f"/documents/{row['accounts'][0]['document_id']}" for row in listed
    ]
    pages += ["/", "/?text=camp", "/?type=armed_attack", "/documents", "/method", "/api/incidents?limit=20"] * 4
    hands = [run(address, cookies[0], until, tally, Reader(pages)) for _ in range(readers)]
    hands += [run(address, cookie, until, tally, Writer(number)) for number, cookie in enumerate(cookies[1:])]
    await asyncio.gather(*hands)
    return tally


Turn = Callable[[httpx.AsyncClient, Tally], Awaitable[float]]


async def run(address: str, cookie: str, until: float, tally: Tally, turn: Turn) -> None:
    """One person: a turn, a pause, and again."""
    limits = httpx.Limits(max_connections=4)
    async with httpx.AsyncClient(base_url=address, cookies={"crossread": cookie}, timeout=60, limits=limits) as client:
        await asyncio.sleep(random.uniform(0, 2))
        while time.monotonic() < until:
            try:
                pause = await turn(client, tally)
            except httpx.TransportError as error:
                tally.failures.append(f"{type(error).__name__} {error}")
                pause = 1.0
            await asyncio.sleep(min(pause, max(0.0, until - time.monotonic())))


@dataclass
class Reader:
    """Opens one page after the other."""

    pages: list[str]

    async def __call__(self, client: httpx.AsyncClient, tally: Tally) -> float:
        path = random.choice(self.pages)
        await timed(client, tally, "api" if path.startswith("/api") else "page", "GET", path)
        return random.uniform(2, 6)


@dataclass
class Writer:
    """Takes what the queue gives, decides, and takes every other decision back. The reason tells decisions apart."""

    number: int
    turns: int = 0

    async def __call__(self, client: httpx.AsyncClient, tally: Tally) -> float:
        self.turns += 1
        queue = await timed(client, tally, "queue", "GET", "/queue")
        form = hidden(queue.text, "/judge")
        if "subject" not in form:
            return 1.0
        reason = f"decision {self.turns} of writer {self.number}"
        sent = {**form, "kind": "accept", "reason": reason}
        clicks = 2 if self.turns % 5 == 0 else 1
        answers = await asyncio.gather(*(timed(client, tally, "decision", "POST", "/judge", data=sent) for _ in range(clicks)))
        accepted = any(answer.status_code == 303 for answer in answers)
        (tally.confirmed if accepted else tally.refused).append(reason)
        if self.turns % 2 == 0:
            back = hidden((await timed(client, tally, "queue", "GET", "/queue")).text, "/undo")
            if back:
                await timed(client, tally, "undo", "POST", "/undo", data=back)
        return random.uniform(1, 3)


async def timed(client: httpx.AsyncClient, tally: Tally, kind: str, method: str, path: str, **more: object) -> httpx.Response:
    """The answer, its time noted under `kind`."""
    started = time.perf_counter()
    answer = await client.request(method, path, **more)  # type: ignore[arg-type]
    tally.times.setdefault(kind, []).append(1000 * (time.perf_counter() - started))
    tally.statuses[answer.status_code] += 1
    if answer.status_code >= 500 or answer.status_code in (401, 403, 422, 429):
        tally.failures.append(f"{answer.status_code} {method} {path}")
    return answer


def hidden(page: str, action: str) -> dict[str, str]:
    """The hidden fields of the first form that sends to `action`."""
    forms = html.fromstring(page).xpath(f"//form[@action='{action}']")
    return {row.get("name"): row.get("value") for row in forms[0].xpath(".//input[@type='hidden']")} if forms else {}


def report(store: Store, tally: Tally, load: dict[str, float]) -> dict[str, object]:
    """Times, and every decision looked for in the log. Ghosts are decisions in it that were refused."""
    written = Counter(row.reason for row in store.iter_judgements() if row.kind == "accept")
    times = times_of(tally)
    return {
        **load,
        "requests": len(times),
        "requests_per_second": round(len(times) / load["seconds"], 1),
        "p50_ms": quantile(times, 0.5),
        "p95_ms": quantile(times, 0.95),
        "by_kind": {kind: {"n": len(row), "p95_ms": quantile(sorted(row), 0.95)} for kind, row in sorted(tally.times.items())},
        "statuses": {str(code): count for code, count in sorted(tally.statuses.items())},
        "decisions": len(tally.confirmed),
        "refused": len(tally.refused),
        "lost": sum(written[reason] == 0 for reason in tally.confirmed),
        "doubled": sum(count > 1 for count in written.values()),
        "ghosts": sum(written[reason] > 0 for reason in tally.refused),
        "failures": tally.failures[:10],
        "audit_entries": sum(1 for _ in store.audit),
        "audit_whole": not store.audit.verify(),
    }


def quantile(ordered: list[float], share: float) -> float:
    """The time that this share of requests did not pass."""
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1) if ordered else 0.0


if __name__ == "__main__":
    sys.exit(main())
