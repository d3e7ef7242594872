"""A total over a period told without a verb behind an act: "Total for the month: 22 dead, 40 wounded".

Its numbers are no harm of the act told before it. Both such lines in hand-coded reports are a claim of their own, `aggregate`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.sentences import sentence_end
from crossread.normalize.worded import Worded
from crossread.records import Claim, DateWindow, Document, Harm, Slot, Span, claim_id

SCORE = 0.6  # what a claim made by its words alone is worth
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_SPAN_OF_TIME = rf"(?:week(?:end)?|period|fortnight|month|quarter|season|year|campaign|{_MONTH}|\d{{4}})"
# "Weekly total:", "Own total this month:", "Toll since 21 October:"; not "Total:", "Total for the day:", "Toll so far:"
_TOTAL = Worded(
    "count figures tally toll total",
    r"(?:\A|(?<=[.;!?]\s)|(?<=\n)|(?<=[.;!?]\s\s))(?:[-–—•*]\s*)?"
    r"(?:(?:the|our|own|grand|overall|combined|provisional|confirmed|casualty|running|cumulative|new)\s+)*"
    r"(?:(?P<rate>weekly|fortnightly|monthly|quarterly|annual|yearly)\s+(?:(?:death|casualty|body|running)\s+)?(?:totals?|toll|tally|count|figures)"
    r"|(?:(?:death|casualty|body)\s+)?(?:totals?|toll|tally|count|figures)\s+(?:so\s+far\s+)?"
    rf"(?P<period>(?:for|in|over|during|since|this|of|from)\s+(?:[\w-]+\s+){{0,3}}?{_SPAN_OF_TIME}\b[^.:;=\n]{{0,24}}?))"
    r"(?:\s+so\s+far|\s+to\s+date)?\s*(?::|=|–|—|\s-)\s*(?=\S)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:for|in|of)\s+", re.IGNORECASE)
TYPES = {"killed": "killing", "detained": "detention", "abducted": "abduction", "displaced": "displacement"}


def with_totals(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with the numbers of each such total in a claim of its own; what people say (no score) stays as it is."""
    made = list(claims)
    for heading, body in _iter_totals(document.text):
        for at in range(len(made) - 1, -1, -1):
            made[at : at + 1] = _split(document, made[at], heading, body)
    return made


def _iter_totals(text: str) -> Iterator[tuple[re.Match[str], Span]]:
    for heading in _TOTAL.finditer(text):
        end = sentence_end(text, heading.end())
        yield heading, Span(start=heading.end(), end=end)


def _split(document: Document, claim: Claim, heading: re.Match[str], body: Span) -> list[Claim]:
    """The claim without the rows of the total, and the total; the claim alone where it tells nothing but the total."""
    inside = {at for at, row in enumerate(claim.harm) if row.evidence and body.contains(row.evidence[0].span)}
    if claim.score is None or claim.scope == "aggregate" or not inside:
        return [claim]
    if heading.start() <= claim.trigger.span.start < body.end:
        return [replace(claim, scope="aggregate")]
    tellings = tuple(quote for quote in claim.retellings if not heading.start() <= quote.span.start < body.end)
    act = replace(claim, harm=without_rows(claim.harm, inside), retellings=tellings)
    return [act, _total(document, claim, heading, inside)]


def _total(document: Document, claim: Claim, heading: re.Match[str], inside: set[int]) -> Claim:
    rows = without_rows(claim.harm, set(range(len(claim.harm))) - inside)
    return total_of(document, rows, when=_when(document, heading), made_by=claim.made_by)


def total_of(document: Document, rows: tuple[Harm, ...], *, when: Slot[DateWindow] | None, made_by: str) -> Claim:
    """The aggregate of these rows alone, told by the words of the first."""
    trigger = rows[0].evidence[0]
    kind = next((TYPES[row.effect] for row in rows if row.effect in TYPES), "armed_attack")
    return Claim(
        id=claim_id(document_id=document.id, made_by=made_by, type=kind, trigger=trigger),
        document_id=document.id,
        type=kind,
        scope="aggregate",
        status="accomplished",
        stance="asserted",
        trigger=trigger,
        when=when,
        where=None,
        actors=(),
        harm=rows,
        means=(),
        speakers=(),
        score=SCORE,
        made_by=made_by,
    )


def _when(document: Document, heading: re.Match[str]) -> Slot[DateWindow]:
    """The period as written; "weekly" keeps the day of the act above from being taken for it."""
    part = "period" if heading["period"] else "rate"
    lead = _LEAD.match(heading[part])
    quote = document.quote(heading.start(part) + (lead.end() if lead else 0), heading.end(part))
    return Slot(raw=quote.quote, value=None, evidence=(quote,), score=SCORE)
