"""A crowd that something is driven, thrown or fired into suffers: it did nothing, and is no mob.

Of 53 hand-coded crowds that did something three stand so ("police fired at a crowd"), all in a protest or riot of their
own. Of 8 crowds that came to harm outside demonstrations and arrests one is coded as rioters, and of 98 crowds and mobs that
did something none bombed or shelled.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.records import Actor, Claim, Document
from crossread.records.roles import SUFFERER_ROLES

_CROWD = re.compile(
    r"(?:(?:an?|the|two|several|large|huge|small|dense|packed|busy|\w+-day)\s+)*crowds?\b(?!\s+control)"
    r"|(?:(?:the|a\s+group\s+of|several|some|two|three|four|five|six|\d+)\s+)?"
    r"(?:pedestrians|passers-?by|bystanders|onlookers|shoppers|revell?ers|spectators|worshippers|parade-?goers)\b",
    re.IGNORECASE,
)
_INTO = re.compile(
    r"\b(?:into|through|amid|among|(?:fire[ds]?|firing|shot|shooting|shoots|thr[eo]wn?|throwing|lobbed|hurled|dropped|drops)\s+"
    r"(?:[\w-]+\s+){0,4}?(?:at|on|onto|upon|in|inside)"
    r"|(?:rammed|ramming|rams|hit|hits|struck|strikes|mow(?:ed|s|ing|n)\s+down|r[au]n(?:ning|s)?\s+(?:down|over)|crushed|targeted))"
    r"\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
REACH = 70  # characters before a crowd in which what is done to it is told
_DOERS = ("perpetrator", "accused", "side_a", "side_b")
_OF_CROWDS = ("crackdown", "riot", "protest", "detention", "arson", "looting")
_OWN_ACTS = ("protest", "riot")  # a crowd that is fired at may have marched before
_FORCES = ("police", "state_forces", "foreign_forces")
_NO_MOB = ("bombing", "air_strike", "shelling")


def with_struck_crowd(document: Document, claim: Claim) -> Claim:
    """The claim with a crowd that something is driven or fired into as its target, civilians where nobody demonstrates.

    A crowd "at the site of the blast" set off no bomb. What people and data sets say (no score) stays.
    """
    if claim.score is None or not any(_is_crowd(row) for row in claim.actors):
        return claim
    rows = tuple(_settled(document, claim, row) if _is_crowd(row) else row for row in claim.actors)
    return replace(claim, actors=tuple(row for row in rows if row is not None))


def without_crowd_as_force(document: Document, claim: Claim) -> Claim:
    """The crackdown with those who demonstrate as its target, where forces are told to do it.

    "Police shot twelve as protesters marched": of 40 hand-coded crackdowns none has protesters or rioters for its doers. What
    people and data sets say (no score) stays.
    """
    doers = [row for row in claim.actors if row.role == "perpetrator"]
    if claim.type != "crackdown" or claim.score is None or not any(row.type in _FORCES for row in doers):
        return claim
    known = {row.raw.lower() for row in claim.actors if row.role in SUFFERER_ROLES}
    rows = [replace(row, role="target") if _demonstrates(row) else row for row in claim.actors]
    kept = tuple(new for old, new in zip(claim.actors, rows, strict=True) if new is old or new.raw.lower() not in known)
    return claim if kept == claim.actors else replace(claim, actors=kept)


def _demonstrates(row: Actor) -> bool:
    return row.role == "perpetrator" and row.score is not None and row.type in ("protesters", "rioters")


def _is_crowd(row: Actor) -> bool:
    return row.score is not None and bool(row.evidence) and _CROWD.match(row.raw.strip()) is not None


def _settled(document: Document, claim: Claim, row: Actor) -> Actor | None:
    if row.role in _DOERS:
        if claim.type in _OWN_ACTS:
            return row
        if not _is_struck(document.text, row):
            return None if claim.type in _NO_MOB else row
        row = replace(row, role="target")
    calm = claim.type not in _OF_CROWDS and row.role in SUFFERER_ROLES
    return replace(row, type="civilians") if calm and row.type in ("rioters", "object", "unknown") else row


def _is_struck(text: str, row: Actor) -> bool:
    start = row.evidence[0].span.start
    return _INTO.search(text, max(0, start - REACH), start) is not None
