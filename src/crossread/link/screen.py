"""Which candidate pairs can be one incident at all: bounds on their log-odds, for millions of pairs at once.

A bound is never below what `score_pair` gives: type, and dates and places that are told exactly, are scored as the comparisons
score them; what follows up a report is taken to follow up the one beside it; what else both tell is taken at its best. A test
holds the bound against the scores.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from crossread.link.compare_harm import by_effect
from crossread.link.compare_kind import means_kinds, score_types, trigger_stem
from crossread.link.compare_people import doers, hurt, victim_names
from crossread.link.compare_person import named_people, tells_hurt
from crossread.link.compare_site import site_kinds
from crossread.link.compare_when import window_of
from crossread.link.compare_where import EARTH_KM, FINE, SAME_SPELLING, own_name, town_words
from crossread.link.comparison import Telling
from crossread.link.telling_text import WordWeights
from crossread.link.tolerances import tolerances
from crossread.link.weights import Weights
from crossread.link.words import fold
from crossread.records import Place

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
# What no comparison finds worse than an exclusion.
EXCLUDED = -1.0
_BASES = ("told", "reported", "news", "undated")
_TOLD, _NEWS = _BASES.index("told"), _BASES.index("news")
_OPEN = np.iinfo(np.int32).max
# Bits of a sieve that tells which words a telling may hold; of two texts of 250 words, two in five words pass by chance.
_SIEVE = 512
# Pairs of place names whose spellings are remembered.
_MOST_SPELLINGS = 1_000_000
# Comparisons that say nothing unless both tellings tell of it, with what tells so; those that cost least come first.
TOLD_BY_BOTH: dict[str, Callable[[Telling], object]] = {
    "means": means_kinds,
    "site": site_kinds,
    "words": lambda telling: telling.words,
    "harm": by_effect,
    "text": lambda telling: telling.text.count >= int(tolerances("text")["fewest_words"]),
    "doers": doers,
    "person": lambda telling: named_people(telling) or tells_hurt(telling),
    "victims": lambda telling: hurt(telling) or victim_names(telling),
}
_BOUNDED = ("type", "when", "where", "phase")


class Screen:
    """Columns of a sequence of tellings, and bounds on pairs of them."""

    def __init__(self, tellings: Sequence[Telling], words: WordWeights, weights: Weights) -> None:
        self._weights = weights
        self._columns_of_type(tellings)
        self._columns_of_time(tellings)
        self._columns_of_place(tellings, words)
        self._told = np.array([_told(telling) for telling in tellings], dtype=np.int64)
        self._told_before = np.array([telling.told_before for telling in tellings], dtype=bool)
        self._naming = np.array([bool(named_people(telling)) for telling in tellings], dtype=bool)
        self._best_rest = _best_rest(weights)

    def bound(self, a: Numbers, b: Numbers) -> Floats:
        """For each pair of places the most that its log-odds can be; minus infinity where date or place exclude it."""
        when, where = self._when(a, b), self._where(a, b)
        excluded = (when <= EXCLUDED) | (where <= EXCLUDED)
        named = excluded & self._naming[a] & self._naming[b]  # one of day and place may turn out to be read wrongly
        when, where = (np.where(named & (scores <= EXCLUDED), 0.0, scores) for scores in (when, where))
        bound = self._weights.bias + self._best_rest[self.told(a, b)]
        bound = bound + self._weights.of("phase").agree * (self._told_before[a] | self._told_before[b])
        for name, scores in (("type", self._type(a, b)), ("when", when), ("where", where)):
            weight = self._weights.of(name)
            bound = bound + scores * np.where(scores > 0, weight.agree, weight.differ)
        bound[excluded & ~named] = -np.inf
        found: Floats = bound + 1e-9
        return found

    def told(self, a: Numbers, b: Numbers) -> Numbers:
        """For each pair which of `TOLD_BY_BOTH` it tells twice, the first as the lowest bit."""
        found: Numbers = self._told[a] & self._told[b]
        return found

    def _columns_of_type(self, tellings: Sequence[Telling]) -> None:
        kinds = sorted({telling.claim.type for telling in tellings})
        self._kind = np.array([kinds.index(telling.claim.type) for telling in tellings], dtype=np.int64)
        self._type_scores = np.array([[score_types(x, y) for y in kinds] for x in kinds], dtype=np.float64).reshape(
            len(kinds), len(kinds)
        )

        self._trigger = _coded([trigger_stem(telling) for telling in tellings])

    def _type(self, a: Numbers, b: Numbers) -> Floats:
        table, scores = tolerances("type"), self._type_scores[self._kind[a], self._kind[b]]
        one_word = (scores == table["neighbours"]) & (self._trigger[a] == self._trigger[b])
        found: Floats = np.where(one_word, table["same_word"], scores)
        return found

    def _columns_of_time(self, tellings: Sequence[Telling]) -> None:
        windows = [window_of(telling) for telling in tellings]
        self._first = np.array([w.earliest.toordinal() if w.earliest else -_OPEN for w in windows], dtype=np.int64)
        self._last = np.array([w.latest.toordinal() if w.latest else _OPEN for w in windows], dtype=np.int64)
        self._basis = np.array([_BASES.index(w.basis) for w in windows], dtype=np.int64)

    def _when(self, a: Numbers, b: Numbers) -> Floats:
        """Gaps as `compare_when` scores them; windows that touch at the best they can be."""
        table = tolerances("when")
        swapped = self._first[a] > self._last[b]
        early, late = np.where(swapped, b, a), np.where(swapped, a, b)
        gap = self._first[late] - self._last[early]
        apart = np.where(
            self._basis[early] == _TOLD,
            _steps(gap, table["gaps"], table["beyond_gaps"]),
            _steps(gap, table["told_before"], table["beyond_told_before"]),
        )
        longest = np.maximum(self._last[a] - self._first[a], self._last[b] - self._first[b]) + 1
        both_told = (self._basis[a] == _TOLD) & (self._basis[b] == _TOLD)
        touching = np.where(both_told, _steps(longest, table["overlaps"], table["beyond_overlaps"]), _best_unsure(table))
        score = np.where(gap > 0, apart, touching)
        published = np.abs(self._last[a] - self._last[b])
        both_news = (self._basis[a] == _NEWS) & (self._basis[b] == _NEWS)
        by_print = _steps(published, table["published_apart"], table["beyond_published"])
        followed = self._told_before[a] | self._told_before[b]
        by_print = np.where(followed, np.maximum(by_print, table["followed_up"]), by_print)
        return np.where(both_news, by_print, score)

    def _columns_of_place(self, tellings: Sequence[Telling], words: WordWeights) -> None:
        places = [telling.claim.where.value if telling.claim.where else None for telling in tellings]
        self._country = _coded([place.country if place else None for place in places])
        self._only_country = np.array([place is not None and place.precision == "country" for place in places], dtype=bool)
        self._fine = np.array([place is not None and place.precision in FINE for place in places], dtype=bool)
        self._near = np.array([place is not None and place.precision == "near" for place in places], dtype=bool)
        self._latitude = np.radians([_degrees(place, "latitude") for place in places])
        self._longitude = np.radians([_degrees(place, "longitude") for place in places])
        self._gazetteer = _coded([place.gazetteer_id if place else None for place in places])
        names = [fold(place.name) if place and place.name else None for place in places]
        self._name = _coded(names)
        self._names = dict(zip(self._name.tolist(), names, strict=True))
        self._alike: dict[int, bool] = {}
        self._sieve = _sieves(tellings)
        self._bit = np.array([_name_bit(place, words) for place in places], dtype=np.int64)

    def _where(self, a: Numbers, b: Numbers) -> Floats:
        table = tolerances("where")
        apart = self._kilometres(a, b)
        known = ~np.isnan(apart)
        country = (self._country[a] >= 0) & (self._country[b] >= 0) & (self._country[a] != self._country[b])
        fine = self._fine[a] & self._fine[b] & known
        slack = table["radius"]["near"] * (self._near[a].astype(np.int64) + self._near[b])
        by_distance = _steps(np.maximum(0.0, apart - slack - 1e-6), table["apart"], table["beyond_apart"])
        score = np.where(fine, by_distance, _best_coarse(table))
        inside = np.flatnonzero(~country)
        score[inside[self._same_name(a[inside], b[inside])]] = table["same_name"]
        border = known & (apart <= table["border"] + 1e-6) & ~self._only_country[a] & ~self._only_country[b]
        score = np.where(country, np.where(border, 0.0, EXCLUDED), score)
        named = self._may_name(a, b) | self._may_name(b, a)
        return np.where((score < 0) & named, table["named_by_other"], score)

    def _kilometres(self, a: Numbers, b: Numbers) -> Floats:
        """As `compare_where.distance_km`; not a number where one has no coordinates."""
        up, across = self._latitude[b] - self._latitude[a], self._longitude[b] - self._longitude[a]
        half = np.sin(up / 2) ** 2 + np.cos(self._latitude[a]) * np.cos(self._latitude[b]) * np.sin(across / 2) ** 2
        found: Floats = 2 * EARTH_KM * np.arcsin(np.minimum(1.0, np.sqrt(half)))
        return found

    def _same_name(self, a: Numbers, b: Numbers) -> Mask:
        """One entry of the gazetteer, or one name in two spellings."""
        one_entry = (self._gazetteer[a] >= 0) & (self._gazetteer[a] == self._gazetteer[b])
        one, two = self._name[a] + 1, self._name[b] + 1
        size = len(self._names) + 2
        codes, back = np.unique(np.minimum(one, two) * size + np.maximum(one, two), return_inverse=True)
        alike = np.array([self._spelled_alike(code, size) for code in codes.tolist()], dtype=bool)
        found: Mask = one_entry | alike[back]
        return found

    def _spelled_alike(self, code: int, size: int) -> bool:
        found = self._alike.get(code)
        if found is None:
            one, two = self._names.get(code // size - 1), self._names.get(code % size - 1)
            spelled = one and two and max(fuzz.ratio(one, two), fuzz.ratio(own_name(one), own_name(two)))
            found = bool(spelled and spelled >= SAME_SPELLING)
            if len(self._alike) < _MOST_SPELLINGS:
                self._alike[code] = found
        return found

    def _may_name(self, a: Numbers, b: Numbers) -> Mask:
        """True if the words of `b` may hold the name of the place of `a`."""
        bit = self._bit[a]
        found: Mask = (bit >= 0) & ((self._sieve[b, bit // 8] >> (bit % 8).astype(np.uint8)) & 1).astype(bool)
        return found


def _best_rest(weights: Weights) -> Floats:
    """For each set of comparisons that both tellings speak to, the most that all but type, date, place and phase can add."""
    always = sum(row.agree for name, row in weights.comparisons.items() if name not in (*_BOUNDED, *TOLD_BY_BOTH))
    agrees = [weights.of(name).agree for name in TOLD_BY_BOTH]
    return np.array(
        [always + sum(agree for bit, agree in enumerate(agrees) if told >> bit & 1) for told in range(2 ** len(agrees))]
    )


def _best_unsure(table: Mapping[str, Any]) -> float:
    """The best that dates are worth where one of them is not told."""
    return max(0.0, *(float(worth) for name in ("news_lags", "reporting_lags", "looking_back") for _, worth in table[name]))


def _best_coarse(table: Mapping[str, Any]) -> float:
    """The best that two places of other names are worth where one is coarse or has no coordinates."""
    names = ("within_area", "within_admin1", "within_country", "touching", "frame_fits", "named_in_both")
    return max(float(table[name]) for name in names)


def _told(telling: Telling) -> int:
    return sum(1 << bit for bit, tells in enumerate(TOLD_BY_BOTH.values()) if tells(telling))


def _steps(values: NDArray[Any], steps: Sequence[Sequence[float]], beyond: float) -> Floats:
    """`tolerances.step` for many values."""
    worths = np.array([*(worth for _, worth in steps), beyond], dtype=np.float64)
    found: Floats = worths[np.searchsorted([bound for bound, _ in steps], values, "left")]
    return found


def _coded(values: Sequence[str | None]) -> Numbers:
    codes: dict[str, int] = {}
    return np.array([-1 if value is None else codes.setdefault(value, len(codes)) for value in values], dtype=np.int64)


def _degrees(place: Place | None, name: str) -> float:
    value = getattr(place, name) if place is not None else None
    return float("nan") if value is None else float(value)


def _sieves(tellings: Sequence[Telling]) -> NDArray[np.uint8]:
    sieve = np.zeros((len(tellings), _SIEVE // 8), dtype=np.uint8)
    for row, telling in zip(sieve, tellings, strict=True):
        bits = telling.text.numbers % _SIEVE
        np.bitwise_or.at(row, bits // 8, np.left_shift(1, bits % 8).astype(np.uint8))
    return sieve


def _name_bit(place: Place | None, words: WordWeights) -> int:
    """The place in the sieve of one word of the town: who does not hold it names neither the place nor its town."""
    if place is None:
        return -1
    numbers = [words.number(word) for word in sorted(town_words(place))]
    known = [number for number in numbers if number is not None]
    return known[0] % _SIEVE if known and len(known) == len(numbers) else -1
