"""Counts of a part by their own words: what one hospital took in, somebody's colleagues, whom a relative lost.

They say that there were at least so many, and nothing of how many there were. Of 31 hand-coded numbers that a hospital or
doctors "received" or "treated", eleven stand beside other dead of their act, and eight of these are fewer than they; all seven
of relatives whom somebody "lost" and all four of a teller's own neighbours or colleagues are fewer than the toll beside them.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.records import Document, Harm

_LONGEST = 240  # characters before a number that are looked at
_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“(A-Z])|\n")
_TAKES_IN = (
    r"(?:hospitals?|clinics?|health\s+(?:cent(?:re|er)s?|facilit(?:y|ies)|posts?|workers)"
    r"|medical\s+(?:teams?|staff|cent(?:re|er)s?|facilit(?:y|ies)|workers|charity)|medics?|doctors?|surgeons?|nurses?|morgues?|mortuary"
    r"|MSF|M[eé]decins\s+Sans\s+Fronti[eè]res|Doctors\s+Without\s+Borders|Red\s+Cross|ICRC|(?:our|its|their)\s+teams?|emergency\s+rooms?"
    r"|trauma\s+cent(?:re|er)s?)"
)
_BOUND = r"(?:(?:at\s+least|about|some|more\s+than|a\s+total\s+of|around|over|as\s+many\s+as)\s+)?"
_INTAKE = (
    rf"\b{_TAKES_IN}\b[^.;\n]{{0,80}}?\b(?:receiv(?:ed|ing)|treat(?:ed|ing)|admitt(?:ed|ing)|took\s+in|taken\s+in|operated\s+on"
    rf"|attended(?:\s+to)?)\s+(?:the\s+)?{_BOUND}"
)
_TAKEN_IN = re.compile(rf"{_INTAKE}$", re.IGNORECASE)
_NUMBER = (
    r"(?:\d[\d,]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|dozens|scores|hundreds)(?:-\w+)?)"
)
# "The hospital received 36 wounded. (One died)", "… 36 wounded, (two of whom) died"
_OF_THESE = re.compile(
    rf"{_INTAKE}{_NUMBER}(?:\s+[\w-]+){{0,4}}\s*[,.;(]\s*(?:and\s+)?(?:of\s+(?:them|whom),?\s+)?$", re.IGNORECASE
)
_DIED = re.compile(
    rf"{_NUMBER}(?:\s+(?:(?:has|have|later|since|then)\s+)*died|\s+(?:of\s+(?:whom|them)|patients?)\b.*)?", re.IGNORECASE
)
_KIN = (
    r"(?:husbands?|wi(?:fe|ves)|brothers?|sisters?|sons?|daughters?|nephews?|nieces?|cousins?|uncles?|aunts?|mothers?|fathers?|parents"
    r"|grand(?:sons?|daughters?|children|child|mother|father)|child(?:ren)?|bab(?:y|ies)|relatives?|family|kin|in-laws?)"
)
_OWN = re.compile(
    rf"\bof\s+(?:my|his|her)\s+(?:own\s+)?(?:{_KIN}|colleagues|comrades|friends|neighbou?rs|classmates|workmates|companions)\b",
    re.IGNORECASE,
)
_LOST = re.compile(r"(?<!that )\b(?:lost|losing|lose)\s+(?!(?:\w+\s+)?li(?:fe|ves)\b)[^.;:\n]{0,60}$", re.IGNORECASE)
_RELATIVE = re.compile(rf"\b{_KIN}\b", re.IGNORECASE)


def counts_own_part(rows: Sequence[Harm], document: Document | None) -> bool:
    """True where the words of every row say that it is of a part of those who came to harm."""
    if document is None or not rows:
        return False
    return all(bool(row.evidence) and _is_of_part(document.text, row) for row in rows)


def rows_within(rows: Sequence[Harm], document: Document | None) -> list[Harm]:
    """The rows that by their own words are of a part of a number that another sentence tells: nobody is to be added to it."""
    if document is None or len(rows) < 2:
        return []
    text = document.text
    of_part = [row for row in rows if row.evidence and row.has_number and _is_of_part(text, row)]
    wholes = [row for row in rows if row.evidence and row.has_number and row not in of_part]
    return [row for row in of_part if any(_number(row) < _number(whole) and _apart(text, row, whole) for whole in wholes)]


def _number(row: Harm) -> int:
    return (row.count.low or row.count.high or 0) if row.count else 0


def _apart(text: str, one: Harm, other: Harm) -> bool:
    """True for two rows in two sentences."""
    first, last = sorted((row.evidence[0].span for row in (one, other)), key=lambda span: span.start)
    return _END.search(text, first.end, last.start + 1) is not None


def _is_of_part(text: str, row: Harm) -> bool:
    start = row.evidence[0].span.start
    before = text[max(0, start - _LONGEST) : start]
    sentence = _END.split(before)[-1]
    if _TAKEN_IN.search(sentence) or (_DIED.fullmatch(row.raw) and _OF_THESE.search(before)):
        return True
    return _OWN.search(row.raw) is not None or (_RELATIVE.search(row.raw) is not None and _LOST.search(sentence) is not None)
