"""Who had threatened the dead did not thereby kill them: "a mayor was shot dead; he had received threats from the cartel".

All three hand-coded threats "received from" somebody are claims of their own, `threatened`, with him for the doer; no act done
has its doer or accused by such words alone.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.sentences import sentence_start
from crossread.records import Actor, Claim, Document, Harm, Span, Speaker
from crossread.records.roles import DOERS_BY_OTHERS

_THREATS = re.compile(
    r"\b(?:receiv\w+|had|ha[ds]\s+got|g[eo]t(?:ten|ting)?|fac(?:ed|ing)|subject(?:ed)?\s+to|after|because\s+of|despite|following)\s+"
    r"(?:(?!\b(?:attack|kill|shot)\w*)[\w-]+\s+){0,5}?(?:threats?|warnings?)\s+(?:\w+\s+){0,2}?(?:from|by)\s+(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
_LONGEST = 120  # characters before the one who threatens
_HURT = ("killed", "injured", "casualties", "abducted", "detained")
_WHOM = (
    r"(?:\d|an?\b|the\b|his\b|her\b|their\b|its\b|him\b|them\b|it\b|at\s+least|more\s+than|about\b|some\b|several\b|dozens\b"
    r"|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b|fire\b)"
)
_DID = (
    r"(?:(?:have|has)\s+)?(?:(?:then|later|also|instead|finally)\s+)?(?:killed|wounded|injured|shot|murdered|executed|beheaded|stabbed|hanged|burned|abducted"
    rf"|kidnapped|attacked|stormed|raided|bombed|ambushed|shelled|torched|opened)\s+(?:dead\s+)?{_WHOM}"
)
_ON = (
    r"(?:(?!\b(?:after|when|because|if|unless|until|before|since|while|as|that|who|whom|which|where|once|said|told|would|will|could"
    r"|may|might|ha[ds]|have|by)\b)[^.,;:!?])"
)
# "Gunmen who had threatened the village killed six", "threatened a mayor, then shot him"
_CARRIED_OUT = re.compile(
    rf"\b(?:who|which|that)\s+(?:(?!was\b|were\b|been\b|is\b|are\b|not\b|never\b)\w+\s+){{0,2}}?threatened\b{_ON}{{1,80}},?\s+{_DID}"
    rf"|(?<!\bwas )(?<!\bwere )(?<!\bbeen )\bthreatened\b{_ON}{{1,80}}(?:,\s+(?:and\s+|but\s+)?|\s+(?:and|but)\s+){_DID}",
    re.IGNORECASE,
)
_THEM = re.compile(r"\b(?:him|her|them|it|both)$", re.IGNORECASE)
# "We were able to kill four", "nobody expected rebels to attack"
_REACHED = re.compile(
    r"\b(?:(?:was|were|(?:has|have|had)\s+been)\s+able\s+to|managed\s+to"
    r"|(?:nobody|no\s+one|never)\s+(?:had\s+|has\s+|have\s+)?expected\s+(?:[\w'’-]+\s+){1,6}?to)\s+$",
    re.IGNORECASE,
)


def without_threateners(document: Document, claim: Claim) -> Claim:
    """The claim of an act without those who only threatened, as doers or beside other speakers.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.status != "accomplished" or claim.type == "protest":
        return claim
    kept = tuple(row for row in claim.actors if row.role not in DOERS_BY_OTHERS or not _only_threatened(document.text, row))
    heard = tuple(row for row in claim.speakers if not _only_threatened(document.text, row)) or claim.speakers
    if len(kept) == len(claim.actors) and len(heard) == len(claim.speakers):
        return claim
    return replace(claim, actors=kept, speakers=heard)


def settle_threat_done(document: Document, claim: Claim) -> Claim:
    """The claim of a threat as `accomplished` where its sentence tells what those who threatened did, or what was reached.

    "Gunmen who had threatened to attack the village killed six" tells six dead; who threatened "to attack, killing many" did
    nothing yet. All five coded acts behind "were able to" and "managed to" are accomplished. Only where people are told as
    harmed in that sentence; what people and data sets say (no score) stays.
    """
    if claim.score is None or claim.status != "threatened" or not any(row.effect in _HURT for row in claim.harm):
        return claim
    text, span = document.text, claim.trigger.span
    before, after = sentence_around(text, span.start, span.end)
    start, end = span.start - len(before), span.end + len(after)
    told = [quote.span for row in claim.harm if row.effect in _HURT and row.score is not None for quote in row.evidence]
    if not any(start <= quote.start < end for quote in told):
        return claim
    if _REACHED.search(before):
        return replace(claim, status="accomplished")
    done = _CARRIED_OUT.search(before + claim.trigger.quote + after)
    if done is None:
        return claim
    meant = Span(start=start + done.start(), end=start + done.end())
    return replace(
        claim, status="accomplished", harm=tuple(row for row in claim.harm if not _only_meant(document.text, row, meant))
    )


def _only_meant(text: str, row: Harm, span: Span) -> bool:
    """True for the hostages of "threatened to kill 12 hostages and shot a guard", unless what was done was done to "them"."""
    if row.score is None or not row.evidence or _THEM.search(text, span.start, span.end):
        return False
    return all(span.start <= quote.span.start and quote.span.end < span.end for quote in row.evidence)


def without_threatened_harm(document: Document, claim: Claim) -> Claim:
    """The claim of a threat without people as harmed: "three journalists received death threats" killed nobody.

    Of 463 hand-coded threats seven have harm rows, all ten of people who may be displaced, which stay. So does what people and
    data sets say (no score).
    """
    if claim.score is None or claim.status != "threatened":
        return claim
    return replace(claim, harm=tuple(row for row in claim.harm if row.score is None or row.effect == "displaced"))


def _only_threatened(text: str, row: Actor | Speaker) -> bool:
    if row.score is None or not row.evidence:
        return False
    for quote in row.evidence:
        start = max(sentence_start(text, quote.span.start), quote.span.start - _LONGEST)
        if _THREATS.search(text, start, quote.span.start) is None:
            return False
    return True
