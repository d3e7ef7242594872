"""Dead who may not be dead: "three soldiers may have been killed" is at most three, "five to seven may have" five to seven.

Who "is feared dead" or "believed to have been killed" is counted as told, as all five of these in hand-coded reports are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.normalize.worded import Worded
from crossread.records import Count, Harm

REACH = 80  # characters behind people in which it is told that it may have befallen them
_DONE = (
    r"(?:(?P<killed>killed|died|executed|perished|drowned)|(?P<injured>wounded|injured|hurt)|(?P<abducted>abducted|kidnapped)"
    r"|(?P<detained>arrested|detained))"
)
_MAY_BE = re.compile(
    r"(?:\s+(?!who\b|and\b|but\b|were\b|was\b)[\w'’-]+){0,5}?\s+(?:may|might)\s+(?:also\s+|well\s+)?"
    rf"(?:have\s+(?:also\s+)?(?:been\s+)?(?:\w+ly\s+)?{_DONE}(?:\s+and\s+(?:then\s+)?(?P<dead_too>killed|murdered|executed))?"
    r"|be\s+(?P<dead>dead|among\s+the\s+dead))\b",
    re.IGNORECASE,
)
_MAY_HAVE = Worded(
    "have possible",
    rf"(?:\b(?:may|might)\s+have\s+(?:also\s+)?{_DONE}|\bit\s+is\s+(?P<open>possible)\s+that)\s+(?:another\s+|also\s+)?$",
    re.IGNORECASE,
)

# "May have been killed by a landmine", "in a feud": what killed them is in doubt, that they are dead is not
_CAUSE = re.compile(
    r"\s+(?:by\s+(?!the\s+time|then\b|now\b|(?-i:[A-Z])\w+day\b)\w|in\s+(?:an?\s|(?:the\s+)?cross-?fire\b|friendly\s|retaliation|revenge|reprisal|error))",
    re.IGNORECASE,
)


def settle_perhaps(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with the number of those to whom it only may have happened as the most they are; others stay as they are."""
    return tuple(_settled(text, row) for row in rows)


def _settled(text: str, row: Harm) -> Harm:
    count = row.count
    if row.score is None or not row.evidence or count is None or not count.high or count.qualifier not in ("exact", "about"):
        return row
    span = row.evidence[0].span
    start = max(sentence_start(text, span.start), span.start - REACH)
    behind = _MAY_BE.match(text, span.end, span.end + REACH)
    if behind is not None and row.effect == "killed" and _CAUSE.match(text, behind.end()):
        return row
    told = behind or _MAY_HAVE.search(text, start, span.start)
    effects = {name for name, word in told.groupdict().items() if word} if told else set()
    if not effects & ({row.effect, "open"} | ({"dead", "dead_too"} if row.effect == "killed" else set())):
        return row
    return replace(row, count=Count(low=None, high=count.high, qualifier="at_most"))
