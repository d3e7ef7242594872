"""One who is told twice in one breath: "one of them, a 12-year-old boy, died" is one.

In all three coded wordings of the kind one row stands, that of the boy.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.normalize.harm.parts import without_rows
from crossread.normalize.harm.words import number_of
from crossread.records import Harm

_ONE_OF = re.compile(
    r"(?:one|another|a\s+(?:second|third))\s+of\s+(?:them|whom|these|those|the\s+[\w' -]{2,40})", re.IGNORECASE
)
_APPOSED = re.compile(r",\s+(?:only\s+|aged\s+)?", re.IGNORECASE)
_ENDS = re.compile(
    r"[^.;,]{0,60},\s+(?:(?:was|were|has|had|have|been|later|also|then|since|reportedly)\s+){0,4}"
    r"(?:died|dies|killed|succumbed|dead|wounded|injured|hurt|abducted|kidnapped|arrested|detained|shot|missing)\b",
    re.IGNORECASE,
)


def without_one_of(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows without "one of them" where the next one, of the same effect, tells who it was."""
    return without_rows(rows, {at for at, row in enumerate(rows) if _is_told_again(text, rows, at)})


def _is_told_again(text: str, rows: Sequence[Harm], at: int) -> bool:
    row = rows[at]
    if row.score is None or row.part_of is not None or not row.evidence or not _ONE_OF.fullmatch(row.raw):
        return False
    if any(other.part_of == at for other in rows):
        return False
    end = row.evidence[0].span.end
    return any(
        other.effect == row.effect
        and other.evidence
        and number_of(other) == 1
        and _APPOSED.fullmatch(text, end, other.evidence[0].span.start) is not None
        and _ENDS.match(text, other.evidence[0].span.end) is not None
        for other in rows
    )
