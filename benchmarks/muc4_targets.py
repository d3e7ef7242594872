"""The target slots: things with type, number, nation, effect; people with name and description besides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossread.codebook.mention_words import MentionWords
from crossread.extract.passages import iter_sentence_starts
from crossread.normalize.counts import parse_count
from crossread.records import Actor, Claim, Count, Document, Evidence
from muc4_people import Person, cut, fullest_name, split_person
from muc4_words import choose, head_of, load_facts, physical_type, says

HIT = ("victim", "target", "bystander")
INSURGENT = ("rebel_group", "political_militia", "unidentified_armed_group", "communal_militia")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A physical target; `effect` None where nothing is told."""

    id: str
    type: str
    number: str
    nation: str | None
    effect: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Human:
    """A human target: a name, perhaps with a description, or a description alone."""

    name: str | None
    description: str | None
    type: str
    number: str
    nation: str | None
    effect: str | None


def list_things(document: Document, claims: Sequence[Claim], country: str) -> list[Thing]:
    """The physical targets of the claims, each once."""
    out: dict[str, Thing] = {}
    for claim in claims:
        for actor in claim.actors:
            if actor.type != "object" or actor.role not in HIT:
                continue
            thing = make_thing(document, claim, actor, country)
            out.setdefault(thing.id, thing)
    return _without_parts(list(out.values()))


def make_thing(document: Document, claim: Claim, actor: Actor, country: str) -> Thing:
    """The physical target that one mention names."""
    name = cut(actor.raw)
    return Thing(
        id=name,
        type=physical_type(name),
        number=write_number(_before(document, actor), name),
        nation=foreign_nation(name, country),
        effect=_damage(document, claim, actor),
    )


def list_humans(document: Document, claims: Sequence[Claim], country: str) -> list[Human]:
    """The human targets of the claims: victims, and people aimed at; those known only from a count last."""
    out: dict[str, Human] = {}
    for claim in claims:
        for actor in claim.actors:
            if actor.type != "object" and actor.role in HIT and actor.evidence and not _is_no_target(actor):
                human = _human(document, claim, actor.raw, actor.evidence[0], country)
                _add(out, human)
    for claim in claims:
        for row in claim.harm:
            covered = any(_overlap(row.evidence, a.evidence) for a in claim.actors if a.role in HIT)
            group = row.group or row.raw
            if row.evidence and not covered and not _none(row.count) and (not out or not _only_effect(group)):
                _add(out, _human(document, claim, group, row.evidence[0], country))
    return _without_surnames(list(out.values()))


def _is_no_target(actor: Actor) -> bool:
    """True for organizations and for the armed band itself: among those hit beside civilians it is no target of the task."""
    armed = load_facts()["organizations"]["armed"]
    return _is_group(actor.raw) or (actor.type in INSURGENT and says(head_of(cut(actor.raw)), armed))


def _without_surnames(humans: list[Human]) -> list[Human]:
    """Without a description whose words all stand in somebody's name: "Rojas" beside Pedro Rojas is the same man."""
    names = [set(h.name.split()) for h in humans if h.name]
    return [h for h in humans if h.name or not any(set(str(h.description).split()) <= name for name in names)]


def _human(document: Document, claim: Claim, raw: str, evidence: Evidence, country: str) -> Human:
    text, start, end = document.text, evidence.span.start, evidence.span.end
    person = split_person(raw, text[max(0, start - 80) : start], text[end : end + 120])
    if person.name:
        person = Person(name=fullest_name(person.name, text), description=person.description)
    return make_human(document, claim, person, evidence, country)


def make_human(document: Document, claim: Claim, person: Person, evidence: Evidence, country: str) -> Human:
    """The human target of a name, a description or both, told at `evidence`."""
    facts, name = load_facts(), person.name
    told = person.description or name or ""
    kind = choose(told if person.description else "", facts["human"], "CIVILIAN") if told else "CIVILIAN"
    number = "1" if name else write_number(_count_of(claim, evidence, document.text), told)
    return Human(
        name=name,
        description=person.description,
        type=kind or "CIVILIAN",
        number=number,
        nation=foreign_nation(f"{evidence.quote} {person.description or ''}", country),
        effect=_effect(document, claim, evidence),
    )


def _is_group(raw: str) -> bool:
    """True for an organization named as the victim ("FENASTRAS"): it is no human target, its members are."""
    return any(head_of(cut(raw)).endswith(name) for name in load_facts()["organizations"]["bodies"])


def _only_effect(group: str) -> bool:
    """True for words that tell only that somebody was hit: a number, "dead", "casualties"; others name the people."""
    return all(w in load_facts()["people"]["effects"] or w.isdigit() for w in re.findall(r"[A-Z]+|\d+", cut(group)))


