"""Who strikes back at those who did it, or belongs to the side attacked, did not do it: "jets hit the camp after the attack".

Of 49 hand-coded acts told behind "in response to", "in retaliation for" or "to avenge" none has its doer before these words; of
those told behind "involved in", "suspected of" and the like none is laid to the police or army that seizes the suspects. An
attack whose trigger stands right before "on police" or "on soldiers" is by the same state's forces in none of 52. Of three
doers who "killed nine of the raiders" none stands beside another doer, and of six who "stormed the building" none.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document, Span
from crossread.records.roles import DOER_ROLES, DOERS_BY_OTHERS, SUFFERER_ROLES

_OWN = ("state_forces", "police")
_FORCES = (*_OWN, "foreign_forces", "officials")
_ATTACKS = ("bombing", "shelling", "armed_attack", "killing", "abduction", "arson", "destruction", "air_strike")
_DEED = r"(?:(?:(?!with\s)[^.;:,\n]){0,60}\s)?$"  # up to the words that tell the deed, not "respond with attacks"
_ANSWER = re.compile(
    r"\b(?:in\s+(?:\w+\s+)?(?:response|retaliation|reprisal|revenge|retribution)\s+(?:to|for|against)"
    r"|respond(?:ed|ing|s)?\s+to|retaliat\w+\s+(?:for|against)|(?:to\s+)?aveng(?:e[ds]?|ing))\s+" + _DEED,
    re.IGNORECASE,
)
_LAID_TO = re.compile(
    r"\b(?:involved\s+in|involvement\s+in|responsible\s+for|accused\s+of|suspected\s+(?:of|in)|wanted\s+(?:for|over|in)"
    r"|linked\s+to|implicated\s+in|in\s+connection\s+with|behind|took\s+part\s+in)\s+" + _DEED,
    re.IGNORECASE,
)
_STRIKES = r"(?:arrest|detain|captur|seiz|kill|charg|hunt|hit|struck|strik|target|bomb|shell|engag|neutrali[sz]|raid|destroy)"
_TAKES = re.compile(
    rf"(?:[\w’'-]+\s+){{0,2}}?\s*(?:(?:have|has|had|say|said|they|also|later|on|\w+day)\s+){{0,4}}{_STRIKES}\w*\s",
    re.IGNORECASE,
)
_STRUCK_BY = re.compile(
    rf"\b(?:was|were|been|being)\s+(?:\w+\s+){{0,2}}{_STRIKES}\w*\s+by\s+(?:the\s+|an?\s+|two\s+|several\s+)?$", re.IGNORECASE
)
_BY = re.compile(
    r"\b(?:by|of|from|that|which|when|where|claimed\s+by)\s+(?:the\s+|an?\s+|suspected\s+|alleged\s+)*$", re.IGNORECASE
)
_ON = re.compile(r"\s+(?:on|against|targeting|at)\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)
_AMONG_OWN = re.compile(
    r"\b(?:mutin\w*|friendly\s+fire|by\s+mistake|mistak\w+|accident\w*|coup|rogue|insider|infighting|in\s+uniform|uniforms?|defect\w*"
    r"|rebel(?:lious)?\s+(?:soldiers|troops|officers|unit)|former|ex-|renegade|clash\w*|rival|disguised|posing|feud|quarrel|drunk\w*"
    r"|fellow|comrades?)\b",
    re.IGNORECASE,
)
# "Our forces (killed 35 of its fighters), (killed six men in response)": they struck those who had attacked
_KILLS_ATTACKERS = re.compile(
    r"\s[^.;:\n]{0,60}?\b(?:kill|eliminat|neutrali[sz]|shot|gunn?ed)\w*\s+(?:dead\s+|down\s+)?(?:[^.;:\n]{0,30}?\b"
    r"(?:of\s+(?:its|their)\s+(?:fighters|men|members)|(?:of\s+)?(?:the|these|those)\s+(?:attackers?|assailants?|raiders?|gunm[ae]n)"
    r"|(?:attackers|assailants|raiders))|[^.;:\n]{0,60}\b(?:in\s+(?:response|return|pursuit)|(?:during|after)\s+a\s+(?:pursuit|chase)))\b",
    re.IGNORECASE,
)
# "Officers of the unit stormed the building": they end what the gunmen in it began
_ENDS_SIEGE = re.compile(
    r"(?:\s+(?:later|then|eventually|finally|also|who\s+had|had|have|from\s+the\s+[\w-]+))*\s+(?:stormed|retook|recaptured|broke\s+into"
    r"|entered|surrounded|cordoned\s+off|regained\s+control\s+of|cleared|besieged)\s+the\s+(?:\w+\s+){0,2}?(?:buildings?|college|campus"
    r"|hotel|mall|compound|school|dormitor(?:y|ies)|hostel|site|premises|complex|university|restaurant|plane|embassy|theat(?:re|er)|prison"
    r"|store|cent(?:re|er))\b",
    re.IGNORECASE,
)


def without_answering(document: Document, claim: Claim) -> Claim:
    """The claim of an attack without doers who only answer it; what people and data sets say (no score) stays."""
    if claim.score is None or claim.type not in _ATTACKS:
        return claim
    kept = tuple(
        actor for actor in claim.actors if not (_is_answering(document, claim, actor) or _kills_doers(document, claim, actor))
    )
    return claim if len(kept) == len(claim.actors) else replace(claim, actors=kept)


def _is_answering(document: Document, claim: Claim, actor: Actor) -> bool:
    if actor.role not in DOERS_BY_OTHERS or actor.score is None or not actor.evidence:
        return False
    text, span, deed = document.text, actor.evidence[0].span, claim.trigger.span
    if sentence_start(text, span.start) == sentence_start(text, deed.start) and _strikes_back(text, span, deed, actor.type):
        return True
    return actor.role == "perpetrator" and actor.type in _OWN and _is_side_attacked(document, claim, span)


def _strikes_back(text: str, span: Span, deed: Span, kind: str) -> bool:
    """True for a doer in the deed's own sentence whose own verb answers the deed, or strikes those it is laid to."""
    start = sentence_start(text, deed.start)
    answer = _ANSWER.search(text, start, deed.start)
    if answer is not None:
        return span.end <= answer.start() or (span.start >= deed.end and not _BY.search(text, deed.end, span.start))
    laid = _LAID_TO.search(text, start, deed.start)
    if laid is None or kind not in _FORCES:
        return False
    if span.end <= laid.start():
        return _TAKES.match(text, span.end) is not None
    return span.start >= deed.end and _STRUCK_BY.search(text, deed.end, span.start) is not None


