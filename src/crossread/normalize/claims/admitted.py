"""Who regrets or admits what its own men did owns up to it: "The Ruritanian Air Force regrets that its aircraft bombed a fair".

Of 36 hand-coded speakers of "said (admitted, confirmed) that its forces (aircraft, men) did" 27 claim the act, most others deny
it or something beside it; of those who admit, acknowledge or confirm it all do.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.codebook.name_folding import fold_name
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Actor, Claim, Document, Speaker

_ADMITS = re.compile(
    r"(?:,[^,.;]{2,60},)?\s+(?:(?:has|have|had|also|later|now|deeply|sincerely|on\s+\w+day|\w+day)\s+){0,3}"
    r"(?:regret|admit|acknowledg|conced|confirm|recogni[sz]|apologi[sz])\w*\s+(?:(?:on\s+)?\w+day\s+)?that\s+(?:its|our|their)\s+"
    r"(?:own\s+)?(?:[\w-]+\s+){0,2}?(?:aircraft|jets?|planes?|war\s?planes|drones?|helicopters?|pilots?|forces|troops|soldiers|artillery"
    r"|units?|gunners|men|fighters|police|officers)\s+"
    r"(?:(?:had|have|has|mistakenly|accidentally|wrongly|inadvertently|erroneously|also)\s+){0,3}$",
    re.IGNORECASE,
)
_SUFFERED = re.compile(r"(?:lost|suffered|died|fell|perished|came\s+under)\b", re.IGNORECASE)
_BY_MISTAKE = re.compile(
    r"\b(?:mistaken(?:ly)?|(?:by|in)\s+(?:mistake|error)|accidental\w*|inadvertently|erroneously|unintentional\w*)\b",
    re.IGNORECASE,
)
_FORCES = ("state_forces", "foreign_forces", "police")


def with_admitted(document: Document, claim: Claim) -> Claim:
    """The claim with one who admits that his men did it as claiming it; `claimed`, by him, where the statement is his own.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.stance == "denied":
        return claim
    owning = [row for row in claim.speakers if _admits(document, claim, row)]
    if not owning:
        return _with_own_mistake(document, claim)
    speakers = tuple(replace(row, role="claims") if row in owning else row for row in claim.speakers)
    claim = replace(claim, speakers=speakers)
    own = next((row for row in owning if _is_issuer(document, row)), None)
    if own is None or any(row.role == "claimant" for row in claim.actors):
        return claim
    party = Actor(role="claimant", raw=own.raw, name=None, type=_kind(claim), evidence=own.evidence[:1], score=own.score)
    return replace(claim, actors=(*claim.actors, party), stance="claimed")


def _admits(document: Document, claim: Claim, row: Speaker) -> bool:
    """True for a speaker whose sentence goes "regrets that its aircraft" and then tells the act."""
    if row.score is None or row.role not in ("claims", "reports", "accuses") or not row.evidence:
        return False
    end = row.evidence[0].span.end
    after = sentence_around(document.text, row.evidence[0].span.start, end)[1]
    for told in (claim.trigger, *claim.retellings):
        at = told.span.start - end
        if 0 < at < len(after) and _ADMITS.fullmatch(after[:at]) and not _SUFFERED.match(told.quote):
            return True
    return False


def _with_own_mistake(document: Document, claim: Claim) -> Claim:
    """The claim as claimed by the force that names itself in its own statement, for what it did by mistake."""
    source = fold_name(document.source or "").split()
    if claim.speakers or len(source) < 2 or claim.stance not in ("asserted", "attributed"):
        return claim
    if not _BY_MISTAKE.search(" ".join(sentence_around(document.text, claim.trigger.span.start, claim.trigger.span.end))):
        return claim
    doers = (row for row in claim.actors if row.role == "perpetrator" and row.score is not None and row.evidence)
    own = next((row for row in doers if fold_name(row.raw).removeprefix("the ").split()[: len(source)] == source), None)
    if own is None or any(row.role == "claimant" for row in claim.actors):
        return claim
    return replace(claim, actors=(*claim.actors, replace(own, role="claimant")), stance="claimed")


def _is_issuer(document: Document, row: Speaker) -> bool:
    """True for the party that the report's source names: "The Air Force" of the "Ruritanian Air Force"."""
    words = fold_name(re.sub(r"^the\s+", "", row.raw, flags=re.IGNORECASE)).split()
    source = fold_name(document.source or "").split()
    return bool(words) and source[-len(words) :] == words


def _kind(claim: Claim) -> str:
    told = (row.type for row in claim.actors if row.role == "perpetrator" and row.type in _FORCES)
    return next(told, "state_forces")
