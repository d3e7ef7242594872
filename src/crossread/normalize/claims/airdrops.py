"""What is dropped from the air and explodes not: food, water, leaflets. All five coded droppings of such are operations."""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.records import Claim, Document

_DROPS = re.compile(r"(?:(?:was|were|been|have|has|had)\s+)*(?:air-?)?drop(?:ped|s|ping)?(?:\s+(?P<in>[\w-]+))?", re.IGNORECASE)
_GOODS = re.compile(
    r"(?:\s+(?:[\d,.]+|tonnes|tons|of|some|the|emergency|urgent|humanitarian|relief|bundles|bags|packets|and|its"
    r"|more)){0,4}\s*\b(?:food(?:stuffs)?"
    r"|aid\b|leaflets?|pamphlets?|flyers|water|supplies|relief|parcels|medicines?|medical\s+\w+|rations|blankets"
    r"|flowers|candy|sweets|toys)\b"
    r"(?!\s+tanks?)",
    re.IGNORECASE,
)
# "Water barrels filled with explosives" are bombs
_LOADED = re.compile(
    r"[^.;:]{0,50}?\b(?:filled|packed|loaded|laden|stuffed|rigged|full|laced)\s+(?:with|of)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:explosives?|TNT|shrapnel|chlorine|gas|napalm|fuel|petrol|metal|nails|dynamite|gunpowder|poison)\b"
    r"|(?:\s+and)?\s+(?:barrel\s+)?(?:bombs?|mines?|grenades?|shells?|explosives?)\b",
    re.IGNORECASE,
)
_OF_FORCE = ("air_strike", "shelling", "bombing", "armed_attack")


def settle_airdrop(document: Document, claim: Claim) -> Claim:
    """The claim as an operation where aid or paper is what is dropped and nobody is harmed; a person's claim stays."""
    if claim.score is None or claim.type not in _OF_FORCE or claim.harm:
        return claim
    words = _DROPS.fullmatch(claim.trigger.quote)
    if words is None:
        return claim
    end = claim.trigger.span.start + words.start("in") - 1 if words["in"] else claim.trigger.span.end
    goods = _GOODS.match(document.text, end)
    return claim if goods is None or _LOADED.match(document.text, goods.end()) else replace(claim, type="operation")
