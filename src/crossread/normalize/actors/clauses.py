"""Who acts in one clause is no doer of the next that has a weapon as subject: "The army retook Bria; on 14 August a mine".

Of 12 hand-coded claims that a clause with such a subject tells, behind another clause of its sentence, none has its doer in
that other clause. Nor has any of 21 it in the words before "where": "police guarded the mosque, where a bombing killed nine".
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.actors.main_clause import without_doer_of_main_clause
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
# The act is the subject of a relative clause: "the mosque where a suicide (bombing) killed dozens"
_WHERE = re.compile(
    r"\b(?:where|in\s+which|at\s+which|the\s+(?:site|scene)\s+of)\s+(?:an?|the|another)\s+(?:(?!who|that|which)[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
_ACTS = ("bombing", "armed_attack", "killing", "shelling", "air_strike", "arson")
_WHOSE = re.compile(r"\b(?:its|their|his|her|they|it|he|who)\b", re.IGNORECASE)
_FIRES = re.compile(
    r"\b(?:bomb|shell|struck|strik|fir(?:e|ed|ing)\b|air|raid|rocket|missile|drone|mortar|artillery|min(?:e|ed|ing)\b)", re.I
)


def without_other_clause(document: Document, claim: Claim) -> Claim:
    """The claim without doers who are told only in the clause before, unless that clause has them fire something themselves.

    Nor has it those of a main clause before "after" and the like. What people and data sets say (no score) stays.
    """
    if claim.score is None or not any(row.role == "perpetrator" for row in claim.actors):
        return claim
    claim = without_doer_of_main_clause(document, claim)
    clauses = _clauses(document, claim)
    if clauses is None:
        return claim
    start, cut = clauses
    kept = tuple(row for row in claim.actors if not _is_told_in(row, start, cut))
    return claim if kept == claim.actors else replace(claim, actors=kept)


def _clauses(document: Document, claim: Claim) -> tuple[int, int] | None:
    """Where the sentence begins and where the clause of the trigger does, if the act or a weapon is the subject of that."""
    span = claim.trigger.span
    before, _ = sentence_around(document.text, span.start, span.end)
    start = span.start - len(before)
    where = _WHERE.search(before) if claim.type in _ACTS else None
    if where is not None:
        return start, start + where.start()
    cuts = [match.end() for match in _CUT.finditer(before)]
    if not cuts or _FIRES.search(before, 0, cuts[-1]):
        return None
    cut = start + cuts[-1]
    if not _WEAPON.match(document.text, cut) or _WHOSE.search(document.text, cut, span.end):
        return None
    return start, cut


def _is_told_in(row: Actor, start: int, end: int) -> bool:
    doer = row.role == "perpetrator" and row.score is not None and bool(row.evidence)
    return doer and all(start <= quote.span.start < end for quote in row.evidence)
