"""Headings that name a topic tell no act: "Short-range drones", "Territory occupied by …", "Detention and disappearance".

Of 7 such lines in the middle of coded reports, with a word of violence and no number, none holds a coded claim.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.sentences import has_words
from crossread.records import Claim, Document, Evidence

LONGEST = 8  # words of a heading
_ENDED = re.compile(r"[.!?:;,\"”)]$|\d")
_PLACED = re.compile(r"\b(?:in|near|at|outside|around)\s+(?:the\s+)?[A-Z]")
_DONE = re.compile(r"(?:\w+ed|shot|slain|hit|struck|taken|found|dead|kills?)\b", re.IGNORECASE)
_HELD = re.compile(r"(?:occupied|controlled|held)", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s*$|\s+(?:of|by|against|and|or|during|from|involving|related)\b|(?:\s+|-)[a-z][a-z-]+(?:\s+(?:of|by|against|and|or)\b.*)?$"
)
_OPENS = re.compile(r"[\s#*=_]*(?:(?:[A-Z]|[IVX]+)[.)]\s+)?[\"“]?[A-Z]")


def is_topic(document: Document, claim: Claim) -> bool:
    """True for a claim without harm that is told in headings alone; what people and data sets say (no score) stays.

    A headline in a list ("Rebels attack Bunagana", "Clashes in Sake", "Two shot dead") has an object, a place or an end of its
    own, and the title of the report is none of these.
    """
    if claim.score is None or claim.harm:
        return False
    return all(in_topic(document.text, told) for told in (claim.trigger, *claim.retellings))


def in_topic(text: str, told: Evidence) -> bool:
    """True for a telling in a heading without a verb, a place or a number."""
    start, end = text.rfind("\n", 0, told.span.start) + 1, text.find("\n", told.span.end)
    if end < 0 or not has_words(text, 0, start) or not stands_apart(text, start, end):
        return False
    line = text[start:end].rstrip(" *#=_")
    if len(line.split()) > LONGEST or _ENDED.search(line) or _PLACED.search(line) or not _OPENS.match(line):
        return False
    if _DONE.match(told.quote) and not (_HELD.fullmatch(told.quote) and told.span.start - start > 1):
        return False
    return _GOES_ON.match(line[told.span.end - start :]) is not None


def stands_apart(text: str, start: int, end: int) -> bool:
    """True for a line with an empty one before it and text behind it."""
    at = _behind_blanks(text, start)
    at = _behind_blanks(text, at - 1) if at and text[at - 1] == "\n" else at
    return (not at or text[at - 1] == "\n") and has_words(text, end)


def _behind_blanks(text: str, at: int) -> int:
    """Where the blanks before a place begin."""
    while at and text[at - 1] in " \t":
        at -= 1
    return at
