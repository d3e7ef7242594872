"""Who lays down arms gives up a fight: no protest, as it is where workers lay down their tools.

No coded claim of the reports at hand is told so; the codebook has laying down arms among the words of an agreement.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.records import Claim, Document

_LAYS = re.compile(r"(?:laid|lay|lays|laying|put|puts|putting)\s+down\b", re.IGNORECASE)
_ARMS = re.compile(r"\s*(?:(?:their|his|her|its|our|the)\s+)?(?:arms|weapons|guns|rifles)\b", re.IGNORECASE)


def lays_down_arms(document: Document, claim: Claim) -> bool:
    """True for a "protest" in which arms are laid down; what people and data sets say (no score) stays."""
    if claim.type != "protest" or claim.score is None:
        return False
    lays = _LAYS.match(document.text, claim.trigger.span.start)
    return lays is not None and _ARMS.match(document.text, lays.end()) is not None
