"""Talks that somebody offers or that are to be held, and calls to take to the streets, are nothing that happened.

"The government has offered talks", "negotiations are due to resume next week", "parties called on people to protest". The
codebook counts scheduled talks as no claims; of 5,659 hand-coded claims none stands behind an offer of talks, and one, a second
round "to be held in San José", is coded though it lay ahead; nor is one
of 72 that "are to hold talks" or "will meet". A call to protest is a threat where it
has a place or a day (`claims.ahead`).
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at, sentence_ends, sentence_start
from crossread.records import Claim, Document, Evidence

_TALKS = re.compile(
    r"(?:(?:peace|direct|new|fresh|further|peace\s+and)\s+)?(?:talks|negotiations?|dialogue|meetings?|summit|ceasefire|cease-fire|truce"
    r"|accord|(?:peace\s+)?agreement|(?:peace\s+)?deal|release|free|disarm|lay\s+down|surrender|met|meet|sign|hold\s+talks)",
    re.IGNORECASE,
)
_MEETING = re.compile(r"(?:[\w-]+\s+)?(?:talks|negotiations?|dialogue|meetings?|summit)", re.IGNORECASE)
_FEW = r"(?:(?!\b(?:after|when|that|which|who|and|but|by|because)\b)[\w'’-]+\s+)"
_WISHED = re.compile(
    r"\b(?:(?:has|have|had)\s+)?(?:offer(?:ed|s|ing)?(?:\s+to\s+(?:hold|start|begin|open))?|propos(?:ed?|es|ing)|call(?:ed|s|ing)?\s+for|urg(?:ed?|es|ing)"
    r"|demand(?:ed|s|ing)?|seek(?:s|ing)?|sought|want(?:s|ed)?|appeal(?:ed|s|ing)?\s+for|hop(?:es?|ed|ing)\s+(?:for|to)"
    rf"|press(?:ed|es|ing)?\s+for|ask(?:ed|s|ing)?\s+for)\s+(?:(?!(?:at|in|on|during|from|with)\b){_FEW}){{0,5}}$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    rf"\s+{_FEW}{{0,9}}?(?:(?:are|is|were|was)\s+(?:now\s+)?(?:(?:to|expected\s+to|due\s+to|set\s+to)\s+(?:resume|begin|start|open|take\s+place"
    r"|continue|be\s+(?:held|signed))|(?:due|scheduled|planned|set)\s+(?:for|in|on|next|to)\b)"
    r"|(?:will|would|could|may|might)\s+(?:now\s+|only\s+)?(?:resume|begin|start|open|take\s+place|be\s+(?:held|signed)))\b",
    re.IGNORECASE,
)
# "The two are to hold (talks)", "will also (meet) in Kossa"
_TO_HOLD = re.compile(
    r"\b(?:(?:is|are|was|were)\s+(?:(?:due|set|scheduled|expected|planning|hoping)\s+)?to|will|plans?\s+to)\s+(?:also\s+)?"
    rf"(?:(?:hold|begin|start|resume|have|open|attend)\s+(?:(?!\b(?:at|in|on|during|from|with)\b){_FEW}){{0,3}})?$",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:call(?:ed|s|ing)?|urg(?:ed?|es|ing)|appeal(?:ed|s|ing)?|ask(?:ed|s|ing)?|invit(?:ed?|es|ing))\s+(?:on\s+|upon\s+|to\s+)?"
    rf"(?:(?!\bwho\b){_FEW}){{1,6}}?to\s+(?:\w+ly\s+|(?:take|join|hold|stage|attend|organi[sz]e|go|come|launch|observe|begin|start|continue)\s+"
    r"(?:(?:on|out|in|to|an?|the|their|new|mass|general|peaceful|nationwide|national|more|further)\s+){0,4})?$",
    re.IGNORECASE,
)
_CALL = re.compile(r"(?:call|urg|appeal|invit)\w*", re.IGNORECASE)
_YEARLY = re.compile(r"(?:\b(?:every|each)\s+year|\bannually)\b[^.;,]*$", re.IGNORECASE)


def is_only_wished(document: Document, claim: Claim) -> bool:
    """True for talks that are offered, asked for or still to come, a call to protest, and a march of every year.

    Only without harm, and where nothing else of the report tells the claim. A call with a day or a place stays.
    """
    if claim.harm:
        return False
    text, told = document.text, (claim.trigger, *claim.retellings)
    if claim.type == "agreement":
        return all(_TALKS.fullmatch(one.quote) and _is_ahead(text, one) for one in told)
    if claim.type != "protest":
        return False
    befores = [_before(text, one) for one in told if not _CALL.fullmatch(one.quote)]
    if befores and claim.scope != "aggregate" and all(_YEARLY.search(before) for before in befores):
        return True
    return claim.when is None and claim.where is None and bool(befores) and all(map(is_called, befores))


def is_called(before: str) -> bool:
    """True behind "called on people to", of what people are called to do."""
    return _CALLED.search(before) is not None


def _is_ahead(text: str, told: Evidence) -> bool:
    ends, number = sentence_ends(text), sentence_at(text, told.span.end - 1)
    end = ends[number] if number < len(ends) else len(text)
    before = _before(text, told)
    if _WISHED.search(before) or _TO_HOLD.search(before):
        return True
    return _MEETING.fullmatch(told.quote) is not None and _AHEAD.match(text, told.span.end, end) is not None


def _before(text: str, told: Evidence) -> str:
    return text[sentence_start(text, told.span.start) : told.span.start]
