"""Whose "the army" is that claims an act: that of the forces which did it."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.records import Actor, Claim, Document, with_values

_BARE = re.compile(
    r"(?:(?:the|an?)\s+)?(?:army|military|armed\s+forces|air\s+force|navy)(?:['’]s)?"
    r"(?:\s+(?:spokes(?:man|person|woman)|officials?|officers?|commanders?|statement))?",
    re.IGNORECASE,
)
_FORCES = ("state_forces", "foreign_forces")


def with_army_of_doer(document: Document, claim: Claim) -> Claim:
    """The claim with a bare "the army" among its claimants as the one nation's forces that did it.

    "An Israeli strike killed five in Nabatieh. The army said it had hit a depot": who claims an act is of those who did it.
    In 15 of 15 hand-coded claims with such a claimant and forces as doers the two are of one type.
    """
    doers = {(a.name, a.type, a.registry_id) for a in claim.actors if a.role == "perpetrator" and a.type in _FORCES}
    if claim.score is None or len(doers) != 1:
        return claim
    name, kind, registry_id = doers.pop()
    return with_values(claim, actors=tuple(_as_doer(row, name, kind, registry_id) for row in claim.actors))


def _as_doer(row: Actor, name: str | None, kind: str, registry_id: str | None) -> Actor:
    bare = row.role == "claimant" and row.name is None and row.type in _FORCES and _BARE.fullmatch(row.raw.strip())
    return replace(row, name=name, type=kind, registry_id=registry_id) if bare else row
