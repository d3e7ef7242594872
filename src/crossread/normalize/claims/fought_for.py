"""A place taken after a fight is one fight: "the army seized the town after heavy clashes" tells no second claim.

The codebook has a change of control only where no fight is told. Of nine coded sentences that tell a place taken "after
fighting" or "clashes" eight have no claim of a change of control for it.
Only the taking that "after" belongs to is meant: not "who had seized it in May", nor one a week after the fight.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.sentences import sentence_at
from crossread.normalize.worded import Worded
from crossread.records import Claim, Document, Evidence, claim_id

_FIGHT = r"(?:clash(?:es)?|fighting|battles?|combats?|gun\s?battles?|gunfights?|firefights?)"
_HOW = (
    r"(?:(?:an?|the|some|brief|short|fierce|heavy|bloody|violent|intense|bitter|sporadic|deadly|armed|long|prolonged|hours?|days?|weeks?|months?"
    r"|of|several|two|three|four|five|six|seven|ten|street|house-to-house|pitched|gun|tribal|factional|major)[\s-]+){0,6}"
)
# not "after clashes in Zouar", "after fighting last week": a fight with a place or time of its own
_AFTER = Worded(
    "after following",
    rf"\b(?:after|following)\s+{_HOW}(?P<fight>{_FIGHT})\b"
    r"(?!\s+(?:ended|stopped|last|earlier|(?:in|at|near|around|on)\s+(?:the\s+)?(?:(?-i:[A-Z])|\d)))",
    re.IGNORECASE,
)
# "a week after clashes": the fight was another day's
_LATER = re.compile(r"\b(?:minutes?|hours?|days?|weeks?|months?|years?|long|soon|shortly)\s+$", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[,;:\n])\s*(?:(?:and|but|then)\s+)?$", re.IGNORECASE)
_OWN_CLAUSE = re.compile(
    r"[;:]|\b(?:who|whom|whose|which|that|where|when|while|whereas|before|since|until|because|after|following)\b|,\s+(?:and|but)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:(?:who|whom|which|that|where|when)\s+(?:[\w'’-]+\s+){0,3}|had\s+(?:\w+\s+){0,2})$", re.IGNORECASE)
_UNFOUGHT = re.compile(r"\bwithout\s+(?:(?:a|any|firing)\s+)?(?:fight|fighting|resistance|clash|shot|battle)", re.IGNORECASE)
_TAKEN = re.compile(
    r"(?:(?:re)?captur|seiz|liberat|retak|retook|took|taken|overr[au]n|occup|wrest|control|fall|fell|enter)", re.IGNORECASE
)


def without_taking_fought_for(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, a taking that its sentence tells to have been fought for as that fight, told once.

    What people and data sets say (no score) stays.
    """
    made = list(claims)
    for found in _AFTER.finditer(document.text):
        fight = document.quote(*found.span("fight"))
        number = sentence_at(document.text, fight.span.start)
        if _UNFOUGHT.search("".join(sentence_around(document.text, fight.span.start, fight.span.end))):
            continue
        for taking in [claim for claim in made if _is_taking(document, claim, number) and _governs(document, claim, found)]:
            made = _as_one(document, made, taking, fight)
    return made


def _is_taking(document: Document, claim: Claim, number: int) -> bool:
    if claim.score is None or claim.type != "territorial_change" or claim.status != "accomplished":
        return False
    return _TAKEN.match(claim.trigger.quote) is not None and sentence_at(document.text, claim.trigger.span.start) == number


def _governs(document: Document, taking: Claim, found: re.Match[str]) -> bool:
    """True where the words "after a fight" belong to the clause of the taking: no relative clause, no earlier or later day."""
    text, span = document.text, taking.trigger.span
    before = sentence_around(text, found.start(), found.end())[0]
    if _LATER.search(before) or _RELATIVE.search(sentence_around(text, span.start, span.end)[0]):
        return False
    if span.end <= found.start():
        return _OWN_CLAUSE.search(text, span.end, found.start()) is None
    return _OPENS.search(before) is not None and _OWN_CLAUSE.search(text, found.end(), span.start) is None


def _as_one(document: Document, claims: Sequence[Claim], taking: Claim, fight: Evidence) -> list[Claim]:
    """The claims with the fight that is told by these words in place of the taking, or the taking as the fight."""
    told = next(
        (claim for claim in claims if claim.type == "armed_clash" and fight in (claim.trigger, *claim.retellings)), None
    )
    if told is None:
        tellings = (taking.trigger, *taking.retellings)
        made_id = claim_id(document_id=document.id, made_by=taking.made_by, type="armed_clash", trigger=fight)
        clash = replace(taking, id=made_id, type="armed_clash", trigger=fight, retellings=tellings)
        return [clash if claim is taking else claim for claim in claims]
    one = replace(told, when=told.when or taking.when, where=taking.where or told.where)
    return [one if claim is told else claim for claim in claims if claim is not taking]
