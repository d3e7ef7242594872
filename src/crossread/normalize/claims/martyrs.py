"""Whom a party mourns in its statement did not fall in its next sentence: "We mourn the five martyrs. Our men struck a post".

None of the coded reports tells so; of the nine hand-coded numbers of martyrs all are dead of the side that calls them so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.actors.publisher import publisher_of
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.sentences import sentence_ends
from crossread.records import Claim, Document, Span, claim_id
from crossread.records.roles import UNDISPUTED_ACTIVE

SCORE = 0.6  # what a claim made by its words alone is worth
_MOURNS = re.compile(
    r"\b(?:(?:mourn|grieve|salute)s?|mourning|bids?\s+farewell\s+to|pays?\s+tribute\s+to)\s+"
    r"(?P<whom>(?:[\w’'-]+\s+){0,4}?martyrs)\b",
    re.IGNORECASE,
)
# They fell in the party's own act: it is told with it
_IN_BATTLE = re.compile(
    r"\b(?:while|battles?|clash\w*|fighting|fought|storm(?:ed|ing)|confront\w*|attacking|ambush\w*|operations?|when\s+(?:they|we|our))\b",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"\b(?:(?P<air_strike>air\s?(?:strikes?|raids?)|bombardment)|(?P<shelling>shelling)"
    r"|(?P<armed_attack>aggression|raids?|attack|assault|incursion|storming))\b",
    re.IGNORECASE,
)
_KINDS = ("air_strike", "shelling", "armed_attack")


def with_mourned(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, and the dead that are mourned in a sentence of their own in a claim of theirs, at the place and time told.

    Only in a party's own statement, and where no claim is told in that sentence. What people and data sets say (no score)
    stays.
    """
    made = list(claims)
    if "martyr" not in document.text.lower() or publisher_of(document) is None:
        return made
    for found in _MOURNS.finditer(document.text):
        ends = sentence_ends(document.text)
        start = max((at for at in ends if at <= found.start()), default=0)
        body = Span(start=start, end=next((at for at in ends if at > found.end()), len(document.text)))
        if _IN_BATTLE.search(document.text, found.end(), body.end) or any(body.contains(one.trigger.span) for one in made):
            continue
        at = next((at for at, claim in enumerate(made) if _is_joined(claim, body)), None)
        if at is not None:
            made[at : at + 1] = _parted(document, made[at], found, body)
    return made


def _is_joined(claim: Claim, body: Span) -> bool:
    """True for what a doer told elsewhere did, where the dead of the sentence are put to it."""
    if claim.score is None or claim.scope == "aggregate":
        return False
    if not any(row.effect == "killed" and row.evidence and body.contains(row.evidence[0].span) for row in claim.harm):
        return False
    doers = [row for row in claim.actors if row.role in UNDISPUTED_ACTIVE and row.evidence]
    return bool(doers) and not any(body.contains(quote.span) for row in doers for quote in row.evidence)


def _parted(document: Document, claim: Claim, found: re.Match[str], body: Span) -> list[Claim]:
    """The claim of those mourned, and the party's own act without them."""
    inside = {at for at, row in enumerate(claim.harm) if row.evidence and body.contains(row.evidence[0].span)}
    mourned = tuple(row for row in claim.actors if row.evidence and all(body.contains(quote.span) for quote in row.evidence))
    act = _ACT.search(document.text, found.end(), body.end)
    kind = next((kind for kind in _KINDS if act and act[kind]), "killing")
    trigger = document.quote(*act.span()) if act else document.quote(found.end("whom") - len("martyrs"), found.end("whom"))
    theirs = replace(
        claim,
        id=claim_id(document_id=document.id, made_by=claim.made_by, type=kind, trigger=trigger),
        type=kind,
        trigger=trigger,
        stance="asserted",
        status="accomplished",
        actors=mourned,
        harm=without_rows(claim.harm, set(range(len(claim.harm))) - inside),
        means=(),
        speakers=(),
        retellings=(),
        score=SCORE,
    )
    own = replace(claim, actors=tuple(row for row in claim.actors if row not in mourned), harm=without_rows(claim.harm, inside))
    return [theirs, own]
