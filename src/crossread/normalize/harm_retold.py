"""People told again: a headline and its story, "five people" and then each of them, a name behind "a man".

Rows of one claim and effect are gone through in the order of the text. A number told again of the same people gives the row
told first a second quote, not a second row; people out of a number told before are part of it. Otherwise they would be
added up, and one death told three times would be three.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crossread.languages import load_language
from crossread.normalize.harm_alike import ToldRow, compatible, describes_last, holds, is_himself, kind_of, names_last
from crossread.normalize.harm_words import NOBODY_ELSE, POINTING, UNNAMED, YOUNG, head_of, is_name, number_of
from crossread.normalize.sentences import sentence_at
from crossread.records import Harm

LONGEST_HEADLINE = 200  # characters
_MORE = re.compile(
    r"(?<!\bthe )\b(?:an?other|others?|more|further|additional|second|third|fourth|fifth|sixth|also|too|separately)\b", re.I
)
# Between two of a list: marks, ages, further names that no row has ("A, 24, and B", "A, 54, C D, 28, and B").
_LISTING = re.compile(
    r"(?:,?\s+(?:aged?\s+)?\d{1,2}|,?\s+(?!The\b|A\b|In\b|On\b)[A-Z][\w'’.-]*)*"
    r"[,;]?\s+(?:and\s+|as well as\s+)?(?:\d{1,2}-year-old\s+)?$"
)
_OPENING = re.compile(r"(?:[:(]|\b(?:(?:identified|named) as|namely|being))\s*$")  # a list of who they were
_APPOSED = re.compile(r",\s+$")  # "Two victims, a guard and a driver, died"
ORDINALS = {word: number for word, number in load_language("en").ordinals.items() if 2 <= number <= 10}
_NTH = re.compile(rf"\b({'|'.join(ORDINALS)})\b", re.IGNORECASE)


def settle_retold(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with those told again taken into the first telling, and people out of a larger number marked as part of it.

    Rows without a number or without evidence are left as they are; what one speaker tells is nobody else's telling.
    """
    told: dict[int, ToldRow] = {}
    for speaker in dict.fromkeys(row.speaker for row in rows):
        told |= _settle_told(text, {at: row for at, row in enumerate(rows) if row.speaker == speaker})
    return _written(rows, dict(sorted(told.items())))


def _settle_told(text: str, rows: Mapping[int, Harm]) -> dict[int, ToldRow]:
    """The numbers of one speaker, or of the report itself, each with what it repeats or is part of."""
    body = _body_start(text)
    told: dict[int, ToldRow] = {}
    for at, row in rows.items():
        if (number := number_of(row)) and row.evidence:
            sentence = sentence_at(text, row.evidence[0].span.start)
            told[at] = ToldRow(
                row=row, number=number, sentence=sentence, head=head_of(row), named=is_name(row), part_of=row.part_of
            )
    _mark_apposed(text, told)
    _mark_headlines(text, told, body)
    for at, one in told.items():
        before = [i for i in told if i < at and told[i].stands and told[i].row.effect == one.row.effect]
        if not one.stands or not before:
            continue
        if _is_more(text, one) and told[before[-1]].start >= body:
            _settle_further(text, told, at, before)
        else:
            _settle(text, told, at, before)
    return told


def _mark_apposed(text: str, told: dict[int, ToldRow]) -> None:
    """ "Two victims, a guard and a driver," are those two: a list right behind a number of anybody, which it fills."""
    for at, one in told.items():
        if one.head not in NOBODY_ELSE or one.number < 2 or one.part_of is not None:
            continue
        parts: list[int] = []
        end, filled = one.row.evidence[0].span.end, 0
        for i in (i for i in told if i > at):
            gap = text[end : told[i].start]
            wanted = _APPOSED if not parts else _LISTING
            if told[i].row.effect != one.row.effect or filled >= one.number or not wanted.fullmatch(gap):
                break
            parts.append(i)
            filled, end = filled + told[i].number, told[i].row.evidence[0].span.end
        if len(parts) > 1 and filled == one.number:
            for i in parts:
                told[i].part_of = at


def _mark_headlines(text: str, told: dict[int, ToldRow], body: int) -> None:
    """ "4 rebels" of the headline are the "four militants" of the story: each number of a headline is told again once.

    The same noun comes first, then one that can stand for it, then one for people of the same kind.
    """
    for title in [i for i in told if told[i].start < body and told[i].number > 1 and told[i].stands]:
        first = told[title]
        again = [i for i in told if told[i].start >= body and told[i].stands and not _is_more(text, told[i])]
        again = [i for i in again if (told[i].row.effect, told[i].number) == (first.row.effect, first.number)]
        alike = [i for i in again if told[i].head == first.head] or [i for i in again if compatible(first, told[i])]
        alike = alike or [i for i in again if kind_of(told[i].row.group_type) in ("", kind_of(first.row.group_type))]
        if alike:
            told[alike[0]].same_as = title


