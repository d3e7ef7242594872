"""People who were flogged: hurt, where no word tells a death."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_at, sentence_ends, sentence_start
from crossread.records import Claim, Document, Harm

FLOGS = re.compile(r"\b(?:flogg(?:ed|ings?)|flogs?|lash(?:ed|es)?|whipp(?:ed|ings?)|whips|can(?:ed|ings?))\b", re.IGNORECASE)
_DEATH = re.compile(
    r"\b(?:kill|dead\b|death|die[ds]?\b|dying|execut|behead|hang(?:ed|ing)\b|shot\b|stoned\b|murder)", re.IGNORECASE
)


def is_flogging(claim: Claim) -> bool:
    """True for a claim that is told by the word for it; what people and data sets say (no score) is left to them.

    All nine hand-coded claims told so are `ill_treatment`; of their people six rows are injured, and none is killed.
    """
    return claim.score is not None and FLOGS.search(claim.trigger.quote) is not None


def hurt_by_flogging(document: Document, claim: Claim, rows: Sequence[Harm]) -> list[Harm]:
    """The rows with those who were flogged among the injured, where their sentence tells no death."""
    if not is_flogging(claim):
        return list(rows)
    return [replace(row, effect="injured") if _was_flogged(document, row) else row for row in rows]


def _was_flogged(document: Document, row: Harm) -> bool:
    if row.score is None or row.effect not in ("killed", "casualties", "incapacitated") or not row.evidence:
        return False
    number = sentence_at(document.text, row.evidence[0].span.start)
    start = sentence_start(document.text, row.evidence[0].span.start)
    end = (*sentence_ends(document.text), len(document.text))[number]
    return FLOGS.search(document.text, start, end) is not None and _DEATH.search(document.text, start, end) is None
