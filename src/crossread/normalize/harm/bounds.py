"""A number told by its two bounds: "killed at least six and as many as eight civilians" is six to eight, no two numbers.

So is one that its speaker is not sure of: "ten, I think ten or eleven people" are ten to eleven.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.records import Count, Document, Harm

_GAP = re.compile(r",?\s+(?:and|but|or)\s+(?:possibly\s+|perhaps\s+|maybe\s+)?", re.IGNORECASE)

_UNSURE = re.compile(
    r"\s*(?:,|\.\.\.|…|-+|–|—)?\s+(?:or\s+)?(?:(?:I|we)\s+(?:think|believe|guess)|maybe|perhaps|possibly)(?:\s+(?:it\s+was|they\s+were|even|about|around))?,?\s+"
    r"|,?\s+or\s+",
    re.IGNORECASE,
)
_MAYBE_BEHIND = re.compile(r"[^,.;:\d]{0,40},\s+(?:or\s+)?(?:maybe|perhaps|possibly|(?:I|we)\s+think)\s+", re.IGNORECASE)
_SURE = ("exact", "about", "range")


def join_bounds(document: Document, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with a lower and an upper bound that "and" joins as one range; no hand-coded report has both in two rows.

    So where the second is told as what the number may be instead ("ten, maybe eleven"), none of the two bound by words.
    """
    found, gone = list(rows), set[int]()
    for at in range(1, len(found)):
        first, last = found[at - 1], found[at]
        joined = _are_bounds(document.text, first, last) or _is_unsure(document.text, first, last)
        if at - 1 in gone or not joined or any(row.part_of == at for row in found):
            continue
        assert first.count is not None
        assert last.count is not None
        whole = document.quote(first.evidence[0].span.start, last.evidence[0].span.end)
        count = Count(low=first.count.low, high=last.count.high, qualifier="range")
        kinder = last if last.group else first
        found[at - 1] = replace(
            first, raw=whole.quote, count=count, group=kinder.group, group_type=kinder.group_type, evidence=(whole,)
        )
        gone.add(at)
    return without_rows(found, gone)


def _are_bounds(text: str, first: Harm, last: Harm) -> bool:
    """True for "at least six" and "as many as eight civilians", where only one of the two says who they are."""
    if not first.evidence or not last.evidence or None in (first.score, last.score) or (first.group and last.group):
        return False
    if (first.effect, first.part_of, first.speaker) != (last.effect, None, last.speaker) or not first.count or not last.count:
        return False
    if (first.count.qualifier, last.count.qualifier) != ("at_least", "at_most"):
        return False
    low, high = first.count.low, last.count.high
    between = _GAP.fullmatch(text, first.evidence[0].span.end, last.evidence[0].span.start)
    return between is not None and low is not None and high is not None and low < high


def _is_unsure(text: str, first: Harm, last: Harm) -> bool:
    """True for "ten" and "eleven people" or "ten or eleven people" behind it, where only one of the two says who they are.

    So for "eight people" and "nine" of "eight people were killed, maybe nine, when".
    """
    if not first.evidence or not last.evidence or None in (first.score, last.score) or bool(first.group) == bool(last.group):
        return False
    if (first.effect, first.part_of, first.speaker) != (last.effect, None, last.speaker) or not first.count or not last.count:
        return False
    if first.count.qualifier not in _SURE or last.count.qualifier not in _SURE:
        return False
    low, high = first.count.low, last.count.high
    span = (first.evidence[0].span.end, last.evidence[0].span.start)
    between = _UNSURE.fullmatch(text, *span) if last.group else _MAYBE_BEHIND.fullmatch(text, *span)
    return between is not None and low is not None and high is not None and low < high <= 2 * low
