"""A table of totals at the end of a report: "Summary / Killed: 12 / Abducted: 3" is no harm of the act told above it.

Its numbers are those of the whole period or of all acts together. No hand-coded report has such a table; bulletins end in one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from crossread import patterns as re
from crossread.normalize.claims.totals import SCORE, total_of
from crossread.normalize.harm.forms import iter_forms
from crossread.normalize.harm.parts import without_rows
from crossread.records import Claim, Document, Harm, Span

# A line of its own: "Summary", "Summary of incidents:", "Totals", "In figures"; then lines that each give a number.
_TABLE = re.compile(
    r"(?<=\n)[ \t]*(?:[-–—•*#=]+[ \t]*)?(?:(?:weekly|monthly|overall|incident|security|grand|statistical)[ \t]+)?"
    r"(?:summary|totals?|statistics|key figures|(?:in|by the) (?:figures|numbers)|at a glance)"
    r"(?:[ \t]+(?:of|for)[ \t]+[^\n:.]{3,60})?[ \t]*:?[ \t]*(?:[-–—=]+[ \t]*)?\n\s*"
    r"(?P<body>(?:[ \t]*(?:[-–—•*][ \t]*)?[A-Za-z][^\n:.]{2,50}:[ \t]*"
    r"(?:at least |about |over |more than )?\d[\d,+–-]*[^\n.]{0,30}(?:\n|\Z))+)",
    re.IGNORECASE,
)
_OF_THINGS = frozenset(
    ("arson", "destruction", "looting", "weapons_seizure", "protest", "operation", "territorial_change", "agreement")
)


def with_summaries(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with the numbers of such a table in one claim of its own.

    Where the report tells one act only, and one that harms people, the table may sum that one up and stays with it; what
    people and other data sets say (no score) stays, too.
    """
    tables, made = _tables(document.text), list(claims)
    if len(tables) != 1:  # of several, each sums up an entry of its own
        return made
    (body,) = tables
    acts = [claim for claim in made if not body.contains(claim.trigger.span)]
    taken = {at for at, claim in enumerate(made) if _is_act(claim) and claim in acts and _inside(claim, body)}
    if not taken or (len(acts) == 1 and acts[0].type not in _OF_THINGS):
        return made
    for at in taken:
        made[at] = replace(made[at], harm=without_rows(made[at].harm, _inside(made[at], body)))
    made_by = made[min(taken)].made_by
    return [*made, total_of(document, _rows(document, body), when=None, made_by=made_by)]


def _rows(document: Document, body: Span) -> tuple[Harm, ...]:
    """A row for each number of people in the table."""
    told = [
        (effect, document.quote(start, end))
        for effect, start, end in iter_forms(document.text)
        if body.start <= start < body.end
    ]
    return tuple(
        Harm(effect=effect, raw=quote.quote, group=None, group_type="unknown", count=None, evidence=(quote,), score=SCORE)
        for effect, quote in told
    )


@lru_cache(maxsize=4)
def _tables(text: str) -> tuple[Span, ...]:
    return tuple(Span(start=table.start("body"), end=table.end("body")) for table in _TABLE.finditer(text))


def _is_act(claim: Claim) -> bool:
    return claim.score is not None and claim.scope != "aggregate"


def _inside(claim: Claim, body: Span) -> set[int]:
    return {at for at, row in enumerate(claim.harm) if row.evidence and body.contains(row.evidence[0].span)}
