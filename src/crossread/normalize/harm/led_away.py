"""Who was led off, and who fell: "twelve were killed and eight carried off", "seven soldiers fell and 15 were injured".

Of 38 hand-coded people who were carried, dragged, marched or led off or away, and not killed there and then, 35 are abducted,
detained or missing, none is injured; the other three are dead or hurt comrades.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.sentence import Sentence, sentence_of
from crossread.records import Document, Harm, Span

WILDS = r"(?:bush|forest|jungle|woods|hills|mountains|mangroves|swamps?|desert|dunes)"
LED = (
    rf"(?:(?:carried|dragged|marched|led|hauled|herded|spirited)\s+(?:off|away|into\s+the\s+(?:\w+\s+)?{WILDS})"
    rf"|taken\s+(?:away|into\s+the\s+(?:\w+\s+)?{WILDS}|to\s+an?\s+(?:unknown|undisclosed)\s+(?:destination|place|location)))"
)
_SLAIN = r"(?!\s*,?\s+(?:and|then)\s+(?:\w+\s+)?(?:shot|killed|executed|murdered|beheaded|hacked|slaughtered|found\s+dead))"
_WERE_LED = re.compile(
    rf"\s*(?:(?:others?|more|people)\s+)?(?:(?:was|were|had\s+been|have\s+been|has\s+been)\s+)?(?:\w+ly\s+)?{LED}\b{_SLAIN}",
    re.IGNORECASE,
)
_LED_THEM = re.compile(
    r"\b(?:carried|dragged|marched|led|hauled|herded|carrying|dragging|marching|leading)\s+(?:off|away)\s+(?:with\s+)?"
    r"(?:at\s+least\s+|about\s+|some\s+|the\s+|another\s+)*$",
    re.IGNORECASE,
)
_HURT = re.compile(r"\b(?:wounded|injured|dead|bodies|corpses|comrades)\b", re.IGNORECASE)
_NUMBER = r"(?:\d[\d,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|several|many|scores)"
# "fell and 15 were injured"; not "fell from a truck", "fell into a trap"
_FELL = re.compile(
    r"\s+(?:have\s+|had\s+)?f(?:e|a)ll(?:en)?\b(?!\s+(?:from|into|off|ill|sick|down|over|to|back|under|through|asleep|behind|short|on\s+(?:the|a)|out|in\s+a\s))"
    rf"[^.;]{{0,60}}?(?:,|\band\b|\bwhile\b)\s+(?:(?:another|some|at\s+least|about)\s+)*{_NUMBER}\b[^.;,]{{0,40}}\b(?:wounded|injured|hurt)\b",
    re.IGNORECASE,
)
_ARMED = (
    "state_forces",
    "foreign_forces",
    "police",
    "rebel_group",
    "political_militia",
    "communal_militia",
    "unidentified_armed_group",
)


def settle_led_away(document: Document, rows: Sequence[Harm]) -> list[Harm]:
    """The rows of the killed and hurt with those led off as abducted, and fighters who fell beside wounded ones as killed."""
    return [_settled(row, sentence_of(document.text, row)) if _is_open(row) else row for row in rows]


def _is_open(row: Harm) -> bool:
    return row.score is not None and bool(row.evidence) and row.effect in ("killed", "injured", "casualties", "displaced")


def _settled(row: Harm, sentence: Sentence) -> Harm:
    if _HURT.search(row.raw):
        return row
    if _WERE_LED.match(sentence.behind) or _LED_THEM.search(sentence.before):
        return replace(row, effect="abducted")
    if row.effect == "injured" and row.group_type in _ARMED and _FELL.match(sentence.behind):
        return replace(row, effect="killed")
    return row


def is_led_off(text: str, trigger: Span) -> bool:
    """True for the "marched" of "pupils were marched into the bush", which is no demonstration."""
    passive = re.search(r"\b(?:was|were|been)\s+(?:\w+ly\s+)?$", text[max(0, trigger.start - 30) : trigger.start], re.I)
    return passive is not None and re.compile(LED, re.IGNORECASE).match(text, trigger.start) is not None
