"""Look-up in the gazetteer file: a name gives candidate places; which one is meant is for normalize to say."""

from __future__ import annotations

import math
import sqlite3
import threading
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz.distance import JaroWinkler, Levenshtein

from crossread.errors import GazetteerError
from crossread.gazetteer.circles import KM_PER_DEGREE, draw_circles
from crossread.gazetteer.names import drop_article, fold_name, skeleton
from crossread.gazetteer.own_places import NONE, OwnPlaces
from crossread.gazetteer.place import Circle, Extent, GazetteerPlace
from crossread.gazetteer.version import FILE, SCHEMA_VERSION

MOST_CANDIDATES = 60  # "San Antonio" names 400 places; the 60 largest and every country and region are enough
MOST_SLIPS = 2  # letters by which a country's name may be written otherwise
CLOSE_ENOUGH = 0.93  # Jaro-Winkler of two skeletons: one slip in six letters passes, two do not
CLOSE_BLOCK = 400  # names compared at most; all share the first four letters of the skeleton
SHORTEST_CLOSE = 6  # shorter words are one slip away from too many others
REMEMBERED = 8192  # names kept in memory, about 10 MB

_COLUMNS = "p.id, p.name, p.kind, p.country, p.admin1, p.latitude, p.longitude, p.population, p.source"
_ORDER = "ORDER BY (p.kind IN ('settlement', 'county')), n.alternate, p.population DESC LIMIT ?"
_BY_NAME = f"SELECT {_COLUMNS}, n.alternate FROM names n JOIN places p ON p.number = n.place WHERE n.name = ? {_ORDER}"
_BY_SKELETON = (
    f"SELECT {_COLUMNS} FROM skeletons s JOIN places p ON p.number = s.place "
    "WHERE s.skeleton = ? ORDER BY p.population DESC LIMIT ?"
)
_LIKE_SKELETON = (
    "SELECT skeleton, place FROM skeletons WHERE skeleton >= ? AND skeleton < ? AND length(skeleton) BETWEEN ? AND ? LIMIT ?"
)
_SQUARE = "p.latitude BETWEEN ? AND ? AND p.longitude BETWEEN ? AND ?"
_IN_SQUARE = f"SELECT {_COLUMNS} FROM places p WHERE p.kind = 'settlement' AND {_SQUARE}"
_OF_COUNTRY = "SELECT admin1, latitude, longitude FROM places WHERE country = ? AND kind = 'settlement' AND admin1 > ''"
_LARGEST = (
    f"SELECT {_COLUMNS} FROM places p WHERE p.kind = 'settlement' AND p.country = ? AND p.admin1 = ? AND p.population > 0 "
    "ORDER BY p.population DESC, p.number LIMIT 1"
)
_BY_NUMBER = f"SELECT {_COLUMNS} FROM places p WHERE p.number = ?"


_own = NONE


def use_places(own: OwnPlaces) -> None:
    """Lay a project's own places over every gazetteer that is opened from now on without a path."""
    global _own
    _own = own


