"""What the database says, turned into what a person can do about it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, IntegrityError

from crossread.errors import StoreError


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Raise `StoreError` for what the database of a store refuses inside the block."""
    try:
        yield
    except IntegrityError as error:
        raise StoreError(
            "A record points to one that is not in the store, or takes its place.",
            where=where,
            found=str(error.orig).strip().splitlines()[0],
            next_step="Add what it points to first; nothing of this write was kept.",
        ) from error
    except DatabaseError as error:
        said = str(error.orig).strip().splitlines()[0] if error.orig else str(error)
        busy = "locked" in said
        raise StoreError(
            "Another process is writing to the store." if busy else "The store could not be read or written.",
            where=where,
            found=said,
            next_step="Wait until it has finished and try again." if busy else "Check the disk, or restore a backup.",
        ) from error
