"""People told again: a headline and its story, "five people" and then each of them, a name behind "a man".

Rows of one claim and effect are gone through in the order of the text. A number told again of the same people gives the row
told first a second quote, not a second row; people out of a number told before are part of it. Otherwise they would be
added up, and one death told three times would be three.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from crossread import patterns as re
from crossread.languages import load_language
from crossread.normalize.harm.alike import ToldRow, compatible, holds, kind_of, room
from crossread.normalize.harm.beside import (
    follows_one,
    mark_apposed,
    mark_breakdown,
    mark_spelled_out,
    settle_beside,
    settle_within,
)
from crossread.normalize.harm.telegraphic import is_short_form
from crossread.normalize.harm.words import BARE, OUT_OF_THEM, POINTING, UNNAMED, head_of, is_name, number_of
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.records import Harm, with_values

LONGEST_HEADLINE = 200  # characters
SAME_CROWD = 4  # people from which an equal number of the same kind of people is told again
_OUR_OWN = re.compile(
    r"\bof (?:my|our) (?:colleagues|comrades|men|people|friends|brothers|neighbou?rs|fellow \w+)\b", re.IGNORECASE
)
_MORE = re.compile(
    r"(?<!\bthe )\b(?:an?other|others?|more|further|additional|second|third|fourth|fifth|sixth|also|too|separately)\b", re.I
)
# Another act told in the same report: "Another mortar round wounded (one person)", "(three) died in a separate attack".
_ANOTHER_ACT = re.compile(
    r"(?:[\"“]?(?:(?:In|At|On)\s+)?(?:[Aa]nother|[Aa]\s+(?:second|third|separate|further|later|similar))\s+(?!of\b|\d|(?:two|three|four|five"
    r"|six|seven|eight|nine|ten|person|people|man|woman|child|victim|soldier|policeman)\b)|Elsewhere\b|Separately\b)"
)
_IN_ANOTHER = re.compile(
    r"[^.;,]{0,30}\s(?:in|by|during)\s+(?:another|a\s+(?:second|third|separate|further|later|similar|different))\s+(?:\w+\s+)?"
    r"(?:attack|ambush|blast|explosion|strike|raid|shelling|clash|incident|bombing|assault|shooting|operation|round|shell)",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\bothers?\b", re.IGNORECASE)
ORDINALS = {word: number for word, number in load_language("en").ordinals.items() if 2 <= number <= 10}
_NTH = re.compile(rf"\b({'|'.join(ORDINALS)})\b", re.IGNORECASE)


def settle_retold(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with those told again taken into the first telling, and people out of a larger number marked as part of it.

    Rows without a number or without evidence are left as they are; what one speaker tells is nobody else's telling. A part
    is told by whoever tells its whole ("officials said 82, including 55 soldiers and 27 civilians. A doctor said 127").
    """
    told: dict[int, ToldRow] = {}
    voices = [row.speaker if row.part_of is None else rows[row.part_of].speaker for row in rows]
    for speaker in dict.fromkeys(voices):
        told |= _settle_told(text, {at: row for at, row in enumerate(rows) if voices[at] == speaker})
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
    mark_apposed(text, told)
    _mark_headlines(text, told, body)
    mark_spelled_out(told)
    mark_breakdown(told)
    for at, one in told.items():
        before = [i for i in told if i < at and told[i].stands and told[i].row.effect == one.row.effect]
        if not one.stands or not before or is_short_form(one.row):
            continue
        in_body = told[before[-1]].start >= body
        if in_body and _is_of_another_act(text, one) and not OUT_OF_THEM.search(one.row.raw):
            continue
        more = in_body and _is_more(text, one)
        if more and (again := _others_again(told, before, one)) is not None:
            one.same_as = again
        elif more and _is_contrast(text, rows, one) and (whole := _whole_with_place(told, before, one)) is not None:
            one.part_of = whole
        elif more:
            _settle_further(text, told, at, before)
        else:
            _settle(text, told, at, before)
    _settle_pairs(text, told)
    return told


def _settle_pairs(text: str, told: dict[int, ToldRow]) -> None:
    """ "One died and six others were hurt" after "a guard was killed and six more guards were hurt" tells the same six.

    A sentence that tells one number of an earlier sentence again tells the number beside it again, too, if both fit.
    """
    for at, one in told.items():
        if not one.stands or _is_of_another_act(text, one):
            continue
        beside = [x for x in told.values() if x.sentence == one.sentence and x.row.effect != one.row.effect]
        firsts = {told[x.same_as].sentence for x in beside if x.same_as is not None}
        alike = [i for i, x in told.items() if i < at and x.stands and x.sentence in firsts and x.sentence < one.sentence]
        again = next((i for i in alike if _is_like(told[i], one)), None)
        if again is not None and not any(x.part_of == at for x in told.values()):
            one.same_as = again


def _is_like(first: ToldRow, again: ToldRow) -> bool:
    return (first.row.effect, first.number) == (again.row.effect, again.number) and not again.named


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


