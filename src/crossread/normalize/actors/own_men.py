"""The men of an armed group in its own statement: "our brother", "lions of the wilayah", "units of our front" are it.

In hand-coded reports all 137 actors called "our" fighters, comrades, units and the like are armed: 101 rebels, 31 a state's.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.codebook.actor_entry import ActorEntry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.normalize.actors.own_side import own_kind
from crossread.normalize.actors.publisher import publisher_of
from crossread.records import Actor, Claim, Document, Harm, with_values

_REBELS = ("rebel_group", "political_militia", "communal_militia")
_STATES = ("state_forces", "police", "foreign_forces")
_ARMED = ("rebel_group", "state_forces", "unidentified_armed_group", "political_militia", "unknown")
_UNTOLD = ("unidentified_armed_group", "unknown")
_DOING = ("perpetrator", "claimant", "side_a")
_MEN = (
    r"(?:fighters?|mujahid\w*|mujahed\w*|men|hero(?:es)?|lions?|knights?|troops|units?|brothers?|soldiers?|comrades?|guerrillas?|battalions?"
    r"|brigades?|compan(?:y|ies)|fronts?|forces|martyrs?|columns?|army|militiamen|commandos?|sappers|patrols?|squads?|detachments?|cadres?"
    r"|combatants|boys|lads|sons)"
)
_OUR_MEN = re.compile(rf"\bour\s+(?:[\w’'-]+\s+){{0,4}}?{_MEN}\b", re.IGNORECASE)
_OUR_FRONT = re.compile(
    r"\bour\s+(?:[\w’'-]+\s+){0,2}?(?:front(?!-|\s+lines?)|guerrillas?|mujahid\w*|mujahed\w*|comrades?|sarmachars?|fedayeen)\b",
    re.IGNORECASE,
)
# Of 41 coded actors called so 33 are rebels and none is a state's
_OUR_IRREGULARS = re.compile(
    r"\bour\s+(?:[\w’'-]+\s+){0,3}?(?:fighters?|comrades?|guerrillas?|combatants?|mujahid\w*|mujahed\w*|sappers|partisans?)\b",
    re.IGNORECASE,
)
# What a group's statement calls its own without "our"; a state's statement does not speak so.
_HOLY = re.compile(
    r"^(?:(?:the|two|three|four|a|an|some|several|\d+)\s+)*(?:of\s+the\s+)?(?:\w+\s+)?"
    r"(?:mujahid(?:een|in|s)?|mujahed(?:een|in)|lions?\s+of\b|knights\s+of\b|(?:inghimasi|istishhadi)\w*|(?:brother|comrade)\s+[A-Z])",
)
_UNIT = re.compile(
    r"\b(?:front|battalion|column|company|brigade|sappers|units?|detachment|squad|commando|guerrillas|fighters)\b",
    re.IGNORECASE,
)
_HEROES = re.compile(r"(?:(?:some|two|three|four|five|six|\d+|the|of)\s+)*(?:heroes|lions|knights|sons)\s+of\b", re.IGNORECASE)
_ENEMY = re.compile(
    r"\b(?:enem(?:y|ies)|army|armies|police|government|regime|state|junta|puppet|mercenar\w+|hireling\w*|apostate\w*|murta\w+|crusader\w*"
    r"|occup\w+|invad\w+|infidel\w*|militia|paramilitar\w*|federal|royal|national)\b",
    re.IGNORECASE,
)
# "the regime's army", "soldiers of the junta": whose enemy is so called is no state's; "the Kyiv regime" is another state's
_AGAINST_STATE = re.compile(
    r"(?P<before>[\w’'-]+)\s+(?:regime|junta|oligarch\w*|dictator\w*|tyranny|puppet)(?:[’']s)?\s+(?:[a-z]+\s+)?"
    r"(?:army|military|soldiers|troops|police|forces|policem[ae]n)\b"
    r"|\b(?:army|military|soldiers|troops|police|forces|policem[ae]n)\s+of\s+(?P<of>[\w’'-]+)\s+(?:[a-z]+\s+)?"
    r"(?:regime|junta|oligarchy|dictatorship|tyranny)\b"
)


def with_own_men(document: Document, claim: Claim) -> Claim:
    """The claim of a registered armed actor's own statement with its own men under its name; no score stays as it is."""
    if claim.score is None:
        return claim
    entry = publisher_of(document)
    struck = any(a.type in _STATES and a.role in ("target", "victim", "side_b") for a in claim.actors)
    if entry is None:
        told = with_values(claim, actors=tuple(_rebel(document, actor, struck=struck) for actor in claim.actors))
        kind = own_kind(document)
        return told if kind is None else _of_side(document, told, kind)
    kind = next((actor.type for actor in claim.actors if actor.registry_id == entry.id), entry.type)  # as it is on that day
    actors = tuple(_named(actor, entry, kind, struck=struck) for actor in claim.actors)
    harm = tuple(
        replace(row, group_type=kind) if row.score is not None and _is_own(row.raw, entry) else row for row in claim.harm
    )
    return replace(claim, actors=_on_one_side(actors, entry), harm=harm)


