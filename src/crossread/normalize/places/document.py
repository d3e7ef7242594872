"""What one document says about where: its toponyms, each with the place chosen in the light of all the others."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from crossread.gazetteer import GazetteerPlace
from crossread.normalize.places.addresses import address_countries, in_addressed
from crossread.normalize.places.candidates import Ask, Choice, Chooser, Larger, Leaning, unit_vector
from crossread.normalize.places.demonyms import tell_demonyms
from crossread.normalize.places.desks import head_names, is_site_of_town, names_house, towns_first
from crossread.normalize.places.dwarfs import told_regions
from crossread.normalize.places.guests import nations_of_people, nations_sent
from crossread.normalize.places.hamlets import without_cities
from crossread.normalize.places.larger import LargerUnits
from crossread.normalize.places.letters import has_case
from crossread.normalize.places.people import surnames
from crossread.normalize.places.seats import countries_elsewhere, only_sits
from crossread.normalize.places.states import countries_named, states_with_forces
from crossread.normalize.places.strangers import (
    beyond_groups,
    find_strangers,
    group_countries,
    is_armed_group,
    lies_around,
    wide_group_countries,
    without_groups,
)
from crossread.normalize.places.together import Together
from crossread.normalize.places.told import (
    Told,
    acting_forces,
    acts_abroad,
    countries_of_forces,
    doubtful_countries,
    is_across,
    stands_at_head,
    stands_here,
    told_places,
    writing_countries,
)
from crossread.normalize.places.toponyms import Toponym
from crossread.normalize.places.votes import count_votes, less, root_votes, shares
from crossread.normalize.places.words import load_place_words

DEMONYM_VOTE = 0.7  # "Chadian soldiers" speaks for Chad less than "in Chad"
GROUP_VOTE = 0.4  # an armed group speaks for the one country that it fights in
PART_VOTE = 0.3  # a name inside a longer one ("Ford Foundation") hardly speaks at all
MOST_NAMES = 150  # names of a very long document that are weighed against each other


class Surroundings:
    """The document's toponyms and what they lean to; computed once, asked for every slot."""

    def __init__(self, chooser: Chooser, *, text: str, toponyms: Sequence[Toponym], given: bool, source: Larger) -> None:
        self.gazetteer = chooser.gazetteer
        self.chooser = chooser
        self.text = text
        self.source = source
        self._larger = LargerUnits(text, chooser.gazetteer)
        self.cased = has_case(text)
        self.given = {(t.start, t.end): t for t in toponyms} if given else {}
        toponyms = toponyms if given else without_groups(toponyms, chooser)
        demonyms = tell_demonyms(text, toponyms, chooser.gazetteer)
        sent = nations_sent(text, demonyms, load_place_words()) - countries_named(toponyms, chooser)
        demonyms = [row for row in demonyms if row[0] not in sent]
        self._addressed = address_countries(text)
        self.demonyms = root_votes([*(iso for iso, _ in demonyms), *self._addressed])
        self.forces = countries_of_forces(text, demonyms, load_place_words())
        self._of_people = nations_of_people(text, demonyms, load_place_words())
        self._own_forces = bool(
            states_with_forces(text, demonyms, toponyms, chooser, load_place_words()) - load_place_words().abroad
        )
        self.heads = head_names(text, toponyms, chooser)
        self.desks = self.heads & load_place_words().desks
        self.groups = root_votes(group_countries(text))
        self.occurrences: dict[str, list[Toponym]] = defaultdict(list)
        for toponym in toponyms:
            if toponym.listed and not toponym.demonym:
                self.occurrences[toponym.folded].append(toponym)
        self._houses = frozenset(n for n, told in self.occurrences.items() if all(names_house(text, t) for t in told))
        self.asks = {name: self._ask(name, places) for name, places in self._most_frequent()}
        self._regions = told_regions(ask.namesakes.places for ask in self.asks.values())
        self.choices: dict[str, Choice] = {}
        self._points: dict[str, tuple[float, float, float]] = {}
        self._weights = {name: self._vote(name) for name in self.asks}
        self._votes = self._count_votes()
        self._leanings: dict[str | None, Leaning] = {}
        self.people: frozenset[str] = frozenset()
        self._choose_all(or_none=not given)
        people = surnames(text, toponyms, self.choices)
        if not given:
            self._forget(people | (beyond := self._beyond_groups()))
            self.choices |= dict.fromkeys(beyond, Choice(place=None, score=0.0))
        self.told = told_places(
            text, sorted(toponyms, key=lambda t: t.start), self.choices, chooser.capitals, people=people, desks=self.desks
        )
        self.strangers = frozenset() if given else self._strangers(people) | self._groups() | beyond
        self.told = tuple(row for row in self.told if row.toponym.folded not in self.strangers)
        self.placed = tuple(told for told in self.told if told.choice.place)
        self.cities: dict[str, Told | None] = {}  # in which a name lies, for those that were asked for
        self.listed = tuple(toponym for told in self.occurrences.values() for toponym in told)
        self._starts = sorted((toponym.start, at) for at, toponym in enumerate(self.listed))
        written = writing_countries(self.told) - self.demonyms.keys()
        self.acting = (
            countries_elsewhere(text, self.told, load_place_words())
            | (written if len(self.leaning().countries) > 1 or self.desks else frozenset())
            | acting_forces(text, demonyms, self.placed, load_place_words())
            | (doubtful_countries(self.told) - self.demonyms.keys() - self.groups.keys() - source.home)
        )

    def _strangers(self, people: Collection[str]) -> frozenset[str]:
        names = {*people, *(row.toponym.folded for row in self.told)}
        placed = {name: place for name in names if name in self.choices and (place := self.choices[name].place)}
        towns = {
            name: place
            for name, place in placed.items()
            if not self.asks[name].larger and (place.country, place.admin1) not in self.source.regions
        }
        return find_strangers(self.text, self.told, towns, people, self.chooser.capitals)

    def _groups(self) -> frozenset[str]:
        chosen = self.choices.items()
        return frozenset(name for name, choice in chosen if choice.place and is_armed_group(name, choice.place))

    def _beyond_groups(self) -> frozenset[str]:
        """Names of single places where none of the groups told act, in a report that nothing else says where it is.

        Cities of agencies and of talks are named in reports on any group, and so are capitals without a namesake there.
        """
        if self.demonyms or self.source:
            return frozenset()
        groups = frozenset(wide_group_countries(self.text)) | self.groups.keys()
        placed = {name: choice.place for name, choice in self.choices.items() if choice.place} if groups else {}
        known = Counter(place.country for place in placed.values())
        known += Counter(place.country for name, place in placed.items() if self.asks[name].larger or place.kind == "country")
        at_home = groups | {iso for iso, count in known.items() if iso and count > 1}
        around = [extent for iso in sorted(at_home) if (extent := self.gazetteer.extent(iso))]
        known_to_all = {n for n, p in placed.items() if p.id in self.chooser.capitals and not self._has_namesake(n, groups)}
        asked = placed.keys() - known_to_all - load_place_words().desks
        return beyond_groups({n: placed[n] for n in asked if not lies_around(placed[n], around)}, at_home)

    def _has_namesake(self, name: str, countries: Collection[str]) -> bool:
        towns = self.asks[name].namesakes.places
        return any(p.kind == "settlement" and p.matched == "name" and p.country in countries for p in towns)

    def leaning(self, *, without: str | None = None) -> Leaning:
        """What the document points to, leaving out what the name asked about says itself."""
        if without not in self._leanings:
            placed = {n: c.place for n, c in self.choices.items() if c.place and n not in self.people}
            spots = [n for n, place in placed.items() if n != without and place.kind not in ("country", "area")]
            self._leanings[without] = replace(
                self._leaning_for(without),
                points=np.array([self._points[n] for n in spots]).reshape(-1, 3),
                trust=np.sqrt([self.choices[n].score for n in spots]),
            )
        return self._leanings[without]

    def _leaning_for(self, name: str | None) -> Leaning:
        """What the other names point to, but for where they lie.

        Names that only houses bear put no other name abroad: "the Nur Hotel in Beledweyne" is not in Iran.
        """
        countries, regions = self._votes_without(name)
        if name in self.asks and self.asks[name].placed and name not in self._houses and self._tell_alone(self._houses, name):
            countries, regions = {}, {}
        by_forces = self._by_forces(countries)
        return Leaning(
            countries=shares(countries),
            regions=shares(regions),
            source=self.source,
            by_forces=by_forces,
            by_people=bool(countries) and countries.keys() <= self._of_people,
            by_strikers=by_forces and countries.keys() <= load_place_words().abroad,
            own_forces=self._own_forces,
            by_head=self._tell_alone(self.heads, name),
            by_desk=self._tell_alone(self.desks, name),
            told_regions=self._regions,
        )

    def _by_forces(self, countries: Mapping[str, float]) -> bool:
        return {iso for iso, vote in countries.items() if vote > 0} <= self.forces - self.groups.keys()

    def _tell_alone(self, names: frozenset[str], without: str | None) -> bool:
        if not names or self.demonyms or self.groups:
            return False
        speak = {n for n, choice in self.choices.items() if choice.place and n != without and self._weights[n]}
        return bool(speak) and speak <= names

    def _votes_without(self, name: str | None) -> tuple[dict[str, float], dict[tuple[str, str], float]]:
        countries, regions = self._votes
        choice = self.choices.get(name) if name else None
        if choice is None or choice.place is None or choice.place.country is None:
            return countries, regions
        own = count_votes([(choice, self._weights[name or ""])])
        return less(countries, own[0]), less(regions, own[1])

    def _count_votes(self) -> tuple[dict[str, float], dict[tuple[str, str], float]]:
        countries, regions = count_votes((choice, self._weights[name]) for name, choice in self.choices.items())
        for told, weight in ((self.demonyms, DEMONYM_VOTE), (self.groups, GROUP_VOTE)):
            for iso, vote in told.items():
                countries[iso] = countries.get(iso, 0.0) + weight * vote
        return countries, regions

    def _choose_all(self, *, or_none: bool) -> None:
        """Choose for every name, a few times over, each time in the light of what the others may be."""
        together = Together(self.chooser, self.asks)
        for _ in range(1 + self.chooser.rounds):
            near = together.near()
            choices = {}
            for name, ask in self.asks.items():
                scores = self.chooser.scores(ask, self._leaning_for(name), near=near.get(name))
                choices[name] = self.chooser.best(ask, scores, or_none=or_none)
                together.note(name, scores)
            self.choices = choices
            self._votes = self._count_votes()
            placed = {name: choice.place for name, choice in choices.items() if choice.place}
            self._points = {name: unit_vector(place.latitude, place.longitude) for name, place in placed.items()}
        if or_none:
            self._drop_strays(together)

    def _drop_strays(self, together: Together) -> None:
        """Give up towns chosen while another name still spoke for their country, where in the end nothing else does."""
        near = together.near()
        for name, choice in tuple(self.choices.items()):
            place = choice.place
            if place is None or place.kind != "settlement" or self._votes_without(name)[0].get(place.country or "", 0.0):
                continue
            scores = self.chooser.scores(self.asks[name], self._leaning_for(name), near=near.get(name))
            found = self.chooser.best(self.asks[name], scores, or_none=True)
            if found.place is None:
                self.choices[name] = found
                self._points.pop(name, None)
                self._votes = self._count_votes()

    def _forget(self, people: frozenset[str]) -> None:
        """Names of people say nothing of where: "Demontez Jones" and then "Jones" do not put a report into the Philippines."""
        if not people & self.asks.keys():
            return
        self.people = people
        everybody, first = self.asks, self.choices
        self.asks = {name: ask for name, ask in everybody.items() if name not in people}
        self._weights |= dict.fromkeys(people & self._weights.keys(), 0.0)
        self.choices = {}
        self._votes = self._count_votes()
        self._choose_all(or_none=True)
        self.asks, self.choices = everybody, {name: self.choices.get(name, first[name]) for name in everybody}
        self._votes = self._count_votes()

    def beginning_in(self, start: int, end: int) -> list[Toponym]:
        """The listed toponyms that begin in a stretch of the text, in the order in which they are listed."""
        starts = self._starts[bisect_left(self._starts, (start,)) : bisect_left(self._starts, (end,))]
        return [self.listed[at] for at in sorted(at for _, at in starts)]

    def larger_after(self, end: int, candidates: Sequence[GazetteerPlace]) -> Larger:
        """The region or country written right after a toponym ("Alexandria, La."), if it holds one of the candidates."""
        return self._larger.after(end, candidates)

    def _ask(self, name: str, toponyms: Sequence[Toponym]) -> Ask:
        namesakes = self.chooser.named(name)
        namesakes = namesakes if namesakes.places else self.chooser.namesakes(self.gazetteer.find_places(name))
        towns = towns_first(namesakes.places)
        if towns != namesakes.places and any(stands_at_head(self.text, t) or is_site_of_town(self.text, t) for t in toponyms):
            namesakes = self.chooser.namesakes(towns, name)
        villages = without_cities(self.text, toponyms, namesakes.places)
        if villages is not namesakes.places:
            namesakes = self.chooser.namesakes(villages, name)
        larger = self._larger.of_name(toponyms, namesakes.places) or in_addressed(self._addressed, namesakes.places)
        placed = any(stands_here(self.text, t) for t in toponyms)
        return Ask(namesakes=namesakes, larger=larger, person=self.gazetteer.is_person_name(name), placed=placed)

    def _vote(self, name: str) -> float:
        """How much a name speaks for where the report is: each time it stands, parts of longer names less.

        A state that strikes somebody ("Israel shells") does not say where it does, nor one across the border or one where a
        speaker has his seat.
        """
        country = next((place.country for place in self.asks[name].namesakes.places if place.kind == "country"), None)
        told = [t for t in self.occurrences[name] if not self._speaks_from_afar(t, country)]
        alone = sum(t.alone for t in told)
        return float(np.sqrt(alone + PART_VOTE * (len(told) - alone)))

    def _speaks_from_afar(self, toponym: Toponym, country: str | None) -> bool:
        if country and (acts_abroad(self.text, toponym) or is_across(self.text, toponym)):
            return True
        return not self.given and only_sits(self.text, toponym, load_place_words(), country=country)

    def _most_frequent(self) -> list[tuple[str, list[Toponym]]]:
        ranked = sorted(self.occurrences.items(), key=lambda item: (-len(item[1]), item[1][0].start))
        return ranked[:MOST_NAMES]
