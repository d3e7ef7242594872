"""Numbers whose own words say what they count: "379 casualties" are killed or hurt, "mortally wounded" is dead.

Of "any" whom somebody denies there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.words import number_of
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
# "12 casualties. (Seven of them) were killed", "six people were shot, (one) fatally"
_OF_THEM = re.compile(r"(?:[\w-]+\s+){1,4}?of\s+(?:them|whom|these|those)\b", re.IGNORECASE)
_FATALLY = re.compile(r"\s+(?:of\s+them\s+|of\s+whom\s+)?(?:fatally|mortally|to\s+death)\b", re.IGNORECASE)
_APART = 160  # characters from those who were hit to those of them who died
NOBODY = Count(low=0, high=0, qualifier="exact")
_REACH = 50  # characters before a number in which "mortally wounded" has it as its object


def settle_named_harm(document: Document, rows: Sequence[Harm]) -> list[Harm]:
    """The rows with the effect that their own words give; rows without evidence and those of people (no score) stay.

    Of 224 coded rows that end in "casualties" 223 are casualties, also where the dead and the hurt among them are told. The
    two people coded as "fatally wounded" are dead.
    """
    return [_settled(document.text, row) for row in rows]


def mark_of_casualties(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with "seven of them" and "one fatally" as part of the casualties, or of those shot, told right before.

    So are all three such rows of hand-coded reports; the dead and the wounded whom casualties are made of are none.
    """
    return tuple(replace(row, part_of=at - 1) if _is_of_casualties(text, rows, at) else row for at, row in enumerate(rows))


def _is_of_casualties(text: str, rows: Sequence[Harm], at: int) -> bool:
    row, whole = rows[at], rows[at - 1] if at else None
    if whole is None or whole.effect != "casualties" or whole.part_of is not None or not whole.evidence or not row.evidence:
        return False
    if row.score is None or row.part_of is not None or row.effect not in ("killed", "injured"):
        return False
    start, end = row.evidence[0].span.start, row.evidence[0].span.end
    near = 0 <= start - whole.evidence[0].span.end <= _APART
    fewer = 0 < (number_of(row) or 0) < (number_of(whole) or 0)
    fatally = _FATALLY.match(text, end) is not None or _FATALLY.search(row.raw) is not None
    return near and fewer and (fatally or _OF_THEM.match(text, start) is not None)


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
