"""What is told as still to come: a march that was planned for Saturday, people who were to be taken out, a feared attack.

Of 66 hand-coded claims right behind "plan to", "preparing a", "is to" and the like 55 are threats and 8 attempts of people who
were caught; of 6 whose trigger stands before "is scheduled for", "to be held on" and a day four are threats and one an attempt.
Agreements are open both ways ("announced a ceasefire" makes one), so they stay.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.claims.only_planned import is_called
from crossread.records import Claim

_DAY = (
    r"(?:(?:early|late|next|this|the)\s+){0,2}(?:\w+day|tomorrow|tonight|today|week|month|year"
    r"|(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December))\b"
)
_SET = re.compile(
    r"(?:\s+(?!and\b|but\b|where\b|when\b|after\b|who\b|which\b|that\b|had\b|has\b)[\w'’-]+){0,6}?\s+"
    r"(?:(?:was|were|is|are|had\s+been|has\s+been)\s+)?(?:originally\s+)?"
    r"(?:(?:planned|scheduled|slated|set|timed)\s+(?:for|on|to\s+(?:begin|start|take\s+place)\s+on)"
    r"|will\s+(?:now\s+|also\s+)?(?:be\s+held|begin|start|take\s+place|go\s+ahead)(?:\s+in\s+(?-i:[A-Z])[\w'’-]+)?(?:\s+on)?"
    r"|(?<=was )due\s+on|(?<=is )due\s+on|to\s+be\s+held\s+on|to\s+(?:begin|start)\s+on)\s+" + _DAY,
    re.IGNORECASE,
)
_FEW = r"(?:(?!to\b|by\b|of\b|on\b|in\b|for\b|and\b|which\b|that\b)[\w'’-]+\s+){0,3}"
_PLANNED = re.compile(
    rf"\b(?:(?<![\w-])(?<!ly )(?<!well )(?:plan(?:s|ned|ning)?|prepar(?:es?|ed|ing))\s+(?:for\s+)?(?!to\b|by\b|and\b){_FEW}"
    r"|(?:plan(?:s|ned|ning)?|prepar(?:es?|ed|ing)|hop(?:es?|ed|ing)|intend(?:s|ed|ing)?)\s+to\s+"
    rf"(?:(?:launch|hold|stage|organi[sz]e|mount|carry\s+out|start)\s+{_FEW})?"
    r"|fear(?:s|ed|ing)?\s+(?:an?|another|new|more|further|fresh|possible)\s+(?:[\w-]+\s+){0,2}"
    r"|(?<=\w )(?:was|were|is|are)\s+to\s+(?:be\s+)?)$",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\b(?:announc(?:ed?|es|ing)|call(?:ed|s|ing)?(?:\s+for)?)\s+(?:an?\s+|the\s+|new\s+|more\s+){0,2}(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_FOR_A_DAY = re.compile(rf"(?:\s+in\s+[A-Z][\w'’-]+)?\s+(?:for|from|starting(?:\s+on)?|beginning(?:\s+on)?)\s+{_DAY}")
_NEXT = re.compile(r"(?:\s+in\s+[A-Z][\w'’-]+)?\s+next\s+(?:week|month|year|\w+day)\b(?!['’]s)")
_PUBLIC = ("protest", "operation")
_NEVER_PLANNED = ("agreement", "detention", "accident", "weapons_seizure")


def is_ahead(claim: Claim, before: str, after: str) -> bool:
    """True by the words of the sentence before and after the trigger; what befell somebody is no plan."""
    hurt = any(row.effect in ("killed", "injured", "casualties") for row in claim.harm)
    if claim.type in _NEVER_PLANNED or (hurt and claim.type not in _PUBLIC):
        return False
    if _PLANNED.search(before) or _SET.match(after):
        return True
    if claim.type not in _PUBLIC:
        return False
    if claim.type == "protest" and is_called(before):
        return True
    return (_ANNOUNCED.search(before) is not None and _FOR_A_DAY.match(after) is not None) or _NEXT.match(after) is not None
