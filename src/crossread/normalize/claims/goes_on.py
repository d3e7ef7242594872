"""A happening that the report tells in its own words though a speaker is told beside it: it is `asserted`.

"A car bomb killed nine people, police said. The blast tore the roof off the market": the second sentence is the report's own.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at, sentence_ends
from crossread.records import Claim, Document

# Words with which somebody says, thinks or counts, and quotation marks: such a sentence may be another's.
_SAYS = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:old|ells|elling)|report(?:s|ed|edly|ing)?|according|stat(?:es|ed|ing|ements?)|claim\w*|announc\w*"
    r"|add(?:s|ed|ing)|confirm\w*|alleg\w*|accus\w*|blam\w*|quot\w*|describ\w*|believ\w*|suspect\w*|den(?:y|ies|ied|ying)|indicat\w*"
    r"|warn\w*|maintain\w*|insist\w*|estimat\w*|recall\w*|explain\w*|not(?:ed|es|ing)|reveal\w*|disclos\w*|inform\w*|declar\w*"
    r"|witness\w*|apparent\w*|would|complain\w*|record(?:s|ed|ing)?|counts?|counted|document(?:s|ed|ing)?|investigat\w*|learn(?:ed|t)"
    r"|acknowledg\w*|admit\w*|concede\w*|heard|hint\w*|show(?:s|ed|ing)|statistics|figures|data|sources?|accounts?|versions?|call(?:s|ed|ing)|pointed|releas\w+"
    r"|[Bb]y the count)\b|[\"“”\[]",
    re.IGNORECASE,
)
# An inquiry's account goes on: "A UN report said soldiers killed nine. The attack began at dawn"
_INQUIRY = re.compile(
    r"\b(?:(?:an?|the|its|their|this|new|latest|final)\s+(?:[\w’'-]+\s+){0,4}?(?:reports?|inquiry|investigations?|commission|panel|study|indictment"
    r"|dossier|lawsuit|investigators|prosecutors)|Human\s+Rights\s+Watch|Amnesty(?:\s+International)?)\s+(?:[\w’'-]+\s+){0,5}?"
    r"(?:sa(?:id|ys?)|f(?:ound|inds)|stat(?:ed|es)|conclud(?:ed|es)|alleg(?:ed|es)|describ(?:ed|es)|detail(?:ed|s)|document(?:ed|s))\b",
    re.IGNORECASE,
)
_DOERS = ("perpetrator", "side_a", "side_b")
_ACTS = {
    "bombing": r"blasts?|explosions?|bombs?|bombings?|attacks?|attackers?|bombers?|device|grenades?|mine|car|truck|vehicle",
    "air_strike": r"(?:air\s?)?strikes?|(?:air\s?)?raids?|attacks?|missiles?|bombs?|drones?|planes?|jets?|helicopters?",
    "shelling": r"shelling|attacks?|rockets?|shells?|missiles?|mortars?|bombardments?|barrage",
    "armed_clash": r"clash(?:es)?|fighting|battles?|fight|gun\s?battle|fire\s?fight|ambush|attack(?:ers)?|rebels|militants"
    r"|insurgents|guerrillas",
    "armed_attack": r"attacks?|attackers?|assailants?|gunm[ae]n|shootings?|raids?|raiders?|assault|ambush|rebels|militants"
    r"|insurgents|guerrillas|bandits|men",
    "killing": r"killings?|killers?|gunm[ae]n|attackers?|assailants?|murders?|shootings?|massacre|executions?",
    "abduction": r"abductions?|kidnappings?|kidnappers?|gunm[ae]n|abductors?|hostages",
}
_HAPPENED = (
    r"(?:damaged|destroyed|occurred|happened|took\s+place|came|went\s+off|exploded|detonated|hit|struck|tore|ripped|blew|shattered|killed"
    r"|wounded|injured|left|broke|began|started|erupted|lasted|continued|(?:was|were)\s+(?:carried|launched|planted|hidden|parked|placed)"
    r"|targeted|opened|fired|shot|stormed|ambushed|entered|burst|arrived|fled|escaped|forced|set|burned|burnt|looted|seized|took|threw"
    r"|used|drove|approached|surrounded|attacked|landed|fell|rammed|followed|sent|caused)"
)
_GOES_ON = {
    kind: re.compile(rf"\s*(?:The|Those)\s+(?:[\w’'-]+\s+){{0,2}}?(?:{nouns})\s+(?:[\w’'-]+\s+)?{_HAPPENED}\b", re.IGNORECASE)
    for kind, nouns in _ACTS.items()
}


def settle_own_telling(document: Document, claim: Claim) -> Claim:
    """The claim `asserted` instead of `attributed` where a sentence without any word of saying tells what happened.

    Of 16 claims read as attributed without any speaker, at a trigger in such a sentence, 14 are coded as asserted. Where the
    report goes on behind the speaker's sentence with "The attack came …", "The blast damaged …", 36 of 45 are; where a new
    paragraph tells who did it to whom, 13 of 14. What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.stance != "attributed" or claim.status != "accomplished":
        return claim
    own = any(rule(document.text, claim) for rule in (_is_own, _is_told_on, _is_told_below))
    return replace(claim, stance="asserted") if own else claim


def _is_own(text: str, claim: Claim) -> bool:
    """True where the trigger's sentence is nobody's, and neither is the one before it if anybody is told to speak."""
    at = sentence_at(text, claim.trigger.span.start)
    if _SAYS.search(_sentence(text, at)) is not None:
        return False
    spoken = {sentence_at(text, e.span.start) for row in claim.speakers for e in row.evidence}
    alone = claim.scope == "incident" and spoken.isdisjoint((at - 1, at)) and not _SAYS.search(_sentence(text, at - 1))
    return alone or not claim.speakers


def _is_told_on(text: str, claim: Claim) -> bool:
    """True for "The blast damaged a mosque" right behind the sentence of the trigger, or behind a speaker's.

    Not where an inquiry or its report tells the act: what follows is still its account.
    """
    if claim.type not in _GOES_ON or claim.scope == "aggregate":
        return False
    at = sentence_at(text, claim.trigger.span.start)
    following = _sentence(text, at + 1)
    if _INQUIRY.search(_sentence(text, at)):
        return False
    return _GOES_ON[claim.type].match(following) is not None and _SAYS.search(following) is None


def _is_told_below(text: str, claim: Claim) -> bool:
    """True where a paragraph with the trigger or right below opens with the doers and their deed: "Men shot at a crowd"."""
    at = sentence_at(text, claim.trigger.span.start)
    doers = {sentence_at(text, e.span.start) for row in claim.actors if row.role in _DOERS for e in row.evidence}
    acts = {sentence_at(text, e.span.start) for e in (claim.trigger, *claim.retellings)}
    acts |= {sentence_at(text, e.span.start) for row in claim.actors if row.role not in _DOERS for e in row.evidence}
    spoken = {sentence_at(text, e.span.start) for row in claim.speakers for e in row.evidence}
    below = [number for number in (at, at + 1, at + 2) if number in (doers & acts) - spoken]
    return claim.scope == "incident" and any(_opens_paragraph(text, number) for number in below)


def _opens_paragraph(text: str, number: int) -> bool:
    return "\n" in _sentence(text, number - 1)[-2:] and _SAYS.search(_sentence(text, number)) is None


def _sentence(text: str, number: int) -> str:
    ends = sentence_ends(text)
    if not 0 <= number <= len(ends):
        return ""
    return text[ends[number - 1] if number else 0 : ends[number] if number < len(ends) else len(text)]
