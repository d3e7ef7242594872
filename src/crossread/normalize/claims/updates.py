"""The number that a later line of a post gives: "UPDATE: 9.", "correction: not 7 but 8", "Update: death toll now 9".

The encoder reads no number from most of these lines. A corrected number goes; one that is brought up to date stays as part of
the new one, as it does behind "the toll has risen to".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.counts import parse_count
from crossread.normalize.harm.group import group_words
from crossread.records import Claim, Document, Evidence, Harm

SCORE = 0.6  # what a row found by its words alone is worth
_WORDS = "|".join(word for word in load_language("en").numbers if word.isalpha())
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})*|{_WORDS})"
_DEAD = r"(?:dead|killed|deaths?|martyrs?|fatalities|died|bodies)"
_LINE = re.compile(
    r"^[^\w\n]{0,4}(?:update[sd]?|upd|correction|corrected|correct|edit(?:ed)?)\b(?:\s*#?\d{1,2}(?=\s*[:–—-]))?\s*[:–—-]\s*"
    r"(?P<rest>[^\n]{1,200})",
    re.IGNORECASE | re.MULTILINE,
)
_PEOPLE = rf"(?:\s+(?:people|persons|civilians|soldiers|men|{_DEAD}))"
_ENDS = rf"(?={_PEOPLE}|\s*(?:$|[.,;!)](?!\d)))"
_NOT_BUT = re.compile(
    rf"\bnot\s+(?P<old>{_NUMBER})\b{_PEOPLE}?,?\s+but\s+(?P<new>{_NUMBER}){_ENDS}"
    rf"|\b(?P<new2>{_NUMBER}){_PEOPLE}?,?\s+not\s+(?P<old2>{_NUMBER}){_ENDS}",
    re.IGNORECASE | re.MULTILINE,
)
_TOLL = re.compile(
    rf"(?:the\s+)?(?:death\s+)?toll\s+(?:(?:is|has|now|at|risen|rises|rose|to|stands|up|climbs|currently|at\s+least)\s+)*(?P<new>{_NUMBER})\b"
    r"(?!\s*(?:%|percent))",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"(?:(?:now|at\s+least|it['’]?s|it\s+is|up\s+to|should\s+be|confirmed)\s+)*(?P<new>{_NUMBER})(?P<dead>\s+(?:confirmed\s+)?{_DEAD})?"
    r"(?=\s*(?:$|[.,;!](?!\d)|(?:now|so\s+far|confirmed|and)\b))",
    re.IGNORECASE | re.MULTILINE,
)


def with_updates(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, the last one told before such a line with its number; what people and data sets say (no score) stays."""
    found = list(claims)
    for line in _LINE.finditer(document.text):
        at = _claim_of(found, line)
        if at is not None:
            found[at] = _updated(document, found[at], line)
    return found


def _claim_of(claims: Sequence[Claim], line: re.Match[str]) -> int | None:
    """The only claim with numbers that is told before the line, unless the line tells an act of its own."""
    if any(line.start() <= claim.trigger.span.start < line.end() for claim in claims):
        return None
    before = [at for at, claim in enumerate(claims) if claim.trigger.span.start < line.start() and claim.harm]
    at = before[0] if len(before) == 1 else None
    return at if at is not None and claims[at].score is not None and claims[at].scope != "aggregate" else None


def _updated(document: Document, claim: Claim, line: re.Match[str]) -> Claim:
    start, end = line.span("rest")
    told = _NOT_BUT.search(document.text, start, end)
    if told is not None:
        old = parse_count((told["old"] or told["old2"]).lower())
        kept = [row for row in claim.harm if not _lies_in(row, *told.span())]
        wrong = next((row for row in kept if row.score is not None and _number(row) == (old.low if old else None)), None)
        if wrong is None:
            return claim
        quote = document.quote(*told.span("new" if told["new"] else "new2"))
        return replace(claim, harm=tuple(_row(quote, row, group_words(row.raw)) if row is wrong else row for row in kept))
    told = _TOLL.search(document.text, start, end) or _ALONE.match(document.text, start, end)
    if told is None or any(_lies_in(row, *told.span()) for row in claim.harm):
        return claim
    numbered = [row for row in claim.harm if _number(row) is not None and row.evidence[0].span.end <= line.start()]
    deadly = told.re is _TOLL or told["dead"] is not None
    old_row = next((row for row in numbered if row.effect == "killed"), None) if deadly else None
    if not deadly and len({row.effect for row in numbered}) == 1:
        old_row = numbered[0]
    return replace(claim, harm=(*claim.harm, _row(document.quote(*told.span("new")), old_row))) if old_row else claim


def _row(quote: Evidence, old: Harm, group: str | None = None) -> Harm:
    return replace(old, raw=quote.quote, group=group, count=None, part_of=None, evidence=(quote,), score=SCORE)


def _number(row: Harm) -> int | None:
    count = row.count or parse_count(row.raw)
    return count.low if count and row.evidence else None


def _lies_in(row: Harm, start: int, end: int) -> bool:
    return any(start < quote.span.end and quote.span.start < end for quote in row.evidence)
