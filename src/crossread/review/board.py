"""The selection of a view, counted: one board per state of the store, kept until incidents or decisions change."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from crossread.review.columns import FACETS, UNDATED, Columns, make_columns
from crossread.store import IncidentFilter, Store
from crossread.store.states import ACCEPTED, DISMISSED, OPEN, STATES

SHOWN = 8  # values of a facet that are listed, the one chosen apart
REMEMBERED = 64  # selections whose rows are kept: a brush comes back to the same few
EVERY = IncidentFilter()
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What stands above the views: incidents of people and of the machine apart, `accepted`, `dismissed`, and `candidates` that
    nobody has decided about. A disagreement is open while nobody accepted or dismissed its incident."""

    incidents: int
    accepted: int
    dismissed: int
    candidates: int
    accounts: int
    open_disagreements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """Incidents that reports only look back to; `aside` are the rows that lie before or after all that is news."""

    ids: frozenset[str]
    aside: Mask


@dataclass(slots=True, kw_only=True)
class Board:
    """The columns of a store at one moment, and which rows recent filters kept."""

    mark: str
    columns: Columns
    kept: OrderedDict[IncidentFilter, Mask] = field(default_factory=OrderedDict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def select(self, store: Store, where: IncidentFilter) -> Mask:
        """For each row whether the filter keeps it. The database decides, so that pages, API and export agree."""
        with self.lock:
            if where in self.kept:
                self.kept.move_to_end(where)
                return self.kept[where]
        mask = np.zeros(len(self.columns.ids), dtype=np.bool_)
        if where == EVERY:
            mask[:] = True
        else:
            rows = [self.columns.row_of[name] for name in store.list_incident_ids(where) if name in self.columns.row_of]
            mask[rows] = True
        with self.lock:
            self.kept[where] = mask
            while len(self.kept) > REMEMBERED:
                self.kept.popitem(last=False)
        return mask

    def without(self, store: Store, where: IncidentFilter, *names: str) -> Mask:
        """The selection without some of its conditions: what a facet, a brush or the map offers besides what is chosen."""
        return self.select(store, replace(where, **dict.fromkeys(names)))

    def page(self, mask: Mask, number: int, size: int) -> list[str]:
        """The ids on a page of the selection; pages count from 1.

        What some report tells as its news comes first, by day, then what reports only look back to: who opens a collection
        wants its incidents, and not the raids of twenty years ago that these are set beside.
        """
        rows = np.flatnonzero(mask)
        back = self.columns.mentioned[rows]
        shown = np.concatenate([rows[~back], rows[back]])[(number - 1) * size : number * size]
        return [self.columns.ids[i] for i in shown]

    def mentioned(self, mask: Mask) -> Mentioned:
        """Those of the selection that no report tells as its news, and the stretch of the others, by which a timeline opens."""
        columns = self.columns
        news = mask & ~columns.mentioned & (columns.earliest != UNDATED) & (columns.latest != UNDATED)
        ids = frozenset(columns.ids[i] for i in np.flatnonzero(mask & columns.mentioned))
        if not ids or not news.any():
            return Mentioned(ids=ids, aside=mask & False)
        first, last = int(columns.earliest[news].min()), int(columns.latest[news].max())
        dated = columns.mentioned & (columns.earliest != UNDATED) & (columns.latest != UNDATED)
        aside = mask & dated & ((columns.latest < first) | (columns.earliest > last))
        return Mentioned(ids=ids, aside=aside)

    def count(self, mask: Mask) -> Counts:
        """The numbers above the views."""
        columns = self.columns
        of = {state: mask & self._are(state) for state in STATES}
        return Counts(
            incidents=int(mask.sum()),
            accepted=int(of[ACCEPTED].sum()),
            dismissed=int(of[DISMISSED].sum()),
            candidates=int(of[OPEN].sum()),
            accounts=int(columns.accounts[mask].sum()),
            open_disagreements=int(columns.disagreements[of[OPEN]].sum()),
        )

    def tell_states(self, names: Sequence[str]) -> dict[str, str]:
        """For those of the incidents that people decided about, how: `accepted` or `dismissed`."""
        of = {state: self._are(state) for state in (ACCEPTED, DISMISSED)}
        return {name: state for name in names for state in of if of[state][self.columns.row_of[name]]}

    def _are(self, state: str) -> Mask:
        """Which incidents are in this state of review."""
        facet, found = self.columns.facets["state"], np.zeros(len(self.columns.ids), dtype=np.bool_)
        if state in facet.values:
            found[facet.incident[facet.value == facet.values.index(state)]] = True
        return found

    def list_facets(
        self, store: Store, where: IncidentFilter, given: Mapping[str, str]
    ) -> dict[str, Sequence[tuple[str, int]]]:
        """For each facet its commonest values with how many incidents choosing them would show, the chosen one always."""
        found: dict[str, Sequence[tuple[str, int]]] = {}
        for name in FACETS:
            counts = self.columns.facets[name].count(self.without(store, where, name))
            ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
            chosen = given.get(name, "").strip('"')
            found[name] = ranked[:SHOWN] + [row for row in ranked[SHOWN:] if row[0] == chosen]
        return found


class BoardKeeper:
    """The board of the moment: made again when the store's mark has changed, once, also if many ask."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._board: Board | None = None

    def board(self, store: Store) -> Board:
        """A board as new as the store."""
        with self._lock:
            mark = store.incidents_mark()
            if self._board is None or self._board.mark != mark:
                self._board = Board(mark=mark, columns=make_columns(list(store.iter_sights()), store.incident_states()))
            return self._board
