"""Claims of one document -> answer templates of the task: slot number -> fills, written as the keys write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from crossread.codebook import load_codebook
from crossread.records import Claim, Document
from muc4_dates import write_date
from muc4_doers import Doer, category, list_doers, other_names
from muc4_entities import entity_doers, entity_humans, entity_things
from muc4_fillers import Filler
from muc4_filter import is_likely
from muc4_joining import heard, join_doers, join_humans, join_means, join_things
from muc4_people import cut
from muc4_places import write_location
from muc4_relevance import find_reason
from muc4_sharing import Entity, gather, reaches, share
from muc4_targets import Human, Thing, list_humans, list_things, sentence_at
from muc4_words import first_said, load_facts, says

STRINGS = (6, 9, 10, 12, 18, 19)
NOT_APPLICABLE = {"KIDNAPPING": (6, 7, 12, 13, 14, 15, 16, 17), "ARSON": (6, 7)}
BLOWN = ("DYNAMITED", "EXPLODED", "EXPLOSION", "BLEW UP", "BLOWN UP", "BOMBING", "BOMB", "BOMBED", "DYNAMITING")
_EFFECT = re.compile(r"(?<=\w) (?:FIRE|BURSTS?|WOUNDS?|BLASTS?|EXPLOSIONS?|ROUNDS)$")  # the weapon's, not the weapon
EXPLODING = ("ied", "mine", "car_bomb", "suicide_bomb", "grenade", "explosive")


@dataclass(slots=True)
class Template:
    """One incident: (value, cross-reference or None) fills by slot number; `kind` is the incident type."""

    docid: str
    kind: str
    fills: dict[int, list[tuple[str, str | None]]] = field(default_factory=dict)
    aliases: dict[str, list[str]] = field(default_factory=dict)  # other names of a fill, for the five roles alone
    weighed: dict[int, list[str]] = field(default_factory=dict)  # the strings of a slot in the five roles, where weighed

    def add(self, slot: int, value: str | None, tag: str | None = None) -> None:
        """Put a fill in, unless there is none or the slot does not apply to the incident type."""
        if value and slot not in NOT_APPLICABLE.get(self.kind, ()) and (value, tag) not in self.fills.get(slot, []):
            self.fills.setdefault(slot, []).append((value, tag))

    def strings(self, slot: int) -> list[str]:
        """The values of a slot."""
        return [value for value, _ in self.fills.get(slot, [])]


def write_templates(
    document: Document, claims: Sequence[Claim], fillers: Sequence[Filler] = (), relevance: str = "learned"
) -> list[Template]:
    """The templates of all relevant claims (section 5).

    `fillers` stand beside the claims' own strings; `relevance` is "rules", or "learned" for the filter to be asked after them,
    which it is only if there are fillers.
    """
    groups = choose_groups(document, claims, fillers, relevance)
    shared = share(gather(fillers, document.text), groups)
    cleared = [heard(group, fillers) if fillers else group for group in groups]
    return lend_organizations([_template(document, group, claims, own) for group, own in zip(cleared, shared, strict=True)])


def choose_groups(
    document: Document, claims: Sequence[Claim], fillers: Sequence[Filler], relevance: str = "learned"
) -> list[list[Claim]]:
    """The groups of claims that are a template each: those of the rules which the filter, if it is asked, takes for one."""
    groups = group_claims(document, claims)
    if not fillers or relevance != "learned":
        return groups
    return [group for group in groups if is_likely(document, group, len(groups), fillers)]


def lend_organizations(templates: Sequence[Template]) -> list[Template]:
    """The templates, each without an organization with those that the first other one of the same country has.

    A text names the band once and then tells of its further acts; the keys repeat the band in each of their templates. Where
    the text blames nobody nothing is lent, and a template that has an organization keeps to it.
    """
    named = [(t, _country(t), list(t.fills[10]), list(t.fills.get(11, []))) for t in templates if t.strings(10)]
    for template in templates:
        near = [] if template.strings(10) else [row for row in named if row[1] and row[1] == _country(template)]
        for lender, _, organizations, confidence in near[:1]:
            template.fills[10], template.fills[11] = list(organizations), list(confidence)
            template.aliases |= lender.aliases
    return list(templates)


def _country(template: Template) -> str:
    return next((place.split(":")[0] for place in template.strings(3)), "")


def group_claims(document: Document, claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims that no rule of relevance leaves out; those that differ in no place, date or doer together."""
    groups: list[list[Claim]] = []
    for claim in claims:
        if find_reason(document, claim) is None:
            home = next((g for g in groups if _same_template(document, g, claim)), None)
            if home is None:
                groups.append([claim])
            else:
                home.append(claim)
    return groups


