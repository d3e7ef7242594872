"""A round lower bound and, in a later sentence, the number itself: "more than 100 injured … the blast injured 124 people".

All nine hand-coded pairs of a round "more than N" and a number up to half as large again in a later sentence, of one effect in
one claim, are of the same people. So the bound is told again by the number, and they are not added up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.normalize.harm.words import BARE, NOBODY_ELSE, head_of
from crossread.normalize.sentences import sentence_at, sentence_start
from crossread.records import Harm

LEAST = 20  # people; smaller bounds are not round
_FURTHER = re.compile(
    r"\b(?:an?other|others|further|additional|second|third|also|too|separately|elsewhere|later|(?<!or )more(?! than))\b", re.I
)
_OTHER_ACT = re.compile(
    r"\b(?:another|second|third|separate|later|similar|different|earlier|previous|other)\s+(?:\w+\s+)?(?:attack|ambush|blast|explosion|strike|raid|shelling|clash|incident|bomb\w*|assault|shooting)",
    re.I,
)
_ELSEWHERE = re.compile(r"\s*(?:Meanwhile,?\s+|And\s+)?(?:[Ii]n|[Aa]t|[Oo]n|[Nn]ear)\s+(?:the\s+)?[A-Z]")
_CROWD = NOBODY_ELSE | BARE | frozenset(("civilians", "wounded", "injured", "dead", "deaths", "bodies"))


def settle_refined(text: str, rows: Sequence[Harm]) -> tuple[Harm, ...]:
    """The rows with such a bound as a second quote of the number that tells it; what people say (no score) stays."""
    found, gone = list(rows), set[int]()
    for at, row in enumerate(rows):
        if not _is_round_bound(row) or any(other.part_of == at for other in rows):
            continue
        again = next((i for i in range(len(rows)) if i != at and i not in gone and _refines(text, row, rows[i])), None)
        if again is not None:
            found[again] = replace(found[again], evidence=(*found[again].evidence, *row.evidence))
            gone.add(at)
    return without_rows(found, gone) if gone else tuple(rows)


def _is_round_bound(row: Harm) -> bool:
    count = row.count
    if row.score is None or row.part_of is not None or not row.evidence or count is None or count.qualifier != "at_least":
        return False
    return (count.low or 0) >= LEAST and (count.low or 0) % 10 == 0


def _refines(text: str, bound: Harm, row: Harm) -> bool:
    """True for a number that fits the bound, of the same noun or a crowd's, in a later sentence that tells of no other act."""
    if (
        row.effect != bound.effect
        or row.part_of is not None
        or row.score is None
        or not row.evidence
        or row.speaker != bound.speaker
    ):
        return False
    low, least = row.count.low if row.count else None, bound.count.low if bound.count else None
    if low is None or least is None or not least < low <= 1.5 * least:
        return False
    start, end = row.evidence[0].span.start, row.evidence[0].span.end
    if start < bound.evidence[0].span.end or sentence_at(text, start) == sentence_at(text, bound.evidence[0].span.start):
        return False
    lead = text[sentence_start(text, start) : start]
    if _FURTHER.search(lead[-25:] + row.raw + text[end : end + 12]) or _OTHER_ACT.search(lead) or _ELSEWHERE.match(lead):
        return False
    nouns = {head_of(one) if one.group else "" for one in (bound, row)}
    return len(nouns) == 1 or nouns <= _CROWD
