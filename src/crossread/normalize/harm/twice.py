"""One person under two effects: wounded in one sentence, dead in another; who died is not wounded besides.

"A raid killed the elder Moussa Diallo. Diallo was hit in the neck" tells one dead, and nobody wounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.codebook.name_folding import fold_name
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.harm.words import NOBODY_ELSE, POINTING, head_of, is_name, number_of
from crossread.normalize.sentences import sentence_at
from crossread.records import Harm

_AGE = re.compile(r"\b(\d{1,3})[-‐– ](?:year|month)", re.IGNORECASE)
_MORE = re.compile(r"\b(?:an?other|others?|more|further|additional|also|too|separately|elsewhere|second)\b", re.IGNORECASE)
CROWD = 10  # people; smaller numbers are the same by chance
_BEHIND = 12  # characters behind a row that may hold the rest of its age: "the 17" of "the 17-year-old"


def drop_told_twice(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows without the wounded who are told dead as well, by the same name or as the only one of that age; their quotes
    go to the row of the dead.
    """
    found = list(rows)
    gone: set[int] = set()
    for at, row in enumerate(rows):
        if row.effect != "injured" or number_of(row) != 1 or not row.evidence or row.speaker is not None:
            continue
        dead = next((i for i, other in enumerate(rows) if _is_dead(other) and _same_person(text, other, row)), None)
        if dead is not None and not any(other.part_of == at for other in rows):
            gone.add(at)
            found[dead] = replace(found[dead], evidence=(*found[dead].evidence, *row.evidence))
    return without_rows(found, gone) if gone else tuple(rows)


def drop_same_crowd(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with a large number told again in another sentence, of the same kind of people, as one row with both quotes.

    "About 60 members of the army" and "about 60 soldiers" are the same; two bombs that kill ten each are told with "another".
    """
    found: list[Harm | None] = list(rows)
    for at, row in enumerate(rows):
        if (number_of(row) or 0) < CROWD or row.part_of is not None or not row.evidence or any(o.part_of == at for o in rows):
            continue
        first = next((i for i in range(at) if found[i] is not None and _is_same_crowd(text, rows[i], row)), None)
        if first is not None:
            whole = found[first] or rows[first]
            found[first], found[at] = replace(whole, evidence=(*whole.evidence, *row.evidence)), None
    kept = [row if row is not None else rows[at] for at, row in enumerate(found)]
    return without_rows(kept, {at for at, row in enumerate(found) if row is None})


def _is_same_crowd(text: str, one: Harm, other: Harm) -> bool:
    if one.effect != other.effect or one.count != other.count or one.speaker != other.speaker or one.part_of is not None:
        return False
    if not one.evidence or (one.group_type != other.group_type and "unknown" not in (one.group_type, other.group_type)):
        return False
    first, again = one.evidence[0].span.start, other.evidence[0].span.start
    return sentence_at(text, first) != sentence_at(text, again) and not _MORE.search(
        text[max(0, again - 30) : again] + other.raw
    )


def settle_all_hit(rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with those who were hit in all, the dead among them, as `casualties` and not as so many more wounded.

    "One was killed and three wounded. Officers had found four victims": the four are the one and the three.
    """
    return tuple(replace(row, effect="casualties") if _are_all_hit(row, rows) else row for row in rows)


def _are_all_hit(row: Harm, rows: Sequence[Harm]) -> bool:
    number = number_of(row) or 0
    if row.effect != "injured" or number < 3 or row.part_of is not None or head_of(row) not in NOBODY_ELSE - {"others"}:
        return False
    dead = {number_of(other) or 0 for other in rows if other.effect == "killed"} - {0}
    hurt = {number_of(other) or 0 for other in rows if other.effect == "injured"} - {0, 1}
    return any(number - one in hurt for one in dead)


def _is_dead(row: Harm) -> bool:
    return row.effect == "killed" and number_of(row) == 1 and bool(row.evidence)


def _same_person(text: str, dead: Harm, hurt: Harm) -> bool:
    if is_name(hurt):
        names = set(fold_name(hurt.raw.split(",")[0]).split())
        return bool(names) and names <= set(fold_name(dead.raw.split(",")[0]).split())
    age = _age(text, hurt)
    return POINTING.match(hurt.raw) is not None and age is not None and age == _age(text, dead)


def _age(text: str, row: Harm) -> str | None:
    end = row.evidence[0].span.end
    match = _AGE.search(row.raw + text[end : end + _BEHIND])
    return match[1] if match else None