def _on_one_side(actors: tuple[Actor, ...], entry: ActorEntry) -> tuple[Actor, ...]:
    """The actors without the group as its own enemy: "fighters who were gathering to attack our troops"."""
    sides = {actor.role for actor in actors if actor.registry_id == entry.id}
    others = any(actor.role == "side_b" and actor.registry_id != entry.id for actor in actors)
    if not {"side_a", "side_b"} <= sides or not others:
        return actors
    return tuple(a for a in actors if a.role != "side_b" or a.registry_id != entry.id or a.score is None)


def _of_side(document: Document, claim: Claim, kind: str) -> Claim:
    """The claim with "our men" and the "heroes of" a unit as the kind of actor whose statement it is."""
    actors = tuple(
        replace(row, type=kind) if row.registry_id is None and row.type in _ARMED and _is_ours(document, row) else row
        for row in claim.actors
    )
    harm = tuple(
        replace(row, group_type=kind) if row.group_type in _ARMED and _is_ours(document, row) else row for row in claim.harm
    )
    return replace(claim, actors=actors, harm=harm)


def _is_ours(document: Document, row: Actor | Harm) -> bool:
    if row.score is None or not row.evidence:
        return False
    span = row.evidence[0].span
    words = document.text[max(0, span.start - len("our fallen ")) : span.end]
    return _OUR_MEN.search(words) is not None or _HEROES.match(row.raw) is not None


def _named(actor: Actor, entry: ActorEntry, kind: str, *, struck: bool) -> Actor:
    if actor.score is None or actor.registry_id or actor.type == "object":
        return actor
    unit = struck and actor.role in _DOING and entry.type in _REBELS and _is_unit(actor.raw)
    if not unit and not _is_own(actor.raw, entry):
        return actor
    return replace(actor, name=entry.name, type=kind, registry_id=entry.id)


def _rebel(document: Document, actor: Actor, *, struck: bool) -> Actor:
    """Those called "our comrades" or a doer called "units of our front" as rebels, also where nobody knows which.

    The same for "our commandos" in a text that speaks of "the regime's army" or "soldiers of the junta".
    """
    if actor.score is None or actor.registry_id:
        return actor
    if actor.type in (*_UNTOLD, "state_forces") and _is_ours_and_irregular(document, actor):
        return replace(actor, type="rebel_group")
    ours = actor.role in _DOING and actor.type in ("state_forces", "unknown")
    front = struck and _OUR_FRONT.search(actor.raw) is not None
    rebels = front or (_OUR_MEN.search(actor.raw) is not None and _fights_state(document))
    return replace(actor, type="rebel_group") if ours and rebels else actor


def _is_ours_and_irregular(document: Document, actor: Actor) -> bool:
    """True for "our comrades", also where only "comrades" of "three of our comrades" is marked."""
    if not actor.evidence:
        return False
    span = actor.evidence[0].span
    return _OUR_IRREGULARS.search(document.text[max(0, span.start - len("our fallen ")) : span.end]) is not None


def _fights_state(document: Document) -> bool:
    """True for a text with "the regime's army", but for that of a state that is named before it."""
    told = (match["before"] or match["of"] for match in _AGAINST_STATE.finditer(document.text))
    return any(word.islower() or word == "The" for word in told)


def _is_own(raw: str, entry: ActorEntry) -> bool:
    return _OUR_MEN.search(raw) is not None or (entry.type in _REBELS and _HOLY.match(raw) is not None)


def _is_unit(raw: str) -> bool:
    """True for "the 32nd Front", "sappers of the column": a body that is told of no nation and not as the other side's."""
    nations = MentionWords.load().nations
    return (
        _UNIT.search(raw) is not None and not _ENEMY.search(raw) and not any(fold_name(word) in nations for word in raw.split())
    )
