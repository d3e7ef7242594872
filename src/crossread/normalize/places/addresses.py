"""Wordings that tell the country a report is from: addresses by blocks, and sheriffs, are North American."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from crossread import patterns as re
from crossread.gazetteer import GazetteerPlace
from crossread.normalize.places.abroad import SMALL
from crossread.normalize.places.candidates import Larger

# "the 5500 block of Wilson Court", "the Harris County Sheriff's Office", "sheriff's deputies". Not "a block of flats",
# "Block 12", "Edinburgh Sheriff Court".
_AMERICAN = re.compile(
    r"\b\d+00[- ]block of (?:[NSEW]\.? )?[A-Z0-9]|\b(?:County|Parish) [Ss]heriff|\b[Ss]heriff['’]s (?:Office|Department|deput)"
    r"|\b[Cc]ounty sheriff"
)
MOST = 4  # times that such words are counted


def address_countries(text: str) -> list[str]:
    """The country of each wording of this kind, as often as it stands; none where no such word does.

    "SAN JOSE - " over a shooting "in the 1200 block of Elm Street" is in California and not the capital of Costa Rica.
    """
    if "block of" not in text and "heriff" not in text:
        return []
    return ["US"] * min(MOST, sum(1 for _ in _AMERICAN.finditer(text)))


def in_addressed(countries: Collection[str], namesakes: Sequence[GazetteerPlace]) -> Larger:
    """The country of the addresses, where it has a city of that name and another country has one, too; no country is called so.

    "San Jose" in a report with such addresses is the city in California, although a capital is called so.
    """
    if not countries or any(place.kind == "country" for place in namesakes):
        return Larger()
    cities = {p.country for p in namesakes if p.kind == "settlement" and p.population >= SMALL and p.country}
    return Larger(countries=frozenset(cities.intersection(countries))) if cities.difference(countries) else Larger()
