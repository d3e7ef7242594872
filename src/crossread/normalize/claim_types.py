"""A killing by drone is an air strike, a convoy "hit with mines" was not shelled: what did it tells the type."""

from __future__ import annotations

from crossread.records import Claim

# Of 747 hand-coded training claims with such means none is a `killing`, which is for deaths in another or an untold manner.
# Of 580 of the three types that are named after a weapon, with means of one of these kinds alone, all but two have its type.
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
_OPEN = ("killing", "shelling", "bombing", "air_strike")
_BOTH = ("bombing", "shelling")  # the two: a rocket that is told as a bomb


def settled_type(claim: Claim) -> str:
    """The claim's type; for a `killing` or a wrong weapon, that of the weapon its means tell, if they all tell the same."""
    told = {_BY_MEANS[row.kind] for row in claim.means if row.kind in _BY_MEANS}
    if claim.type not in _OPEN or len(told) != 1 or (claim.type, *told) == _BOTH:
        return claim.type
    return told.pop()
