"""The perpetrator slots: individuals, organizations, how sure the text is of them, and the category."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crossread.records import Actor, Claim, Document
from muc4_people import cut, looks_like_name
from muc4_words import head_of, load_facts, says

DOING = ("perpetrator", "claimant", "accused")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """One perpetrator: an individual (or people described), or an organization with the confidence in it."""

    individual: str | None = None
    organization: str | None = None
    confidence: str = "REPORTED AS FACT"


def list_doers(document: Document, claims: Iterable[Claim]) -> list[Doer]:
    """Everybody whom the claims take for the doer, each once."""
    found: list[Doer] = []
    for claim in claims:
        sides = [a for a in claim.actors if a.role in ("side_a", "side_b") and a.type in ("rebel_group", "unidentified_armed_group")]
        for actor in [a for a in claim.actors if a.role in DOING] or sides[:1]:
            found.extend(_split(document, claim, actor))
    return _distinct(found)


def category(doers: Iterable[Doer]) -> str:
    """State-sponsored violence if the doer belongs to government, army or police, else a terrorist act."""
    facts = load_facts()["organizations"]
    names = [name for d in doers for name in (d.organization, d.individual) if name]
    state = [says(name, facts["state"]) and not says(name, facts["insurgent"]) for name in names]
    return "STATE-SPONSORED VIOLENCE" if state and all(state) else "TERRORIST ACT"


def _split(document: Document, claim: Claim, actor: Actor) -> Iterator[Doer]:
    """People and organization of one mention: TERRORISTS and SHINING PATH of "terrorists of the Shining Path"."""
    facts = load_facts()["organizations"]
    text = cut(actor.raw)
    sure = confidence_in(document, claim, actor)
    if not is_organization(text):
        yield Doer(individual=text)
        return
    people, _, rest = text.partition(" OF ")
    if rest and says(head_of(people), facts["members"]) and is_organization(rest):
        yield Doer(individual=text)
        yield Doer(organization=cut(rest), confidence=sure)
        return
    words = text.split()
    if len(words) > 1 and words[-1] in facts["members"] and is_organization(" ".join(words[:-1])):
        yield Doer(individual=text)
        yield Doer(organization=" ".join(words[:-1]), confidence=sure)
        return
    yield Doer(organization=text, confidence=sure)


def is_organization(text: str) -> bool:
    """True if a word of the text names an organization, or an abbreviation stands for one."""
    return says(text, load_facts()["organizations"]["words"])


def confidence_in(document: Document, claim: Claim, actor: Actor) -> str:
    """How the text views a perpetrator organization, by the documentation's decision tree (part 2, slot 11)."""
    facts = load_facts()["confidence"]
    at = actor.evidence[0].span.start if actor.evidence else claim.trigger.span.start
    near = document.text[max(0, at - 150) : at + len(actor.raw) + 120].upper()
    if actor.role == "claimant" or claim.stance == "claimed" or says(near, facts["claims"]):
        return "CLAIMED OR ADMITTED"
    just_before = document.text[max(0, at - 60) : at + len(actor.raw) + 30]
    if actor.role != "accused" and claim.stance != "alleged" and not says(just_before, facts["hedges"]):
        return "REPORTED AS FACT"
    told = [s.raw for s in claim.speakers if s.role in ("accuses", "reports")]
    by_authority = any(says(raw, facts["authorities"]) for raw in told or [near]) and (told or says(near, facts["saying"]))
    return "SUSPECTED OR ACCUSED BY AUTHORITIES" if by_authority else "SUSPECTED OR ACCUSED"


def _distinct(doers: list[Doer]) -> list[Doer]:
    """Each individual and each organization once; one told in other words again ("rebels", "FMLN rebels") by its fullest."""
    out: list[Doer] = []
    for doer in doers:
        name = doer.individual or doer.organization or ""
        if not re.search(r"[A-Z]", name):
            continue
        same = [d for d in out if (d.individual is None) == (doer.individual is None) and _alike(d, name)]
        if not same:
            out.append(doer)
    return out


def _alike(doer: Doer, name: str) -> bool:
    mine, theirs = set((doer.individual or doer.organization or "").split()), set(name.split())
    return mine <= theirs or theirs <= mine


def is_person(text: str) -> bool:
    """True for a string that is a person's name: two or more words, none of them an ordinary one."""
    words = text.split()
    return len(words) > 1 and all(looks_like_name(word) for word in words)
