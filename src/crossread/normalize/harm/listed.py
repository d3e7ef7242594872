"""People listed out of those who were counted before: "Those killed included two teachers", "and killed both of them".

They are no more dead. Hand-coded reports list people so some 25 times, always out of those counted, where any are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.alike import kind_of
from crossread.normalize.harm.sentence import sentence_of
from crossread.normalize.harm.words import number_of
from crossread.normalize.worded import Worded
from crossread.records import Document, Harm

_FATE = (
    r"(?:(?P<dead>dead|killed|slain|fatalities|deaths|martyrs|deceased|bodies)|(?P<hurt>injured|wounded)"
    r"|victims|casualties)"
)
_HEAD = rf"(?:the|those|these|its|their)\s+(?:(?:confirmed|civilian|\d+)\s+)*{_FATE}"
# Behind the words stands a list, and nobody of whom something else is told.
_LIST = r"(?:(?![.;:]|\b(?:while|but|whereas|who\s+were|wounded|injured|killed|kidnapped|abducted|arrested)\b).)*"
_INCLUDED = Worded(
    "comprise include",
    rf"(?:\A|[.!?\n]\s*|,\s+|\b(?:that|and|said)\s+){_HEAD}\b[^.;:,\d]{{0,40}}?\b(?:includ(?:e|es|ed)|compris(?:e|es|ed))\b{_LIST}\Z",
    re.IGNORECASE | re.DOTALL,
)
_AMONG = Worded(
    "among",
    rf"(?:\A|[.!?\n]\s*|\b(?:that|and|said)\s+)(?:among|amongst)\s+{_HEAD}\b[^.;:,\d]{{0,40}}?\b(?:were|was|are|is)\b{_LIST}\Z",
    re.IGNORECASE | re.DOTALL,
)
_BOTH_OF_THEM = re.compile(r"(?:both|all\s+[\w-]+|the\s+[\w-]+)(?:\s+of\s+them)?", re.IGNORECASE)
_HELD = ("abducted", "detained")
_TAKEN = re.compile(
    r"\b(?:kidnapp\w*|abduct\w*|taken|seized|captur\w*|detain\w*|arrest\w*|held|snatched|carried off|led away|missing)\b",
    re.IGNORECASE,
)
_FOES = ({"armed", "civilian"}, {"armed", "state"})


def listed_in(document: Document, rows: Sequence[Harm], index: int) -> int | None:
    """The number before row `index` that holds it where its sentence lists who was among the dead or the hurt.

    One of people of the same kind comes first, the nearest of these, else the largest that may hold it: no rebels hold
    civilians.
    """
    row = rows[index]
    before = sentence_of(document.text, row).before
    told = _opening(before)
    if told is None or not _befell(told, row):
        return None
    start, number = row.evidence[0].span.start, number_of(row) or 1
    wholes = [
        i
        for i, other in enumerate(rows[:index])
        if other.effect == row.effect
        and other.part_of is None
        and other.evidence
        and other.evidence[0].span.end <= start - len(before)
        and (number_of(other) or 0) > number
        and {kind_of(other.group_type), kind_of(row.group_type)} not in _FOES
    ]
    same = [i for i in wholes if rows[i].group_type == row.group_type]
    return same[-1] if same else max(wholes, key=lambda i: number_of(rows[i]) or 0, default=None)


def with_listed_fate(document: Document, rows: Sequence[Harm]) -> list[Harm]:
    """The rows with the four children of "those wounded included four children" as injured, whatever they were taken for.

    Also for abducted, where a sentence behind tells of others who were.
    """
    found = []
    for row in rows:
        free = bool(row.evidence) and row.score is not None and row.part_of is None
        hit = free and (row.effect in ("killed", "injured") or (row.effect in _HELD and not _is_held(document, row)))
        told = _opening(sentence_of(document.text, row).before) if hit else None
        fate = ("killed" if told["dead"] else "injured" if told["hurt"] else row.effect) if told else row.effect
        found.append(row if fate == row.effect else replace(row, effect=fate))
    return found


def _is_held(document: Document, row: Harm) -> bool:
    """True where its sentence goes on to tell that these were taken: "The dead include two men, and six were seized"."""
    return _TAKEN.search(sentence_of(document.text, row).behind) is not None


def _opening(before: str) -> re.Match[str] | None:
    return _INCLUDED.search(before) or _AMONG.search(before)


def _befell(told: re.Match[str], row: Harm) -> bool:
    if told["dead"] or told["hurt"]:
        return row.effect == ("killed" if told["dead"] else "injured")
    return row.effect in ("killed", "injured", "casualties")


def settle_taken_then_killed(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows of "took a mayor and his driver … and killed both of them" with the two as taken, and both as killed once."""
    found = list(rows)
    for at in range(2, len(found)):
        first, last, both = found[at - 2 : at + 1]
        if both.effect != "killed" or not _BOTH_OF_THEM.fullmatch(both.raw) or not _are_they(text, first, last, both):
            continue
        taken = next((row.effect for row in (first, last) if row.effect in _HELD), None)
        if taken is not None and {first.effect, last.effect} == {"killed", taken}:
            found[at - 2], found[at - 1] = replace(first, effect=taken), replace(last, effect=taken)
    return tuple(found)


def _are_they(text: str, first: Harm, last: Harm, both: Harm) -> bool:
    """True for two rows joined by "and" that make the number together."""
    if not (first.evidence and last.evidence and both.evidence) or both.score is None:
        return False
    if any(row.part_of is not None or row.score is None for row in (first, last)):
        return False
    between = text[first.evidence[0].span.end : last.evidence[0].span.start].strip(" ,")
    total = (number_of(first) or 0) + (number_of(last) or 0)
    return between == "and" and total == number_of(both)
