"""Numbers of an act that was told only to deny it are its own: "the army denied that soldiers were abducted at Damboa".

The women whom a sentence before told to be freed were not abducted there.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.records import Claim, Document, Harm

_DENIES_THAT = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*)\s+(?:[\w-]+\s+){0,3}?that\s+[^.;\n]*$", re.I
)


def without_numbers_of_others(document: Document, claim: Claim) -> Claim:
    """The claim without harm told in other sentences, where its own act is told by "denied that" alone.

    What people and data sets say (no score) stays.
    """
    text, tellings = document.text, (claim.trigger, *claim.retellings)
    if claim.score is None or claim.stance != "denied" or not claim.harm:
        return claim
    if not all(_DENIES_THAT.search(text, sentence_start(text, t.span.start), t.span.start) for t in tellings):
        return claim
    here = {sentence_at(text, told.span.start) for told in tellings}

    def is_own(row: Harm) -> bool:
        return row.score is None or not row.evidence or any(sentence_at(text, q.span.start) in here for q in row.evidence)

    return replace(claim, harm=tuple(row for row in claim.harm if is_own(row)))
