"""People told out of the dead: "three of the nine people killed were teachers" is nine, "three of the dead" are of
those counted.

In hand-coded reports 31 of 34 rows "of the dead", "of those killed" and the like stand beside a count of the dead, and none has
a speaker of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.counts import parse_count
from crossread.normalize.harm.alike import kind_of
from crossread.normalize.harm.group import group_words
from crossread.normalize.harm.words import ANYBODY, head_of, number_of
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.records import Document, Harm

_NUMBERS = "|".join(word for word in load_language("en").numbers if word.isalpha())
_NUMBER = rf"(?:\d{{1,4}}|(?:{_NUMBERS})(?:-(?:{_NUMBERS}))?)"
_BOUND = r"(?:at\s+least\s+|about\s+|some\s+|up\s+to\s+|all\s+|only\s+)?"
_DEAD = r"(?:dead|slain|killed|deceased|fatalities|victims|deaths)"
# "three of the nine people killed", "four of the seven dead"; not "three of the nine people were killed"
_OUT_OF = re.compile(
    rf"{_BOUND}{_NUMBER}\s+of\s+(?P<whole>(?:(?:the|those|these)\s+)?(?:estimated\s+|about\s+|at\s+least\s+)?{_NUMBER}"
    rf"(?:\s+(?!(?:were|was|are|is|had|have|who|in|on|at|and|from|of|killed|dead|injured|wounded)\b)[\w’'-]+){{0,3}}?)"
    rf"\s+(?:(?:\w+ly\s+)?(?:(?P<dead>{_DEAD})|(?P<hurt>wounded|injured|hurt))"
    r"|who\s+(?:had\s+)?(?:were\s+|was\s+|been\s+)?(?:(?P<fell>killed|died)|(?P<wounded>wounded|injured|hurt)))\b",
    re.IGNORECASE,
)
_OF_THE_DEAD = re.compile(
    r"\bof\s+(?:the|these|those)\s+(?:other\s+)?(?:dead|slain|killed|deceased|fatalities|victims|people\s+killed|who\s+died)\s*$",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|says?|told|tells|added|reported|confirmed|recalled|wrote|announced)\b", re.IGNORECASE)
# "two of her colleagues", "their two sons": of the speaker's own circle
_OF_HIS_OWN = re.compile(
    rf"{_BOUND}{_NUMBER}\s+of\s+(?:my|our|her|his|their|its)\s+(?:\w+\s+)?(?:colleagues|relatives|brothers|sisters|sons|daughters|children"
    r"|cousins|nephews|nieces|uncles|friends|neighbou?rs|family\s+members|students|pupils|patients|members|staff|employees|workers"
    r"|journalists|volunteers|parishioners|congregants|classmates)",
    re.IGNORECASE,
)
_FURTHER = re.compile(r"\b(?:an?other|others|more|further|additional|also|too|later|separately|elsewhere)\b", re.IGNORECASE)
_ARMED = ("armed", "state")
_HIT = ("killed", "injured", "casualties")
KindOf = Callable[[str, Harm], str]


def with_wholes(document: Document, rows: Sequence[Harm], *, kind_of_group: KindOf, language: str) -> tuple[Harm, ...]:
    """The rows with the nine of "three of the nine people killed" before the three, which are part of them.

    Where the nine have a row already, the three are part of that one.
    """
    rows = [_within_told(document, rows, at) for at in range(len(rows))]
    found: list[Harm] = []
    places: dict[int, int] = {}
    for at, row in enumerate(rows):
        whole = _whole_of(document, row)
        if whole is not None:
            group = group_words(whole.raw, language=language)
            kind = kind_of_group(group, whole) if group else "unknown"
            found.append(replace(whole, count=parse_count(whole.raw, language=language), group=group, group_type=kind))
        places[at] = len(found)
        found.append(row)
    return tuple(_moved(found, places, at) for at in range(len(found)))


def _within_told(document: Document, rows: Sequence[Harm], at: int) -> Harm:
    """The row as part of those out of whom it is told, where these have a row of their own at the same words."""
    whole = _whole_of(document, rows[at])
    if whole is None:
        return rows[at]
    span = whole.evidence[0].span
    for i, other in enumerate(rows):
        inside = other.evidence and span.start <= other.evidence[0].span.start < span.end
        if i != at and inside and other.effect == whole.effect and other.part_of is None:
            return replace(rows[at], part_of=i)
    return rows[at]


def _moved(rows: Sequence[Harm], places: dict[int, int], at: int) -> Harm:
    """The row at its new place: with its whole told right before it, or with its old whole where that stands now."""
    row = rows[at]
    if row.part_of is not None:
        return replace(row, part_of=places[row.part_of])
    return replace(row, part_of=at - 1) if at and at - 1 not in places.values() else row


def _whole_of(document: Document, row: Harm) -> Harm | None:
    """Those out of whom the row is told, as a row of their own without a count."""
    if row.score is None or not row.evidence or row.part_of is not None or row.effect not in _HIT:
        return None
    told = _OUT_OF.match(document.text, row.evidence[0].span.start)
    if told is None or told.end("whole") < row.evidence[0].span.start:
        return None
    if bool(told["hurt"] or told["wounded"]) != (row.effect == "injured"):
        return None
    few, many = number_of(row), parse_count(told["whole"]).low
    if few is None or many is None or not 0 < few < many:
        return None
    quote = document.quote(*told.span("whole"))
    return replace(row, raw=quote.quote, group=None, count=None, evidence=(quote,))


def mark_shares(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with "three of the dead" and a speaker's "two of her colleagues" as part of the dead told before them.

    Whoever says so counts nobody anew. The largest number holds them; of people under arms a speaker's own may be others.
    """
    found = list(rows)
    for at, row in enumerate(found):
        if row.part_of is not None or row.score is None or not row.evidence or not number_of(row):
            continue
        of_dead = row.effect == "killed" and _OF_THE_DEAD.search(row.raw) is not None
        if not of_dead and not _are_his_own(text, row):
            continue
        wholes = [i for i in range(at) if _may_hold(text, found[i], row) and (of_dead or head_of(found[i]) in ANYBODY)]
        if wholes:
            found[at] = replace(row, part_of=max(wholes, key=lambda i: number_of(found[i]) or 0))
    return tuple(found)


def _are_his_own(text: str, row: Harm) -> bool:
    """True for "two of her colleagues", behind a verb of saying in their sentence, of nobody under arms."""
    start = row.evidence[0].span.start
    if kind_of(row.group_type) in _ARMED or _OF_HIS_OWN.match(row.raw) is None:
        return False
    before = text[sentence_start(text, start) : start]
    return _SAID.search(before) is not None and _FURTHER.search(before[-20:] + row.raw) is None


def _may_hold(text: str, whole: Harm, row: Harm) -> bool:
    if whole.effect != row.effect or whole.part_of is not None or not whole.evidence:
        return False
    apart = sentence_at(text, whole.evidence[0].span.start) != sentence_at(text, row.evidence[0].span.start)
    return apart and (number_of(whole) or 0) > (number_of(row) or 0)
