"""Names of two words of which the gazetteer has the first abroad: "Bar Sanguni" in Somalia is not in Bar, Montenegro."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.gazetteer import fold_name
from crossread.normalize.places.document import Surroundings
from crossread.normalize.places.piece import Piece
from crossread.normalize.places.words import load_place_words

AT_HOME = 0.01  # share of the document's country words below which it does not speak of a country
KNOWN = 400_000  # inhabitants of a town that is meant wherever a report plays


def whole_names(raw: str, pieces: Sequence[Piece], about: Surroundings) -> list[Piece]:
    """The pieces with a name abroad and the unlisted one that stands right behind it as one name."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last and raw[last.toponym.end : piece.toponym.start] == " " and _is_rest(piece) and _is_abroad(last, about):
            text = raw[last.toponym.start : piece.toponym.end]
            toponym = replace(last.toponym, end=piece.toponym.end, text=text, folded=fold_name(text), listed=False)
            found[-1] = replace(last, toponym=toponym, name=text, linked=piece.linked)
        else:
            found.append(piece)
    return found


def _is_rest(piece: Piece) -> bool:
    toponym = piece.toponym
    return not (toponym.listed or toponym.demonym or piece.unit or piece.compass or piece.near) and piece.name == toponym.text


def _is_abroad(piece: Piece, about: Surroundings) -> bool:
    """True for a name that only places bear of which the report tells nothing else, none of them known to all."""
    toponym = piece.toponym
    if not toponym.listed or toponym.demonym or piece.unit or piece.compass or piece.name != toponym.text:
        return False
    if toponym.text.lower() in load_place_words().units:
        return False  # "Camp Darapanan"
    countries = about.leaning(without=toponym.folded).countries
    named = about.gazetteer.find_exact(toponym.folded)
    return bool(countries) and all(
        place.kind != "country" and place.population < KNOWN and countries.get(place.country or "", 0.0) < AT_HOME
        for place in named
    )
