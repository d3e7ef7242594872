"""A party that says it has no link to what was just told denies: "We reject any link to it", "we deny any involvement in it".

No hand-coded report has these words in the first person; where a party is told so ("denied any involvement"), it is the denier
and the accused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.claims.own_voice import speaks_for_itself
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.normalize.worded import Worded
from crossread.records import Actor, Claim, Document, Evidence, Span, Speaker
from crossread.records.roles import UNDISPUTED_ACTIVE

_NO_LINK = Worded(
    "deny disclaim refute reject",
    r"\b(?P<who>(?:We|we|WE)\b|(?:Our|our|OUR)\s+\w+)(?:\s+\w+ly)?\s+(?P<verb>(?:deny|reject|disclaim|refute)\b"
    r"|[^.;:!?\"“”\n]{1,160}?\sand\s+(?:\w+ly\s+)?(?:deny|reject|disclaim|refute)\b)"
    r"\s+(?:(?:having|to\s+have)\s+)?(?:any|all|every)\s+(?:and\s+all\s+)?(?:[\w-]+\s+)?"
    r"(?:link|links|connection|ties?|involvement|relation|relationship|part|role|hand|responsibility|participation|complicity)"
    r"\s+(?:of\s+our\s+\w+\s+)?(?:in|to|with|for)\s+"
    r"(?:(?:it|this|that)(?=\s*[.,;!?\"”]|\s+(?:and|or|whatsoever)\b)"
    r"|(?:the|this|that|these|those)\s+(?:[\w-]+\s+){0,2}?(?:attack|bombing|explosion|blast|killing|murder|massacre|crime|incident|act"
    r"|operation|assault|raid|shelling|strike|ambush|abduction|kidnapping)s?\b)",
)
_SAID_BY = re.compile(r"[,.]?[\"”][,.]?\s+(?:(?:said|says|stated|insisted|declared)\s+)?")


def settle_no_link(document: Document, claim: Claim) -> Claim:
    """The claim as denied by a party that rejects any link to it in the same sentence or the next.

    In its own statement the party is "we", in a quotation the speaker right behind it. Who says so and did it after all, or is
    told so by a person or a data set (no score), stays.
    """
    if claim.score is None:
        return claim
    for found in _denials(document.text, claim):
        who = Span(start=found.start("who"), end=found.end("who"))
        if speaks_for_itself(document, who):
            quote = document.quote(who.start, who.end)
            told = [row for row in claim.speakers if row.score is not None and _overlaps(row.evidence, who)]
            return _denied(claim, quote, told)
        behind = [row for row in claim.speakers if row.evidence and _says_it(document.text, found, row)]
        if behind:
            return _denied(claim, behind[0].evidence[0], behind)
    return claim


def _denials(text: str, claim: Claim) -> Iterator[re.Match[str]]:
    """The denials in the sentence that tells the act and in the one after it."""
    for start in sorted({sentence_start(text, e.span.start) for e in (claim.trigger, *claim.retellings)}):
        number = sentence_at(text, start)
        for found in _NO_LINK.finditer(text, start, start + 1200):
            if sentence_at(text, found.start()) <= number + 1:
                yield found


def _says_it(text: str, found: re.Match[str], row: Speaker) -> bool:
    return row.score is not None and _SAID_BY.fullmatch(text, found.end(), row.evidence[0].span.start) is not None


def _denied(claim: Claim, quote: Evidence, told: list[Speaker]) -> Claim:
    """The claim with the denier heard and accused."""
    denier = Speaker(role="denies", raw=quote.quote, name=None, evidence=(quote,), score=claim.score)
    speakers = tuple(replace(row, role="denies") if row in told else row for row in claim.speakers)
    if not told:
        speakers = (*speakers, denier)
    actors = tuple(_as_accused(row, quote.span) for row in claim.actors)
    if not any(row.role == "accused" for row in actors):
        party = Actor(role="accused", raw=quote.quote, name=None, type="unknown", evidence=(quote,), score=claim.score)
        actors = (*actors, party)
    return replace(claim, speakers=speakers, actors=actors, stance="denied")


def _as_accused(row: Actor, span: Span) -> Actor:
    own = row.role in UNDISPUTED_ACTIVE and row.score is not None and _overlaps(row.evidence, span)
    return replace(row, role="accused") if own else row


def _overlaps(told: tuple[Evidence, ...], span: Span) -> bool:
    return any(row.span.start < span.end and span.start < row.span.end for row in told)
