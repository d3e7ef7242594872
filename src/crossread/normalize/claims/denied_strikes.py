"""What kind of act a denied strike is: "our drones did not strike Nyala" denies an air strike, no operation and no raid.

Of 17 hand-coded denied claims told by "struck", "hit" or "strike" whose means are all aircraft and drones, or all artillery,
mortars and rockets, all have the type of the means.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.sentences import sentence_start
from crossread.records import Claim, Document

_STRIKE = re.compile(r"(?:str(?:ikes?|iking|uck)|hits?|hitting|target(?:s|ed|ing)?)", re.IGNORECASE)
_LOOSE = ("operation", "armed_attack")
_BY_MEANS = {
    "aircraft": "air_strike",
    "drone": "air_strike",
    "artillery": "shelling",
    "mortar": "shelling",
    "rocket": "shelling",
}
_BY_SUBJECT = re.compile(
    r"\b(?:(?P<air_strike>air\s?force|aviation|aircraft|(?:war)?planes?|jets?|helicopters?|drones?|UAVs?)"
    r"|(?P<shelling>artillery|mortars?|rockets?|tanks?|gunners))\s+(?:(?:\w+\s+){0,2}?(?:not|never|no)|\w+n['’]t)\s+$",
    re.IGNORECASE,
)


def with_denied_kind(document: Document, claim: Claim) -> Claim:
    """The denied strike with the type that its means tell, or else the subject of its "did not"; without either no operation.

    What people and data sets say (no score) stays.
    """
    if claim.score is None or claim.stance != "denied" or claim.type not in _LOOSE:
        return claim
    if not _STRIKE.fullmatch(claim.trigger.quote.strip()):
        return claim
    told = {_BY_MEANS[row.kind] for row in claim.means if row.kind in _BY_MEANS}
    kind = told.pop() if len(told) == 1 else _of_subject(document.text, claim.trigger.span.start)
    return replace(claim, type=kind or "armed_attack")


def _of_subject(text: str, at: int) -> str | None:
    found = _BY_SUBJECT.search(text[sentence_start(text, at) : at])
    return found.lastgroup if found else None
