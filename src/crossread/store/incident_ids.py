"""Permanent ids of incidents.

Every id is anchored in one claim: the incident's first when the id was given, one of its bulk where that was parted from it
(`id_moves`). Wherever that claim goes, the id goes. An incident that holds the anchors of several ids keeps that which held
most of its claims, of equals the oldest; the others lead to it; when it is split again, each id is with its own claim again.
When the anchor's document was read anew by another extractor, or another took its place, the claim of the same words stands in
for the anchor. An id whose anchor is in no incident leads to the incident that holds its former claims, or is a tombstone.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update

from crossread.records import Incident, incident_id
from crossread.store.claims import speaking
from crossread.store.clock import now
from crossread.store.pages import CHUNK
from crossread.store.set_aside import find_former
from crossread.store.stand_ins import find_stand_ins
from crossread.store.tables import claims, incident_claims, incident_ids

LIVE, REDIRECT, TOMBSTONE = "live", "redirect", "tombstone"
GONE = "no claim that it rested on belongs to an incident any more"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Anchor:
    """One id and the claim it goes with; the lower the number, the older the id."""

    number: int
    id: str
    claim: str


@dataclass(slots=True, kw_only=True)
class IdBook:
    """The ids given before this rebuild (`anchors` by claim, `former` claims by id), and where each goes in it.

    Claims are those of today, where others stand in for those that an incident held; `led` is what an id held when it came to
    lead elsewhere. `replaced` are the incidents that are derived again, None if all are.
    """

    connection: Connection
    anchors: dict[str, list[Anchor]]
    former: dict[str, list[str]]
    rows: dict[str, Any]
    led: dict[str, set[str]]
    replaced: frozenset[str] | None = None
    taken: set[str] = field(default_factory=set)
    holder: dict[str, str] = field(default_factory=dict)
    place: dict[str, str] = field(default_factory=dict)
    fresh: list[tuple[str, str]] = field(default_factory=list)

    def name(self, incident: Incident) -> str:
        """The permanent id of an incident, or a new one.

        Of those anchored in its claims the one that held most of them when it last lived, so that a bulk is not renamed by what
        comes to it; of those that held as many, or none, the oldest.
        """
        members = [account.claim_id for account in incident.accounts]
        inside = set(members)
        known = sorted(
            (anchor for claim in members for anchor in self.anchors.get(claim, ())),
            key=lambda anchor: (-len(inside.intersection(self._held(anchor.id))), anchor),
        )
        chosen = known[0].id if known else self._new(incident.id, members)
        self.place.update({anchor.id: chosen for anchor in known})
        self.holder.update(dict.fromkeys(members, chosen))
        return chosen

    def _held(self, incident_id: str) -> Iterable[str]:
        """The claims an id was last for: those of its incident, or before it came to lead elsewhere."""
        row = self.rows[incident_id]
        if row.state == LIVE or not row.held:
            return self.former.get(incident_id, ())
        return self.led[incident_id]

    def follow_members(self, incident_id: str) -> str | None:
        """The incident that now holds most of what was in this one, if any does."""
        counted = Counter(self.holder[claim] for claim in self.former.get(incident_id, ()) if claim in self.holder)
        return min(counted, key=lambda found: (-counted[found], found)) if counted else None

    def stays(self, row: Any) -> bool:
        """True for an id that nothing derived again bears on: the incident it names or leads to was left as it is."""
        if self.replaced is None or row.id in self.place:
            return False
        return row.id not in self.replaced and row.redirect_to not in self.replaced

    def _new(self, proposed: str, members: Sequence[str]) -> str:
        again = (incident_id("\x1f".join((*members, *extra))) for extra in chain([()], ((str(n),) for n in count(2))))
        candidates = chain((proposed, *(incident_id(claim) for claim in members)), again)  # its own may have gone with the bulk
        chosen = next(candidate for candidate in candidates if not self._is_taken(candidate))
        self.taken.add(chosen)
        anchor = next((claim for claim in members if incident_id(claim) == chosen), members[0])
        self.fresh.append((chosen, anchor))
        return chosen

    def _is_taken(self, candidate: str) -> bool:
        if candidate in self.taken or candidate in self.rows:
            return True
        return self.connection.execute(select(incident_ids.c.id).where(incident_ids.c.id == candidate)).first() is not None


def open_book(connection: Connection, *, documents: Iterable[str] | None = None, incidents: Iterable[str] = ()) -> IdBook:
    """All ids ever given, with the claims of the last rebuild: call it before the derived tables are emptied.

    With `documents`, only the ids that are anchored in claims of these, and those of `incidents` or leading to them.
    """
    replaced = None if documents is None else frozenset(incidents)
    rows = list(_known(connection, documents, replaced or ()))
    anchors: dict[str, list[Anchor]] = {}
    known = {row.id: row for row in rows}
    stand_ins = find_stand_ins(connection, [row.anchor for row in rows])
    for row in rows:
        anchor = Anchor(number=row.number, id=row.id, claim=stand_ins.get(row.anchor, row.anchor))
        anchors.setdefault(anchor.claim, []).append(anchor)
    former = {name: list(members) for name, members in claims_held(connection, None if documents is None else known).items()}
    return IdBook(
        connection=connection, anchors=anchors, former=former, rows=known, led=claims_led(connection, rows), replaced=replaced
    )


def claims_held(connection: Connection, incidents: Iterable[str] | None) -> dict[str, list[str]]:
    """The claims of each of these incidents (None: of all) as it stands, oldest first, each as it is called today."""
    query = select(incident_claims.c.incident_id, claims.c.id, claims.c.number, speaking().label("speaks"))
    query = query.join(claims, claims.c.id == incident_claims.c.claim_id)
    column = incident_claims.c.incident_id
    found: Iterable[Any] = connection.execute(query) if incidents is None else in_parts(connection, query, column, incidents)
    rows = sorted(found, key=lambda row: int(row.number))
    names = find_stand_ins(connection, [row.id for row in rows if not row.speaks])
    held: dict[str, list[str]] = {}
    for row in rows:
        held.setdefault(row.incident_id, []).append(names.get(row.id, row.id))
    return held


def claims_led(connection: Connection, rows: Iterable[Any]) -> dict[str, set[str]]:
    """What each id that leads elsewhere held when it came to do so, each claim as it is called today."""
    told = {row.id: set(json.loads(row.held)) for row in rows if row.held}
    names = find_stand_ins(connection, {claim for claims_of in told.values() for claim in claims_of})
    return {name: {names.get(claim, claim) for claim in claims_of} for name, claims_of in told.items()}


def _known(connection: Connection, documents: Iterable[str] | None, incidents: Iterable[str]) -> Iterator[Any]:
    if documents is None:
        yield from connection.execute(select(incident_ids)).all()
        return
    inside = set(incidents)
    anchored = select(incident_ids).join(claims, claims.c.id == incident_ids.c.anchor)
    wanted = set(documents)
    wanted |= find_former(connection, wanted)  # an id may be anchored in a claim of a document whose place another took
    found = {row.id: row for row in in_parts(connection, anchored, claims.c.document_id, wanted)}
    for column in (incident_ids.c.id, incident_ids.c.redirect_to):
        found.update((row.id, row) for row in in_parts(connection, select(incident_ids), column, inside))
    yield from sorted(found.values(), key=lambda row: int(row.number))


def in_parts(connection: Connection, query: Select[Any], column: Any, values: Iterable[str]) -> Iterator[Any]:
    """The rows of a query whose column is one of the values, asked in parts."""
    wanted = sorted(set(values))
    for start in range(0, len(wanted), CHUNK):
        yield from connection.execute(query.where(column.in_(wanted[start : start + CHUNK]))).all()


def find_anchors(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """For each incident id that was ever given, the current claim it goes with."""
    wanted = set(ids)
    rows = connection.execute(select(incident_ids).where(incident_ids.c.id.in_(wanted))).all() if wanted else []
    stand_ins = find_stand_ins(connection, [row.anchor for row in rows])
    return {row.id: stand_ins.get(row.anchor, row.anchor) for row in rows}


def close_book(connection: Connection, book: IdBook) -> None:
    """Write down new ids and every id that lives, leads elsewhere or rests since this rebuild."""
    moment = now()
    if book.fresh:
        rows = [{"id": new, "anchor": anchor, "state": LIVE, "changed_at": moment} for new, anchor in book.fresh]
        connection.execute(insert(incident_ids), rows)
    fresh = {new for new, _ in book.fresh}
    for row in book.rows.values():
        if row.id in fresh or book.stays(row):
            continue
        wanted = _fate(book, row)
        if wanted != {"state": row.state, "redirect_to": row.redirect_to, "reason": row.reason}:
            if row.state == LIVE and wanted["state"] != LIVE:
                wanted["held"] = json.dumps(sorted(book.former.get(row.id, ())))
            change = update(incident_ids).where(incident_ids.c.number == row.number)
            connection.execute(change.values(**wanted, changed_at=moment))


def _fate(book: IdBook, row: Any) -> dict[str, str | None]:
    """What becomes of an id that was there before. One that already led elsewhere goes on leading there."""
    lead = book.place.get(row.id) or book.follow_members(row.id)
    if lead is None and row.redirect_to is not None:
        lead = book.place.get(row.redirect_to) or book.follow_members(row.redirect_to)
    if lead is None:
        return {"state": TOMBSTONE, "redirect_to": None, "reason": GONE}
    if lead == row.id:
        return {"state": LIVE, "redirect_to": None, "reason": None}
    return {"state": REDIRECT, "redirect_to": lead, "reason": None}
