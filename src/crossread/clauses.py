"""Clauses that say of somebody what else he did: ", which killed 40 people in Bunia in May," before what is told of him.

Of 36 hand-coded sentences in which such a clause holds a trigger and the words behind it another, those whose clause tells in
the active what its subject did, and no mere word ("which announced"), tell two claims with no day, place or people in common.
Without a time of its own ("the rebels, who attacked at dawn, killed nine") it may be the same act.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossread import patterns as re

_DID = (
    r"(?:abducted|ambushed|arrested|attacked|beheaded|bombed|burn(?:ed|t)|captured|carried\sout|detained|executed|expelled|fired|fought"
    r"|hanged|hit|hijacked|injured|invaded|kidnapped|killed|launched|looted|lost|massacred|murdered|occupied|overran|ousted|raided|raped"
    r"|razed|been\s(?:fighting|battling|waging|attacking|besieging|shelling)|retook|recaptured|seized|set|shelled|shot|stabbed|staged|stormed|struck|took|torched|toppled|tortured|wounded)"
)
_SAID_OF = re.compile(
    r",\s(?:who|which)\s(?:(?:had|has|have)\s)?(?:(?:earlier|last|this|previously|also|once|recently|on|in|late|the|year|month|week"
    rf"|(?:\w+ly)|(?:\w+day)|[A-Z]\w+|\d+),?\s){{0,5}}{_DID}\b[^;.\n]{{3,160}}?(?P<back>),\s(?:(?:\w+ly|also|later|then|meanwhile)\s)?"
    rf"(?:said|says|claimed|claims|told|announced|warned|vowed|threatened|boasted|denied|admitted|{_DID}|has|have|had|is|was|were|are|fled|began"
    r"|killed|blew|threw|opened|clashed|returned|entered|freed|released)\b"
)


_ITS_TIME = re.compile(
    r"\b(?:had|earlier|previously|once|last|ago|since|yesterday|this\s+(?:year|month|week)|(?:in|on|since)\s+(?:late\s+|early\s+|mid-)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4}|\w+day)|\d{4})\b"
)


def iter_said_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each such clause of a sentence."""
    found = ((match.start(), match.start("back")) for match in _SAID_OF.finditer(text, start, end))
    yield from ((begin, back) for begin, back in found if _ITS_TIME.search(text, begin, back))
