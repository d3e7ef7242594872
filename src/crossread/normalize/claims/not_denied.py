"""Denials of something else than the act: links, backing, money, aim, who was in the place hit; and what denies nothing.

Of 15 hand-coded denials of links with others, of arming or backing somebody, of a ransom or of an aim at civilians beside a
claim none makes who denies it a speaker who denies the claim; nor does any of 34 who "declined to say" or "neither confirmed
nor denied".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.claims.denied_detail import is_of_detail, without_denied_people
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.records import Actor, Claim, Document, Evidence, Speaker

_NEITHER = re.compile(
    r"(?:[^.;\n\"“”]{0,60}?\s)?(?:(?:declin|refus)(?:ed?|es|ing)\s+to\s+(?:say|tell|name|comment|specify|give|discuss|confirm|identify|speculate|answer)"
    r"|(?:neither\s+(?:confirm\w*|den\w+)\s+(?:n?or\s+)(?:den\w+|confirm\w*))"
    r"|(?:(?:not|never|n['’]t)\s+(?:(?:yet|ever|publicly|officially|either)\s+){0,2}(?:confirm\w*|den\w+)\s+n?or\s+(?:\w+ly\s+)?"
    r"(?:den\w+|confirm\w*)))\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"(?:[^.;\n\"“”]{0,60}?\s)?(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)"
    r"|disput(?:es|ed|ing))\s+(?P<what>[^;\n]*)",
    re.IGNORECASE,
)
_TALE = (
    r"(?:(?:the|any|all|a|some|these|those|such|repeated|media|press|local|\w+ly)\s+)*"
    r"(?:(?:allegations?|accusations?|claims?|reports?|rumou?rs?|charges?|suggestions?)\s+(?:by\s+\w+\s+|from\s+\w+\s+|in\s+[\w\s]{1,20}?\s)?)?"
)
_WHO = r"(?:that\s+)?(?:(?:it|they|he|she|we)\s+|(?:its|his|their|the|any|some)\s+(?:[\w-]+\s+){1,2})?"
_HELP = r"(?:(?:has|have|had|was|were|is|are|ever|been|be|being|having|also)\s+){0,3}"
_ACT = (
    r"(?:(?:the|this|that|these|those|either|both|any)\s+(?:[\w-]+\s+)?(?:attacks?|bombings?|killings?|murders?|blasts?|crimes?|explosions?"
    r"|massacres?|abductions?|kidnappings?|raids?|assassinations?|incidents?|shootings?|bombs?|ambush(?:es)?|assaults?|plots?|deaths?"
    r"|case|disappearances?|attackers?|killers?|bombers?|kidnappers?|gunmen|perpetrators?)|it\b|this\b|that\b|them\b|what\b)"
)
_BESIDE = re.compile(
    # "any links to al-Qaida"; "links to the attack" and "any connection of our men with it" are the act
    rf"{_TALE}{_WHO}{_HELP}(?:(?:any|all|having|maintaining|direct|of|a)\s+)*"
    rf"(?:links?|ties?|contacts?|connections?|relations?|affiliations?|allegiance|alliance|linked|tied|allied|affiliated)\s+"
    rf"(?:to|with|between|of)\s+(?!(?:(?:our|its|their|his)\s+[^.;,\n]{{1,40}}?\s(?:to|with|in)\s+)?{_ACT})"
    # "arming the rebels", "that it supports the militia"
    rf"|{_TALE}{_WHO}{_HELP}(?:(?:support|back|arm|fund|financ|harbou?r|shelter|train|equip)(?:s|es|ed|e|ing)?\s+(?!forces|groups?|men|units?|the\s+attack)"
    r"|(?:giv|provid|suppl|send|sent|deliver|sell|sold|ship|smuggl)(?:e|es|ed|en|y|ies|ied|ing|s|ping|ped)?\s+(?:[\w-]+\s+){0,3}?"
    r"(?:arms|weapons|ammunition|shelter|support|aid|money|training|guns|fuel|haven)\b)"
    # "that a ransom had been paid"
    rf"|{_TALE}(?:that\s+)?(?:[\w-]+\s+){{0,5}}?(?:ransoms?|money|payments?|paid|paying)\b"
    # "targeting civilians", "that civilians were targeted"
    rf"|{_TALE}{_WHO}{_HELP}(?:deliberately\s+|intentionally\s+)?target(?:ing|ed|s)\s+(?:any\s+)?(?:civil|people|hospital|school|journal|medic)\w*"
    rf"|{_TALE}(?:that\s+)?(?:any\s+)?(?:civilians?|journalists?|hospitals?)\s+{_HELP}(?:deliberately\s+)?(?:targets?\b|targeted)",
    re.IGNORECASE,
)

# "The Taliban denied that fighters had been in the building (that was bombed)", "that the plane entered its airspace"
_THERE = re.compile(
    rf"{_TALE}(?:that\s+)?(?:(?:any|its|their|armed|the)\s+)*(?:fighters|militants|rebels|gunmen|combatants|militiamen|insurgents|weapons|arms"
    rf"|rockets|ammunition|terrorists)\s+{_HELP}(?:hiding|hidden|stored|kept|present|sheltering|based|in|inside|at|near|there|on)\b",
    re.IGNORECASE,
)
_STRAYED = re.compile(
    rf"{_TALE}(?:that\s+)?(?:the|its|their)\s+(?:[\w-]+\s+)?(?:planes?|aircraft|jets?|drones?|ships?|boats?|vessels?|helicopters?|trawlers?)\s+"
    rf"{_HELP}(?:enter|violat|cross|stray|intrud|penetrat)\w*",
    re.IGNORECASE,
)
# "that there was an order to shoot", "that his men had orders to": nobody is told not to have shot
_ORDERED = re.compile(
    rf"{_TALE}(?:that\s+)?(?:there\s+(?:was|were|had\s+been)\s+)?(?:(?:its|his|their|the)\s+(?:[\w-]+\s+)?(?:had|were\s+under)\s+)?"
    r"(?:(?:any|an|the|such|such\s+an|standing|shoot-to-kill)\s+){0,3}orders?\s+(?:to\b|had\b|was\b|were\b|existed)",
    re.IGNORECASE,
)
# "that figure", "this and said that all six were armed": how many fell and who they were, never that they fell
_OF_THE_DEAD = re.compile(
    r"(?:the|this|that|these|those|both)\s+(?:[\w-]+\s+){0,2}?(?:figures?|tolls?|numbers?|counts?)\b"
    r"|(?:this|that|it|the\s+(?:claim|account|version))\s*,?\s+(?:and\s+)?(?:said|says|saying|insist\w*|maintain\w*|adding)\s+(?:that\s+)?"
    r"(?:all|both|the|these|those|they)\s+(?:[\w-]+\s+){0,3}?(?:were|was|had\s+been)\s+(?:all\s+)?(?:armed|fighters|militants|rebels|insurgents"
    r"|combatants|terrorists|gunmen|bandits|guerrillas|soldiers|civilians)\b",
    re.IGNORECASE,
)
# The doer named a sentence before goes on: "It said it killed two soldiers on Wednesday"
_IT_SAID = re.compile(r"(?:It|He|She|They|The\s+group)\s+(?:also\s+|later\s+)?(?:said|says|claim(?:s|ed)|added)\b")
_FROM_AFAR = ("air_strike", "shelling")
_LOST = ("armed_attack", "air_strike", "shelling", "destruction", "abduction")
_OPEN_LATER = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|did\s+not|had\s+not|nothing\s+to\s+do|no\s+(?:part|role|hand))\b", re.IGNORECASE
)


def settle_not_denied(document: Document, claim: Claim) -> Claim:
    """The claim without those as deniers who deny something else or nothing; who speaks of the place hit reports.

    Who denies something else and claims the act ("neither confirmed nor denied the truce and said it had abducted") claims.
    Where nobody else denies it is no longer denied. What people and data sets say (no score) stays.
    """
    if claim.score is None or not any(row.role == "denies" for row in claim.speakers):
        return claim
    beside = [row for row in claim.speakers if _is_beside(document, claim, row)]
    there = [row for row in claim.speakers if row not in beside and _is_of_the_place(document, claim, row)]
    if not beside and not there:
        return claim
    said = {quote.span for row in claim.actors if row.role == "claimant" for quote in row.evidence}
    owned = [row for row in beside if claim.stance == "claimed" and any(quote.span in said for quote in row.evidence)]
    heard = tuple(
        replace(row, role="claims") if row in owned else row for row in claim.speakers if row in owned or row not in beside
    )
    speakers = tuple(replace(row, role="reports") if row in there else row for row in heard)
    gone = [quote for row in (*beside, *there) for quote in row.evidence]
    claim = replace(claim, speakers=speakers, actors=tuple(row for row in claim.actors if not _is_accused_by(row, gone)))
    claim = without_denied_people(document, claim)
    if claim.stance != "denied" or any(row.role == "denies" for row in speakers):
        return claim
    return told_plainly(document, claim)


def _is_beside(document: Document, claim: Claim, row: Speaker) -> bool:
    return _denies(row) and all(_told_beside(document, claim, quote) for quote in row.evidence)


def _denies(row: Speaker) -> bool:
    return row.role == "denies" and row.score is not None and bool(row.evidence)


def _told_beside(document: Document, claim: Claim, quote: Evidence) -> bool:
    after = _words_behind(document, quote)
    if _NEITHER.match(after):
        return not _OPEN_LATER.search(after[_end(_NEITHER, after) :])
    what = _what(document, claim, quote)
    if what is None:
        return False
    found = _BESIDE.match(what)
    of_release = claim.type == "agreement"  # a ransom belongs to it
    return found is not None and not of_release and not _OPEN_LATER.search(what)


def _is_of_the_place(document: Document, claim: Claim, row: Speaker) -> bool:
    """True for one who denies only who was in the place hit, that the plane shot down had come there, or an order to shoot.

    Or a number, or who the dead were, or that own people were hit: none of five hand-coded acts whose toll alone is disputed
    is denied.
    """
    if not _denies(row):
        return False
    whats = [_what(document, claim, quote) for quote in row.evidence]
    return all(
        what is not None
        and (
            _ORDERED.match(what)
            or _OF_THE_DEAD.match(what)
            or is_of_detail(claim, what)
            or (claim.type in _FROM_AFAR and _THERE.match(what))
            or (claim.type in _LOST and _STRAYED.match(what))
        )
        and not _OPEN_LATER.search(what)
        for what in whats
    )


def _what(document: Document, claim: Claim, quote: Evidence) -> str | None:
    """What the speaker denies, up to the end of his sentence; nothing where the act itself is told there."""
    after = _words_behind(document, quote)
    found = _DENIES.match(after)
    if found is None:
        return None
    start, end = quote.span.end + found.start("what"), quote.span.end + len(after)
    tellings = (claim.trigger,) if _ORDERED.match(found["what"]) else (claim.trigger, *claim.retellings)
    told = any(start <= telling.span.start < end for telling in tellings)
    return None if told else found["what"]


def _words_behind(document: Document, quote: Evidence) -> str:
    return sentence_around(document.text, quote.span.start, quote.span.end)[1]


def _end(pattern: re.Pattern[str], words: str) -> int:
    found = pattern.match(words)
    return found.end() if found else 0


def _is_accused_by(row: Actor, gone: Sequence[Evidence]) -> bool:
    """True for an actor whom nothing but these words of his own accuse."""
    spans = {quote.span for quote in gone}
    return row.role == "accused" and row.score is not None and bool(row.evidence) and all(q.span in spans for q in row.evidence)


def told_plainly(document: Document, claim: Claim) -> Claim:
    """The claim as the report tells it once nobody denies it; who does it in so many words is its doer."""
    accuses = any(row.role == "accuses" for row in claim.speakers)
    here = sentence_at(document.text, claim.trigger.span.start)
    said = any(
        sentence_at(document.text, quote.span.start) == here
        for row in claim.speakers
        if row.role in ("reports", "accuses")
        for quote in row.evidence
    )
    claims = any(row.role == "claims" for row in claim.speakers) and _IT_SAID.match(
        document.text, sentence_start(document.text, claim.trigger.span.start), claim.trigger.span.start
    )
    stance = "claimed" if claims else ("alleged" if accuses else "attributed") if said else "asserted"
    actors = claim.actors if accuses else tuple(_doing(document, claim, row) for row in claim.actors)
    return replace(claim, stance=stance, actors=actors)


def _doing(document: Document, claim: Claim, row: Actor) -> Actor:
    """An accused right before the word that tells the act, as its doer: "Turkish jets shot down"."""
    if row.role != "accused" or row.score is None:
        return row
    starts = {quote.span.end + 1 for quote in row.evidence}
    return replace(row, role="perpetrator") if claim.trigger.span.start in starts else row
