"""A country as people write it in a list."""

from __future__ import annotations

from crossread.codebook import find_country, load_countries
from crossread.gazetteer import Gazetteer

EXPECTED = "a country by its ISO code or English name, such as ML or Mali"


def country_code(told: str, gazetteer: Gazetteer) -> str | None:
    """The ISO 3166-1 alpha-2 code of a code of two or three letters or of a name; None for no country."""
    upper = told.strip().upper()
    if len(upper) == 2 and upper in gazetteer.country_codes():
        return upper
    by_code = next((row.code for row in load_countries().values() if row.iso3 == upper), None)
    known = find_country(name=told)
    if by_code or known:
        return by_code or (known.code if known else None)
    place = gazetteer.country(told)
    return place.country if place else None
