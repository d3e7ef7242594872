"""Rival counts in one report: each is laid to the speaker who gives it, so that nobody adds them up.

"Elders say eight patients and a nurse died. A spokesman for the group put the number of dead at 17." is 9 or 17, not 26.
Only rows that would otherwise be added are looked at; what is told again, or is part of another row, has been settled before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.claimant import claimants_words
from crossread.normalize.harm.other_voice import counts_otherwise, speaks_behind_turn
from crossread.normalize.harm.words import POINTING, head_of, number_of
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.records import Count, Harm, Span, Speaker

_MORE = re.compile(
    r"\b(?:an?other|others?|more|further|additional|second|third|fourth|also|too|separately|elsewhere|earlier|later)\b", re.I
)
_BOUND = re.compile(r"\bmore than\b", re.I)
_TOTAL = re.compile(r"\b(?:toll|number|count|figure|total|tally|dead)\b[^.!?]{0,40}$", re.I)
_DEATHS = re.compile(
    r"(?:(?:only|just|at least|about)\s)?[\w-]+\s+(?:deaths?|dead|fatalit(?:y|ies))$", re.I
)  # "spoke of one death"
_OTHER_TOLL = re.compile(
    r"\b(?:lower|higher|different|smaller|larger|conflicting|separate|another) (?:death )?(?:toll|count|figure|number|tally)\b",
    re.I,
)
# A sentence that goes on with what the last speaker says.
_GOES_ON = re.compile(
    r"[\"“]?(?:It|He|She|They)\s+(?:(?:also|later|further|then)\s+)?(?:said|says|added|claimed|claims|put|stated|reported|told)\b"
)
_SPEAKS_OF = re.compile(
    r"\b(?:speaks? of|spoke of|talks? of|counts?|counted|gives?|gave|reports?|reported|says?|said|puts? it at|confirms?"
    r"|confirmed|maintain(?:s|ed)?|insist(?:s|ed)?|contend(?:s|ed)?|argue[sd]?|estimate[sd]?)\s+"
    r"(?:that\s+)?(?:only\s+|just\s+)?$"
)
_ONLY = re.compile(r"\b(?:only|just)\s+$")
_SAYS = re.compile(r"\s+(?:said|says|reported|told|added|stated)\b")
_ACCORDING = re.compile(r"(?:\s+(?!and\b|while\b|but\b)[\w-]+){0,3},?\s+according\s+to\s+")
_COMMA = re.compile(r"[^,.;!?]{0,80},\s+")
# "The police said (one person) had died": of those whom another counted, and one who died since is a further one.
_ONE_OF_CROWD = re.compile(r"(?:only\s+|just\s+)?(?:one|1|a\s+single)\s+(?:person|death|victim|body)", re.IGNORECASE)
_SINCE = re.compile(
    r"[^.;]{0,30}?\b(?:in\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+)?(?:hospital|clinic)|of\s+(?:his|her|their|the)?\s*(?:wounds|injuries)|later)\b",
    re.IGNORECASE,
)
_LOOSE = frozenset("names people persons victims dead deaths bodies others killed injured wounded casualties lives".split())

# Who the dead of one crowd are called by those who count them.
_CROWD = _LOOSE | frozenset(
    "civilians protesters demonstrators rioters marchers residents villagers inhabitants citizens men youths students persons"
    " rebels militants insurgents fighters terrorists".split()
)

# Of these one party's enemies are all: "eleven VDP, an official said", "30 militiamen, the group said".
_UNDER_ARMS = ("state_forces", "foreign_forces", "police", "political_militia", "communal_militia", "rebel_group")

SEVERAL = 5  # people of one kind whom two speakers count are the same crowd; fewer may be others
# "the second blast wounded (three)": a share of what two blasts did, no count of it anew
_OF_ONE_ACT = re.compile(
    r"\b(?:first|second|third|fourth|latter|last|other|earlier|later|one)\s+(?:of\s+(?:the|these)\s+)?(?:\w+\s+)?"
    r"(?:blasts?|explosions?|bomb(?:ing)?s?|attacks?|strikes?|raids?|clash(?:es)?|incidents?|shootings?|ambush(?:es)?|shells?|rockets?)\b"
    r"[^.;:]{0,80}$",
    re.IGNORECASE,
)
# "The monitors said (four) were killed."
_SAID_THAT = re.compile(
    r"\b(?:said|says?|reported|reports?|counted)\s+(?:that\s+)?(?:only\s+|at least\s+|about\s+)?$", re.IGNORECASE
)
_WERE_KILLED = re.compile(
    r"\s+(?:(?:had|have)\s+)?(?:(?:were|been)\s+)?(?:killed|died|dead)\b\s*(?:[.,;\n]|$|and\b)", re.IGNORECASE
)
_SAYS_SO = re.compile(r"\b(?:said|says|put|reported|confirmed|counted|stated)\b[^.;]{0,40}$", re.IGNORECASE)


def lay_rival_tolls(text: str, rows: Sequence[Harm], speakers: Sequence[Speaker]) -> tuple[Harm, ...]:
    """As `lay_to_speakers`, for what must not be taken for a part: before retellings and parts are looked for.

    Only a bare toll of another speaker ("put the number of dead at 17"), and a number of the same noun, or of none, beside one
    that is the word of those who speak for the doer ("claimed to have killed 14 soldiers. The command said that five soldiers
    died", "three soldiers were killed, an officer said. The group claimed eight"), and whatever else a party to the act counts
    of others in its own saying-clause (`harm.claimant`). Who says that nobody died says so alone.
    """
    claiming = {speaker.name or speaker.raw for speaker in speakers if speaker.role == "claims"}
    voices = voices_of(text, rows, speakers)

    def is_rival(first: int, again: int) -> bool:
        one, other = rows[first], rows[again]
        if voices.get(first) == voices[again] or one.count == other.count or one.effect != other.effect:
            return False
        if counts_otherwise(text, one, other):
            return True
        by_doer = len({voices.get(first), voices[again]} & claiming) == 1
        if by_doer and _is_bare(text, one, other):
            return True
        if first in voices and (_is_other_toll(text, other) or _count_anew(text, one, other)):
            return True
        if first not in voices and not by_doer:
            return _is_other_toll(text, other) or _speaks_of(text, one, other) or _says_bare(text, one, other)
        if not _rival(text, one, other):
            return False
        if other.group is None:
            return True
        several = (number_of(other) or 0) > 1 and not any(POINTING.match(row.raw) for row in (one, other))
        same = _noun(one) == _noun(other) or _are_one_force(one, other)
        return several and same and by_doer

    rows = [replace(row, speaker=voices[at]) if at in voices and _is_denial(row, rows) else row for at, row in enumerate(rows)]
    standing = [at for at, row in enumerate(rows) if at in voices or _stands_alone(row)]
    rivals = {at for at in voices if any(is_rival(i, at) for i in standing if i < at)}
    return _laid(rows, voices, rivals | claimants_words(text, rows, voices, speakers))


def _stands_alone(row: Harm) -> bool:
    return row.part_of is None and row.speaker is None and bool(row.evidence) and _told(row.count)


def _is_denial(row: Harm, rows: Sequence[Harm]) -> bool:
    """True for the "nobody" of "the ministry said that nobody had died" where the report counts dead."""
    others = (other for other in rows if other.effect == row.effect)
    return row.count is not None and row.count.high == 0 and any(other.count and (other.count.low or 0) > 0 for other in others)


def lay_to_speakers(text: str, rows: Sequence[Harm], speakers: Sequence[Speaker], *, claimed: bool = False) -> tuple[Harm, ...]:
    """The rows with `speaker` set where two speakers count the same people; all other rows are as they were.

    Rows are rivals if a speaker of their own stands in the sentence of each, not the same one, and the second is a bare number
    of a toll ("put the number of dead at 17") or counts people of the same noun and says nothing of further ones. "One person"
    of another speaker is of the crowd that the first counts, unless he died since (no coder has two such numbers in one claim).
    Where the report also counts in its own voice, that count and the one it is added to stand, and only the rival gets its
    speaker.

    Of an act that is `claimed` by those who did it, what somebody else says is not their word ("the army said one was hurt").
    """
    voices = voices_of(text, rows, speakers)
    rivals = {
        at
        for at, row in enumerate(rows)
        if at in voices and any(_rival(text, rows[i], row) for i in voices if i < at and voices[i] != voices[at])
    }
    laid = _laid(rows, voices, rivals)
    claiming = {speaker.name or speaker.raw for speaker in speakers if speaker.role == "claims"}
    others = {at for at, voice in voices.items() if claimed and claiming and voice not in claiming}
    return tuple(replace(row, speaker=row.speaker or voices[at]) if at in others else row for at, row in enumerate(laid))


def _laid(rows: Sequence[Harm], voices: Mapping[int, str], rivals: set[int]) -> tuple[Harm, ...]:
    contested = {rows[at].effect for at in rivals}
    own = {row.effect for at, row in enumerate(rows) if at not in voices and row.part_of is None and _told(row.count)}
    marked = {at for at in voices if at in rivals or rows[at].effect in contested - own}
    return tuple(replace(row, speaker=voices[at]) if at in marked else row for at, row in enumerate(rows))


def voices_of(text: str, rows: Sequence[Harm], speakers: Sequence[Speaker]) -> Mapping[int, str]:
    """For each row that stands for itself, the speaker in whose sentence it is: the last one before it, or else the first."""
    spans = [(evidence.span, speaker.name or speaker.raw) for speaker in speakers for evidence in speaker.evidence]
    found = {}
    for at, row in enumerate(rows):
        if not _stands_alone(row):
            continue
        span = row.evidence[0].span
        here = sentence_at(text, span.start)
        beside = [
            (told, name)
            for told, name in spans
            if sentence_at(text, told.start) == here and not speaks_behind_turn(text, span.end, (told.start, told.end))
        ]
        if not beside and _GOES_ON.match(text, sentence_start(text, span.start)):
            beside = _last_before(text, spans, span)
        if beside:
            found[at] = _speaks_behind(text, rows, beside, span) or _nearest(beside, span)
    return found


def _last_before(text: str, spans: Sequence[tuple[Span, str]], span: Span) -> list[tuple[Span, str]]:
    """The last speaker of the sentence before, whom "It said that" goes on with."""
    here = sentence_at(text, span.start)
    before = [told for told in spans if sentence_at(text, told[0].start) == here - 1]
    return [max(before, key=lambda told: told[0].start)] if before else []


def _nearest(beside: Sequence[tuple[Span, str]], span: Span) -> str:
    before = [told for told in beside if told[0].start <= span.start]
    return max(before, key=lambda told: told[0].start)[1] if before else min(beside, key=lambda told: told[0].start)[1]


def _speaks_behind(text: str, rows: Sequence[Harm], beside: Sequence[tuple[Span, str]], span: Span) -> str | None:
    """The speaker of a last clause: "the group said it killed 17 in a raid, which left four dead, the prison service said".

    And of "an attack that a group claimed left 15 dead, according to the army".
    """
    for told, name in beside:
        if span.end <= told.start and _ACCORDING.fullmatch(text, span.end, told.start):
            return name
        if told.start < span.end or not _SAYS.match(text, told.end) or not _COMMA.fullmatch(text[span.end : told.start]):
            continue
        earlier = [other.end for other, _ in beside if other.end < span.start]
        counted = [row.evidence[0].span.start for row in rows if row.evidence and row.evidence[0].span.end < span.start]
        if earlier and any(start > max(earlier) for start in counted):
            return name
    return None


def _is_other_toll(text: str, row: Harm) -> bool:
    """True behind "gave a lower toll, saying"."""
    start = row.evidence[0].span.start
    return _OTHER_TOLL.search(text[sentence_start(text, start) : start]) is not None


def _rival(text: str, first: Harm, again: Harm) -> bool:
    """True where the second row counts those of the first anew."""
    if first.effect != again.effect:
        return False
    start = again.evidence[0].span.start
    if _is_more(text[max(0, start - 12) : start] + again.raw) or _OF_ONE_ACT.search(text[sentence_start(text, start) : start]):
        return False
    if _DEATHS.match(again.raw):
        return True
    if again.group is None:
        return _TOTAL.search(text[max(0, start - 80) : start]) is not None
    if _ONE_OF_CROWD.fullmatch(again.raw):
        return head_of(first) in _CROWD and not _SINCE.match(text, again.evidence[0].span.end)
    return _noun(again) in _LOOSE or _noun(first) == _noun(again) or _are_one_force(first, again)


def _are_one_force(first: Harm, again: Harm) -> bool:
    return first.group_type == again.group_type and again.group_type in _UNDER_ARMS


def _is_bare(text: str, first: Harm, again: Harm) -> bool:
    """True for "claimed eight": a number alone, in a later sentence than the people it counts anew, and not of further ones."""
    span = again.evidence[0].span
    before = text[max(0, span.start - 12) : span.start]
    alone = again.group is None and len(again.raw.split()) <= 3
    return alone and first.group is not None and not _is_more(before + again.raw + text[span.end : span.end + 12])


def _is_more(words: str) -> bool:
    """True for further people; "more than 40" are not."""
    return _MORE.search(_BOUND.sub("", words)) is not None


def _speaks_of(text: str, first: Harm, again: Harm) -> bool:
    """True for "the army speaks of 30 dead" in a later sentence than the report's own number."""
    start = again.evidence[0].span.start
    later = re.search(r"[.;!?]\s", text[first.evidence[0].span.end : start]) is not None
    before = text[max(0, start - 40) : start]
    alone = _DEATHS.fullmatch(again.raw) is not None or (_ONLY.search(before) is not None and _noun(again) in _LOOSE)
    alone = alone and _SPEAKS_OF.search(before) is not None
    return later and alone and not _is_more(text[max(0, start - 12) : start] + again.raw)


def _count_anew(text: str, first: Harm, again: Harm) -> bool:
    """True for another speaker's bare number, or number of people, in a later sentence than the people it counts anew.

    "Nine people were killed, the prosecutor said. The collective says 14 were"; "three rioters, police said. A student group
    said six protesters". A number of one person may be a further one, and so may people of a trade.
    """
    if min(number_of(first) or 0, number_of(again) or 0) < 2 or POINTING.match(again.raw):
        return False
    start = again.evidence[0].span.start
    if _is_more(text[max(0, start - 12) : start] + again.raw + text[again.evidence[0].span.end :][:12]):
        return False
    if sentence_at(text, first.evidence[0].span.start) == sentence_at(text, start):
        return False
    if _OF_ONE_ACT.search(text[sentence_start(text, start) : start]):
        return False
    if _noun(first) == _noun(again) != "" and min(number_of(first) or 0, number_of(again) or 0) >= SEVERAL:
        return _SAYS_SO.search(text[sentence_start(text, start) : start]) is not None
    if _says_bare(text, first, again):
        return True
    return (first.group is None or head_of(first) in _CROWD) and (again.group is None or head_of(again) in _CROWD)


def _says_bare(text: str, first: Harm, again: Harm) -> bool:
    """True for the four of "three farmers died. The monitors said four were killed", whatever those were called before."""
    span = again.evidence[0].span
    if again.group is not None or min(number_of(first) or 0, number_of(again) or 0) < 2 or first.effect != "killed":
        return False
    before = text[sentence_start(text, span.start) : span.start]
    if sentence_at(text, first.evidence[0].span.start) == sentence_at(text, span.start) or _is_more(before[-12:] + again.raw):
        return False
    return _SAID_THAT.search(before) is not None and _WERE_KILLED.match(text, span.end) is not None


def _noun(row: Harm) -> str:
    noun = head_of(row)
    return noun if noun in _LOOSE else noun.rstrip("s")


def _told(count: Count | None) -> bool:
    return count is not None and (count.low is not None or count.high is not None)
