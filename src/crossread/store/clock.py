"""The time of a row, as the store writes it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def now() -> str:
    """The present moment in UTC as ISO 8601 with microseconds, so that text order is time order."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def later(by: timedelta) -> str:
    """The moment that comes `by` after this one, written alike."""
    return (datetime.now(UTC) + by).isoformat(timespec="microseconds")
