"""`crossread account` and `crossread token`: users are added, changed and shut out from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from crossread.cli.door import app
from crossread.errors import NotFoundError, RecordError
from crossread.store import open_store

PASSWORD = "four words in a row"


@pytest.fixture
def store(tmp_path: Path) -> str:
    path = str(tmp_path / "s.db")
    open_store(path).close()
    return path


def crossread(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), input=typed, env={"COLUMNS": "200", "NO_COLOR": "1"})


def test_a_user_from_the_first_day_to_the_last(store: str) -> None:
    """Added, listed, given more to do and a new password, shut out and let in: each is what the store then holds."""
    added = crossread("account", "add", "Awa", "--role", "admin", "--store", store, typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert "Awa may sign in as admin." in added.output
    assert PASSWORD not in added.output
    crossread("account", "add", "Moussa", "--password-stdin", "--store", store, typed=f"{PASSWORD}\n")
    rows = json.loads(crossread("account", "list", "--json", "--store", store).output)
    assert [(row["name"], row["role"], row["disabled"]) for row in rows] == [
        ("Awa", "admin", False),
        ("Moussa", "coder", False),
    ]
    assert not any("password" in row for row in rows)
    assert "adjudicator" in crossread("account", "role", "moussa", "adjudicator", "--store", store).output
    changed = crossread("account", "password", "Moussa", "--password-stdin", "--store", store, typed="quite another one\n")
    assert changed.output == "Moussa has a new password.\n"
    with open_store(store) as opened:
        assert opened.users.check("Moussa", "quite another one") is not None
    assert "disabled" in crossread("account", "disable", "Moussa", "--store", store).output
    with open_store(store) as opened:
        assert opened.users.check("Moussa", "quite another one") is None
    assert "disabled" not in crossread("account", "enable", "Moussa", "--store", store).output


def test_what_cannot_be_is_refused(store: str) -> None:
    """A short password, a role that is none, a user that is not there."""
    short = crossread("account", "add", "Awa", "--password-stdin", "--store", store, typed="short\n")
    assert isinstance(short.exception, RecordError)
    role = crossread("account", "add", "Awa", "--role", "king", "--password-stdin", "--store", store, typed=f"{PASSWORD}\n")
    assert role.exit_code == 2
    assert "adjudicator" in role.output
    assert isinstance(crossread("account", "disable", "Awa", "--store", store).exception, NotFoundError)
    assert "no user yet" in crossread("account", "list", "--store", store).output


def test_a_token_is_shown_once_and_can_be_ended(store: str) -> None:
    """The secret opens, stands in no list, and opens nothing once revoked."""
    crossread("account", "add", "Awa", "--password-stdin", "--store", store, typed=f"{PASSWORD}\n")
    made = crossread("token", "add", "Awa", "--label", "nightly", "--days", "7", "--store", store)
    secret = made.output.splitlines()[0]
    (row,) = json.loads(crossread("token", "list", "--json", "--store", store).output)
    assert (row["user"], row["label"], row["revoked"]) == ("Awa", "nightly", False)
    assert secret not in json.dumps(row)
    with open_store(store) as opened:
        assert opened.read_tokens.find(secret) is not None
    assert crossread("token", "revoke", row["id"], "--store", store).exit_code == 0
    assert "revoked" in crossread("token", "list", "--store", store).output
    with open_store(store) as opened:
        assert opened.read_tokens.find(secret) is None
