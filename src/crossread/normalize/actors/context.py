"""What the text around a mention tells about an actor: missions and groups named elsewhere, titles of persons, protests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from crossread import patterns as re
from crossread.codebook.actor_entry import ActorEntry
from crossread.codebook.actor_registry import ActorRegistry, choose_entry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import split_words
from crossread.normalize.actors.mention import find_parts
from crossread.normalize.sentences import sentence_at

TITLE_REACH = 60  # characters before a person's name in which a title is looked for
APPOSITION_REACH = 60  # characters after it
GROUP_REACH = 40  # characters between a group and the person who is its leader or member
MEMBER_WORDS = (
    "leader",
    "commander",
    "militant",
    "member",
    "chief",
    "fighter",
    "founder",
    "spokesman",
    "operative",
    "official",
)
ARMED = frozenset({"rebel_group", "political_militia", "communal_militia"})
OBJECT_REACH = 80  # characters before a name in which it is told to be an object
# What a group is told to stand to another by: "allegiance to", "affiliated with", "a splinter of", "fighting".
_OBJECT = re.compile(
    r"\b(?:allegiance\s+to|affiliat\w+\s+(?:with|to|of)|(?:link(?:s|ed)?|ties|allied|tied)\s+(?:to|with)|loyal\s+to"
    r"|(?:splinter|offshoot|faction|branch|wing|arm|part|affiliate|ally|rival|remnant)s?(?:\s+group|\s+faction)?\s+(?:of|from)"
    r"|(?:break|broke|split)\w*(?:\s+away)?\s+from|fight(?:s|ing)?|fought|battl(?:es|ed|ing)|against|clash\w*\s+with|backed\s+by"
    r"|inspired\s+by|formerly(?:\s+known\s+as)?|members?\s+of)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,2}$",
    re.IGNORECASE,
)

_CLOSER = re.compile(r"\s+(?:militia|group|movement|faction)?\s*[\[(]?", re.IGNORECASE)

# Initials of news agencies: "(AFP)" in a dateline is no force, unless the report tells of its country.
_AGENCIES = frozenset(("afp", "ap", "efe", "dpa", "ani", "aa", "apa"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorContext:
    """Where a mention stands: the text and the mention's offsets in it.

    The incident's country and type, the publication day, and the encoder's guess of the actor type are None if not known.
    `lands` are the countries to which the places of the whole report point.
    """

    text: str
    start: int
    end: int
    country: str | None = None
    published: date | None = None
    encoder_type: str | None = None
    incident_type: str | None = None
    lands: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedActor:
    """A registry alias found in the text (folded), with its offsets."""

    alias: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NationWord:
    """A nationality word found in the text: country code, sort (`name`, `adjective`, `people`), offset."""

    country: str
    sort: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextParts:
    """The named actors and the nationality words of one text, in order.

    `missions` are the UN and regional missions that its names may be, each with the name: every peacekeeper asks for them.
    `sure` are the actors whose names nobody else bears.
    """

    names: tuple[NamedActor, ...]
    nations: tuple[NationWord, ...]
    missions: tuple[tuple[NamedActor, ActorEntry], ...]
    sure: tuple[ActorEntry, ...]


class TextIndex:
    """The parts of the last few texts, each text searched once."""

    def __init__(self, registry: ActorRegistry, vocabulary: MentionWords, *, kept: int = 4) -> None:
        self._registry = registry
        self._vocabulary = vocabulary
        self._kept = kept
        self._found: dict[str, TextParts] = {}

    def of(self, text: str) -> TextParts:
        """The parts of a text; a new text pushes out the oldest."""
        found = self._found.get(text)
        if found is None:
            found = self._search(text)
            while len(self._found) >= self._kept:
                self._found.pop(next(iter(self._found)))
            self._found[text] = found
        return found

    def _search(self, text: str) -> TextParts:
        words = split_words(text)
        parts = find_parts(words, self._registry, self._vocabulary)
        names = [p for p in parts if p.sort in ("name", "origin_name")]
        nations = [p for p in parts if p.sort in ("nation", "origin")]
        told = {p.value for p in nations}
        names = [p for p in names if p.key not in _AGENCIES or told & self._homes(p.key)]
        names = [p for p in names if p.key not in self._vocabulary.local_names or " " in p.key or told & self._lands(p.key)]
        index = self._registry.index
        named = tuple(NamedActor(alias=p.key, start=words[p.start].start, end=words[p.end - 1].end) for p in names)
        return TextParts(
            names=named,
            missions=tuple((name, entry) for name in named for entry in self._missions(name.alias)),
            sure=tuple(self._registry.actors[index[key][0]] for key in {p.key for p in names} if len(index[key]) == 1),
            nations=tuple(NationWord(country=p.value, sort=p.key, start=words[p.start].start) for p in nations),
        )

    def _lands(self, alias: str) -> set[str]:
        """The countries of those who share a word's name: "AS" is al-Shabaab where Somalia is spoken of."""
        return {land for entry in self._registry.candidates(alias) for land in (entry.home, *entry.countries) if land}

    def _missions(self, alias: str) -> Iterator[ActorEntry]:
        return (entry for i in self._registry.index.get(alias, ()) if (entry := self._registry.actors[i]).mission)

    def _homes(self, alias: str) -> set[str]:
        """The countries of the forces that share an agency's initials."""
        return {entry.home for entry in self._registry.candidates(alias) if entry.home}


