"""Rivers and wadis have no point: "the flood plain of the Niger" is not in the country, "the Dnipro river" not the city."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.gazetteer import fold_name
from crossread.normalize.places.toponyms import Toponym
from crossread.normalize.places.words import PlaceWords

NEAR = 40  # characters before a name in which words of a river stand
_PARTS = r"banks?|shores?|flood[ -]?plains?|valley|bend|loop|basin|mouth|course|waters|bed|delta|tributar(?:y|ies)|source|arms?"
_OF_RIVER = re.compile(rf"(?:\b(?:{_PARTS})\s+of\s+(?:the\s+)?|\b(?:along|down|across|cross\w*|swam)\s+the\s+|\b[Rr]iver\s+)$")
_ON_RIVER = re.compile(r"\bon\s+the\s+$")
_RIVER_AFTER = re.compile(r"\s+[Rr]iver\b(?!\s+(?:[Ss]tate|[Cc]ounty|[Pp]rovince|[Rr]egion|[Dd]istrict|[Vv]alley))")
_RIVER_BEFORE = re.compile(r"\bthe\s+[Rr]iver\s+$")
_OF_STATE = re.compile(r"[\s-]*(?:borders?|frontier|army|side|government|authorities|forces|troops|soldiers|coast)\b")
# What a river may be followed by: "the Niger near Gao", but not "the Niger army", "the Jordan border".
_ENDS = re.compile(
    r"\s*(?:$|[.,;:)]|(?:near|at|in|between|by|and|from|to|into|on|after|before|east|west|north|south|with|when)\b)"
)


def names_river(text: str, toponym: Toponym, words: PlaceWords) -> bool:
    """True for the name of a country, region or town by which the words around mean a river; it speaks for no country.

    A name that the gazetteer lists with the word ("Fall River", "Cross River") is found as a whole, and is none of these.
    """
    before, after = text[max(0, toponym.start - NEAR) : toponym.start], text[toponym.end : toponym.end + NEAR]
    if _RIVER_AFTER.match(after) and not toponym.demonym:
        return True
    if toponym.folded not in words.rivers:
        return _RIVER_BEFORE.search(before) is not None and not toponym.demonym
    # "on the Congo" may be about the country, whose name has an article.
    if _ON_RIVER.search(before) and toponym.folded not in words.rivers_with_article:
        return _ENDS.match(after) is not None
    return _OF_RIVER.search(before) is not None and not _OF_STATE.match(after)


def as_river(toponym: Toponym) -> Toponym:
    """The toponym as a name that the gazetteer does not have."""
    return replace(toponym, folded=fold_name(f"{toponym.text} river"), listed=False, demonym=None)


def names_water(toponym: Toponym, words: PlaceWords) -> bool:
    """True for a river known by its name alone ("the Tigris") and for a wadi that the gazetteer has not as a town."""
    if toponym.folded in words.waters:
        return True
    return not toponym.listed and toponym.folded.split(" ", 1)[0] in words.valleys and " " in toponym.folded
