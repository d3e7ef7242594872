"""Names that only look like places: what an area is likened to, people whose life was sought, papers, and names of acts."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.normalize.places.piece import Piece
from crossread.normalize.worded import Worded

NEAR = 40  # characters before a name in which words that liken stand
# "an area the size of Switzerland", "an area larger than Belgium"
_LIKENED = Worded(
    "area extent region size swath territory",
    r"\b(?:(?:half|twice|about|roughly)\s+)?(?:the\s+)?(?:size|extent)\s+of\s+(?:the\s+(?:state|country|island)\s+of\s+|the\s+)?$"
    r"|\b(?:area|territory|region|size|swathe?)\s+(?:as\s+(?:large|big|wide)\s+as|(?:larger|bigger|smaller)\s+than)\s+(?:the\s+)?$",
)
# "the newspaper Baghdad", "satellite channel Abu Dhabi": none of the 32 such names in the reports is a place.
_MEDIUM = re.compile(r"\b(?:newspaper|broadcaster|magazine|channel|(?:radio|television|TV) station)\s+[\"“]?$")
# "an attempt on Bataga's life", but not "Baghdad's night life" nor "Haiti's death toll"
_MORTAL = re.compile(
    r"(?:['’]s?)\s+(?:own\s+)?(?:life|death|assassination)\b(?!\s+(?:tolls?|rates?|squads?|row|sentences?|penalty|threats?))"
)
# "the Sudan People's Liberation Army" is that of another state since 2011: where a report speaks of Sudan in no other way, the
# name of the army puts nothing into it.
_MOVEMENT = re.compile(r"\s+People['’]s\s+Liberation\b")
_SUDAN = re.compile(r"(?<!South )\bSudan(?:ese)?\b(?!\s+People['’]s\s+Liberation)")
_ACT = re.compile(
    r"\b(?:Battles?|Attacks?|Clash(?:es)?|Bombings?|Blasts?|Raids?|Ambush(?:es)?|Shootings?|Shootouts?|Killings?|Violence|Fighting"
    r"|Offensive|Massacre|Riots?|Protests?|Strikes?|Airstrikes?|Explosions?)$"
)


def names_no_place(text: str, start: int, end: int) -> bool:
    """True for the name between these offsets of a text where the words around make it no place of anything."""
    before = text[max(0, start - NEAR) : start]
    likened = _LIKENED.search(before) or _MEDIUM.search(before) or _MORTAL.match(text, end)
    return likened is not None or _is_of_other_state(text, start, end)


def _is_of_other_state(text: str, start: int, end: int) -> bool:
    return text.startswith("Sudan", start) and _MOVEMENT.match(text, end) is not None and _SUDAN.search(text) is None


def names_act(name: str) -> bool:
    """True for the title of an act which the gazetteer has not: "Dagestani Battle"."""
    return _ACT.search(name) is not None


def without_likened(text: str, start: int, raw: str, pieces: Sequence[Piece]) -> list[Piece] | None:
    """The pieces of a slot without those that are no place of anything; None where no other is left.

    `start` is where the slot stands in the text, so that "Switzerland" cut out of "the size of Switzerland" is told, too.
    """
    around = text if text.startswith(raw, start) else raw
    at = start if around is text else 0
    kept = [p for p in pieces if not names_no_place(around, at + p.toponym.start, at + p.toponym.end)]
    return None if pieces and not kept else kept
