"""Who accuses is no party to the act: "the army was accused by the rebels of", "denied a claim by the rebels that its men".

Of nine hand-coded claims told behind "accused by X of" or "blamed by X for" all have X as the one who accuses and none as a
party; one told before such words has X for its doer ("killed after being accused by the group of spying"). Of the two behind
"denied a claim by X that" one has X as the one who accuses, the other, of what X says that it did itself, as claimant.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_end, sentence_start
from crossread.records import Actor, Claim, Document, Evidence, Speaker

_LIST = (
    r"(?:(?:(?!\b(?:of|for|that|who|which|when|after|by|to|with)\b)[^.;:()\n]){0,60}(?:,|\band)\s+)?"
    r"(?:the\s+|an?\s+|some\s+|several\s+)?$"
)
_ACCUSED = re.compile(
    rf"\b(?:accused|blamed|charged|condemned|criticised|criticized|denounced)\s+(?:\w+ly\s+|both\s+|also\s+)?by\s+{_LIST}", re.I
)
_OF = re.compile(r"\s+(?:on\s+\w+day\s+|also\s+|yesterday\s+|today\s+)?(?:of|for|over)\s+", re.IGNORECASE)
_CLAIM = r"(?:claims?|allegations?|accusations?|reports?|charges?|statements?|assertions?|complaints?|suggestions?)"
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|disput(?:es|ed|ing)|contest(?:s|ed|ing))\s+"
    rf"(?:(?:the|an?|any|all|earlier|recent|repeated|as\s+\w+)\s+){{0,3}}{_CLAIM}\s+(?:made\s+|raised\s+|levelled\s+)?(?:by|from)\s+{_LIST}",
    re.IGNORECASE,
)
_THAT = re.compile(r"\s+(?:that|of|about)\s+(?:(?P<it>its?)|(?P<own>they|their|we|our|he|his|she|her))?\b", re.IGNORECASE)
_MANY = re.compile(r"[a-z]{3}s$")  # "the rebels": "its aircraft" are not theirs
_OTHER_CLAUSE = re.compile(r"\b(?:was|were|been|is|are|has|have|had)\b", re.IGNORECASE)
LONGEST = 160  # characters between "accused by" and the one who accuses
_MAY_GO = ("accused", "perpetrator", "side_a", "side_b")


def settle_accused_by(document: Document, claim: Claim) -> Claim:
    """The claim with who accuses as a speaker and no party; what people and data sets say (no score) stays.

    "The army denied a claim by the rebels that they had bombed the town" leaves them the doers, as whom they speak.
    """
    if claim.score is None or not any(_may_go(row) for row in claim.actors):
        return claim
    gone = [
        row for row in claim.actors if _may_go(row) and all(_accuses(document, claim, row, quote) for quote in row.evidence)
    ]
    if not gone:
        return claim
    actors = tuple(row for row in claim.actors if row not in gone)
    speakers = list(claim.speakers)
    for quote in (row.evidence[0] for row in gone):
        known = any(_overlap(quote, told) for row in speakers for told in row.evidence)
        if not known and not _OTHER_CLAUSE.search(document.text, quote.span.end, claim.trigger.span.start):
            speakers.append(Speaker(role="accuses", raw=quote.quote, name=None, evidence=(quote,), score=claim.score))
    return replace(claim, actors=actors, speakers=tuple(speakers))


def _may_go(row: Actor) -> bool:
    return row.role in _MAY_GO and row.score is not None and bool(row.evidence)


def _accuses(document: Document, claim: Claim, row: Actor, quote: Evidence) -> bool:
    """True for the rebels of "accused by the rebels of", where the act is what they accuse others of."""
    text, span = document.text, quote.span
    before = text[max(sentence_start(text, span.start), span.start - LONGEST) : span.start]
    stop = sentence_end(text, span.end)
    told_behind = span.end <= claim.trigger.span.start < stop
    if _ACCUSED.search(before):
        return row.role == "accused" or (told_behind and _OF.match(text, span.end) is not None)
    that = _THAT.match(text, span.end) if _DENIED.search(before) else None
    if that is None or that["own"] or (that["it"] and not _MANY.search(quote.quote)):
        return False
    return row.role == "accused" or told_behind


def _overlap(quote: Evidence, other: Evidence) -> bool:
    return quote.span.start < other.span.end and other.span.start < quote.span.end
