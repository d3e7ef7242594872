"""Parts of a city: "Sinak in central Baghdad" lies in Baghdad, whatever small town the gazetteer has by that name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossread import patterns as re
from crossread.normalize.places.candidates import Choice, kilometres
from crossread.normalize.places.document import Surroundings
from crossread.normalize.places.letters import without_stop
from crossread.normalize.places.named import SIZE, Named
from crossread.normalize.places.piece import Piece
from crossread.normalize.places.told import Told

IN_CITY_KM = 50.0  # farther from a city lies no part of it
LARGEST_PART = 300_000  # inhabitants; so large a town is no part of another
TRUSTED = 0.3  # score of the city
FAR = 140  # characters between a name and the city
_PART = (
    r"(?:district|neighbou?rhood|quarter|area|section|suburb|square|street|market|mall|hotel|mosque|church|cathedral|hospital"
    r"|station|university|bridge|stadium|airport)"
)
_SIDE = r"(?:central|downtown|(?:north|south)(?:-?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?)"
_LEADS = re.compile(
    rf"(?P<part>\s+(?:[a-z-]+\s+){{0,2}}{_PART})?(?:,|\s[-–—]\s[^.;]{{1,90}}\s[-–—])?\s+in\s+"
    rf"(?P<side>{_SIDE}\s+|(?:the\s+)?(?:(?:very\s+)?(?:heart|cent(?:er|re)|middle)|{_SIDE})\s+of\s+)?(?:the\s+)?(?:city\s+of\s+)?"
)
_REGION_AFTER = re.compile(r"['’]?s?\s+(?:region|provinc|state|district|governorate|county|department|oblast|territory)", re.I)


def in_its_city(focus: Named, others: Sequence[Named], about: Surroundings) -> tuple[Named, Sequence[Named]]:
    """A name that the report puts into a part of a city, without a place far from that city; with the city among the others.

    Any telling of the name in the report counts.
    """
    place = focus.place
    if place is not None and (place.kind not in ("settlement", "area") or place.population >= LARGEST_PART):
        return focus, others
    if focus.piece.toponym.demonym or focus.piece.bearing:
        return focus, others
    told = _city(focus.piece.toponym.text, about)
    city = told.choice.place if told else None
    if told is None or city is None or (place and (place.id == city.id or kilometres(place, city) <= IN_CITY_KM)):
        return focus, others
    part = Named(piece=focus.piece, choice=Choice(place=None, score=0.0), size=SIZE["quarter"])
    if any(other.place and other.place.id == city.id for other in others):
        return part, others
    piece = Piece(toponym=told.toponym, name=without_stop(told.toponym.text))
    return part, [Named(piece=piece, choice=told.choice, size=SIZE["settlement"])]


def _city(name: str, about: Surroundings) -> Told | None:
    """The first city in which the report puts a name: looked for once a name, as a long report has thousands of places."""
    if name not in about.cities:
        about.cities[name] = next(_cities(name, about), None)
    return about.cities[name]


def _cities(name: str, about: Surroundings) -> Iterator[Told]:
    """The cities in which the report puts a name."""
    for row in about.placed:
        place = row.choice.place
        if place is None or place.kind != "settlement" or row.choice.score < TRUSTED or row.toponym.text == name:
            continue
        if not _REGION_AFTER.match(about.text, row.toponym.end) and _leads(name, row.toponym.start, about.text):
            yield row


def _leads(name: str, end: int, text: str) -> bool:
    at = text.rfind(name, max(0, end - FAR - len(name)), end)
    if at < 0 or text[at - 1 : at].isalnum():
        return False
    match = _LEADS.fullmatch(text, at + len(name), end)
    return match is not None and (match["part"] is not None or match["side"] is not None)
