"""Those a dead man had harmed: "a commander wanted for the killing of 30 villagers was shot dead" tells of one dead.

No hand-coded report has them among the dead of the act in which he fell, and only one of the three that tell of such a deed of
somebody "wanted" or "blamed" has it as a claim, of its own. "A gunman who had killed five was shot dead" may be one act.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Claim, Document, Harm, Span

REACH = 200  # characters of the sentence before a row that are read
_BOUND = r"(?:(?:at\s+least|about|some|more\s+than|over|up\s+to|nearly|the|several)\s+)*"
_MANY = rf"{_BOUND}(?:(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens\s+of|scores\s+of)\s+)?$"
_WANTED = re.compile(
    r"\b(?:wanted|sought|blamed|notorious|known|convicted|accused|held\s+responsible|responsible)\s+(?:by\s+[^.;,]{1,40}\s+)?(?:for|of|in|over)\s+"
    r"(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,3}?(?:killings?|murders?|massacres?|deaths?|executions?|assassinations?|kidnappings?"
    r"|abductions?|shootings?|rapes?|torture)\s+of\s+" + _MANY,
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?P<who>[\w'’-]+),?\s+who\s+(?:had|has)\s+(?:(?:once|earlier|previously|also|allegedly|reportedly)\s+)?(?P<did>[a-z]+)\s+"
    + _MANY,
    re.IGNORECASE,
)
# "(a ward administrator) who had betrayed"
_HEAD = re.compile(
    r"\b(?P<head>(?:an?|the|one|two|three|another)\s+(?:[\w'’-]+\s+){0,3}?[\w'’-]+),?\s+who\s+(?:had|has)\s+(?:[\w'’-]+\s+){1,6}$",
    re.IGNORECASE,
)
_KILLED = re.compile(r"killed|murdered|massacred|executed|beheaded|slaughtered|shot", re.IGNORECASE)
_DID = re.compile(
    r"betrayed|denounced|robbed|extorted|tortured|arrested|jailed|imprisoned|blackmailed|threatened|recruited|trained|evicted",
    re.IGNORECASE,
)
# Whose own attack it may be in which he fell.
_GUNMEN = re.compile(
    r"(?:gun|hit)m[ae]n|attackers?|assailants?|shooters?|snipers?|bombers?|suspects?|killers?|assassins?|hijackers?|men?|youths?|soldiers?"
    r"|raiders?",
    re.IGNORECASE,
)
_FELL = re.compile(
    r"[^.;]{0,80}?\b(?:was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+)?(?:shot|killed|gunned|hacked|stabbed|beaten|lynched|executed"
    r"|hanged|beheaded|assassinated|murdered|ambushed|slain|found\s+dead)\b",
    re.IGNORECASE,
)


def with_who_fell(document: Document, claim: Claim) -> tuple[Harm, ...]:
    """The rows with those whom the dead man had betrayed replaced by himself, where he has no row.

    "An official who had betrayed dozens of youths was executed" tells of one dead.
    """
    if len(claim.harm) != 1:
        return claim.harm
    return tuple(_who_fell(document, row) if is_of_earlier_deed(document, claim, row) else row for row in claim.harm)


def _who_fell(document: Document, row: Harm) -> Harm:
    start = row.evidence[0].span.start
    first = max(sentence_start(document.text, start), start - REACH)
    told = _HEAD.search(document.text[first:start])
    if told is None:
        return row
    quote = document.quote(first + told.start("head"), first + told.end("head"))
    return replace(row, effect="killed", raw=quote.quote, group=None, group_type="unknown", count=None, evidence=(quote,))


def is_of_earlier_deed(document: Document, claim: Claim, row: Harm) -> bool:
    """True for those whom a dead man had harmed before, in the sentence of his death.

    Whom he had killed only where the claim has a row for himself.
    """
    if row.score is None or row.part_of is not None or not row.evidence:
        return False
    span = row.evidence[0].span
    if not suffered_earlier_deed(document.text, claim, span):
        return False
    if not _killed_them(document.text, span):
        return True
    first = sentence_start(document.text, span.start)
    return any(first <= other.evidence[0].span.start < span.start for other in claim.harm if other.evidence)


def _killed_them(text: str, span: Span) -> bool:
    """True for "who had killed (30 villagers)", who may have died with him."""
    who = _WHO.search(text[max(sentence_start(text, span.start), span.start - REACH) : span.start])
    return who is not None and _KILLED.fullmatch(who["did"]) is not None


def suffered_earlier_deed(text: str, claim: Claim, span: Span) -> bool:
    """True for "villagers" in "wanted for the killing of 30 villagers was shot dead", where the claim tells the shooting."""
    return claim.trigger.span.start >= span.end and _FELL.match(text, span.end) is not None and _is_deed(text, span)


def _is_deed(text: str, span: Span) -> bool:
    before = text[max(sentence_start(text, span.start), span.start - REACH) : span.start]
    if _WANTED.search(before):
        return True
    who = _WHO.search(before)
    if who is None:
        return False
    return _DID.fullmatch(who["did"]) is not None or (
        _KILLED.fullmatch(who["did"]) is not None and _GUNMEN.fullmatch(who["who"]) is None
    )
