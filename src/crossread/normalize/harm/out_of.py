"""How many were taken, or fell, where the report tells of some: "three of four engineers kidnapped on Friday are back".

In all four hand-coded abductions told so the number taken is the whole one ("18 of the 26 crew were taken off" is none of
them: there the taking is what befell the 18). So it is of "most of the 108 people killed were executed",
which tells of 108 dead; the one hand-coded "several of the 38 injured were in critical condition" has the 38.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.languages import load_language
from crossread.records import Document, Harm

_NUMBERS = "|".join(("one", *(word for word in load_language("en").numbers if word.isalpha())))
_OUT_OF = re.compile(
    rf"(?:all\s+but\s+)?(?:an?other\s+|the\s+)?(?:\d+|{_NUMBERS}|most|some|several|half|all|many)\s+(?:out\s+)?of\s+"
    rf"(?:the\s+|these\s+|those\s+|its\s+|their\s+)?"
    rf"(?P<whole>(?:at least\s+|about\s+|some\s+|more than\s+)?(?:\d+|{_NUMBERS})(?:\s|$|-).*)",
    re.IGNORECASE | re.DOTALL,
)
_TAKEN = re.compile(
    r"(?:,|\s)\s*(?:(?:(?:who|that|which)\s+(?:had\s+been|have\s+been|were)|(?:whom\s+|that\s+)?(?:they|it|he|the\s+\w+|\w+)\s+had)\s+)?"
    r"(?:kidnapped|abducted|seized|snatched|captured|taken|grabbed|held)\b",
    re.IGNORECASE,
)
# What became of them in the sentence: a headline's "18 of 26 crew kidnapped" counts the 18.
_FATE = re.compile(
    r"[^.;!?\n]{0,120}?\s(?:are|is|were|was|have|has|had|walked|returned|escaped|came|remain(?:ed)?|made|died|arrived|reached|got)\b"
)
_LET_GO = re.compile(
    r"\b(?:releas(?:e|ed|es|ing)|free(?:d|s|ing)?|rescu(?:e|ed|es|ing)|let\s+go|bod(?:y|ies)\s+of|kill(?:ed|ing)|execut(?:ed|ing)"
    r"|murder(?:ed|ing)|behead(?:ed|ing)|found|handed\s+over|recovered)\s+$",
    re.IGNORECASE,
)
_BODY_OF = re.compile(r"\bbod(?:y|ies)\s+of\s+$", re.IGNORECASE)
_REST = re.compile(
    r"the\s+(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|others?|last|rest|remaining)\b", re.IGNORECASE
)

_MOST_OF = re.compile(
    r"(?:most|many|some|several|half|all|nearly\s+all|almost\s+all|(?:the|a)\s+(?:large\s+)?majority)\s+of\s+(?:the|these|those|its|their)\s+"
    rf"(?P<whole>(?:at least\s+|about\s+|some\s+|more than\s+|over\s+|nearly\s+)?(?:\d[\d,]*|{_NUMBERS})(?:\s[\w’'-]+){{0,4}})",
    re.IGNORECASE,
)
# "most of the 108 people (killed in Houla were executed)"
_WHO_FELL = re.compile(
    r"\s+(?:(?:who|that)\s+(?:(?:were|was|had|been|have)\s+)*)?(?:(?P<killed>killed|dead|died|slain|murdered)|(?P<injured>injured|wounded|hurt))\b"
    r"[^.;!?\n]{0,100}?\s(?:are|is|were|was|have|has|had|came|died|remain(?:ed)?)\b",
    re.IGNORECASE,
)
_ENDS_SO = re.compile(r"\s+(?:killed|dead|injured|wounded|hurt)$", re.IGNORECASE)


def settle_out_of(document: Document, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with all who were taken where some of them are told, and the one of them whose body is found as dead."""
    return tuple(_settled(document, row) for row in rows)


def _settled(document: Document, row: Harm) -> Harm:
    if row.effect in ("killed", "injured"):
        return _with_most(document, row)
    if row.effect != "abducted" or row.score is None or row.count is not None or not row.evidence:
        return row
    span, text = row.evidence[0].span, document.text
    if _REST.match(row.raw) and _BODY_OF.search(text, max(0, span.start - 20), span.start):
        return replace(row, effect="killed")
    told = _OUT_OF.fullmatch(row.raw)
    if told is None or text[span.start : span.end] != row.raw or not _TAKEN.match(text, span.end):
        return row
    if not (_FATE.match(text, span.end) or _LET_GO.search(text, max(0, span.start - 30), span.start)):
        return row
    quote = document.quote(span.start + told.start("whole"), span.end)
    return replace(row, raw=quote.quote, evidence=(quote, *row.evidence[1:]))


def _with_most(document: Document, row: Harm) -> Harm:
    """The 108 people of "most of the 108 people killed in Houla were executed"; what was told of most is nobody's harm."""
    told = _MOST_OF.fullmatch(row.raw) if row.score is not None and row.count is None and row.evidence else None
    span = row.evidence[0].span if told else None
    if told is None or span is None or document.text[span.start : span.end] != row.raw:
        return row
    own = _ENDS_SO.search(row.raw)
    fell = _WHO_FELL.match(document.text, span.start + own.start() if own else span.end)
    if fell is None:
        return row
    quote = document.quote(span.start + told.start("whole"), span.start + own.start() if own else span.end)
    return replace(row, effect="killed" if fell["killed"] else "injured", raw=quote.quote, evidence=(quote, *row.evidence[1:]))
