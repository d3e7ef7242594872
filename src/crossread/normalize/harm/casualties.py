"""Numbers whose own words say what they count: "379 casualties" are killed or hurt, "mortally wounded" is dead.

Of "any" whom somebody denies there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crossread.records import Count, Document, Harm

_CASUALTIES = re.compile(r"(?<!no )(?<!fatal )\bcasualt(?:y|ies)", re.IGNORECASE)
_AMONG = re.compile(r"\s+(?:among|amongst|from|on|in\s+the\s+ranks\s+of)\b", re.IGNORECASE)
_DEADLY = re.compile(r"\b(?:fatal|dead|killed)\b", re.IGNORECASE)
_WOUNDED = r"(?:mortally|fatally)[\s-]+(?:wound|injur|hurt|hit|stab|burn|shoot|shot)\w*"
_MORTALLY = re.compile(rf"\b{_WOUNDED}\s+(?:at least\s+|about\s+|some\s+|another\s+|the\s+|an?\s+)?$", re.IGNORECASE)
_MORTAL = re.compile(rf"\b{_WOUNDED}", re.IGNORECASE)
_WERE_MORTALLY = re.compile(
    rf"\s+(?:(?:was|were|been|had|has|have|also|being|reportedly|left)\s+){{0,3}}(?:shot\s+and\s+)?{_WOUNDED}", re.IGNORECASE
)
# "denies that (any civilian) was hit"
_ANY = re.compile(r"(?:any|a\s+single)\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|reject(?:s|ed|ing)?|disput(?:e|es|ed|ing))\s+(?:[\w'’-]+\s+){0,4}?that\s+(?:there\s+(?:were|was|had\s+been)\s+)?$"
    r"|\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing))\s+(?:having\s+)?(?:kill|injur|wound|hurt|hitt?|caus)(?:ed|ing)?\s+$",
    re.IGNORECASE,
)
NOBODY = Count(low=0, high=0, qualifier="exact")
_REACH = 50  # characters before a number in which "mortally wounded" has it as its object


def settle_named_harm(document: Document, rows: Sequence[Harm]) -> list[Harm]:
    """The rows with the effect that their own words give; rows without evidence and those of people (no score) stay.

    Of 224 coded rows that end in "casualties" 223 are casualties, also where the dead and the hurt among them are told. The
    two people coded as "fatally wounded" are dead.
    """
    return [_settled(document.text, row) for row in rows]


def _settled(text: str, row: Harm) -> Harm:
    if row.score is None or not row.evidence:
        return row
    start = row.evidence[0].span.start
    if _ANY.match(row.raw) and _DENIED.search(text, max(0, start - _REACH), start):
        return replace(row, count=NOBODY)
    if row.effect in ("killed", "injured") and _says_casualties(row.raw):
        return replace(row, effect="casualties")
    return replace(row, effect="killed") if row.effect == "injured" and _died_of_it(text, row) else row


def _says_casualties(raw: str) -> bool:
    told = _CASUALTIES.search(raw)
    return (
        told is not None
        and (told.end() == len(raw) or _AMONG.match(raw, told.end()) is not None)
        and _DEADLY.search(raw) is None
    )


def _died_of_it(text: str, row: Harm) -> bool:
    span = row.evidence[0].span
    if _MORTAL.search(row.raw) or _WERE_MORTALLY.match(text, span.end):
        return True
    return _MORTALLY.search(text, max(0, span.start - _REACH), span.start) is not None
