"""Whether two harm rows of one effect can be the same people, told by other words, or one can hold the other."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass

from crossread import patterns as re
from crossread.codebook.name_folding import fold_name
from crossread.normalize.harm.words import ANYBODY, DOERS, POINTING, SELF, SEX
from crossread.records import Harm

_NAMING = re.compile(r",?\s+(?:(?:who was |later |was |been )*(?:identified|named) (?:by [\w ]{1,20} )?as |named )?$")
_AGED_NAME = re.compile(r"[-‐–]?\s?(?:year|month)s?[-‐– ]old,?\s+$", re.IGNORECASE)  # between "16-" and the name
_AGED_GAP = re.compile(r",\s*(?:(?:aged?\s*)?\d{1,3},\s*)?")
_ARTICLE = re.compile(r"(?:an?|the|one|his|her|their|its|1)\b", re.IGNORECASE)
_OF_SURVIVOR = re.compile(r"(?:my|his|her|their|our)\s+(?!own\b)[a-z]", re.IGNORECASE)
# Between who did it and "himself": the doing alone.
_DONE = (
    r"(?:shot|shooting|hit|hitting|struck|striking|kill(?:ed|ing)|stabb(?:ed|ing)|hang(?:ed|ing)|hurt"
    r"|injur(?:ed|ing)|wound(?:ed|ing))"
)
_DOING = re.compile(
    rf"\s+(?:(?!\band\b|\bthen\b|\bbefore\b|[,;.]).){{0,60}}?\b{_DONE}(?:\s+and\s+{_DONE})?\s+"
    r"|\s+(?!and\b|then\b|before\b)(?:\w+ly\s+)?\w+\s+"
)


@dataclass(slots=True, kw_only=True)
class ToldRow:
    """A row on its way: its number, sentence and words, the row it repeats, the row it is part of."""

    row: Harm
    number: int
    sentence: int
    head: str
    named: bool
    same_as: int | None = None
    part_of: int | None = None
    within: int | None = None  # a part of a part: "two of the three …, a man and a woman"

    @property
    def start(self) -> int:
        """Where its first words begin in the text, in characters."""
        return self.row.evidence[0].span.start

    @property
    def stands(self) -> bool:
        """True if it repeats no other row and is part of none: its number counts of itself."""
        return self.same_as is None and self.part_of is None


def describes_last(one: ToldRow, last: ToldRow, gap: str) -> bool:
    """True for a blotter's "Victim, male, 42, driver": one person, described without an article between commas."""
    bare = one.row.raw[:1].islower() and not _ARTICLE.match(one.row.raw)
    return bare and one.number == last.number == 1 and not _ARTICLE.match(last.row.raw) and _AGED_GAP.fullmatch(gap) is not None


def names_last(one: ToldRow, last: ToldRow, gap: str) -> bool:
    """True for the name of the one told right before: "his wife, Awa Keita", "a 16-year-old Awa Keita"."""
    if not one.named or last.named or not last.number == one.number == 1:
        return False
    return (_NAMING.match(gap) or _AGED_NAME.match(gap)) is not None


def is_himself(one: ToldRow, last: ToldRow, gap: str) -> bool:
    """True for the "himself" of "a recruit shot himself"; who shot a guard and then himself makes two."""
    if one.row.raw.lower() not in SELF or last.number != one.number:
        return False
    return last.head in DOERS | SELF or _DOING.fullmatch(gap) is not None


def compatible(first: ToldRow, again: ToldRow) -> bool:
    """True where the words can stand for the same people: the same noun, a pointing word, a name, or anybody's word.

    Who did it ("The gunman was killed, too") is nobody of those he did it to.
    """
    if (first.head in DOERS) != (again.head in DOERS):
        return False
    if first.named and again.named:
        return bool(set(fold_name(first.row.raw).split()) & set(fold_name(again.row.raw).split()))
    if first.head == again.head:
        return True
    sexes = {sex for sex, words in SEX.items() for told in (first, again) if told.head in words}
    if len(sexes) > 1:
        return False
    loose = again.named or first.named or bool(POINTING.match(again.row.raw))
    return loose or first.head in ANYBODY or again.head in ANYBODY


def holds(whole: ToldRow, part: ToldRow) -> bool:
    """True where the larger number can hold the smaller one: of anybody, or of the same noun, or a survivor's "her husband".

    A soldier is none of so many rebels, nor are three Americans any of four attackers.
    """
    kinds = kind_of(whole.row.group_type), kind_of(part.row.group_type)
    nation = part.named and part.number > 1  # as many of a people as are told by its name alone
    if set(kinds) == {"state", "armed"} or (nation and kinds == ("armed", "civilian")):
        return False
    kin = part.number == 1 and _OF_SURVIVOR.match(part.row.raw) is not None
    if kin and whole.number > 1 and kind_of(whole.row.group_type) == "civilian":
        return True
    return whole.head in ANYBODY or whole.head.rstrip("s") == part.head.rstrip("s") or part.named


def kind_of(group_type: str) -> str:
    """Whether people are of a state, armed against it, or neither; "" where it is not told."""
    if group_type in ("state_forces", "foreign_forces", "police", "officials"):
        return "state"
    return "armed" if group_type.endswith(("_group", "_militia")) else "" if group_type == "unknown" else "civilian"


def room(told: Mapping[int, ToldRow], at: int) -> int:
    """How many people of a number have not been told one by one yet; of words without a number, any."""
    if at not in told:
        return sys.maxsize
    taken = sum(other.number for other in told.values() if other.part_of == at and other.within is None)
    return told[at].number - taken
