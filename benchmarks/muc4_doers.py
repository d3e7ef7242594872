"""The perpetrator slots: individuals, organizations, how sure the text is of them, and the category."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crossread.records import Actor, Claim, Document
from muc4_people import cut, looks_like_name
from muc4_words import head_of, load_facts, says

DOING = ("perpetrator", "claimant", "accused")
MOST_LETTERS = 9  # of an abbreviation


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """One perpetrator: an individual (or people described), or an organization with the confidence in it."""

    individual: str | None = None
    organization: str | None = None
    confidence: str = "REPORTED AS FACT"


def list_doers(document: Document, claims: Iterable[Claim], told: Iterable[Claim] = ()) -> list[Doer]:
    """Everybody whom the claims take for the doer, each once.

    Guerrillas or terrorists without a name belong to the one armed group that the document takes for a doer elsewhere
    (`told`: all its claims), or else to the only one that it names.
    """
    found: list[Doer] = []
    for claim in claims:
        sides = [
            a for a in claim.actors if a.role in ("side_a", "side_b") and a.type in ("rebel_group", "unidentified_armed_group")
        ]
        for actor in [a for a in claim.actors if a.role in DOING] or sides[:1]:
            found.extend(_split(document, claim, actor))
    doers = _one_unnamed(_distinct(found))
    if doers and not any(d.organization for d in doers) and category(doers) == "TERRORIST ACT":
        doers.extend(_group_behind(document, told))
    return doers


def _one_unnamed(doers: list[Doer]) -> list[Doer]:
    """Without all but the first of the people described: "gunmen", "attackers" and "assailants" are the same people."""
    unnamed = [d for d in doers if d.individual and not is_person(d.individual)]
    return [d for d in doers if d not in unnamed[1:]]


def _group_behind(document: Document, told: Iterable[Claim]) -> list[Doer]:
    facts = load_facts()["organizations"]
    doing = " | ".join(a.raw.upper() for claim in told for a in claim.actors if a.role in DOING)
    for text in (doing, document.text):
        names = {n: len(re.findall(rf"(?<![\w-]){re.escape(n)}(?![\w-])", text)) for n in facts["named"]}
        named = {name: times for name, times in names.items() if times}
        if named:
            best = max(named, key=lambda name: (named[name], len(name)))
            return [Doer(organization=best)]
    return []


def other_names(document: Document, name: str) -> list[str]:
    """The abbreviation or full name that the text itself sets beside an organization's name, in brackets or between dashes."""
    short, text, beside = _letters(name), document.text.upper(), r"(?:\s*[\[(]|\s+--\s+)"
    after = [m[1] for m in re.finditer(rf"(?<![\w-]){re.escape(name)}{beside}([^\[\]()]{{2,80}}?)(?:[\])]|\s+--)", text)]
    if short == name:
        words = rf"((?:[A-Z0-9][\w'’-]*\s+){{1,9}}[A-Z0-9][\w'’-]*){beside}{re.escape(name)}(?![\w-])"
        found = [_named_by(m[1], name) for m in re.finditer(words, text)] + [_named_by(words, name) for words in after]
    else:
        found = [words if " " not in words and len(words) < MOST_LETTERS else None for words in after]
    known = [full for full, letters in load_facts()["organizations"]["short"].items() if name in (full, letters)]
    known += [letters for full, letters in load_facts()["organizations"]["short"].items() if name == full]
    said = [other for other in known if other != name and says(text, (other,))]
    return list(dict.fromkeys([*(f for f in found if f), *said]))


def _letters(name: str) -> str:
    return name if " " not in name and len(name) < MOST_LETTERS else ""


def _named_by(words: str, letters: str) -> str | None:
    """The end of some words that an abbreviation stands for: its first letters, small words aside, are the abbreviation's."""
    tokens = words.split()
    wanted = re.sub(r"[^A-Z]", "", letters)
    for at in range(len(tokens) - 1):
        initials = "".join(t[0] for t in tokens[at:] if t not in ("OF", "THE", "AND", "FOR", "DE", "LA"))
        if tokens[at] not in ("OF", "THE", "AND", "FOR") and initials == wanted:
            return " ".join(tokens[at:])
    return None


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
    if text in facts["empty"]:
        return
    if not is_organization(text):
        yield Doer(individual=text)
        return
    name = _organization_in(text)
    if says(text, facts["members"]) and text != name:
        yield Doer(individual=text)
    yield Doer(organization=name, confidence=sure)


def _organization_in(text: str) -> str:
    """The name of an organization in a mention: a known armed group, else what follows OF, else up to the word for it."""
    facts = load_facts()["organizations"]
    known = [name for name in facts["named"] if says(text, (name,))]
    if known:
        return str(max(known, key=len))
    people, _, rest = text.partition(" OF ")
    if rest and says(head_of(people), facts["members"]) and is_organization(rest):
        return cut(rest)
    words = text.split()
    while len(words) > 1 and words[-1] in facts["members"] and is_organization(" ".join(words[:-1])):
        words.pop()
    return " ".join(words)


def is_organization(text: str) -> bool:
    """True if a word of the text names an organization, or an abbreviation stands for one."""
    return says(text, load_facts()["organizations"]["words"])


def confidence_in(document: Document, claim: Claim, actor: Actor) -> str:
    """How the text views a perpetrator organization, by the documentation's decision tree (part 2, slot 11)."""
    facts = load_facts()["confidence"]
    at = actor.evidence[0].span.start if actor.evidence else claim.trigger.span.start
    near = document.text[max(0, at - 150) : at + len(actor.raw) + 120].upper()
    claims_it = actor.role != "accused" and (claim.stance == "claimed" or says(near, facts["claims"]))
    if actor.role == "claimant" or claims_it:
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
