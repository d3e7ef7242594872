"""An act that is only said of a doer of another: "the militia, which killed 40 people in Bunia in May, attacked a camp"."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.clauses import iter_said_of
from crossread.extract.heads import Mention

LEAD = 40  # characters of a sentence before its first mention


def find_said_of(text: str, told: Sequence[Mention]) -> tuple[int, int, int] | None:
    """Where the clause begins, where it ends, and the end of the sentence; None unless a trigger stands behind it.

    `told` are the triggers and mentions of a sentence in the order of their places.
    """
    if not told:
        return None
    start, end = max(0, told[0].start - LEAD), max(mention.end for mention in told)
    triggers = [mention.start for mention in told if mention.category == "trigger"]
    for begin, back in iter_said_of(text, start, end):
        if any(at > back for at in triggers):
            return begin, back, end
    return None
