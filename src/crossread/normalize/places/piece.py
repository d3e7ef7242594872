"""One name of a slot, with what its words say of it."""

from __future__ import annotations

from dataclasses import dataclass

from crossread.normalize.places.toponyms import Toponym


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One name of a slot. `unit` is the kind its words say (settlement, admin1, county, area, quarter, site) or None.

    `name` is the name as written with its capital unit word ("Helmand Province"), `base` the name a site is called after,
    without its site word; `near` is True where a relation word stands before it, `bearing` where that is a distance or
    direction ("south of Cairo"); `compass` is the adjective of "southern Thailand". `joined` is True where "and" or a comma
    ties it to the piece before, `linked` where a comma or preposition ties it to the next; `hint` is False for an adjective
    that does not say the country ("the Syrian border") and a country across the border ("the border with Syria"), `given`
    True where the caller knows it for a place.
    """

    toponym: Toponym
    name: str
    unit: str | None = None
    near: bool = False
    compass: str | None = None
    bearing: bool = False
    joined: bool = False
    linked: bool = False
    hint: bool = True
    given: bool = False
    base: Piece | None = None
