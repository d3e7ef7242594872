"""Entities read by the network as the perpetrators, targets and instruments of a template, with what the claims say of them."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.records import Actor, Claim, Document, Evidence
from muc4_doers import DOING, Doer, confidence_in, is_person
from muc4_fillers import Filler
from muc4_people import Person, fullest_name
from muc4_sharing import Entity
from muc4_targets import Human, Thing, make_human, make_thing

GAP = 4  # characters between a title and its name: ", " and brackets at most


def entity_doers(document: Document, claims: Sequence[Claim], entities: Sequence[Entity]) -> list[Doer]:
    """Individuals and organizations; of people without a name only the surest are kept, as one incident has one band."""
    people = [e for e in entities if e.best.slot == 9]
    unnamed = sorted((e for e in people if not is_person(e.best.text)), key=lambda e: -e.score)
    doers = [Doer(individual=e.best.text) for e in people if e not in unnamed[1:]]
    for entity in (e for e in entities if e.best.slot == 10):
        claim, actor = _told(document, claims, entity.best, DOING)
        doers.append(Doer(organization=entity.best.text, confidence=confidence_in(document, claim, actor)))
    return doers


def entity_things(document: Document, claims: Sequence[Claim], entities: Sequence[Entity], country: str) -> list[Thing]:
    """The physical targets."""
    things: dict[str, Thing] = {}
    for entity in (e for e in entities if e.best.slot == 12):
        claim, actor = _told(document, claims, entity.best, ())
        thing = make_thing(document, claim, actor, country)
        things.setdefault(thing.id, thing)
    return list(things.values())


def entity_humans(document: Document, claims: Sequence[Claim], entities: Sequence[Entity], country: str) -> list[Human]:
    """The human targets: a description that stands beside a name is of that person, the others are people of their own."""
    roles = [e for e in entities if e.best.slot == 19]
    humans: list[Human] = []
    for entity in (e for e in entities if e.best.slot == 18):
        role = next((r for r in roles if _beside(entity, r)), None)
        if role is not None:
            roles.remove(role)
        name = fullest_name(entity.best.text, document.text)
        person = Person(name=name, description=role.best.text if role else None)
        humans.append(_human(document, claims, entity, person, country))
    for role in roles:
        humans.append(_human(document, claims, role, Person(name=None, description=role.best.text), country))
    return humans


def _human(document: Document, claims: Sequence[Claim], entity: Entity, person: Person, country: str) -> Human:
    mentions = sorted(entity.mentions, key=lambda m: -m.score)
    made = []
    for mention in mentions[:3]:
        claim, actor = _told(document, claims, mention, ())
        made.append(make_human(document, claim, person, actor.evidence[0], country))
    return next((h for h in made if h.effect), made[0])


def _beside(name: Entity, role: Entity) -> bool:
    return any(-1 <= max(n.start, r.start) - min(n.end, r.end) <= GAP for n in name.mentions for r in role.mentions)


def _told(document: Document, claims: Sequence[Claim], filler: Filler, roles: Sequence[str]) -> tuple[Claim, Actor]:
    """The claim that has a mention among its actors or its harm, and the mention as an actor of it; else the first claim."""
    evidence = document.quote(filler.start, filler.end)
    kind = "object" if filler.slot == 12 else "unknown"
    for claim in claims:
        for actor in claim.actors:
            if (not roles or actor.role in roles) and _meets(actor.evidence, evidence):
                return claim, Actor(role=actor.role, raw=evidence.quote, name=None, type=kind, evidence=(evidence,))
    claim = next((c for c in claims if any(_meets(h.evidence, evidence) for h in c.harm)), claims[0])
    role = "perpetrator" if filler.slot in (9, 10) else "target"
    return claim, Actor(role=role, raw=evidence.quote, name=None, type=kind, evidence=(evidence,))


def _meets(found: Sequence[Evidence], evidence: Evidence) -> bool:
    return any(e.span.overlaps(evidence.span) for e in found)
