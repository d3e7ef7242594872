"""Who is told as claiming an act only if a word of his claims that act: not one who did not claim it, or claimed another.

Of 739 hand-coded claimants none stands before "did not claim" or "did not comment", and none before "claimed a similar
attack" or "claimed earlier attacks" for an act that is not told behind these words, "counted eleven" or "whom the court
convicted".
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.actors.publisher import publisher_of
from crossread.normalize.dates.anchors import sentence_around
from crossread.records import Actor, Claim, Document, Evidence, Speaker

_HELPS = r"(?:(?:has|have|had|also|already|later|previously|earlier|since|often|once|always|then|promptly|duly)\s+){0,3}"
_CLAIMS = (
    r"(?:claim(?:ed|s|ing)?|admit(?:ted|s|ting)?|assert(?:ed|s|ing)?|(?:took|takes|taken|accept(?:ed|s)))\s+"
    r"(?:(?:joint|full|the)\s+)?(?:(?:responsibility|credit)\s+(?:[^.;,\n]{0,30}?\s)?for\s+)?"
)
# "which claimed a similar attack last month": another act; one that is told behind it ("including …") is claimed with it
_ANOTHER = re.compile(
    rf"(?:,?\s+(?:which|who|that))?\s+{_HELPS}{_CLAIMS}"
    r"(?P<act>(?:(?:an?|two|three|four|several|many|some|most|the|numerous|dozens\s+of|a\s+(?:number|string|series|spate)\s+of)\s+)?"
    r"(?:similar|another|other|previous|earlier|past)\b|last\s+(?:month|year)['’]s\b)",
    re.IGNORECASE,
)
_UNCLAIMED = re.compile(
    r"\s+(?:(?:did|has|have|had|does|do)(?:\s+not|n['’]t|\s+never)|(?:has|have|had)\s+yet\s+to|(?:has\s+|have\s+|had\s+)?declined\s+to"
    r"|(?:has\s+|have\s+|had\s+)?stopped\s+short\s+of)\s+(?:(?:yet|so\s+far|immediately|officially|publicly|directly|explicitly)\s+){0,2}"
    r"(?:claim|comment|admit|accept|acknowledge|respon[ds]|tak)\w*\b(?!\s+that)",
    re.IGNORECASE,
)
# "called them 'terrorists' and counted eighteen": how it calls the dead, and how many it counts, owns nothing by itself
_CALLS = re.compile(
    rf"\s+{_HELPS}(?:(?:call(?:ed|s)|label(?:l?ed|s)|brand(?:ed|s)|describ(?:ed|es))\s+"
    r"(?:them|him|her|it|those|these|the\s+(?:dead|victims|slain|men|women|killed|attack\w*|act))\b"
    r"|(?:count(?:ed|s)|condemn(?:ed|s)|denounc(?:ed|es)|mourn(?:ed|s)|deplor(?:ed|es))\s)",
    re.IGNORECASE,
)
_COURT = re.compile(
    r",?\s+(?:(?:who|whom)\s+)?(?:(?:the|a)\s+(?:[\w-]+\s+)?(?:court|jury|judges?|tribunal)\s+)?(?:(?:was|were|is|are|has\s+been|have\s+been)\s+)?"
    r"(?:later\s+|since\s+|already\s+)?(?:convicted|sentenced|charged|indicted|jailed|found\s+guilty|on\s+trial)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\bden(?:y|ies|ied|ying)\b|\brejects?\b|\brejected\b", re.IGNORECASE)
_TAKES = re.compile(r"\b(?:claim|confess|admit|boast|responsib|acknowledg|credit|avow|carried\s+out)\w*", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:claim\w*|responsib\w+|admit\w*|acknowledg\w*|confess\w*|credit|boast\w*|avow\w*|announc\w+|statements?|communiqu\w+|said|says?"
    r"|told|declar\w+|confirm\w+|report\w*|vow\w*|we|our|us|according|spokes\w+|videos?|messages?|post(?:ed|s)|stat(?:e|ed|es|ing)|signed"
    r"|leaflets?|fliers?|pamphlets?|letters?|broadcast\w*|publish\w+|issued?|radio|call(?:ed|er|s)|assert\w*|attribut\w+|justif\w+"
    r"|recordings?|stamp|version|website|channel|apologi\w+|threaten\w+|releas\w+|read|wr(?:ite|ote|itten)|behind|named?|identif\w+)\b",
    re.IGNORECASE,
)
_OWNS_UP = re.compile(r"\b(?:claim|confess|admit|boast|responsib|acknowledg|\bsays?\b|\bsaid\b|told|pleaded)\w*", re.IGNORECASE)


def settle_claimants(document: Document, claim: Claim) -> Claim:
    """The claim without those as claimants who did not claim it, claimed another act, or only say something of the dead.

    Whom a court has heard is accused. What people and data sets say (no score) stays.
    """
    if claim.score is None:
        return claim
    actors = tuple(found for row in claim.actors if (found := _actor(document, claim, row)) is not None)
    speakers = tuple(said for row in claim.speakers if (said := _speaker(document, claim, row)) is not None)
    if (actors, speakers) == (claim.actors, claim.speakers):
        return claim
    own = any(row.role in ("perpetrator", "claimant", "side_a") for row in actors) or any(r.role == "claims" for r in speakers)
    plain = "attributed" if speakers else "asserted"
    return replace(claim, actors=actors, speakers=speakers, stance=claim.stance if own or claim.stance != "claimed" else plain)


def _actor(document: Document, claim: Claim, row: Actor) -> Actor | None:
    if row.role != "claimant" or row.score is None or not row.evidence:
        return row
    if _claims_nothing(document, claim, row.evidence[0]) or _CALLS.match(document.text, row.evidence[0].span.end):
        return None
    if any(_is_denial(document, quote) for quote in row.evidence):
        return replace(row, role="accused")
    if _is_silent(document, claim, row):
        return None
    _, after = sentence_around(document.text, row.evidence[0].span.start, row.evidence[0].span.end)
    return replace(row, role="accused") if _COURT.match(after) and not _OWNS_UP.search(after) else row


def _is_silent(document: Document, claim: Claim, row: Actor) -> bool:
    """True for a doer whom the same words make a claimant though nobody says, claims, sends or shows anything there.

    Of 739 hand-coded claimants 681 stand in a sentence with such a word, most others in their own statements.
    """
    spans = {quote.span for quote in row.evidence}
    doer = any(other.role == "perpetrator" and spans & {q.span for q in other.evidence} for other in claim.actors)
    if not doer or publisher_of(document) is not None:
        return False
    told = (" ".join((*sentence_around(document.text, q.span.start, q.span.end), q.quote)) for q in row.evidence)
    return not any(_SAYS.search(sentence) for sentence in told)


def _is_denial(document: Document, quote: Evidence) -> bool:
    """True in "the group has always denied both attacks": who denies in a sentence without any word of owning up."""
    sentence = " ".join(sentence_around(document.text, quote.span.start, quote.span.end))
    return _DENIES.search(sentence) is not None and _TAKES.search(sentence) is None


def _speaker(document: Document, claim: Claim, row: Speaker) -> Speaker | None:
    if row.role != "claims" or row.score is None or not row.evidence:
        return row
    return None if _claims_nothing(document, claim, row.evidence[0]) else row


def _claims_nothing(document: Document, claim: Claim, quote: Evidence) -> bool:
    """True before "did not comment", and before "claimed a similar attack" where the claim is not told behind it."""
    if _UNCLAIMED.match(document.text, quote.span.end):
        return True
    another = _ANOTHER.match(document.text, quote.span.end)
    if another is None:
        return False
    start, end = another.start("act"), another.end() + len(sentence_around(document.text, quote.span.start, another.end())[1])
    told = claim.retellings if another["act"].lower().startswith("last") else ()
    return not any(start <= row.span.start < end for row in (claim.trigger, *told))
