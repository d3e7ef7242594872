"""What an act is compared with, or comes a while after, is another act: "the deadliest since a 2009 bombing that killed 168".

Of seven such sentences in hand-coded reports six tell the earlier act as a claim of its own, and none gives the later one its
dead, its day or its doers.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.extract.heads import Mention

_ACT = (
    r"(?:attacks?|blasts?|bombings?|bombs?|explosions?|ambush(?:es)?|air\s?strikes?|shootings?|killings?|shelling|massacre|kidnapping"
    r"|abduction|raids?|assault|bombers?|gunm[ae]n|assassination|clash(?:es)?|riots?|coup)\b"
)
_WORST = re.compile(
    r"\b(?:deadliest|worst|bloodiest|heaviest|biggest|largest|first|most\s(?:deadly|serious|violent|lethal))\b[^.;\n]{0,80}?"
    rf"\b(?P<at>since)\s(?:an?\s|the\s|\d{{4}},?\s|last\s|in\s|[A-Z]\w+\s\d{{4}},?\s)[^.;\n]{{0,60}}?{_ACT}"
)
_YEARS_AFTER = re.compile(
    r",?\s(?P<at>(?:(?:exactly|just|nearly|almost|about|over|more\sthan|less\sthan)\s)*"
    r"(?:an?|\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\s(?:years?|decades?)"
    rf"\s(?:to\sthe\sday\s)?(?:after|since)\s)(?:an?|the|another|\w+[’']s|[a-z]+)\s[^.;\n]{{0,60}}?{_ACT}",
    re.IGNORECASE,
)
# "The blast in Kabul on Tuesday came a day after a bomber killed nine in Jalalabad"
_CAME_AFTER = re.compile(
    r"\b(?:came|comes|coming|occurred|happened|took\splace|followed)\s"
    r"(?P<at>(?:(?:just|only|barely|less\sthan|more\sthan|about|nearly)\s)*"
    r"(?:(?:an?|\d+|one|two|three|four|five|six|seven|ten|several|a\sfew)\s)?(?:hours?|days?|weeks?|months?)\safter\s)",
    re.IGNORECASE,
)


def find_compared(text: str, told: Sequence[Mention]) -> tuple[int, int, int] | None:
    """The sentence's first word, where the earlier act begins, and its end; None where not both acts have a trigger.

    `told` are the triggers and mentions of one sentence in the order of their places.
    """
    if not told:
        return None
    start, end = told[0].start, max(mention.end for mention in told)
    found = _WORST.search(text, start, end) or _YEARS_AFTER.search(text, start, end) or _CAME_AFTER.search(text, start, end)
    if found is None:
        return None
    at = found.start("at")
    acts = [mention.start for mention in told if mention.category == "trigger"]
    return (start, at, end) if any(act < at for act in acts) and any(act > at for act in acts) else None
