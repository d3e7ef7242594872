"""Whom those killed who answered an attack: "our forces killed 35 of its fighters" counts no one of those attacked.

Of 70 hand-coded rows in which soldiers or police kill fighters, eight stand in an attack by such fighters: all are the losses
of those who attacked. In the others the forces are themselves the doers.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.records import Claim, Document, Harm
from crossread.records.roles import DOERS_BY_OTHERS

_FORCES = (
    r"(?:(?P<our>our\s+(?:[\w-]+\s+){0,3}?(?:forces|troops|soldiers|men|units?|fighters|army|heroes|lions|jets)|we)"
    r"|army|troops|soldiers|police(?:m[ae]n)?|forces|military|(?:body)?guards?|marines|commandos|gendarmes|rangers|officers"
    r"|jets|helicopters?|aircraft)\b"
)
_KILLS = (
    r"\b(?:kill(?:ed|ing)?|eliminat(?:ed|ing)|neutrali[sz](?:ed|ing)|shot\s+dead|shooting\s+dead|gunn?(?:ed|ing)\s+down"
    r"|wound(?:ed|ing)|injur(?:ed|ing))\s+(?:(?:at\s+least|more\s+than|up\s+to|about|around|some|nearly|over|the|an?)\s+){0,2}"
)
_BEFORE = re.compile(rf"\b{_FORCES}[^.;:\n]{{0,120}}?{_KILLS}$", re.IGNORECASE)
_BY_THEM = re.compile(
    r"\s+(?:were|was|have\s+been|had\s+been)\s+(?:also\s+|later\s+)?(?:killed|eliminated|neutrali[sz]ed|shot\s+dead|wounded|injured)"
    rf"[^.;:,\n]{{0,40}}\s(?:by|when|as)\s+(?:the\s+)?(?:[\w-]+\s+){{0,2}}?{_FORCES}",
    re.IGNORECASE,
)
FIGHTERS = re.compile(
    r"\b(?:militants?|terrorists?|insurgents?|extremists?|jihadis?t?s?|rebels?|guerr?illas?|separatists?|gunm[ae]n|bandits?"
    r"|attackers?|assailants?|raiders?|fighters?|militiam[ae]n|kidnappers?|bombers?|of\s+them)\b",
    re.IGNORECASE,
)
_ARMED = ("rebel_group", "political_militia", "communal_militia", "unidentified_armed_group")
_AGAINST_STATES = ("rebel_group", "unidentified_armed_group")
_STATES = ("state_forces", "foreign_forces", "police")
_OWN = re.compile(r"(?:our|we|us)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{4,}")
_LONGEST = 200  # characters of a sentence that are looked at on either side of the number


def killed_in_answer(claim: Claim, row: Harm, document: Document | None) -> bool:
    """True for fighters whom soldiers, police or "we" killed in an attack that fighters of the same sort made.

    Not where only forces of a state did what is told: the terrorists of "aircraft struck them, we killed 62" attacked nobody.
    """
    doers = [a for a in claim.actors if a.role in DOERS_BY_OTHERS and not _OWN.match(a.raw)]
    answer = _answer(row, document)
    if answer is None or not doers or not FIGHTERS.search(f"{row.raw} {row.group or ''}"):
        return False
    if answer["our"] is None:
        return all(actor.type in _ARMED for actor in doers)
    return row.group_type not in _AGAINST_STATES or not all(actor.type in _STATES for actor in doers)


def tells_own_answer(claim: Claim, rows: Sequence[Harm], document: Document | None) -> str | None:
    """Who tells of the enemy's losses that he made himself: "we killed", or the army of which "the army said"; None if others.

    An empty name stands for whoever speaks in a report that says "our" and names no one speaker.
    """
    names = [_teller(claim, row, document) for row in rows]
    return names[0] if names and None not in names else None


def _teller(claim: Claim, row: Harm, document: Document | None) -> str | None:
    answer = _answer(row, document)
    if answer is None or document is None:
        return None
    speakers = {speaker.name or speaker.raw for speaker in claim.speakers}
    if answer["our"] is not None:
        return next(iter(speakers)) if len(speakers) == 1 else ""
    before, after = _sentence(document.text, row)
    near = (s for s in claim.speakers for e in s.evidence if e.quote in before + after)
    killers = set(_WORD.findall(answer.group().lower()[:30]))
    return next((s.name or s.raw for s in near if killers & set(_WORD.findall(s.raw.lower()))), None)


def _answer(row: Harm, document: Document | None) -> re.Match[str] | None:
    """The words that tell who killed them, in the row's own sentence."""
    if document is None or not row.evidence:
        return None
    before, after = _sentence(document.text, row)
    return _BEFORE.search(before) or _BY_THEM.match(after)


def _sentence(text: str, row: Harm) -> tuple[str, str]:
    span = row.evidence[-1].span
    before, after = text[max(0, span.start - _LONGEST) : span.start], text[span.end : span.end + _LONGEST]
    return re.split(r"[.!?][\"”’]*\s+(?=[\"“A-Z])|\n", before)[-1], re.split(r"[.!?][\"”’]*(?:\s|$)|\n", after)[0]
