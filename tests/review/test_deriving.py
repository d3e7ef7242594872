"""Incidents derived at the desk are those that a rebuild from nothing gives, and many who wait are served together."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from crossread.config import Settings
from crossread.flow import rebuild_incidents, update_incidents
from crossread.records import Incident
from crossread.review import deriving
from crossread.review.deriving import Deriving
from crossread.store import open_store


def _incidents(path: Path) -> dict[str, Incident]:
    with open_store(str(path)) as store:
        return {row.id: row for row in store.iter_incidents()}


def _copied(path: Path, copy: Path) -> Path:
    """A copy of a store that is open elsewhere, what stands beside its file included."""
    with closing(sqlite3.connect(path)) as held, closing(sqlite3.connect(copy)) as new:
        held.backup(new)
    return copy


def test_incidents_that_follow_decisions_are_those_of_a_rebuild(desk: httpx.Client, store_path: Path, tmp_path: Path) -> None:
    """After each of many decisions of all kinds, the same incidents as a copy of the store gets from nothing."""
    rows = sorted(_incidents(store_path).values(), key=lambda row: -len(row.accounts))
    large = rows[0]
    told = {account.document_id for account in large.accounts}  # a merge takes one claim of each report
    small = next(row for row in reversed(rows) if not told & {account.document_id for account in row.accounts})
    steps = [
        ("/judge", {"kind": "accept", "subject": large.id}),
        ("/judge", {"kind": "dismiss", "subject": small.id, "reason": "a test"}),
        ("/judge", {"kind": "different", "subject": large.accounts[-1].claim_id, "other": large.id}),
        ("/judge", {"kind": "same", "subject": large.id, "other": small.id, "seen": "1"}),
        ("/undo", {}),
        ("/correct", {"claim": large.accounts[0].claim_id, "slot": "type", "code": "abduction"}),
        ("/undo", {}),
        ("/undo", {}),
    ]
    for number, (path, form) in enumerate(steps):
        assert desk.post(path, data=form).status_code == 200, (path, form)
        copy = _copied(store_path, tmp_path / f"copy{number}.db")
        with open_store(str(copy)) as store:
            rebuild_incidents(store, Settings().policy)
        assert _incidents(copy) == _incidents(store_path), (path, form)


def test_one_derivation_serves_all_who_wrote_before_it_began(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight at once: more than one derivation, because the first began before the others came, but far from eight."""
    begun: list[float] = []

    def slow(*arguments: object, **more: object) -> object:
        begun.append(time.monotonic())
        time.sleep(0.3)
        return update_incidents(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(deriving, "update_incidents", slow)
    with open_store(str(store_path)) as store:
        shared = Deriving(store, Settings(store=str(store_path)))
        served: list[bool] = []

        def ask() -> None:
            mine = time.monotonic()
            shared.derive()
            served.append(any(moment >= mine for moment in begun))

        hands = [threading.Thread(target=ask) for _ in range(8)]
        for hand in hands:
            hand.start()
        for hand in hands:
            hand.join()
    assert served == [True] * 8
    assert len(begun) <= 4