def find_mission(missions: Iterable[ActorEntry], context: ActorContext) -> ActorEntry | None:
    """The one UN or regional mission of those named that works in the incident's country."""
    named = {entry.id: entry for entry in missions if entry.acts_in(context.country)}
    return next(iter(named.values())) if len(named) == 1 else None


def find_antecedent(names: Sequence[NamedActor], registry: ActorRegistry, context: ActorContext) -> ActorEntry | None:
    """The armed group that "the group" or "the militants" points back to, of those that act in this country.

    It is the first one that the last sentence with such a name names, unless that is only the object of a bond or a fight:
    "Al-Shabaab has pledged allegiance to al-Qaeda. The group" is al-Shabaab. Of 11 hand-coded ones whose sentence names two,
    the first is meant in five, the last in one, where it calls the first more closely ("the Janjaweed militia RSF").
    """
    found: list[tuple[NamedActor, ActorEntry]] = []
    for name in reversed([name for name in names if name.end <= context.start]):
        if found and sentence_at(context.text, name.start) != sentence_at(context.text, found[0][0].start):
            break
        entry = choose_entry(registry.candidates(name.alias), country=context.country, day=context.published)
        if entry is not None and entry.type in ARMED and not entry.umbrella:
            found.append((name, entry))
    found.reverse()
    text = context.text
    subjects = [row for row in found if not _OBJECT.search(text, max(0, row[0].start - OBJECT_REACH), row[0].start)] or found
    closer = [entry for (one, _), (two, entry) in pairwise(subjects[:2]) if _CLOSER.fullmatch(text, one.end, two.start)]
    return next(iter([*closer, *(entry for _, entry in subjects)]), None)


def is_namesake(entry: ActorEntry, country: str | None, words: MentionWords) -> bool:
    """True for a state's force that acts at home only, told of elsewhere by a name that many have.

    Burkina Faso has Rapid Intervention Battalions, too; the "Lebanese Armed Forces" are Lebanon's wherever they are.
    """
    if entry.type != "state_forces" or not entry.countries or country is None or country in entry.countries:
        return False
    nation = words.states.get(entry.home or "")
    return nation is not None and not any(word in entry.name for word in (nation.name, nation.adjective))


def is_told_of(entry: ActorEntry, context: ActorContext, nations: Sequence[NationWord]) -> bool:
    """True for a force told of where it acts; where no country is known, the text must name one of its own.

    Pakistan's Rangers are not those of a landing in France.
    """
    if context.country is not None or not entry.countries:
        return entry.acts_in(context.country)
    return not {word.country for word in nations}.isdisjoint(entry.countries)


def find_only_armed(names: Sequence[NamedActor], registry: ActorRegistry, context: ActorContext) -> str | None:
    """The type of the one armed group that the text names: its nameless fighters are most likely of that type."""
    found: dict[str, str] = {}
    for alias in {name.alias for name in names}:
        entry = choose_entry(registry.candidates(alias), country=context.country, day=context.published)
        if entry is not None and entry.type in ARMED:
            found[entry.id] = entry.type
    return next(iter(found.values())) if len(found) == 1 else None


def find_title(person: str, context: ActorContext, vocabulary: MentionWords) -> str | None:
    """The actor type that a title before or after a person's name tells, wherever the text tells it first."""
    text = context.text
    last_name = person.split()[-1] if person.split() else ""
    if len(last_name) < 3:
        return None
    places = [context.start, text.find(person), text.find(last_name)]
    inside = range(context.start + 1, max(context.start + 1, context.end))
    for place in dict.fromkeys(place for place in places if place >= 0 and place not in inside):
        kind = _title_before(text[max(0, place - TITLE_REACH) : place], vocabulary)
        if kind is not None:
            return kind
        end = place + len(person)
        kind = _title_after(text[end : end + APPOSITION_REACH], vocabulary)
        if kind is not None:
            return kind
    return None


def find_group_of(person: str, names: Sequence[NamedActor], registry: ActorRegistry, context: ActorContext) -> str | None:
    """The type of the armed group named just before a person: "the Hamas commander Mohammed Deif"."""
    for place in dict.fromkeys((context.start, context.text.find(person), context.text.find(person.split()[-1]))):
        for name in names:
            between = context.text[name.end : place]
            if 0 < place - name.end <= GROUP_REACH and not set(between) & set(",.;:()"):
                entry = choose_entry(registry.candidates(name.alias), country=context.country, day=context.published)
                if entry is not None and entry.type in ARMED and any(word in between for word in MEMBER_WORDS):
                    return entry.type
    return None


def _title_before(stretch: str, vocabulary: MentionWords) -> str | None:
    sentence = stretch.replace("! ", ". ").rsplit(". ", 1)[-1] if ". " in stretch else stretch
    words = [word.stem for word in split_words(sentence)][-5:]
    for length in (3, 2, 1):
        for at in range(len(words) - length, max(-1, len(words) - length - 3), -1):
            kind = vocabulary.titles.get(" ".join(words[at : at + length]))
            if kind is not None:
                return kind
    return None


def _title_after(stretch: str, vocabulary: MentionWords) -> str | None:
    if not stretch.startswith((",", " (", " –", " -")):
        return None
    clause = stretch[1:].split(",")[0].split(".")[0]
    words = [word.stem for word in split_words(clause)]
    for at in range(len(words)):
        for length in (3, 2, 1):
            kind = vocabulary.titles.get(" ".join(words[at : at + length]))
            if kind is not None:
                return kind
    return None
