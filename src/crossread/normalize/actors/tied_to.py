"""A party named to describe who speaks does not act: "an aid agency with ties to the rebels says two workers were killed"."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.records import Actor, Claim, Document, Speaker
from crossread.records.roles import DOER_ROLES

REACH = 60  # characters before the party, and behind it, in which the speaker is described and says something
_TIED = re.compile(
    r"\b(?:with|having|has|have|had)\s+(?:(?:close|strong|long-?standing|alleged|suspected|reported|known|some|no)\s+)?"
    r"(?:ties|links|connections|contacts|access|sympath(?:y|ies))\s+(?:to|with|for|in|inside)\s+(?:the\s+|some\s+)?$"
    r"|\b(?:sympathetic\s+to|supportive\s+of|critical\s+of|opposed\s+to|hostile\s+to|favou?rable\s+to|allied\s+(?:to|with)"
    r"|affiliated\s+(?:to|with)|linked\s+(?:to|with)|connected\s+(?:to|with)|close\s+to|monitoring|tracking|that\s+(?:monitors|tracks))"
    r"\s+(?:the\s+|some\s+)?$",
    re.IGNORECASE,
)
# "A group with ties to al-Qaida says it killed two" speaks of itself; the tie is no doer either way.
_SAYS = re.compile(
    r"(?:\s+(?:rebels|militants|fighters|group|movement|guerrillas|insurgents))?,?\s+(?:(?:also|has|have|had|earlier|later|on\s+\w+day)\s+)?"
    r"(?:said|says?|reported|reports|told|wrote|writes|announced|announces|published|confirmed|quoted|posted|released)\b"
)


def without_tied_to(document: Document, claim: Claim) -> Claim:
    """The claim without doers and speakers that are named only so; what people and data sets say (no score) stays."""
    if claim.score is None:
        return claim
    actors = tuple(row for row in claim.actors if row.role not in DOER_ROLES or not _is_tie(document.text, row))
    speakers = tuple(row for row in claim.speakers if len(claim.speakers) == 1 or not _is_tie(document.text, row))
    if len(actors) == len(claim.actors) and len(speakers) == len(claim.speakers):
        return claim
    return replace(claim, actors=actors, speakers=speakers)


def _is_tie(text: str, row: Actor | Speaker) -> bool:
    if row.score is None or not row.evidence:
        return False
    spans = [quote.span for quote in row.evidence]
    return all(
        _SAYS.match(text, span.end, span.end + REACH) and _TIED.search(text, max(0, span.start - REACH), span.start)
        for span in spans
    )
