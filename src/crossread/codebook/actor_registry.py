"""The actor registry: who a name means, in a country, on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from crossread import patterns as re
from crossread.codebook.actor_entry import ActorEntry
from crossread.codebook.compiled import load_compiled
from crossread.codebook.name_folding import fold_name
from crossread.errors import CodebookError

# How much of the same party two actors are, for the linker. A coder's ordering, not a probability.
SAME, PARENT, SUCCESSOR, ALLIED = 1.0, 0.8, 0.7, 0.4
# What speaks for an actor, behind its name: "SDF Media Center".
AGENCIES = frozenset(("AFP", "AP", "EFE", "DPA", "ANI", "AA", "APA", "IANS", "PTI", "UPI"))
_OFFICE = re.compile(
    r"(?:['’]s?)?\s+(?:media (?:cent(?:er|re)|office|wing|department)|press (?:office|cent(?:er|re)|service)"
    r"|spokes(?:man|person|woman)(?:['’]s office)?|information (?:office|department)"
    r"|(?:general|central) command|military media)$",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"^(?:official\s+|press\s+|written\s+)?(?:statement|communiqu[eé]|declaration|release|bulletin)\s+(?:of|by|from)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRegistry:
    """All actors by id, and which of them each folded alias may mean (`index`).

    `longest` gives for the first word of an alias the number of words of the longest alias that begins with it.
    """

    actors: Mapping[str, ActorEntry]
    index: Mapping[str, tuple[str, ...]]
    longest: Mapping[str, int]

    @classmethod
    def load(cls) -> ActorRegistry:
        """The registry in use: the one that ships with crossread, with a project's own actors where it has a list of them."""
        return _in_use or cls.built_in()

    @classmethod
    @cache
    def built_in(cls) -> ActorRegistry:
        """The registry that ships with crossread, read once per process from its compiled form."""
        return cls.from_compiled(load_compiled())

    @classmethod
    def from_compiled(cls, compiled: Mapping[str, Any]) -> ActorRegistry:
        """The registry from the object that `compile_actors` writes."""
        actors = {}
        for row in compiled["actors"]:
            values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
            actors[row["id"]] = ActorEntry(**values)
        return cls.with_index(actors, compiled["index"])

    @classmethod
    def from_entries(cls, entries: Iterable[ActorEntry]) -> ActorRegistry:
        """A registry of these actors, its index built anew."""
        actors = {entry.id: entry for entry in entries}
        index: dict[str, list[str]] = {}
        for entry in actors.values():
            for alias in dict.fromkeys(fold_name(name) for name in (entry.name, *entry.aliases)):
                if alias:
                    index.setdefault(alias, []).append(entry.id)
        return cls.with_index(actors, index)

    @classmethod
    def with_index(cls, actors: Mapping[str, ActorEntry], index: Mapping[str, Sequence[str]]) -> ActorRegistry:
        """A registry of these actors with an index of folded names that is there already."""
        longest: dict[str, int] = {}
        for alias in index:
            first, _, rest = alias.partition(" ")
            longest[first] = max(longest.get(first, 0), 1 + (rest.count(" ") + 1 if rest else 0))
        return cls(actors=actors, index={key: tuple(ids) for key, ids in index.items()}, longest=longest)

    def get(self, registry_id: str) -> ActorEntry:
        """The actor by its id; an unknown id is refused."""
        if registry_id not in self.actors:
            raise CodebookError(
                f"No actor has the id {registry_id!r}.",
                expected="an id such as ml-jnim",
                next_step="Look it up with ActorRegistry.find(name), or in codebook/actors/*.toml.",
            )
        return self.actors[registry_id]

    def candidates(self, alias: str) -> tuple[ActorEntry, ...]:
        """Every actor that bears this name, whatever country and day."""
        return tuple(self.actors[i] for i in self.index.get(fold_name(alias), ()))

    def find(self, alias: str, *, country: str | None = None, day: date | None = None) -> ActorEntry | None:
        """The one actor the name means there and then, None if none or several do.

        A name that is known only for another country gives None: short names (UPC, NDA, FAR) are borne by many.
        """
        return choose_entry(self.candidates(alias), country=country, day=day)

    def parents(self, registry_id: str) -> tuple[str, ...]:
        """The ids of what the actor is part of, nearest first."""
        chain: list[str] = []
        parent = self.get(registry_id).parent
        while parent is not None and parent not in chain:
            chain.append(parent)
            parent = self.get(parent).parent
        return tuple(chain)

    def related(self, first: str, second: str) -> float:
        """How far two actors are one party: 1 the same, down to 0 for no told relation.

        Part and whole count 0.8, one that split from, merged into or was formed from the other 0.7, two parts of one whole 0.4.
        Two groups that only a people or a cause holds together ("Baloch insurgents") are rivals as often as allies: 0.
        """
        if first == second:
            return SAME
        above, below = self.parents(first), self.parents(second)
        if second in above or first in below:
            return PARENT
        if self._successors(first, second) or self._successors(second, first):
            return SUCCESSOR
        return ALLIED if any(not self.get(whole).umbrella for whole in set(above) & set(below)) else 0.0

    def same_actor(self, first: str, second: str) -> float:
        """How far two names as written mean one party: by registry where both are known, else 1 for equal folded names."""
        a, b = self.bearers(first), self.bearers(second)
        if a and b:
            return max(self.related(x.id, y.id) for x in a for y in b)
        return SAME if fold_name(first) and fold_name(first) == fold_name(second) else 0.0

    def bearers(self, name: str) -> tuple[ActorEntry, ...]:
        """The actors of a name that may carry its acronym, its group or a part of it behind a mark.

        "Kurdistan Workers' Party (PKK)" is that party; "Bagong Hukbong Bayan - Masbate", "Estado Mayor Central, Western Bloc",
        "SDF Media Center", "Statement of the BIFF" speak for theirs.
        """
        name = _PAPER.sub("", name)
        heads = (name, *(name.partition(mark)[0] for mark in (" (", " - ", " – ", ", ")), _OFFICE.sub("", name))
        return next((found for head in heads if (found := self.candidates(head))), ())

    def publishers(self, source: str) -> tuple[ActorEntry, ...]:
        """The actors that publish under this name. "AFP" is the agency, whatever force has these initials."""
        return () if source.strip().upper() in AGENCIES else self.bearers(source)

    def operates(self, nation: str, country: str) -> bool:
        """True if a state runs an operation of its own in another country (France in Mali, apart from the UN mission)."""
        prefix = f"{nation.lower()}-"
        return any(entry.id.startswith(prefix) and country in entry.countries for entry in self.actors.values())

    def _successors(self, first: str, second: str) -> bool:
        entry = self.actors[first]
        return second in (entry.split_from, entry.merged_into, *entry.formed_from)


def choose_entry(entries: Sequence[ActorEntry], *, country: str | None = None, day: date | None = None) -> ActorEntry | None:
    """The one of several namesakes that fits country and day; None if none fits the country or two fit alike.

    The day only breaks ties: a late report may still speak of an actor that is gone, an early one of a name not yet known here.
    """
    here = [entry for entry in entries if entry.acts_in(country)]
    if len(here) > 1:
        alive = [entry for entry in here if entry.existed(day)]
        here = alive or here
    if len(here) > 1 and country is not None:
        here = [entry for entry in here if entry.home == country or country in entry.countries] or here
    if len(here) > 1:
        firsts = [entry for entry in here if country is not None and entry.countries[:1] == (country,)]
        here = firsts if len(firsts) == 1 else here
    return here[0] if len(here) == 1 else None


_in_use: ActorRegistry | None = None


def use_registry(registry: ActorRegistry | None) -> None:
    """Let `ActorRegistry.load` give this registry from now on; None gives the one that ships with crossread."""
    global _in_use
    _in_use = registry
