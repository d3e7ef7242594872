"""A number and, behind a colon, whom it is made of: "nine persons were injured: four officers and five civilians"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.words import number_of
from crossread.records import Harm

_TO_COLON = re.compile(r"[^.;:\d\n]{0,50}:\s*(?:at least |about |some )?(?:the |an? )?")
_GOES_ON = re.compile(r"[^.;:\n]{0,60}?(?:,|\band\b|,\s*and\b)\s*(?:at least |about |some |another )?(?:the |an? )?")


def settle_breakdowns(text: str, rows: Sequence[Harm]) -> list[Harm]:
    """The rows with those behind a colon as parts of the number before it, if they add up to it and nothing stands between.

    What befell them is told once, before the colon; rows that point to others by place already stay.
    """
    found = list(rows)
    for at, whole in enumerate(found):
        total = number_of(whole) or 0
        if total < 2 or whole.part_of is not None or not whole.evidence:
            continue
        parts = _parts_of(text, found, at)
        if parts and sum(number_of(found[i]) or 0 for i in parts) == total:
            for i in parts:
                found[i] = replace(found[i], effect=whole.effect, part_of=at)
    return found


def _parts_of(text: str, rows: Sequence[Harm], at: int) -> list[int]:
    """The rows that follow each other right behind the colon."""
    end, link, parts = rows[at].evidence[0].span.end, _TO_COLON, []
    behind = sorted((row.evidence[0].span.start, i) for i, row in enumerate(rows) if row.evidence and i != at)
    for start, i in behind:
        if start < end:
            continue
        if not number_of(rows[i]) or rows[i].part_of is not None or not link.fullmatch(text, end, start):
            break
        parts.append(i)
        end, link = rows[i].evidence[0].span.end, _GOES_ON
    return parts
