"""A party that says what its enemy did owns up to nothing: "M23 rebels said government soldiers attacked the village".

Of 484 hand-coded claimants of an act with a doer five belong to the other side (rebels for an army's act, an army for rebels'):
they say that the man was one of theirs, or that the foe's attempt failed.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.actors.called import is_honoured
from crossread.normalize.actors.publisher import publisher_of
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Actor, Claim, Document, Evidence, Speaker

_STATE = frozenset({"state_forces", "foreign_forces", "police"})
_AGAINST = frozenset({"rebel_group", "political_militia", "unidentified_armed_group", "communal_militia"})
# What may stand between who says it and who did it; "said its fighters", "said they" tell an own act.
_SAID = re.compile(
    r"(?:,[^,.;\n]{2,60},)?\s+(?:(?:also|have|has|had|later|\w+day|on)\s+){0,3}"
    r"(?:said|says?|reported|reports|told|stated|announced|claim(?:ed|s)?|alleged?s?|accus(?:ed|es|e)|blam(?:ed|es|e))\b"
    r"(?P<between>[^.;\n]{0,90})$",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:its?|they|their|theirs|we|our|ours|he|his|him|she|her)\b", re.IGNORECASE)
_OURS = re.compile(r"(?:we|our|us)\b", re.IGNORECASE)
_ENEMY = re.compile(r"\b(?:enem(?:y|ies)|occupation|regime)\b", re.IGNORECASE)
_OWNS_UP = re.compile(r"\b(?:responsib\w+|credit|admit\w*|acknowledg\w*|confess\w*|theirs|avow\w*|boast\w*)\b", re.IGNORECASE)


def settle_other_side(document: Document, claim: Claim) -> Claim:
    """The claim with a party that says what only others did as one who reports; what people say (no score) stays."""
    if claim.score is None:
        return claim
    doers = [row for row in claim.actors if row.role == "perpetrator"]
    false = [row for row in claim.actors if _tells_of_others(document, row, doers)]
    if not false:
        return claim
    spans = {quote.span for row in false for quote in row.evidence}
    actors = tuple(row for row in claim.actors if row not in false)
    speakers = tuple(_as_teller(row) if spans & {q.span for q in row.evidence} else row for row in claim.speakers)
    owned = any(row.role == "claimant" for row in actors) or any(row.role == "claims" for row in speakers)
    stance = "attributed" if claim.stance == "claimed" and not owned else claim.stance
    return replace(claim, actors=actors, speakers=speakers, stance=stance)


def settle_accused(document: Document, claim: Claim) -> Claim:
    """What a party's own statement tells of its enemy alone is no confession: `claimed` gives way to `asserted`.

    At least one doer is known to be another than the issuer, none is "ours", and nobody in it claims. Of 49 hand-coded claims
    in a party's own statement whose doers are others one is `claimed`, by an ally. What people and data sets say (no score)
    stays.
    """
    if claim.score is None or claim.stance != "claimed":
        return claim
    doers = [row for row in claim.actors if row.role in ("perpetrator", "side_a", "side_b")]
    own = publisher_of(document) if doers else None
    if (
        own is None
        or any(row.role == "claimant" for row in claim.actors)
        or any(row.role == "claims" for row in claim.speakers)
    ):
        return claim
    ours = any(
        own.id == row.registry_id or own.name == row.name or _OURS.match(row.raw) or is_honoured(row.raw) for row in doers
    )
    foes = any(row.name is not None or _ENEMY.search(row.raw) for row in doers)
    return replace(claim, stance="asserted") if foes and not ours else claim


def _tells_of_others(document: Document, row: Actor, doers: list[Actor]) -> bool:
    """True for a claimant of the other side than every doer, who says so right before a doer and nowhere owns up."""
    if row.role != "claimant" or row.score is None or not row.evidence or not doers:
        return False
    if not all(_are_two_sides(row, doer) for doer in doers):
        return False
    if not any(_says_of(document, own, quote) for own in row.evidence for doer in doers for quote in doer.evidence):
        return False
    sentences = (" ".join(sentence_around(document.text, own.span.start, own.span.end)) for own in row.evidence)
    return not any(_OWNS_UP.search(words) for words in sentences)


def _are_two_sides(row: Actor, doer: Actor) -> bool:
    """True for rebels and an army, and for two groups that are known by name."""
    if row.registry_id is not None and doer.registry_id is not None:
        return row.registry_id != doer.registry_id
    return (row.type in _STATE and doer.type in _AGAINST) or (row.type in _AGAINST and doer.type in _STATE)


def _says_of(document: Document, own: Evidence, doer: Evidence) -> bool:
    said = _SAID.fullmatch(document.text, own.span.end, doer.span.start) if own.span.end < doer.span.start else None
    return said is not None and _OWN.search(f"{said['between']} {doer.quote}") is None


def _as_teller(row: Speaker) -> Speaker:
    return replace(row, role="reports") if row.role == "claims" and row.score is not None else row
