"""Lists of villages of which the gazetteer has not all: "the villages of Tsili, Lokabango and Dhebu in Djugu territory"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.codebook import ActorRegistry
from crossread.normalize.places.candidates import kilometres
from crossread.normalize.places.named import SIZE, Named, ResolvedPlace, several
from crossread.normalize.places.outside import is_outside_slot

TOGETHER_KM = 100.0  # farther from the town that holds the list, or from another of it, lies a namesake
_AND = re.compile(r"\s+(?:and|or|&)\s+")
_TIE = re.compile(r",\s+|,?\s+(?:and|or|&)\s+")
_UNITS = (None, "settlement", "quarter")


def list_of_villages(raw: str, named: Sequence[Named]) -> tuple[Named, ...]:
    """The names tied by commas and a last "and" with which a slot begins; empty where there are none or all are listed.

    Of a pair the one that is listed stands for both.
    """
    run: list[Named] = []
    for one in named:
        if not _may_be_village(one) or (run and not _TIE.fullmatch(raw, run[-1].piece.toponym.end, one.piece.toponym.start)):
            break
        run.append(one)
    known = [one for one in run if one.place]
    if len(run) < 2 or len(known) == len(run) or (known and len(run) == 2):
        return ()
    last = raw[run[-2].piece.toponym.end : run[-1].piece.toponym.start]
    return tuple(run) if _AND.search(last) else ()


def listed_of(raw: str, run: Sequence[Named], rest: Sequence[Named]) -> list[Named]:
    """Those of the list that the gazetteer has where the rest of the slot, if it says so, puts them."""
    towns = [one.place for one in rest if one.place and one.place.kind == "settlement" and not one.piece.bearing]
    found = [one for one in run if one.place and not is_outside_slot(raw, one, rest)]
    return [one for one in found if one.place and all(kilometres(one.place, town) <= TOGETHER_KM for town in towns)]


def name_of_list(raw: str, run: Sequence[Named]) -> str:
    """The list as it is written."""
    return raw[run[0].piece.toponym.start : run[-1].piece.toponym.end]


def as_one(raw: str, run: Sequence[Named]) -> Named:
    """The list as one name that the gazetteer has not."""
    first = run[0]
    return replace(first, piece=replace(first.piece, name=name_of_list(raw, run)), size=min(first.size, SIZE["settlement"]))


def among(raw: str, run: Sequence[Named], listed: Sequence[Named]) -> ResolvedPlace:
    """Around those that are listed; how far the others lie from there is not known."""
    found = several(raw, listed)
    return replace(found, place=replace(found.place, name=name_of_list(raw, run), precision="area"))


def of_list(raw: str, run: Sequence[Named], found: ResolvedPlace) -> ResolvedPlace:
    """What is known of a list without a listed village: near the town that holds it, or in no place that has a point."""
    if found.place.precision != "exact" or run[0].piece.unit == "quarter":
        return found
    precision = "area" if found.place.latitude is None else "near"
    return replace(found, place=replace(found.place, name=name_of_list(raw, run), precision=precision))


def _may_be_village(one: Named) -> bool:
    piece = one.piece
    if piece.unit not in _UNITS or piece.toponym.demonym or piece.compass or piece.bearing or piece.base or not piece.hint:
        return False
    if one.place is None:
        return not ActorRegistry.load().candidates(piece.name)
    return one.place.kind == "settlement"
