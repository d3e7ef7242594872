"""Who a mention of an actor is: neutral name, actor type, registry id."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from crossread.codebook.actor_entry import ActorEntry
from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.mention_words import MentionWords
from crossread.normalize.actors.aid_bodies import with_aid_body
from crossread.normalize.actors.alliances import is_of_states
from crossread.normalize.actors.context import (
    ARMED,
    ActorContext,
    TextIndex,
    find_antecedent,
    find_group_of,
    find_only_armed,
    find_title,
)
from crossread.normalize.actors.demonstrating import with_demonstrators
from crossread.normalize.actors.forces import ForcesReader
from crossread.normalize.actors.irregulars import irregular_kind, kind_by_friend, without_arms
from crossread.normalize.actors.machines import PLANE
from crossread.normalize.actors.mention import AGAINST, Mention, Part, analyse, letters_in_brackets, without_letters
from crossread.normalize.actors.named import EntryFinder
from crossread.normalize.actors.namesakes import find_namesake, find_renamed
from crossread.normalize.actors.nouns import (
    ARMED_NOUNS,
    BELONGING,
    EMPLOYED,
    FIGHTERS,
    INDEFINITE,
    MEMBERS,
    OFFICERS,
    OFFICES,
    PARTS,
    PEOPLE_TYPES,
    POINTS_BACK,
    QUANTITIES,
    names_another,
)
from crossread.normalize.actors.officials import with_group_of_official
from crossread.normalize.actors.opposition import with_opposition
from crossread.normalize.actors.person import DETERMINERS, SIDES_OF_MAP, only_opens_sentence, person_name
from crossread.normalize.actors.reader import MentionReader
from crossread.normalize.actors.resolved import SUFFERING, ResolvedActor
from crossread.normalize.actors.shared import with_shared_noun
from crossread.normalize.actors.soil import is_told_by_soil

__all__ = ["ActorContext", "ActorResolver", "ResolvedActor"]

UNTOLD = "unidentified_armed_group"
NOBODY_NAMED = ActorRegistry(actors={}, index={}, longest={})
Found = tuple[ResolvedActor, str]


class ActorResolver:
    """Resolves raw actor mentions with the registry, the nationality words and the noun lists of the codebook."""

    def __init__(self, registry: ActorRegistry | None = None, vocabulary: MentionWords | None = None) -> None:
        self._registry = registry or ActorRegistry.load()
        self._words = vocabulary or MentionWords.load()
        self._texts = TextIndex(self._registry, self._words)
        self._forces = ForcesReader(self._registry, self._words, self._texts)
        self._entries = EntryFinder(self._registry, self._words, self._texts, self._forces)
        self._read = MentionReader(self._registry, self._words)

    def resolve(self, raw: str, *, role: str, context: ActorContext) -> ResolvedActor:
        """The actor that a mention names or describes.

        Named groups win over nations, nations over nouns. Where the rule that decided is right less often than the encoder, the
        encoder's type stands if there is one. A generic mention keeps no name, whatever the reader may guess.
        """
        found, rule = self.explain(raw, role=role, context=context)
        scores = self._words.rule_scores
        if self._read.owner(raw, role) != raw:
            return replace(found, score=scores[rule])  # the encoder guesses at the name of a town or a thing
        if rule == "state" and is_told_by_soil(raw, (context.encoder_type, found.type), context.country, self._words):
            return replace(found, score=scores["nation"])
        if context.encoder_type not in (None, found.type) and scores[rule] < scores["encoder"]:
            flags = (*found.flags, "encoder_type")
            return replace(found, type=context.encoder_type or found.type, flags=flags, score=scores["encoder"])
        return replace(found, score=scores[rule])

    def explain(self, raw: str, *, role: str, context: ActorContext) -> Found:
        """What the words alone give, and the name of the rule that decided (a key of `rule_scores` in mentions.toml)."""
        raw = with_shared_noun(self._read.owner(raw, role), context, self._registry, self._words)
        raw = with_group_of_official(self._read.party(raw), context, self._registry, self._words)
        mention = self._read.analysed(raw)
        found, rule = self._by_words(raw, mention, role, context)
        found, rule = with_opposition(without_arms(found, raw=raw, role=role), rule, raw=raw, role=role, context=context)
        found, rule = with_demonstrators(found, rule, raw=raw, role=role, incident_type=context.incident_type)
        letters = letters_in_brackets(raw) if found.name is None else ""
        by_letters = letters and self._named(self._read.analysed(letters), context)
        return (by_letters, "named") if by_letters else with_aid_body(found, rule, raw=raw, role=role, context=context)

    def _by_words(self, raw: str, mention: Mention, role: str, context: ActorContext) -> Found:
        named = self._entries.by_description(raw, context) or self._named(mention, context)
        if named is not None:
            return named, "named"
        head = mention.head
        if head is None:
            return self._person_or_nothing(mention, role, context)
        if head.key in FIGHTERS and PLANE.search(raw):
            return ResolvedActor(name=None, type="object"), "noun"
        if head.sort in ("nation", "origin"):
            return self._bare_nation(mention, head, role, context)
        if head.sort == "origin_name":
            return ResolvedActor(name=None, type=kind_by_friend(head, self._entries.find(head, context))), "noun"
        if head.sort == "name" and head.key in self._words.local_names:
            return self._by_words(raw, analyse(mention.words, NOBODY_NAMED, self._words), role, context)
        if head.sort == "name" and (bare := without_letters(raw)) != raw:
            return self._by_words(bare, self._read.analysed(bare), role, context)
        if head.sort == "name":
            return ResolvedActor(name=None, type="unknown", flags=("ambiguous_name",)), "none"
        if head.value == "by_role" and head.key in MEMBERS:
            head = mention.noun_before(head) or head
        if (kind := irregular_kind(mention, head, self._words)) is not None:
            return ResolvedActor(name=None, type=kind), "noun"
        return self._by_noun(raw, mention, head, role, context)

    def _named(self, mention: Mention, context: ActorContext) -> ResolvedActor | None:
        head = mention.head
        part = None
        if head is None:
            later = mention.first("name", start=mention.core_end)
            short = not any(len(word.form) > 3 for word in mention.words[: mention.core_end])
            part = later if short else self._belonging_to(mention)
        elif head.sort == "name":
            part = head
        elif head.sort == "noun" and (head.key in self._words.transparent or head.value in ARMED_NOUNS):
            part = mention.last("name", end=head.start) or self._belonging_to(mention)
        elif head.sort == "noun" and (head.value == "civilians" or head.key in EMPLOYED):
            part = self._aid_organisation(mention, head)
        if part is not None and (renamed := find_renamed(mention, part, self._registry)) is not None:
            return renamed
        entry = self._entries.find(part, context) if part is not None else None
        if part is not None and entry is None:
            return find_namesake(mention, part, self._registry, self._words)
        if entry is None or (entry.type == "officials" and head is not None and head.value in ("peacekeepers", "military")):
            return None
        return self._from_entry(entry, context)

    def _aid_organisation(self, mention: Mention, head: Part) -> Part | None:
        """The organisation whose worker or driver is meant, if it is a relief organisation."""
        name = mention.last("name", end=head.start) or self._belonging_to(mention)
        if name is None or any(self._registry.actors[i].type != "aid_workers" for i in self._registry.index[name.key]):
            return None
        return name

    def _belonging_to(self, mention: Mention) -> Part | None:
        """The name after "of" or "from", unless it only describes a thing: "dozens of Hamas positions"."""
        cut = mention.core_end
        if cut >= len(mention.words) or mention.words[cut].form not in BELONGING:
            return None
        name = mention.first("name", start=cut)
        if name is None or any(part.value == "object" and part.start >= name.end for part in mention.parts):
            return None
        between = {word.form for word in mention.words[cut : name.start]}
        friends = sum(part.end - part.start + 1 for part in mention.parts if part.sort == "origin_name" and cut < part.start)
        return name if name.start - cut <= 4 + friends or between & {"known", "called"} else None

    def _from_entry(self, entry: ActorEntry, context: ActorContext) -> ResolvedActor:
        flags = []
        day, starts, ends = context.published, entry.starts, entry.ends
        grace = timedelta(days=self._words.grace_days)
        if day is not None and ((starts is not None and day < starts) or (ends is not None and day > ends + grace)):
            flags.append("anachronism")
        if not entry.acts_in(context.country):
            flags.append("elsewhere")
        kind = entry.type_on(country=context.country, day=day)
        if kind == "state_forces" and context.country is None and entry.home is not None:
            kind = self._forces.type_of(entry.home, context)
        return ResolvedActor(name=entry.name, type=kind, registry_id=entry.id, flags=tuple(flags))

    def _by_noun(self, raw: str, mention: Mention, head: Part, role: str, context: ActorContext) -> Found:
        if head.value == "by_role" and head.key in self._words.transparent:
            rest = self._rest(raw, mention, role, context)
            if rest is not None:
                return rest
        armed = head.value == "by_role" and self._words.by_role[head.key][role not in SUFFERING] == "state_forces"
        if head.value == "military" or armed:
            return self._forces.armed_force(mention, head, role, context), "nation" if mention.last("nation") else "noun"
        if head.value == "police":
            return self._forces.police(mention, head), "nation" if mention.last("nation") else "noun"
        if head.value == "peacekeepers":
            plain = head.key != "coalition" or is_of_states(mention, head, self._words)
            return self._forces.peacekeepers(mention, head, context), "peacekeepers" if plain else "by_role"
        if head.value == "government":
            return self._forces.government(mention, head, role, context), "state"
        if head.value == "object":
            return self._object(mention, head, role, context)
        points_back = head.key in POINTS_BACK and mention.words[0].form in DETERMINERS - INDEFINITE
        if points_back and not names_another(mention.words[1 : head.start], self._words):
            entry = find_antecedent(self._texts.of(context.text).names, self._registry, context)
            if entry is not None:
                found = self._from_entry(entry, context)
                return replace(found, flags=(*found.flags, "from_context")), "anaphor"
        return self._people(mention, head, role, context)

    def _object(self, mention: Mention, head: Part, role: str, context: ActorContext) -> Found:
        words = mention.words[: mention.core_end]
        named = len(words) > 1 and words[0].form not in DETERMINERS and words[head.start].written[:1].isupper()
        if head.end < len(words) and (named or role == "victim"):  # "a school inspector", "Theo van Gogh"
            return self._person_or_nothing(mention, role, context)
        return ResolvedActor(name=None, type="object"), "noun"

    def _rest(self, raw: str, mention: Mention, role: str, context: ActorContext) -> Found | None:
        """What "hundreds of rebels" are: what stands after "of", if that tells a type."""
        cut = mention.core_end
        if cut + 1 >= len(mention.words) or mention.words[cut].form != "of":
            return None
        rest = without_letters(raw[mention.words[cut + 1].start :])
        inner = self._read.analysed(rest)
        if inner.head is None or inner.head.sort == "name":
            return None
        if inner.head.value == "object" and mention.head is not None and mention.head.key in MEMBERS | OFFICERS:
            return None  # "members of the Catholic Church" are people
        found, rule = self._by_words(rest, inner, role, context)
        if (
            rule != "noun"
            and found.type in PEOPLE_TYPES
            and role not in SUFFERING
            and mention.head is not None
            and mention.head.key in QUANTITIES
        ):
            crowd = "rioters" if self._holds("riot", context) else "protesters"
            return replace(found, name=None, type=crowd), "by_role"
        return found, rule

    def _people(self, mention: Mention, head: Part, role: str, context: ActorContext) -> Found:
        kind, rule = head.value, "noun"
        if kind == "by_role":
            kind, rule = self._words.by_role[head.key][role not in SUFFERING], "by_role"
            rule = "noun" if head.key in OFFICES else rule  # a state's office is no rebel, whatever the reader guesses
        friend = mention.last("origin_name")
        against = friend is not None and friend.value == AGAINST
        entry = (
            self._entries.find(friend, context) if friend and not against and (kind == UNTOLD or head.key in PARTS) else None
        )
        if entry is not None and entry.type in ARMED:
            kind, rule = entry.type_on(country=context.country, day=context.published), "noun"
        if kind in PEOPLE_TYPES and role not in SUFFERING and any(w.form == "armed" for w in mention.words[: head.start]):
            kind, rule = "unidentified_armed_group", "noun"  # "a group of armed civilians"
        if head.key in FIGHTERS and not against and kind == UNTOLD:
            kind = find_only_armed(self._texts.of(context.text).names, self._registry, context) or kind
        return self._in_setting(kind, role, context, rule=rule)

    def _in_setting(self, kind: str, role: str, context: ActorContext, *, rule: str) -> Found:
        """People without a told role, by what happened: unknown in arrests and battles, demonstrators in protests."""
        if rule == "people_of_nation" and role in SUFFERING and context.incident_type == "crackdown":
            return ResolvedActor(name=None, type="protesters"), rule
        if rule != "noun" and role in SUFFERING and kind == "civilians" and self._holds("people_unknown", context):
            return ResolvedActor(name=None, type="unknown"), rule
        crowd = kind in PEOPLE_TYPES or kind == "protesters"
        if role not in SUFFERING and kind == "protesters" and context.incident_type == "riot":
            return ResolvedActor(name=None, type="rioters"), "by_role"
        if role not in SUFFERING and crowd and (rule != "noun" or kind == "civilians"):
            if self._holds("riot", context):
                return ResolvedActor(name=None, type="rioters"), "by_role"
            if self._holds("protest", context):
                return ResolvedActor(name=None, type="protesters"), "by_role"
        return ResolvedActor(name=None, type=kind), rule

    def _holds(self, setting: str, context: ActorContext) -> bool:
        found = self._words.settings[setting]
        return found.holds(context.text, start=context.start, end=context.end, incident_type=context.incident_type)

    def _bare_nation(self, mention: Mention, head: Part, role: str, context: ActorContext) -> Found:
        tail = mention.words[head.end : mention.core_end]
        if any(word.written[:1].isupper() for word in tail) and role in SUFFERING:
            return self._person_or_nothing(mention, role, context)
        one = head.start > 0 and mention.words[0].form not in ("the", "suspected")
        if head.key == "name" and role == "target" and context.incident_type not in ("agreement", "detention"):
            return ResolvedActor(name=self._words.states[head.value].name, type="object"), "noun"  # in 14 of 15 coded rows
        if head.key == "name" or (head.key == "adjective" and role not in SUFFERING and not tail and not one):
            return self._forces.state(head.value, role, context), "state"
        if mention.words[0].form == "armed" and head.key == "people":
            return ResolvedActor(name=None, type="unidentified_armed_group"), "noun"  # "armed Palestinians"
        kind = "civilians" if role in SUFFERING else "unknown"
        return self._in_setting(kind, role, context, rule="people_of_nation")

    def _person_or_nothing(self, mention: Mention, role: str, context: ActorContext) -> Found:
        """A person by name. Those who suffered stay inside the quote: only office holders and doers are named."""
        person = person_name(mention.words[: mention.core_end])
        if person is None or person in SIDES_OF_MAP or only_opens_sentence(person, context):
            kind = {"victim": "civilians", "target": "object"}.get(role, "unknown")
            return ResolvedActor(name=None, type=kind), "none"
        kind = find_title(person, context, self._words) or ""
        rule = "titled" if kind else "person"
        kind = kind or find_group_of(person, self._texts.of(context.text).names, self._registry, context) or ""
        kind = kind or {"victim": "civilians", "target": "object"}.get(role, "unknown")
        public = kind == "officials" or (role not in SUFFERING and kind != "object")
        return ResolvedActor(name=person if public else None, type=kind), rule
