"""The last of a number told before: "five died at once. A sixth man succumbed later" are the six of the headline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.harm.words import number_of
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.records import Harm

_ORDINALS = {word: number for word, number in load_language("en").ordinals.items() if 2 <= number <= 10}
_NTH = re.compile(rf"(?:an?|the)\s+({'|'.join(_ORDINALS)})\b", re.IGNORECASE)
_AMONG = re.compile(r"(?:Among|Of)\s+(?:the|those)\s+(?:\w+\s+)?(?:dead|killed|victims|deceased|slain|wounded|injured)\b")
_AND = re.compile(r"[^.;\n]{0,80}\band\s+")


def mark_rest(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with `part_of` set on the last of a number and on those it goes on from.

    Only where the numbers fit: one less than the ordinal right before, the ordinal itself in an earlier sentence. Of 70 people
    in coded reports that an ordinal counts none has that number told before: they are more ("Three died. A fourth died later").
    """
    found = list(rows)
    for at, row in enumerate(found):
        if row.part_of is not None or not row.evidence or any(other.part_of == at for other in found):
            continue
        if (parts := _counted_on(text, found, at)) is not None:
            whole, before = parts
            found[before] = replace(found[before], part_of=whole)
            found[at] = replace(row, part_of=whole)
    return tuple(found)


def mark_end_of_breakdown(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with `part_of` set on the end of "Among the dead, five were guards and one a driver"."""
    found = list(rows)
    for at, row in enumerate(found):
        if row.part_of is not None or not row.evidence or any(other.part_of == at for other in found):
            continue
        if (told := _end_of_breakdown(text, found, at)) is not None:
            found[at] = replace(row, part_of=told)
    return tuple(found)


def _counted_on(text: str, rows: Sequence[Harm], at: int) -> tuple[int, int] | None:
    """The whole and the number before it that "a sixth man" goes on from: six told earlier, and five told last."""
    match = _NTH.match(rows[at].raw)
    nth = _ORDINALS[match[1].lower()] if match else 0
    if nth < 3 or number_of(rows[at]) != 1:
        return None
    alike = [i for i in range(at) if rows[i].effect == rows[at].effect and rows[i].part_of is None and rows[i].evidence]
    before = next((i for i in reversed(alike) if number_of(rows[i]) == nth - 1), None)
    if (
        before is None
        or any(row.part_of == before for row in rows)
        or _sentence(text, rows[at]) - _sentence(text, rows[before]) > 1
    ):
        return None
    whole = next(
        (i for i in alike if number_of(rows[i]) == nth and _sentence(text, rows[i]) < _sentence(text, rows[before])), None
    )
    return None if whole is None else (whole, before)


def _end_of_breakdown(text: str, rows: Sequence[Harm], at: int) -> int | None:
    """The number that "Among the dead, five were guards and (one a driver)" gives in full."""
    last = rows[at - 1] if at else None
    whole = last.part_of if last is not None else None
    if last is None or whole is None or not last.evidence or (last.effect, last.speaker) != (rows[at].effect, rows[at].speaker):
        return None
    start = rows[at].evidence[0].span.start
    if not _AMONG.match(text, sentence_start(text, start)) or not _AND.fullmatch(text, last.evidence[0].span.end, start):
        return None
    here = _sentence(text, rows[at])
    parts = sum(number_of(row) or 0 for row in rows if row.part_of == whole and row.evidence and _sentence(text, row) == here)
    return whole if parts + (number_of(rows[at]) or 0) == number_of(rows[whole]) else None


def _sentence(text: str, row: Harm) -> int:
    return sentence_at(text, row.evidence[0].span.start)
