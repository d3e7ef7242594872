"""Which actor of the registry a name means where it stands: by country, day and what else the report names."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.codebook.actor_entry import ActorEntry
from crossread.codebook.actor_registry import ActorRegistry, choose_entry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.normalize.actors.acronyms import find_by_lands, find_force_abroad, is_acronym, is_far_away, is_no_army
from crossread.normalize.actors.bodies import find_body, may_be_body
from crossread.normalize.actors.context import (
    ActorContext,
    NationWord,
    TextIndex,
    is_namesake,
    is_told_of,
)
from crossread.normalize.actors.forces import ForcesReader
from crossread.normalize.actors.mention import Part
from crossread.normalize.actors.resolved import ResolvedActor

_LEADS = re.compile(r"^(?:(?:the|suspected|alleged|armed|local)\s+)+", re.IGNORECASE)
_MEN = re.compile(r"\s+(?:militia(?:s|m[ae]n)?|fighters?|combatants?|members?|gunm[ae]n|group|faction)$", re.IGNORECASE)


class EntryFinder:
    """Chooses among the bearers of a name."""

    def __init__(self, registry: ActorRegistry, vocabulary: MentionWords, texts: TextIndex, forces: ForcesReader) -> None:
        self._registry = registry
        self._words = vocabulary
        self._texts = texts
        self._forces = forces

    def by_description(self, raw: str, context: ActorContext) -> ResolvedActor | None:
        """Who is named without his name: a militia by a state's former name, a mission or an alliance by a bare noun."""
        militia = named_as_state(raw, context, self._registry, self._words)
        if militia is not None or not may_be_body(raw):
            return militia
        return find_body(raw, context, self._texts.of(context.text), self._registry)

    def find(self, part: Part, context: ActorContext) -> ActorEntry | None:
        """The actor that a name in a mention means, None where it means none for sure."""
        parts = self._texts.of(context.text)
        names, nations = parts.names, parts.nations
        every = [self._registry.actors[i] for i in self._registry.index[part.key]]
        spoken_of = {i for name in names for i in self._registry.index[name.alias] if name.alias != part.key}
        told = [entry for entry in every if entry.id in spoken_of]
        entries = self._known_here(part, every, context) if len(told) != 1 else every
        entry = choose_entry(entries, country=context.country, day=context.published)
        plain = part.key in self._words.nouns and not is_told_of(every[0], context, nations)  # Pakistan's Rangers in France
        if entry is not None and not (plain and len(every) == 1):
            entry = self._of_letters(entry, every, context) if is_acronym(part.key) else entry
            if entry is not None:
                return entry
        if len(told) == 1:
            return told[0]
        asked = len(entries) > 1 and (context.country is None or is_acronym(part.key))
        if asked and (near := find_by_lands(entries, parts, context)) is not None:
            return near
        if (own := self._forces.own_by_short_name(part.key, context.country)) is not None:
            return own
        return None if plain and not entries else self._elsewhere(part, entries, context, plain=plain)

    def _of_letters(self, entry: ActorEntry, every: Sequence[ActorEntry], context: ActorContext) -> ActorEntry | None:
        """The bearer of an acronym, or an army from abroad with the same; none if the report tells of other countries only."""
        parts = self._texts.of(context.text)
        if (context.country is None and is_far_away(entry, every, parts, context)) or is_no_army(entry, context):
            return None
        return find_force_abroad(entry, every, parts, context) or entry

    def _known_here(self, part: Part, entries: list[ActorEntry], context: ActorContext) -> list[ActorEntry]:
        """The bearers without those whom a name that is also other people's or things' means only where they act."""
        if part.key not in self._words.local_names:
            return entries
        nations = self._texts.of(context.text).nations
        if not nations and context.country is None and " " in part.key:
            return entries
        return [entry for entry in entries if _is_at_home(entry, context, nations)]

    def _elsewhere(self, part: Part, entries: Sequence[ActorEntry], context: ActorContext, *, plain: bool) -> ActorEntry | None:
        """The only bearer of a name that is nobody else's, though he is not known to act there."""
        if len(entries) == 1 and is_namesake(entries[0], context.country, self._words):
            return None
        if len(entries) == 1 and len(part.key) > 4 and part.key not in self._words.ordinary and not plain:
            return entries[0]
        fitting = [entry for entry in entries if entry.acts_in(context.country) and entry.existed(context.published)]
        return fitting[0] if fitting and " " in part.key else None


def _is_at_home(entry: ActorEntry, context: ActorContext, nations: Sequence[NationWord]) -> bool:
    """True for an actor told of where it acts, or in a report that names its own country.

    The Shabak of Nineveh are a people, and Israel's agency by that name is not meant unless Israel is spoken of.
    """
    own = [country for country in (entry.home, *entry.countries) if country is not None]
    if not own or context.country in own:
        return True
    told = {word.country for word in nations}
    return not told.isdisjoint(own if context.country is None else own[:1])


def named_as_state(raw: str, context: ActorContext, registry: ActorRegistry, vocabulary: MentionWords) -> ResolvedActor | None:
    """The armed group that bears the name a state once had: "Zaire attacked a village" in a report of 2023 is the militia.

    The registry has it as "Zaire militia", active there by then; "Zaire" of a report from 1996 stays the state.
    """
    name = _MEN.sub("", _LEADS.sub("", raw.strip()))
    if context.country is None or context.published is None or vocabulary.nations.get(fold_name(name), ("", ""))[1] != "name":
        return None
    bearers = registry.candidates(f"{name} militia")
    entry = bearers[0] if len(bearers) == 1 else None
    if entry is None or not entry.starts or context.country not in entry.countries or not entry.existed(context.published):
        return None
    kind = entry.type_on(country=context.country, day=context.published)
    return ResolvedActor(name=entry.name, type=kind, registry_id=entry.id, flags=())
