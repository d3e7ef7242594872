"""What beasts do is an accident: "a leopard killed a boy", "was mauled by a bear", "bees attacked a procession".

All four hand-coded claims of sharks and bears that kill are accidents, and no coded attack has a beast for its doer.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Claim, Document, Evidence
from crossread.records.roles import ACTIVE_ROLES

_BEAST = (
    r"(?:(?:sharks?|leopards?|lion(?:ess|esses|s)?|tigers?|bears?|crocodiles?|alligators?|hippos?|hippopotamus(?:es)?|elephants?|rhinos?"
    r"|snakes?|cobras?|pythons?|dogs?|bees|wasps|hornets|wol(?:f|ves)|hyenas?|jaguars?|cougars?|pumas?|bulls?|buffaloe?s?|stingrays?"
    r"|boars?|monkeys|locusts|jellyfish))"
)
# Not "Tamil Tigers", "a Leopard tank", "police dogs", "lone wolf": a small letter but at the start, and a word that leads in
_LED_IN = (
    r"(?:an?|the|two|three|four|five|six|several|some|\d+|of|by|wild|stray|feral|hungry|rabid|escaped|killer|angry|man-eating|polar|brown"
    r"|black|white|grizzly|great|giant|honey)\s+"
)
_DOES = re.compile(
    rf"(?:\b(?i:{_LED_IN}){_BEAST}|^\s*(?i:{_BEAST}))(?:\s+(?:has|have|had|also|then|later|which|that|there))*\s*$",
    re.MULTILINE,
)
_DONE_BY = re.compile(rf"(?:\s+to\s+death|\s+and\s+\w+)?\s+by\s+(?:(?:an?|the|two|three|\w+)\s+){{0,3}}?{_BEAST}(?!['’-])\b")
_ACTS = re.compile(
    r"(?:(?:was|were|been|has|have|had)\s+)*(?:attack(?:ed|s)?|kill(?:ed|s)?|maul(?:ed|s)|bit|bites|bitten|gored?|gores|trampl(?:ed|es)|stung"
    r"|drag(?:ged|s)|devoured|overturned|charged|snatched|invaded|ravaged)(?:\s+to\s+death)?",
    re.IGNORECASE,
)
_TRAINED = re.compile(
    r"\b(?:police|army|soldiers?|guards?|officers?|settlers?|handlers?|set|unleashed|let\s+loose)\b", re.IGNORECASE
)

_UNDER_ARMS = ("state_forces", "foreign_forces", "police", "rebel_group", "political_militia")
_OF_ARMS = re.compile(
    r"\b(?:soldiers?|troops|police|army|navy|naval|military|convoy|patrol|barracks|camp|base|post|outpost|checkpoint|garrison)\b",
    re.I,
)


def with_beasts(document: Document, claim: Claim) -> Claim:
    """The claim as an accident without doer and means where beasts do it, and nobody set them on."""
    told = (claim.trigger, *claim.retellings)
    if claim.score is None or claim.type == "accident" or not _by_beasts(document, claim.trigger):
        return claim
    before, after = sentence_around(document.text, claim.trigger.span.start, claim.trigger.span.end)
    sentence = range(claim.trigger.span.start - len(before), claim.trigger.span.end + len(after))
    if any(quote.span.start not in sentence and not _by_beasts(document, quote) for quote in told):
        return claim
    if any(row.type in _UNDER_ARMS or _OF_ARMS.search(row.raw) for row in claim.actors if row.role not in ACTIVE_ROLES):
        return claim  # "the lions attacked a barracks": a group by its name
    actors = tuple(row for row in claim.actors if row.role not in ACTIVE_ROLES)
    return replace(claim, type="accident", actors=actors, means=())


def _by_beasts(document: Document, told: Evidence) -> bool:
    before, after = sentence_around(document.text, told.span.start, told.span.end)
    if _ACTS.fullmatch(told.quote) is None or _TRAINED.search(before):
        return False
    return (_DOES.search(before) or _DONE_BY.match(after)) is not None
