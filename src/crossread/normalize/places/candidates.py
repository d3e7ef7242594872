"""Which of its namesakes a toponym means, by the whole document: containment, country, neighbours, size."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from crossread.gazetteer import Gazetteer, GazetteerPlace
from crossread.normalize.places.abroad import (
    SMALL,
    has_namesake_at_home,
    has_own_name,
    is_only_called,
    may_be_struck,
    may_be_told_from,
    obscurity,
)
from crossread.normalize.places.dwarfs import Nearness, find_dwarfs, without_lone_neighbours
from crossread.normalize.places.spelling import spelt_otherwise

EARTH_KM = 6371.0
EVEN = 0.4  # counties of one name are told apart from here on: one is half as likely again as the other
LOG_LARGEST = 7.0  # log10 of ten million inhabitants
REMEMBERED = 4096  # names whose candidates are kept ready, some ten MB
SPELT = 0.5  # of the weight against an alternate name, given back to another spelling of the place's own
_MATCHES = ("alternate", "variant", "close")

Vector = npt.NDArray[np.float64]
Features = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Larger:
    """The larger units named with a toponym: countries by ISO code, regions as (country, region name)."""

    countries: frozenset[str] = frozenset()
    regions: frozenset[tuple[str, str]] = frozenset()

    @property
    def home(self) -> frozenset[str]:
        """The countries named, and those of the regions named."""
        return self.countries | {country for country, _ in self.regions}

    def __or__(self, other: Larger) -> Larger:
        """The units named with either of two toponyms."""
        return Larger(countries=self.countries | other.countries, regions=self.regions | other.regions)

    def __bool__(self) -> bool:
        """False where no larger unit is named."""
        return bool(self.countries or self.regions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """What the document as a whole points to: shares per country and region, the source's countries, other places.

    `by_forces` is True where nothing but whose forces act points to a country: these act abroad, too, and those of states that
    mostly do make it `by_strikers`, and soldiers and people `by_people`; `own_forces` where those of another state act.
    `by_head` is True where nothing but the city at the head does, `by_desk` an agency's seat.
    """

    countries: Mapping[str, float] = field(default_factory=dict)
    regions: Mapping[tuple[str, str], float] = field(default_factory=dict)
    source: Larger = Larger()
    points: Vector = field(default_factory=lambda: np.zeros((0, 3)))
    trust: Vector = field(default_factory=lambda: np.zeros(0))
    by_forces: bool = False
    by_strikers: bool = False
    by_people: bool = False
    own_forces: bool = False
    by_head: bool = False
    by_desk: bool = False
    told_regions: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The place chosen for a toponym and the probability the weights give it; `place` None is "none of these"."""

    place: GazetteerPlace | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Namesakes:
    """The candidates of one name, with what does not depend on the document worked out once."""

    places: tuple[GazetteerPlace, ...]
    own_scores: tuple[float, ...]
    points: Vector
    spelt: frozenset[str] = frozenset()  # ids of places whose own name it is in another spelling
    dwarfs: frozenset[str] = frozenset()  # ids of small towns beside a great city


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One toponym to choose for: its candidates, what stands with it, and the kinds its unit word allows.

    `placed` is True where the words put something there ("in Adwa").
    """

    namesakes: Namesakes
    larger: Larger = Larger()
    kinds: frozenset[str] = frozenset()
    person: bool = False
    placed: bool = False


def unit_vector(latitude: float, longitude: float) -> tuple[float, float, float]:
    """A point on the unit sphere, so that nearness of many pairs is one matrix product."""
    a, b = math.radians(latitude), math.radians(longitude)
    return math.cos(a) * math.cos(b), math.cos(a) * math.sin(b), math.sin(a)


def kilometres(a: GazetteerPlace, b: GazetteerPlace) -> float:
    """Great-circle distance."""
    dot = sum(x * y for x, y in zip(unit_vector(a.latitude, a.longitude), unit_vector(b.latitude, b.longitude), strict=True))
    return EARTH_KM * math.acos(max(-1.0, min(1.0, dot)))


class Chooser:
    """Weighs the candidates of a name; `weights` and `nearness` come from places.toml. Make one per gazetteer and keep it."""

    def __init__(self, gazetteer: Gazetteer, weights: Mapping[str, float], nearness: Mapping[str, float]) -> None:
        self.gazetteer = gazetteer
        self.weights = weights
        self.kilometres = nearness["kilometres"]
        self.most = int(nearness["candidates"])
        self.rounds = int(nearness["rounds"])
        self.capitals = gazetteer.capital_ids()
        self.named = lru_cache(REMEMBERED)(self._named)

    def namesakes(self, places: Sequence[GazetteerPlace], asked: str = "") -> Namesakes:
        """Candidates of the name `asked`, made ready to be weighed: at most so many, the best by themselves first."""
        regions = frozenset((p.country, p.admin1) for p in places if p.kind == "admin1")
        spelt, back = spelt_otherwise(asked, places), SPELT * self.weights["alternate"]
        scored = [(self._dot(self.own_features(p, regions)) - back * (p.id in spelt), p.id, p) for p in places]
        scored = sorted(scored, key=lambda row: (-row[0], row[1]))[: self.most]
        kept = tuple(place for _, _, place in scored)
        points = np.array([unit_vector(p.latitude, p.longitude) for p in kept]).reshape(-1, 3)
        own = tuple(score for score, _, _ in scored)
        return Namesakes(places=kept, own_scores=own, points=points, spelt=spelt, dwarfs=find_dwarfs(kept))

    def _named(self, folded: str) -> Namesakes:
        return self.namesakes(self.gazetteer.find_exact(folded), folded)

    def choose(self, ask: Ask, leaning: Leaning, *, or_none: bool = True) -> Choice:
        """The best candidate with its share against all others and (`or_none`) against "none of these"."""
        return self.best(ask, self.scores(ask, leaning), or_none=or_none)

    def best(self, ask: Ask, scores: Sequence[float], *, or_none: bool) -> Choice:
        """The candidate with the highest score, and its probability."""
        if not scores:
            return Choice(place=None, score=0.0)
        none = self.weights["none"] if or_none else -math.inf
        highest = max(*scores, none)
        powers = [math.exp(s - highest) for s in scores]
        total = sum(powers) + math.exp(none - highest)
        best = max(range(len(scores)), key=scores.__getitem__)
        if scores[best] < none:
            return Choice(place=None, score=math.exp(none - highest) / total)
        chosen = ask.namesakes.places[best]
        if or_none and chosen.kind == "county" and _is_open(chosen, ask.namesakes.places, scores, scores[best]):
            return Choice(place=None, score=0.0)
        same = sum(power for power, place in zip(powers, ask.namesakes.places, strict=True) if _same_spot(place, chosen))
        return Choice(place=chosen, score=same / total)

    def scores(self, ask: Ask, leaning: Leaning, *, near: Nearness | None = None) -> list[float]:
        """The weighted sum of each candidate's features; `near` where the nearness to other places is known already."""
        best, mean = self._near(ask, leaning, near)
        rows = zip(ask.namesakes.places, ask.namesakes.own_scores, best, mean, strict=True)
        return [own + self._dot(self.document_features(p, ask, leaning, near=(b, m))) for p, own, b, m in rows]

    def features(self, ask: Ask, leaning: Leaning) -> list[Features]:
        """All features of each candidate by name, for people who want to know why, and for fitting the weights."""
        best, mean = self._near(ask, leaning, None)
        regions = frozenset((p.country, p.admin1) for p in ask.namesakes.places if p.kind == "admin1")
        return [
            self.own_features(p, regions) | self.document_features(p, ask, leaning, near=(b, m))
            for p, b, m in zip(ask.namesakes.places, best, mean, strict=True)
        ]

    def own_features(self, place: GazetteerPlace, regions: Collection[tuple[str | None, str | None]] = ()) -> Features:
        """What the candidate brings itself, whatever the document says; `regions` are the regions of the same name."""
        features = {"population": math.log10(place.population + 10) / LOG_LARGEST, place.kind: 1.0}
        if place.matched in _MATCHES:
            features[place.matched] = 1.0
        if place.matched == "name" and place.population >= SMALL and place.id in self.capitals:
            features["capital"] = 1.0
        if place.kind == "settlement" and (place.country, place.admin1) in regions:
            features["seat"] = 1.0
        return features

    def document_features(self, place: GazetteerPlace, ask: Ask, leaning: Leaning, *, near: tuple[float, float]) -> Features:
        """What the document and the words around the toponym say for the candidate."""
        features = {"near_best": near[0], "near_mean": near[1]}
        if place.country:
            share, namesakes = leaning.countries.get(place.country, 0.0), ask.namesakes.places
            features["document_country"] = share
            at_home, of_source = place.country in leaning.source.countries, place.country in leaning.source.home
            spelt = ask.namesakes.spelt if leaning.by_strikers else ()
            struck = leaning.by_forces and may_be_struck(place, namesakes, spelt, village=leaning.by_people)
            abroad = struck and ask.placed
            told = may_be_told_from(place, namesakes, desk=leaning.by_desk, placed=ask.placed, near=near[0])
            abroad = abroad or (leaning.by_head and told)
            elsewhere = bool(leaning.countries or leaning.source.home) and share < 0.01 and not abroad
            if elsewhere and not (at_home or (of_source and not leaning.countries)) and place.kind in ("settlement", "county"):
                other_kind = bool(ask.kinds) and place.kind not in ask.kinds  # "Ghaziabad District" need not be the city's
                alias = place.matched in _MATCHES and place.id not in self.capitals and not has_own_name(place, namesakes)
                unknown = other_kind or (alias and leaning.own_forces)
                features["foreign"] = 1.0 if unknown else obscurity(place, namesakes, alias=alias)
            if elsewhere and place.id not in self.capitals and has_namesake_at_home(place, namesakes, leaning.countries):
                features["foreign"] = 1.0
            untold = not (leaning.countries or leaning.source.home or ask.larger)
            if untold and place.id not in self.capitals | ask.namesakes.spelt and is_only_called(place, namesakes):
                features["foreign"] = 1.0
            features |= {"source_country": 1.0} if at_home else {}
            if place.admin1:
                if (place.country, place.admin1) in leaning.source.regions:
                    features["source_region"] = 1.0
                share = leaning.regions.get((place.country, place.admin1), 0.0)
                features["document_region"] = 0.0 if _is_alone(place, ask, leaning) else share
        if ask.kinds and place.kind in ask.kinds:
            features["unit"] = 1.0 - features.get("foreign", 0.0)  # that it is a village says nothing for a village far away
        if not ask.kinds and place.kind == "admin1" and place.name.endswith(" Sea"):
            features["at_sea"] = 1.0
        if ask.person and place.kind in ("settlement", "admin1"):
            features["person"] = 1.0
        if ask.larger and place.country:
            features[_containment(place, ask.larger)] = 1.0
        return features

    def _dot(self, features: Features) -> float:
        return sum(self.weights[name] * value for name, value in features.items())

    def nearness(self, a: Vector, b: Vector) -> Vector:
        """1 for the same point, a half at `kilometres` away, falling with the square of the distance; for all pairs."""
        squared: Vector = (2 * EARTH_KM**2 / self.kilometres**2) * (1.0 - np.minimum(a @ b.T, 1.0))
        return 1.0 / (1.0 + squared)

    def _near(self, ask: Ask, leaning: Leaning, near: Nearness | None) -> tuple[list[float], list[float]]:
        alone = [_is_alone(place, ask, leaning) for place in ask.namesakes.places] if ask.namesakes.dwarfs else ()
        return without_lone_neighbours(near or self._nearness(ask.namesakes, leaning), alone)

    def _nearness(self, namesakes: Namesakes, leaning: Leaning) -> Nearness:
        zeros = [0.0] * len(namesakes.places)
        if not len(leaning.trust):
            return zeros, zeros, zeros
        near = self.nearness(namesakes.points, leaning.points) * leaning.trust
        second = np.partition(near, -2, axis=1)[:, -2].tolist() if near.shape[1] > 1 else zeros
        return near.max(axis=1).tolist(), second, (near.sum(axis=1) / max(1.0, leaning.trust.sum())).tolist()