@lru_cache(maxsize=8)  # asked for the rows of each claim of a report
@lru_cache(maxsize=4)
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
        settle_beside(text, told, at)
        return
    alike = [i for i in before if told[i].number == one.number and (compatible(told[i], one) or _is_one_crowd(told[i], one))]
    wholes = [i for i in before if room(told, i) >= one.number and told[i].number > 1 and holds(told[i], one)]
    total = sum(told[i].number for i in before)
    pointed = POINTING.match(one.row.raw) is not None and one.number > 1
    again = [i for i, other in told.items() if i < at and pointed and _is_part_alike(other, one)]
    larger = [i for i in before if pointed and told[i].number > one.number and holds(told[i], one)]
    if alike or again:
        one.same_as = (alike or again)[0]
    elif len(before) > 1 and total == one.number and all(holds(one, told[i]) for i in before):
        for i in before:
            told[i].part_of = at
    elif wholes or larger:
        one.part_of = (wholes or larger)[-1]
    elif OUT_OF_THEM.search(one.row.raw):
        one.part_of = max(before, key=lambda i: told[i].number)
    elif (one.head in BARE or follows_one(text, one)) and (larger := [i for i in before if told[i].number > one.number]):
        one.part_of = larger[-1]  # "One was treated at the scene. Three were taken …" behind the names of all four
    elif one.head in UNNAMED and _are_one_group(told, before, one.number):
        one.part_of = max(before, key=lambda i: told[i].number)
    else:
        settle_within(told, at)
    if one.stands and one.named and one.number == 1:
        one.part_of = _named_again(told, before)


def _is_one_crowd(first: ToldRow, again: ToldRow) -> bool:
    """True for "22 villagers … 22 civilians" and "five guards … five of my colleagues": so many of one kind are the same.

    Two or one may be others; and what is called by one word is the same anyway.
    """
    if again.number < SAME_CROWD or first.named or again.named:
        return False
    kind = kind_of(first.row.group_type)
    return _OUR_OWN.search(again.row.raw) is not None or (kind == "civilian" == kind_of(again.row.group_type))


def _named_again(told: dict[int, ToldRow], before: list[int]) -> int | None:
    """The number whose people have all been told one by one without names: a name behind it is one of them again."""
    full = [i for i in before if told[i].number > 1 and room(told, i) == 0]
    full = [i for i in full if not any(other.named for other in told.values() if other.part_of == i)]
    return full[-1] if full else None


def _are_one_group(told: dict[int, ToldRow], before: list[int], number: int) -> bool:
    """True where so many can be out of people counted in two numbers of one sentence ("three men and three women … four")."""
    total = sum(told[i].number for i in before)
    return len(before) > 1 and len({told[i].sentence for i in before}) == 1 and total > number


def _is_part_alike(part: ToldRow, again: ToldRow) -> bool:
    """True for "the other four", "the two men", told again of so many who were told as part of a larger number."""
    return part.part_of is not None and part.row.effect == again.row.effect and part.number == again.number


def _others_again(told: dict[int, ToldRow], before: list[int], one: ToldRow) -> int | None:
    """The "three others" of an earlier sentence whom "three other people" are again: both are beside the same dead."""
    if one.number < 2 or not _OTHERS.search(one.row.raw):
        return None
    alike = (i for i in before if told[i].number == one.number and _OTHERS.search(told[i].row.raw))
    return next((i for i in alike if told[i].sentence < one.sentence and compatible(told[i], one)), None)


def _is_contrast(text: str, rows: Mapping[int, Harm], one: ToldRow) -> bool:
    """True where "another" is one beside somebody of whom another effect was told last: "One man died. Another is hurt"."""
    mentions = [(e.span.start, row.effect) for row in rows.values() for e in row.evidence if e.span.start < one.start]
    start, effect = max(mentions, default=(0, one.row.effect))
    return effect != one.row.effect and one.sentence - sentence_at(text, start) <= 1


def _whole_with_place(told: dict[int, ToldRow], before: list[int], one: ToldRow) -> int | None:
    """The last of larger numbers told in an earlier sentence that has room for so many."""
    wholes = (i for i in reversed(before) if told[i].number > one.number and told[i].sentence < one.sentence)
    return next((i for i in wholes if room(told, i) >= one.number and holds(told[i], one)), None)


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
        if counted and (one.number == 1 or not match) and room(told, i) >= one.number and holds(whole, one):
            one.part_of = i
            return


def _is_more(text: str, one: ToldRow) -> bool:
    """True where the words say that these are further people."""
    start = one.row.evidence[0].span.start
    return _MORE.search(text[max(0, start - 12) : start] + one.row.raw) is not None


def _is_of_another_act(text: str, one: ToldRow) -> bool:
    span = one.row.evidence[0].span
    opens = _ANOTHER_ACT.match(text, sentence_start(text, span.start))
    told_of_act = opens is not None and opens.end() < span.start  # "Another guard" is himself one more
    return told_of_act or _IN_ANOTHER.match(text, span.end) is not None


def _written(rows: Sequence[Harm], told: dict[int, ToldRow]) -> tuple[Harm, ...]:
    """The rows that are left, with the quotes of those they take in, and parts pointing at their new places."""
    gone = {at: one.same_as for at, one in told.items() if one.same_as is not None}
    places = {at: place for place, at in enumerate(at for at in range(len(rows)) if at not in gone)}
    kept = []
    for at in places:
        whole = told[at].part_of if at in told else rows[at].part_of
        whole = gone.get(whole, whole) if whole is not None else None
        quotes = (*rows[at].evidence, *(e for other, first in gone.items() if first == at for e in rows[other].evidence))
        kept.append(with_values(rows[at], evidence=quotes, part_of=places.get(whole) if whole is not None else None))
    return tuple(kept)
