"""Whom an act only could have killed: "a bomb that could have killed hundreds", "explosives enough to kill dozens".

What might have come of an act is told to say how bad it was; nobody died of it. Of the four such wordings in 4,930 coded
reports none is coded with harm.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.normalize.worded import Worded
from crossread.records import Actor, Claim, Document, Harm, Span, with_values

REACH = 160  # characters before somebody in which what could have befallen him is told
_HURT = r"(?:kill|injur|wound|maim|hurt|murder|slaughter|massacr|destroy|claim|harm)\w*"
_MEANS = (
    r"\b(?:bombs?|devices?|explosives?|IEDs?|grenades?|mines?|missiles?|rockets?|shells?|mortars?|vests?|ordnance|charges?|warheads?"
    r"|weapons?|attacks?|plots?|attempts?|ambush|bombings?|arson|it|that|which)\b"
)
# "as many as 30", "up to 30" tell how many are thought dead: "the blast could have killed as many as 50 people"
_ESTIMATE = r"(?!\s+(?:as\s+many\s+as|up\s+to|at\s+least|around|about|some|between)\b)"
_SUPPOSED = Worded(
    "capable designed enough have intended meant sufficient would",
    rf"(?:{_MEANS}[^.;:]{{0,80}}?\s(?:could|might)\s+(?:\w+ly\s+)?have\s+(?:\w+ly\s+)?{_HURT}{_ESTIMATE}"
    rf"|\bwould\s+(?:\w+ly\s+)?have\s+(?:\w+ly\s+)?{_HURT}"
    rf"|\b(?:enough|sufficient)\s+(?:[\w-]+\s+){{0,2}}to\s+(?:have\s+)?{_HURT}"
    rf"|\b(?:capable\s+of|(?:designed|intended|meant)\s+to)\s+{_HURT})"
    r"(?P<whom>[^.;:]*)$",
    re.IGNORECASE,
)
# Where the clause ends that tells it: "could have killed dozens wounded two", "could have killed dozens but hurt only two"
_ENDS = re.compile(
    r"\b(?:but|instead|only|although|though|while|when|where|after|before|who|which|that|if|killing|wounding|injuring|leaving"
    r"|was|were|is|are|has|had|sa(?:id|ys?)|told|add(?:ed|ing)|exploded|detonated|went"
    r"|(?<!and )(?<!or )(?:killed|wounded|injured|hurt|maimed))\b",
    re.IGNORECASE,
)


def without_supposed(document: Document, claim: Claim) -> Claim:
    """The claim without the harm and the victims that its act only could have had; what people and data sets say stays."""
    if claim.score is None:
        return claim
    text = document.text

    def may_go(row: Actor | Harm) -> bool:
        told = row.score is not None and bool(row.evidence)
        return told and all(_is_supposed(text, quote.span) for quote in row.evidence)

    return with_values(
        claim,
        retellings=tuple(quote for quote in claim.retellings if not _is_verb_of_it(text, quote.span)),
        harm=tuple(row for row in claim.harm if not may_go(row)),
        actors=tuple(row for row in claim.actors if row.role != "victim" or not may_go(row)),
    )


def _is_supposed(text: str, span: Span) -> bool:
    found = _SUPPOSED.search(text, max(sentence_start(text, span.start), span.start - REACH), span.start)
    return found is not None and _ENDS.search(found["whom"]) is None


def _is_verb_of_it(text: str, span: Span) -> bool:
    """True for the "killed" of "could have killed" itself."""
    start = max(sentence_start(text, span.start), span.start - REACH)
    found = _SUPPOSED.search(text, start, span.end)
    return found is not None and not found["whom"].strip()
