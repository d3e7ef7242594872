"""Which claims are incidents of the MUC-4 database: the task's rules of relevance (part 1, section 1), one function each.

The codebook of crossread takes in every violent incident; the task wants acts of terrorism against civilians, the state's
civil side or its infrastructure. A rule says why a claim is left out; `find_reason` asks them in order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timedelta

from crossread.codebook import load_codebook
from crossread.records import Claim, Document
from muc4_words import choose, load_facts, says

RECENT = timedelta(days=62)  # the task: "within two months of the date of the article"
NO_INCIDENT = ("aggregate",)
DISCREDITED = ("denied", "rumoured")
HEARD = ("REPORTEDLY",)
MILITARY = ("state_forces", "police", "foreign_forces")
INSURGENT = ("rebel_group", "political_militia", "unidentified_armed_group", "communal_militia")
FORCED = ("ARMED STRIKE", "FORCED", "THREATEN", "PARALYZED", "TRANSPORTATION STOPPAGE", "BAN ON", "STOPPAGE")
SUFFERING = ("victim", "target", "side_a", "side_b")


def find_reason(document: Document, claim: Claim) -> str | None:
    """The name of the first rule that leaves a claim out of the database, None if it belongs there."""
    return next((name for name, excludes in RULES.items() if excludes(document, claim)), None)


def is_of_no_type(document: Document, claim: Claim) -> bool:
    """4.: the database knows attack, bombing, kidnapping, arson, robbery, hijacking and forced work stoppage."""
    kind = load_codebook().crosswalk("muc4", claim.type)
    return kind is None and not (claim.type == "armed_clash" and _harms_civilians(claim))


def is_unforced_stoppage(document: Document, claim: Claim) -> bool:
    """A strike or protest is a terrorist act only if people are forced to stop work."""
    near = document.text[max(0, claim.trigger.span.start - 200) : claim.trigger.span.end + 200]
    return claim.type == "protest" and not says(near, FORCED)


def is_summary(document: Document, claim: Claim) -> bool:
    """7.: totals over a period and generic descriptions are no incident."""
    return claim.scope in NO_INCIDENT


def is_discredited(document: Document, claim: Claim) -> bool:
    """5.: only acts reported as factual; rumours and what the article denies are left out. "Reportedly" makes no rumour."""
    if claim.stance == "rumoured" and says(
        document.text[max(0, claim.trigger.span.start - 40) : claim.trigger.span.start], HEARD
    ):
        return False
    return claim.stance in DISCREDITED


def is_old(document: Document, claim: Claim) -> bool:
    """6.: older than two months before the article, and told as context (new information on an old act is kept)."""
    window = claim.when.value if claim.when else None
    if window is None or window.latest is None or document.published is None:
        return False
    return claim.scope == "background" and window.latest < document.published - RECENT


def is_combat(document: Document, claim: Claim) -> bool:
    """1b.: guerrillas against the military or police of their own country, and no civilian person or thing is hit."""
    hit = [_side(a.raw, a.type) for a in claim.actors if a.role in ("victim", "target")]
    hit += [_side(h.raw, h.group_type) for h in claim.harm if re.search(r"[A-Z]", h.raw)]
    if claim.type == "armed_clash":
        return not _harms_civilians(claim)
    doers = _types(claim, ("perpetrator", "claimant", "accused"))
    state_did_it = bool(doers) and all(kind in MILITARY for kind in doers)
    things = [a.raw for a in claim.actors if a.role == "target" and a.type == "object"]
    if any(not says(raw, MILITARY_THINGS) for raw in things):
        return False
    people = [kind for kind in hit if kind != "object"]
    return bool(hit) and not state_did_it and all(kind in MILITARY for kind in people) and (bool(people) or bool(things))


def is_against_armed_group(document: Document, claim: Claim) -> bool:
    """1a.: the victims are guerrillas, drug traffickers or another armed group."""
    people = [a for a in claim.actors if a.role in ("victim", "target") and a.type != "object"]
    things = any(a.type == "object" for a in claim.actors if a.role == "target")
    armed = load_facts()["organizations"]["armed"]
    return bool(people) and not things and all(a.type in INSURGENT and says(a.raw, armed) for a in people)


def is_vague(document: Document, claim: Claim) -> bool:
    """7.: neither the target nor the nature of the attack is told ("an attack perpetrated by a subversive group")."""
    told = any(a.role in SUFFERING for a in claim.actors) or bool(claim.harm) or bool(claim.means)
    return not told


def is_elsewhere(document: Document, claim: Claim) -> bool:
    """4.: it happened outside the nine countries, and nothing in the claim belongs to one of them."""
    facts = load_facts()
    value = claim.where.value if claim.where else None
    if value is None or value.country is None or value.precision not in ("country", "exact", "admin1"):
        return False
    named = str(claim.where.raw).upper() if claim.where else ""
    outside = [name for code, name in facts["countries"].items() if code not in facts["interest"]["codes"]]
    return value.country not in facts["interest"]["codes"] and says(named, outside)


Rule = Callable[[Document, Claim], bool]
MILITARY_THINGS = (
    "BARRACKS GARRISON POST POSTS BASE BRIGADE BATTALION MILITARY ARMY POLICE POSITIONS PATROL CONVOY HELICOPTER HELICOPTERS "
    "CHECKPOINT OUTPOST REGIMENT DETACHMENT COMMAND GUARD TROOPS CAMP"
).split()
RULES: Mapping[str, Rule] = {
    "no_type": is_of_no_type,
    "unforced_stoppage": is_unforced_stoppage,
    "summary": is_summary,
    "discredited": is_discredited,
    "old": is_old,
    "combat": is_combat,
    "against_armed_group": is_against_armed_group,
    "vague": is_vague,
    "elsewhere": is_elsewhere,
}


def _side(raw: str, kind: str) -> str:
    """The type of people hit; a rank or a force named in the words makes them military whatever their name says."""
    told = choose(raw, load_facts()["human"])
    return "state_forces" if kind != "object" and told in ("ACTIVE MILITARY", "LAW ENFORCEMENT") else kind


def _types(claim: Claim, roles: tuple[str, ...]) -> list[str]:
    return [a.type for a in claim.actors if a.role in roles and a.type != "object"]


def _harms_civilians(claim: Claim) -> bool:
    """A civilian or a civil thing among those hit: then a clash is relevant, the military targets with it."""
    people = [_side(a.raw, a.type) for a in claim.actors if a.role in ("victim", "target", "bystander")]
    people += [_side(h.raw, h.group_type) for h in claim.harm if re.search(r"[A-Z]{4}", h.raw)]
    things = [a.raw for a in claim.actors if a.role == "target" and a.type == "object"]
    return any(kind in ("civilians", "officials", "journalists", "aid_workers") for kind in people) or any(
        not says(raw, MILITARY_THINGS) for raw in things
    )
