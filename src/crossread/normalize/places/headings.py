"""Regions and countries that head the sections of a bulletin: "CAUCA" above the entries of what happened there."""

from __future__ import annotations

from functools import lru_cache

from crossread import patterns as re
from crossread.gazetteer import GazetteerPlace
from crossread.normalize.places.candidates import Larger
from crossread.normalize.places.document import Surroundings
from crossread.normalize.places.named import as_larger
from crossread.normalize.places.told import DOUBTFUL

FEWEST = 2  # headings that make sections: a single one may be the title
KNOWN_TOWN = 100_000  # inhabitants of a town that is meant in whatever section it is told
_BARE = re.compile(r"[ \t#*_:.]*")
# "SYRIA: A car bomb killed nine", "**Niger** - Men were held"
_HEADS_TEXT = re.compile(r"[ \t]*(?:\([^)\n]{1,40}\)[ \t]*)?[*_]*(?::|[ \t][-–—])[*_]*[ \t]+(?=\S)")
_OTHER_HEAD = re.compile(r"^[ \t#*_]*(?P<head>[A-ZÀ-ÖØ-Þ][^\n:.*_]{1,40}?)[*_]*:[*_]*[ \t]+(?=\S)", re.MULTILINE)


def region_above(about: Surroundings, place: int) -> GazetteerPlace | None:
    """The region or country that heads the section in which a place of the text stands, in a report of such sections.

    It is a line of its own, or a country at the head of a line before a colon. In the six coded reports with such lines 49 of
    52 places of claims below them lie there, in two with countries before a colon all.
    """
    above = [row for row in _headings(about) if row[0] < place]
    return above[-1][1] if above else None


def held_by_heading(about: Surroundings, place: int, namesakes: tuple[GazetteerPlace, ...]) -> Larger:
    """The region above as the larger unit of a name, if it holds one of the name's candidates."""
    region = region_above(about, place)
    if region is None:
        return Larger()
    inside = (p for p in namesakes if p.id != region.id and p.country == region.country and region.admin1 in (None, p.admin1))
    return as_larger(region) if next(inside, None) is not None else Larger()


def is_namesake_elsewhere(about: Surroundings, place: int, chosen: GazetteerPlace) -> bool:
    """True for a small town in another country than the one whose section it stands in: its namesake there has no entry."""
    region = region_above(about, place)
    small = chosen.kind == "settlement" and chosen.population < KNOWN_TOWN
    return small and region is not None and chosen.country != region.country


@lru_cache(maxsize=8)
def _headings(about: Surroundings) -> tuple[tuple[int, GazetteerPlace | None], ...]:
    """Where each heading ends, with its region or country; None for one of another kind ("Other news: …")."""
    found: list[tuple[int, GazetteerPlace | None]] = []
    inline = False
    for row in about.placed:
        place, toponym = row.choice.place, row.toponym
        if place is None or place.kind not in ("country", "admin1") or row.choice.score < DOUBTFUL:
            continue
        start, end = about.text.rfind("\n", 0, toponym.start) + 1, about.text.find("\n", toponym.end)
        if not _BARE.fullmatch(about.text, start, toponym.start):
            continue
        heads_text = place.kind == "country" and _HEADS_TEXT.match(about.text, toponym.end) is not None
        inline = inline or heads_text
        if heads_text or (end > 0 and _BARE.fullmatch(about.text, toponym.end, end)):
            found.append((toponym.end, place))
    if len({place.id for _, place in found if place is not None}) < FEWEST:
        return ()
    if inline:
        ends = {end for end, _ in found}
        others = (match.end("head") for match in _OTHER_HEAD.finditer(about.text))
        found = sorted([*found, *((end, None) for end in others if end not in ends)], key=lambda row: row[0])
    return tuple(found)
