"""Sentences that tell two acts: "killed 34 in Lahore, hours after a bomber killed nine in Peshawar" is cut between the two.

Of 59 coded sentences with such words between an act, its dead and its place and another act, its dead and its place, 53 tell
two claims, and five of the other six are texts in capitals whose sentences do not end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.extract.heads import Mention, Reading

SURE = 0.3  # a trigger or mention is taken for told from here on
_ACT = (
    r"(?:\w+\s){0,2}(?:attack|blast|bomb\w*|explosion|raid|ambush|clash|strike|shooting|incident|assault|mine|grenade|rocket|drone"
    r"|car|suicide|gunmen|group)"
)
_BETWEEN = re.compile(
    r";\s|,?\s(?:(?:just|only|barely|a few|several|two|three)\s)*(?:hours?|days?|minutes?|weeks?|months?)\s(?:after|before)\s"
    r"|,?\s(?:while|whereas|or)\s|,?\sand\s(?=(?:in|at|near|on|elsewhere|separately)\s)"
    rf"|(?:,|;)?\s(?:and\s|in\s)?(?:another|an?\s(?:second|third|separate|similar))\s(?={_ACT})"
    r"|,\sand\s(?=(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|\d+|gunmen|militants|police)\s)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|several|hundreds)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z]\w+")
_NO_SITE = re.compile(r"\b(?:hospital|clinic|morgue)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A sentence that tells an act before and another behind the character `at`."""

    start: int
    at: int
    end: int

    def parts(self, one: int, other: int) -> bool:
        """True for two places of the sentence on either side."""
        low, high = min(one, other), max(one, other)
        return self.start <= low < self.at <= high < self.end


def find_cuts(text: str, readings: Sequence[Reading]) -> tuple[Cut, ...]:
    """The cuts of a text: the first word between two acts in a sentence that gives each its dead or hurt and its place."""
    return tuple(cut for reading in readings for cut in _iter_cuts(text, reading))


def are_parted(cuts: Sequence[Cut], one: int, other: int) -> bool:
    """True for two places of the text that a cut parts."""
    return any(cut.parts(one, other) for cut in cuts)


def _iter_cuts(text: str, reading: Reading) -> Iterator[Cut]:
    sentences: dict[int, list[Mention]] = {}
    for mention in (*reading.triggers, *reading.mentions):
        if mention.score >= SURE and reading.passage.owned[mention.first]:
            sentences.setdefault(mention.sentence, []).append(mention)
    for told in sentences.values():
        start, end = min(m.start for m in told), max(m.end for m in told)
        for match in _BETWEEN.finditer(text, start, end):
            left = [m for m in told if m.end <= match.end()]
            right = [m for m in told if m.start >= match.start()]
            if _tells_an_act(text, left) and _tells_an_act(text, right):
                yield Cut(start=start, at=match.start(), end=end)
                break


def _tells_an_act(text: str, told: Sequence[Mention]) -> bool:
    """True for words with a trigger, a number of people and a place with a name."""
    words = {kind: [text[m.start : m.end] for m in told if m.category == kind] for kind in ("harm", "place")}
    return (
        any(m.category == "trigger" for m in told)
        and any(_NUMBER.search(harm) for harm in words["harm"])
        and any(_NAME.search(place) and not _NO_SITE.search(place) for place in words["place"])
    )
