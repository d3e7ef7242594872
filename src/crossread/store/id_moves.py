"""An incident's id stays with the larger part of it: where ids go when what they named is parted.

Each id is anchored in one claim (see `incident_ids`). Where an incident is parted so that the anchor's part is not the one
that holds most of its claims, the id is anchored anew in that one: whoever follows a link finds the bulk of what was there.
Where most of that part is what another id held before the two were merged, the merge is taken back: each has its own again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select, update

from crossread.store.clock import now
from crossread.store.incident_ids import LIVE, REDIRECT, claims_held, claims_led, in_parts
from crossread.store.stand_ins import find_stand_ins
from crossread.store.tables import incident_ids


def settle_ids(connection: Connection, groups: Iterable[Sequence[str]], *, incidents: Iterable[str] | None = None) -> None:
    """Anchor every id that a new grouping parts in the part with most of its claims: call it before incidents are written.

    `groups` are the claims of each incident to come; `incidents` those that they replace, None for all. Of parts that are as
    large the anchor's keeps the id, else that of the oldest claim.
    """
    home = {claim: number for number, members in enumerate(groups) for claim in members}
    held = claims_held(connection, incidents)
    parted = {name: members for name, members in held.items() if len({home[claim] for claim in members if claim in home}) > 1}
    rows = list(in_parts(connection, select(incident_ids).where(incident_ids.c.state == LIVE), incident_ids.c.id, parted))
    stand_ins = find_stand_ins(connection, [row.anchor for row in rows])
    absorbed = _absorbed(connection, parted)
    for row in rows:
        at = home.get(stand_ins.get(row.anchor, row.anchor))
        bulk = _bulk(parted[row.id], home, at)
        if at is None or not bulk or any(2 * len(once.intersection(bulk)) > len(bulk) for once in absorbed.get(row.id, ())):
            continue
        change = update(incident_ids).where(incident_ids.c.number == row.number)
        connection.execute(change.values(anchor=bulk[0], changed_at=now()))


def _bulk(members: Sequence[str], home: Mapping[str, int], at: int | None) -> list[str]:
    """The claims of the part that holds most of these, oldest first; none where the part `at` hand holds as many."""
    counted = Counter(home[claim] for claim in members if claim in home)
    most = max(counted.values())
    if at is not None and counted.get(at) == most:
        return []
    part = next(home[claim] for claim in members if claim in home and counted[home[claim]] == most)
    return [claim for claim in members if home.get(claim) == part]


def _absorbed(connection: Connection, incidents: Iterable[str]) -> dict[str, list[set[str]]]:
    """For each incident what each id that leads to it held when it came to do so."""
    query = select(incident_ids).where(incident_ids.c.state == REDIRECT)
    rows = list(in_parts(connection, query, incident_ids.c.redirect_to, incidents))
    led, found = claims_led(connection, rows), dict[str, list[set[str]]]()
    for row in rows:
        found.setdefault(row.redirect_to, []).append(led.get(row.id, {row.anchor}))
    return found
