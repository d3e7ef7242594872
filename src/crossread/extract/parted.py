"""Sentences that tell two acts: "killed 34 in Lahore, hours after a bomber killed nine in Peshawar" is cut between the two.

Of 59 coded sentences with such words between an act, its dead and its place and another act, its dead and its place, 53 tell
two claims, and five of the other six are texts in capitals whose sentences do not end.

Where the same doers go on elsewhere ("killed eight people in Djibo and abducted six in Arbinda"), too.

And sentences that tell a further act: "in a separate attack", "were also killed in an ambush". Of 39 hand-coded claims told by
"a separate" or "an unrelated" act, and of 6 told by "also" and "in a" with an act, none is told before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossread import patterns as re
from crossread.extract.answers import iter_answers
from crossread.extract.compared_acts import find_compared
from crossread.extract.cuts import Cut, Cuts
from crossread.extract.heads import Mention, Reading
from crossread.extract.known_for import find_known_for, find_recalled
from crossread.extract.listed_acts import iter_listed_acts
from crossread.extract.next_act import iter_next_acts
from crossread.extract.own_acts import iter_own_acts
from crossread.extract.said_of_doer import find_said_of
from crossread.extract.telling_days import is_day

LEAD = 60  # characters of a sentence before its first mention and behind its last: "In a separate"
SURE = 0.3  # a trigger or mention is taken for told from here on
_ACT = (
    r"(?:\w+\s){0,2}(?:attack|blast|bomb\w*|explosion|raid|ambush|clash|strike|shooting|incident|assault|mine|grenade|rocket|drone"
    r"|car|suicide|gunmen|group)"
)
_BETWEEN = re.compile(
    r";\s|,?\s(?:(?:just|only|barely|a few|several|two|three)\s)*(?:hours?|days?|minutes?|weeks?|months?)\s(?:after|before)\s"
    r"|,?\s(?:while|whereas|or)\s|,?\sand\s(?=(?:in|at|near|on|elsewhere|separately)\s)"
    rf"|(?:,|;)?\s(?:and\s|in\s)?(?:another|an?\s(?:second|third|separate|similar))\s(?={_ACT})"
    r"|,\sand\s(?=(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|\d+|gunmen|militants|police)\s)",
    re.IGNORECASE,
)
# What tells of itself that it is elsewhere: no name of a place is asked for behind it
_ELSEWHERE = re.compile(
    r",?\s(?:while|whereas|and)\s(?=elsewhere\b|(?:further|farther)\s(?:north|south|east|west)"
    r"|(?:in|to)\sthe\s(?:(?:north|south)?-?(?:east|west)|north|south)\b)",
    re.IGNORECASE,
)
# whom they took before: "abducted six men in Sirte and executed all six in Benghazi" is one act
_SAME = (
    r"(?:(?:[\w-]+\s){1,2}of\s(?:the|them|these|those|whom)|all|both|them|him|her|it|the\s(?:one|two|three|four|five|six|seven|eight|nine"
    r"|ten|\d+|others?|rest|captives|hostages|prisoners|detainees|men|women|victims|boys|girls))\b"
)
# The same doers go on elsewhere or on another day: "killed eight people in Djibo and abducted six in Arbinda"
_AND_DID = re.compile(
    r",?\s(?:and|but)\s(?=(?:(?:then|also|later|had)\s)?(?:abducted|attacked|ambushed|arrested|beheaded|bombed|burn(?:ed|t)|captured|detained"
    r"|executed|fired|hit|injured|kidnapped|killed|looted|murdered|raided|raped|razed|robbed|seized|set|shelled|shot|stormed|struck"
    rf"|torched|took|wounded)\s(?!{_SAME}))",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:]|\b(?:after|before|when|while|who|whom|which|that|as|where|because)\b", re.IGNORECASE)
_WHILE = re.compile(r",?\s(?:while|whereas)\s", re.IGNORECASE)
_SINGLE = (
    r"(?:attack|blast|bomb(?:ing)?|explosion|raid|ambush|clash|(?:air ?)?strike|shooting|incident|assault|killing|shelling"
    r"|(?:gun ?)?battle|gunfight|firefight|shoot-?out|shooting|operation|accident|crash|episode|occasion|event)\b(?!s)"
)
_FURTHER = re.compile(
    rf"\b(?:an?\s)?(?:separate|unrelated)\s(?:[\w-]+\s){{0,2}}?{_SINGLE}"
    r"|\balso\s(?:[\w-]+\s){0,2}?(?:killed|wounded|injured|hurt|shot|died|kidnapped|abducted|arrested|detained)\b[^.;,]{0,40}?"
    rf"\s(?:in|by)\s(?:an|a|another)\s(?:[\w-]+\s){{0,3}}?{_SINGLE}"
    rf"|(?:^|(?<=[.!?]\s)|(?<=\n))also[\s,][^.;\n]{{0,100}}?\s(?:in|by)\s(?:an|a|another)\s(?:[\w-]+\s){{0,3}}?{_SINGLE}",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?][\"”’)]*\s+|\n\s*")
_BREAK = re.compile(r";\s|,?\s(?:and|while|whereas|but)\s(?!(?:\w+ed|shot|hurt|left)\b)", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|several|hundreds)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z]\w+")
_NO_SITE = re.compile(r"\b(?:hospital|clinic|morgue)", re.IGNORECASE)


def find_cuts(text: str, readings: Sequence[Reading]) -> Cuts:
    """The cuts of a text: the first word between two acts in a sentence that gives each its dead or hurt and its place.

    And the sentences that open a paragraph with another act, or tell one right behind another.
    """
    within = [cut for reading in readings for cut in _iter_cuts(text, reading)]
    told = [m for reading in readings for m in (*reading.triggers, *reading.mentions) if reading.passage.owned[m.first]]
    sure = sorted((m for m in told if m.score >= SURE), key=lambda m: (m.start, m.end))
    next_acts = (Cut(start=0, at=at, end=end, further=True, own_voice=True) for at, end in iter_next_acts(text, sure))
    own_acts = (Cut(start=low, at=at, end=end, further=True, own_voice=True) for low, at, end in iter_own_acts(text, sure))
    return Cuts((*within, *next_acts, *own_acts))


def _iter_cuts(text: str, reading: Reading) -> Iterator[Cut]:
    sentences: dict[int, list[Mention]] = {}
    for mention in (*reading.triggers, *reading.mentions):
        if reading.passage.owned[mention.first]:
            sentences.setdefault(mention.sentence, []).append(mention)
    for found in sentences.values():
        told = [mention for mention in found if mention.score >= SURE]
        within = tuple(_between(text, told))
        yield from within or _listed(text, told)
        yield from _further(text, found, told)
        in_order = sorted(told, key=lambda m: (m.start, m.end))
        if (compared := find_compared(text, in_order) or find_recalled(text, in_order)) is not None:
            start, at, end = compared
            yield Cut(start=start, at=at, end=end, verb=at)
        if (known := find_known_for(text, in_order)) is not None:
            yield Cut(start=known.start, at=known.end, end=known.sentence_end, verb=known.end)
        if (said_of := find_said_of(text, in_order)) is not None:
            start, at, end = said_of
            yield Cut(start=start, at=at, end=end, verb=at)
        for one in iter_answers(text, in_order):
            yield Cut(start=one.start, at=one.at, end=one.back, verb=one.verb, one_place=one.there, shares_day=one.counted)
            yield Cut(start=one.at, at=one.back, end=one.end)


def _between(text: str, told: Sequence[Mention]) -> Iterator[Cut]:
    """A cut between two acts of one sentence."""
    start, end = min((m.start for m in told), default=0), max((m.end for m in told), default=0)
    matches = [match for words in (_BETWEEN, _ELSEWHERE, _AND_DID) for match in words.finditer(text, start, end)]
    for match in sorted(matches, key=lambda match: match.start()):
        left = [m for m in told if m.end <= match.end()]
        right = [m for m in told if m.start >= match.start()]
        if match.re is _AND_DID and not _goes_on_elsewhere(text, match.end(), left, right):
            continue
        apart = match.re is _ELSEWHERE or (_WHILE.fullmatch(match[0]) is not None and _differ_in_day(text, left, right))
        if _tells_an_act(text, left) and _tells_an_act(text, right, placed=not apart):
            yield Cut(start=start, at=match.start(), end=end)
            return


def _listed(text: str, told: Sequence[Mention]) -> Iterator[Cut]:
    """A cut before each act of a list but the first."""
    start, end = min((m.start for m in told), default=0), max((m.end for m in told), default=0)
    for at in iter_listed_acts(text, sorted(told, key=lambda m: m.start)):
        yield Cut(start=start, at=at, end=end)


def _further(text: str, found: Sequence[Mention], told: Sequence[Mention]) -> Iterator[Cut]:
    """A cut before the words that tell a further act, or before their sentence: nothing told above is told there again."""
    start, end = _sentence(text, min(m.start for m in found), max(m.end for m in found))
    match = _FURTHER.search(text, start, end)
    if match is None:
        return
    breaks = [b.start() for b in _BREAK.finditer(text, start, match.start() + 1)]
    own = [at for at in breaks if _tells_an_act(text, [m for m in told if m.end <= at])]
    yield Cut(start=0, at=own[-1] if own else start, end=end, further=True)


def _sentence(text: str, first: int, last: int) -> tuple[int, int]:
    """Start and end of the sentence of two places, as far as `LEAD` goes beyond them."""
    low = max(0, first - LEAD)
    before = [match.end() for match in _STOP.finditer(text, low, first)]
    stop = _STOP.search(text, last, last + LEAD)
    return before[-1] if before else low, stop.start() if stop else min(len(text), last + LEAD)


def _differ_in_day(text: str, left: Sequence[Mention], right: Sequence[Mention]) -> bool:
    """True where both sides tell a day, and none is told on both."""
    mine, theirs = ({text[m.start : m.end].lower() for m in side if m.category == "time"} for side in (left, right))
    mine, theirs = ({raw for raw in side if is_day(raw)} for side in (mine, theirs))
    return bool(mine and theirs) and not mine & theirs


def _goes_on_elsewhere(text: str, end: int, left: Sequence[Mention], right: Sequence[Mention]) -> bool:
    """True where both sides tell places with a name, none of them on both, the first one behind in the verb's own clause."""
    mine, theirs = ([m for m in side if m.category == "place" and _NAME.search(text, m.start, m.end)] for side in (left, right))
    if not mine or not theirs or _CLAUSE.search(text, end, min(m.start for m in theirs)):
        return False
    names = [{name for m in side for name in _NAME.findall(text[m.start : m.end])} for side in (mine, theirs)]
    return not names[0] & names[1]


def _tells_an_act(text: str, told: Sequence[Mention], *, placed: bool = True) -> bool:
    """True for words with a trigger, a number of people and, if `placed`, a place with a name."""
    words = {kind: [text[m.start : m.end] for m in told if m.category == kind] for kind in ("harm", "place")}
    return (
        any(m.category == "trigger" for m in told)
        and any(_NUMBER.search(harm) for harm in words["harm"])
        and (not placed or any(_NAME.search(place) and not _NO_SITE.search(place) for place in words["place"]))
    )
