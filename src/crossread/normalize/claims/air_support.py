"""Fights on the ground with help from the air: "the army, backed by air strikes, retook Kita" is no air strike.

Of ten hand-coded acts of forces who are backed, supported or aided by aircraft nine are no air strikes; the tenth is told as
one ("pounded").
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Claim, Document

_FLYING = ("aircraft", "drone")
_BACKED = re.compile(
    r"\b(?:(?:backed|supported|aided|assisted|covered|accompanied)\s+by|with\s+(?:the\s+)?(?:support|help|cover|backing|aid)\s+(?:of|from)"
    r"|under\s+(?:the\s+)?cover\s+of)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_OF_AIR = re.compile(
    r"air|jet|plane|bomb|drone|helicopter|gunship|missile|strik|struck|raid|unmanned|UAV|aerial|flew|fly|sky|rocket|pound|sortie|\bhit|\bMiG"
    r"|\bSu-|\bF-\d|target",
    re.IGNORECASE,
)
_REACH = 70  # characters before an aircraft in which it is told that it helped
_BY_TRIGGER = {
    "territorial_change": r"(?:re)?(?:captur|seiz|occup[iy])\w*|ret[ao]\w*k\w*|took|taken|overr[au]n|liberat\w*",
    "armed_clash": r"(?:clash|f[io]ught|fight|battle|combat|skirmish|exchange)\w*|gun\s?(?:battle|fight)\w*",
    "armed_attack": r"(?:attack|assault|raid|ambush|storm|offensive)\w*",
    "operation": r"(?:comb|sweep|swept|search|surround|enter|operation|cordon|advanc|deploy|push|mov)\w*",
}
_WORDS = {kind: re.compile(words, re.IGNORECASE) for kind, words in _BY_TRIGGER.items()}


def settle_air_support(document: Document, claim: Claim) -> Claim:
    """The claim as what its own word tells, where aircraft only helped those on the ground; no score stays as it is."""
    if claim.type != "air_strike" or claim.score is None:
        return claim
    flying = [row for row in claim.means if row.kind in _FLYING]
    if not claim.means and _is_of_rebels_on_the_ground(document, claim):
        return replace(claim, type="armed_attack")
    if not flying or not all(row.evidence and _helped(document.text, row.evidence[0].span.start) for row in flying):
        return claim
    told = next((kind for kind, word in _WORDS.items() if word.fullmatch(claim.trigger.quote)), None)
    return claim if told is None else replace(claim, type=told)


def _is_of_rebels_on_the_ground(document: Document, claim: Claim) -> bool:
    """True for an act of rebels alone that no telling's sentence tells from the air; none of 560 coded air strikes is such."""
    doers = {actor.type for actor in claim.actors if actor.role in ("perpetrator", "accused", "claimant", "side_a")}
    if not doers or not doers <= {"rebel_group", "unidentified_armed_group", "communal_militia"}:
        return False
    for told in (claim.trigger, *claim.retellings):
        before, after = sentence_around(document.text, told.span.start, told.span.end)
        if _OF_AIR.search(f"{before}{told.quote}{after}"):
            return False
    return True


def _helped(text: str, start: int) -> bool:
    return _BACKED.search(text, max(0, start - _REACH), start) is not None
