"""Who clears his own men of an act denies it for them: "the herders' association exonerated its members" lays it on nobody."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Actor, Claim, Document, Evidence, Speaker
from crossread.records.roles import DOER_ROLES

# Before it may stand the rest of a name that was cut short: "the Miyetti Allah (cattle breeders' association)"
_CLEARS = re.compile(
    r"(?:\s+[a-z][\w'’-]*){0,3}?(?:,\s+(?:however|meanwhile|though|for\s+its\s+part),)?\s+(?:(?:has|have|had|also|later|promptly)\s+){0,2}"
    r"(?:exonerat(?:ed|es)|absolv(?:ed|es)|clear(?:ed|s))\s+(?:all\s+(?:of\s+)?)?(?:its|their|his|her)\s+(?:own\s+)?(?:[\w-]+\s+)?"
    r"(?:members|men|people|fighters|soldiers|troops|officers|forces|supporters|followers|personnel|herders|herdsmen|guards|police\w*)\b"
)


def settle_cleared(document: Document, claim: Claim) -> Claim:
    """The claim with who clears his own men as one who denies, no accuser and no party to it.

    What people and data sets say (no score) stays.
    """
    if claim.score is None:
        return claim
    speakers = tuple(_as_denier(document, row) for row in claim.speakers)
    actors = tuple(row for row in claim.actors if row.role not in DOER_ROLES or not _clears(document, row))
    if (speakers, actors) == (claim.speakers, claim.actors):
        return claim
    owned = any(row.role == "claims" for row in speakers) or any(row.role == "claimant" for row in actors)
    accused = any(row.role == "accuses" for row in speakers)
    told = "denied" if claim.stance == "claimed" and not owned else claim.stance
    return replace(claim, speakers=speakers, actors=actors, stance="asserted" if told == "alleged" and not accused else told)


def _as_denier(document: Document, row: Speaker) -> Speaker:
    return replace(row, role="denies") if row.role != "denies" and _clears(document, row) else row


def _clears(document: Document, row: Actor | Speaker) -> bool:
    return row.score is not None and bool(row.evidence) and all(_is_before_clearing(document, quote) for quote in row.evidence)


def _is_before_clearing(document: Document, quote: Evidence) -> bool:
    _, after = sentence_around(document.text, quote.span.start, quote.span.end)
    return _CLEARS.match(after) is not None
