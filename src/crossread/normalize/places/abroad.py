"""Towns that another country's forces struck or that another country's city writes of, where nothing else tells theirs."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from crossread.gazetteer import GazetteerPlace

TOLD_ABROAD = 50_000  # inhabitants of a town that cities of any other country write of
NEAR_BY = 0.005  # nearness of a smaller one to the city that writes of it, some 850 km
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


def may_be_told_from(
    place: GazetteerPlace, namesakes: Sequence[GazetteerPlace], *, desk: bool, placed: bool, near: float
) -> bool:
    """True for a town of another country than the city at the head of a report, which nothing else puts into either.

    From the seat of an agency (`desk`) a town is told by its own name, or by another that no other country has. From any other
    city only by a name of one country, where the words put something there (`placed`), and a small one only if it is not far
    (`near` is its nearness). Of the four coded reports whose other city at the head alone tells its country three play abroad.
    """
    alone = len({other.country for other in namesakes}) == 1
    if desk:
        return alone or place.matched == "name"
    return alone and placed and (place.population >= TOLD_ABROAD or near >= NEAR_BY)
