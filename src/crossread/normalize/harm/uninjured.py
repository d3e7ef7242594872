"""Of whom nobody was injured: "no injuries to our forces were reported" is no injured of those forces, and nothing more.

Of 21 hand-coded "no injuries" or "no wounded" 20 are 0 injured, one is 0 casualties.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.records import Document, Harm

_NONE = re.compile(
    r"no\s+(?:(?:further|other|new|serious)\s+)?(?:injur(?:y|ies)|wounded)\b(?!\s+(?:or|and|nor)\b)", re.IGNORECASE
)
_OR_DEAD = re.compile(r"\s+(?:or|and|nor)\s+(?:deaths?|dead|killed|fatalities|loss)\b", re.IGNORECASE)
_TO = re.compile(r"\s+(?:to|among|amongst|of|in|on|for)\s+(?:any\s+of\s+)?(?:the\s+)?")


def settle_uninjured(document: Document, rows: tuple[Harm, ...]) -> tuple[Harm, ...]:
    """The rows with "no injuries" as no injured, and as one row with those to whom there were none.

    What people and data sets say (no score) stays.
    """
    found, gone = list(rows), set[int]()
    for at, row in enumerate(rows):
        if row.score is None or not row.evidence or row.effect == "injured" or _NONE.match(row.raw) is None:
            continue
        if _OR_DEAD.match(document.text, row.evidence[0].span.end):
            continue
        found[at] = replace(row, effect="injured")
        if _NONE.fullmatch(row.raw) is None:
            continue
        to = _TO.match(document.text, row.evidence[0].span.end)
        whose = next((i for i, one in enumerate(rows) if to and _stands_at(one, to.end()) and one.part_of is None), None)
        if whose is not None and whose != at:
            words = document.quote(row.evidence[0].span.start, rows[whose].evidence[0].span.end)
            found[at] = replace(found[at], raw=words.quote, group_type=rows[whose].group_type, evidence=(words,))
            gone.add(whose)
    return without_rows(found, gone) if gone else tuple(found)


def _stands_at(row: Harm, start: int) -> bool:
    return row.score is not None and bool(row.evidence) and row.evidence[0].span.start == start