class Gazetteer:
    """The places of the world by name, read-only; `own` ones are laid over the file's.

    Safe to use from many threads; pickles as its path and the own places.
    """

    def __init__(self, path: Path, own: OwnPlaces = NONE) -> None:
        self.path = path
        self.own = own
        self._local = threading.local()
        self._check()
        self.find_exact = lru_cache(REMEMBERED)(self._find_exact)
        self.find_variants = lru_cache(REMEMBERED)(self._find_variants)
        self.has_name = lru_cache(REMEMBERED)(self._has_name)

    # Read when first asked for: a short command opens the gazetteer and may need none of them.
    @cached_property
    def _words(self) -> dict[str, str]:
        return dict(self._rows("SELECT word, kind FROM words"))

    @cached_property
    def _demonyms(self) -> dict[str, str]:
        return dict(self._rows("SELECT word, country FROM demonyms"))

    @cached_property
    def _countries(self) -> dict[str, tuple[int, int | None]]:
        return {iso: (place, capital) for iso, place, capital in self._rows("SELECT iso, place, capital FROM countries")}

    @cached_property
    def _circles(self) -> dict[tuple[str, str], Circle]:
        rows = self._rows("SELECT country, admin1, latitude, longitude FROM places WHERE kind = 'settlement' AND admin1 > ''")
        return draw_circles((country, admin1, latitude, longitude) for country, admin1, latitude, longitude in rows)

    @classmethod
    def open(cls, path: Path | str | None = None) -> Gazetteer:
        """The gazetteer in `path`, or the one built when crossread was installed, with the own places in use."""
        return cls(Path(path)) if path else cls(FILE, _own)

    def find_places(self, name: str) -> list[GazetteerPlace]:
        """Every place that may be meant by `name`: by exact folded name, else by spelling variant, else by a close name."""
        folded = fold_name(name)
        return list(self.find_exact(folded) or self.find_variants(folded) or self.find_close(folded))

    def find_places_exact(self, name: str) -> tuple[GazetteerPlace, ...]:
        """Only the places whose folded name is the folded `name`."""
        return self.find_exact(fold_name(name))

    def find_close(self, folded: str) -> tuple[GazetteerPlace, ...]:
        """Places whose name differs by a slip; only names that begin alike are compared.

        A whole word more is no slip: Carrefour Peye is a hamlet and not Carrefour.
        """
        key = skeleton(folded)
        if len(key) < SHORTEST_CLOSE:
            return ()
        block = self._rows(
            _LIKE_SKELETON,
            (key[:4], key[:4] + "\uffff", len(key) - 1, len(key) + 1, CLOSE_BLOCK),
        )
        shorter = {skeleton(part) for part in (folded.rpartition(" ")[0], folded.partition(" ")[2]) if part}
        scored = ((JaroWinkler.similarity(key, other), number) for other, number in block if other not in shorter)
        best = sorted((-score, number) for score, number in scored if score >= CLOSE_ENOUGH)[:MOST_CANDIDATES]
        return tuple(self._place(number, matched="close") for _, number in best)

    def country(self, name: str) -> GazetteerPlace | None:
        """The country of that name, exonym, former name or ISO 3166-1 alpha-2 code."""
        if name in self._countries:
            return self.country_point(name)
        found = [place for place in self.find_exact(fold_name(name)) if place.kind == "country"]
        return found[0] if found else None

    def country_point(self, iso: str) -> GazetteerPlace | None:
        """The country itself as a place, with its rough centre, never its capital's point."""
        known = self._countries.get(iso)
        return self._place(known[0]) if known else None

    def country_codes(self) -> tuple[str, ...]:
        """The ISO 3166-1 alpha-2 codes of all countries the gazetteer has, XK for Kosovo."""
        return tuple(self._countries)

    def capital(self, iso: str) -> GazetteerPlace | None:
        """The settlement that is the country's capital; for "in the capital", never for "in the country"."""
        known = self._countries.get(iso)
        return self._place(known[1]) if known and known[1] is not None else None

    def capital_ids(self) -> frozenset[str]:
        """The ids of all capitals."""
        return frozenset(row[0] for row in self._rows("SELECT p.id FROM countries c JOIN places p ON p.number = c.capital"))

    def demonym(self, word: str) -> str | None:
        """The country (ISO code) whose people or things the word names: "Burkinabè" gives BF."""
        return self._demonyms.get(fold_name(word))

    def admin1(self, name: str, *, country: str | None = None) -> GazetteerPlace | None:
        """The first-level region of that name, in `country` if given; None when two countries have one and none is given."""
        folded = fold_name(name)
        for places in (self.find_exact(folded), self.find_variants(folded)):
            found = [p for p in places if p.kind == "admin1" and country in (None, p.country)]
            if found:
                return found[0] if len({p.country for p in found}) == 1 else None
        return None

    def region_name(self, country: str, code: str) -> str | None:
        """The first-level region by its GeoNames code; for US states that is the postal code."""
        rows = self._rows("SELECT name FROM regions WHERE country = ? AND code = ?", (country, code))
        return str(rows[0][0]) if rows else None

    def extent(self, country: str, admin1: str | None = None) -> Extent | None:
        """The box of a country's or region's places, for "the north of" it."""
        rows = self._rows(
            "SELECT south, west, north, east FROM extents WHERE country = ? AND admin1 = ?", (country, admin1 or "")
        )
        return Extent(south=rows[0][0], west=rows[0][1], north=rows[0][2], east=rows[0][3]) if rows else None

    def circle(self, country: str, admin1: str) -> Circle | None:
        """How far a region reaches, for drawing it; None where too few of its places are known to tell."""
        return self._circles.get((country, admin1))

    def settlements_around(
        self, latitude: float, longitude: float, kilometres: float, *, country: str | None = None
    ) -> tuple[GazetteerPlace, ...]:
        """All settlements of the square that reaches so far from a point, in `country` if given, nearest first.

        Reads the whole table, some 30 ms: for the few places that are told by nothing but a way from another.
        """
        high = kilometres / KM_PER_DEGREE
        wide = high / max(0.05, math.cos(math.radians(latitude)))
        square = (latitude - high, latitude + high, longitude - wide, longitude + wide)
        narrow = math.cos(math.radians(latitude))
        listed = (_to_place(row, matched="name") for row in self._rows(_IN_SQUARE, square))
        south, north, west, east = square
        own = (
            p
            for p in self.own.places
            if p.kind == "settlement" and south <= p.latitude <= north and west <= p.longitude <= east
        )
        return tuple(
            sorted(
                (place for place in self.own.lay_over(listed, own) if country in (None, place.country)),
                key=lambda p: (math.hypot(p.latitude - latitude, (p.longitude - longitude) * narrow), p.id),
            )
        )

    def settlements_of(self, country: str) -> list[tuple[str, float, float]]:
        """Region, latitude and longitude of every settlement of a country in the file whose region is known."""
        rows = self._rows(_OF_COUNTRY, (country,))
        return [(admin1, latitude, longitude) for admin1, latitude, longitude in rows]

    def largest_town(self, country: str, admin1: str) -> GazetteerPlace | None:
        """The most populous settlement of a first-level region, mostly its capital; None where no number is known."""
        rows = self._rows(_LARGEST, (country, admin1))
        return _to_place(rows[0], matched="name") if rows else None

    def is_common_word(self, name: str) -> bool:
        """True for names of places that are above all words of English ("Of", "Police"): they need more than their letters."""
        return self._words.get(fold_name(name)) == "common"

    def is_person_name(self, name: str) -> bool:
        """True for names of places that in the news are above all names of people ("Robert")."""
        return self._words.get(fold_name(name)) == "person"

    def _has_name(self, folded: str) -> bool:
        return folded in self.own.by_name or bool(self._rows("SELECT 1 FROM names WHERE name = ? LIMIT 1", (folded,)))

    def _find_exact(self, folded: str) -> tuple[GazetteerPlace, ...]:
        rows = self._rows(_BY_NAME, (folded, MOST_CANDIDATES))
        found = (_to_place(row, matched="alternate" if row[9] else "name") for row in rows)
        return self.own.lay_over(found, self.own.by_name.get(folded, ())) if self.own.places else tuple(found)

    def _find_variants(self, folded: str) -> tuple[GazetteerPlace, ...]:
        bare = drop_article(folded)
        if bare != folded and (found := self.find_exact(bare)):
            return tuple(replace(place, matched="variant") for place in found)
        key = skeleton(folded)
        rows = self._rows(_BY_SKELETON, (key, MOST_CANDIDATES)) if key else []
        own = (replace(place, matched="variant") for place in self.own.by_skeleton.get(key, ()))
        places = self.own.lay_over((_to_place(row, matched="variant") for row in rows), own)
        return tuple(place for place in places if place.kind != "country" or _is_slip(folded, place.name))

    def _place(self, number: int, *, matched: str = "name") -> GazetteerPlace:
        place = _to_place(self._rows(_BY_NUMBER, (number,))[0], matched=matched)
        return self.own.lay_over((place,))[0]

    def _rows(self, query: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            self._local.connection = connection
        return list(connection.execute(query, tuple(values)))

    def _check(self) -> None:
        """Refuse a missing file, another kind of file, or one of another version."""
        build = "Install crossread again: the file is built at installation (from a checkout: `pip install --editable .`)."
        if not self.path.is_file():
            raise GazetteerError("The gazetteer file is missing.", where=str(self.path), next_step=build)
        try:
            found = self._rows("SELECT value FROM meta WHERE key = 'schema'")
        except sqlite3.DatabaseError as error:
            raise GazetteerError(
                "The gazetteer file cannot be read.", where=str(self.path), found=str(error), next_step=build
            ) from error
        if [row[0] for row in found] != [str(SCHEMA_VERSION)]:
            raise GazetteerError(
                "The gazetteer file is of another version.",
                where=str(self.path),
                expected=f"schema {SCHEMA_VERSION}",
                found=f"schema {found[0][0]}" if found else "no schema number",
                next_step=build,
            )

    def __reduce__(self) -> tuple[Any, ...]:
        """Another process opens the same file anew: a connection to it cannot be sent there."""
        return (Gazetteer, (self.path, self.own))


def _is_slip(folded: str, country: str) -> bool:
    """True for another spelling of a country ("Afganistan"): everybody knows their names, and Sheiria is not Syria."""
    return Levenshtein.distance(folded, fold_name(country), score_cutoff=MOST_SLIPS) <= MOST_SLIPS


def _to_place(row: tuple[Any, ...], *, matched: str) -> GazetteerPlace:
    return GazetteerPlace(
        id=row[0],
        name=row[1],
        kind=row[2],
        country=row[3],
        admin1=row[4],
        latitude=row[5],
        longitude=row[6],
        population=row[7],
        source=row[8],
        matched=matched,
    )
