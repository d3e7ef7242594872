"""The PostgreSQL side of a store: many readers, one writer at a time, as on SQLite."""

from __future__ import annotations

import psycopg
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import OperationalError

from crossread.errors import StoreError

# Any fixed number would do: it is the name of crossread's lock on the server ("cros" as bytes).
WRITER_LOCK = 0x63726F73


def open_postgres(url: URL) -> Engine:
    """An engine on the database at `url`, which must exist and hold text in UTF-8."""
    engine = create_engine(url, pool_pre_ping=True)
    event.listen(engine, "begin", _begin)
    try:
        with engine.connect() as connection:
            encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
    except OperationalError as error:
        engine.dispose()
        raise StoreError(
            "The PostgreSQL server cannot be reached.",
            where=url.render_as_string(hide_password=True),
            found=str(error.orig).strip().splitlines()[0] if error.orig else str(error),
            next_step=f"Check host, database, user and password (psycopg {psycopg.__version__}).",
        ) from error
    if encoding != "UTF8":
        engine.dispose()
        raise StoreError(
            "Reports come in every script, and this database cannot hold them.",
            where=url.render_as_string(hide_password=True),
            expected="server_encoding UTF8",
            found=str(encoding),
            next_step="Make the database with `CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0`.",
        )
    return engine


def _begin(connection: Connection) -> None:
    """A writer holds crossread's lock to the end of its transaction, so judgements and ids follow one order."""
    if connection.get_execution_options().get("writes", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")
