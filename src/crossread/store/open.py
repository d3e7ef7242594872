"""From an address to an open store."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError

from crossread.errors import StoreError
from crossread.store.migrate import migrate
from crossread.store.sqlite import open_sqlite
from crossread.store.store import Store

KINDS = "a path such as crossread.db, sqlite:///PATH, or postgresql://USER@HOST/DATABASE"


def open_store(url: str) -> Store:
    """The store at a path or address, made if it is new, updated if it is older; a newer one is refused with `StoreError`."""
    address = _address(url)
    if address.drivername == "sqlite":
        where, engine = str(address.database), open_sqlite(Path(str(address.database)))
    else:
        from crossread.store.postgres import open_postgres  # psycopg is an extra: only those who use it need it

        where, engine = address.render_as_string(hide_password=True), open_postgres(address)
    try:
        migrate(engine, where=where)
    except DatabaseError as error:
        engine.dispose()
        raise StoreError(
            "The store cannot be opened.",
            where=where,
            expected="a crossread store that is whole",
            found=str(error.orig),
            next_step=_next_step(str(error.orig)),
        ) from error
    except StoreError:
        engine.dispose()
        raise
    return Store(engine, where=where)


def _next_step(found: str) -> str:
    if "locked" in found:
        return "Another program has it in hand: wait until that has ended, and give the command again."
    return "Take the last copy of it, or read the reports into a new store: `crossread read PATH… --store NEW.db`."


def _address(url: str) -> URL:
    if "://" not in url:
        if not url or url == ":memory:":
            raise StoreError(
                "A store is kept in a file, so that it outlives the program.", expected=KINDS, found=url or "nothing"
            )
        return URL.create("sqlite", database=url)
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise StoreError("The address of the store cannot be read.", expected=KINDS, found=url) from error
    if address.drivername == "sqlite" and address.database and address.database != ":memory:":
        return address
    if address.drivername in ("postgresql", "postgresql+psycopg"):
        return address.set(drivername="postgresql+psycopg")
    found = address.render_as_string(hide_password=True)
    raise StoreError("A store of this kind cannot be opened.", expected=KINDS, found=found)
