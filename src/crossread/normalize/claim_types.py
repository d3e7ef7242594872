"""A killing by drone is an air strike: what did it tells the more specific type."""

from __future__ import annotations

from crossread.records import Claim

# Of 747 hand-coded training claims with such means none is a `killing`, which is for deaths in another or an untold manner.
_BY_MEANS = {
    "aircraft": "air_strike",
    "drone": "air_strike",
    "artillery": "shelling",
    "mortar": "shelling",
    "rocket": "shelling",
    "ied": "bombing",
    "mine": "bombing",
    "car_bomb": "bombing",
    "suicide_bomb": "bombing",
    "grenade": "bombing",
}


def settled_type(claim: Claim) -> str:
    """The claim's type; for a `killing`, that of the weapon its means tell, if all of them that tell one tell the same."""
    told = {_BY_MEANS[row.kind] for row in claim.means if row.kind in _BY_MEANS}
    return told.pop() if claim.type == "killing" and len(told) == 1 else claim.type
