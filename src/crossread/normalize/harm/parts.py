"""Numbers that add up to another number of the same claim: parts of it, not more of it.

"27 civilians were killed … 18 civilians in one camp and nine in the other": the last two are the first told by place.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.codebook.name_folding import fold_name
from crossread.normalize.harm.alike import kind_of
from crossread.normalize.harm.own_killing import kills_others
from crossread.normalize.harm.words import ANYBODY, head_of, is_name, number_of
from crossread.normalize.sentences import sentence_at
from crossread.records import Document, Harm, with_values

_ALL = re.compile(
    r"^(?:all(?:\s+of\s+(?:them|whom))?|mostly|mainly|largely|(?:most|many|the\s+majority|half)\s+of\s+(?:them|whom))\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_OURS = re.compile(r"our\b", re.IGNORECASE)
_BARE = re.compile(r"(?:(?:at least|about|some|up to|more than|over|around|nearly)\s+)?[\w-]+(?:\s+more)?", re.IGNORECASE)
_ANOTHER = re.compile(r"(?:and\s+)?(?:another|the\s+(?:second|third|fourth|fifth|sixth))\b", re.IGNORECASE)
_HURT = re.compile(r"\s+(?:wounded|injured|hurt|killed|dead|martyred)$", re.IGNORECASE)  # "eight policemen fell, five wounded"
_NEXT_NAME = re.compile(r"[\s,(:)0-9]*(?:\([^()\n]{1,90}\),?\s+)?(?:and\s+)?")  # "A (age 31, of Swabi) and B"
_ONE_OF_THEM = re.compile(
    r"\b[Oo]ne of (?:them|those|(?:the|those) (?:dead|slain|killed|deceased|victims|fatalities|wounded|injured)) (?:was|is)\s+$"
)
LEAST_TOTAL = 4  # people; smaller numbers add up by chance
MOST_NAMES = 12  # people whose names a sentence gives
_APPOSED = re.compile(
    r"\s*[,:(–—-]\s*|[^\n]{0,140}\b(?:[Tt]hey (?:are|were)|(?:identified|named) (?:them )?as"
    r"|(?:dead|victims|deceased) (?:are|were))\s*:?\s*"
)
# A name that no row has between a number of two and the relative told with it: "two farmers, Issa Ba and (his cousin)".
_FIRST_NAME = re.compile(
    r"(?:,|:|,?\s+(?:identified|named) as|,?\s+namely)\s+[A-Z][\w'’-]+(?:\s(?:[A-Z][\w'’.-]+|al|bin|de|van|von|ag)){0,4}"
    r"(?:,\s\d{1,2},?|\s\(\d{1,2}\))?,?\s+and\s+"
)
_KIN = re.compile(r"(?:his|her|their)\s+[a-z]+(?:\s+[A-Z]|$)")
_ONE = re.compile(r"(?:an?|one|the|his|her|their)\s+[\w' -]+$")
_ENDS_APPOSITION = re.compile(r"\s*(?:,\s(?!and\b|or\b)|[:()–—-]\s)")
_WIDEST_GAP = 40  # characters
_FOREIGN = "foreign_forces"


def without_rows(rows: Sequence[Harm], gone: Collection[int]) -> tuple[Harm, ...]:
    """The rows but for those at these places; parts point at the new place of their whole, or at none if that is gone."""
    if not gone:
        return tuple(rows)
    places = {at: place for place, at in enumerate(at for at in range(len(rows)) if at not in gone)}
    return tuple(replace(rows[at], part_of=None if (whole := rows[at].part_of) is None else places.get(whole)) for at in places)


def mark_summands(rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with `part_of` set on those that, two or more together, make exactly another row of their effect and group.

    Only plain exact numbers add up; a row that is part of something already, or has parts, is left as it is.
    """
    found = list(rows)
    for whole, row in enumerate(rows):
        number = _exact(row)
        if number is None or row.part_of is not None or any(other.part_of == whole for other in found):
            continue
        parts = [i for i, other in enumerate(found) if i != whole and _beside(row, other)]
        if len(parts) >= 2 and sum(_exact(found[i]) or 0 for i in parts) == number:
            for i in parts:
                found[i] = replace(found[i], part_of=whole)
    return tuple(found)


