"""Whose drone, jet or missile it is that strikes: "a drone of the army struck a market" tells the army as doer.

The one hand-coded claim told so ("a fighter jet of the coalition struck") has the owner as doer; a bare drone is nobody.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.normalize.actors.machines import is_bare_weapon
from crossread.normalize.actors.means import DOERS
from crossread.records import Actor, Claim, Document

_FIRED = frozenset(("air_strike", "shelling", "bombing", "armed_attack", "killing", "destruction"))
_WEAPONS = r"(?i:drones?|UAVs?|helicopters?|(?:fighter\s+)?jets?|(?:war)?planes?|aircraft|missiles?|rockets?|artillery)"
_OWNER = re.compile(
    rf"\b{_WEAPONS}\s+(?:of|belonging\s+to|operated\s+by|flown\s+by|launched\s+by|fired\s+by)\s+"
    r"(?P<owner>(?:[Tt]he\s+)?(?:[\w’'-]+\s+){0,4}?[\w’'-]+)\s+(?:(?:also|then|again|reportedly|allegedly|later|\w+ly)\s+)?$"
)
_STRIKES = re.compile(
    r"(?:struck|strikes?|hit|hits|bombed|bombs|bombarded|attacked|targeted|killed|kills|destroyed|shelled|fired|dropped|pounded)\b",
    re.IGNORECASE,
)
_ARMED = re.compile(
    r"(?:the\s+)?(?P<whose>(?:[\w’'-]+\s+){0,2})(?:army|military|air\s+force|armed\s+forces|navy|forces|troops|junta|regime)",
    re.IGNORECASE,
)
_GROUPS = frozenset(("rebel_group", "political_militia", "communal_militia", "state_forces", "foreign_forces"))
REACH = 100  # characters before the verb in which its subject stands


def with_flown(document: Document, claim: Claim) -> Claim:
    """The claim with the owner of the weapon that is its verb's subject as doer, if it has none.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.type not in _FIRED or claim.stance == "denied":
        return claim
    if any(actor.role in DOERS and not is_bare_weapon(actor.raw) for actor in claim.actors) or not _STRIKES.match(
        claim.trigger.quote
    ):
        return claim
    doer = _owner(document, claim)
    return claim if doer is None else replace(claim, actors=(doer, *claim.actors))


def _owner(document: Document, claim: Claim) -> Actor | None:
    start = claim.trigger.span.start
    begin = max(0, start - REACH)
    found = _OWNER.search(document.text[begin:start])
    kind = _kind(found["owner"]) if found else None
    if found is None or kind is None:
        return None
    words = document.quote(begin + found.start("owner"), begin + found.end("owner"))
    if any(e.span.start < words.span.end and words.span.start < e.span.end for a in claim.actors for e in a.evidence):
        return None
    return Actor(role="perpetrator", raw=words.quote, name=None, type=kind, evidence=(words,), score=claim.score)


def _kind(owner: str) -> str | None:
    """The kind of the party that the words name, None where they name no armed one ("of unknown origin").

    Only bare forces and those of a nation are a state's here; whose "rebel forces" or "tribal forces" are is for the resolver.
    """
    bearers = ActorRegistry.load().candidates(re.sub(r"^[Tt]he\s+", "", owner))
    kinds = {entry.type for entry in bearers if entry.type in _GROUPS}
    if kinds:
        return kinds.pop() if len(kinds) == 1 else "unknown"  # the country of the claim tells which RSF it is
    armed = _ARMED.fullmatch(owner)
    if armed is None:
        return None
    whose = fold_name(armed["whose"])
    return "state_forces" if not whose or whose in MentionWords.load().nations else "unknown"
