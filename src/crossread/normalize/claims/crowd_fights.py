"""Who fights how: protesters who throw dynamite riot, and two communities that fight each other clash.

Of some 620 hand-coded claims whose doers are protesters or rioters none is a bombing. Of 14 fights among communal militias and
civilians alone 11 are clashes, and so are all four between communal militias.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.records import Claim, Document

_MOB = frozenset({"protesters", "rioters"})
_PLANTED = frozenset({"ied", "car_bomb", "suicide_bomb", "mine"})
_THROWS = re.compile(
    r"\b(?:thr(?:ew|own?|owing|ows)|hurl\w*|lobb?\w*|toss\w*|pelt\w*|fl[iu]ng\w*|molotov\w*|petrol\s+bombs?|fire-?bomb\w*|fireworks)\b",
    re.IGNORECASE,
)
_FOUGHT = re.compile(
    r"(?:(?:have|has|had|were)\s+)?(?:fought|fight(?:s|ing)?|clash(?:es|ed|ing)?|battl(?:es?|ed|ing))\b", re.IGNORECASE
)


def with_kind_of_fight(document: Document, claim: Claim) -> Claim:
    """The claim as a riot, or as a clash, by those who did it; what people and data sets say (no score) stays."""
    if claim.score is None or claim.type not in ("bombing", "riot"):
        return claim
    doers = {actor.type for actor in claim.actors if actor.role in ("perpetrator", "side_a")}
    if claim.type == "bombing":
        crowd = bool(doers) and doers <= _MOB and not any(row.kind in _PLANTED for row in claim.means)
        return replace(claim, type="riot") if crowd and _THROWS.search(claim.trigger.quote) else claim
    others = {actor.type for actor in claim.actors if actor.role in ("target", "victim", "side_b")}
    communal = doers == {"communal_militia"} and others == {"communal_militia"}
    return replace(claim, type="armed_clash") if communal and _FOUGHT.match(claim.trigger.quote) else claim
