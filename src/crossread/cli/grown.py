"""Which incidents a run of `crossread read` changed: further accounts, another toll, and those that people had accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crossread.records import Incident
    from crossread.store import Store

MOST_LOOKED_AT = 5000  # incidents; a larger store is not read through before every run
MOST_NAMED = 5  # changed incidents that are told one by one
KILLED = "killed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An incident as it stood: its accounts and what it tells of the dead, else of the main harm."""

    accounts: frozenset[str]
    toll: str


def look_at(store: Store) -> dict[str, Seen]:
    """Every incident as it stands, by id; nothing for a store without any, or with too many to read through."""
    if not 0 < store.count_incidents() <= MOST_LOOKED_AT:
        return {}
    return {incident.id: _seen(incident) for incident in store.iter_incidents()}


def iter_changed(store: Store, before: Mapping[str, Seen]) -> Iterator[str]:
    """A line for how many known incidents have another account or toll now, and one for each of the first of them."""
    from crossread.weigh import plural

    if not before:
        return
    changed = [now for now in store.iter_incidents() if now.id in before and before[now.id] != _seen(now)]
    if not changed:
        return
    yield f"{plural(len(changed), 'incident')} told before {'has' if len(changed) == 1 else 'have'} changed:"
    states = store.incident_states()
    for now in changed[:MOST_NAMED]:
        yield f"  {_say(now, before[now.id], accepted=states.get(now.id) == 'accepted')}"
    if len(changed) > MOST_NAMED:
        yield f"  and {len(changed) - MOST_NAMED} more"


def _say(now: Incident, was: Seen, *, accepted: bool) -> str:
    from crossread.weigh import plural
    from crossread.weigh.saying import say_place, say_window

    seen = _seen(now)
    more = len(seen.accounts - was.accounts)
    told = [f"{more} further {'account' if more == 1 else 'accounts'}"] if more else []
    gone = len(was.accounts - seen.accounts)
    told += [f"{plural(gone, 'account')} gone"] if gone else []
    told += [f"{was.toll} → {seen.toll}"] if was.toll != seen.toll else []
    where = now.where
    line = f"{now.id}  {say_window(now.when)}, {say_place(where) if where else 'place untold'}: {'; '.join(told)}"
    return f"{line}; accepted before, look at it again" if accepted else line


def _seen(incident: Incident) -> Seen:
    from crossread.weigh.main_toll import main_toll, say_toll_of

    dead = next((toll for toll in incident.tolls if toll.effect == KILLED), None)
    toll = main_toll(incident.tolls, beside=()) if dead is None or dead.count.high == 0 else dead
    said = say_toll_of(toll, incident.policy) if toll is not None else "nobody told harmed"
    return Seen(accounts=frozenset(account.claim_id for account in incident.accounts), toll=said)
