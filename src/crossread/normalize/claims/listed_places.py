"""Deaths listed by place behind one verb: "Two farmers were killed in Jos, three in Bokkos and one in Riyom" are three claims.

Both coded sentences of this kind have a claim for the first place and one for the next, whose trigger is its number or the word
behind it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at, sentence_ends, sentence_start
from crossread.records import Claim, Document, Harm, Place, Slot, Span, claim_id
from crossread.records.roles import AFFECTED_ROLES

SCORE = 0.6  # what a claim made by its words alone is worth
_NO_PLACE = (
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)day)\b)"
)
_NAME = rf"{_NO_PLACE}[A-Z][\w’'-]+(?:\s{_NO_PLACE}[A-Z][\w’'-]+){{0,2}}"
_ENDS = (
    r"(?=\s*[,.;]|\s*$|\s+(?:on|when|by|during|late|early|overnight|yesterday|today|this|last|according)\b"
    r"|\s+and\s+(?:\w+\s){1,3}?(?:in|at|near)\s)"
)
_COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?!(?:19|20)\d\d\b)\d[\d,]*)"
_HARMED = re.compile(
    r"\b(?:killed|wounded|injured|died|dead|kidnapped|abducted|arrested|detained)\b"
    rf"(?:\s+(?!in\b|at\b|near\b)[\w’'-]+){{0,5}}?\s+(?P<first>(?:in|at|near)\s+{_NAME}){_ENDS}",
)
_NEXT = re.compile(
    rf"(?:,\s+and|,|\s+and)\s+(?P<group>(?P<count>{_COUNT})(?:\s+(?:more|others?|people|persons))?)\s+(?P<place>(?:in|at|near)\s+{_NAME}){_ENDS}"
)


def with_listed_places(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each such number in one of its own at its place; what people and data sets say (no score) stays."""
    made: list[Claim] = []
    starts = sorted((claim.trigger.span.start, at) for at, claim in enumerate(claims))
    for claim in claims:
        parts = list(_iter_parts(document, claim, claims, starts)) if claim.score is not None and claim.harm else []
        made += _parted(document, claim, parts) if parts else [claim]
    return made


def _iter_parts(
    document: Document, claim: Claim, claims: Sequence[Claim], starts: Sequence[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """First the words that tell the act with its first place, then each further number with its place."""
    text, span = document.text, claim.trigger.span
    ends, number = sentence_ends(text), sentence_at(text, span.start)
    end = ends[number] if number < len(ends) else len(text)
    first = _HARMED.search(text, sentence_start(text, span.start), end)
    if first is None or not (first.start() <= span.start < first.end("first") or span.end <= first.start()):
        return
    body = Span(start=first.start(), end=end)
    inside = starts[bisect_left(starts, (body.start,)) : bisect_left(starts, (body.end,))]
    if any(claims[at] is not claim and body.contains(claims[at].trigger.span) for _, at in inside):
        return
    at, found = first.end(), _NEXT.match(text, first.end(), end)
    if found is not None:
        yield first
    while found is not None:
        yield found
        at = found.end()
        found = _NEXT.match(text, at, end)


def _parted(document: Document, claim: Claim, parts: Sequence[re.Match[str]]) -> list[Claim]:
    """The claim at its first place, and one for each further number, by the same doers on the same day."""
    first, others = parts[0], parts[1:]
    beyond = Span(start=others[0].start(), end=others[-1].end())
    harm = tuple(row for row in claim.harm if not (row.evidence and beyond.contains(row.evidence[0].span)))
    own = [row for row in harm if row.evidence and row.evidence[0].span.start < beyond.start]
    if not own:
        return [claim]
    return [
        replace(claim, where=_place(document, first, "first"), harm=harm),
        *(_other(document, claim, own[-1], part) for part in others),
    ]


def _other(document: Document, claim: Claim, row: Harm, part: re.Match[str]) -> Claim:
    trigger, group = document.quote(*part.span("count")), document.quote(*part.span("group"))
    hurt = replace(row, raw=group.quote, evidence=(group,), score=SCORE)
    return replace(
        claim,
        id=claim_id(document_id=document.id, made_by=claim.made_by, type=claim.type, trigger=trigger),
        trigger=trigger,
        retellings=(),
        where=_place(document, part, "place"),
        actors=tuple(actor for actor in claim.actors if actor.role not in AFFECTED_ROLES),
        harm=(hurt,),
        score=SCORE,
    )


def _place(document: Document, part: re.Match[str], name: str) -> Slot[Place]:
    quote = document.quote(*part.span(name))
    return Slot(raw=quote.quote, value=None, evidence=(quote,), score=SCORE)
