"""What a party to an act counts in its own saying-clause is its word, whatever it calls those it counts.

"Killing six people. The group claimed responsibility and said it had killed 15 soldiers" is six, or 15 by the group's word.
Of 22 such counts beside the report's own in hand-coded reports six are laid to the speaker, seven more count the same people
under another noun; of the rest most are an enemy's dead told beside the party's own. Whose spokesman says "the group had
killed" says so for it, whatever role he has: the only coded rival count of the kind is laid to him.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crossread import patterns as re
from crossread.normalize.harm.alike import kind_of
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.records import Harm, Span, Speaker

_TAKES_IT_ON = re.compile(r"\b(?:claim\w*|took|taken|accept\w*)\s+(?:the\s+)?(?:responsibility|credit)\b", re.IGNORECASE)
_SAYING = re.compile(
    r"\b(?:said|says|saying|claim(?:s|ed|ing)?(?!\s+(?:the|that|this|its|their)?\s*(?:responsibility|credit|attacks?|bombings?|raids?"
    r"|ambush(?:es)?|blasts?|assaults?|killings?)\b)|boast(?:s|ed|ing)?|announc(?:es|ed|ing)|declar(?:es|ed|ing)|stat(?:es|ed|ing)"
    r"|report(?:s|ed|ing)|maintain(?:s|ed|ing)?|insist(?:s|ed|ing)?|put(?:s|ting)?)\b",
    re.IGNORECASE,
)
# Behind these words another clause tells the number in the report's voice again.
_CLAUSE_OVER = re.compile(r"[.;!?]\s|\bbut\b|\bwhile\b|\balthough\b|,\s+which\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:our|its|their|his)\s+(?:own|[\w-]+)\b|\bmartyrs?\b|\bbrothers?\b|\bmujahid(?:ee|i)n\b", re.IGNORECASE)
_FURTHER = re.compile(r"\b(?:an?other|others?|more(?! than)|further|additional|also)\b", re.IGNORECASE)
_LOST = re.compile(r"\blos(?:t|ing|s of)\s+$", re.IGNORECASE)
_KILLS = re.compile(
    r"(?<!were )(?<!was )(?<!been )\bkill(?:ed|ing|s)\s+(?:at least |about |some |more than |over )?$", re.IGNORECASE
)
# "Its spokesman, Ali Dhere, said that (the group had killed more than 100)"
_SPOKESMAN = re.compile(
    r"(?P<whose>\b(?:its|their)|[\w'’-]+(?:\s[\w'’-]+){0,3}?)\s+(?:military\s+|media\s+|chief\s+|main\s+)?spokes(?:man|woman|person)\b(?:,?\s+$)?",
    re.IGNORECASE,
)
_WE_KILLED = re.compile(
    r"^[^.;!?]{0,80}?\b(?:said|says|saying|claim(?:s|ed|ing)?|boast(?:s|ed|ing)?|told\s+[^.;!?]{1,40}?|announced|declared|stated)[:,]?\s+(?:that\s+)?"
    r"[\"“'‘]?(?:the\s+(?:group|movement|militia|organi[sz]ation|fighters|militants|mujahid[ei]*n)|it|they|we|(?:its|their|our)\s+[\w-]+)\s+"
    r"(?:(?:had|have|has)\s+)?(?:kill|wound|injur|eliminat|slaughter)\w*\s+(?:at\s+least\s+|about\s+|some\s+|more\s+than\s+|over\s+)?$",
    re.IGNORECASE,
)
_LEAD = 60  # characters before a speaker's name in which his office stands
_STATE = re.compile(
    r"\b(?:arm(?:y|ies)|militar\w*|minist\w*|police\w*|commissioner|command|forces?|troops|government|navy|general|colonel|captain"
    r"|major|governor|officials?|intelligence|NATO|coalition|defen[cs]e|guards?)\b",
    re.IGNORECASE,
)


def claimants_words(text: str, rows: Sequence[Harm], voices: Mapping[int, str], speakers: Sequence[Speaker]) -> set[int]:
    """The rows that a party to the act tells of others than its own, where the report or somebody else counts besides.

    A number that the report tells in its own voice, too, is no longer that party's word alone.
    """
    found = {at for at, voice in voices.items() if _is_its_word(text, rows[at], voice, speakers)}
    return {at for at in found if _others_count(rows, at, {i for i in found if voices[i] == voices[at]})}


def _others_count(rows: Sequence[Harm], at: int, own: set[int]) -> bool:
    row = rows[at]
    others = [
        other
        for i, other in enumerate(rows)
        if i not in own and other.effect == row.effect and other.part_of is None and other.evidence and other.has_number
    ]
    return bool(others) and all(other.count != row.count for other in others)


def _is_its_word(text: str, row: Harm, voice: str, speakers: Sequence[Speaker]) -> bool:
    start, end = row.evidence[0].span.start, row.evidence[0].span.end
    if _FURTHER.search(text[max(0, start - 12) : end + 12]):
        return False
    for speaker in speakers:
        if (speaker.name or speaker.raw) != voice:
            continue
        for evidence in speaker.evidence:
            between = _between(text, evidence.span, start)
            if between is None:
                continue
            if not (speaker.role == "claims" or _TAKES_IT_ON.search(between) or _boasts(text, evidence.span, between)):
                continue
            said = _SAYING.search(between) or _WE_KILLED.match(between)
            if said and not _CLAUSE_OVER.search(between, said.end()) and not _is_of_its_own(row, voice, between):
                return True
    return False


def _boasts(text: str, span: Span, between: str) -> bool:
    """True where the spokesman of a group, and not of an army or a ministry, says whom it killed."""
    if _WE_KILLED.match(between) is None:
        return False
    lead = text[max(sentence_start(text, span.start), span.start - _LEAD) : span.end]
    told = _SPOKESMAN.search(lead)
    return told is not None and _STATE.search(told[0]) is None


def _between(text: str, span: Span, start: int) -> str | None:
    """What stands between a speaker and a number of its sentence, or of the next one, which goes on with "It said"."""
    here = sentence_at(text, start)
    said_in = sentence_at(text, span.start)
    if span.end > start or here - said_in not in (0, 1):
        return None
    return text[span.end : start] if said_in == here else text[sentence_start(text, start) : start]


def _is_of_its_own(row: Harm, voice: str, between: str) -> bool:
    """True where the party counts its own dead: "the group had lost three men", an army's soldiers."""
    if _OWN.search(row.raw) or _LOST.search(between):
        return True
    if _KILLS.search(between):
        return False
    return kind_of(row.group_type) == ("state" if _STATE.search(voice) else "armed")
