"""People who were taken and then killed: both came to them, and both are told in one breath."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crossread.normalize.harm_sentence import sentence_of
from crossread.records import Document, Harm

_BOTH = re.compile(
    r"\s*(?:(?:(?!\b(?:whom|them|some|most|several|one|and|while|whose)\b)[^.;\d]){0,60}\s)?(?:is|are|was|were|been|being)\s+"
    r"(?P<taken>abducted|kidnapped|taken hostage|captured|arrested|detained)"
    r"(?:\s+(?:by|in|from|near|on|at)\s[^.;,]{1,40})?,?\s+(?:and|before being)\s+"
    r"(?:(?:then|later|subsequently|was|were|found|being)\s+)*"
    r"(?:killed|murdered|executed|shot dead|beheaded|slain|hanged|dead)\b",
    re.IGNORECASE,
)
_TAKEN = {"captured": "detained", "arrested": "detained", "detained": "detained"}


def tell_both(document: Document, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with the other one of "three villagers were abducted and killed", where only one of the two is told of them."""
    found = list(rows)
    for row in rows:
        if (
            row.effect not in ("abducted", "detained", "killed")
            or not row.evidence
            or row.part_of is not None
            or row.score is None
        ):
            continue
        match = _BOTH.match(sentence_of(document.text, row).behind)
        if match is None:
            continue
        taken = _TAKEN.get(match["taken"].lower(), "abducted")
        effect = taken if row.effect == "killed" else "killed"
        if not any(other.effect == effect for other in rows):
            found.append(replace(row, effect=effect))
    return tuple(found)
