"""Who acts in one clause is no doer of the next that has a weapon as subject: "The army retook Bria; on 14 August a mine".

Of 12 hand-coded claims that a clause with such a subject tells, behind another clause of its sentence, none has its doer in
that other clause.
"""

from __future__ import annotations

import re
from dataclasses import replace

from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Actor, Claim, Document

_CUT = re.compile(
    r";\s+|,\s+(?:and|while|but)\s+(?=(?:on|the\s+next|the\s+following|two|three|four|a\s+(?:day|week)|later|in|early|late)\s)"
)
_TIME = (
    r"(?:(?:on|in|the|early|late|by|at|two|three|four|five|six|a|some|few|several|\d+|that|same|next|following|days?|weeks?|hours?|later"
    r"|after|afterwards|morning|evening|afternoon|night|then|also|meanwhile|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|\w+day),?\s+){0,7}?"
)
_WEAPON = re.compile(
    rf"{_TIME}(?:an?|two|three|four|five|several|some|\d+)?\s*(?!(?:second|new|fresh|further|similar|its|their|his)\b)(?:[\w-]+\s+){{0,2}}?"
    r"(?:explosives?|bombs?|mines?|landmines?|grenades?|shells?|rockets?|missiles?|mortars?|drones?|IEDs?|devices?|explosions?|blasts?)\b",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"\b(?:its|their|his|her|they|it|he|who)\b", re.IGNORECASE)
_FIRES = re.compile(
    r"\b(?:bomb|shell|struck|strik|fir(?:e|ed|ing)\b|air|raid|rocket|missile|drone|mortar|artillery|min(?:e|ed|ing)\b)", re.I
)


def without_other_clause(document: Document, claim: Claim) -> Claim:
    """The claim without doers who are told only in the clause before, unless that clause has them fire something themselves.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or not any(row.role == "perpetrator" for row in claim.actors):
        return claim
    clauses = _clauses(document, claim)
    if clauses is None:
        return claim
    start, cut = clauses
    kept = tuple(row for row in claim.actors if not _is_told_in(row, start, cut))
    return claim if kept == claim.actors else replace(claim, actors=kept)


def _clauses(document: Document, claim: Claim) -> tuple[int, int] | None:
    """Where the sentence begins and where the clause of the trigger does, if nobody's weapon is the subject of that."""
    span = claim.trigger.span
    before, _ = sentence_around(document.text, span.start, span.end)
    cuts = [match.end() for match in _CUT.finditer(before)]
    if not cuts or _FIRES.search(before, 0, cuts[-1]):
        return None
    start = span.start - len(before)
    cut = start + cuts[-1]
    if not _WEAPON.match(document.text, cut) or _WHOSE.search(document.text, cut, span.end):
        return None
    return start, cut


def _is_told_in(row: Actor, start: int, end: int) -> bool:
    doer = row.role == "perpetrator" and row.score is not None and bool(row.evidence)
    return doer and all(start <= quote.span.start < end for quote in row.evidence)
