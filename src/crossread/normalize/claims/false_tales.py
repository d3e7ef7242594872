"""What a report only repeats to call it a lie is no part of an act told before: "The claim that it killed twenty is a lie".

Its numbers, speakers and parties are those of the tale. Neither the tale's dead nor its denial fall on an act that the report
tells in other sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.sentences import sentence_end, sentence_start
from crossread.normalize.worded import Worded
from crossread.records import Actor, Claim, Document, Evidence

_FALSE = (
    r"(?:(?:a|an|all|pure|sheer|blatant|outright|utter|cheap|mere|total|complete(?:ly)?|entirely|absolutely|simply|another)\s+){0,2}(?:[\w-]+\s+)?"
    r"[\"“'‘]?(?:lies?|fabrications?|fabricated|inventions?|invented|propaganda|falsehoods?|fictions?|slanders?|baseless"
    r"|unfounded|untrue|not\s+true|false|fake|nonsense|disinformation)\b"
)
_TALE = Worded(
    "accusation allegation assertion boast claim propaganda report rumor rumour stories story tale",
    r"\b(?:accusations?|allegations?|assertions?|boasts?|claims?|propaganda|reports?|rumors?|rumours?|stories|story|tales?)\s"
    r"(?:(?:of|by|from|in)\s(?:the\s)?[^.;:,]{2,40}?\s)?(?:that|of|about)\s[^.;:\n]{3,160}?\s(?:is|are|was|were)\s"
    rf"(?!not\s+(?!true)){_FALSE}",
    re.IGNORECASE,
)


def without_false_tales(document: Document, claim: Claim) -> Claim:
    """The claim without what only such a sentence tells, where the act itself is told elsewhere; no score stays as it is."""
    if claim.score is None:
        return claim
    tales = _find_tales(document.text)
    if not tales or _all_within([claim.trigger], tales):
        return claim
    told = tuple(quote for quote in claim.retellings if not _all_within([quote], tales))
    harm = without_rows(claim.harm, {at for at, row in enumerate(claim.harm) if _all_within(row.evidence, tales)})
    actors = tuple(_outside(row, tales) for row in claim.actors if not _all_within(row.evidence, tales))
    speakers = tuple(row for row in claim.speakers if not _all_within(row.evidence, tales))
    if (harm, actors, speakers) == (claim.harm, claim.actors, claim.speakers):
        return claim
    denied = any(row.role == "denies" for row in speakers)
    stance = "asserted" if claim.stance == "denied" and not denied else claim.stance
    return replace(claim, retellings=told, harm=harm, actors=actors, speakers=speakers, stance=stance)


@lru_cache(maxsize=16)
def _find_tales(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every sentence of a report that calls a tale untrue, looked for once a report."""
    found = ((match.start(), match.end()) for match in _TALE.finditer(text))
    return tuple((sentence_start(text, start), sentence_end(text, end)) for start, end in found)


def _outside(row: Actor, tales: Sequence[tuple[int, int]]) -> Actor:
    """The row without its quotes from such sentences."""
    kept = tuple(quote for quote in row.evidence if not _all_within([quote], tales))
    if len(kept) == len(row.evidence):
        return row
    return replace(row, evidence=kept, raw=row.raw if kept[0] == row.evidence[0] else kept[0].quote)


def _all_within(quotes: Iterable[Evidence], stretches: Sequence[tuple[int, int]]) -> bool:
    """True where there are quotes and each stands in one of the sentences."""
    spans = [quote.span for quote in quotes]
    return bool(spans) and all(any(start <= span.start < end for start, end in stretches) for span in spans)
