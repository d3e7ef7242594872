"""What befell people by the verb right before them: "abducted six men and shot dead the guard" kills one.

Of 1,697 hand-coded rows right behind such a verb that is no passive's, 1,668 have the effect that it tells; the others go on
with what else befell the same people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.records import Document, Harm

_REACH = 60  # characters before people in which the verb stands
_VERB = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!fatally )(?<!mortally )\b(?:(?P<abducted>abducted|kidnapped)"
    r"|(?P<detained>arrested|detained)|(?P<injured>wounded|injured)"
    r"|(?P<killed>killed|murdered|beheaded|massacred|slaughtered|shot\s+dead))\s+"
    r"(?:(?:at\s+least|about|some|around|up\s+to|more\s+than|over|nearly|another|a\s+further|all|the|its|his|their|other)\s+)*$",
    re.IGNORECASE,
)
# "abducted a policeman and his brother and shot them", "and executed in the forest", "who later died"
_WENT_ON = re.compile(
    r"[^.;\n]{0,90}?(?:\b(?:kill|shot|shoot|execut|behead|murder|hack|stabb|beat|burn|hang)\w*\s+"
    r"(?:them|him|her|all|both|one|two|three|some)\b"
    r"|\b(?:and|then|later|before)\s+(?:\w+ly\s+)?(?:killed|executed|shot(?:\s+dead)?|beheaded|murdered|killing|executing|shooting)\s*"
    r"(?:[.,;]|$|in\b|at\b|near\b|on\b|by\b|their\b)"
    r"|\bwho\s+(?:later\s+|then\s+)?died\b|\b(?:found|all|left)\s+dead\b|\bsuccumbed\b|\b(?:his|her|their)\s+(?:bod(?:y|ies)|corpses?)\b)",
    re.IGNORECASE,
)
# "detained, tortured, and killed (an activist)": one object of several verbs
_ALSO_TAKEN = re.compile(r"\b(?:abducted|kidnapped|seized|arrested|detained)(?:,\s\w+)*,?\s(?:and\s|then\s)*$", re.IGNORECASE)
# "(four of the seven) injured in the bombing have died": the seven were hurt, whatever came to some of them
_HURT_IN = re.compile(r"\s+(?:people\s+)?(?:injured|wounded|hurt)\s+(?:in|by|when|during)\b", re.IGNORECASE)
_OF = re.compile(r"\bof\s+$", re.IGNORECASE)
_EFFECTS = ("killed", "injured", "casualties", "abducted", "detained")


def settle_own_verb(document: Document, rows: Sequence[Harm]) -> list[Harm]:
    """The rows with the effect of the verb whose object they are; what people and data sets say (no score) stays."""
    return [_settled(document.text, row) for row in rows]


def _settled(text: str, row: Harm) -> Harm:
    if row.score is None or not row.evidence or row.effect not in _EFFECTS:
        return row
    span = row.evidence[0].span
    if row.effect == "killed" and _OF.search(text, max(0, span.start - _REACH), span.start) and _HURT_IN.match(text, span.end):
        return replace(row, effect="injured")
    start = max(0, span.start - _REACH, text.rfind("\n", 0, span.start) + 1)  # "minister visits wounded" is the headline's
    verb = _VERB.search(text, start, span.start)
    if verb is None or verb.lastgroup is None or verb.lastgroup == row.effect:
        return row
    taken = ("abducted", "detained")
    if row.effect in taken and (
        verb.lastgroup in taken or _ALSO_TAKEN.search(text, max(0, verb.start() - _REACH), verb.start())
    ):
        return row
    return row if verb.lastgroup != "killed" and _WENT_ON.match(text, span.end) else replace(row, effect=verb.lastgroup)
