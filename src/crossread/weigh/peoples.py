"""Doers told apart by words in front or behind: "Meitei militants" and "Kuki militants", two fronts of one movement."""

from __future__ import annotations

from crossread import patterns as re
from crossread.records import Actor

# Words that no army is called by, though they name no group.
NO_ARMY = r"militants?|terrorists?|insurgents?|extremists?|jihadis?t?s?|rebels?|guerr?illas?|separatists?"
_PEOPLE = re.compile(
    r"\b(?P<people>[A-Z][\w’'-]+)\s+(?:(?:armed|ethnic|village|communal)\s+)?"
    r"(?:militants?|gunm[ae]n|m[ae]n|militia(?:s|m[ae]n)?|fighters?|mobs?|youths?|villagers?|volunteers?|herd(?:er|sm[ae]n)s?"
    r"|herders|farmers?|tribesm[ae]n|warriors?|raiders?|insurgents?|rebels?)\b"
)
# What stands there at the head of a sentence, or says whom somebody believes in, is no people.
_NO_PEOPLE = frozenset(
    "armed masked unknown unidentified suspected several some many other local young islamist jihadist salafist heavily"
    " two three four five six seven eight nine ten dozens hundreds uniformed the these those"
    " our its their his her your my".split()
)
_UNIT = re.compile(
    r"\b(?:[Ff]ronts?|[Cc]olumns?|[Ss]tructures?|[Bb]rigades?|[Bb]attalions?|[Bb]locs?|[Kk]ati(?:ba|bat)|[Ff]actions?|[Ff]rente|[Bb]loque)\b"
)
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_UNIT_WORDS = frozenset("front column structure brigade battalion bloc katiba katibat faction frente bloque the".split())


def are_of_two_peoples(a: Actor, b: Actor) -> bool:
    """True where both are called by a people, and by another one: "Meitei militants of the Arambai" and "Kuki militants".

    "Our fighters", in a group's own words, are of no people, and one party by name is never two of them.
    """
    if a.registry_id is not None and a.registry_id == b.registry_id:
        return False
    mine, theirs = _peoples(a.raw), _peoples(b.raw)
    return bool(mine) and bool(theirs) and not mine & theirs


def are_two_units(a: Actor, b: Actor) -> bool:
    """True for two fronts, columns or brigades with names of their own of one organisation."""
    if not a.registry_id or a.registry_id != b.registry_id or not (_UNIT.search(a.raw) and _UNIT.search(b.raw)):
        return False
    mine, theirs = _names(a.raw), _names(b.raw)
    return bool(mine) and bool(theirs) and not mine & theirs


def _peoples(raw: str) -> set[str]:
    return {found["people"].lower() for found in _PEOPLE.finditer(raw)} - _NO_PEOPLE


def _names(raw: str) -> set[str]:
    return {name.lower() for name in _NAME.findall(raw)} - _UNIT_WORDS
