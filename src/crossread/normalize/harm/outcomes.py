"""What became of people where a nearer word tells otherwise: the missing who "were found dead", the hostage who was beheaded.

All nine hand-coded hostages and captives right behind "beheaded", "executed" or "murdered" are killed, three taken besides.
All eight bare numbers behind "the toll … to" count dead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.sentence import Sentence, sentence_of
from crossread.normalize.harm.words import BARE
from crossread.records import Document, Harm

# "since 2 March", "for three weeks": no clause on others ("since three guards …")
_SINCE = (
    r"(?:\s+(?:since|for|from|in|on|after)\s+(?:(?:last|the|an?|about|over|more\s+than|several|mid|early|late|of|\d{1,4}|(?-i:[A-Z])\w+"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|days?|weeks?|months?|years?|night|morning|their|abduction)[\s-]*){1,5})?"
)
_FOUND_DEAD = re.compile(
    r",?\s+(?:who\s+)?(?:(?:had|have|has|been|were|was|went|gone|reported|listed|as|declared)\s+){1,4}missing"
    rf"{_SINCE},?\s*(?:(?:were|was|have|has|had|been)\s+)+(?:\w+ly\s+|later\s+)?"
    r"found\s+(?:dead|murdered|killed|slain|beheaded|hanged|buried)\b",
    re.IGNORECASE,
)
_TOLL_TO = re.compile(
    r"\b(?:the|its|their)\s+(?:\w+\s+)?toll\b(?!\s+of\s+(?:the\s+)?(?:wounded|injured))[^.;\d]*?"
    r"\b(?:ris(?:en|es|ing)|rose|climb(?:ed|s)|grew|grown|increased|gone\s+up|reached|stood|stands|raised|lowered|revised)\s+"
    r"(?:(?:to|at)\s+)?(?:at\s+least\s+|about\s+|some\s+|more\s+than\s+)?$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.;)\n]|$|,\s+(?:with|and|including|while|after|from)\b|(?:on|after|as|from|with|and|by|when)\b)")
_KILLS = re.compile(
    r"\b(?<!been\s)(?:behead(?:ed|s|ing)|execut(?:ed|es|ing)|murder(?:ed|s|ing)|assassinat(?:ed|es|ing)|slaughter(?:ed|s|ing)"
    r"|decapitat(?:ed|es|ing)|lynch(?:ed|es|ing))\s+(?:at\s+least\s+|about\s+|some\s+|another\s+|the\s+)*$",
    re.IGNORECASE,
)
_TAKES = re.compile(r"\b(?:kidnap\w*|abduct\w*|seiz\w+|took|taken|captur\w+|snatch\w*|detain\w*|arrest\w*)\b", re.IGNORECASE)


def settle_outcomes(document: Document, rows: Sequence[Harm]) -> list[Harm]:
    """The rows, killed where such words tell it; what people and other data sets say (no score) stays."""
    return [
        replace(row, effect="killed")
        if row.score is not None and row.evidence and _died(row, sentence_of(document.text, row))
        else row
        for row in rows
    ]


def _died(row: Harm, sentence: Sentence) -> bool:
    if row.effect in ("missing", "injured") and _FOUND_DEAD.match(sentence.behind):
        return True
    bare = row.raw.strip().replace(",", "").isdigit() or row.raw.lower() in BARE
    if row.effect == "injured" and bare and _TOLL_TO.search(sentence.before):
        return _ENDS.match(sentence.behind) is not None
    taken = row.effect in ("abducted", "detained", "missing") and not _TAKES.search(sentence.before)
    return taken and _KILLS.search(sentence.before) is not None
