"""Who lays an act on whom in the passive: "attributed by the army to the rebels" makes the army no party to it.

Of four hand-coded "blamed by X on Y" all four have Y as accused and X as the one who accuses; none has X as a party or Y as a
claimant.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.claims.accusing import once
from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document, Evidence, Speaker
from crossread.records.roles import ACTIVE_ROLES

_LAID = r"(?:attributed|ascribed|imputed|blamed)"
_BY = re.compile(rf"\b{_LAID}\s+(?:\w+ly\s+)?by\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_ON = re.compile(
    r"\s+(?:(?:(?:on|late|early|last)\s+)?\w+day\s+|(?:yesterday|today|later|also)\s+)?(?P<on>to|on|upon)\s+(?!\w+day\b)",
    re.IGNORECASE,
)
# "blamed on (the rebels) by (the army)"; not "blamed on an attack by the army"
_LAID_ON = re.compile(rf"\b{_LAID}\s+(?:to|on|upon)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_THEN_BY = re.compile(r"\s+by\s+(?:the\s+|an?\s+)?")
_ENDS_IN_ON = re.compile(r"\s+(?:to|on|upon)$")
_BEHIND_ON = re.compile(r"(?:to|on|upon)\s+(?:the\s+|an?\s+)?$")
REACH = 60  # characters between who lays it on another and the other: "on Friday to the"


def settle_laid_on(document: Document, claim: Claim) -> Claim:
    """The claim with who is told to lay it on another as accuser and no party, and the other as accused, not as claimant.

    What people and data sets say (no score) stays.
    """
    if claim.score is None:
        return claim
    told = [row.evidence for row in claim.actors if row.score is not None]
    told += [row.evidence for row in claim.speakers if row.score is not None]
    quotes = [quote for evidence in told for quote in evidence]
    then = _starts_behind_by(document, quotes)
    layers = [quote for quote in quotes if _lays(document, quote, then)]
    if not layers:
        return claim
    blamed = [quote for quote in quotes if _is_laid_on(document, quote, layers)]
    actors = tuple(_as_blamed(row, blamed) for row in claim.actors if not (_may_go(row) and _all(row, layers)))
    speakers = tuple(
        row for row in claim.speakers if not (row.score is not None and row.role == "claims" and _all(row, blamed))
    )
    role = "accuses" if any(row.role == "accused" for row in actors) else "reports"
    speakers = tuple(_as_layer(document, row, layers, role) for row in speakers)
    if not any(_all(row, layers) for row in speakers):
        quote = _trimmed(document, layers[0])
        speakers = (*speakers, Speaker(role=role, raw=quote.quote, name=None, evidence=(quote,), score=claim.score))
    return replace(claim, actors=once(actors), speakers=speakers)


def _lays(document: Document, quote: Evidence, then: set[int]) -> bool:
    """True for "the army" of "blamed by the army on the rebels" and of "blamed on the rebels by the army"."""
    if _BY.search(_before(document, quote)):
        end = _trimmed(document, quote).span.end
        return _ON.match(document.text, end) is not None
    return quote.span.start in then


def _starts_behind_by(document: Document, quotes: list[Evidence]) -> set[int]:
    """Where who lays it on others would begin: behind the "by" of "blamed on the rebels by the army"."""
    starts: set[int] = set()
    for other in quotes:
        by = _THEN_BY.match(document.text, other.span.end)
        if by is not None and _LAID_ON.search(_before(document, other)) is not None:
            starts |= {by.end(), other.span.end + len(" by ")}
    return starts


def _is_laid_on(document: Document, quote: Evidence, layers: list[Evidence]) -> bool:
    if _LAID_ON.search(_before(document, quote)):
        return True
    for layer in layers:
        end = _trimmed(document, layer).span.end
        if not end <= quote.span.start <= end + REACH:
            continue
        on = _ON.match(document.text, end)
        if on is not None and on.start("on") < quote.span.start and _BEHIND_ON.search(document.text[end : quote.span.start]):
            return True
    return False


def _before(document: Document, quote: Evidence) -> str:
    return document.text[sentence_start(document.text, quote.span.start) : quote.span.start]


def _trimmed(document: Document, quote: Evidence) -> Evidence:
    """The words without the "on" that leads on to who is blamed: "officials on"."""
    found = _ENDS_IN_ON.search(document.text, quote.span.start, quote.span.end)
    return document.quote(quote.span.start, found.start()) if found else quote


def _may_go(row: Actor) -> bool:
    return row.role in ACTIVE_ROLES and row.score is not None


def _all(row: Actor | Speaker, quotes: list[Evidence]) -> bool:
    return bool(row.evidence) and all(any(_overlap(quote, other) for other in quotes) for quote in row.evidence)


def _overlap(quote: Evidence, other: Evidence) -> bool:
    return quote.span.start < other.span.end and other.span.start < quote.span.end


def _as_blamed(row: Actor, blamed: list[Evidence]) -> Actor:
    return replace(row, role="accused") if _may_go(row) and _all(row, blamed) else row


def _as_layer(document: Document, row: Speaker, layers: list[Evidence], role: str) -> Speaker:
    if row.score is None or not row.evidence or not _all(row, layers):
        return row
    quotes = tuple(_trimmed(document, quote) for quote in row.evidence)
    return replace(row, role=role, raw=quotes[0].quote, evidence=quotes)
