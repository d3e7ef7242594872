"""A folder of reports written for these tests, and the tools to read it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from rule_extractor import RuleExtractor

from crossread.flow import Bench
from crossread.normalize import Normalizer
from crossread.read import ReadOptions
from crossread.store import Store, open_store

TOWNS = ("Gao", "Gossi", "Ansongo", "Douentza", "Bandiagara", "Koro", "Djibo", "Dori")
GROUPS = ("traders", "soldiers", "villagers")


def write_reports(folder: Path, count: int) -> Path:
    """`count` reports, each of one incident and some of two: four of five as files of their own, the rest rows of one table."""
    folder.mkdir()
    rows = []
    for number in range(count):
        text = report(number)
        if number % 5:
            (folder / f"report-{number:04}.txt").write_text(text, encoding="utf-8")
        else:
            rows.append({"external_id": f"row-{number}", "source": "Radio Liptako", "published": "2021-04-01", "text": text})
    table = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (folder / "table.jsonl").write_text(table, encoding="utf-8")
    return folder


def report(number: int) -> str:
    town, day = TOWNS[number % len(TOWNS)], number % 28 + 1
    group = GROUPS[number % len(GROUPS)]
    lines = [
        f"Report {number} of the market watch.",
        f"Gunmen attacked the market in {town} on {day} March 2021, and {number % 9 + 2} {group} were killed.",
        f"The town of {town} holds its market on Wednesdays.",
    ]
    if number % 3 == 0:
        lines.append(f"A mine exploded near {TOWNS[(number + 3) % len(TOWNS)]} on {day} March 2021.")
    return "\n\n".join(lines)


@pytest.fixture(scope="session")
def normalizer() -> Normalizer:
    """The real one, loaded once."""
    return Normalizer()


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Forty reports."""
    return write_reports(tmp_path / "reports", 40)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "crossread.db")) as opened:
        yield opened


@pytest.fixture
def bench(store: Store, normalizer: Normalizer) -> Bench:
    """The real reader, normalizer and store with the rule extractor."""
    return Bench(store=store, extractor=RuleExtractor(), normalizer=normalizer, options=ReadOptions())


@pytest.fixture(name="write_reports", scope="session")
def _write_reports():
    return write_reports
