"""The whole name of a site: what kind of words lead it ("Army", "Islamic", "Teachers'") is no place, but part of the name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.normalize.places.piece import Piece
from crossread.normalize.places.words import PlaceWords

# "the Army (Public School)", "the Journalists' (Syndicate)", "the National Police (Academy)"
_LEADING = re.compile(r"(?:(?:[A-Z][a-z]{2,}(?:['’]s?)?|[A-Z]{2,5})\s)+\Z")
_NO_NAME = re.compile(
    r"(?:(?:The|Its|Their|His|Her|Near|From|Into|Outside|Inside|Around|Behind|Across|Along|Towards?|Over|Off|By|Late|Early|Last|Nearby"
    r"|Downtown|Central|Former|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:['’]s)?)\s)+"
)


def with_leading_words(raw: str, before: Sequence[Piece], piece: Piece, words: PlaceWords) -> Piece:
    """The site with the capital words right before it in its name: "Army Public School" and not "Public School".

    They may stand among the pieces `before` it, as names that no list has; a listed name is a place of its own.
    """
    named = piece.unit == "site" and not piece.toponym.listed
    if not named and not words.sites.fullmatch(piece.name.lower()):
        return piece
    others = [row.toponym for row in before if row.toponym.text.lower() not in words.units]
    at = max((row.end for row in others if row.listed or row.demonym), default=0)
    start = raw.find(piece.name, max(at, piece.toponym.start - len(piece.name)))
    led = _LEADING.search(raw, at, start) if start > at else None
    if led is None:
        return piece
    skipped = _NO_NAME.match(raw, led.start(), start)
    begins = skipped.end() if skipped else led.start()
    return replace(piece, name=raw[begins : start + len(piece.name)])


def is_called_so(name: str) -> bool:
    """True for "Kabul Airport", which is the site's own name, and not for "Kabul airport"."""
    return name[-1:].isupper() or name.split()[-1][:1].isupper()


def precision_of_site(piece: Piece, kind: str) -> str:
    """How well the place that a site is called after tells where it is; "a Texas jail cell" may be anywhere in Texas."""
    wide = "area" if kind == "area" else "admin1" if kind == "admin1" and not is_called_so(piece.name) else None
    return wide or ("near" if piece.near else "exact")  # an area is "the Sinai Peninsula"
