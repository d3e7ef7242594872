"""Users, their sessions and tokens, and what reviewers have in hand."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import create_engine, text

from crossread.errors import NotFoundError, RecordError

PASSWORD = "four words in a row"


@pytest.fixture
def awa(store):
    return store.users.add("Awa Traoré", role="coder", password=PASSWORD, by="root")


def test_only_the_right_password_lets_in(store, awa):
    """Case and way of typing of the name do not matter, those of the password do; who is disabled stays out."""
    assert store.users.check("  awa TRAORE\u0301 ", PASSWORD) == awa
    for name, password in (("Awa Traoré", PASSWORD.upper()), ("Awa Traoré", ""), ("Nobody", PASSWORD), ("Nobody", "")):
        assert store.users.check(name, password) is None
    store.users.set_disabled("Awa Traoré", disabled=True, by="root")
    assert store.users.check("Awa Traoré", PASSWORD) is None
    store.users.set_disabled("Awa Traoré", disabled=False, by="root")
    assert store.users.check("Awa Traoré", PASSWORD) == awa


def test_no_password_and_no_secret_is_kept(store, store_url, awa):
    """The database holds an argon2id hash of the password and hashes of sessions and tokens, none of them in words."""
    session = store.sessions.open(awa)
    _, token = store.read_tokens.add(awa, label="a script", days=1, by="root")
    engine = create_engine(store_url)
    with engine.connect() as connection:
        tables = ("users", "sessions", "read_tokens", "audit")
        rows = [str(row) for table in tables for row in connection.execute(text(f"SELECT * FROM {table}"))]
    engine.dispose()
    assert any("$argon2id$" in row for row in rows)
    assert not [row for row in rows for secret in (PASSWORD, session, token) if secret in row]


@pytest.mark.parametrize("name", ["awa traoré", "AWA TRAORÉ", "desk", "x", "", "a\nb", "<b>x</b>", "n" * 61])
def test_a_name_that_is_taken_or_none_is_refused(store, awa, name):
    """Nobody gets a name that stands beside somebody else's decisions."""
    with pytest.raises(RecordError):
        store.users.add(name, role="coder", password=PASSWORD, by="root")
    assert [row.name for row in store.users] == ["Awa Traoré"]


@pytest.mark.parametrize("password", ["short", "x" * 1001, "Moussa Diallo"])
def test_a_password_that_is_none_is_refused(store, password):
    """Too short, too long, or the name."""
    with pytest.raises(RecordError, match="password"):
        store.users.add("Moussa Diallo", role="coder", password=password, by="root")
    assert list(store.users) == []


def test_a_session_ends_by_time_by_signing_out_and_with_the_user(store, store_url, awa):
    """After each of these the secret opens nothing."""
    first, second, third = (store.sessions.open(awa) for _ in range(3))
    assert store.sessions.find(first) == awa
    store.sessions.close(first)
    assert [store.sessions.find(secret) for secret in (first, second)] == [None, awa]
    engine = create_engine(store_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE sessions SET until = '2020-01-01T00:00:00.000000+00:00'"))
    engine.dispose()
    assert store.sessions.find(second) is None
    fourth = store.sessions.open(awa)
    store.users.set_disabled("Awa Traoré", disabled=True, by="root")
    assert [store.sessions.find(secret) for secret in (third, fourth)] == [None, None]


def test_a_new_password_ends_all_sessions(store, awa):
    """Who got hold of the old one is out."""
    secret = store.sessions.open(awa)
    store.users.set_password("awa traoré", "another four words here", by="root")
    assert store.sessions.find(secret) is None
    assert store.users.check("Awa Traoré", "another four words here") is not None


def test_a_token_reads_until_it_is_revoked_or_its_user_disabled(store, awa):
    """Its role is the user's own of the moment; a session's secret is no token."""
    made, secret = store.read_tokens.add(awa, label="nightly script", days=30, by="root")
    assert (made.user, made.label, secret[:4]) == ("Awa Traoré", "nightly script", "crt_")
    assert store.read_tokens.find(secret) == awa
    assert store.read_tokens.find(store.sessions.open(awa)) is None
    store.users.set_disabled("Awa Traoré", disabled=True, by="root")
    assert store.read_tokens.find(secret) is None
    store.users.set_disabled("Awa Traoré", disabled=False, by="root")
    store.read_tokens.revoke(made.id, by="root")
    assert store.read_tokens.find(secret) is None
    assert [row.revoked for row in store.read_tokens] == [True]
    with pytest.raises(NotFoundError):
        store.read_tokens.revoke("tok_none", by="root")
    with pytest.raises(RecordError):
        store.read_tokens.add(awa, label="for ever", days=4000, by="root")


def test_every_change_of_users_stands_in_the_audit_log(store, awa):
    """Who changed what, without any secret; signing in is none of it."""
    store.users.set_role("Awa Traoré", "adjudicator", by="Moussa")
    store.users.set_password("Awa Traoré", "another four words here", by="Moussa")
    store.users.set_disabled("Awa Traoré", disabled=True, by="Moussa")
    made, _ = store.read_tokens.add(awa, label="x", days=1, by="Moussa")
    store.read_tokens.revoke(made.id, by="Moussa")
    with pytest.raises(RecordError):
        store.users.set_role("Awa Traoré", "emperor", by="Moussa")
    told = [(row.who, row.action, row.subject, row.detail["change"]) for row in list(store.audit)[1:]]
    assert told[0] == ("root", "user", "Awa Traoré", "added")
    assert told[1:] == [
        ("Moussa", action, "Awa Traoré", change)
        for action, change in [
            ("user", "role"),
            ("user", "password"),
            ("user", "disabled"),
            ("token", "added"),
            ("token", "revoked"),
        ]
    ]
    assert store.audit.verify() == []


def test_an_incident_is_in_one_hand_at_a_time(store):
    """Who comes second is told who is there; it is free once let go, or once its time is over."""
    assert store.leases.take("inc_1", "Awa").holder == "Awa"
    assert store.leases.take("inc_1", "Moussa").holder == "Awa"
    assert store.leases.take("inc_2", "Moussa").holder == "Moussa"
    assert {(row.subject, row.holder) for row in store.leases} == {("inc_1", "Awa"), ("inc_2", "Moussa")}
    store.leases.take("inc_3", "Awa")
    assert store.leases.find("inc_1") is None
    store.leases.release("Awa")
    assert store.leases.find("inc_3") is None
    store.leases.take("inc_4", "Awa", length=timedelta(seconds=-1))
    assert store.leases.find("inc_4") is None
    assert store.leases.take("inc_4", "Moussa").holder == "Moussa"
