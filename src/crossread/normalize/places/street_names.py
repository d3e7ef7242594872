"""Bare names that are a street's or a chain's: "on Wilson" beside "Wilson Street", "at a Starbucks"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.places.piece import Piece
from crossread.normalize.places.toponyms import Toponym

_ON = re.compile(r"[Oo]n\s+((?:[NSEW]\.?\s|(?:North|South|East|West)\s)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)")
_STREET_BEHIND = r"\s(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct)\b"
# "a Starbucks", "an Applebee's at 12 Elm Street"; in "a Miami Gardens home" it is the town.
_ARTICLE = re.compile(r"\b[Aa]n?\s$")
_NO_NOUN = re.compile(r"\s*(?:$|[,.;()])|\s(?:in|at|on|near|off|along|and|outside|inside|where|when|about|around)\b")


def as_told_street(raw: str, pieces: Sequence[Piece], text: str) -> Sequence[Piece]:
    """The pieces of "on Wilson" as a street, where the report has "Wilson Street" or "the 1300 block of Wilson"."""
    match = _ON.fullmatch(raw.strip())
    if match is None or not pieces:
        return pieces
    name = re.escape(match[1])
    if not re.search(rf"\b{name}{_STREET_BEHIND}|block of {name}\b", text):
        return pieces
    start = raw.index(match[1])
    whole = replace(pieces[0].toponym, start=start, end=start + len(match[1]), text=match[1], listed=False, demonym=None)
    return [Piece(toponym=whole, name=match[1], unit="site")]


def without_chains(raw: str, pieces: Sequence[Piece], behind: str) -> list[Piece]:
    """The pieces with what bears an indefinite article for a site: nobody is "at a Mosul".

    `behind` are the words behind the slot: "at a Macau" may be cut out of "at a Macau bank".
    """
    return [_as_site(piece) if _is_one_of_many(raw, piece, behind) else piece for piece in pieces]


def _is_one_of_many(raw: str, piece: Piece, behind: str) -> bool:
    told: Toponym = piece.toponym
    bare = piece.unit is None and not told.demonym and piece.name == told.text
    bare = bare and _ARTICLE.search(raw, 0, told.start) is not None
    return bare and _NO_NOUN.match(raw + behind, told.end) is not None


def _as_site(piece: Piece) -> Piece:
    return replace(piece, toponym=replace(piece.toponym, listed=False), unit="site", base=None)