def _body_start(text: str) -> int:
    """Where the headlines end: the first lines, none of which is a sentence."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip() and (len(line) > LONGEST_HEADLINE or line.rstrip().endswith((".", "!", "?", ".”", '."'))):
            break
        at += len(line)
    return at


def _settle(text: str, told: dict[int, ToldRow], at: int, before: list[int]) -> None:
    """Find what `told[at]` tells again or is part of, among the rows `before` it that stand for themselves."""
    one = told[at]
    if any(other.sentence == one.sentence for i, other in told.items() if i < at and other.row.effect == one.row.effect):
        _settle_beside(text, told, at)
        return
    alike = [i for i in before if told[i].number == one.number and compatible(told[i], one)]
    wholes = [i for i in before if _room(told, i) >= one.number and told[i].number > 1 and holds(told[i], one)]
    total = sum(told[i].number for i in before)
    pointed = POINTING.match(one.row.raw) is not None and one.number > 1
    again = [i for i, other in told.items() if i < at and pointed and _is_part_alike(other, one)]
    if alike or again:
        one.same_as = (alike or again)[0]
    elif len(before) > 1 and total == one.number and all(holds(one, told[i]) for i in before):
        for i in before:
            told[i].part_of = at
    elif wholes:
        one.part_of = wholes[-1]
    elif one.head in UNNAMED and _are_one_group(told, before, one.number):
        one.part_of = max(before, key=lambda i: told[i].number)
    else:
        _settle_within(told, at)


def _are_one_group(told: dict[int, ToldRow], before: list[int], number: int) -> bool:
    """True where so many can be out of people counted in two numbers of one sentence ("three men and three women … four")."""
    total = sum(told[i].number for i in before)
    return len(before) > 1 and len({told[i].sentence for i in before}) == 1 and total > number


def _is_part_alike(part: ToldRow, again: ToldRow) -> bool:
    """True for "the other four", "the two men", told again of so many who were told as part of a larger number."""
    return part.part_of is not None and part.row.effect == again.row.effect and part.number == again.number


def _settle_within(told: dict[int, ToldRow], at: int) -> None:
    """Put somebody whom no whole has room for into a part told right before: "Two of the three … They included a man"."""
    one = told[at]
    for i, part in reversed(list(told.items())):
        near = i < at and one.sentence - part.sentence <= 1 and part.row.effect == one.row.effect
        if not near or part.part_of is None or part.within is not None or part.number < 2 or not holds(part, one):
            continue
        if part.number - sum(other.number for other in told.values() if other.within == i) >= one.number:
            one.part_of, one.within = part.part_of, i
            return


def _settle_further(text: str, told: dict[int, ToldRow], at: int, before: list[int]) -> None:
    """ "A fourth victim" is one of the four told before; "another man" goes on with a list of parts; else they are more."""
    one = told[at]
    match = _NTH.search(text[max(0, one.start - 12) : one.start] + one.row.raw)
    nth = ORDINALS[match[1].lower()] if match else 0
    last = [other for i, other in told.items() if i < at and other.row.effect == one.row.effect][-1]
    lists = last.part_of is not None and one.sentence - last.sentence <= 1
    for i in reversed(before):
        whole = told[i]
        counted = whole.number >= nth > 1 or (lists and not match and i == last.part_of)
        if counted and one.number == 1 and _room(told, i) >= 1 and holds(whole, one):
            one.part_of = i
            return


def _settle_beside(text: str, told: dict[int, ToldRow], at: int) -> None:
    """Rows of one sentence are different people, but for a name ("his wife, Awa Keita") and a list of parts that goes on."""
    one = told[at]
    last_at, last = [(i, other) for i, other in told.items() if i < at and other.row.effect == one.row.effect][-1]
    gap = text[last.row.evidence[0].span.end : one.row.evidence[0].span.start]
    if describes_last(one, last, gap):
        one.same_as = last.same_as if last.same_as is not None else last_at
        return
    listed = _LISTING.match(gap) is not None
    if names_last(one, last, gap) or (not listed and is_himself(one, last, gap)):
        one.same_as = last_at
    elif (young := _young_again(told, at)) is not None:
        one.same_as = young
    elif last.part_of is not None and listed:
        if _room(told, last.part_of) >= one.number:
            one.part_of = last.part_of
        else:
            _settle_within(told, at)
    elif _goes_on(told, one, last):
        one.part_of = last.part_of
    elif last.stands and last.number > 1 and _OPENING.search(gap) and _room(told, last_at) >= one.number:
        one.part_of = last_at


def _goes_on(told: dict[int, ToldRow], one: ToldRow, last: ToldRow) -> bool:
    """True where a sentence that began with one of a larger number goes through the others, each in a clause of his own."""
    whole = told.get(last.part_of) if last.part_of is not None else None
    if whole is None or last.within is not None or last.part_of is None or one.sentence != last.sentence:
        return False
    single = one.number == last.number == 1 and whole.sentence < last.sentence
    return single and _room(told, last.part_of) >= 1 and holds(whole, one)


def _young_again(told: dict[int, ToldRow], at: int) -> int | None:
    """The baby told in an earlier sentence whom "the infant" names again beside other people."""
    one = told[at]
    if one.number != 1 or not POINTING.match(one.row.raw) or one.head not in YOUNG:
        return None
    earlier = (i for i, other in told.items() if i < at and other.sentence < one.sentence and other.stands)
    found = [i for i in earlier if told[i].row.effect == one.row.effect and told[i].number == 1 and told[i].head in YOUNG]
    return found[0] if len(found) == 1 else None


def _room(told: dict[int, ToldRow], at: int) -> int:
    """How many people of a number have not been told one by one yet; of words without a number, any."""
    if at not in told:
        return sys.maxsize
    taken = sum(other.number for other in told.values() if other.part_of == at and other.within is None)
    return told[at].number - taken


def _is_more(text: str, one: ToldRow) -> bool:
    """True where the words say that these are further people."""
    start = one.row.evidence[0].span.start
    return _MORE.search(text[max(0, start - 12) : start] + one.row.raw) is not None


def _written(rows: Sequence[Harm], told: dict[int, ToldRow]) -> tuple[Harm, ...]:
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
