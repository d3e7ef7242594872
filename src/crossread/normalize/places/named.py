"""What a slot's pieces became, and the answers made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread import patterns as re
from crossread.gazetteer import Gazetteer, GazetteerPlace, fold_name
from crossread.normalize.places.candidates import Choice, Larger
from crossread.normalize.places.compass import compass_point
from crossread.normalize.places.piece import Piece
from crossread.records import Place

SIZE = {"site": 0, "quarter": 1, "settlement": 2, "county": 3, "area": 3, "admin1": 4, "country": 5}
_PLURAL_UNIT = re.compile(r"\s+(?:[Pp]rovinces?|[Rr]egions|[Ss]tates|[Dd]istricts|[Gg]overnorates|[Oo]blasts|[Cc]ounties)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedPlace:
    """A place and the probability (0 to 1) that it is the one meant."""

    place: Place
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A piece with the place chosen for it; `least` is the smallest size its namesakes may have."""

    piece: Piece
    choice: Choice
    size: int
    least: int = 2

    @property
    def place(self) -> GazetteerPlace | None:
        """The chosen place, None where the gazetteer has none."""
        return self.choice.place


def resolved(place: GazetteerPlace, *, name: str, precision: str, score: float) -> ResolvedPlace:
    """A gazetteer place as an answer, under the name the text gives it."""
    found = Place(
        name=name,
        country=place.country,
        admin1=place.admin1,
        gazetteer_id=place.id,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=precision,
    )
    return ResolvedPlace(place=found, score=min(1.0, score))


def compass_region(focus: Named, place: GazetteerPlace, gazetteer: Gazetteer) -> ResolvedPlace:
    """ "southern Thailand": an area of its country or region with a rough centre."""
    point = compass_point(gazetteer, place, focus.piece.compass or "")
    own = place.kind != "admin1" and not focus.piece.toponym.demonym  # "the Thai south" is southern Thailand
    return ResolvedPlace(
        place=Place(
            name=f"{focus.piece.compass} {focus.piece.name if own else place.name}",
            country=place.country,
            admin1=place.admin1,
            gazetteer_id=None,
            latitude=point[0],
            longitude=point[1],
            precision="area",
        ),
        score=focus.choice.score,
    )


def several(raw: str, named: Sequence[Named]) -> ResolvedPlace:
    """Several units taken as one place: the midpoint, or no point at all if they lie in several countries."""
    places = [n.place for n in named if n.place]
    one_country = len({p.country for p in places}) == 1
    end = named[-1].piece.toponym.end
    plural = _PLURAL_UNIT.match(raw[end:])
    middle = Place(
        name=raw[named[0].piece.toponym.start : end + (plural.end() if plural else 0)],
        country=places[0].country if one_country else None,
        admin1=None,
        gazetteer_id=None,
        latitude=round(sum(p.latitude for p in places) / len(places), 2) if one_country else None,
        longitude=round(sum(p.longitude for p in places) / len(places), 2) if one_country else None,
        precision=("admin1" if all(p.kind == "admin1" for p in places) else "area") if one_country else "country",
    )
    return ResolvedPlace(place=middle, score=min(n.choice.score for n in named))


def stretch(named: Sequence[Named]) -> ResolvedPlace | None:
    """The road from one town to another: halfway, near."""
    a, b = named[0].place, named[1].place
    if a is None or b is None or a.country != b.country:
        return None
    place = Place(
        name=f"{named[0].piece.toponym.text}–{named[1].piece.toponym.text} road",
        country=a.country,
        admin1=a.admin1 if a.admin1 == b.admin1 else None,
        gazetteer_id=None,
        latitude=round((a.latitude + b.latitude) / 2, 2),
        longitude=round((a.longitude + b.longitude) / 2, 2),
        precision="near",
    )
    return ResolvedPlace(place=place, score=min(n.choice.score for n in named))


def with_town(site: str, town: str) -> str:
    """ "Tahrir Square, Cairo", but "Kabul University" alone: it already says its town."""
    return site if fold_name(town) in fold_name(site) else f"{site}, {town}"


def lies_inside(place: GazetteerPlace, larger: GazetteerPlace) -> bool:
    """True if the larger place, a country or region, holds the other."""
    if larger.kind == "country":
        return place.country == larger.country
    return larger.kind == "admin1" and (place.country, place.admin1) == (larger.country, larger.admin1)


def as_larger(place: GazetteerPlace) -> Larger:
    """A chosen place as something that holds smaller ones."""
    if place.kind == "country" and place.country:
        return Larger(countries=frozenset({place.country}))
    if place.country and place.admin1 and place.kind != "area":
        return Larger(regions=frozenset({(place.country, place.admin1)}))
    return Larger(countries=frozenset({place.country})) if place.country else Larger()


def written_name(piece: Piece, place: GazetteerPlace) -> str:
    """The place's name as the text writes it, the gazetteer's where the text has no case, and that of a project's own list."""
    if place.is_own:
        return place.name
    if place.kind == "admin1":
        longer = fold_name(piece.name).startswith(f"{fold_name(place.name)} ")  # "Northern Region" for Ghana's "Northern"
        return piece.name if piece.name != piece.toponym.text or longer else place.name
    written = piece.name if piece.unit in ("area", "county") else piece.toponym.text
    return written if any(c.islower() for c in written) and written[:1].isupper() else place.name
