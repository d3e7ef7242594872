"""What was tried and not reached: a town that nobody took, a bomb that did not explode, an attack that was repelled."""

from __future__ import annotations

from crossread import patterns as re
from crossread.records import Claim, Harm

# whatever the word of the deed: "failed to take", "were unable to capture"; and what may still have come to something
_FAILED = re.compile(
    r"(?<!not )(?<!never )\b(?:(?:fail(?:ed|s|ing)|(?:was|were|is|are|been)\s+unable)\s+to"
    r"|fail(?:ed|s|ing)\s+in\s+(?:an?|the|its|their|his)\s+(?:attempt|effort|bid)\s+to)\s+$",
    re.IGNORECASE,
)
_TRIED = re.compile(
    r"(?<!may )(?<!will )(?<!might )(?<!would )(?<!could )(?<!not )(?<!never )\b"
    r"(?:sought|seeking|tr(?:ied|ying)|attempt(?:ed|s|ing)?)\s+to\s+$",
    re.IGNORECASE,
)
_MISSABLE = (
    *("armed_attack", "bombing", "shelling", "abduction", "territorial_change"),
    *("arson", "destruction", "killing", "looting"),
)
_DUD = re.compile(
    r"(?:\s+(?!and\b|but\b|while\b|another\b|second\b|others?\b)[\w'’-]+){0,12},?\s+"
    r"(?:failed\s+to|did\s+not|didn['’]t)\s+(?:explode|detonate|go\s+off|ignite)\b",
    re.IGNORECASE,
)
_BLAST = re.compile(r"explode|detonat|go\s+off|ignite", re.IGNORECASE)
_IN_ATTACK = re.compile(r"\s+(?:in|during)\s+(?:the|those|an?)\s+(?:[\w-]+\s+)?(?:attack|bombing|blast|assault)", re.IGNORECASE)
_NOT = re.compile(r"\b(?:did\s+not|didn['’]t)\s+$", re.IGNORECASE)
_REPEL = (
    r"(?:repel(?:s|led|ling)?|repuls(?:e[sd]?|ing)|f(?:ought|ights?|end(?:ed|s)?)\s+off"
    r"|(?:beat|beaten|drove|driven|pushed|threw|thrown|warded)\s+(?:back|off))"
)
_REPELLING = re.compile(rf"\b{_REPEL}\s+(?:[\w'’-]+\s+){{0,5}}$", re.IGNORECASE)
_IS_REPELLED = re.compile(
    r"(?:\s+(?!and\b|but\b|after\b|when\b)[\w'’-]+){0,10}\s+(?:was|were|is|are|(?:has|have|had)\s+been)\s+(?:\w+ly\s+)?"
    rf"{_REPEL}\b",
    re.IGNORECASE,
)
_ONSET = re.compile(r"(?:attack|assault|raid|offensive|onslaught|ambush|incursion|advance)s?", re.IGNORECASE)
_NOBODY = re.compile(r"(?:no|nobody|none|zero|0|without)\b", re.IGNORECASE)


def is_missed(claim: Claim, before: str, after: str) -> bool:
    """True by the words of the sentence before and after the trigger, where no effect tells otherwise.

    Of 49 coded claims right behind "tried to", "failed to" and the like, without fights and force at protests, 36 are
    attempts, three have an effect of their own and two are threats. All six coded attacks without an effect behind "repelled"
    are attempts; a fight took place (12 of 13 with "repelled" for their trigger).
    """
    if claim.type in _MISSABLE and _FAILED.search(before):
        return _IN_ATTACK.match(after) is None  # "her vest failed to detonate in the attacks": others' did
    if any(not _NOBODY.match(row.raw) for row in claim.harm if row.effect != "abducted"):
        return False
    if claim.type in _MISSABLE and _TRIED.search(before):
        return True
    if claim.type == "bombing":
        gone = _BLAST.match(claim.trigger.quote)
        return _NOT.search(before) is not None if gone else _DUD.match(after) is not None
    repelled = _REPELLING.search(before) is not None or _IS_REPELLED.match(after) is not None
    return claim.type == "armed_attack" and _ONSET.fullmatch(claim.trigger.quote) is not None and repelled


def without_untaken(claim: Claim) -> tuple[Harm, ...]:
    """The harm without those as abducted whom somebody only tried to abduct: 13 of 14 coded attempts have no such row."""
    if (claim.type, claim.status) != ("abduction", "attempted"):
        return claim.harm
    return tuple(row for row in claim.harm if row.score is None or row.effect != "abducted")
