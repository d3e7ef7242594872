"""Which of its namesakes a toponym means, by the whole document: containment, country, neighbours, size."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from crossread.gazetteer import GazetteerPlace

EARTH_KM = 6371.0
LOG_LARGEST = 7.0  # log10 of ten million inhabitants
_MATCHES = ("alternate", "variant", "close")

Vector = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Larger:
    """The larger units named with a toponym: countries by ISO code, regions as (country, region name)."""

    countries: frozenset[str] = frozenset()
    regions: frozenset[tuple[str, str]] = frozenset()

    def __or__(self, other: Larger) -> Larger:
        return Larger(countries=self.countries | other.countries, regions=self.regions | other.regions)

    def __bool__(self) -> bool:
        return bool(self.countries or self.regions)


@dataclass(slots=True, kw_only=True)
class Leaning:
    """What the document as a whole points to: shares per country and region, the source's countries, other places."""

    countries: dict[str, float] = field(default_factory=dict)
    regions: dict[tuple[str, str], float] = field(default_factory=dict)
    source: frozenset[str] = frozenset()
    points: Vector = field(default_factory=lambda: np.zeros((0, 3)))
    trust: Vector = field(default_factory=lambda: np.zeros(0))
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The place chosen for a toponym and the probability the weights give it; `place` None is "none of these"."""

    place: GazetteerPlace | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One toponym to choose for: its candidates, what stands with it, and the kinds its unit word allows."""

    name: str
    candidates: Sequence[GazetteerPlace]
    larger: Larger = Larger()
    kinds: frozenset[str] = frozenset()
    person: bool = False


def unit_vector(latitude: float, longitude: float) -> tuple[float, float, float]:
    """A point on the unit sphere, so that nearness of many pairs is one matrix product."""
    a, b = math.radians(latitude), math.radians(longitude)
    return math.cos(a) * math.cos(b), math.cos(a) * math.sin(b), math.sin(a)


def kilometres(a: GazetteerPlace, b: GazetteerPlace) -> float:
    """Great-circle distance."""
    dot = sum(x * y for x, y in zip(unit_vector(a.latitude, a.longitude), unit_vector(b.latitude, b.longitude), strict=True))
    return EARTH_KM * math.acos(max(-1.0, min(1.0, dot)))


class Chooser:
    """Weighs candidates; `weights` and `nearness` come from places.toml."""

    def __init__(self, weights: Mapping[str, float], nearness: Mapping[str, float]) -> None:
        self.weights = weights
        self.kilometres = nearness["kilometres"]
        self.most = int(nearness["candidates"])
        self.rounds = int(nearness["rounds"])

    def choose(self, ask: Ask, leaning: Leaning) -> Choice:
        """The best candidate with its share against all others and against "none of these"."""
        if not ask.candidates:
            return Choice(place=None, score=0.0)
        candidates = ask.candidates[: self.most]
        scores = self.scores(ask, candidates, leaning)
        none = self.weights["none"]
        highest = max(*scores, none)
        total = sum(math.exp(s - highest) for s in scores) + math.exp(none - highest)
        best = max(range(len(scores)), key=lambda i: (scores[i], candidates[i].population, candidates[i].id))
        if scores[best] < none:
            return Choice(place=None, score=math.exp(none - highest) / total)
        same = sum(math.exp(scores[i] - highest) for i in range(len(scores)) if _same_spot(candidates[i], candidates[best]))
        return Choice(place=candidates[best], score=same / total)

    def scores(self, ask: Ask, candidates: Sequence[GazetteerPlace], leaning: Leaning) -> list[float]:
        """The weighted sum of each candidate's features."""
        w = self.weights
        best, mean = self._nearness(candidates, leaning, ask.name)
        out = []
        for i, place in enumerate(candidates):
            score = self._own(place, ask) + w["near_best"] * best[i] + w["near_mean"] * mean[i]
            if place.country:
                score += w["document_country"] * leaning.countries.get(place.country, 0.0)
                score += w["source_country"] * (place.country in leaning.source)
                if place.admin1:
                    score += w["document_region"] * leaning.regions.get((place.country, place.admin1), 0.0)
            out.append(score)
        return out

    def _own(self, place: GazetteerPlace, ask: Ask) -> float:
        """What the candidate brings itself, whatever the document says."""
        w = self.weights
        score = w.get(place.kind, 0.0)
        if place.kind == "settlement":
            score += w["population"] * math.log10(place.population + 10) / LOG_LARGEST
        if place.matched in _MATCHES:
            score += w[place.matched]
        if ask.kinds and place.kind in ask.kinds:
            score += w["unit"]
        if ask.person and place.kind == "settlement":
            score += w["person"]
        return score + self._containment(place, ask.larger)

    def _containment(self, place: GazetteerPlace, larger: Larger) -> float:
        if not larger:
            return 0.0
        if place.kind != "admin1" and (place.country or "", place.admin1 or "") in larger.regions:
            return self.weights["inside_region"]
        if place.country in larger.countries and place.kind != "country":
            return self.weights["inside_country"]
        return self.weights["outside"] if place.country else 0.0

    def _nearness(self, candidates: Sequence[GazetteerPlace], leaning: Leaning, name: str) -> tuple[list[float], list[float]]:
        others = [j for j, other in enumerate(leaning.names) if other != name]
        if not others:
            zeros = [0.0] * len(candidates)
            return zeros, zeros
        own = np.array([unit_vector(p.latitude, p.longitude) for p in candidates])
        cosine = np.clip(own @ leaning.points[others].T, -1.0, 1.0)
        near = np.exp(-EARTH_KM * np.arccos(cosine) / self.kilometres) * leaning.trust[others]
        return near.max(axis=1).tolist(), (near.sum(axis=1) / max(1.0, leaning.trust[others].sum())).tolist()


def _same_spot(a: GazetteerPlace, b: GazetteerPlace) -> bool:
    return a is b or (a.country == b.country and abs(a.latitude - b.latitude) + abs(a.longitude - b.longitude) < 0.2)


def shares(votes: Mapping[object, float]) -> dict[object, float]:
    """Votes as shares of the largest total: the leading country or region has at most 1."""
    total = sum(votes.values())
    return {key: vote / total for key, vote in votes.items()} if total else {}


def count_votes(chosen: Iterable[tuple[Choice, float]]) -> tuple[dict[str, float], dict[tuple[str, str], float]]:
    """How much the chosen places, each with its weight, speak for countries and regions."""
    countries: dict[str, float] = defaultdict(float)
    regions: dict[tuple[str, str], float] = defaultdict(float)
    for choice, weight in chosen:
        place = choice.place
        if place and place.country:
            countries[place.country] += weight * choice.score
            if place.admin1:
                regions[place.country, place.admin1] += weight * choice.score
    return countries, regions
