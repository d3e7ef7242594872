"""Who condemns an act, or mourns its dead, is not who did it: "We condemn in the strongest terms the bombing of the bridge"."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.actors.publisher import publisher_of
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Actor, Claim, Document, Speaker
from crossread.records.roles import UNDISPUTED_DOERS

_CONDEMNS = re.compile(
    r"\s+(?:(?:has|have|had|also|once\s+again|again|most|(?-i:[a-z]+ly)|in\s+the\s+strongest(?:\s+possible)?\s+terms)\s+){0,3}"
    r"(?:condemn|denounc|deplor|mourn|griev|lament)(?:s|ed|es|e)?\b(?=\s|,)",
    re.IGNORECASE,
)
# "(the attack) was condemned by the (United Nations)", "drew condemnation from"
_CONDEMNED_BY = re.compile(
    r"\b(?:(?:condemned|denounced|deplored|decried|mourned|criticised|criticized|discussed|debated|welcomed|praised)"
    r"(?:\s+(?:and|or)\s+[a-z]+ed)?(?:\s+(?:[a-z]+ly|yesterday|today|[A-Z][a-z]+day|on|in\s+the\s+strongest\s+terms)){0,3}\s+by"
    r"|(?:condemnations?|criticism|praise)\s+(?:from|by))"
    r"\s+(?:(?:the\s+)?(?:[\w.’'-]+\s+){1,4}and\s+)?(?:(?:the|a|an|its|his|her|their|both)\s+)?$"
)
# "We mourn our brothers who fell when we stormed the base": the act is the party's own
_OWN_ACT = re.compile(
    r"\b(?:our|we|us|ours|its|their)\b(?!\s+(?:people|citizens|country|cit(?:y|ies)|villages?|nation|children|land))"
    r"|\b(?:retaliat|claim|reveng)\w*",
    re.IGNORECASE,
)
_ACTS = frozenset(
    "armed_attack bombing shelling air_strike killing abduction ill_treatment sexual_violence arson destruction looting".split()
)


def without_condemners(document: Document, claim: Claim) -> Claim:
    """The claim without those as doers of whom each mention only condemns or mourns; in another's report they are heard.

    Of 45 coded parties and speakers who stand before such a word none did a violent act, and none of those by whom an act is
    told to have been condemned did it. What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.type not in _ACTS:
        return claim
    found = [row for row in claim.actors if _only_condemns(document, row)]
    if not found:
        return claim
    actors = tuple(row for row in claim.actors if row not in found)
    speakers = claim.speakers
    if publisher_of(document) is None:
        heard = {quote.span for row in speakers for quote in row.evidence}
        speakers += tuple(_as_reporter(row) for row in found if row.evidence[0].span not in heard)
    doing = any(row.role in UNDISPUTED_DOERS for row in actors)
    stance = "asserted" if claim.stance == "claimed" and not doing else claim.stance
    return replace(claim, actors=actors, speakers=speakers, stance=stance)


def _as_reporter(row: Actor) -> Speaker:
    return Speaker(role="reports", raw=row.raw, evidence=row.evidence[:1], score=row.score)


def _only_condemns(document: Document, row: Actor) -> bool:
    if row.role not in UNDISPUTED_DOERS or row.score is None or not row.evidence:
        return False
    for quote in row.evidence:
        before, after = sentence_around(document.text, quote.span.start, quote.span.end)
        if _CONDEMNED_BY.search(before) and not after.startswith((", who", " who")):
            continue
        verb = _CONDEMNS.match(after)
        if verb is None or _OWN_ACT.search(after[verb.end() :]):
            return False
    return True
