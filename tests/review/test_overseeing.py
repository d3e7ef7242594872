"""An admin sees who may sign in and what was done; nobody else does, and nobody sees a secret."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from sqlalchemy import create_engine, text
from tests.review.visitor import USERS, Visitor

from crossread.store import open_store

Come = Callable[[str | None], Visitor]


def test_the_pages_tell_what_the_store_holds(come: Come, shared_path: Path) -> None:
    """Every user with their role, tokens without their secret, every entry of the log under the name of who did it."""
    with open_store(str(shared_path)) as store:
        _, secret = store.read_tokens.add(store.users.get("Rosa"), label="weekly table", days=9, by="test")
    awa, root = come("Awa"), come("Root Keeper")
    assert awa.judge(awa.incidents()[0]).status_code == 200
    page = root.client.get("/accounts").text
    rows = html.fromstring(page).xpath("//table[1]/tbody/tr")
    assert {row.xpath("string(td[1])"): row.xpath("string(td[2])") for row in rows if len(row) == 4} == USERS
    assert "weekly table" in page
    assert secret not in page
    log = html.fromstring(root.client.get("/audit").text).xpath("//tbody/tr")
    assert [log[0].xpath("string(td[3])"), log[0].xpath("string(td[4])")] == ["Awa", "decision: accept"]
    assert len(log) == int(log[0].xpath("string(td[1])"))
    assert len(html.fromstring(root.client.get("/audit", params={"before": 3}).text).xpath("//tbody/tr")) == 2
    assert "It is whole" in root.client.get("/audit", params={"verify": "1"}).text


def test_a_log_that_was_changed_is_told(come: Come, shared_path: Path) -> None:
    """Somebody got around the database's own guard: the page says where."""
    engine = create_engine(f"sqlite:///{shared_path}")
    with engine.begin() as connection:
        for name in connection.execute(text("select name from sqlite_master where type = 'trigger' and tbl_name = 'audit'")):
            connection.execute(text(f"drop trigger {name[0]}"))
        connection.execute(text("update audit set who = 'nobody' where number = 2"))
    engine.dispose()
    assert "not whole" in come("Root Keeper").client.get("/audit", params={"verify": "1"}).text


@pytest.mark.parametrize("name", ["Rosa", "Awa", "Ada"])
def test_nobody_else_sees_them(come: Come, name: str) -> None:
    """Neither reader nor coder nor adjudicator: what one coder read stays covered from another."""
    guest = come(name)
    assert [guest.client.get(address).status_code for address in ("/accounts", "/audit")] == [403, 403]
    assert "/audit" not in guest.client.get("/account").text
