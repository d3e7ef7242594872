"""Whom a speaker says his own side killed: the enemy's dead, which are no part of those whom the act killed.

"14 people were killed, residents said. The army gave a toll of nine dead and said it killed five militiamen": that nine and
five make 14 is chance. None of 355 hand-coded reports has a sum of this kind.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.harm.alike import kind_of
from crossread.records import Harm

_SAID_TO_KILL = re.compile(
    r"[^.;]*\b(?:sa(?:id|ys|ying)|add(?:ed|s|ing)|claim(?:ed|s|ing)|announced|stated|reported|(?:and|but|while) that)\s"
    r"(?:that\s)?[^.;,]{0,60}\b(?:killed|killing|shot dead|gunned down|neutrali[sz]ed|eliminated|shot and killed)\s"
    r"(?:at least\s|about\s|some\s|up to\s)?",
    re.IGNORECASE,
)


def kills_others(text: str, first: Harm, second: Harm) -> bool:
    """True for two numbers of one sentence of which the second counts fighters whom the speaker's side killed in its turn."""
    if (
        not first.evidence
        or not second.evidence
        or kind_of(second.group_type) != "armed"
        or first.group_type == second.group_type
    ):
        return False
    return _SAID_TO_KILL.fullmatch(text, first.evidence[0].span.end, second.evidence[0].span.start) is not None
