"""Rival counts in one report: each is laid to the speaker who gives it, so that nobody adds them up.

"Elders say eight patients and a nurse died. A spokesman for the group put the number of dead at 17." is 9 or 17, not 26.
Only rows that would otherwise be added are looked at; what is told again, or is part of another row, has been settled before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crossread.normalize.harm_words import POINTING, head_of, number_of
from crossread.normalize.sentences import sentence_at
from crossread.records import Count, Harm, Span, Speaker

_MORE = re.compile(
    r"\b(?:an?other|others?|more|further|additional|second|third|fourth|also|too|separately|elsewhere|earlier|later)\b", re.I
)
_TOTAL = re.compile(r"\b(?:toll|number|count|figure|total|tally|dead)\b[^.!?]{0,40}$", re.I)
_DEATHS = re.compile(
    r"(?:(?:only|just|at least|about)\s)?[\w-]+\s+(?:deaths?|dead|fatalit(?:y|ies))$", re.I
)  # "spoke of one death"
_LOOSE = frozenset("names people persons victims dead deaths bodies others killed injured wounded casualties lives".split())


def lay_rival_tolls(text: str, rows: Sequence[Harm], speakers: Sequence[Speaker]) -> tuple[Harm, ...]:
    """As `lay_to_speakers`, for what must not be taken for a part: before retellings and parts are looked for.

    Only a bare toll of another speaker ("put the number of dead at 17"), and a number of the same noun, or of none, beside one
    that is the word of those who speak for the doer ("claimed to have killed 14 soldiers. The command said that five soldiers
    died", "three soldiers were killed, an officer said. The group claimed eight"). Who says that nobody died says so alone.
    """
    claiming = {speaker.name or speaker.raw for speaker in speakers if speaker.role == "claims"}
    voices = _voices(text, rows, speakers)

    def is_rival(first: int, again: int) -> bool:
        one, other = rows[first], rows[again]
        if voices[first] == voices[again] or one.count == other.count or one.effect != other.effect:
            return False
        by_doer = len({voices[first], voices[again]} & claiming) == 1
        if by_doer and _is_bare(text, one, other):
            return True
        if not _rival(text, one, other):
            return False
        if other.group is None:
            return True
        several = all((number_of(row) or 0) > 1 and not POINTING.match(row.raw) for row in (one, other))
        return several and _noun(one) == _noun(other) and by_doer

    rows = [replace(row, speaker=voices[at]) if at in voices and _is_denial(row, rows) else row for at, row in enumerate(rows)]
    return _laid(rows, voices, {at for at in voices if any(is_rival(i, at) for i in voices if i < at)})


def _is_denial(row: Harm, rows: Sequence[Harm]) -> bool:
    """True for the "nobody" of "the ministry said that nobody had died" where the report counts dead."""
    others = (other for other in rows if other.effect == row.effect)
    return row.count is not None and row.count.high == 0 and any(other.count and (other.count.low or 0) > 0 for other in others)


def lay_to_speakers(text: str, rows: Sequence[Harm], speakers: Sequence[Speaker]) -> tuple[Harm, ...]:
    """The rows with `speaker` set where two speakers count the same people; all other rows are as they were.

    Rows are rivals if a speaker of their own stands in the sentence of each, not the same one, and the second is a bare number
    of a toll ("put the number of dead at 17") or counts people of the same noun and says nothing of further ones. Where the
    report also counts in its own voice, that count and the one it is added to stand, and only the rival gets its speaker.
    """
    voices = _voices(text, rows, speakers)
    rivals = {
        at
        for at, row in enumerate(rows)
        if at in voices and any(_rival(text, rows[i], row) for i in voices if i < at and voices[i] != voices[at])
    }
    return _laid(rows, voices, rivals)


def _laid(rows: Sequence[Harm], voices: Mapping[int, str], rivals: set[int]) -> tuple[Harm, ...]:
    contested = {rows[at].effect for at in rivals}
    own = {row.effect for at, row in enumerate(rows) if at not in voices and row.part_of is None and _told(row.count)}
    marked = {at for at in voices if at in rivals or rows[at].effect in contested - own}
    return tuple(replace(row, speaker=voices[at]) if at in marked else row for at, row in enumerate(rows))


def _voices(text: str, rows: Sequence[Harm], speakers: Sequence[Speaker]) -> Mapping[int, str]:
    """For each row that stands for itself, the speaker in whose sentence it is: the last one before it, or else the first."""
    spans = [(evidence.span, speaker.name or speaker.raw) for speaker in speakers for evidence in speaker.evidence]
    found = {}
    for at, row in enumerate(rows):
        if row.part_of is not None or row.speaker is not None or not row.evidence or not _told(row.count):
            continue
        span = row.evidence[0].span
        beside = [told for told in spans if sentence_at(text, told[0].start) == sentence_at(text, span.start)]
        if beside:
            found[at] = _nearest(beside, span)
    return found


def _nearest(beside: Sequence[tuple[Span, str]], span: Span) -> str:
    before = [told for told in beside if told[0].start <= span.start]
    return max(before, key=lambda told: told[0].start)[1] if before else min(beside, key=lambda told: told[0].start)[1]


def _rival(text: str, first: Harm, again: Harm) -> bool:
    """True where the second row counts those of the first anew."""
    if first.effect != again.effect:
        return False
    start = again.evidence[0].span.start
    if _MORE.search(text[max(0, start - 12) : start] + again.raw):
        return False
    if _DEATHS.match(again.raw):
        return True
    if again.group is None:
        return _TOTAL.search(text[max(0, start - 80) : start]) is not None
    return _noun(again) in _LOOSE or _noun(first) == _noun(again)


def _is_bare(text: str, first: Harm, again: Harm) -> bool:
    """True for "claimed eight": a number alone, in a later sentence than the people it counts anew, and not of further ones."""
    span = again.evidence[0].span
    before = text[max(0, span.start - 12) : span.start]
    alone = again.group is None and len(again.raw.split()) <= 3
    return alone and first.group is not None and not _MORE.search(before + again.raw + text[span.end : span.end + 12])


def _noun(row: Harm) -> str:
    noun = head_of(row)
    return noun if noun in _LOOSE else noun.rstrip("s")


def _told(count: Count | None) -> bool:
    return count is not None and (count.low is not None or count.high is not None)
