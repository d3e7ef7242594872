"""Numbers that a correction takes back: "from 33 to 31, as two bodies had been counted twice", "to 31 from 33".

No coded report has such a correction, so it is only measured that nothing else changes.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.sentences import sentence_start
from crossread.records import Document, Harm

_NUMBERS = "|".join(("one", *(word for word in load_language("en").numbers if word.isalpha())))
_REACH = 120  # characters of its own sentence before a number that are read
_TWICE = re.compile(
    r"\s+(?:(?:had|have|has|was|were|been|being|mistakenly|wrongly|erroneously|apparently)\s+){1,4}"
    r"(?:(?:counted|listed|recorded|registered|entered|tallied|reported)\s+(?:twice|double|more\s+than\s+once)|double[\s-]counted)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:rais|lower|revis|cut|rose|ris|fell|fall|went|climb|increas|reduc|correct|dropp|down|up)\w*\b[^.;]{0,80}?\bto\s+"
    rf"(?:(?:at\s+least|about|some)\s+)?(?:\d[\d,]*|{_NUMBERS})(?:\s+\w+)?,?\s+(?:down\s+|up\s+)?from\s+(?:(?:at\s+least|about|some|an?\s+\w+)\s+)?$",
    re.IGNORECASE,
)


def was_taken_back(document: Document, row: Harm) -> bool:
    """True for those counted twice, and for the number that another takes the place of; that of people (no score) stays."""
    if row.score is None or row.part_of is not None or not row.evidence:
        return False
    span, text = row.evidence[0].span, document.text
    if _TWICE.match(text, span.end):
        return True
    return _FROM.search(text[max(sentence_start(text, span.start), span.start - _REACH) : span.start]) is not None
