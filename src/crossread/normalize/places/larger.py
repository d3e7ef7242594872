"""Larger units that a report writes right behind a name: the state of "Alexandria, La."."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

from crossread import patterns as re
from crossread.gazetteer import Gazetteer, GazetteerPlace
from crossread.normalize.places.candidates import Larger
from crossread.normalize.places.told import stands_here
from crossread.normalize.places.toponyms import Toponym

_LARGER_AFTER = re.compile(
    r"^(?:['’]s)?(?:\s+(?:[Cc]ity|[Tt]own|[Dd]istrict|[Pp]rovince|[Cc]ounty))?(?:,\s+|\s+\(|,?\s+in\s+(?:the\s+)?(?:[a-z]+\s+){0,2}|\s+of\s+)"
    r"((?:[A-Z][\w'’.-]*)(?:\s+(?:of\s+|and\s+|the\s+)*[A-Z][\w'’.-]*){0,4})"
)
_LIST_GOES_ON = re.compile(r"^(?:,?\s+(?:and|or)\b|,\s+[A-Z])")
_POSTAL = re.compile(r"^[A-Z]{2}$")


class LargerUnits:
    """Answers for the names of one document."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self._text = text
        self._gazetteer = gazetteer

    def of_name(self, toponyms: Sequence[Toponym], candidates: Sequence[GazetteerPlace]) -> Larger:
        """The units told right behind any telling of a name; not those told late and once, as of another place of that name.

        "The attack in Alexandria" of a report is not in Virginia because a nurse "studied in Alexandria, Virginia".
        """
        told = [(toponym, self.after(toponym.end, candidates)) for toponym in toponyms]
        first = next((at for at, (_, larger) in enumerate(told) if larger), 0)
        lead = any(stands_here(self._text, toponym) for toponym, _ in told[:first])
        if lead and sum(bool(larger) for _, larger in told) == 1:
            return Larger()
        return reduce(or_, (larger for _, larger in told), Larger())

    def after(self, end: int, candidates: Sequence[GazetteerPlace]) -> Larger:
        """The region or country written right after a toponym ("Alexandria, La."), if it holds one of the candidates."""
        match = _LARGER_AFTER.match(self._text[end : end + 80])
        if not match:
            return Larger()
        large = any(p.kind in ("country", "admin1") for p in candidates)
        if any(p.kind == "country" for p in candidates) and not match.group().startswith(","):
            return Larger()
        if large and _LIST_GOES_ON.match(self._text[end + match.end() : end + match.end() + 20]):
            return Larger()
        larger = self._holding(match.group(1), candidates, comma=match.group().startswith(","))
        return Larger(regions=larger.regions) if any(p.kind == "country" for p in candidates) else larger

    def _holding(self, words: str, candidates: Sequence[GazetteerPlace], *, comma: bool) -> Larger:
        parts = words.split()
        for size in range(len(parts), 0, -1):
            name = " ".join(parts[:size]).rstrip("’'")
            for form in dict.fromkeys((name, name.rstrip("."), name.removesuffix("'s").removesuffix("’s"))):
                larger = self._larger(form, candidates, postal=comma)
                if larger:
                    return larger
        return Larger()

    def _larger(self, name: str, candidates: Sequence[GazetteerPlace], *, postal: bool) -> Larger:
        countries: set[str] = set()
        regions: set[tuple[str, str]] = set()
        if postal and _POSTAL.match(name) and (region := self._gazetteer.region_name("US", name)):
            regions.add(("US", region))
        for place in self._gazetteer.find_places_exact(name):
            if place.kind == "country" and place.country:
                countries.add(place.country)
            elif place.kind == "admin1" and place.country and place.admin1:
                regions.add((place.country, place.admin1))
        regions = {r for r in regions if any((p.country, p.admin1) == r and p.kind != "admin1" for p in candidates)}
        countries = {c for c in countries if any(p.country == c and p.kind != "country" for p in candidates)}
        return Larger(countries=frozenset(countries), regions=frozenset(regions))
