"""How fast the desk's overview answers over many incidents, through a real server on this machine.

    python benchmarks/overview.py [--incidents 50000] [--rounds 20] [--store FILE]

Incidents are invented: 3,000 places in 20 countries, 25 years, one to four accounts each, a fifth disputed, all precisions.
Each kind of question is asked `--rounds` times with other values each time, so that no answer is remembered; `first` is the
first question after the store changed, which reads all incidents anew. With `--store` the store is kept and used again. Last
line: JSON, milliseconds as median and slowest, and `cpu` as the median of computing alone (asking included), which a busy
machine moves less.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import socket
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import httpx
import uvicorn

from crossread.config import Settings
from crossread.records import (
    Account,
    Claim,
    Count,
    DateWindow,
    Disagreement,
    Document,
    Extraction,
    Incident,
    Party,
    Place,
    Reading,
    Toll,
    claim_id,
    document_id,
)
from crossread.review import make_app
from crossread.store import Store, open_store

TYPES = ("armed_attack", "bombing", "air_strike", "armed_clash", "abduction", "shelling", "killing", "arson")
COUNTRIES = "ML NE BF TD NG SD SS ET SO CD CF MZ YE SY IQ AF PK MM CO UA".split()
SEVERITIES = ("outcome", "perpetrator", "date", "place", "number", "wording")
PRECISIONS = ("exact",) * 5 + ("near",) * 2 + ("area", "admin1", "country")
ACTORS = [f"Group {n}" for n in range(300)]
SOURCES = [f"Source {n}" for n in range(120)]
PER_DOCUMENT = 25
FIRST_DAY = date(2000, 1, 1)
SEED = 20


def make_places(rng: random.Random) -> list[Place]:
    """Invented places around one middle per country, as towns lie."""
    middles = {code: (rng.uniform(-8, 45), rng.uniform(-10, 34)) for code in COUNTRIES}
    places = []
    for number in range(3000):
        code = rng.choice(COUNTRIES)
        x, y = middles[code]
        places.append(
            Place(
                name=f"Place {number}",
                country=code,
                admin1=f"Region {number % 12}",
                gazetteer_id=None,
                longitude=round(x + rng.gauss(0, 2.5), 4),
                latitude=round(y + rng.gauss(0, 2.5), 4),
                precision=rng.choice(PRECISIONS),
            )
        )
    return places


def make_window(rng: random.Random) -> DateWindow:
    """A day mostly; sometimes only a month or a year."""
    day = FIRST_DAY + timedelta(days=rng.randrange(25 * 365))
    kind = rng.choices(("day", "month", "year"), (8, 1, 1))[0]
    if kind == "day":
        return DateWindow(earliest=day, latest=day, precision="day")
    if kind == "year":
        return DateWindow(earliest=date(day.year, 1, 1), latest=date(day.year, 12, 31), precision="year")
    first = day.replace(day=1)
    return DateWindow(earliest=first, latest=(first + timedelta(days=31)).replace(day=1) - timedelta(days=1), precision="month")


def fill(store: Store, size: int) -> None:
    """Reports with their claims, and incidents of them."""
    rng = random.Random(SEED)
    places = make_places(rng)
    claims: list[Claim] = []
    for number in range(-(-size // PER_DOCUMENT)):
        claims += add_report(store, rng, number)
    store.replace_incidents(make_incidents(rng, places, claims[:size]))


def add_report(store: Store, rng: random.Random, number: int) -> list[Claim]:
    """One report of many short claims."""
    text = " ".join(f"Gunmen attacked village {number}-{i} of {rng.choice(ACTORS)}." for i in range(PER_DOCUMENT))
    source = rng.choice(SOURCES)
    name = document_id(text, source=source, external_id=str(number), published=FIRST_DAY)
    document = Document(id=name, text=text, source=source, title=f"Report {number}", external_id=str(number))
    claims, at = [], 0
    for _ in range(PER_DOCUMENT):
        at = text.index("attacked", at + 1)
        trigger = document.quote(at, at + 8)
        known = claim_id(document_id=name, made_by="rule@1", type="armed_attack", trigger=trigger)
        claims.append(
            Claim(
                id=known, document_id=name, type="armed_attack", scope="incident", status="accomplished", stance="asserted",
                trigger=trigger, score=0.9, made_by="rule@1",
            )
        )  # fmt: skip
    store.add_document(document)
    store.add_extraction(Extraction(document_id=name, claims=tuple(claims), wording=(), made_by="rule@1"))
    return claims


def make_incidents(rng: random.Random, places: list[Place], claims: list[Claim]) -> Iterator[Incident]:
    """One incident per claim, told also by up to three of the claims around it."""
    for i, claim in enumerate(claims):
        told = [claim, *claims[i + 1 : i + 1 + rng.choice((0, 0, 1, 3))]]
        ids = tuple(row.id for row in told)
        reading = Reading(text="4 killed", claims=ids)
        severity = rng.choice(SEVERITIES)
        disputed = (Disagreement(slot="harm.killed", severity=severity, readings=(reading,), sentence="4 or 5?"),)
        place = rng.choice(places)
        yield Incident(
            id=f"inc_{i:016x}",
            type=rng.choice(TYPES),
            policy="range@1",
            grade=rng.choice(("confirmed", "fair", "weak", "weak", "contested")),
            grade_reason="invented",
            when=make_window(rng),
            where=place if rng.random() > 0.05 else None,
            parties=(
                Party(role="perpetrator", name=rng.choice(ACTORS), type="rebel_group", claims=ids),
                Party(role="victim", name="villagers", type="civilians", claims=ids),
            ),
            tolls=(Toll(effect="killed", count=Count(low=4, high=4, qualifier="exact"), best=4, claims=ids),),
            accounts=tuple(
                Account(claim_id=row.id, document_id=row.document_id, source=rng.choice(SOURCES), source_group=n)
                for n, row in enumerate(told)
            ),
            disagreements=disputed if rng.random() < 0.2 else (),
            independent_sources=len(told),
            summary="Gunmen attacked a village.",
        )


QUESTIONS: dict[str, Callable[[random.Random], dict[str, str]]] = {
    "everything": lambda rng: {"zoom": f"{rng.uniform(1, 4):.3f}"},
    "brush": lambda rng: {"date_from": f"{rng.randrange(2000, 2020)}-03-0{rng.randrange(1, 9)}", "date_to": "2024-06-01"},
    "box": lambda rng: {"box": f"{rng.uniform(-8, 0):.3f},0,{rng.uniform(10, 40):.3f},30"},
    "facet": lambda rng: {"actor": f'"{rng.choice(ACTORS)}"', "type": rng.choice(TYPES)},
    "words": lambda rng: {"text": f"gunmen {rng.randrange(300)}"},
}


def measure(url: str, rounds: int) -> dict[str, dict[str, float]]:
    """For page and numbers of each question, what it took."""
    rng = random.Random(SEED)
    with httpx.Client(base_url=url, timeout=120) as client:
        found = {"page first": ask(client, "/", [{}])}
        for name, question in QUESTIONS.items():
            for path, what in (("/", "page"), ("/api/overview", "numbers")):
                found[f"{what} {name}"] = ask(client, path, [question(rng) for _ in range(rounds)])
    return found


def ask(client: httpx.Client, path: str, questions: list[dict[str, str]]) -> dict[str, float]:
    """Ask one after the other; milliseconds."""
    walls, cpus = [], []
    for question in questions:
        began, busy = time.perf_counter(), time.process_time()
        client.get(path, params=question).raise_for_status()
        walls.append((time.perf_counter() - began) * 1000)
        cpus.append((time.process_time() - busy) * 1000)
    return {
        "median": round(statistics.median(walls), 1),
        "slowest": round(max(walls), 1),
        "cpu": round(statistics.median(cpus), 1),
    }


def serve(path: Path) -> tuple[str, uvicorn.Server, threading.Thread]:
    """The desk on a free port of this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(make_app(Settings(store=str(path))), host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    return f"http://127.0.0.1:{port}", server, thread


def main() -> None:
    """Fill, serve, ask."""
    parser = argparse.ArgumentParser(description="Time the desk's overview over many incidents.")
    parser.add_argument("--incidents", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--store", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.store or Path(folder) / "many.db"
        if not path.exists():
            with open_store(str(path)) as store, store.batch():
                fill(store, given.incidents)
        url, server, thread = serve(path)
        found = measure(url, given.rounds)
        server.should_exit = True
        thread.join(10)
    for name, row in found.items():
        print(f"{name:20} {row['median']:9.1f} {row['slowest']:9.1f} ms, computing {row['cpu']:9.1f} ms")
    print(json.dumps({"incidents": given.incidents, **found}))


if __name__ == "__main__":
    main()
