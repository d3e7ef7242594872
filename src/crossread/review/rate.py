"""Slows down who guesses passwords."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """At most `most` attempts within `seconds`."""

    most: int
    seconds: float = 900.0


# Five slips are human. One address may be an office behind one router; a name that is tried from everywhere is under attack,
# and is closed only late, because closing it shuts out its owner too.
BY_NAME_AND_ADDRESS, BY_ADDRESS, BY_NAME = Limit(most=5), Limit(most=30), Limit(most=100)
MOST_KEYS = 20_000  # what is remembered of attempts; the oldest are forgotten first


class Attempts:
    """Failed sign-ins of the last minutes, in this process. An attempt counts until it has proved to be right."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._tries: dict[tuple[str, ...], list[float]] = {}

    def admit(self, name: str, address: str) -> float:
        """0 if the attempt may be made, which counts it; else after how many seconds it may."""
        moment = self._clock()
        with self._lock:
            wait = max(self._wait(key, limit, moment) for key, limit in _keys(name, address))
            if wait <= 0:
                for key, _ in _keys(name, address):
                    self._tries.setdefault(key, []).append(moment)
                while len(self._tries) > MOST_KEYS:
                    self._tries.pop(next(iter(self._tries)))
            return max(0.0, wait)

    def forgive(self, name: str, address: str) -> None:
        """The attempt was right: it and the slips before it are forgotten, those of others at the same address are not."""
        with self._lock:
            slips = len(self._tries.pop((name, address), []))
            for key in (("", address), (name,)):
                self._tries[key] = self._tries.get(key, [])[slips:]

    def _wait(self, key: tuple[str, ...], limit: Limit, moment: float) -> float:
        recent = [at for at in self._tries.pop(key, []) if at > moment - limit.seconds]
        if recent:
            self._tries[key] = recent  # at the end again: the most recently used stay longest
        return recent[-limit.most] + limit.seconds - moment if len(recent) >= limit.most else 0.0


def _keys(name: str, address: str) -> list[tuple[tuple[str, ...], Limit]]:
    return [((name, address), BY_NAME_AND_ADDRESS), (("", address), BY_ADDRESS), ((name,), BY_NAME)]