def incident_type(document: Document, claim: Claim) -> str:
    """The task's type: ATTACK only where none of the others fits."""
    kind = str(load_codebook().crosswalk("muc4", claim.type) or "ATTACK")
    if kind == "KIDNAPPING" and says(claim.trigger.quote, ("HIJACKED", "HIJACKING", "HIJACK", "COMMANDEERED")):
        return "HIJACKING"
    explodes = any(means.kind in EXPLODING for means in claim.means) or says(claim.trigger.quote, BLOWN)
    return "BOMBING" if kind == "ATTACK" and explodes and claim.type not in ("air_strike", "armed_clash", "shelling") else kind


def _same_template(document: Document, group: Sequence[Claim], claim: Claim) -> bool:
    first = group[0]
    if incident_type(document, first) != incident_type(document, claim) or first.status != claim.status:
        return False
    return _compatible(_day(first), _day(claim)) and _compatible(_spot(first), _spot(claim)) and _doers_fit(first, claim)


def _compatible(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _day(claim: Claim) -> object:
    window = claim.when.value if claim.when else None
    return (window.earliest, window.latest) if window else None


def _spot(claim: Claim) -> object:
    return cut(claim.where.raw).removeprefix("IN ").removeprefix("THE ") if claim.where else None


def _doers_fit(one: Claim, other: Claim) -> bool:
    mine, theirs = ({a.raw.upper() for a in c.actors if a.role == "perpetrator"} for c in (one, other))
    return not mine or not theirs or bool(mine & theirs)


def _template(document: Document, claims: Sequence[Claim], told: Sequence[Claim], own: Sequence[Entity] = ()) -> Template:
    lead = claims[0]
    dated = next((c for c in claims if c.when and c.when.value), lead)
    placed = next((c for c in claims if c.where), lead)
    template = Template(document.external_id or document.id, incident_type(document, lead))
    location = write_location(document, placed)
    country = location.split(":")[0]
    template.add(2, write_date(document, dated))
    template.add(3, location)
    template.add(4, template.kind)
    template.add(5, lead.status.upper())
    means = [m.raw for claim in claims for m in claim.means]
    doers = list_doers(document, claims, told)
    things, humans = list_things(document, claims, country), list_humans(document, claims, country)
    if own:
        means = join_means(means, [e.best.text for e in _sure(own, means) if e.best.slot == 6])
        doers = join_doers(doers, entity_doers(document, claims, _sure(own, doers)))
        things = join_things(things, entity_things(document, claims, _sure(own, things), country))
        humans = join_humans(humans, entity_humans(document, claims, _sure(own, humans), country))
    _add_instruments(template, document, means, claims)
    template.add(8, category(doers))
    _add_doers(template, doers)
    template.aliases = {name: other_names(document, name) for name in template.strings(10)}
    for thing in things:
        _add_thing(template, thing)
    for human in humans:
        _add_human(template, human)
    return template


def _sure(own: Sequence[Entity], told: Sequence[object]) -> list[Entity]:
    return [e for e in own if reaches(e, "beside" if told else "floors")]


def _add_instruments(template: Template, document: Document, means: Sequence[str], claims: Sequence[Claim]) -> None:
    """A noun phrase is the instrument's string; a verb or the name of the act tells the type only (notes of 7.7, 7.8)."""
    facts = load_facts()
    for words in (_EFFECT.sub("", cut(raw)) for raw in means):
        kind = first_said(words, facts["instruments"])
        if kind and not _is_act(words):
            template.add(6, words)
            template.add(7, kind, words)
    if not template.strings(6) and template.strings(5) == ["ACCOMPLISHED"]:
        told = " ".join(_act_words(document, claim) for claim in claims)
        acts = {k: v for k, v in facts["acts"].items() if template.kind == "BOMBING" or k not in ("BOMB", "EXPLOSIVE")}
        template.add(7, first_said(told, acts), "-")


def _act_words(document: Document, claim: Claim) -> str:
    """The words for the act: trigger, retellings, means, and the sentence of the trigger."""
    near = sentence_at(document, claim.trigger.span.start)
    return " ".join([claim.trigger.quote, *(r.quote for r in claim.retellings), *(m.raw for m in claim.means), near])


def _is_act(words: str) -> bool:
    return words.endswith(("ED", "ING", "ION", "IONS")) or words in ("SHOT", "SHOTS", "BLEW UP", "FIRE", "GUNFIRE", "ATTACK")


def _add_doers(template: Template, doers: Sequence[Doer]) -> None:
    for doer in doers:
        template.add(9, doer.individual)
        template.add(10, doer.organization)
        if doer.organization:
            template.add(11, doer.confidence, doer.organization)


def _add_thing(template: Template, thing: Thing) -> None:
    template.add(12, thing.id)
    template.add(13, thing.type, thing.id)
    template.add(14, thing.number, thing.id)
    template.add(15, thing.nation, thing.id)
    template.add(16, thing.effect, thing.id)


def _add_human(template: Template, human: Human) -> None:
    who = human.name or human.description
    template.add(18, human.name)
    template.add(19, human.description, human.name)
    template.add(20, human.type, who)
    template.add(21, human.number, who)
    template.add(22, human.nation, who)
    template.add(23, human.effect, who)
