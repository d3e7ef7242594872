"""Opening a store: made, updated, refused."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

import crossread.store.migrate as migrate_module
from crossread.errors import StoreError
from crossread.store import open_store
from crossread.store.migrate import NEWEST, upgrade
from crossread.store.open import _address
from crossread.store.tables import metadata


def test_the_newest_revision_is_the_last_migration():
    """The constant that spares loading Alembic is the head of the migrations, and there is one head."""
    scripts = ScriptDirectory(str(Path(migrate_module.__file__).parent / "migrations"))
    assert scripts.get_heads() == [NEWEST]


def test_migrations_make_the_tables_that_the_code_uses(store, store_url):
    """Tables, columns, and unique and foreign keys of a migrated store are those the code is written for."""
    engine = create_engine(store_url)
    found = inspect(engine)
    for table in metadata.sorted_tables:
        columns = {column["name"]: column["nullable"] for column in found.get_columns(table.name)}
        assert columns == {column.name: bool(column.nullable) for column in table.columns}, table.name
        keys = {tuple(key["constrained_columns"]) for key in found.get_foreign_keys(table.name)}
        assert keys == {tuple(key.column_keys) for key in table.foreign_key_constraints}, table.name
        indexes = {tuple(index["column_names"]) for index in found.get_indexes(table.name) if not index["unique"]}
        assert indexes - {(None,)} == {tuple(index.columns.keys()) for index in table.indexes}, table.name
    engine.dispose()


def test_an_older_store_is_updated_with_what_is_in_it(store_url, build_sample):
    """A store of the first revision, with documents, is opened, updated, and its documents are found by the new search."""
    with open_store(store_url):
        pass  # the backend's own way of connecting is needed below; drop everything but that
    engine = create_engine(store_url)
    with engine.begin() as connection:
        _drop_all(connection)
    with engine.begin() as connection:
        upgrade(connection, "0001")
        row = {"id": "doc_1", "reader": "text@1", "text": "Une attaque à Gossi.", "added_at": "2024-01-01"}
        names = ", ".join(row)
        connection.execute(text(f"INSERT INTO documents ({names}) VALUES (:{', :'.join(row)})"), row)
    engine.dispose()
    with open_store(store_url) as store:
        assert [document.id for document in store.iter_documents(text="a gossi")] == ["doc_1"]


def _drop_all(connection) -> None:
    if connection.dialect.name == "sqlite":
        tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        for name in sorted(tables, key=lambda name: name != "document_search"):
            if not name.startswith("sqlite_") and not name.startswith("document_search_"):
                connection.execute(text(f"DROP TABLE IF EXISTS {name}"))
    else:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))


def test_a_newer_store_is_refused_and_left_alone(store_url):
    """A store that a later crossread made is not touched, and the error says to update."""
    with open_store(store_url):
        pass
    engine = create_engine(store_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    with pytest.raises(StoreError, match="newer crossread") as caught:
        open_store(store_url)
    assert caught.value.found == "revision 0999"
    with engine.begin() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "0999"
    engine.dispose()


def test_somebody_elses_database_is_refused(store_url):
    """A database with other tables in it is not turned into a store."""
    if store_url.startswith("sqlite"):
        sqlite3.connect(store_url.removeprefix("sqlite:///")).close()
    engine = create_engine(store_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))
    engine.dispose()
    with pytest.raises(StoreError, match="somebody else's") as caught:
        open_store(store_url)
    assert "recipes" in str(caught.value)


def test_what_cannot_be_a_store_is_refused(tmp_path):
    """A text file, a folder, a missing folder, memory and unknown addresses are refused, each with its reason."""
    notes = tmp_path / "notes.txt"
    notes.write_text("not a database at all")
    cases = {
        str(notes): "not a store",
        str(tmp_path): "is a folder",
        str(tmp_path / "none" / "s.db"): "does not exist",
        ":memory:": "kept in a file",
        "": "kept in a file",
        "sqlite:///:memory:": "cannot be opened",
        "mysql://host/database": "cannot be opened",
        "://": "cannot be read",
    }
    for url, told in cases.items():
        with pytest.raises(StoreError, match=told):
            open_store(url)
    assert notes.read_text() == "not a database at all"


def test_a_damaged_database_is_told_of(tmp_path):
    """A file that starts like a database and is none gives a StoreError, not the driver's own."""
    path = tmp_path / "s.db"
    path.write_bytes(b"SQLite format 3\x00" + os.urandom(4096))
    with pytest.raises(StoreError, match=r"s\.db"):
        open_store(str(path))


def test_a_password_is_never_shown():
    """An address that cannot be reached is told of without its password."""
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError) as caught:
        open_store("postgresql://me:secret@127.0.0.1:1/none?connect_timeout=2")
    assert "secret" not in str(caught.value)
    assert "me:***@127.0.0.1" in str(caught.value)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("reports.db", "sqlite:///reports.db"),
        ("/data/reports.db", "sqlite:////data/reports.db"),
        ("sqlite:////data/reports.db", "sqlite:////data/reports.db"),
        ("postgresql://me@host/reports", "postgresql+psycopg://me@host/reports"),
        ("postgresql+psycopg://me@host/reports", "postgresql+psycopg://me@host/reports"),
    ],
)
def test_addresses(given, shown):
    """A path is SQLite, a PostgreSQL address gets the driver that crossread brings."""
    assert str(_address(given)) == shown


def test_sqlite_is_set_up_for_one_writer_and_many_readers(tmp_path):
    """Every connection has the write-ahead log, foreign keys, a patient wait and guarded triggers."""
    with open_store(str(tmp_path / "s.db")) as store, store._reading() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "busy_timeout")
        }
    assert found == {
        "journal_mode": "wal",
        "synchronous": 1,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "busy_timeout": 60_000,
    }
