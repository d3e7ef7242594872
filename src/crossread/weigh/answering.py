"""A party's statement that lays on its enemy what others lay on the party: its word against theirs, and an accusation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from crossread.codebook import ActorRegistry
from crossread.codebook.actor_registry import SAME, choose_entry
from crossread.codebook.states import are_part_and_whole
from crossread.records import Actor, Claim, Document
from crossread.weigh.admissions import nations_in
from crossread.weigh.boasts import is_army

_DOER = "perpetrator"
_LAID = (_DOER, "accused")


def as_accusations(claims: Iterable[Claim], documents: Mapping[str, Document]) -> tuple[Claim, ...]:
    """The accounts of one incident, with the doers of a party's own statement as accused where another account lays it on it.

    A wire tells that each blames the other, and has two accused. The statement of one of them tells its enemy's act flatly:
    taken as it stands it would settle who did it. Where nobody lays the act on the party, its statement stays an account like
    any other, and so does one whose party does not publish the report.
    """
    rows = tuple(claims)
    return tuple(_accusing(claim) if _is_answer(claim, rows, documents) else claim for claim in rows)


def _accusing(claim: Claim) -> Claim:
    actors = (replace(actor, role="accused") if actor.role == _DOER else actor for actor in claim.actors)
    return replace(claim, actors=tuple(actors))


def _is_answer(claim: Claim, claims: Iterable[Claim], documents: Mapping[str, Document]) -> bool:
    doers = [actor for actor in claim.actors if actor.role == _DOER]
    party = _publisher(documents.get(claim.document_id)) if doers else None
    if party is None or any(_is_party(actor, party) for actor in doers):
        return False
    return any(
        actor.role in _LAID and _is_party(actor, party)
        for other in claims
        if other.document_id != claim.document_id and _publisher(documents.get(other.document_id)) != party
        for actor in other.actors
    )


def _publisher(document: Document | None) -> Actor | None:
    """The registry's actor that published the report, None where none did."""
    source = document.source if document else None
    entry = choose_entry(ActorRegistry.load().publishers(source)) if source else None
    if entry is None:
        return None
    return Actor(role=_DOER, raw=entry.name, name=entry.name, type=entry.type, registry_id=entry.id)


def _is_party(actor: Actor, party: Actor) -> bool:
    if not actor.name:  # "the fascist military" beside the Philippine Army
        nations = nations_in(actor.raw)
        one_state = not nations or bool(nations & nations_in(str(party.name)))
        return actor.type == party.type == "state_forces" and is_army(actor.raw) and one_state
    return ActorRegistry.load().same_actor(actor.name, str(party.name)) == SAME or are_part_and_whole(actor, party)
