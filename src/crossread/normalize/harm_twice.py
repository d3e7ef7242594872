"""One person under two effects: wounded in one sentence, dead in another; who died is not wounded besides.

"A raid killed the elder Moussa Diallo. Diallo was hit in the neck" tells one dead, and nobody wounded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crossread.codebook.name_folding import fold_name
from crossread.normalize.harm_parts import without_rows
from crossread.normalize.harm_words import NOBODY_ELSE, POINTING, head_of, is_name, number_of
from crossread.records import Harm

_AGE = re.compile(r"\b(\d{1,3})[-‐– ](?:year|month)", re.IGNORECASE)
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
