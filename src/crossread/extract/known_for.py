"""An act that only says who somebody is: "Amir Top, the mastermind of the hotel bombings, was shot dead in Solo on Thursday".

What befell him is another act, with its own day and place. Of 88 hand-coded claims told so in a sentence that tells another
claim, none has the day or the place of the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread import patterns as re
from crossread.extract.heads import Mention

LEAD = 40  # characters of a sentence before its first mention: "The alleged organizer of"
_WHO = (
    r"(?:masterminds?|ringleaders?|organi[sz]ers?|planners?|plotters?|architects?|suspects?|perpetrators?|brains?|authors?|executors?"
    r"|wanted|sought|accused|suspected|convicted|blamed|responsible)"
)
_ACTS = (
    r"(?:attacks?|blasts?|bombings?|explosions?|ambush(?:es)?|air\s?strikes?|shootings?|killings?|murders?|massacres?|kidnappings?|abductions?"
    r"|raids?|assaults?|assassinations?(?:\sattempts?)?|executions?|beheadings?|hijackings?|siege)"
)
# "the suspected mastermind of (the market bombing)", "wanted for (last year's embassy attack)"
_KNOWN_FOR = re.compile(
    rf"\b(?:{_WHO}\s(?:of|in|behind|for|with|over)|survived|anniversary\sof)\s(?:(?:the|an?|last|this|two|three|several)\s|[\w'’.-]+\s){{0,7}}?(?P<act>{_ACTS})\b",
    re.IGNORECASE,
)
# Whatever is done on that day, or by whom, is no part of the act: "The governor, who survived an attempt in March, said …"
_RECALLS = re.compile(r"(?:anniversary|survived)\b", re.IGNORECASE)
# What goes on with that act: ", which killed 200 in Mumbai in 2008", "in Karachi that killed five"
_ITS_OWN = re.compile(
    r"(?:[^,.;]|,(?=\s(?:which|where|when|that|killing|leaving|in\swhich)\b)|(?<=\d),(?=\d))*?"
    r"(?=,|\s(?:is|was|were|are|has|have|had|will)\s)",
    re.IGNORECASE,
)
_FATE = (
    r"(?:kill(?:ed)?|sho[ot]t?|dead|died|arrest(?:ed)?|detain(?:ed)?|captured?|caught|held|seized?|executed|hanged|released|freed|escaped"
    r"|surrendered|extradited|wounded|injured|found)"
)
_BEFELL = re.compile(
    rf",?\s(?:[A-Z][\w’'.-]*\s?){{0,4}},?\s?(?:is|was|were|are|has|have|had)\s(?:been\s|also\s|reportedly\s|later\s|\w+ly\s){{0,2}}{_FATE}\b"
    rf"|,\s(?:[A-Z][\w’'.-]*,?\s){{0,4}}{_FATE}\b"
)
_ADJUNCT = re.compile(r",\s(?:in|at|near|on|from|during|outside|after|late|early)\s", re.IGNORECASE)
_TAKEN = re.compile(
    r"\b(?:arrest(?:ed|s)?|detain(?:ed|s)?|captur(?:ed|es)|caught|kill(?:ed|s)?|shot(?:\sdead)?|seiz(?:ed|es)|execut(?:ed|es))\s[^.;]{0,90}$",
    re.IGNORECASE,
)
# "killing the brother of a minister who survived an attack in May"
_RECALLED = re.compile(
    rf",?\swho\s(?:had\s|has\s)?(?:earlier\s|previously\s|narrowly\s|also\s)?(?:survived|escaped)\s(?:[\w'’-]+\s){{1,5}}?{_ACTS}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFor:
    """Where the act that somebody is known for is told, and the end of the sentence that goes on with what befell him."""

    start: int
    end: int
    sentence_end: int


def find_known_for(text: str, told: Sequence[Mention]) -> KnownFor | None:
    """The first such place of a sentence; `told` are its triggers and mentions in the order of their places."""
    if not told:
        return None
    start, end = max(0, told[0].start - LEAD), max(mention.end for mention in told)
    for match in _KNOWN_FOR.finditer(text, start, end):
        own = _ITS_OWN.match(text, match.end(), end)
        if own is None:
            continue
        back = own.end()
        remembered = _RECALLS.match(text, match.start())
        if (
            remembered
            or _BEFELL.match(text, back, end)
            or (_ADJUNCT.match(text, back, end) and _TAKEN.search(text, start, match.start()))
        ):
            return KnownFor(start=match.start(), end=back, sentence_end=end)
    return None


def find_recalled(text: str, told: Sequence[Mention]) -> tuple[int, int, int] | None:
    """The start of a sentence, where it recalls an act somebody survived, and its end; None without an act before."""
    if not told:
        return None
    start, end = told[0].start, max(mention.end for mention in told)
    found = _RECALLED.search(text, start, end)
    if found is None or not any(m.category == "trigger" and m.end <= found.start() for m in told):
        return None
    return start, found.start(), end
