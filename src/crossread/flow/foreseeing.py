"""What a decision does to incidents: which accounts leave, which ids lead elsewhere; also before it is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from crossread import link
from crossread.errors import NotFoundError
from crossread.flow.incident_steps import INCIDENT, carry_judgements, material_of
from crossread.flow.judging import claims_of
from crossread.flow.updating import update_incidents
from crossread.records import Claim, Document, Incident, Judgement
from crossread.store import Store

T = TypeVar("T")
MOST_PAIRS = 400  # compared for what excludes a merge


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """An account that is in another incident than its old one's id leads to; `now` is None where it is in none."""

    claim: str
    was: str
    now: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """How incidents differ from before: accounts that left, ids that lead elsewhere (None: rest), ids that are new or back."""

    left: tuple[Departure, ...]
    led: Mapping[str, str | None]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Foresight:
    """What a merge would give: the incident, the claims that would stay apart from it, each with what it is of its own then.

    `twins` are those of a report of which another claim is in; `excluding` says in sentences what speaks against the merge.
    """

    incident: Incident
    apart: tuple[tuple[Claim, Document, Incident | None], ...]
    twins: Mapping[str, Claim]
    moves: Moves
    excluding: tuple[str, ...]


class _Unwritten(Exception):  # noqa: N818 (nothing went wrong)
    """Ends a batch without its writes being kept."""


def find_homes(store: Store) -> dict[str, str]:
    """For each claim that is in an incident, the incident's id, without reading any."""
    with store.links() as links:
        return links.find_homes()


def tell_moves(store: Store, before: Mapping[str, str]) -> Moves:
    """What changed since `before`, the homes of all claims as they were then."""
    after = find_homes(store)
    led = {name: _lead(store, name) for name in sorted(set(before.values()) - set(after.values()))}
    left = [
        Departure(claim=claim, was=was, now=after.get(claim))
        for claim, was in before.items()
        if after.get(claim) != led.get(was, was)
    ]
    new = sorted(set(after.values()) - set(before.values()))
    return Moves(left=tuple(sorted(left, key=lambda row: (row.was, row.claim))), led=led, new=tuple(new))


def _lead(store: Store, name: str) -> str | None:
    try:
        return store.get_incident(name).id
    except NotFoundError:
        return None


def foresee_merge(
    store: Store, names: Sequence[str], rows: Sequence[Judgement], *, policy: str, min_score: float = 0.0
) -> Foresight:
    """What the store would hold after these judgements of a merge; nothing is written."""
    told = {claim: None for name in names for claim in claims_of(store, name)}
    excluding = list_exclusions(store, names, policy=policy)

    def look() -> Foresight:
        before = find_homes(store)
        for row in rows:
            store.add_judgement(row)
        update_incidents(store, policy, min_score=min_score)
        after = find_homes(store)
        merged = store.get_incident(after[rows[0].subject])
        inside = {account.document_id: account.claim_id for account in merged.accounts}
        apart = [_outside(store, name, after.get(name)) for name in told if after.get(name) != merged.id]
        twins = {claim.id: store.get_claim(inside[claim.document_id]) for claim, *_ in apart if claim.document_id in inside}
        moves = tell_moves(store, before)
        return Foresight(incident=merged, apart=tuple(apart), twins=twins, moves=moves, excluding=excluding)

    return unwritten(store, look)


def unwritten(store: Store, look: Callable[[], T]) -> T:
    """What is seen inside a batch that is not kept."""
    seen: list[T] = []
    try:
        with store.batch():
            seen.append(look())
            raise _Unwritten
    except _Unwritten:
        return seen[0]


def _outside(store: Store, name: str, home: str | None) -> tuple[Claim, Document, Incident | None]:
    claim = store.get_claim(name)
    return claim, store.get_document(claim.document_id), store.get_incident(home) if home else None


def list_exclusions(store: Store, names: Sequence[str], *, policy: str) -> tuple[str, ...]:
    """What dates and places exclude that these are one incident, in sentences, each once."""
    groups = [claims_of(store, name) for name in names]
    collection = _collect(store, [claim for group in groups for claim in group], policy=policy)
    pairs = [
        pair
        for at, group in enumerate(groups)
        for other in groups[at + 1 :]
        for pair in product(group, other)
        if collection.claims.keys() >= set(pair) and pair[0] != pair[1]
    ]
    found = (link.score_pair(collection.pair(*sorted(pair))).exclusions for pair in pairs[:MOST_PAIRS])
    return tuple(dict.fromkeys(sentence for sentences in found for sentence in sentences))


def list_differences(store: Store, names: Sequence[str], *, policy: str) -> tuple[str, ...]:
    """What speaks against two claims being of one incident: what excludes it, else days that do not meet and two towns.

    Days and towns that lie near exclude nothing, and are weighed with all else where claims are joined by score. A person who
    joins two claims by their ids sees nothing of them, and one letter of an id may name a claim of the next town.
    """
    first, second = (store.get_claim(name).id for name in names)
    collection = _collect(store, [first, second], policy=policy)
    if first == second or not collection.claims.keys() >= {first, second}:
        return ()
    found = link.score_pair(collection.pair(*sorted((first, second))))
    a, b = collection.claims[first], collection.claims[second]
    told = {"when": _days_apart(a, b), "where": _towns_apart(a, b)}
    apart = tuple(row.sentence for row in found.comparisons if told.get(row.name))
    return tuple(dict.fromkeys((*found.exclusions, *apart)))


def _days_apart(a: Claim, b: Claim) -> bool:
    """True where both tell when, and no day is in both windows."""
    one, other = (claim.when.value if claim.when else None for claim in (a, b))
    if one is None or other is None or not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return one.latest < other.earliest or other.latest < one.earliest


def _towns_apart(a: Claim, b: Claim) -> bool:
    """True where both tell a town that the gazetteer has, and it is not the same."""
    one, other = (claim.where.value if claim.where else None for claim in (a, b))
    if one is None or other is None or not (one.gazetteer_id and other.gazetteer_id):
        return False
    return {one.precision, other.precision} == {"exact"} and one.gazetteer_id != other.gazetteer_id


def _collect(store: Store, names: Sequence[str], *, policy: str) -> link.Collection:
    """These claims as they are linked, with what their reports tell beside them."""
    with store.links() as links:
        claims = links.load_claims(links.find_documents(names), min_score=0.0)
    material = material_of(store, claims, carry_judgements(store), policy=policy)
    return link.Collection(material.claims.values(), material.documents)


def list_led(store: Store, names: Iterable[str]) -> dict[str, str]:
    """Of names that are incidents, those that lead to another today, and to which."""
    found = {name: store.get_incident(name).id for name in names if name.startswith(INCIDENT)}
    return {name: lead for name, lead in found.items() if not lead.startswith(name)}
