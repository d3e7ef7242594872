"""Who a mention of an actor is: neutral name, actor type, registry id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from crossread.codebook.actor_entry import ActorEntry
from crossread.codebook.actor_registry import ActorRegistry, choose_entry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import Word, split_words
from crossread.normalize.actors_context import (
    ActorContext,
    TextNames,
    find_antecedent,
    find_mission,
    find_title,
    near_protest,
)
from crossread.normalize.actors_mention import Mention, Part, analyse
from crossread.normalize.actors_nation import forces_name, forces_type, police_name

__all__ = ["ActorContext", "ActorResolver", "ResolvedActor"]

SUFFERING = frozenset({"victim", "target", "bystander"})
OBJECT_ROLES = frozenset({"victim", "target", "bystander"})
POINTS_BACK = frozenset(
    {"group", "militants", "rebels", "insurgents", "militia", "movement", "guerrillas", "fighters", "separatists"}
)
PEOPLE_TYPES = frozenset({"civilians", "unknown"})
_DETERMINERS = frozenset({"the", "this", "these", "its", "their", "said"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedActor:
    """What the words give: `name` None where they name nobody, `type` a codebook actor type, `score` the share of such mentions
    that are typed right. Flags: `anachronism`, `elsewhere`, `ambiguous_name`, `from_context`, `encoder_type`."""

    name: str | None
    type: str
    registry_id: str | None = None
    flags: tuple[str, ...] = ()
    score: float = 0.0


class ActorResolver:
    """Resolves raw actor mentions with the registry, the nationality words and the noun lists of the codebook."""

    def __init__(self, registry: ActorRegistry | None = None, vocabulary: MentionWords | None = None) -> None:
        self._registry = registry or ActorRegistry.load()
        self._words = vocabulary or MentionWords.load()
        self._names = TextNames(self._registry, self._words)

    def resolve(self, raw: str, *, role: str, context: ActorContext) -> ResolvedActor:
        """The actor that a mention names or describes.

        Named groups win over nations, nations over nouns. Where the rule that decided is right less often than the encoder, the
        encoder's type stands if there is one. A generic mention keeps no name, whatever the reader may guess.
        """
        found, rule = self.explain(raw, role=role, context=context)
        scores = self._words.rule_scores
        score = scores[rule]
        if context.encoder_type is not None and score < scores["encoder"] and context.encoder_type != found.type:
            return replace(found, type=context.encoder_type, flags=(*found.flags, "encoder_type"), score=scores["encoder"])
        return replace(found, score=score)

    def explain(self, raw: str, *, role: str, context: ActorContext) -> tuple[ResolvedActor, str]:
        """What the words alone give, and the name of the rule that decided (a key of `rule_scores` in mentions.toml)."""
        mention = analyse(split_words(raw), self._registry, self._words)
        return self._by_words(raw, mention, role, context)

    def _by_words(self, raw: str, mention: Mention, role: str, context: ActorContext) -> tuple[ResolvedActor, str]:
        named = self._named(mention, role, context)
        if named is not None:
            return named, "named"
        head = mention.head
        if head is None:
            later = mention.first("name", start=mention.core_end)
            entry = self._entry(later, context) if later is not None and not _has_letters(mention) else None
            if entry is not None:
                return self._from_entry(entry, context), "named"
            return self._person_or_nothing(raw, mention, role, context)
        if head.sort in ("nation", "origin"):
            return self._bare_nation(raw, mention, head, role, context)
        if head.sort == "name":
            return ResolvedActor(name=None, type="unknown", flags=("ambiguous_name",)), "none"
        return self._by_noun(raw, mention, head, role, context)

    def _named(self, mention: Mention, role: str, context: ActorContext) -> ResolvedActor | None:
        head = mention.head
        part = None
        if head is not None and head.sort == "name":
            part = head
        elif head is not None and head.sort == "noun" and head.key in self._words.transparent:
            part = mention.last("name", end=head.start) or self._after_of(mention)
        if part is None:
            return None
        entry = self._entry(part, context)
        if entry is None:
            return None
        if entry.type == "aid_workers" and head is not None and head.value == "object":
            return None
        return self._from_entry(entry, context)

    def _after_of(self, mention: Mention) -> Part | None:
        cut = mention.core_end
        if cut >= len(mention.words) or mention.words[cut].form not in ("of", "from", "belonging", "loyal", "affiliated"):
            return None
        name = mention.first("name", start=cut)
        return name if name is not None and name.start - cut <= 4 else None

    def _entry(self, part: Part, context: ActorContext) -> ActorEntry | None:
        entries = [self._registry.actors[i] for i in self._registry.index[part.key]]
        entry = choose_entry(entries, country=context.country, day=context.published)
        if entry is not None:
            return entry
        spoken_of = {
            i for name in self._names.of(context.text) for i in self._registry.index[name.alias] if name.alias != part.key
        }
        told = [entry for entry in entries if entry.id in spoken_of]
        if len(told) == 1:
            return told[0]
        if len(entries) == 1 and (" " in part.key or len(part.key) > 4):
            return entries[0]
        firsts = [entry for entry in entries if entry.acts_in(context.country) and entry.existed(context.published)]
        return firsts[0] if firsts and " " in part.key else None

    def _from_entry(self, entry: ActorEntry, context: ActorContext) -> ResolvedActor:
        flags = []
        day = context.published
        starts, ends = entry.starts, entry.ends
        grace = timedelta(days=self._words.grace_days)
        if day is not None and ((starts is not None and day < starts) or (ends is not None and day > ends + grace)):
            flags.append("anachronism")
        if not entry.acts_in(context.country):
            flags.append("elsewhere")
        kind = entry.type_on(country=context.country, day=day)
        return ResolvedActor(name=entry.name, type=kind, registry_id=entry.id, flags=tuple(flags))

    def _by_noun(self, raw: str, mention: Mention, head: Part, role: str, context: ActorContext) -> tuple[ResolvedActor, str]:
        kind = head.value
        if kind == "by_role" and head.key in self._words.transparent:
            rest = self._rest(raw, mention, role, context)
            if rest is not None:
                return rest
        if kind == "object":
            return ResolvedActor(name=None, type="object"), "noun"
        if kind == "peacekeepers":
            return self._peacekeepers(mention, head, context), "peacekeepers"
        if kind in ("military", "police"):
            return self._state_force(mention, head, role, context), "nation" if mention.last("nation") else "noun"
        if kind == "government":
            return self._government(mention, head, role, context), "state"
        if head.key in POINTS_BACK and mention.words[0].form in _DETERMINERS:
            entry = find_antecedent(self._names.of(context.text), self._registry, context)
            if entry is not None:
                found = self._from_entry(entry, context)
                return replace(found, flags=(*found.flags, "from_context")), "anaphor"
        return self._people(mention, head, role, context)

    def _rest(self, raw: str, mention: Mention, role: str, context: ActorContext) -> tuple[ResolvedActor, str] | None:
        """What "hundreds of rebels" are: what stands after "of", if that tells a type."""
        cut = mention.core_end
        if cut + 1 >= len(mention.words) or mention.words[cut].form != "of":
            return None
        rest = raw[mention.words[cut + 1].start :]
        inner = analyse(split_words(rest), self._registry, self._words)
        if inner.head is None or inner.head.sort != "noun":
            return None
        return self._by_words(rest, inner, role, context)

    def _people(self, mention: Mention, head: Part, role: str, context: ActorContext) -> tuple[ResolvedActor, str]:
        kind, rule = head.value, "noun"
        if kind == "by_role":
            kind, rule = self._words.by_role[head.key][role not in SUFFERING], "by_role"
        protest = kind in PEOPLE_TYPES and role != "victim"
        if protest and near_protest(context.text, self._words, start=context.start, end=context.end):
            kind, rule = "protesters", "by_role"
        return ResolvedActor(name=None, type=kind), rule

    def _state_force(self, mention: Mention, head: Part, role: str, context: ActorContext) -> ResolvedActor:
        nation = self._nation(mention, head)
        if head.value == "police":
            if nation is None:
                return ResolvedActor(name=None, type="police")
            name, registry_id = police_name(self._words.states[nation], self._registry)
            return ResolvedActor(name=name, type="police", registry_id=registry_id)
        if head.key in ("helicopter", "helicopters", "jet", "aircraft") and role in OBJECT_ROLES and nation is None:
            return ResolvedActor(name=None, type="object")
        kind = forces_type(nation, context.country)
        if nation is None:
            return ResolvedActor(name=None, type=kind)
        mission = self._mission_near(nation, context)
        if mission is not None:
            return self._contingent(mission, nation)
        name, registry_id = forces_name(head.key, self._words.states[nation], self._registry)
        return ResolvedActor(name=name, type=kind, registry_id=registry_id)

    def _peacekeepers(self, mention: Mention, head: Part, context: ActorContext) -> ResolvedActor:
        nation = self._nation(mention, head)
        mission = find_mission(self._names.of(context.text), self._registry, context)
        if mission is None:
            return ResolvedActor(name=None, type="foreign_forces")
        if nation is None:
            return ResolvedActor(name=mission.name, type="foreign_forces", registry_id=mission.id, flags=("from_context",))
        return self._contingent(mission, nation)

    def _contingent(self, mission: ActorEntry, nation: str) -> ResolvedActor:
        name = f"{mission.name} ({self._words.states[nation].name})"
        return ResolvedActor(name=name, type="foreign_forces", registry_id=mission.id, flags=("from_context",))

    def _mission_near(self, nation: str, context: ActorContext) -> ActorEntry | None:
        """The mission that foreign soldiers serve in: named near them, and their state runs no operation of its own there."""
        if context.country is None or nation == context.country:
            return None
        near = [name for name in self._names.of(context.text) if abs(name.start - context.start) <= 200]
        mission = find_mission(near, self._registry, context)
        if mission is None:
            return None
        prefix = f"{nation.lower()}-"
        own = any(e.id.startswith(prefix) and context.country in e.countries for e in self._registry.actors.values())
        return None if own else mission

    def _government(self, mention: Mention, head: Part, role: str, context: ActorContext) -> ResolvedActor:
        nation = self._nation(mention, head)
        name = f"Government of {self._words.states[nation].name}" if nation else None
        if role in SUFFERING or head.key == "authorities":
            return ResolvedActor(name=name, type="officials")
        return ResolvedActor(name=name, type=forces_type(nation, context.country))

    def _nation(self, mention: Mention, head: Part) -> str | None:
        part = mention.last("nation", end=head.start) or mention.first("nation", start=head.end)
        return part.value if part is not None and part.key != "people" else None

    def _bare_nation(
        self, raw: str, mention: Mention, head: Part, role: str, context: ActorContext
    ) -> tuple[ResolvedActor, str]:
        state = self._words.states[head.value]
        tail = mention.words[head.end : mention.core_end]
        if any(word.written[:1].isupper() for word in tail) and role in SUFFERING:
            return self._person_or_nothing(raw, mention, role, context)
        if head.key == "name" or (head.key == "adjective" and role not in SUFFERING and not tail):
            kind = forces_type(head.value, context.country)
            kind = "officials" if role in SUFFERING else kind
            return ResolvedActor(name=state.name, type=kind), "state"
        protest = role != "victim" and near_protest(context.text, self._words, start=context.start, end=context.end)
        kind = "protesters" if protest else "civilians" if role in SUFFERING else "unknown"
        return ResolvedActor(name=None, type=kind), "people_of_nation"

    def _person_or_nothing(self, raw: str, mention: Mention, role: str, context: ActorContext) -> tuple[ResolvedActor, str]:
        person = _person_name(mention.words[: mention.core_end])
        if person is None:
            return ResolvedActor(name=None, type="civilians" if role == "victim" else "unknown"), "none"
        kind = find_title(person, context.text, self._words, start=context.start)
        if kind is None:
            kind = "civilians" if role in SUFFERING else "unknown"
        return ResolvedActor(name=person, type=kind), "person"


def _person_name(words: Sequence[Word]) -> str | None:
    """The capitalised words of a mention that no list knows: a person's name as written."""
    names = [
        word for word in words if word.written[:1].isupper() or word.form in ("al", "el", "bin", "ibn", "de", "van", "der")
    ]
    names = [word for word in names if word.form not in _DETERMINERS | {"a", "an"}]
    if not names or not any(word.written[:1].isupper() for word in names) or len(names) < len(words) - 1:
        return None
    return " ".join(word.written for word in names)


def _has_letters(mention: Mention) -> bool:
    return any(len(word.form) > 3 for word in mention.words[: mention.core_end])
