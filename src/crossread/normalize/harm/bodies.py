"""Bodies that somebody counts are those of the dead told before, not so many more.

"No fewer than 17 people are feared dead … a resident counted 17 corpses" is 17; "at least five bodies show bullet wounds" are
of the 19 dead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.harm.words import head_of, number_of
from crossread.normalize.sentences import sentence_at
from crossread.records import Harm

_BODIES = frozenset(("corpse", "corpses", "body", "bodies"))
_MORE = re.compile(
    r"\b(?:an?other|others?|more|further|additional|also|too|separately|elsewhere|second|later|nearby|besides|addition)\b",
    re.IGNORECASE,
)
BEFORE = 60  # characters before bodies in which "another" or "elsewhere" makes them others
_BODIES_OF = re.compile(
    r"\b(?:bod(?:y|ies)|corpses?|remains)\s+of\s+(?:(?:the|all|at\s+least|another|some)\s+)*$", re.IGNORECASE
)
_OF = re.compile(r"\s+of\s+")
CLOSE = 12  # characters behind "of" in which those begin whose bodies they are: "at least", "the late"
FEWEST = 2  # one body may be of anybody

_OWNED = re.compile(r"(?<=\w)['’]s?\s+(?:dead\s+)?(?:bodies|body|corpses?|remains)$", re.IGNORECASE)


def without_bodies(group: str) -> str:
    """Whose bodies they are: "terrorists" for "terrorists' bodies"."""
    return _OWNED.sub("", group)


def settle_bodies(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with bodies as part of as many or more dead told before; fewer dead are part of more bodies.

    "The body of" somebody who is a row of his own is no further row.
    """
    rows = [_dead(text, row) for row in rows]
    found, gone = list(rows), {at for at, row in enumerate(rows) if _is_of_another(text, row, rows)}
    for at, row in enumerate(rows):
        if at in gone or not _are_bodies(text, row) or any(other.part_of == at for other in found):
            continue
        whole = max(_dead_before(text, found, at), key=lambda i: number_of(found[i]) or 0, default=None)
        if whole is None:
            continue
        told, counted = number_of(found[whole]) or 0, number_of(row) or 0
        if told == counted:
            found[whole] = replace(found[whole], evidence=(*found[whole].evidence, *row.evidence))
            gone.add(at)
        elif told > counted:
            found[at] = replace(row, part_of=whole)
        elif found[whole].count is not None and not any(other.part_of == whole for other in found):
            found[whole] = replace(found[whole], part_of=at)
    return without_rows(found, gone)


def _dead(text: str, row: Harm) -> Harm:
    """Whose bodies were found is dead: "the bodies of (four labourers) kidnapped last week"."""
    if row.effect not in ("abducted", "detained", "missing") or row.score is None or not row.evidence:
        return row
    start = row.evidence[0].span.start
    return replace(row, effect="killed") if _BODIES_OF.search(text, max(0, start - BEFORE), start) else row


def _is_of_another(text: str, row: Harm, rows: Sequence[Harm]) -> bool:
    """True for "the body" of "the body of a journalist" where the journalist is a row of his own."""
    if row.effect != "killed" or row.score is None or not row.evidence or head_of(row) not in _BODIES:
        return False
    of = _OF.match(text, row.evidence[0].span.end)
    dead = (other for other in rows if other is not row and other.effect == "killed" and other.evidence)
    return of is not None and any(0 <= other.evidence[0].span.start - of.end() <= CLOSE for other in dead)


def _are_bodies(text: str, row: Harm) -> bool:
    if row.effect != "killed" or row.part_of is not None or row.speaker is not None or not row.evidence or row.score is None:
        return False
    if head_of(row) not in _BODIES or (number_of(row) or 0) < FEWEST:
        return False
    start = row.evidence[0].span.start
    return _MORE.search(text[max(0, start - BEFORE) : start] + row.raw) is None


def _dead_before(text: str, rows: Sequence[Harm], at: int) -> list[int]:
    """Numbers of dead that stand for themselves in an earlier sentence, of people and not of bodies."""
    here = sentence_at(text, rows[at].evidence[0].span.start)
    return [
        i
        for i, row in enumerate(rows[:at])
        if (row.effect, row.part_of, row.speaker) == ("killed", None, None)
        and row.evidence
        and head_of(row) not in _BODIES
        and (number_of(row) or 0) >= FEWEST
        and sentence_at(text, row.evidence[0].span.start) != here
    ]
