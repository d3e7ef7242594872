"""Who survived, escaped or was found alive is no dead and no injured: "three died and five survived".

Of 70 times that hand-coded reports tell so of somebody, 49 have no row for them, 12 one that they were taken, fled or were not
harmed; seven of the other nine tell a hurt or "unharmed" in the same words ("escaped with burns"). "15 members who survived a
raid" tells of another day.

And "casualties on both sides" is one row, with the sides in its words: no hand-coded report has a second for the sides.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.harm.parts import without_rows
from crossread.records import Claim, Document, Harm

_FATES = ("killed", "injured", "casualties")
_PEOPLE = r"(?:\s+(?:others?|more|people|persons|passengers|members|workers|guests|hostages|men|women|children|of\s+them))?"
_SURVIVED = re.compile(
    rf"{_PEOPLE}\s+(?:(?:has|have|had|also|later|managed\s+to|apparently|reportedly)\s+){{0,2}}(?:survived|escaped?|got\s+away"
    r"|(?:was|were|(?:has|have|had)\s+been)\s+(?:also\s+|later\s+|since\s+)?(?:rescued|saved|(?:found|pulled\s+out|brought\s+out)\s+alive))\b",
    re.IGNORECASE,
)
# "Ada Bel, a politician, said she survived an attempt on her life"
_TRIED = re.compile(
    r"(?:\s(?-i:[A-Z])[\w’'-]+){0,2}(?:,\s+[^,.;\n]{2,60},)?\s+(?:(?:said|stated|claimed|reported|told\s+[\w\s]{2,20})\s+(?:that\s+)?)?(?:(?:he|she|they)\s+)?"
    r"(?:(?:had|has|have|narrowly)\s+){0,2}(?:survived|escaped)\s+(?:an?|the|another|two|several)\s+(?:[\w-]+\s+){0,2}?attempts?\b",
    re.IGNORECASE,
)
_ALIVE = re.compile(r"\s+(?:still\s+)?alive\b", re.IGNORECASE)
_FOUND = re.compile(
    r"\b(?:found|pulled|brought(?:\s+out)?|rescued|recovered|dug\s+out)\s+(?:the\s+|another\s+|all\s+)?$", re.IGNORECASE
)
_HURT = re.compile(
    r"[^.;:]{0,60}?\b(?:wound|injur|burn|bruis|hurt|concuss|unharmed|unhurt|uninjured|unscathed|safe|cuts|scratch|shock|maim|los[et])",
    re.IGNORECASE,
)
_SIDES = r"(?:both|either)\s+(?:the\s+)?(?:sides?|armies|camps|parties|factions)"
_ON_SIDES = re.compile(rf"(?:\s+(?:on|among|for|to))?\s+{_SIDES}\b", re.IGNORECASE)
_ONLY_SIDES = re.compile(rf"(?:{_SIDES}|sides)", re.IGNORECASE)
_CASUALTIES = re.compile(r"\b(?:casualties|losses|deaths|dead|injuries|injured|wounded)(?:\s+(?:on|among))?$", re.IGNORECASE)


def without_survivors(document: Document, claim: Claim) -> Claim:
    """The claim without rows for survivors, nor those as victims; what people and data sets say (no score) stays.

    Hostages who are found alive were taken all the same.
    """
    claim = _without_tried(document.text, claim)
    gone = {at for at, row in enumerate(claim.harm) if _survived(document.text, row)}
    if not gone:
        return claim
    if claim.type == "abduction":
        rows = (replace(row, effect="abducted") if at in gone else row for at, row in enumerate(claim.harm))
        return replace(claim, harm=tuple(rows))
    harm = without_rows(claim.harm, gone)
    spared = [claim.harm[at].evidence[0].span for at in gone]
    actors = (
        row
        for row in claim.actors
        if row.role != "victim"
        or row.score is None
        or not any(span.start <= quote.span.start < span.end for span in spared for quote in row.evidence[:1])
    )
    return replace(claim, harm=tuple(harm), actors=tuple(actors))


def _without_tried(text: str, claim: Claim) -> Claim:
    """The claim without as dead who "survived an attempt on his life"; he stays its target."""
    tried = {
        at
        for at, row in enumerate(claim.harm)
        if row.score is not None and row.effect == "killed" and row.evidence and _TRIED.match(text, row.evidence[0].span.end)
    }
    if not tried:
        return claim
    words = {claim.harm[at].evidence[0].span for at in tried}
    actors = tuple(
        replace(row, role="target") if row.role == "victim" and row.evidence and row.evidence[0].span in words else row
        for row in claim.actors
    )
    return replace(claim, harm=tuple(without_rows(claim.harm, tried)), actors=actors)


def _survived(text: str, row: Harm) -> bool:
    if row.score is None or row.effect not in _FATES or not row.evidence or row.part_of is not None:
        return False
    span = row.evidence[0].span
    found = _SURVIVED.match(text, span.end)
    if found is None and _FOUND.search(text[max(0, span.start - 40) : span.start]):
        found = _ALIVE.match(text, span.end)
    return found is not None and _HURT.match(text, found.end()) is None


def join_both_sides(document: Document, claim: Claim) -> Claim:
    """The claim with "casualties on" and "both sides" as one row."""
    at = next((at for at, row in enumerate(claim.harm) if _opens(document.text, row)), None)
    if at is None:
        return claim
    row = claim.harm[at]
    sides = _ON_SIDES.match(document.text, row.evidence[0].span.end)
    if sides is None:
        return claim
    quote = document.quote(row.evidence[0].span.start, sides.end())
    rows = [replace(row, raw=quote.quote, evidence=(quote,)) if i == at else one for i, one in enumerate(claim.harm)]
    gone = {
        i for i, one in enumerate(rows) if i != at and one.score is not None and _is_inside(one, sides.start(), sides.end())
    }
    return replace(claim, harm=tuple(without_rows(tuple(rows), gone)))


def _opens(text: str, row: Harm) -> bool:
    told = row.score is not None and bool(row.evidence) and _CASUALTIES.search(row.raw) is not None
    return told and _ON_SIDES.match(text, row.evidence[0].span.end) is not None


def _is_inside(row: Harm, start: int, end: int) -> bool:
    if row.score is None or not row.evidence or _ONLY_SIDES.fullmatch(row.raw.strip()) is None:
        return False
    return start <= row.evidence[0].span.start and row.evidence[0].span.end <= end
