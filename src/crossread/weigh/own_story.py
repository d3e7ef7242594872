"""Whom a party says that it killed where it denies what it is accused of: its own story, and its word about its enemy."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.records import Claim, Document, Harm
from crossread.weigh.denials import list_deniers

_FIGHTING = (
    "state_forces",
    "foreign_forces",
    "police",
    "rebel_group",
    "political_militia",
    "communal_militia",
    "unidentified_armed_group",
)
_LONGEST = 400  # characters before the number that are looked at
_END = re.compile(r"(?<!\b[A-Z])[.!?][\"”’)]*\s+(?=[\"“(A-Z])|\n")
_DENIES = r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing))\b"
_SAYS = r"(?:sa(?:ys?|id)|claim(?:s|ed)?|insist(?:s|ed)?|maintain(?:s|ed)?|assert(?:s|ed)?|stat(?:es|ed)|argu(?:es|ed))"
_SAYING = r"(?:saying|claiming|insisting|maintaining|asserting|stating|arguing)"
_IT = r"(?:it|they|he|she|the\s+(?:group|army|military|movement|militia|rebels|junta|government|spokes(?:man|woman|person)))"
# "denied … and said that it had killed", "denied …, saying it killed": nobody else is named as the one who says it
_IN_ONE = re.compile(
    rf"{_DENIES}.*?(?:(?:\band|\bbut|[,;])\s+(?:{_IT}\s+)?(?:instead\s+|rather\s+|only\s+)?{_SAYS}|\b{_SAYING})\b",
    re.IGNORECASE | re.DOTALL,
)
_GOES_ON = re.compile(rf"{_IT}\s+(?:instead\s+|also\s+|rather\s+)?{_SAYS}\b|instead,?\s+{_IT}\s+{_SAYS}\b", re.IGNORECASE)


def told_by_denier(claim: Claim, rows: Sequence[Harm], document: Document | None) -> str | None:
    """The one party that denies the act and tells its enemy's dead instead: "denied it and said it had killed nine militiamen".

    Nobody else stands for such a number, whether the claim is told as denied or by somebody; None where another number is
    denied ("denied having killed nine militiamen") or somebody else tells it. Of the numbers of armed people in 86 hand-coded
    claims told as denied one stands so.
    """
    deniers = list_deniers(claim)
    if len(set(deniers)) != 1 or document is None or not rows:
        return None
    if any(row.group_type not in _FIGHTING or not row.evidence or row.speaker is not None for row in rows):
        return None
    return deniers[0] if all(_is_told_beside(claim, row, document.text) for row in rows) else None


def _is_told_beside(claim: Claim, row: Harm, text: str) -> bool:
    start = row.evidence[0].span.start
    since = max(0, start - _LONGEST)
    sentences = _END.split(text[since:start])
    here, before = sentences[-1], sentences[-2] if len(sentences) > 1 else ""
    said = _IN_ONE.search(here) or (_GOES_ON.match(here) if re.search(_DENIES, before, re.IGNORECASE) else None)
    if said is None:
        return False
    others = [one.span.start for voice in claim.speakers if voice.role != "denies" for one in voice.evidence]
    return not any(start - len(here) + said.start() < at < start for at in others)