def _add(out: dict[str, Human], human: Human) -> None:
    """Each person once; a surname alone is the person whose full name is known already."""
    key = human.name or human.description or ""
    for known in list(out):
        if key == known or (human.name and out[known].name and (key in known or known in key)):
            if len(key) > len(known):
                out[key] = human
                del out[known]
            return
    out[key] = human


def write_number(counted: str | Count, noun: str) -> str:
    """A number fill: the count told, else 1 for a singular and PLURAL for a plural."""
    count = parse_count(counted.lower()) if isinstance(counted, str) else counted
    if count.low == count.high == 1 and _plural(noun):
        return "PLURAL"
    if count.qualifier == "about" and count.low:
        return f"~{count.low}"
    if count.low and count.high and count.qualifier in ("exact", "range"):
        return str(count.low) if count.low == count.high else f"{count.low} - {count.high}"
    if count.low and count.qualifier == "at_least":
        return f"{count.low} -"
    return "PLURAL" if _plural(noun) else "1"


def _plural(noun: str) -> bool:
    head = (head_of(noun).split() or [""])[-1]
    if head.endswith(("SS", "'S", "HEADQUARTERS", "BARRACKS", "BUS")):
        return False
    return head.endswith(("S", "MEN")) or head in ("PEOPLE", "CHILDREN", "POLICE", "DEAD", "WOUNDED", "INJURED", "PERSONNEL")


def foreign_nation(words: str, country: str) -> str | None:
    """The task's name for a nationality in the words, where it is not that of the place."""
    facts = load_facts()["countries"]
    nations = MentionWords.load().nations
    told = re.findall(r"[A-Z][A-Z.]*", words.upper())
    for word, following in pairwise([*told, ""]):
        for form in (f"{word} {following}", word):
            known = nations.get(form.lower().replace(".", "")) or nations.get(form.lower())
            if known and known[0] in facts and facts[known[0]] != country:
                return str(facts[known[0]])
    return None


def _before(document: Document, actor: Actor) -> str:
    """The mention with the number words before it."""
    start, end = actor.evidence[0].span.start, actor.evidence[0].span.end
    words = document.text[max(0, start - 30) : start].split()
    return " ".join([*words[-2:], document.text[start:end]]) if words and _counts(words[-1]) else document.text[start:end]


def _counts(word: str) -> bool:
    return parse_count(f"{word} people").qualifier in ("exact", "about", "vague") and word.isalnum() and word not in ("THE",)


def _count_of(claim: Claim, evidence: Evidence, text: str) -> str | Count:
    for row in claim.harm:
        if row.count and _overlap(row.evidence, (evidence,)) and row.count.low is not None:
            return parse_count(row.raw.lower())  # in capitals a plural reads as a name, which counts one
    start, end = evidence.span.start, evidence.span.end
    words = text[max(0, start - 30) : start].split()
    return f"{words[-1]} {text[start:end]}" if words and _counts(words[-1]) else text[start:end]


def _overlap(one: Iterable[Evidence], other: Iterable[Evidence]) -> bool:
    return any(a.span.overlaps(b.span) for a in one for b in other)


def _effect(document: Document, claim: Claim, evidence: Evidence) -> str | None:
    """DEATH before INJURY among the effects told of this person or group; freed captives; nobody hurt."""
    effects = {row.effect for row in claim.harm if _overlap(row.evidence, (evidence,)) and not _none(row.count)}
    if "killed" in effects:
        return "DEATH"
    if "injured" in effects:
        return "INJURY"
    facts = load_facts()["effects"]
    near = sentence_at(document, evidence.span.start)
    if claim.type == "abduction":
        return "REGAINED FREEDOM" if says(near, facts["freed"]) else None
    if says(near, facts["unharmed"]) or any(_none(row.count) for row in claim.harm):
        return "NO INJURY OR DEATH"
    if claim.type == "killing" and claim.status == "accomplished" and not claim.harm:
        return "DEATH"
    return None


def _none(count: Count | None) -> bool:
    return count is not None and count.high == 0


def _damage(document: Document, claim: Claim, actor: Actor) -> str | None:
    facts = load_facts()["effects"]
    near = sentence_at(document, actor.evidence[0].span.start)
    if says(near, facts["undamaged"]):
        return "NO DAMAGE"
    if says(near, facts["destroyed"]):
        return "DESTROYED"
    done = claim.type in ("arson", "bombing") and claim.status == "accomplished"
    return "SOME DAMAGE" if done or says(near, facts["damaged"]) else None


def sentence_at(document: Document, at: int) -> str:
    """The sentence of a document in which a character stands."""
    starts = [*iter_sentence_starts(document.text), len(document.text)]
    return next((document.text[a:b] for a, b in pairwise(starts) if a <= at < b), "")


def _without_parts(things: list[Thing]) -> list[Thing]:
    """Without a thing whose words all stand in a longer one's ("bank", "bank branch office")."""
    longer = [(set(t.id.split()), t) for t in things]
    return [t for words, t in longer if not any(words < other for other, _ in longer)]
