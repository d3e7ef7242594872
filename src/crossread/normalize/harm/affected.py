"""People of whom only that an act affected them is told: "312 incidents affecting 1,487 civilians" tells no death.

In hand-coded reports neither of two numbers of people "affected" has a row, nor the workers and the boats of two others.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.harm.sentence import sentence_of
from crossread.normalize.worded import Worded
from crossread.records import Document, Harm

_BOUND = r"(?:(?:at\s+least|about|some|more\s+than|over|nearly|up\s+to|an\s+estimated|a\s+total\s+of|around)\s+)*"
_ITEM = r"[\d,.]*\d\s(?:(?!were\b|was\b|and\b|died\b|killed\b)[\w’'-]+\s?){1,3}"
_WORDED = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens\sof)\s(?:(?!were\b|was\b|and\b)[\w’'-]+\s?){1,2}"
)
# "affecting (1,487 civilians)", "affecting 73 women and (14 girls)"
_AFFECTED = Worded(
    "affect impact",
    rf"(?P<act>[^.;]{{0,60}})\b(?:(?:which|that|have|had|has)\s+)*(?:affect|impact)(?:ing|ed|s)?\s+{_BOUND}"
    rf"(?:(?:{_ITEM}|{_WORDED})(?:,\s*|\s*,?\s*and\s+))*{_BOUND}$",
    re.IGNORECASE,
)
_WERE_AFFECTED = re.compile(
    r"\s+(?:(?:were|was|are|is|have|has|had|been|directly|also)\s+){1,3}(?:affected|impacted)\b", re.IGNORECASE
)
_DEATHS = re.compile(r"\b(?:kill\w*|deaths?|murder\w*|execut\w*|assassinat\w*|massacres?|casualt\w*|injur\w*|wound\w*)\b", re.I)
_FATE = re.compile(
    r"(?:,?\s+who|,?\s+which|,?\s+and)?\s*(?:(?:were|was|had|been|have|all)\s+)*(?:kill|dead|died|slain|injur|wound|hurt)"
)
_HIT = ("killed", "injured", "casualties")


def was_affected(document: Document, row: Harm) -> bool:
    """True for people called killed or hurt whom an act only affected; "killings affecting 40 people" tells their death.

    Those told out of them ("of whom 536 were killed") are rows of their own and stay.
    """
    if row.effect not in _HIT or row.score is None or row.part_of is not None or not row.evidence or _FATE.search(row.raw):
        return False
    sentence = sentence_of(document.text, row)
    if _FATE.match(sentence.behind):
        return False
    if _WERE_AFFECTED.match(sentence.behind):
        return True
    told = _AFFECTED.search(sentence.before[-160:])
    return told is not None and _DEATHS.search(told["act"]) is None