def _is_alone(place: GazetteerPlace, ask: Ask, leaning: Leaning) -> bool:
    """True for a small town beside a great city of its name whose region nothing tells."""
    region = (place.country or "", place.admin1 or "")
    told = region in leaning.told_regions or region in ask.larger.regions or region in leaning.source.regions
    return place.id in ask.namesakes.dwarfs and not told


def _is_open(chosen: GazetteerPlace, places: Sequence[GazetteerPlace], scores: Sequence[float], best: float) -> bool:
    """True where nothing tells a county from one of the same name in another state: thirty states have an Orange County."""
    rivals = zip(places, scores, strict=True)
    return any(p.kind == "county" and not _same_spot(p, chosen) and best - score < EVEN for p, score in rivals)


def _containment(place: GazetteerPlace, larger: Larger) -> str:
    if place.kind not in ("admin1", "country") and (place.country or "", place.admin1 or "") in larger.regions:
        return "inside_region"
    if place.kind in ("settlement", "county") and any(_is_other_region(place, region) for region in larger.regions):
        return "other_region"
    if place.kind != "country" and place.country in larger.countries:
        return "inside_country"
    return "outside"


def _is_other_region(place: GazetteerPlace, region: tuple[str, str]) -> bool:
    """True for another region of the place's country; "Lima region", around the capital's region "Lima", is none."""
    country, name = region
    return country == place.country and not (place.admin1 or "").startswith(name) and not name.startswith(place.admin1 or name)


def _same_spot(a: GazetteerPlace, b: GazetteerPlace) -> bool:
    return a is b or (a.country == b.country and abs(a.latitude - b.latitude) + abs(a.longitude - b.longitude) < 0.2)
