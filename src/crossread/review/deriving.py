"""Incidents are derived again after each decision, and not more often than needed when many decide at once."""

from __future__ import annotations

import threading

from crossread.config import Settings
from crossread.flow import update_incidents
from crossread.store import Store


class Deriving:
    """Derives incidents so that everybody's decision is in them when their own call returns.

    One derivation serves all decisions that were written before it began: of ten who wait, the first derives for itself and
    the second for all the others.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._turn = threading.Lock()
        self._count = threading.Lock()
        self._asked = 0
        self._served = 0

    def derive(self) -> None:
        """Return once incidents stand that know of everything written before this call."""
        with self._count:
            self._asked += 1
            mine = self._asked
        with self._turn:
            if self._served >= mine:
                return
            with self._count:
                covers = self._asked
            update_incidents(self._store, self._settings.policy, min_score=self._settings.min_score)
            self._served = covers
