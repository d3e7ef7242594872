"""The sides of an incident as the forms of others hold them: one main actor each, the others beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crossread.codebook import Codebook, load_codebook
from crossread.codebook.name_folding import fold_name
from crossread.codebook.table_shape import is_row_reader
from crossread.export.lookup import Lookup
from crossread.export.names import PERSON_TYPES
from crossread.export.shape_victims import accounts_for, is_anybody, list_hurt
from crossread.records import Actor, Claim, Document, Incident
from crossread.weigh import as_accusations

TWO_SIDED = ("armed_clash", "agreement", "territorial_change")
_DOERS = (("perpetrator",), ("side_a",), ("claimant",))
_VICTIM = ("victim",)
_OTHERS = (_VICTIM, ("target",), ("side_b",))
_SIDE_A = (("side_a",), ("perpetrator",), ("claimant",))
_SIDE_B = (("side_b",), ("victim",), ("target",))
NOBODY = "unidentified_armed_group"
_GROUPS = (NOBODY, "rebel_group", "political_militia", "communal_militia")


@dataclass(frozen=True, slots=True, kw_only=True)
class SideActor:
    """One actor of a side: its name (None where the reports have none), its type, how many claims tell it."""

    name: str | None
    type: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Who did it or stood first, and who suffered it or stood against; main actor first, each tuple may be empty."""

    first: tuple[SideActor, ...]
    second: tuple[SideActor, ...]


def find_sides(incident: Incident, lookup: Lookup) -> Sides:
    """Both sides, each from the role that tells most of it: perpetrators before claimants, never those only accused.

    Where the doers are gunmen of no name, a named group that claims the act stands for them. Things, and people of whom
    nothing is told, are no side. Names stand only for forces, groups and actors of the registry: a person's name is never
    taken. A party's statement that lays on its enemy what others lay on the party only accuses. Whoever came to harm stands on
    the second side as what they were: "two people" give way to the police officers that they were, and where a claim names no
    victim the groups of its dead and injured stand there.
    """
    two_sided = incident.type in TWO_SIDED
    first = _first_told(incident, lookup, _SIDE_A if two_sided else _DOERS)
    if all(actor.name is None and actor.type in _GROUPS for actor in first):  # "gunmen", and a group that claims it
        first = tuple(actor for actor in _of_roles(incident, lookup, ("claimant",)) if actor.name) or first
    second = _first_told(incident, lookup, _SIDE_B if two_sided else _OTHERS)
    taken = {_key(actor) for actor in first if actor.name}
    return Sides(first=first, second=tuple(actor for actor in second if _key(actor) not in taken))


def _first_told(incident: Incident, lookup: Lookup, choices: Sequence[Sequence[str]]) -> tuple[SideActor, ...]:
    return next((found for roles in choices if (found := _of_roles(incident, lookup, roles))), ())


def _of_roles(incident: Incident, lookup: Lookup, roles: Sequence[str]) -> tuple[SideActor, ...]:
    deciding = dict.fromkeys(claim for party in incident.parties for claim in party.claims)
    accounts = [account.claim_id for account in incident.accounts if account.claim_id in deciding]
    documents = {lookup.claim(name).document_id: lookup.document(lookup.claim(name).document_id) for name in accounts}
    claims = {claim.id: claim for claim in as_accusations((lookup.claim(name) for name in accounts), documents)}
    book = load_codebook()
    told: dict[tuple[str, str], set[str]] = {}
    shown: dict[tuple[str, str], SideActor] = {}
    for claim in accounts:
        for side in _told_in(claims[claim], roles, lookup, two_sided=incident.type in TWO_SIDED):
            if book.acled_interaction(side.type) is not None:
                told.setdefault(_key(side), set()).add(claim)
                shown.setdefault(_key(side), side)
    told = _without_anybody(told, list(claims.values()), roles)
    shown = {key: side for key, side in shown.items() if key in told}
    found = [SideActor(name=side.name, type=side.type, claims=len(told[key])) for key, side in shown.items()]
    if all(is_row_reader(document.reader) for document in documents.values()):
        return tuple(sorted(found, key=lambda actor: -actor.claims))  # rows tell themselves which actor is the main one
    if any(actor.name for actor in found):
        found = [actor for actor in found if actor.name or actor.type != NOBODY]
    return tuple(_in_order(found, book))


def _told_in(claim: Claim, roles: Sequence[str], lookup: Lookup, *, two_sided: bool) -> list[SideActor]:
    """The actors of these roles in one claim. Where it names no victim, those of its dead and injured are."""
    rows = [actor for actor in claim.actors if actor.role in roles]
    if tuple(roles) == _VICTIM and not rows and not two_sided:
        return [SideActor(name=None, type=kind, claims=0) for kind in list_hurt(claim)]
    document = lookup.document(claim.document_id)
    return [SideActor(name=_name(actor, document), type=actor.type, claims=0) for actor in rows]


def _without_anybody(
    told: Mapping[tuple[str, str], set[str]], claims: Sequence[Claim], roles: Sequence[str]
) -> dict[tuple[str, str], set[str]]:
    """What the claims tell, less those who are only "people" in a claim, where all of these are told as something else too."""
    key = ("", "civilians")
    bare = {
        claim.id
        for claim in claims
        if (people := [a for a in claim.actors if a.role in roles and a.name is None and a.type == "civilians"])
        and all(is_anybody(actor) for actor in people)
    }
    if tuple(roles) != _VICTIM or len(told) < 2 or not bare or not accounts_for(claims):
        return dict(told)
    return {name: ids for name, found in told.items() if (ids := found - bare if name == key else found)}


def _in_order(found: Iterable[SideActor], book: Codebook) -> list[SideActor]:
    """Those of the kind that most claims tell first; among them the named ones, then the most told, then the first told.

    Civilians stand first as civilians: a name among them is that of a community or an organisation.
    """
    rows = list(found)
    kinds = [book.acled_interaction(actor.type) for actor in rows]
    weight = {kind: sum(row.claims for row, k in zip(rows, kinds, strict=True) if k == kind) for kind in kinds}
    best = max(weight.values(), default=0)
    main = next((kind for kind in kinds if weight[kind] == best), None)
    order = {id(row): number for number, row in enumerate(rows)}
    civilians = book.acled_interaction("civilians")
    unnamed = {id(row): row.name is None and book.acled_interaction(row.type) != civilians for row in rows}
    return sorted(rows, key=lambda r: (book.acled_interaction(r.type) != main, unnamed[id(r)], -r.claims, order[id(r)]))


def _key(actor: SideActor) -> tuple[str, str]:
    return (fold_name(actor.name), "") if actor.name else ("", actor.type)


def _name(actor: Actor, document: Document) -> str | None:
    """The name of a force, a group or an actor of the registry; a data set names no persons in these columns."""
    return actor.name if actor.registry_id or actor.type not in PERSON_TYPES or is_row_reader(document.reader) else None
