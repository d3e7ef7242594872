"""Rows told before the number that holds them: "a general is among the 15 wounded", "Including the attacker, four are dead"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crossread.records import Harm

_AMONG = re.compile(
    r"(?:(?:,|\s+and)\s[^.;\n]{0,60})?\s+(?:is|are|was|were)\s+(?:also\s+)?(?:reported\s+)?among\s+(?:the\s+)?", re.IGNORECASE
)
_INCLUDING = re.compile(r"(?:\A|[.!?\n]\s*)(?:Including|Counting)\s+(?:the\s+|an?\s+)?\Z")
_REST = re.compile(r",[^.;\n]{0,80}")
REACH = 20  # characters before a row in which its sentence opens with "Including"
_HIT = ("killed", "injured", "casualties")


def mark_among(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with `part_of` set where the number that holds them follows; what it tells happened to them is its effect."""
    found = list(rows)
    for at, row in enumerate(found):
        if row.part_of is not None or not row.evidence or row.effect not in _HIT or any(r.part_of == at for r in found):
            continue
        whole = next((i for i, other in enumerate(found) if i != at and _holds(text, row, other)), None)
        if whole is not None:
            found[at] = replace(row, part_of=whole, effect=found[whole].effect)
    return tuple(found)


def _holds(text: str, row: Harm, other: Harm) -> bool:
    """True where `other` is a number behind the row whose words take the row in."""
    if not other.evidence or not other.has_number or other.effect not in _HIT or other.part_of is not None:
        return False
    span, whole = row.evidence[0].span, other.evidence[0].span
    if whole.start < span.end:
        return False
    opens = text[max(0, span.start - REACH) : span.start]
    if _INCLUDING.search(opens) and row.effect == other.effect:
        return _REST.fullmatch(text, span.end, whole.start) is not None
    return _AMONG.fullmatch(text, span.end, whole.start) is not None
