"""Names of two words of which the gazetteer has the first abroad: "Bar Sanguni" in Somalia is not in Bar, Montenegro."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.gazetteer import fold_name
from crossread.normalize.places.document import Surroundings
from crossread.normalize.places.piece import Piece
from crossread.normalize.places.words import load_place_words

AT_HOME = 0.01  # share of the document's country words below which it does not speak of a country
KNOWN = 400_000  # inhabitants of a town that is meant wherever a report plays


_AND = re.compile(r"\s+(?:and|&)\s+")
_ARTICLE = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)


def whole_names(raw: str, pieces: Sequence[Piece], about: Surroundings) -> list[Piece]:
    """The pieces with a name abroad and the unlisted one that stands right behind it as one name.

    So, too, one site of two words and an article: "the Health and Rehab center" is not two of them.
    """
    found: list[Piece] = []
    for piece in _with_pairs(raw, pieces, about):
        last = found[-1] if found else None
        if last and raw[last.toponym.end : piece.toponym.start] == " " and _is_rest(piece) and _is_abroad(last, about):
            text = raw[last.toponym.start : piece.toponym.end]
            toponym = replace(last.toponym, end=piece.toponym.end, text=text, folded=fold_name(text), listed=False)
            found[-1] = replace(last, toponym=toponym, name=text, linked=piece.linked)
        else:
            found.append(piece)
    return found


def _with_pairs(raw: str, pieces: Sequence[Piece], about: Surroundings) -> Iterator[Piece]:
    before: Piece | None = None
    for piece in pieces:
        if before is not None and _is_pair(raw, before, piece, about):
            text = raw[before.toponym.start : piece.toponym.start] + piece.name
            start, end = before.toponym.start, before.toponym.start + len(text)
            toponym = replace(piece.toponym, start=start, end=end, text=text, folded=fold_name(text), listed=False)
            piece = replace(piece, toponym=toponym, name=text, base=None, joined=before.joined)
            before = None
        if before is not None:
            yield before
        before = piece
    if before is not None:
        yield before


def _is_pair(raw: str, first: Piece, site: Piece, about: Surroundings) -> bool:
    """True for a word that is no place before "and" and a single site, both behind one article."""
    if site.unit != "site" or site.base is None or site.name.endswith("s") or first.unit or first.toponym.demonym:
        return False
    if first.toponym.listed and not about.gazetteer.is_common_word(first.toponym.folded):
        return False
    tied = _AND.fullmatch(raw, first.toponym.end, site.toponym.start)
    return tied is not None and _ARTICLE.search(raw[: first.toponym.start]) is not None


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
