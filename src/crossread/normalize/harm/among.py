"""Rows told before the number that holds them: "a general is among the 15 wounded", "Including the attacker, four are dead"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.alike import kind_of
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.harm.words import head_of, number_of
from crossread.records import Harm

_AMONG = re.compile(
    r"(?:(?:,|\s+and)\s[^.;\n]{0,60})?\s+(?:is|are|was|were)\s+(?:also\s+)?(?:reported\s+)?among\s+(?:the\s+)?", re.IGNORECASE
)
_WERE_AMONG = re.compile(
    r"(?:(?:,|\s+and)\s[^.;\n]{0,60})?\s+(?:is|are|was|were)\s+(?:also\s+)?(?:reported\s+)?among\s+"
    r"(?:the\s+|those\s+)(?:dead|killed|victims|fatalities|martyrs|deceased)\b",
    re.IGNORECASE,
)
# "spoke of (four civilians) among the dead"
_AMONG_DEAD = re.compile(r"\s+among\s+(?:the\s+|those\s+)(?:dead|killed|victims|fatalities|deceased)\b", re.IGNORECASE)
_INCLUDING = re.compile(r"(?:\A|[.!?\n]\s*)(?:Including|Counting)\s+(?:the\s+|an?\s+)?\Z")
_REST = re.compile(r",[^.;\n]{0,80}")
REACH = 20  # characters before a row in which its sentence opens with "Including"
_AMONG_END = re.compile(r"\bamong\s+(?:the\s+)?$", re.IGNORECASE)
_DEAD = ("victims", "dead", "deaths", "fatalities", "killed", "martyrs")
_HIT = ("killed", "injured", "casualties")
_FOUND = (*_HIT, "missing")  # as which somebody among the dead or the wounded may have been taken


def mark_among(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with `part_of` set where the number that holds them follows; what it tells happened to them is its effect."""
    found = _among_told(text, _dead_again(text, rows))
    for at, row in enumerate(found):
        if row.part_of is not None or not row.evidence or row.effect not in _FOUND or any(r.part_of == at for r in found):
            continue
        whole = next((i for i, other in enumerate(found) if i != at and _holds(text, row, other)), None)
        if whole is not None:
            found[at] = replace(row, part_of=whole, effect=found[whole].effect)
    return tuple(found)


def _among_told(text: str, rows: Sequence[Harm]) -> list[Harm]:
    """The rows with "three policemen" who "were among the dead" as part of the largest number of dead told before them.

    Civilians are none of "18 militants": whoever finds them among the dead counts anew.
    """
    found = list(rows)
    for at, row in enumerate(found):
        if not row.evidence or row.part_of is not None or row.effect not in _FOUND or any(r.part_of == at for r in found):
            continue
        end = row.evidence[0].span.end
        if not _WERE_AMONG.match(text, end) and not _AMONG_DEAD.match(text, end):
            continue
        dead = [
            i for i in range(at) if found[i].effect == "killed" and found[i].part_of is None and found[i].speaker == row.speaker
        ]
        dead = [i for i in dead if {kind_of(found[i].group_type), kind_of(row.group_type)} != {"armed", "civilian"}]
        whole = max(dead, key=lambda i: number_of(found[i]) or 0, default=None)
        if whole is not None and (number_of(found[whole]) or 0) > (number_of(row) or 1):
            found[at] = replace(row, part_of=whole, effect="killed")
    return found


def _dead_again(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with "the 34 victims" among whom somebody was as killed, and as the 34 killed that are told already."""
    found = list(rows)
    gone: dict[int, int] = {}
    for at, row in enumerate(found):
        if not row.evidence or row.part_of is not None or head_of(row) not in _DEAD or not number_of(row):
            continue
        start = row.evidence[0].span.start
        twin = next(
            (i for i, other in enumerate(found) if other.effect == "killed" and number_of(other) == number_of(row)), None
        )
        if twin is None or twin == at or not _AMONG_END.search(text, max(0, start - 40), start):
            continue
        found[at] = replace(row, effect="killed")
        gone[at] = twin
    held = [i for i in range(len(found)) if any(_holds(text, found[i], found[at]) for at in gone)]
    for i in held:
        found[i] = replace(
            found[i], effect="killed", part_of=next(gone[at] for at in gone if _holds(text, found[i], found[at]))
        )
    return without_rows(found, set(gone))


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
