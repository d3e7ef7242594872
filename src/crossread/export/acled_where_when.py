"""The day and the place of an incident as the form of ACLED codes them."""

from __future__ import annotations

from crossread import patterns as re
from crossread.errors import GazetteerError
from crossread.export.shape_facts import MONTH, WEEK, Days, NotHeldError, Spot
from crossread.export.shape_file import Making, Row
from crossread.gazetteer import Gazetteer
from crossread.records import Incident

GEO_PRECISION = {"exact": 1, "near": 2, "area": 2, "admin1": 3}
CITY = 100_000  # inhabitants; ACLED parts only large cities into their districts
IN_CITY = 0.3  # degrees, some 30 km: so far from a city's point lie its districts
NIGHT = 2  # days that a night touches
# A night that the words tell as one: "overnight", "the night of 7 to 8 May".
_NIGHT = re.compile(r"\b(?:over)?night\b|\bnuit\b|\bnoche\b|\bnoite\b|\bليلة\b", re.IGNORECASE)


def when_cells(days: Days, incident: Incident, making: Making) -> Row:
    """The middle day with its precision: 1 for a day or one night, 2 for a week or two, 3 for a month."""
    if days.count > MONTH:
        raise NotHeldError("date too coarse: known no closer than a month, which the form does not record")
    exact = days.count == 1 or (days.count == NIGHT and _is_night(incident, making))
    precision = 1 if exact else 2 if days.count <= WEEK else 3
    return {"event_date": days.middle.isoformat(), "year": days.middle.year, "time_precision": precision}


def _is_night(incident: Incident, making: Making) -> bool:
    """True where an account that tells just these two days tells them as a night."""
    claims = (making.lookup.claim(account.claim_id) for account in incident.accounts)
    told = (claim.when for claim in claims if claim.when and claim.when.value and incident.when)
    return any(_same_days(slot.value, incident.when) and _NIGHT.search(slot.raw) for slot in told)


def _same_days(one: object, other: object) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in ("earliest", "latest"))


def where_cells(spot: Spot) -> Row:
    """Country, region, name, point and precision; refuses what is known no closer than the country, or without its region."""
    if spot.precision not in GEO_PRECISION:
        raise NotHeldError("place too coarse: known no closer than the country, which the form does not record")
    if spot.admin1 is None:
        raise NotHeldError("no region: the form needs the first-level region of the place")
    return {
        "iso": spot.country.numeric,
        "region": spot.country.acled,
        "country": spot.country.name,
        "admin1": spot.admin1,
        "location": _location(spot),
        "latitude": f"{spot.latitude:.4f}",
        "longitude": f"{spot.longitude:.4f}",
        "geo_precision": GEO_PRECISION[spot.precision],
    }


def _location(spot: Spot) -> str:
    """`Port-au-Prince - Canape-Vert` for what reports call `Canape-Vert, Port-au-Prince`: that form has the city first."""
    part, comma, city = spot.name.rpartition(", ")
    return f"{city} - {part}" if comma and "," not in part and _is_city(city, spot) else spot.name


def _is_city(name: str, spot: Spot) -> bool:
    """True for a large city of that name around the point; False also where no gazetteer is at hand."""
    try:
        found = Gazetteer.open().find_places_exact(name)
    except GazetteerError:
        return False
    return any(
        place.kind == "settlement"
        and place.country == spot.country.code
        and place.population >= CITY
        and max(abs(place.latitude - spot.latitude), abs(place.longitude - spot.longitude)) <= IN_CITY
        for place in found
    )
