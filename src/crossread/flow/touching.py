"""What happened to incidents when a document came to speak, or ceased to: how they were, how they are, where ids lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crossread.errors import NotFoundError
from crossread.flow.foreseeing import Moves, find_homes, tell_moves
from crossread.records import Incident
from crossread.store import ClaimFilter, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """An incident before and after; `was` is None for one that is new, `now` where it is withdrawn."""

    was: Incident | None
    now: Incident | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How things stood: the home of every claim, the claims of the document in hand, and the incidents that held them."""

    homes: Mapping[str, str]
    claims: frozenset[str]
    incidents: Mapping[str, Incident]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """The incidents that changed, and where accounts and ids went. Claims on the same words count as the same."""

    touched: tuple[Touched, ...]
    moves: Moves


def look_at(store: Store, document_id: str) -> Seen:
    """How things stand, before something is done to the document."""
    homes = find_homes(store)
    claims = frozenset(claim.id for claim in store.iter_claims(ClaimFilter(document_id=document_id)))
    held = sorted({homes[claim] for claim in claims if claim in homes})
    return Seen(homes=homes, claims=claims, incidents={row.id: row for row in store.get_incidents(held)})


def tell_effect(store: Store, seen: Seen, document_id: str) -> Effect:
    """What changed since; `document_id` is the one that speaks now."""
    names = store.find_stand_ins(seen.claims)
    before = {names.get(claim, claim): home for claim, home in seen.homes.items()}
    rows = [Touched(was=was, now=_lead(store, name)) for name, was in seen.incidents.items()]
    known = {row.now.id for row in rows if row.now}
    homes = find_homes(store)
    mine = (claim.id for claim in store.iter_claims(ClaimFilter(document_id=document_id, current=True)))
    fresh = sorted({homes[claim] for claim in mine if claim in homes} - known)
    rows += [Touched(was=None, now=row) for row in store.get_incidents(fresh)]
    return Effect(touched=tuple(row for row in rows if row.was != row.now), moves=tell_moves(store, before))


def _lead(store: Store, name: str) -> Incident | None:
    try:
        return store.get_incident(name)
    except NotFoundError:
        return None
