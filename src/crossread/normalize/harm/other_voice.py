"""A second count in the same sentence, in another mouth: "officially 30 people were killed, but residents say 45 died".

It is a rival count of the same people, never a further group. Of 14 hand-coded sentences in which a clause behind a semicolon
or "while" counts dead by another voice none has such a number beside one of the same people; where both stand, as in one
sentence on three people shelled and two soldiers hit by a drone, they are of other people and of other claims.
"""

from __future__ import annotations

from crossread import patterns as re
from crossread.normalize.harm.words import head_of, number_of
from crossread.normalize.sentences import sentence_at
from crossread.records import Harm

_SAYS = (
    r"(?:says?|said|claim(?:s|ed)?|report(?:s|ed)?|insist(?:s|ed)?|maintain(?:s|ed)?|estimate[sd]?|believe[sd]?|count(?:s|ed)?"
    r"|put(?:s)?\s+(?:it|the\s+(?:toll|figure|number))\s+at|speaks?\s+of|spoke\s+of|gives?|gave)"
)
_TURN = (
    r"(?:;\s+(?:but\s+|while\s+|and\s+)?|,\s+(?:but|while|whereas|although|though|yet|however)\s+|\s+(?:while|but|whereas)\s+)"
)
_BOUND = r"(?:(?:at\s+least|about|some|around|over|more\s+than|nearly|as\s+many\s+as|up\s+to|only|just|a\s+total\s+of)\s+)*"
# "; locals say (174)", ", but several security sources say that (at least 160)"
_OTHER_SAYS = re.compile(
    rf"{_TURN}(?P<who>[^.,;:\d]{{2,60}}?)\s+{_SAYS}\s+(?:that\s+)?(?:there\s+were\s+)?{_BOUND}$", re.IGNORECASE
)
_BEGINS = re.compile(rf"{_TURN}(?:[\w’'-]+\s+){{0,5}}$", re.IGNORECASE)
_AND_SAYS = re.compile(rf"(?:\s+[\w’'-]+){{0,3}}\s+{_SAYS}\b", re.IGNORECASE)
_DIED = re.compile(
    r"\s+(?:(?:were|was|had|have|been|are|also|may\s+have|might\s+have)\s+){0,4}(?:died|killed|dead|perished|murdered|executed|massacred"
    r"|injured|wounded|hurt|missing|abducted|kidnapped|arrested|detained|displaced)\b"
    r"|\s*(?:[.,;:)]|$)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:an?other|others?|further|additional|second|third|also|too|separately|elsewhere|(?<!or )more(?! than))\b", re.I
)
_CROWD = frozenset(
    "people persons dead deaths victims lives bodies civilians residents villagers inhabitants citizens protesters"
    " demonstrators".split()
) | {""}
_ARMED = frozenset(
    "state_forces foreign_forces police rebel_group political_militia communal_militia unidentified_armed_group".split()
)


def counts_otherwise(text: str, first: Harm, again: Harm) -> bool:
    """True where another voice counts the people of the first row anew, in a clause of its own of the same sentence.

    By a bare number or one of people; by one of civilians, where it is the larger; by the same noun. Of "nine others" or "12
    soldiers" beside "30 people" it is not told that they are the same.
    """
    if first.effect != again.effect or min(_number(first), _number(again)) < 2:
        return False
    start, end = again.evidence[0].span.start, again.evidence[0].span.end
    known = first.evidence[0].span.end
    if start <= known or sentence_at(text, start) != sentence_at(text, first.evidence[0].span.start):
        return False
    says = _OTHER_SAYS.search(text, known, start)
    if (
        says is None
        or _DIED.match(text, end) is None
        or _MORE.search(text[says.end("who") : start] + again.raw + text[end : end + 12])
    ):
        return False
    noun, known_noun = _noun(again), _noun(first)
    if noun == known_noun or (known_noun in _CROWD and noun in _CROWD):
        return True
    loose = known_noun in _CROWD and again.group_type not in _ARMED
    return noun == "" or (loose and _number(again) > _number(first))


def speaks_behind_turn(text: str, end: int, speaker: tuple[int, int]) -> bool:
    """True for the "residents" of ", but residents say": what is counted before, up to `end`, is not their word."""
    begins, ends = speaker
    return end <= begins and _BEGINS.search(text, end, begins) is not None and _AND_SAYS.match(text, ends) is not None


def _noun(row: Harm) -> str:
    return head_of(row) if row.group else ""


def _number(row: Harm) -> int:
    return number_of(row) or 0
