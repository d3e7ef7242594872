"""Sums of money taken for people: "four rebels carrying a reward of Rs 8 lakh were killed" tells of four.

None of the hand-coded rows of harm is a number behind a currency or before one, or the sum of a reward.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.records import Document, Harm

_BEFORE = re.compile(
    r"(?:\b(?-i:Rs|INR|PKR|USD|EUR|GBP|NGN|KES|F?CFA|Tk|PHP|MXN)\.?\s*|[$€£₹₦¥₱]\s*"
    r"|\b(?:rewards?|bount(?:y|ies)|ransoms?|prizes?|cash)\s+of\s+(?:(?:about|some|over|up\s+to|more\s+than|nearly|at\s+least)\s+)*)$",
    re.IGNORECASE,
)
_CURRENCY = (
    r"(?:rupees?|dollars?|euros?|pounds?|naira|shillings?|francs?|pesos?|afghanis?|rials?|riyals?|dinars?|lira|taka|kyats?|baht|roubles?"
    r"|rubles?|hryvnias?|yuan|reais|soles|bolivars?|birr|cedis?|rand|CFA|USD|Rs)"
)
_IN_IT = re.compile(rf"\b{_CURRENCY}\b", re.IGNORECASE)
_BEHIND = re.compile(rf"\s*(?:(?:lakhs?|crores?|thousand|million|billion)\s+)?{_CURRENCY}\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:people|persons|m[ae]n|wom[ae]n|children|soldiers|fighters|civilians|worth|rebels|militants)\b", re.IGNORECASE
)
_LEAD = 30  # characters before a number in which a currency or a reward stands


def is_money(document: Document, row: Harm) -> bool:
    """True for the 8 lakh of a reward; "300 Rand Airport workers" and "five men" are people."""
    if row.score is None or row.part_of is not None or not row.evidence or not row.raw[:1].isdigit() or _PEOPLE.search(row.raw):
        return False
    span = row.evidence[0].span
    if _BEFORE.search(document.text, max(0, span.start - _LEAD), span.start):
        return True
    sum_told = re.fullmatch(
        rf"[\d,.]+(?:\s+(?:lakhs?|crores?|thousand|million|billion))?(?:\s+{_CURRENCY}(?:\s+each)?)?", row.raw, re.I
    )
    return sum_told is not None and (_IN_IT.search(row.raw) is not None or _BEHIND.match(document.text, span.end) is not None)
