"""The users of a store: who may sign in and as what. Every change stands in the audit log."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from crossread import patterns as re
from crossread.errors import NotFoundError, RecordError
from crossread.records import ROLES, User
from crossread.store.audit import insert_entry
from crossread.store.clock import now
from crossread.store.pages import Reading
from crossread.store.passwords import hash_password, is_password
from crossread.store.tables import sessions, users

NAME = re.compile(r"\w[\w .'’@-]{0,58}\w")
TAKEN = ("desk", "crossread", "unknown")  # written by the desk without users, by the log itself, by a system without names


class Users:
    """Add, list and change users, and check who signs in."""

    def __init__(self, reading: Reading, writing: Reading) -> None:
        self._reading = reading
        self._writing = writing

    def __iter__(self) -> Iterator[User]:
        """All users in the order in which they were added, those that are disabled too."""
        with self._reading() as connection:
            rows = connection.execute(select(users).order_by(users.c.number)).all()
        return (_user(row) for row in rows)

    def add(self, name: str, *, role: str, password: str, by: str) -> User:
        """A new user; `by` is who adds them. A name that is taken, in whatever case, is refused, also if it is disabled."""
        name = check_user_name(name)
        _check_role(role)
        kept = hash_password(password, name=name)
        row = {"key": _key(name), "name": name, "role": role, "password": kept, "disabled": False, "made_at": now()}
        with self._writing() as connection:
            if connection.execute(select(users.c.number).where(users.c.key == row["key"])).first():
                raise RecordError("There is a user of that name.", found=name, next_step="Choose another name.")
            connection.execute(insert(users), [row])
            _log(connection, by, name, {"change": "added", "role": role})
        return User(name=name, role=role, made_at=datetime.fromisoformat(str(row["made_at"])))

    def get(self, name: str) -> User:
        """The user of that name, in whatever case."""
        with self._reading() as connection:
            return _user(_row(connection, name))

    def set_role(self, name: str, role: str, *, by: str) -> None:
        """Let the user do more or less from now on."""
        _check_role(role)
        self._change(name, {"role": role}, by=by, told={"change": "role", "role": role})

    def set_password(self, name: str, password: str, *, by: str) -> None:
        """A new password; whoever is signed in under the old one is signed out."""
        kept = hash_password(password, name=_key(name))
        self._change(name, {"password": kept}, by=by, told={"change": "password"}, ends=True)

    def set_disabled(self, name: str, *, disabled: bool, by: str) -> None:
        """Shut a user out at once, or let them in again. What they decided stays under their name."""
        told = {"change": "disabled" if disabled else "enabled"}
        self._change(name, {"disabled": disabled}, by=by, told=told, ends=disabled)

    def check(self, name: str, password: str) -> User | None:
        """The user if name and password are right and they may sign in; else None, after the same time."""
        with self._reading() as connection:
            row = connection.execute(select(users).where(users.c.key == _key(name))).first()
        right = is_password(password, row.password if row else None)
        return _user(row) if row and right and not row.disabled else None

    def _change(self, name: str, values: dict[str, Any], *, by: str, told: dict[str, Any], ends: bool = False) -> None:
        with self._writing() as connection:
            row = _row(connection, name)
            connection.execute(update(users).where(users.c.number == row.number).values(**values))
            if ends:
                connection.execute(delete(sessions).where(sessions.c.user == row.name))
            _log(connection, by, row.name, told)


def _log(connection: Connection, by: str, name: str, told: dict[str, Any]) -> None:
    insert_entry(connection, who=by, action="user", subject=name, detail=told)


def _row(connection: Connection, name: str) -> Any:
    row = connection.execute(select(users).where(users.c.key == _key(name))).first()
    if row is None:
        raise NotFoundError("There is no user of that name.", found=name, next_step="`crossread account list` shows them all.")
    return row


def _user(row: Any) -> User:
    return User(name=row.name, role=row.role, disabled=row.disabled, made_at=datetime.fromisoformat(row.made_at))


def _key(name: str) -> str:
    """What a name is known by: case and ways of typing it do not make it another."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def check_user_name(name: str) -> str:
    """The name as it is kept; `RecordError` for one that no user may have: too short or long, odd signs, or one of `TAKEN`."""
    name = unicodedata.normalize("NFKC", name).strip()
    if not NAME.fullmatch(name) or _key(name) in TAKEN:
        raise RecordError(
            "That cannot be a user's name.",
            expected=f"2 to 60 letters, digits, spaces or . - @ ', and none of {', '.join(TAKEN)}",
            found=repr(name),
        )
    return name


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise RecordError("There is no such role.", expected=", ".join(ROLES), found=role)
