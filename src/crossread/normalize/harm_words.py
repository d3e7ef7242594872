"""What the words of a harm row tell of the people in it: their number, their noun, whether it is somebody's name."""

from __future__ import annotations

import re

from crossread.records import Harm

POINTING = re.compile(r"^(?:all\s+(?:of\s+)?)?(?:the|this|that|these|those|both|all)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:an?|one)\s", re.IGNORECASE)
YOUNG = frozenset("baby infant toddler newborn child".split())
NOBODY_ELSE = frozenset("people persons victims dead individuals bodies casualties others fatalities".split())
UNNAMED = NOBODY_ELSE | frozenset("one two three four five six seven eight nine ten".split()) | {""}
_NAME = re.compile(r"^[A-Z][\w'’.-]*(?:\s(?:[A-Z][\w'’.-]*|al|bin|de|van|von|ag|ould))*$")
SEX = {
    "m": frozenset("man boy father husband brother son male men boys brothers sons uncle grandfather gunman".split()),
    "f": frozenset("woman girl mother wife sister daughter female women girls sisters daughters aunt grandmother".split()),
}
# Words that may stand for anybody; "old" is the end of "a 19-year-old".
ANYBODY = frozenset(
    "person people victim victims man woman boy girl men women child children one two three four five six old teen teens "
    "teenager teenagers youth youths adult adults individual individuals resident residents male female males females dead "
    "deaths body bodies lives infant baby toddler kids driver passenger student other others shot wounded killed".split()
)


def number_of(row: Harm) -> int | None:
    """The number of people, the lower one of two; None where it is vague or not told."""
    count = row.count
    if count is None or count.qualifier in ("vague", "unstated"):
        return None
    return count.low if count.low is not None else count.high


def head_of(row: Harm) -> str:
    """The noun that counts ("guards" of "two guards in Gao"), in small letters; "" where there is none."""
    words = re.findall(r"[^\W\d_]+", re.split(r",|\b(?:of|from|in|who|including|at)\b", row.group or row.raw)[0].lower())
    return words[-1] if words else ""


def is_name(row: Harm) -> bool:
    """True for the name of a person, with or without a nickname and an age: 'Issa "Easy" Ba, 40'."""
    return (
        _NAME.match(re.sub(r"\s[\"“‘'][^\"”’']+[\"”’']", "", row.raw).split(",")[0]) is not None
        and _ARTICLE.match(row.raw) is None
        and POINTING.match(row.raw) is None
        and head_of(row) not in ANYBODY
    )
