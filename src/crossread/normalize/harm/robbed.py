"""People who were robbed, which is no harm that is counted: "robbed three traders", "17 were robbed of their phones".

Of 31 coded claims told as robbed or held up 23 have no harm; the others tell what else came to those people. The encoder calls
the robbed abducted, or killed.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.harm.sentence import sentence_of
from crossread.records import Document, Harm

_ROBBED = r"(?:robbed|mugged|held\s+up|robbing|mugging|holding\s+up|robs?|extorted|extorting|fleeced|ransomed)"
_BEFORE = re.compile(
    rf"\b{_ROBBED}(?:\s+and\s+{_ROBBED})?\s+(?:(?:all|the|its|their|some|at|least|about|more|than|up|to|another|of)\s+)*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:,?\s+who)?\s+(?:(?:was|were|are|is|have|has|had|been|being|also|later|reportedly)\s+)+"
    r"(?:(?:stopped|halted|stripped|threatened|ordered\s+off|ambushed|held\s+up|\w+ly)\s*(?:,|and|then|at\s+[^.,;]{1,30},)?\s+)*"
    rf"{_ROBBED}\b",
    re.IGNORECASE,
)
_HARM = (
    r"(?:kill|shot\b|shoot|murder|stab|wound|injur|hurt\b|beat|struck|strik|tortur|rap(?:ed|ing)|abduct|kidnap|seiz|took|tak(?:en|ing)"
    r"|captur|held|hold|detain|execut|hack|burn|whipp|assault|attack|maim)\w*\b"
)
# What else came to them: "and beaten", "and killed them", "before shooting two" counts others.
_THEN = re.compile(
    rf",?\s+(?:and|then|before|after)\s+(?:(?:then|also|later|was|were|being|had|been|\w+ly)\s+)*{_HARM}"
    r"(?!(?:\s+dead)?\s+(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|some|several|\d+)\b)",
    re.IGNORECASE,
)
_THEM = re.compile(
    rf"\b{_HARM}\s+(?:them|him|her|both|all\s+of\s+them)\b|\bwho\s+(?:was|were|died|later)\b|\bfound\s+dead\b", re.IGNORECASE
)
# "Held up 20 passengers for six hours": kept, not robbed
_FOR_A_TIME = re.compile(
    r"[^.;]{0,60}?\bfor\s+(?:(?:at\s+least|about|almost|nearly|over|more|than|some|several|many|a|an|the|few|next)\s+){0,3}(?:[\w-]+\s+)?"
    r"(?:hours?|days?|weeks?|months?|night)\b",
    re.IGNORECASE,
)
_HELD_UP = re.compile(r"\b(?:held|holding)\s+up\b", re.IGNORECASE)
_EFFECTS = ("abducted", "killed", "injured", "detained", "casualties", "missing", "displaced")


def without_robbed(document: Document, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows but for people of whom only the robbery is told; what people and data sets say (no score) stays."""
    return without_rows(rows, {at for at, row in enumerate(rows) if _is_robbed(document, row)})


def _is_robbed(document: Document, row: Harm) -> bool:
    if row.score is None or not row.evidence or row.effect not in _EFFECTS:
        return False
    sentence = sentence_of(document.text, row)
    robbed = _BEFORE.search(sentence.before)
    if robbed:
        if _HELD_UP.search(robbed.group()) and _FOR_A_TIME.match(sentence.behind):
            return False
        return not (_THEN.search(sentence.behind) or _THEM.search(sentence.behind))
    told = _BEHIND.match(sentence.behind)
    if told is not None and _HELD_UP.search(told.group()) and _FOR_A_TIME.match(sentence.behind, told.end()):
        return False
    return told is not None and not (_THEN.match(sentence.behind, told.end()) or _THEM.search(sentence.behind, told.end()))
