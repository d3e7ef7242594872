"""Rows a page at a time, in the order they came in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Select, Table

# Rows fetched at once. Documents are the biggest rows (some kilobytes each), so a page stays near a megabyte.
PAGE = 256
# Ids in one condition (older SQLite takes 999 values in a statement), or rows written at once.
CHUNK = 500

Reading = Callable[[], AbstractContextManager[Connection]]


def iter_pages(reading: Reading, query: Select[Any], table: Table) -> Iterator[Any]:
    """The rows of a query that selects `table.number`. Nothing is held open between pages: write at will."""
    last = 0
    while True:
        with reading() as connection:
            page = query.where(table.c.number > last).order_by(table.c.number).limit(PAGE)
            rows = connection.execute(page).all()
        yield from rows
        if len(rows) < PAGE:
            return
        last = rows[-1].number
