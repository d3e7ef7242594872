"""States whose forces a report tells: "Ethiopia's military", "the Ethiopian army"."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.normalize.places.candidates import Chooser
from crossread.normalize.places.toponyms import Toponym
from crossread.normalize.places.words import PlaceWords

_OWNS = re.compile(r"['’]s?(?=\s)")


def states_with_forces(
    text: str, demonyms: Sequence[tuple[str, int]], toponyms: Sequence[Toponym], chooser: Chooser, words: PlaceWords
) -> frozenset[str]:
    """Countries of which any adjective or name is one of forces of theirs."""
    told = {iso for iso, end in demonyms if words.forces.match(text, end)}
    for toponym in toponyms:
        owner = _OWNS.match(text, toponym.end) if toponym.listed and not toponym.demonym else None
        if owner is not None and words.forces.match(text, owner.end()):
            told |= {p.country for p in chooser.named(toponym.folded).places if p.kind == "country" and p.country}
    return frozenset(told)


def countries_named(toponyms: Sequence[Toponym], chooser: Chooser) -> frozenset[str]:
    """Countries told by their names."""
    named = {toponym.folded for toponym in toponyms if toponym.listed and not toponym.demonym}
    places = (place for name in named for place in chooser.named(name).places)
    return frozenset(place.country for place in places if place.kind == "country" and place.country)
