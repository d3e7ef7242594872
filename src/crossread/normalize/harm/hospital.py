"""People of whom a report only tells that a hospital took them in: they were hurt, unless it says that they died."""

from __future__ import annotations

from itertools import pairwise

from crossread import patterns as re
from crossread.normalize.harm.sentence import Cues, Sentence
from crossread.normalize.sentences import sentence_ends
from crossread.records import Harm

_COUNTED = re.compile(
    r"\d|\b(?:an?other|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens|hundreds|scores|several)\b",
    re.IGNORECASE,
)
_LIGHTLY = re.compile(
    r",?\s+(?:(?:all|both|who|each)\s+)*(?:with|suffered|sustained|suffering|sustaining)\s+(?:\w+\s+)?"
    r"(?:non-?life[- ]threatening|minor|light|slight)\s+(?:\w+\s+)?(?:injuries|wounds)\b",
    re.IGNORECASE,
)


def is_only_treated(sentence: Sentence, cues: Cues) -> bool:
    """True for those who "were taken to hospital", with no death told of them from there on."""
    return cues["treated"].match(sentence.behind.lstrip()) is not None and not _died_in(sentence, cues)


def is_sent_to_hospital(row: Harm, sentence: Sentence, cues: Cues) -> bool:
    """True for "a shooting that sent four people to the hospital", and for "the hospital admitted four people"."""
    if cues["taken_in"].search(sentence.before) and not cues["death"].search(row.raw + sentence.behind):
        return True
    sent = cues["sent"].search(sentence.before) and cues["to_hospital"].match(sentence.behind.lstrip())
    return sent is not None and not _died_in(sentence, cues)


def _died_in(sentence: Sentence, cues: Cues) -> bool:
    return any(cues["death"].search(words) for words in (sentence.behind, sentence.after))


def tells_wounds(text: str, cues: Cues) -> bool:
    """True where a sentence that counts nobody tells of wounds ("The wounded are in hospital"): a count may be of others."""
    bounds = [0, *sentence_ends(text), len(text)]
    told = (text[start:end] for start, end in pairwise(bounds) if cues["injury"].search(text, start, end))
    return any(_COUNTED.search(sentence) is None for sentence in told)


def is_lightly_hurt(sentence: Sentence) -> bool:
    """True for people told right behind to have light wounds: "the shooting of (five people), with minor injuries"."""
    return _LIGHTLY.match(sentence.behind) is not None
