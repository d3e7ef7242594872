"""Sides of countries and regions in the words of a slot: "the south of Thailand", "Turkey's mainly Kurdish southeast"."""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.places.words import PlaceWords

_LAST_WORD = re.compile(r"([\w-]+)[\s-]+$")
_SIDE_OF = re.compile(
    r"([\w-]+)(?:\s+(?:part|parts|corner|half|end|side|coast|areas?|regions?))?\s+(?:of|in)\s+(?:the\s+)?(?:\w+\s+)?$"
)
_MEASURED = re.compile(r"\b(?:km|kilomet\w+|miles?|just|and)\b")
_SIDE_BEHIND = re.compile(
    r"(?P<owner>['’]s?)?\s+(?:(?!(?:in|to|of|from|on|by|near|the|and|or)\b)[A-Za-z-]+\s+){0,3}?"
    r"(?P<side>(?:north|south)(?:-?(?:east|west))?|east|west|(?:north|south|east|west)ernmost)(?:\s+(?:provinces|regions|states))?\W*$"
)


def side_before(before: str, words: PlaceWords) -> str | None:
    """ "southern " or "the south of " directly before a name."""
    match = _LAST_WORD.search(before)
    if match and match.group(1).lower() in words.compass:
        return words.compass[match.group(1).lower()]
    match = _SIDE_OF.search(before)
    if match and match.group(1).lower() in words.compass and not _MEASURED.search(before):
        return words.compass[match.group(1).lower()]
    return None


def side_behind(after: str, words: PlaceWords, *, adjective: bool) -> str | None:
    """ "Thailand's three southernmost provinces" and, behind the adjective of a country, "the Thai south".

    Coders give Turkey's predominantly Kurdish southeast as southeastern Turkey; of the rest none has a value.
    """
    match = _SIDE_BEHIND.match(after)
    return words.compass[match["side"]] if match and (adjective or match["owner"]) else None
