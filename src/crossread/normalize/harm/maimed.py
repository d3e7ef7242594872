"""What was done to bodies: who was "torn to pieces" or "tortured to death" is dead, and "three of them were tortured" are hurt.

All seven hand-coded people who are torn, ripped or hacked to pieces or apart are killed. All three rows of people who were
tortured, of whom no death is told, are injured, and none is one of the detained.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.sentence import sentence_of
from crossread.records import Document, Harm

_WERE = (
    r"(?:,\s+including\s[^,.;]{1,40},)?(?:\s+of\s+(?:them|whom))?,?\s+(?:who\s+)?"
    r"(?:(?:was|were|had|has|have|been|all|both|also|then|later|reportedly|literally)\s+)+"
)
_TORN = re.compile(
    rf"{_WERE}(?:(?:torn|ripped|hacked|blown|blasted|cut|chopped)\s+(?:to\s+(?:pieces|bits|shreds)|apart|asunder)"
    r"|(?:tortured|beaten|hacked|stoned|trampled|crushed|burn(?:ed|t)|whipped|lynched)\s+to\s+death|wiped\s+out)\b",
    re.IGNORECASE,
)
_TORTURED = re.compile(
    rf"{_WERE}(?:\w+ly\s+)?(?:tortured|beaten|ill-treated)\b(?!\s+to\s+death|[^.;]{{0,30}}\b(?:kill|murder|execut|shot|die|dead))",
    re.I,
)
_OF_THEM = re.compile(r"\bof\s+(?:them|whom|these|those|the\s+[\w’'-]+)$", re.IGNORECASE)
_OF_WHOM = re.compile(r"\bof\s+(?:whom|them),?\s+(?:at\s+least\s+|about\s+|some\s+)*$", re.IGNORECASE)
_JOINS = re.compile(r"(?:,\s+|,?\s+and\s+)(?:an?\s+|the\s+|at\s+least\s+)?")
_TAKEN = ("detained", "abducted")
_ALIVE = ("injured", "casualties", *_TAKEN)


def settle_maimed(document: Document, rows: Sequence[Harm]) -> list[Harm]:
    """The rows with those torn to pieces, and whom "and" joins to them, as killed, and with some of the held as hurt."""
    found = [_settled(document, row) for row in rows]
    for at in range(len(found) - 2, -1, -1):
        changed = found[at + 1].effect == "killed" != rows[at + 1].effect
        if changed and _is_open(rows[at]) and rows[at].effect == rows[at + 1].effect:
            gap = document.text[rows[at].evidence[0].span.end : rows[at + 1].evidence[0].span.start]
            if _JOINS.fullmatch(gap):
                found[at] = replace(rows[at], effect="killed")
    return found


def _is_open(row: Harm) -> bool:
    return row.score is not None and bool(row.evidence) and row.effect in _ALIVE


def _settled(document: Document, row: Harm) -> Harm:
    if not _is_open(row):
        return row
    sentence = sentence_of(document.text, row)
    if _TORN.match(sentence.behind):
        return replace(row, effect="killed")
    some = _OF_THEM.search(row.raw) or _OF_WHOM.search(sentence.before)
    if row.effect in _TAKEN and some and _TORTURED.match(sentence.behind):
        return replace(row, effect="injured")
    return row
