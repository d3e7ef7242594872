"""Claims that are in the store and in no incident yet: what a run leaves that was stopped before it linked them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.cli.options import say_store

if TYPE_CHECKING:
    from crossread.config import Settings
    from crossread.store import Store


def count_unlinked(store: Store, settings: Settings) -> int:
    """How many there are under these settings."""
    return store.count_unlinked(min_score=settings.min_score)


def say_unlinked(number: int, store: str) -> str:
    """How many they are, and the command that links them."""
    from crossread.weigh import plural

    are = "is" if number == 1 else "are"
    return f"{plural(number, 'claim')} {are} not linked yet: crossread read --pending{say_store(store)}"
