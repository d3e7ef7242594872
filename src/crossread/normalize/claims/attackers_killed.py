"""Attackers who were killed: "soldiers killed three rebels who had attacked a village", "a man who tried to stab a soldier".

All nine hand-coded acts told as "soldiers killed (shot dead) the gunmen who attacked", "who ambushed" or "who opened fire" are
fights, with those who killed on one side and the attackers, who are the dead, on the other. In the four told as "who tried to
rob", "as he attempted to infiltrate" nobody but the attacker did it, and it is an attempt. Whoever is killed is a victim.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at, sentence_ends
from crossread.records import Actor, Claim, Document, Span
from crossread.records.roles import SUFFERER_ROLES

_DOING = ("perpetrator", "accused", "side_a", "side_b")
_WORDS = r"(?:(?!(?:who|that|in|at|near|on|after|when|as|and|by)\b)[\w’'-]+\s+){1,6}?"
_SUBJECT = r"(?:he|she|they|the\s+\w+)\s+"
_KILLED = re.compile(
    r"(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?<!\bbeing\s)(?<!\bare\s)(?<!\bis\s)"
    r"\b(?:kill(?:ed|s)?|sho(?:t|ots?)(?:\s+(?:dead|and\s+killed|and\s+wounded))?|gunned\s+down|wound(?:ed|s))\s+"
    rf"(?P<men>{_WORDS})(?:who\s+|(?:as|when|after)\s+{_SUBJECT})"
    r"(?:(?:had\s+|have\s+|has\s+)?(?P<did>attack(?:ed|s)?|ambush(?:ed|es)?|assault(?:ed|s)?|storm(?:ed|s)?|raid(?:ed|s)?"
    r"|open(?:ed|s)?\s+fire|fir(?:ed|es)\s+(?:at|on)|shot\s+at)\b"
    r"|(?:had\s+|have\s+|has\s+)?(?P<hurt>stabbed|knifed|wounded|injured|rammed|killed|shot)\b"
    r"|(?:had\s+|have\s+)?(?P<tried>tri(?:ed|es)|attempt(?:ed|s)|(?:was|were|is|are)\s+(?:trying|attempting|about|preparing))\s+to\s+"
    r"(?P<deed>\w+))",
    re.IGNORECASE,
)
_ARMED = re.compile(
    r"\b(?:gunm[ae]n|armed\s+m[ae]n|militants?|rebels?|insurgents?|fighters?|terrorists?|bandits?|pirates?|attackers?|assailants?"
    r"|guerrillas?|jihadi(?:st)?s?|militiam[ae]n|extremists?|raiders?|bombers?)\b",
    re.IGNORECASE,
)
_HOSTILE = re.compile(
    r"(?:stab|attack|ram|plant|lay|storm|infiltrat|kill|blow|detonat|bomb|rob|steal|seiz|grab|kidnap|abduct|snatch|shoot|throw|hijack"
    r"|launch|raid|assassinat|ambush|behead)",
    re.IGNORECASE,
)
_BY_ATTACKER = ("armed_attack", "bombing", "abduction", "looting", "arson")
_FIGHTS = ("armed_attack", "killing", "armed_clash", "shelling")


def settle_attackers_killed(document: Document, claim: Claim) -> Claim:
    """The claim with those who were killed as attackers among its victims, and each party where it belongs.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.type not in (*_FIGHTS, *_BY_ATTACKER):
        return claim
    found = _told(document.text, claim.trigger.span)
    killers = [row for row in claim.actors if found and row.role in _DOING and _stands(row, 0, found.start())]
    if found is None or not killers:
        return claim
    men = Span(start=found.start("men"), end=found.start("men") + len(found["men"].rstrip()))
    armed = _ARMED.search(found["men"]) is not None
    if found["did"]:
        return _as_fight(document, claim, killers, men) if armed and claim.type in _FIGHTS else claim
    if not armed and any(_ARMED.search(row.raw) for row in killers):
        return claim  # "gunmen killed two guards as they tried to rob a bank"
    others_hurt = any(row.evidence and not _overlaps(men, row.evidence[0].span) for row in claim.harm)
    if found["hurt"]:
        return _as_attack(document, claim, killers, men) if others_hurt and claim.type in _FIGHTS else claim
    by_forces = not armed and claim.trigger.span.start < men.start and claim.type == "armed_attack"
    if claim.type == "killing" or by_forces:
        return _as_killing(document, claim, men)
    tried = armed or _HOSTILE.match(found["deed"])
    made = _as_attack(document, claim, killers, men) if tried and claim.type in _BY_ATTACKER else claim
    return made if made is claim or others_hurt else replace(made, status="attempted")


def _told(text: str, trigger: Span) -> re.Match[str] | None:
    """The words, if they hold the trigger or stand in its sentence before it."""
    ends, number = sentence_ends(text), sentence_at(text, trigger.start)
    start, end = ends[number - 1] if number else 0, ends[number] if number < len(ends) else len(text)
    found = _KILLED.search(text, start, end)
    return found if found is not None and trigger.start < found.end() + 20 and found.start() < trigger.end else None


def _as_fight(document: Document, claim: Claim, killers: list[Actor], men: Span) -> Claim:
    rest = _without(claim.actors, killers, men)
    sides = (*(replace(row, role="side_a") for row in killers), _man(document, claim, men, "side_b"))
    return replace(claim, type="armed_clash", actors=(*sides, _man(document, claim, men, "victim"), *rest))


def _as_killing(document: Document, claim: Claim, men: Span) -> Claim:
    """Told as what the forces did: he only suffers it."""
    known = [row for row in claim.actors if _is_of(row, men)]
    dead = any(row.evidence and _overlaps(men, row.evidence[0].span) for row in claim.harm)
    if (known and all(row.role in SUFFERER_ROLES for row in known)) or not (known or dead):
        return claim
    kept = tuple(row for row in claim.actors if row not in known)
    return replace(claim, actors=(*kept, _man(document, claim, men, "victim")))


def _as_attack(document: Document, claim: Claim, killers: list[Actor], men: Span) -> Claim:
    """Told as what the attacker did or tried: nobody else is its doer."""
    actors = (_man(document, claim, men, "perpetrator"), _man(document, claim, men, "victim"))
    kind = "armed_attack" if claim.type in ("killing", "armed_clash") else claim.type
    return replace(claim, type=kind, actors=(*actors, *_without(claim.actors, killers, men)))


def _man(document: Document, claim: Claim, men: Span, role: str) -> Actor:
    """The attackers in a role: as they stand there already, or by their words."""
    known = [row for row in claim.actors if _is_of(row, men)]
    same = [row for row in known if row.role == role or (role in _DOING) == (row.role in _DOING)]
    if same or known:
        return replace((same or known)[0], role=role)
    quote = document.quote(men.start, men.end)
    return Actor(role=role, raw=quote.quote, name=None, type="unidentified_armed_group", evidence=(quote,), score=claim.score)


def _without(actors: Iterable[Actor], killers: list[Actor], men: Span) -> tuple[Actor, ...]:
    return tuple(row for row in actors if row not in killers and not _is_of(row, men))


def _is_of(row: Actor, men: Span) -> bool:
    return row.score is not None and bool(row.evidence) and _overlaps(men, row.evidence[0].span)


def _overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _stands(row: Actor, start: int, end: int) -> bool:
    return row.score is not None and bool(row.evidence) and start <= row.evidence[0].span.start < end
