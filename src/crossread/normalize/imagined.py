"""Acts that a report only imagines, wishes or calls for: "imagine if they had bombed Haifa", "they should be hanged".

Of 22 such words before a word of force in the coded reports none is a claim of force; one call for a strike of workers is a
claim, of a protest. What stands in a relative clause ("the men who killed six should be hanged") is not imagined.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at, sentence_ends, sentence_start, start_behind_dateline
from crossread.normalize.worded import Worded
from crossread.records import Claim, Document, Evidence

REACH = 300  # characters of a sentence in which it is told that it imagines
_TOLD = (
    r"(?:(?!\b(?:when|who|whom|which|whose|after|since|where|because|before|but|how|until"
    r"|that\s+(?:killed|left|hit|struck))\b)[^;:?!])"
)
_BEGINS = r"^[\s\"“”'‘(–—-]*(?:(?:and|but|so|or|now|just|then)\s+)*"
_IMAGINES = re.compile(
    rf"{_BEGINS}(?:imagine|suppos(?:e|ing)|picture\s+(?:an?|the|your|this)|what\s+if)\b{_TOLD}*$"
    rf"|\bas\s+(?:if|though)\s+(?:[\w'’-]+\s+){{1,5}}?(?:had|have|has|were|was)\s+(?:(?!\bbut\b)[^,;:?!])*$"
    r"|\bwould\s+(?:(?:you|they|we|he|she|anyone|people|the\s+\w+)\s+(?:say|do|think|feel|react|call)|happen|be\s+said)\b[^;:?!,]*"
    rf"\bif\b{_TOLD}*$",
    re.IGNORECASE,
)
# "Had they shelled the town, hundreds would have died"
_HAD = re.compile(rf"{_BEGINS}had\s+(?!to\b)(?:(?!\b(?:who|which|that|after|when)\b)[^,;:?!])*$", re.IGNORECASE)
_WOULD = re.compile(r"\b(?:would|could|might)\b", re.IGNORECASE)
_SHOULD = re.compile(
    r"\b(?:(?:should|ought\s+to|deserves?\s+to|needs?\s+to)\s+(?:(?:all|also|never|\w+ly)\s+)?(?:be|have\s+been)"
    r"|must\s+(?:all\s+|\w+ly\s+)?be)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_CALLS = re.compile(
    r"\b(?:(?:demand|urge|insist|propose|recommend|ask)(?:s|ed|ing)?\s+that\s+(?:[\w'’-]+\s+){1,6}?"
    r"|(?:call|appeal)(?:s|ed|ing)?\s+(?:on|upon|to)\s+(?:[\w'’-]+\s+){1,6}?to\s+)$",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?:bomb|attack|kill|shell|hang|execute|shoot|burn|destroy|strike|storm|raid|arrest|crush|fight|ambush|hit|target|assassinate)\b",
    re.IGNORECASE,
)
_ORDERS = re.compile(rf"{_BEGINS}{_PLAIN.pattern}\s+(?:their|the|them|every|all|these|those|his|him|it|your)\b", re.IGNORECASE)
# "Is holding Europe hostage"
_HELD = Worded(
    "hostage",
    r"\b(?:hold|holds|holding|held|keep|keeps|keeping|kept|takes?|taking|took|taken)\s+(?:the\s+)?(?:whole\s+|entire\s+|global\s+)?"
    r"(?:world|Europe|Africa|Asia|continent|country|nation|economy|democracy|constitution|future|peace\s+process|planet|humanity"
    r"|international\s+community)\s+(?:as\s+)?hostage\b",
    re.IGNORECASE,
)
_OF_FORCE = frozenset(
    "air_strike shelling bombing armed_clash armed_attack killing sexual_violence ill_treatment abduction detention crackdown"
    " riot arson destruction looting".split()
)


def is_imagined(document: Document, claim: Claim) -> bool:
    """True for a claim of force all of whose tellings are only imagined or called for, and its numbers in their sentences."""
    if claim.type not in _OF_FORCE:
        return False
    text, tellings = document.text, (claim.trigger, *claim.retellings)
    if not all(_only_thought_of(text, told) for told in tellings):
        return False
    starts = {sentence_start(text, told.span.start) for told in tellings}
    return all(sentence_start(text, quote.span.start) in starts for row in claim.harm for quote in row.evidence)


def _only_thought_of(text: str, told: Evidence) -> bool:
    start = start_behind_dateline(text, sentence_start(text, told.span.start))
    before = text[max(start, told.span.start - REACH) : told.span.start]
    if _IMAGINES.search(before) or _SHOULD.search(before):
        return True
    rest = text[told.span.end : _end(text, told.span.end)]
    if _HAD.search(before) and _WOULD.search(rest):
        return True
    if _PLAIN.match(told.quote) and _CALLS.search(before):
        return True
    whole = before + told.quote + rest
    if rest.rstrip(" \n\"”’')").endswith("!") and _ORDERS.match(whole):
        return True
    held = _HELD.search(whole)
    return held is not None and held.start() < len(before) + len(told.quote) and held.end() > len(before)


def _end(text: str, offset: int) -> int:
    """Where the sentence that holds an offset ends, at most a reach away."""
    ends, number = sentence_ends(text), sentence_at(text, offset - 1)
    return min(ends[number] if number < len(ends) else len(text), offset + REACH)