def _is_side_attacked(document: Document, claim: Claim, span: Span) -> bool:
    """True if the deed is told as one on police or soldiers right behind its word, and nobody is told to have turned."""
    text, deed = document.text, claim.trigger.span
    if span.end <= deed.start and not text[span.end : deed.start].strip():
        return False  # "police attack on soldiers"
    struck = [
        row.evidence[0].span
        for row in claim.actors
        if row.role in SUFFERER_ROLES and row.type in _OWN and row.evidence and row.evidence[0].span.start >= deed.end
    ]
    attacked = any(not text[deed.end : one.start].strip(" ") or _ON.fullmatch(text, deed.end, one.start) for one in struck)
    near = text[max(0, min(span.start, deed.start) - 100) : max(span.end, deed.end) + 200]
    return attacked and not _AMONG_OWN.search(near)


def _kills_doers(document: Document, claim: Claim, actor: Actor) -> bool:
    """True for forces whose own verb kills those who attacked, or storms where they are, beside a doer of another kind."""
    if actor.role not in DOER_ROLES or actor.type not in _FORCES or actor.score is None or not actor.evidence:
        return False
    others = [a for a in claim.actors if a.role == "perpetrator" and a is not actor and a.type != actor.type and a.evidence]
    if others and _KILLS_ATTACKERS.match(document.text, actor.evidence[0].span.end) is not None:
        return True
    before = [a for a in others if a.type not in _FORCES and a.evidence[0].span.end <= actor.evidence[0].span.start]
    return bool(before) and all(_ENDS_SIEGE.match(document.text, quote.span.end) for quote in actor.evidence)
