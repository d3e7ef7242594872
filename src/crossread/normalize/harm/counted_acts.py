"""Acts counted beside those who suffered them: of "44 killings affecting 61 men and six women" 67 people were killed, not 111.

Coders give the number of acts as people only where no number of people is told behind it: of eight hand-coded totals by case
the two that tell who the victims were have only those. What befell the first is told of all in the list.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.records import Document, Harm

_ACTS = re.compile(
    r"(?:(?:at least|about|some|more than|over|nearly|a total of|another)\s+)*[\w,-]+\s+(?:[\w-]+\s+){0,2}"
    r"(?:(?P<killed>killings|murders|executions|homicides|assassinations)|(?P<abducted>abductions|kidnappings)"
    r"|(?P<detained>arrests|detentions)|(?P<missing>disappearances))",
    re.IGNORECASE,
)
_SUFFERED_BY = re.compile(
    r"\s+(?:(?:that|which|have|had|has)\s+){0,2}(?:affecting|affected|involving|involved|with|of)\s+"
    r"(?:at\s+least\s+|about\s+|some\s+|more\s+than\s+|over\s+|nearly\s+|a\s+total\s+of\s+)?(?=\d|\w+\s)",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s+and\s+(?:another\s+)?|,\s+", re.IGNORECASE)
_EFFECTS = ("killed", "abducted", "detained", "missing")


def settle_counted_acts(document: Document, rows: tuple[Harm, ...]) -> tuple[Harm, ...]:
    """The rows without the acts whose people are rows of their own, and these with the one effect.

    Rows that others point to by place stay, and so does what people and data sets say (no score).
    """
    found, gone = list(rows), set[int]()
    for at, row in enumerate(rows):
        acts = _ACTS.fullmatch(row.raw) if row.score is not None and row.part_of is None and row.evidence else None
        by = _SUFFERED_BY.match(document.text, row.evidence[0].span.end) if acts else None
        if acts is None or by is None:
            continue
        effect = next(kind for kind in _EFFECTS if acts[kind])
        listed = _listed(document.text, rows, by.end())
        for place in listed:
            found[place] = replace(rows[place], effect=effect)
        if listed:
            gone.add(at)
    return without_rows(found, gone) if gone else rows


def _listed(text: str, rows: tuple[Harm, ...], start: int) -> list[int]:
    """The places of the rows of the list that begins at `start`."""
    listed: list[int] = []
    told = sorted((row.evidence[0].span.start, at) for at, row in enumerate(rows) if row.evidence and row.score is not None)
    end = start
    for begin, at in told:
        if begin < end:
            continue
        if begin != start and (not listed or _AND.fullmatch(text, end, begin) is None):
            break
        listed.append(at)
        end = rows[at].evidence[0].span.end
    return listed
