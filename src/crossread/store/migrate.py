"""Bring a store to the tables this version of crossread works with, or say why not."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from crossread import __version__
from crossread.errors import StoreError

# The newest file in migrations/versions; a test compares them. Kept here so that opening a store does not load Alembic.
NEWEST = "0009"


def migrate(engine: Engine, *, where: str) -> None:
    """Make or update the tables in one transaction; refuse a newer store and a database that is somebody else's."""
    with engine.connect() as connection:
        if _revision(connection) == NEWEST:
            return
    with engine.execution_options(writes=True).begin() as connection:
        revision = _revision(connection)  # again, now that nobody else writes: another process may have done it
        if revision != NEWEST:
            _refuse(connection, revision, where=where)
            upgrade(connection, NEWEST)


def upgrade(connection: Connection, revision: str) -> None:
    """Run the migrations up to `revision` in the connection's transaction."""
    from alembic import command  # loading Alembic takes a third of a second, and an up-to-date store never needs it
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if row is None else str(row)


def _refuse(connection: Connection, revision: str | None, *, where: str) -> None:
    if revision is not None and revision > NEWEST:
        raise StoreError(
            "The store was made by a newer crossread.",
            where=where,
            expected=f"revision {NEWEST} or older (crossread {__version__})",
            found=f"revision {revision}",
            next_step="Update crossread (pip install --upgrade crossread), or name another store with --store.",
        )
    tables = inspect(connection).get_table_names()
    if revision is None and tables:
        raise StoreError(
            "The database holds somebody else's tables.",
            where=where,
            expected="a store made by crossread, or an empty database",
            found=f"tables {', '.join(sorted(tables)[:5])}",
            next_step="Name another store with --store; a new one is made if it is missing.",
        )
