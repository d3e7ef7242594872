"""Who investigates an act is no source for it: "police are investigating a bombing that killed five" tells it as a fact.

All three hand-coded claims told behind such words without a verb of saying are `asserted`. No speaker of theirs stands right
before "is investigating" or "opened an inquiry into"; one who has "ordered an investigation" does, and is left alone.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at, sentence_ends
from crossread.normalize.worded import stands_in
from crossread.records import Claim, Document, Speaker

_NO_TALE = (
    r"(?!\s+(?:\w+\s+){0,3}?(?:reports?|claims?|complaints?|allegations?|accusations?|rumou?rs?|whether|possible|possibility|if|how"
    r"|suspected|alleged|suspicions?|threats?)\b)"
)
_PROBES = re.compile(
    r"(?:\s+(?!said|says|told)[\w’'-]+){0,4}?\s+(?:(?:is|are|was|were|(?:has|have)\s+been)\s+(?:\w+\s+)?(?:investigating|probing|looking\s+into|examining)"
    r"|(?:(?:has|have|had)\s+)?(?:opened|launched|begun|started)\s+(?:an?|its|their)\s+(?:\w+\s+){0,2}?"
    r"(?:inquiry|enquiry|investigation|probe|inquest)\s+(?:into|of|over|after))\b" + _NO_TALE
)
_WORD = re.compile(r"\b(?:investigat|prob|inquir|enquir|inquest|looking\s+into|examining)")
# "opened an inquiry into the shelling, blaming tanks", "is examining an attack in which four died, it said": a source, too
_SAYS_TOO = re.compile(
    r"[^.\n]{0,240}?(?:\b(?:saying|adding|blaming|accusing|alleging)\b|[,;]\s+(?:it|he|she|they)\s+(?:sa(?:id|ys)|added)\b)"
)
_SAYS = re.compile(
    r"\b(?:sa(?:id|ys|y|ying)|told|according|report(?:ed|s)|announced|alleg\w+|accus\w+|claim\w*|stat(?:ed|es))\b",
    re.IGNORECASE,
)


def settle_investigating(document: Document, claim: Claim) -> Claim:
    """The claim without speakers who only investigate it; `asserted`, as their sentence tells it as a fact.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or not claim.speakers or not stands_in(document.text, _WORD):
        return claim
    probing = [row for row in claim.speakers if _only_probes(document.text, row)]
    if not probing:
        return claim
    kept = tuple(row for row in claim.speakers if row not in probing)
    at = {sentence_at(document.text, quote.span.start) for row in probing for quote in row.evidence}
    told = {sentence_at(document.text, telling.span.start) for telling in (claim.trigger, *claim.retellings)}
    plain = claim.stance != "denied" and any(not _says(document.text, number) for number in at & told)
    return replace(claim, speakers=kept, stance="asserted" if plain else claim.stance)


def _only_probes(text: str, row: Speaker) -> bool:
    if row.score is None or row.role == "denies" or not row.evidence:
        return False
    found = [_PROBES.match(text, quote.span.end) for quote in row.evidence]
    return all(one is not None and not _SAYS_TOO.match(text, one.end()) for one in found)


def _says(text: str, number: int) -> bool:
    ends = (0, *sentence_ends(text), len(text))
    return _SAYS.search(text, ends[number], ends[number + 1]) is not None
