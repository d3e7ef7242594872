"""The SQLite side of a store: one file, many readers, one writer at a time."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from crossread.errors import StoreError

logger = logging.getLogger(__name__)

# How long a second writer waits for the first. A batch of 16 documents commits in well under a second; rebuilding the incidents
# of 100,000 documents can hold the pen for some tens of seconds.
BUSY_TIMEOUT_MS = 60_000
QUIET_MS = 2_000  # of that before it is said
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)

# Connections beyond the five that are kept open: a web server asks from up to 40 threads at once.
POOL = 35

# WAL lets readers go on while one process writes. With synchronous=NORMAL a commit survives the death of the process, always;
# only a power cut may lose the last commits, and even that never leaves half of one.
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}",
)


def open_sqlite(path: Path) -> Engine:
    """An engine on the file at `path`, which is made if it is missing; its folder is not."""
    if not path.parent.is_dir():
        raise StoreError(
            "The folder of the store does not exist.",
            where=str(path),
            expected=f"a folder {path.parent}",
            next_step="Make the folder, or name another store with --store.",
        )
    _refuse_other_files(path)
    engine = create_engine(URL.create("sqlite", database=str(path)), max_overflow=POOL)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _refuse_other_files(path: Path) -> None:
    """Say plainly that a file is no SQLite database, before the driver says it in its own words."""
    if path.is_dir():
        raise StoreError("The store is a folder.", where=str(path), expected="a file such as crossread.db")
    if path.exists() and path.stat().st_size:
        with path.open("rb") as file:
            head = file.read(16)
        if head != b"SQLite format 3\x00":
            raise StoreError(
                "This file is not a store.",
                where=str(path),
                expected="a SQLite database made by crossread",
                found=f"a file that starts with {head!r}",
                next_step="Name another file with --store; a new one is made if it is missing.",
            )


def _set_up(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver would open transactions late and leave out tables; `_begin` opens them
    cursor = connection.cursor()
    cursor.execute(PRAGMAS[-1])
    for pragma in PRAGMAS[:-1]:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    """A writer takes the pen when it begins, not at its first row: two writers wait for each other and never collide."""
    if not connection.get_execution_options().get("writes", False):
        connection.exec_driver_sql("BEGIN")
        return
    driver = connection.connection.driver_connection
    if driver is None:
        raise StoreError("The connection to the store is closed.", next_step="Open it again.")
    try:
        _take_pen(driver)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode not in _BUSY:
            raise
        raise StoreError(
            "Another program is writing to the store and does not end.",
            where=str(connection.engine.url.database),
            expected=f"the store free within {BUSY_TIMEOUT_MS // 1000} seconds",
            found=str(error),
            next_step="Wait until that program has ended, or stop it, and try again; nothing was changed.",
        ) from error


def _take_pen(driver: sqlite3.Connection) -> None:
    """Begin to write, and say so where somebody has to wait for another writer longer than a batch takes."""
    driver.execute(f"PRAGMA busy_timeout={QUIET_MS}")
    try:
        driver.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode not in _BUSY:
            raise
        logger.warning("Another program is writing to the store; waiting for it, up to %d seconds.", BUSY_TIMEOUT_MS // 1000)
        driver.execute(PRAGMAS[-1])
        driver.execute("BEGIN IMMEDIATE")
    else:
        driver.execute(PRAGMAS[-1])
