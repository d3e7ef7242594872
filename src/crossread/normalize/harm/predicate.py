"""What befell people by the verb right behind them: "three were wounded and two abducted", though two others are missing.

An extractor that reads "missing" at the end of a sentence may call all its people so. Of 1,840 hand-coded rows right before
"were wounded", "were killed", "were abducted" and the like seven have an effect that is none of these words'.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.records import Document, Harm

_WERE = re.compile(
    r"\s+(?:was|were|had\s+been|have\s+been|has\s+been)\s+(?:(?:also|later|reportedly|\w+ly)\s+)?"
    r"(?P<verb>wounded|injured|hurt|killed|abducted|kidnapped|arrested|detained)\b(?!\s*,?\s+(?:and|or|then|before)\s+(?:then\s+|later\s+)?"
    r"(?:captured|abducted|kidnapped|taken|seized|arrested|detained|held|led|missing|wounded|killed)\b)",
    re.IGNORECASE,
)
# "(twenty are missing and some 5,000) have fled"
_FLED = re.compile(
    r"\s+(?:people\s+|others\s+|more\s+)?(?:(?:have|has|had)\s+(?:(?:also|since|already)\s+)?)?(?:fled\b|been\s+displaced\b|were\s+displaced\b)",
    re.IGNORECASE,
)
_HURTS = {"wounded": "injured", "injured": "injured", "hurt": "injured", "killed": "killed"}
_TAKES = {"abducted": "abducted", "kidnapped": "abducted", "arrested": "detained", "detained": "detained"}


def with_own_predicate(document: Document, rows: Sequence[Harm]) -> list[Harm]:
    """The rows called missing, taken or displaced with the effect that the verb right behind them tells.

    Who is taken stays so before "were arrested", and who "was wounded and captured" was both. What people and data sets say (no
    score) stays.
    """
    return [_settled(document, row) for row in rows]


def _settled(document: Document, row: Harm) -> Harm:
    if row.score is None or not row.evidence or row.effect not in ("missing", "abducted", "detained", "displaced"):
        return row
    if row.effect == "missing" and _FLED.match(document.text, row.evidence[0].span.end):
        return replace(row, effect="displaced")
    were = _WERE.match(document.text, row.evidence[0].span.end)
    if were is None:
        return row
    verb = were["verb"].lower()
    told = _HURTS.get(verb) or (_TAKES[verb] if row.effect == "missing" else row.effect)
    return replace(row, effect=told) if told != row.effect else row
