"""What is kept in memory and rests on lists of names: forgotten where a program takes other lists of places or actors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

Kept = TypeVar("Kept", bound=Callable[..., Any])
_clearing: list[Callable[[], None]] = []


def kept_with_lists(cached: Kept) -> Kept:
    """Put over `cache` or `lru_cache` of a function whose answers rest on the gazetteer or the actor registry."""
    _clearing.append(cached.cache_clear)  # type: ignore[attr-defined]
    return cached


def forget_kept() -> None:
    """Forget all such answers; the next call works them out anew."""
    for clear in _clearing:
        clear()
