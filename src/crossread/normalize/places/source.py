"""Where a source sits, by its own name: "The Nation (Kenya)", "arkansasnews.com", "irishexaminer.ie"."""

from __future__ import annotations

from crossread import patterns as re
from crossread.codebook import ActorRegistry
from crossread.codebook.actor_entry import ActorEntry
from crossread.gazetteer import Gazetteer, GazetteerPlace
from crossread.normalize.places.candidates import Larger

SHORTEST = 6  # letters of a place inside a run-together name ("nashvillepost"); shorter ones are found in any word
LARGE_TOWN = 50_000  # inhabitants of a town that a source may be called after
DOUBLE_NAMED = 10_000  # the same where its name is of two words: "Diocese of Katsina-Ala"
ENDINGS = {
    "uk": "GB",
    "ie": "IE",
    "ca": "CA",
    "au": "AU",
    "nz": "NZ",
    "in": "IN",
    "za": "ZA",
    "ng": "NG",
    "ke": "KE",
    "pk": "PK",
    "ph": "PH",
    "lk": "LK",
    "il": "IL",
    "ug": "UG",
    "gh": "GH",
}
# Words of names of world-wide sources that say nothing about where their stories play.
WORLD = frozenset(
    {"america", "american", "us", "world", "global", "international", "united", "nations", "times", "states", "europe"}
    | {"central", "western", "eastern", "northern", "southern", "north", "south", "east", "west", "front", "union", "general"}
)
MOST_COUNTRIES = 3  # in which an actor acts whose own statement still plays in one of them
# A plain word ("The Free Delta") speaks of a place only with what makes it one ("Delta State Police").
_WORD = re.compile(r"([^\W\d_]{3,}(?:-[^\W\d_]+)*)(?=(\s+(?:State|County|Province|Region|District|City)\b)?)")
_DOMAIN = re.compile(r"^(?:https?://)?(?:www\d?\.)?([\w-]+(?:\.[\w-]+)+)(?:/|$)")


def source_hints(source: str | None, gazetteer: Gazetteer) -> Larger:
    """The countries and regions that a source's name or internet domain points to; empty for world-wide sources.

    A party that the actor registry knows speaks of the countries it acts in, whatever towns its name holds.
    """
    if not source:
        return Larger()
    bearers = ActorRegistry.load().publishers(source)
    if len(bearers) == 1 and (acts_in := _acts_in(bearers[0])):
        return Larger(countries=frozenset(acts_in)) if len(acts_in) <= MOST_COUNTRIES else Larger()
    domain = _DOMAIN.match(source.strip().lower())
    if domain:
        labels = domain.group(1).split(".")
        ending = ENDINGS.get(labels[-1])
        name = max(labels[:-1], key=len, default="")
        return Larger(countries=frozenset({ending} if ending else ())) | _inside(name.replace("-", ""), gazetteer, ending)
    hints = Larger()
    for match in _WORD.finditer(source):
        word = match[1]
        if word[0].isupper() and word.lower() not in WORLD:
            least = DOUBLE_NAMED if "-" in word else LARGE_TOWN
            plain = gazetteer.is_common_word(word.lower()) and not match[2]
            places = [p for p in gazetteer.find_places_exact(word) if p.kind == "country" or not plain]
            hints |= _of(places, gazetteer.demonym(word), least=least)
    return hints


def _acts_in(party: ActorEntry) -> tuple[str, ...]:
    """Where a party acts; a force that is there to fight abroad has no place of its own."""
    at_home = party.home is not None and party.type != "foreign_forces"
    return party.countries or ((party.home,) if party.home and at_home else ())


def _inside(name: str, gazetteer: Gazetteer, country: str | None) -> Larger:
    """The longest place whose name is part of a run-together one."""
    for size in range(len(name), SHORTEST - 1, -1):
        for start in range(len(name) - size + 1):
            part = name[start : start + size]
            if part not in WORLD and not gazetteer.is_common_word(part) and gazetteer.has_name(part):
                hints = _of([p for p in gazetteer.find_exact(part) if country in (None, p.country)], None)
                if hints:
                    return hints
    return Larger()


def _of(places: list[GazetteerPlace] | tuple[GazetteerPlace, ...], demonym: str | None, *, least: int = LARGE_TOWN) -> Larger:
    """Countries and regions by that name, else those of the largest town by it."""
    countries = {p.country for p in places if p.kind == "country" and p.country} | ({demonym} if demonym else set())
    regions = {(p.country, p.admin1) for p in places if p.kind == "admin1" and p.country and p.admin1}
    towns = [p for p in places if p.kind == "settlement" and p.matched == "name" and p.population >= least and p.country]
    if not countries and not regions and towns:
        town = max(towns, key=lambda p: (p.population, p.id))
        if town.country and town.admin1:
            regions.add((town.country, town.admin1))
    return Larger(countries=frozenset(countries), regions=frozenset(regions))
