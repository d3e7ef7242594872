"""People told again: a headline and its story, "five people" and then each of them, a name behind "a man".

Rows of one claim and effect are gone through in the order of the text. A number told again of the same people gives the row
told first a second quote, not a second row; people out of a number told before are part of it. Otherwise they would be
added up, and one death told three times would be three.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.codebook.name_folding import fold_name
from crossread.records import Harm

LONGEST_HEADLINE = 200  # characters
_SENTENCE = re.compile(r"(?<=[a-z0-9)\"”’'])[.!?]+[\"”’']*\s+(?=[\"“A-Z0-9])|\n+")
_MORE = re.compile(
    r"\b(?:an?other|others?|more|further|additional|second|third|fourth|fifth|sixth|also|too|separately)\b", re.I
)
_POINTING = re.compile(r"^(?:all\s+(?:of\s+)?)?(?:the|this|that|these|those|both|all)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:an?|one)\s", re.IGNORECASE)
_NAMING = re.compile(r",?\s+(?:(?:who was |later |was |been )*(?:identified|named) (?:by [\w ]{1,20} )?as |named )?$")
_LISTING = re.compile(r",?\s+(?:and\s+)?$")
_OPENING = re.compile(r"(?:[:(]|\b(?:identified as|namely|being))\s*$")  # a list of who they were
_NAME = re.compile(r"^[A-Z][\w'’.-]*(?:\s(?:[A-Z][\w'’.-]*|al|bin|de|van|von|ag|ould))*$")
_SEX = {
    "m": frozenset("man boy father husband brother son teen male men boys brothers sons uncle grandfather gunman".split()),
    "f": frozenset("woman girl mother wife sister daughter female women girls sisters daughters aunt grandmother".split()),
}
# Words that may stand for anybody; "old" is the end of "a 19-year-old".
_ANYBODY = frozenset(
    "person people victim victims man woman boy girl men women child children one two three four five six old teen teens "
    "teenager teenagers youth youths adult adults individual individuals resident residents male female males females dead "
    "deaths body bodies lives infant baby toddler kids driver passenger student other others shot wounded killed".split()
)


@dataclass(slots=True, kw_only=True)
class _Told:
    """A row on its way: its number, sentence and words, the row it repeats, the row it is part of."""

    row: Harm
    number: int
    sentence: int
    head: str
    named: bool
    same_as: int | None = None
    part_of: int | None = None

    @property
    def start(self) -> int:
        return self.row.evidence[0].span.start

    @property
    def stands(self) -> bool:
        return self.same_as is None and self.part_of is None


def settle_retold(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with those told again taken into the first telling, and people out of a larger number marked as part of it.

    Rows without a number, without evidence or of a speaker of their own are left as they are.
    """
    breaks = [match.end() for match in _SENTENCE.finditer(text)]
    body = _body_start(text)
    told: dict[int, _Told] = {}
    for at, row in enumerate(rows):
        if (number := _number(row)) and row.evidence and row.speaker is None:
            start = row.evidence[0].span.start
            sentence = sum(end <= start for end in breaks)
            told[at] = _Told(
                row=row, number=number, sentence=sentence, head=_head(row), named=_is_name(row), part_of=row.part_of
            )
    for at, one in told.items():
        before = [i for i in told if i < at and told[i].stands and told[i].row.effect == one.row.effect]
        if one.stands and before and not (_is_more(text, one) and told[before[-1]].start >= body):
            _settle(text, told, at, before)
    return _written(rows, told)