def mark_two_groups(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with `part_of` set on two numbers of one later sentence that make what was told before, and on "one of them".

    "One of the dead was an elderly man": all four such people in coded reports that count others are part of these.

    "At least 13 people … Eleven people died the same day and two more succumbed": the eleven and the two are the 13, whoever
    else is told of them ("three children").
    """
    found = list(rows)
    for at in range(1, len(found)):
        if _one_of_them(text, found[at]):
            found[at] = _within_several(found, at)
        elif _in_one_sentence(text, found[at - 1], found[at]):
            total = _low(found[at - 1]) + _low(found[at])
            earlier = [row for row in found[: at - 1] if _can_hold(text, row, found[at - 1 : at + 1])]
            whole = _same_number(found, earlier, total) if total >= LEAST_TOTAL else None
            if whole is not None:
                found[at - 1 : at + 1] = [replace(row, part_of=whole) for row in found[at - 1 : at + 1]]
    return tuple(found)


def _one_of_them(text: str, row: Harm) -> bool:
    if row.part_of is not None or not row.evidence or number_of(row) != 1:
        return False
    start = row.evidence[0].span.start
    return _ONE_OF_THEM.search(text, max(0, start - 40), start) is not None


def _within_several(rows: Sequence[Harm], at: int) -> Harm:
    whole = next((i for i in range(at - 1, -1, -1) if rows[i].effect == rows[at].effect and _low(rows[i]) > 1), None)
    return rows[at] if whole is None else replace(rows[at], part_of=whole, speaker=None)


def _in_one_sentence(text: str, first: Harm, second: Harm) -> bool:
    """True for two numbers of one effect that one sentence gives and that are no parts yet."""
    if first.effect != second.effect or not first.evidence or not second.evidence:
        return False
    free = all(_exact(row) and row.part_of is None for row in (first, second)) and not kills_others(text, first, second)
    return free and sentence_at(text, first.evidence[0].span.start) == sentence_at(text, second.evidence[0].span.start)


def _can_hold(text: str, whole: Harm, parts: Sequence[Harm]) -> bool:
    """True for people of another sentence, of the same effect, that are no soldiers where the parts are children."""
    if not whole.evidence or (whole.effect, whole.part_of, whole.speaker) != (parts[0].effect, None, parts[0].speaker):
        return False
    kinds = {kind_of(row.group_type) for row in (whole, *parts)} - {""}
    apart = sentence_at(text, whole.evidence[0].span.start) != sentence_at(text, parts[0].evidence[0].span.start)
    return apart and (head_of(whole) in ANYBODY or len(kinds) < 2)


def _same_number(rows: Sequence[Harm], earlier: Sequence[Harm], total: int) -> int | None:
    return next((rows.index(whole) for whole in earlier if _low(whole) == total), None)


def _low(row: Harm) -> int:
    return number_of(row) or 0


def mark_described(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with `part_of` set on those that only say who the people just counted were: "five travellers, all women".

    Such a row begins with "all" or "mostly", has no number of its own, and stands right behind a number of the same effect.
    """
    found = list(rows)
    for at, row in enumerate(found):
        if row.part_of is not None or not row.evidence or not _ALL.match(row.raw) or row.has_number:
            continue
        before = [i for i in range(at) if found[i].has_number and found[i].effect == row.effect and found[i].evidence]
        if before:
            whole = before[-1] if found[before[-1]].part_of is None else found[before[-1]].part_of
            gap = text[found[before[-1]].evidence[0].span.end : row.evidence[0].span.start]
            if len(gap) <= _WIDEST_GAP and not _SENTENCE_END.search(gap):
                found[at] = replace(row, part_of=whole)
    return tuple(found)


def mark_named(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with `part_of` set on names behind people who are part of a number: "including leaders Ana and Benito Ruiz"."""
    found = list(rows)
    for at, row in enumerate(found):
        last = found[at - 1] if at else None
        if last is None or last.part_of in (None, at) or row.part_of is not None or not row.evidence or not last.evidence:
            continue
        gap = text[last.evidence[0].span.end : row.evidence[0].span.start]
        if row.effect == last.effect and is_name(row) and _NEXT_NAME.fullmatch(gap):
            found[at] = replace(row, part_of=last.part_of)
    return tuple(found)


def mark_apposed(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with `part_of` set on as many names as a number counts, right behind it or told as theirs.

    "Two other peasants, Hipólito Rivas and his son José Omar, were killed"; "three students … They are A (20), B (19) and C";
    "two colleagues, a nurse and a driver, were hurt", but not "two soldiers, a policeman and a driver were killed".
    """
    found = list(rows)
    for at, row in enumerate(found):
        number = number_of(row) or 0
        if not 2 <= number <= MOST_NAMES or row.part_of is not None or not row.evidence:
            continue
        if number == 2 and at + 1 < len(found) and _is_second_of_two(text, row, found[at + 1]):
            found[at + 1] = replace(found[at + 1], part_of=at)
            continue
        names = found[at + 1 : at + 1 + number]
        if len(names) < number or not all(_is_apposed(text, one, row, names[-1]) for one in names):
            continue
        ends = [row, *names]
        gaps = [text[a.evidence[0].span.end : b.evidence[0].span.start] for a, b in zip(ends, names, strict=False)]
        if _APPOSED.fullmatch(gaps[0]) and all(_NEXT_NAME.fullmatch(gap) for gap in gaps[1:]):
            for i in range(at + 1, at + 1 + number):
                found[i] = replace(found[i], part_of=at)
    return tuple(found)


def _is_second_of_two(text: str, whole: Harm, row: Harm) -> bool:
    """True for "his cousin" of "two farmers, Issa Ba and his cousin" where the name has no row of its own."""
    if row.part_of is not None or not row.evidence or number_of(row) != 1 or row.effect != whole.effect:
        return False
    gap = text[whole.evidence[0].span.end : row.evidence[0].span.start]
    return (is_name(row) or _KIN.match(row.raw) is not None) and _FIRST_NAME.fullmatch(gap) is not None


def _is_apposed(text: str, name: Harm, whole: Harm, last: Harm) -> bool:
    single = name.part_of is None and bool(name.evidence) and number_of(name) == 1 and name.effect == whole.effect
    if not single or not last.evidence:
        return False
    set_off = _ENDS_APPOSITION.match(text, last.evidence[0].span.end) is not None
    return is_name(name) or _KIN.match(name.raw) is not None or (set_off and _ONE.match(name.raw) is not None)


def join_numbered(document: Document, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with "allied fighters" behind "87 soldiers and" taken into that number: it counts both together."""
    found, gone = list(rows), set()
    for at, row in enumerate(rows):
        bare = row.count is not None and row.count.qualifier == "unstated" and row.evidence and row.part_of is None
        if not bare or at == 0 or any(other.part_of == at for other in rows):
            continue
        last = found[at - 1]
        if (
            not last.evidence
            or not last.has_number
            or not last.group
            or (last.effect, last.speaker) != (row.effect, row.speaker)
        ):
            continue
        first, second = last.evidence[0].span, row.evidence[0].span
        if document.text[first.end : second.start].strip() == "and":
            whole = document.quote(first.start, second.end)
            group = f"{last.group} and {row.raw}"
            found[at - 1] = replace(last, raw=whole.quote, group=group, evidence=(whole, *last.evidence[1:]))
            gone.add(at)
    return without_rows(found, gone)


def share_side(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with "nine" of "four of our men fell and nine were wounded" on the side that the words before it tell."""
    found = list(rows)
    for at, row in enumerate(rows):
        last = found[at - 1] if at else None
        if last is None or row.group is not None or not row.has_number or not row.evidence or not last.evidence:
            continue
        gap = text[last.evidence[0].span.end : row.evidence[0].span.start]
        ours = last.group is not None and _OURS.match(last.group) is not None
        if ours and len(gap) <= _WIDEST_GAP and not _SENTENCE_END.search(gap):
            found[at] = replace(row, group=last.group, group_type=last.group_type)
    return tuple(found)


def share_group(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with "five more" of "killing nine insurgents and injuring five more" on the same kind of people.

    In hand-coded reports 95 of 100 numbers without a noun, or with "more" behind them, are of the kind told right before in the
    sentence; "others" may be anybody, and are left.
    """
    found = list(rows)
    for at, row in enumerate(found):
        last = found[at - 1] if at else None
        if last is None or row.group is not None or row.score is None or not row.evidence or not last.evidence:
            continue
        if row.part_of is not None or last.part_of is not None or is_name(row) or not _BARE.fullmatch(_HURT.sub("", row.raw)):
            continue
        gap = text[last.evidence[0].span.end : row.evidence[0].span.start]
        if len(gap) <= _WIDEST_GAP and not _SENTENCE_END.search(gap):
            found[at] = with_values(row, group_type=last.group_type)
    return tuple(_as_nearest(text, row, found) for row in found)


def _as_nearest(text: str, row: Harm, rows: Sequence[Harm]) -> Harm:
    """ "Another in Kunduz", "the fourth" of the kind of people told nearest before in the sentence, if any is."""
    if row.group is not None or row.score is None or not row.evidence or not _ANOTHER.match(row.raw):
        return row
    start = row.evidence[0].span.start
    before = [other for other in rows if other.group and other.evidence and other.evidence[0].span.end <= start]
    near = max(before, key=lambda other: other.evidence[0].span.end, default=None)
    if near is None or sentence_at(text, near.evidence[0].span.start) != sentence_at(text, start):
        return row
    return replace(row, group_type=near.group_type)


def share_nation(rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """Soldiers who are part of a foreign force are foreign, too: "14 British servicemen … 12 airmen and an army soldier"."""
    return tuple(replace(row, group_type=_FOREIGN) if _is_of_foreign(row, rows) else row for row in rows)


def _is_of_foreign(row: Harm, rows: Sequence[Harm]) -> bool:
    whole = rows[row.part_of] if row.part_of is not None else None
    return whole is not None and (row.group_type, whole.group_type) == ("state_forces", _FOREIGN)


def _beside(row: Harm, other: Harm) -> bool:
    """The same effect on the same group in plain numbers, told by the same speaker."""
    return (
        other.part_of is None
        and _exact(other) not in (None, 0)
        and (row.effect, row.speaker) == (other.effect, other.speaker)
        and bool(row.group)
        and fold_name(row.group or "") == fold_name(other.group or "")
    )


def _exact(row: Harm) -> int | None:
    count = row.count
    return count.low if count is not None and count.qualifier == "exact" and count.low == count.high else None
