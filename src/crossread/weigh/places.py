"""Whether two places can be one: a coarser one that holds the finer agrees with it."""

from __future__ import annotations

import math

from crossread.records import Place
from crossread.records.value import PLACE_PRECISIONS
from crossread.weigh.case import fold
from crossread.weigh.figures import figures

_FINE = ("exact", "near")
ORDER = PLACE_PRECISIONS  # the finest first


def places_fit(a: Place, b: Place) -> bool:
    """False only where names, regions or distance tell two places apart; what is not known excludes nothing."""
    apart = kilometres_apart(a, b)
    if a.country and b.country and a.country != b.country:
        return (
            apart is not None
            and bool(apart <= figures("place")["radius"]["near"])
            and "country" not in (a.precision, b.precision)
        )
    if "country" in (a.precision, b.precision):
        return True
    if a.name and b.name and (fold(a.name) == fold(b.name) or _is_one_village(a, b)):
        return True
    same_region = bool(a.admin1 and b.admin1 and fold(a.admin1) == fold(b.admin1))
    fine = a.precision in _FINE and b.precision in _FINE
    if same_region and not fine:
        return True
    if apart is None:
        return not (a.admin1 and b.admin1) or same_region
    return bool(apart <= _reach(a) + _reach(b))


def _is_one_village(a: Place, b: Place) -> bool:
    """True for "Mamove" and "Mamove, Beni": a village with its own point, and one told with the town whose point it has.

    Only for points as near to each other as two areas: two towns may have a village of one name.
    """
    whole, bare = (a, b) if "," in (a.name or "") else (b, a)
    first = (whole.name or "").split(",")[0]
    if fold(first) != fold(bare.name or "") or "," in (bare.name or ""):
        return False
    apart = kilometres_apart(a, b)
    return apart is not None and bool(apart <= figures("place")["radius"]["area"])


def _reach(place: Place) -> float:
    """Kilometres around its point that a place may cover; "northern Mali" covers a quarter of the country."""
    radius = figures("place")["radius"]
    return float(radius["quarter"] if place.is_quarter else radius.get(place.precision, 0))


def coarseness(place: Place) -> int:
    """0 for the most precise; for choosing the most precise of places that fit."""
    return ORDER.index(place.precision)


def kilometres_apart(a: Place, b: Place) -> float | None:
    """Kilometres between two points on a sphere, None where one is not known."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    north, south = math.radians(a.latitude), math.radians(b.latitude)
    east = math.radians(b.longitude - a.longitude)
    cosine = math.sin(north) * math.sin(south) + math.cos(north) * math.cos(south) * math.cos(east)
    return 6371.0 * math.acos(max(-1.0, min(1.0, cosine)))
