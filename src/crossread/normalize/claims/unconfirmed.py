"""Who "neither confirmed nor denied" an act, or "has never confirmed or denied" it, neither claims nor denies it.

None of the hand-coded speakers of whom that is told claims, accuses or denies.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.claims.not_denied import told_plainly
from crossread.normalize.dates.anchors import sentence_around
from crossread.normalize.sentences import sentence_at, sentence_ends
from crossread.normalize.worded import stands_in
from crossread.records import Actor, Claim, Document, Speaker

_WORDS = r"(?:confirm\w*|den(?:y|ies|ied|ying))\s+n?or\s+(?:\w+ly\s+)?(?:den(?:y|ies|ied|ying)|confirm\w*)\b"
_NEITHER = re.compile(rf"\b(?:neither|not|never|cannot|without|n['’]t)\s+(?:\w+\s+){{0,2}}?{_WORDS}", re.IGNORECASE)
_BESIDE_HIM = re.compile(rf"[^.;\n\"“”]{{0,40}}?{_NEITHER.pattern}", re.IGNORECASE)
# "neither confirmed nor denied the truce and said that it had abducted twelve": of that he speaks
_TELLS_ELSE = re.compile(
    r"\b(?:sa(?:id|ys|ying)|claim(?:s|ed|ing)?|(?:took|takes|taking)\s+responsibility|admit(?:s|ted|ting)?|add(?:s|ed|ing)|accus\w+|blam\w+)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|dismiss\w*|refut\w*|disput\w*|fals\w+|untrue|fabricat\w*|did\s+not|had\s+not|nothing"
    r"|no\s+(?:part|hand|role|such))\b|n['’]t\b",
    re.IGNORECASE,
)


def settle_unconfirmed(document: Document, claim: Claim) -> Claim:
    """The claim without claimants and deniers of whom only that is told; `denied` no more where no other denial is near.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or not stands_in(document.text, _NEITHER):
        return claim
    speakers = tuple(row for row in claim.speakers if row.role == "reports" or not _leaves_open(document, row))
    actors = tuple(row for row in claim.actors if row.role != "claimant" or not _leaves_open(document, row))
    stance = claim.stance
    if stance == "claimed" and not any(row.role == "claims" for row in speakers) and speakers != claim.speakers:
        stance = "asserted"
    claim = replace(claim, speakers=speakers, actors=actors, stance=stance)
    if claim.stance != "denied" or any(row.role == "denies" for row in speakers) or not _is_only_open(document.text, claim):
        return claim
    return told_plainly(document, claim)


def _leaves_open(document: Document, row: Speaker | Actor) -> bool:
    if row.score is None or not row.evidence:
        return False
    behind = (sentence_around(document.text, e.span.start, e.span.end)[1] for e in row.evidence)
    return all(
        (open_ := _BESIDE_HIM.match(words)) is not None and not _TELLS_ELSE.search(words, open_.end()) for words in behind
    )


def _is_only_open(text: str, claim: Claim) -> bool:
    """True where the sentences around the tellings hold such words, and no others that deny."""
    ends = (0, *sentence_ends(text), len(text))
    told = {sentence_at(text, telling.span.start) for telling in (claim.trigger, *claim.retellings)}
    numbers = {near for number in told for near in (number - 1, number, number + 1) if 0 <= near < len(ends) - 1}
    words = " ".join(text[ends[number] : ends[number + 1]] for number in sorted(numbers))
    return _NEITHER.search(words) is not None and _DENIAL.search(_NEITHER.sub("", words)) is None
