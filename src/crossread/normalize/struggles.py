"""Fights without an enemy: firefighters who battle a blaze, doctors who battle to save the wounded, the fight against cholera.

Of 26 such wordings in hand-coded reports none is the trigger of a claim.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at
from crossread.records import Claim, Document, Evidence

_FIGHT = re.compile(r"(?:battl(?:e|es|ed|ing)|fights?|fought|fighting|struggl(?:e|es|ed|ing))\b", re.IGNORECASE)
_TYPES = ("armed_clash", "riot", "armed_attack", "protest", "operation")
_FIRE = r"(?:blazes?|fires?|flames|wildfires?|bushfires?|inferno)(?!\s*-?(?:fights?|fire|power|exchange|teams?|squads?))"
_ILLS = (
    r"(?:cholera|ebola|malaria|measles|mpox|covid\S*|coronavirus|polio|dengue|aids|hiv|epidemics?|outbreaks?|diseases?|virus(?:es)?"
    r"|pandemic|infections?|corruption|poverty|hunger|famine|drought|floods?|floodwaters?|inflation|unemployment|cancer|locusts?"
    r"|injuries|wounds|drug\s+trafficking)"
)
_AGAINST = re.compile(
    r"\s+(?:back\s+|off\s+)?(?:against\s+|with\s+)?(?:(?:the|an?|their|his|her|more|several|large|huge|massive|raging|forest|deadly|spreading"
    rf"|an?\s+outbreak\s+of|\d+)\s+){{0,3}}(?:[\w-]+\s+)?(?:{_FIRE}|{_ILLS})\b",
    re.IGNORECASE,
)
# "battled through the night to save the wounded", "fought in vain to put out the flames", "fighting for his life"
_TO_SAVE = re.compile(
    r"\s+(?:(?:desperately|frantically|in\s+vain|all\s+(?:night|day)|through\s+the\s+night|for\s+\w+(?:\s+\w+)?|(?:on\s+)?\w+day)\s+){0,2}to\s+"
    r"(?:(?:save|rescue|treat|revive|resuscitate|stabili[sz]e|keep)\s+(?:(?:the|his|her|their|its|two|three|four|five|six|\d+)\s+){0,2}"
    r"(?:li(?:fe|ves)|wounded|injured|patients?|survivors?|victims?|people\s+(?:trapped|alive)|child(?:ren)?|baby|twins|infants?|"
    r"him|her|them)\b"
    rf"|survive\b|(?:put\s+out|extinguish|douse|contain|control|stop|halt|bring|tame)\s+(?:(?:the|an?|several|\d+)\s+)?(?:[\w-]+\s+)?(?:{_FIRE}|{_ILLS}"
    r"|bleeding|spread)\b)|\s+for\s+(?:(?:his|her|their|its)\s+(?:life|lives)|survival|breath)\b",
    re.IGNORECASE,
)


_OBJECT = re.compile(rf"(?:the\s+|a\s+)?(?:{_FIRE}|{_ILLS})", re.IGNORECASE)


def fights_no_enemy(document: Document, claim: Claim) -> bool:
    """True for a claim that tells of a fire, an illness or a life fought for, and of nobody on the other side.

    Whoever it takes for harmed is told there to be saved; harm told in another sentence is another's.
    """
    if claim.score is None or claim.type not in _TYPES or any(row.role == "side_b" for row in claim.actors):
        return False
    text, here = document.text, sentence_at(document.text, claim.trigger.span.start)
    if any(sentence_at(text, quote.span.start) != here for row in claim.harm for quote in row.evidence):
        return False
    saved = _struggles(_TO_SAVE, text, claim.trigger)
    if not saved and (claim.harm or not _struggles(_AGAINST, text, claim.trigger)):
        return False
    return all(
        _OBJECT.fullmatch(told.quote) or _struggles(_AGAINST, text, told) or _struggles(_TO_SAVE, text, told)
        for told in claim.retellings
    )


def _struggles(pattern: re.Pattern[str], text: str, told: Evidence) -> bool:
    words = _FIGHT.match(text, told.span.start)
    return words is not None and words.end() <= told.span.end and pattern.match(text, words.end()) is not None
