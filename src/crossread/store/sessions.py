"""Who is signed in, and which programs may read: secrets are given out once, and only their hashes are kept."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, select, true, update

from crossread.errors import NotFoundError, RecordError
from crossread.records import ReadToken, User
from crossread.store.audit import insert_entry
from crossread.store.clock import later, now
from crossread.store.pages import Reading
from crossread.store.tables import read_tokens, sessions, users

SESSION = timedelta(hours=12)  # a working day: nobody signs in twice in one, and a forgotten browser is safe on the next
TOKEN_DAYS = 365  # at most
PREFIX = "crt_"  # so that a secret that leaks into a log or a repository can be searched for


class Sessions:
    """Sessions of people, each opened by a password and ended by time, by signing out, or with the user."""

    def __init__(self, reading: Reading, writing: Reading) -> None:
        self._reading = reading
        self._writing = writing

    def open(self, user: User) -> str:
        """The secret of a new session, for the user's browser."""
        secret = secrets.token_urlsafe(32)
        with self._writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.until <= now()))
            row = {"key": _key(secret), "user": user.name, "made_at": now(), "until": later(SESSION)}
            connection.execute(insert(sessions), [row])
        return secret

    def find(self, secret: str) -> User | None:
        """Whose session it is, if it still is one."""
        return _find_user(self._reading, sessions, _key(secret), true())

    def close(self, secret: str) -> None:
        """End it."""
        with self._writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.key == _key(secret)))


class ReadTokens:
    """Tokens with which programs read the API, and do nothing else. Each ends by time, by being revoked, or with its user."""

    def __init__(self, reading: Reading, writing: Reading) -> None:
        self._reading = reading
        self._writing = writing

    def add(self, user: User, *, label: str, days: int, by: str) -> tuple[ReadToken, str]:
        """A new token and its secret, which is told here and never again."""
        check_token(label=label, days=days)
        secret = PREFIX + secrets.token_urlsafe(32)
        row = {"id": f"tok_{secrets.token_hex(4)}", "key": _key(secret), "user": user.name, "label": label.strip()}
        row |= {"made_at": now(), "until": later(timedelta(days=days))}
        with self._writing() as connection:
            connection.execute(insert(read_tokens), [{**row, "revoked": False}])
            detail = {"change": "added", "token": row["id"], "label": row["label"], "until": row["until"]}
            insert_entry(connection, who=by, action="token", subject=user.name, detail=detail)
            made = connection.execute(select(read_tokens).where(read_tokens.c.id == row["id"])).one()
        return _token(made), secret

    def __iter__(self) -> Iterator[ReadToken]:
        """All tokens, the oldest first, those that ended too; never their secrets."""
        with self._reading() as connection:
            rows = connection.execute(select(read_tokens).order_by(read_tokens.c.made_at)).all()
        return (_token(row) for row in rows)

    def find(self, secret: str) -> User | None:
        """Whose token it is, if it is still good."""
        return _find_user(self._reading, read_tokens, _key(secret), ~read_tokens.c.revoked)

    def revoke(self, token_id: str, *, by: str) -> None:
        """End it now."""
        with self._writing() as connection:
            row = connection.execute(select(read_tokens).where(read_tokens.c.id == token_id)).first()
            if row is None:
                raise NotFoundError(
                    "There is no token by that id.", found=token_id, next_step="`crossread token list` shows them."
                )
            connection.execute(update(read_tokens).where(read_tokens.c.id == token_id).values(revoked=True))
            insert_entry(connection, who=by, action="token", subject=row.user, detail={"change": "revoked", "token": row.id})


def check_token(*, label: str, days: int = TOKEN_DAYS) -> None:
    """Raise `RecordError` for a label of no or more than 80 characters, or an end that is no day within a year."""
    if not 1 <= days <= TOKEN_DAYS or not 1 <= len(label.strip()) <= 80:
        raise RecordError(
            "A token needs a label and an end.",
            expected=f"a label of 1 to 80 characters, 1 to {TOKEN_DAYS} days",
            found=f"{label!r}, {days} days",
        )


def _find_user(reading: Reading, table: Any, key: str, condition: ColumnElement[bool]) -> User | None:
    good = (table.c.key == key) & (table.c.until > now()) & ~users.c.disabled & condition
    with reading() as connection:
        row = connection.execute(select(users).join(table, table.c.user == users.c.name).where(good)).first()
    if row is None:
        return None
    return User(name=row.name, role=row.role, disabled=row.disabled, made_at=datetime.fromisoformat(row.made_at))


def _key(secret: str) -> str:
    """The secret's hash. It is random and long, so that a plain hash hides it as well as a slow one."""
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()


def _token(row: Any) -> ReadToken:
    return ReadToken(
        id=row.id,
        user=row.user,
        label=row.label,
        made_at=datetime.fromisoformat(row.made_at),
        until=datetime.fromisoformat(row.until).astimezone(UTC),
        revoked=row.revoked,
    )
