"""What the gazetteer gives back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerPlace:
    """One place of the gazetteer. `id` is permanent: `geonames:2458334`, `iso:ML`, `fips:22079`, `crossread:liptako-gourma`.

    `kind` is settlement, country, admin1 (first-level region), county (of the US) or area (landscape, district, sea).
    `matched` tells how it was found: `name`, `alternate`, `variant` (another spelling habit) or `close` (a slip of the pen).
    Degrees are WGS84; a country or region has a rough centre of its own, never its capital's point.
    """

    id: str
    name: str
    kind: str
    country: str | None
    admin1: str | None
    latitude: float
    longitude: float
    population: int
    source: str
    matched: str = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The box that holds nine tenths of the places of a country or region, degrees; for "the north of" and the like."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """The circle that holds four fifths of a region's known places: how far it reaches, not where it ends."""

    latitude: float
    longitude: float
    radius_km: float
