"""Which incident each reviewer has in hand: a lease of some minutes, so that two do not decide the same thing at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select

from crossread.records import Lease
from crossread.store.clock import later, now
from crossread.store.pages import Reading
from crossread.store.tables import leases

# Long enough to read an incident with ten accounts, short enough that one who went to lunch holds nobody up.
LENGTH = timedelta(minutes=5)


class Leases:
    """At most one incident to a reviewer, at most one reviewer to an incident."""

    def __init__(self, reading: Reading, writing: Reading) -> None:
        self._reading = reading
        self._writing = writing

    def take(self, subject: str, holder: str, *, length: timedelta = LENGTH) -> Lease:
        """The lease on the incident: the holder's own, new or longer, or that of whoever has it in hand already.

        What the holder had in hand before is let go.
        """
        with self._writing() as connection:
            mine = (leases.c.holder == holder) & (leases.c.subject != subject)
            connection.execute(delete(leases).where((leases.c.until <= now()) | mine))
            row = connection.execute(select(leases).where(leases.c.subject == subject)).first()
            if row is not None and row.holder != holder:
                return _lease(row)
            until = later(length)
            if row is None:
                connection.execute(insert(leases), [{"subject": subject, "holder": holder, "until": until}])
            else:
                connection.execute(leases.update().where(leases.c.subject == subject).values(until=until))
        return Lease(subject=subject, holder=holder, until=datetime.fromisoformat(until))

    def __iter__(self) -> Iterator[Lease]:
        """Those that hold at this moment."""
        with self._reading() as connection:
            rows = connection.execute(select(leases).where(leases.c.until > now()).order_by(leases.c.until)).all()
        return (_lease(row) for row in rows)

    def find(self, subject: str) -> Lease | None:
        """Who has the incident in hand, if anybody."""
        return next((row for row in self if row.subject == subject), None)

    def release(self, holder: str) -> None:
        """Let go of what the holder has in hand."""
        with self._writing() as connection:
            connection.execute(delete(leases).where(leases.c.holder == holder))


def _lease(row: Any) -> Lease:
    return Lease(subject=row.subject, holder=row.holder, until=datetime.fromisoformat(row.until))