def _body_start(text: str) -> int:
    """Where the headlines end: the first lines, none of which is a sentence."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip() and (len(line) > LONGEST_HEADLINE or line.rstrip().endswith((".", "!", "?", ".”", '."'))):
            break
        at += len(line)
    return at


def _settle(text: str, told: dict[int, _Told], at: int, before: list[int]) -> None:
    """Find what `told[at]` tells again or is part of, among the rows `before` it that stand for themselves."""
    one = told[at]
    if any(other.sentence == one.sentence for i, other in told.items() if i < at and other.row.effect == one.row.effect):
        _settle_beside(text, told, at)
        return
    alike = [i for i in before if told[i].number == one.number and _compatible(told[i], one)]
    wholes = [i for i in before if _room(told, i) >= one.number and told[i].number > 1 and _holds(told[i], one)]
    total = sum(told[i].number for i in before)
    if alike:
        one.same_as = alike[0]
    elif len(before) > 1 and total == one.number and all(_holds(one, told[i]) for i in before):
        for i in before:
            told[i].part_of = at
    elif wholes:
        one.part_of = wholes[-1]


def _settle_beside(text: str, told: dict[int, _Told], at: int) -> None:
    """Rows of one sentence are different people, but for a name ("his wife, Awa Keita") and a list of parts that goes on."""
    one = told[at]
    last_at, last = [(i, other) for i, other in told.items() if i < at and other.row.effect == one.row.effect][-1]
    gap = text[last.row.evidence[0].span.end : one.row.evidence[0].span.start]
    if one.named and last.number == one.number == 1 and not last.named and _NAMING.match(gap):
        one.same_as = last_at
    elif last.part_of is not None and _LISTING.match(gap) and _room(told, last.part_of) >= one.number:
        one.part_of = last.part_of
    elif last.stands and last.number > 1 and _OPENING.search(gap) and _room(told, last_at) >= one.number:
        one.part_of = last_at


def _compatible(first: _Told, again: _Told) -> bool:
    """True where the words can stand for the same people: the same noun, a pointing word, a name, or anybody's word."""
    if first.named and again.named:
        return bool(set(fold_name(first.row.raw).split()) & set(fold_name(again.row.raw).split()))
    if first.head == again.head:
        return True
    sexes = {sex for sex, words in _SEX.items() for told in (first, again) if told.head in words}
    if len(sexes) > 1:
        return False
    loose = again.named or first.named or bool(_POINTING.match(again.row.raw))
    return loose or first.head in _ANYBODY or again.head in _ANYBODY


def _holds(whole: _Told, part: _Told) -> bool:
    """True where the larger number can hold the smaller one: of anybody, or of the same noun."""
    return whole.head in _ANYBODY or whole.head.rstrip("s") == part.head.rstrip("s") or part.named


def _room(told: dict[int, _Told], at: int) -> int:
    """How many people of a number have not been told one by one yet; of words without a number, any."""
    if at not in told:
        return sys.maxsize
    return told[at].number - sum(other.number for other in told.values() if other.part_of == at)


def _is_more(text: str, one: _Told) -> bool:
    """True where the words say that these are further people."""
    start = one.row.evidence[0].span.start
    return _MORE.search(text[max(0, start - 12) : start] + one.row.raw) is not None


def _number(row: Harm) -> int | None:
    count = row.count
    if count is None or count.qualifier in ("vague", "unstated"):
        return None
    return count.low if count.low is not None else count.high


def _head(row: Harm) -> str:
    words = re.findall(r"[^\W\d_]+", re.split(r",|\b(?:of|from|in|who|including|at)\b", row.group or row.raw)[0].lower())
    return words[-1] if words else ""


def _is_name(row: Harm) -> bool:
    return (
        _NAME.match(row.raw) is not None
        and _ARTICLE.match(row.raw) is None
        and _POINTING.match(row.raw) is None
        and _head(row) not in _ANYBODY
    )


def _written(rows: Sequence[Harm], told: dict[int, _Told]) -> tuple[Harm, ...]:
    """The rows that are left, with the quotes of those they take in, and parts pointing at their new places."""
    gone = {at: one.same_as for at, one in told.items() if one.same_as is not None}
    places = {at: place for place, at in enumerate(at for at in range(len(rows)) if at not in gone)}
    kept = []
    for at in places:
        whole = told[at].part_of if at in told else rows[at].part_of
        whole = gone.get(whole, whole) if whole is not None else None
        quotes = (*rows[at].evidence, *(e for other, first in gone.items() if first == at for e in rows[other].evidence))
        kept.append(replace(rows[at], evidence=quotes, part_of=places.get(whole) if whole is not None else None))
    return tuple(kept)
