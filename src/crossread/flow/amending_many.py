"""Many reports whose day, source or title was wrong, corrected in one transaction; incidents are made anew once for all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crossread.errors import CrossreadError
from crossread.flow.amending import Amended, Prepared, Tools, enter_amendment, tell_amended
from crossread.flow.foreseeing import Moves, find_homes, tell_moves
from crossread.flow.updating import update_incidents
from crossread.records import Incident
from crossread.store import ClaimFilter, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendedMany:
    """What was done, `Amended` for each (without its effect) or the error that stopped it, in the order in which they came;
    the incidents that hold the claims of these reports now, and where accounts and ids went."""

    done: tuple[Amended | CrossreadError, ...]
    incidents: tuple[Incident, ...]
    moves: Moves


def amend_many(
    store: Store,
    prepared: Sequence[Prepared],
    *,
    tools: Tools,
    policy: str,
    min_score: float = 0.0,
    on_done: Callable[[], None] = lambda: None,
) -> AmendedMany:
    """Let the new documents speak in the place of the old ones. One that cannot be kept is left out, all others are done."""
    stopped: dict[int, CrossreadError] = {}
    while True:
        try:
            with store.batch():
                return _amend_all(store, prepared, stopped, tools=tools, update=(policy, min_score), on_done=on_done)
        except _StoppedError as stop:  # nothing of this round was written
            stopped[stop.at] = stop.error


def _amend_all(
    store: Store,
    prepared: Sequence[Prepared],
    stopped: dict[int, CrossreadError],
    *,
    tools: Tools,
    update: tuple[str, float],
    on_done: Callable[[], None],
) -> AmendedMany:
    before = find_homes(store)
    written: dict[int, int] = {}
    for at, row in enumerate(prepared):
        if at in stopped:
            continue
        try:
            written[at] = 0 if row.plan.done else enter_amendment(store, row, tools)
        except CrossreadError as error:
            raise _StoppedError(at, error) from error
        on_done()
    policy, min_score = update
    names = {prepared[at].plan.new.id for at in written}
    olds = {prepared[at].plan.old.id for at in written}
    if written:
        update_incidents(store, policy, min_score=min_score, also=names)
    told = {at: tell_amended(store, prepared[at].plan, written=count) for at, count in written.items()}
    homes = find_homes(store)
    claims = {claim.id for name in sorted(names) for claim in store.iter_claims(ClaimFilter(document_id=name, current=True))}
    moved = _carried(store, before, olds)
    return AmendedMany(
        done=tuple(told.get(at) or stopped[at] for at in range(len(prepared))),
        incidents=tuple(store.get_incidents(sorted({homes[claim] for claim in claims if claim in homes}))),
        moves=tell_moves(store, moved),
    )


def _carried(store: Store, before: dict[str, str], olds: set[str]) -> dict[str, str]:
    """The homes of claims before, under the claims on the same words that speak now."""
    mine = {claim.id for name in sorted(olds) for claim in store.iter_claims(ClaimFilter(document_id=name))}
    names = store.find_stand_ins(mine)
    return {names.get(claim, claim): home for claim, home in before.items()}


class _StoppedError(Exception):
    """Ends a round, so that nothing of an amendment that could not be finished is kept."""

    def __init__(self, at: int, error: CrossreadError) -> None:
        super().__init__(str(error))
        self.at, self.error = at, error
