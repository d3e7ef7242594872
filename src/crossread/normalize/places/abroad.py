"""Towns that another country's forces are told to have struck, where nothing else speaks of their country."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from crossread.gazetteer import GazetteerPlace

STRUCK_ABROAD = 10_000  # inhabitants of a town that another country's forces are told to have struck


def may_be_struck(place: GazetteerPlace, namesakes: Sequence[GazetteerPlace], spelt: Collection[str]) -> bool:
    """True for a town by its own name, which no other country has.

    In another spelling (`spelt` has the ids) no other country may have a town of that size: Jenin is not the hamlet in Poland.
    """
    if place.population < STRUCK_ABROAD or not (place.matched == "name" or place.id in spelt):
        return False
    small = place.id in spelt
    others = [p for p in namesakes if not (small and p.kind == "settlement" and p.population < STRUCK_ABROAD)]
    return all(other.country == place.country for other in others)
