"""Parts that are told by the words behind them: "two women among them", "one of them an officer", names of a number.

All six hand-coded rows with "among them" or "one of them a …" of people counted right before are part of these, and share
their fate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import MOST_NAMES, without_rows
from crossread.normalize.harm.words import is_name, number_of
from crossread.normalize.sentences import sentence_at
from crossread.records import Claim, Document, Harm

_AMONG = re.compile(r"(?:\s+[a-z][\w’'-]*){0,3}?\s+among\s+them\b", re.IGNORECASE)
_AMONG_END = re.compile(r"\s+among\s+them$", re.IGNORECASE)
_SET_OFF = re.compile(r"(?:,|\(|–|—|\s-)\s*(?:an?\s+|at\s+least\s+|about\s+|some\s+)?$")
_ONE_OF = re.compile(r"(?:at least\s+)?(?:one|two|three|four|\d+)\s+of\s+(?:them|whom)", re.IGNORECASE)
# What befell the people told in between ends the reach of a number.
_FATE = re.compile(
    r"\b(?:kill\w*|dead|died|dies|slain|murder\w*|wound\w*|injur\w*|hurt|abduct\w*|kidnap\w*|arrest\w*|detain\w*|missing|captur\w*)\b",
    re.I,
)
_NAME = r"(?:[A-Z][\w'’.-]*(?:\s+(?:[A-Z][\w'’.-]*|al|bin|de|van|von|ag|ould)){1,5})"
_ITEM = rf"(?:{_NAME}(?:\s\([^()\n]{{1,60}}\)|,\s(?:aged\s)?\d{{1,2}}(?=[,\s)–—-]))?)"
# "(four soldiers), A, B (30), C and D, were killed", "(four soldiers) – A, B, C and D –", "(three soldiers) (A, B and C)"
_NAMES = re.compile(
    rf"\s*(?:,|:|\(|[–—]|-(?=\s))\s*(?P<names>{_ITEM}(?:,\s+{_ITEM}){{0,{MOST_NAMES}}},?\s+and\s+{_ITEM})"
    r"(?=\s*[,)–—]|\s-\s|\s+(?:were|was|have|had|embraced|attained|died|lost|laid|fell|perished)\b)"
)
_NOTE = re.compile(r"\s\([^()\n]*\)|,\s(?:aged\s)?\d{1,2}(?=[,\s)–—-]|$)")
_NEXT = re.compile(r",?\s+and\s+(?=[A-Z])|,\s+(?=[A-Z])")
# "withdrew leaving (four bodies)": the dead of those who came
_LEFT = re.compile(
    r"\b(?:withdr[ae]w(?:n|ing)?|retreat(?:ed|ing)?|fled|fleeing|(?:fell|pulled|driven|beaten|pushed)\s+back|repell?ed|repulsed)\b"
    r"[^.;]{0,60}\b(?:leaving|left|abandon(?:ed|ing))\s+(?:behind\s+)?(?:at\s+least\s+|about\s+|some\s+|the\s+)*$",
    re.IGNORECASE,
)
_BODIES = re.compile(r"\b(?:bodies|corpses)$", re.IGNORECASE)
REACH = 140  # characters


def mark_of_them(text: str, rows: Sequence[Harm]) -> list[Harm]:
    """The rows with such people as parts of the number told last before them in the sentence, and with its effect.

    "One of them" and "an officer" right behind it are one row.
    """
    found, gone = list(rows), set[int]()
    for at, row in enumerate(rows):
        if row.score is None or not row.evidence or row.part_of is not None:
            continue
        if at and at - 1 not in gone and _is_apposed(text, rows[at - 1], row) and not any(r.part_of == at for r in rows):
            gone.add(at)
            continue
        if not (_is_among(text, row) or (at + 1 < len(rows) and _is_apposed(text, row, rows[at + 1]))):
            continue
        whole = _last_number(text, rows, at)
        if whole is not None:
            found[at] = replace(row, part_of=whole, effect=rows[whole].effect)
    return list(without_rows(found, gone))


def _is_among(text: str, row: Harm) -> bool:
    span = row.evidence[0].span
    told = _AMONG_END.search(row.raw) or _AMONG.match(text, span.end)
    return told is not None and _SET_OFF.search(text, max(0, span.start - 15), span.start) is not None


def _is_apposed(text: str, one: Harm, row: Harm) -> bool:
    """True for "an officer" right behind "one of them"."""
    if not one.evidence or not row.evidence or one.score is None or not _ONE_OF.fullmatch(one.raw):
        return False
    return text[one.evidence[0].span.end : row.evidence[0].span.start] == " " and (number_of(row) or 1) == 1


def _last_number(text: str, rows: Sequence[Harm], at: int) -> int | None:
    """The number told last before a row in its sentence that can hold it, if no fate is told in between."""
    start, number = rows[at].evidence[0].span.start, number_of(rows[at]) or 1
    for i in range(at - 1, -1, -1):
        other = rows[i]
        if not other.evidence or other.part_of is not None or (number_of(other) or 0) <= number:
            continue
        end = other.evidence[0].span.end
        if end > start or start - end > REACH or sentence_at(text, end) != sentence_at(text, start):
            continue
        return None if _FATE.search(text, end, start) else i
    return None


def mark_listed_names(text: str, rows: Sequence[Harm]) -> list[Harm]:
    """The rows with names as parts of a number behind which just as many are listed, also where some have no row."""
    found = list(rows)
    for at, row in enumerate(rows):
        number = number_of(row) or 0
        if not 2 <= number <= MOST_NAMES or row.part_of is not None or not row.evidence or is_name(row):
            continue
        listed = _NAMES.match(text, row.evidence[0].span.end)
        if listed is None or len(_NEXT.split(_NOTE.sub("", listed["names"]))) != number:
            continue
        for i, name in enumerate(rows):
            inside = bool(name.evidence) and listed.start("names") <= name.evidence[0].span.start < listed.end("names")
            if i != at and inside and name.part_of is None and name.score is not None and (number_of(name) or 1) == 1:
                found[i] = replace(name, part_of=at, effect=row.effect, group_type=row.group_type)
    return found


def settle_left_bodies(document: Document, claim: Claim, rows: Sequence[Harm]) -> list[Harm]:
    """The rows with the bodies that attackers left behind as theirs, so that nobody else's dead are among them."""
    types = {actor.type for actor in claim.actors if actor.role in ("perpetrator", "side_a")}
    return [
        replace(row, group_type=next(iter(types))) if len(types) == 1 and _are_left(document.text, row) else row for row in rows
    ]


def _are_left(text: str, row: Harm) -> bool:
    if row.score is None or not row.evidence or row.effect != "killed" or _BODIES.search(row.raw) is None:
        return False
    start = row.evidence[0].span.start
    return _LEFT.search(text, max(0, start - REACH), start) is not None
