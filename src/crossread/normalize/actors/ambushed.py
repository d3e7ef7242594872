"""Who walks into an ambush did not lay it: "A column entered the town. Rebels were waiting for it. Nine soldiers were killed".

Of six hand-coded attacks told by who "attacked them", "fired on it" or lay in wait for it all six have him as the doer or a
side, and none those whom he attacked.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at, sentence_ends
from crossread.records import Actor, Claim, Document, Span

_FORCES = frozenset(("state_forces", "police", "foreign_forces"))
_ATTACKS = frozenset(("armed_attack", "killing", "bombing", "shelling"))
_SURPRISE = re.compile(
    r"(?P<by>(?!(?:They|It|He|She|But|And|Then)\b)[A-Z][\w’'-]*(?:\s+(?!(?:who|which|when|and|that|said|says)\b)[\w’'-]+){0,4}?)\s+"
    r"(?:(?:were|was|had\s+been)\s+(?:already\s+)?(?:waiting|lying\s+in\s+wait)\s+for|lay\s+in\s+wait\s+for|ambushed"
    r"|attacked|opened\s+fire\s+on|fired\s+on|surrounded)\s+(?:it|them)\b"
)
_STRIKES = re.compile(r"\b(?:kill|sho[ot]|attack|shell|bomb|burn|raid|storm|fire[ds]?\b|execut|beat)\w*", re.IGNORECASE)


def with_ambushers(document: Document, claim: Claim) -> Claim:
    """The claim of dead soldiers or police with those as doers who lay in wait for them, not the column that came.

    Only where the column's own sentence tells no blow. What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.type not in _ATTACKS or not _has_lost(claim):
        return claim
    came = [row for row in claim.actors if row.role == "perpetrator" and row.score is not None and row.type in _FORCES]
    found = next((by for row in came if (by := _ambusher(document, row)) is not None), None)
    if found is None:
        return claim
    gone = [row for row in came if _ambusher(document, row) == found]
    actors = tuple(row for row in claim.actors if row not in gone)
    if not any(row.role == "perpetrator" and _is_at(row, found) for row in actors):
        quote = document.quote(found.start, found.end)
        doer = Actor(role="perpetrator", raw=quote.quote, name=None, type="unknown", evidence=(quote,), score=gone[0].score)
        actors = (doer, *(row for row in actors if not _is_at(row, found)))
    return replace(claim, actors=actors)


def _has_lost(claim: Claim) -> bool:
    """True where those hurt are soldiers or police, and nobody else is."""
    victims = {row.type for row in claim.actors if row.role == "victim"}
    return bool(victims) and victims <= _FORCES


def _ambusher(document: Document, row: Actor) -> Span | None:
    """Who lay in wait, by the sentence right behind the only one that tells of the column."""
    numbers = {sentence_at(document.text, quote.span.start) for quote in row.evidence}
    if len(numbers) != 1:
        return None
    ends, number = sentence_ends(document.text), numbers.pop()
    if number >= len(ends):
        return None
    start = ends[number - 1] if number else 0
    if _STRIKES.search(document.text, start, ends[number]):
        return None
    match = _SURPRISE.match(document.text, ends[number])
    return Span(start=match.start("by"), end=match.end("by")) if match else None


def _is_at(row: Actor, span: Span) -> bool:
    return any(quote.span.start < span.end and span.start < quote.span.end for quote in row.evidence)
