"""Missiles, rockets and drones that were brought down before they did anything: what was fired was an attempt.

Of 6 hand-coded claims of missiles told as all intercepted and without any harm all are attempts; those of which a
part got through ("21 of the 31", "one of which") and those whose debris hurts somebody are none, nor is a warplane shot down,
which was what the attack was aimed at.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Claim, Document, Evidence, Span
from crossread.records.roles import SUFFERER_ROLES

DEFENCE_REACH = 90  # characters around the trigger in which air defences hold off what it tells
_BY_AIR = ("shelling", "air_strike", "armed_attack")
_EFFECTS = ("killed", "injured", "casualties", "missing", "displaced")
_NOBODY = re.compile(r"(?:no|nobody|none|zero|0|without|not|any)\b", re.IGNORECASE)
_SHOT = r"(?:missiles?|rockets?|projectiles?|drones?|UAVs?|shells?|mortar\s+(?:rounds?|bombs?))"
_STOPPED = (
    r"(?:intercepted|shot\s+down|brought\s+down|downed|destroyed\s+(?:in\s+(?:the\s+air|flight|mid-?air)"
    r"|before\s+\w+\s+reached))"
)
_WERE = r"(?:was|were|is|are|(?:has|have|had)\s+been)\s+(?:all\s+|both\s+|also\s+|later\s+|then\s+|successfully\s+)*"
_SENT = re.compile(r"\b(?:fir|launch|target|aim|direct|lobb?)(?:e[sd]?|ed|ing|es)?\b", re.IGNORECASE)
_PART = re.compile(
    r"(?<!\ball )(?<!\bboth )\bof\s+(?:which|them|(?:the\s+)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten))\b"
    r"|\b(?:(?:most|many|some|several|half|part|majority)\s+of|partly|partially|all\s+but|a\s+number\s+of|others?|another|the\s+rest"
    r"|remaining|except|fail(?:ed|s)?\s+to|(?:not|never)\s+(?:been\s+)?(?:intercepted|shot))\b",
    re.IGNORECASE,
)
_THROUGH = re.compile(
    r"\b(?:land(?:ed|s|ing)|hit(?:s|ting)?|struck|fell|fall(?:s|ing)?|crash(?:ed|es)|damag\w+|destroyed\s+(?:a|the|two|three|several|\d+)"
    r"|kill\w*|wound\w*|injur\w*|hurt|explod\w+|set\s+fire|debris|shrapnel|fragments?)\b",
    re.IGNORECASE,
)
_NO_HARM = re.compile(
    r"\b(?:no\s+(?:[\w-]+\s+){0,2}(?:casualt\w+|injur\w+|damage|deaths?|victims?)(?:\s+or\s+\w+)?|(?:nobody|no\s+one|none)\s+(?:was|were)"
    r"(?:\s+\w+)?|without\s+(?:\w+\s+)?(?:causing\s+(?:any\s+)?)?(?:casualt\w+|damage|harm))\b[^.;]*",
    re.IGNORECASE,
)
# in the sentence that tells the firing, and in the next one that opens with what was fired
_WAS_STOPPED = re.compile(
    rf"\b{_SHOT}\b(?:\s+[\w'’-]+){{0,14}}?,?\s+(?:but\s+)?(?:(?:which|that|it|they)\s+)?{_WERE}{_STOPPED}", re.I
)
_STOPS = re.compile(
    rf"\b(?:intercept(?:ed|s)?|shot\s+down|brought\s+down)\s+(?:and\s+(?:destroyed|shot\s+down)\s+)?(?:[\w'’-]+\s+){{1,4}}?{_SHOT}\s+"
    r"(?:that\s+(?:was|were|had\s+been)\s+|which\s+(?:was|were)\s+)?(?:fired|launched|aimed|targeting|directed|headed|heading)\b",
    re.IGNORECASE,
)
_ALL_OF_IT = rf"(?:it|them|both|(?:the|both|all\s+the|all)\s+(?:[\w-]+\s+){{0,2}}?{_SHOT})"
_NEXT = re.compile(
    rf"\s*[.;!]?\s*(?:(?:but\s+|according\s+to\s+[^,.;]{{2,40}},\s+)?(?:it|they|both|all(?:\s+of\s+them)?|all\s+\w+"
    rf"|(?:both|the|these|this|all\s+the|all)\s+(?:[\w-]+\s+){{0,2}}?{_SHOT})\s+{_WERE}(?:\w+ly\s+)?{_STOPPED}"
    rf"|(?:the\s+|its\s+|(?-i:[A-Z])\w+\s+)?(?:[\w'’-]+\s+){{0,4}}(?:(?:intercepted|shot\s+down|brought\s+down)\s+{_ALL_OF_IT}"
    rf"|(?:shot|brought)\s+{_ALL_OF_IT}\s+down)\b)",
    re.IGNORECASE,
)
# "Air defences intercepted hostile targets over the port": whatever was sent, it was brought down
_AIR_DEFENCE = re.compile(
    r"\b(?P<who>(?:the\s+|our\s+|[a-z]+\s+){0,2}(?:air|anti-aircraft)[\s-]defen[cs]es?(?:\s+(?:units?|systems?|forces?|batteries))?)\s+"
    r"(?:(?:on\s+\w+\s+|have\s+|has\s+|also\s+|successfully\s+)){0,2}"
    r"(?P<act>intercepted|confronted|repelled|thwarted|foiled|responded\s+to|engaged)\s+"
    r"(?:(?:an?|the|two|three|four|five|six|several|\d+)\s+)?(?:[\w-]+\s+){0,3}?"
    rf"(?:targets?|aggression|air\s?(?:strikes?|raids?)|aerial\s+\w+|{_SHOT})\b",
    re.IGNORECASE,
)
_BROUGHT_DOWN = re.compile(
    r"intercept|confront|repel|thwart|foil", re.IGNORECASE
)  # who "responded to" a strike may have missed


def held_off_by(document: Document, claim: Claim) -> Span | None:
    """Where the air defences stand that met what the claim tells, in its own words; None where they are not told."""
    found = _air_defence(document, claim)
    return Span(start=found.start("who"), end=found.end("who")) if found is not None else None


def _air_defence(document: Document, claim: Claim) -> re.Match[str] | None:
    """The words in which air defences meet what the claim tells."""
    if claim.type not in _BY_AIR or any(row.effect in _EFFECTS and not _NOBODY.match(row.raw) for row in claim.harm):
        return None
    at = claim.trigger.span.start
    for found in _AIR_DEFENCE.finditer(document.text, max(0, at - DEFENCE_REACH), claim.trigger.span.end + DEFENCE_REACH):
        if found.start() <= at < found.end():
            return found
    return None


def without_defenders(document: Document, claim: Claim) -> Claim:
    """The claim without the air defences that held it off as its doer or means; no score stays as it is."""
    who = held_off_by(document, claim) if claim.score is not None else None
    if who is None:
        return claim
    actors = tuple(row for row in claim.actors if row.role in SUFFERER_ROLES or not _stands_in(row.evidence, who))
    means = tuple(row for row in claim.means if not _stands_in(row.evidence, who))
    return replace(claim, actors=actors, means=means)


def _stands_in(quotes: tuple[Evidence, ...], span: Span) -> bool:
    return bool(quotes) and span.start <= quotes[0].span.start < span.end


def is_intercepted(document: Document, claim: Claim) -> bool:
    """True where all that was fired was brought down, by the sentence of the act or the one behind it, and did no harm."""
    defence = _air_defence(document, claim)
    if defence is not None and _BROUGHT_DOWN.match(defence["act"]):
        rest = sentence_around(document.text, defence.start(), defence.end())[1]
        return not _is_in_part(rest)
    if claim.type not in _BY_AIR or any(row.effect in _EFFECTS and not _NOBODY.match(row.raw) for row in claim.harm):
        return False
    span = claim.trigger.span
    before, after = sentence_around(document.text, span.start, span.end)
    told = before + claim.trigger.quote + after
    if not re.search(rf"\b{_SHOT}\b", told, re.IGNORECASE) or not _SENT.search(told):
        return False
    if _is_in_part(told):
        return False
    if _WAS_STOPPED.search(told) or _STOPS.search(told):
        return True
    behind = document.text[span.end + len(after) : span.end + len(after) + 300]
    found = _NEXT.match(behind)
    if found is None:
        return False
    _, rest = sentence_around(behind, found.end() - 1, found.end())
    return not _is_in_part(found.group() + rest)


def _is_in_part(words: str) -> bool:
    """True where something got through, or only some of them were brought down."""
    return _PART.search(words) is not None or _THROUGH.search(_NO_HARM.sub("", words)) is not None
