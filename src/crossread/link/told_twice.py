"""Two claims of one report that may be one incident told twice, and which of them is the report's account of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from crossread.codebook import load_codebook
from crossread.codebook.table_shape import is_row_reader
from crossread.link.collection import Collection
from crossread.link.score import score_pair
from crossread.records import Claim

# What each comparison must reach where both claims tell what it compares.
_AT_LEAST = {"type": 0.5, "when": 0.3, "where": 0.0, "harm": -0.2, "doers": -0.2, "victims": -0.2, "person": 0.0, "means": 0.0}
# Log-odds from which two claims of one document that tell one kind of act may be one even so: two victims of one shooting,
# each under a doer or a place of its own. A toll far off parts them: nothing else tells two attacks of one day and town apart.
_CLOSE = 3.0
_ANYWAY = {"type": 0.5, "harm": -0.5}
# The same for a blast or a shot that is told as an accident at one place and as an attack at the other.
_CLOSER = 4.0
_MIXED = frozenset(("lethal force", "accident"))
_ANYWAY_MIXED = {"harm": -0.5, "victims": -0.2}


def may_be_twice(collection: Collection) -> Callable[[str, str], bool]:
    """Whether two claims of one document may tell one incident: nothing differs, and day or place says that they are.

    What the report sets beside the other ("another", "a second"), what a data set's rows tell and totals are never one.
    """

    @cache
    def hold(low: str, high: str) -> bool:
        return _may_be(collection, low, high)

    return lambda one, other: hold(*sorted((one, other)))


def may_tell_again(collection: Collection, one: str, other: str) -> bool:
    """False for two claims of one document that are never one incident: rows of a data set, totals, a further one."""
    document = collection.documents.get(collection.claims[one].document_id)
    if document is None or is_row_reader(document.reader):
        return False
    return not any(collection.tellings[name].further or collection.claims[name].scope == "aggregate" for name in (one, other))


def _may_be(collection: Collection, one: str, other: str) -> bool:
    if not may_tell_again(collection, one, other):
        return False
    row = score_pair(collection.pair(one, other))
    scores = {comparison.name: comparison.score for comparison in row.comparisons}
    if row.contradiction and (scores.get("person") != 1.0 or collection.bond(one, other)[1]):
        return False
    if row.log_odds >= _CLOSE and _all_reach(scores, _ANYWAY):
        return True
    families = {load_codebook().family(collection.claims[name].type) for name in (one, other)}
    if row.log_odds >= _CLOSER and families == _MIXED and _all_reach(scores, _ANYWAY_MIXED):
        return True
    return _all_reach(scores, _AT_LEAST) and any((scores.get(name) or 0.0) > 0 for name in ("when", "where"))


def _all_reach(scores: Mapping[str, float | None], bounds: Mapping[str, float]) -> bool:
    """True if each comparison that finds something to compare reaches its bound."""
    return all((score := scores.get(name)) is None or score >= least for name, least in bounds.items())


def pick_accounts(claims: Sequence[str], collection: Collection, tellers: Mapping[str, str]) -> tuple[str, ...]:
    """The claims without second tellings of a document: of its claims the one that tells most stays, then the closest one.

    Of two that tell as much, not the one that is only a party's word on what it did: "soldiers are accused of killing at least
    30 civilians" is the report's account, and "the army said that it had put 30 terrorists out of action" beside it is not.
    """

    def closeness(claim: str) -> float:
        others = [other for other in claims if tellers[other] != tellers[claim]]
        return max((collection.bond(claim, other)[0] for other in others), default=0.0)

    def family(claim: str) -> str:
        return load_codebook().family(collection.claims[claim].type)

    most = Counter(sorted(map(family, claims))).most_common(1)[0][0] if claims else ""
    told: dict[str, list[str]] = {}
    for claim in claims:
        told.setdefault(tellers[claim], []).append(claim)
    chosen = {
        own[0]
        if len(own) == 1
        else max(own, key=lambda name: (family(name) == most, *_fullness(collection.claims[name]), closeness(name), name))
        for own in told.values()
    }
    return tuple(claim for claim in claims if claim in chosen)


def _fullness(claim: Claim) -> tuple[int, bool]:
    """How many of day, place, toll and doer a claim tells, and whether anybody but the doer tells it."""
    day = claim.when is not None and claim.when.value is not None
    place = claim.where is not None and claim.where.value is not None
    doer = any(actor.role in ("perpetrator", "side_a", "accused", "claimant") for actor in claim.actors)
    return day + place + doer + any(row.has_number for row in claim.harm), claim.stance != "claimed"
