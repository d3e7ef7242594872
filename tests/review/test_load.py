"""A small load on a real server: no decision lost, doubled or made in spite of a refusal, and both logs whole, on both stores.

How fast it is, `benchmarks/desk_load.py` says; a test on a shared machine cannot.
"""

from __future__ import annotations

import pytest
from benchmarks.desk_load import measure
from tests.store.conftest import postgres_server, store_url

__all__ = ["postgres_server", "store_url"]  # fixtures: a SQLite file, and a PostgreSQL server that the test starts


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_nothing_is_lost_or_doubled_under_load(store_url: str) -> None:
    """Eight readers and four writers for some seconds, double clicks among them."""
    told = measure(store_url, readers=8, writers=4, seconds=8)
    assert told["failures"] == []
    assert told["decisions"]
    assert (told["lost"], told["doubled"], told["ghosts"]) == (0, 0, 0)
    assert told["audit_whole"]
    assert int(str(told["audit_entries"])) > int(str(told["decisions"]))
