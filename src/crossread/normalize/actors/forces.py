"""Forces of states and of missions: own or foreign by nationality and country, and what they are called."""

from __future__ import annotations

from itertools import pairwise

from crossread import patterns as re
from crossread.codebook.actor_entry import ActorEntry
from crossread.codebook.actor_registry import ActorRegistry, choose_entry
from crossread.codebook.mention_words import MentionWords, Nation
from crossread.codebook.name_folding import fold_name
from crossread.normalize.actors.capitals import speaking_capital
from crossread.normalize.actors.context import ARMED, ActorContext, TextIndex, find_mission
from crossread.normalize.actors.mention import Mention, Part
from crossread.normalize.actors.resolved import SUFFERING, ResolvedActor
from crossread.normalize.actors.same_army import find_nation_of_army
from crossread.normalize.actors.soil import is_origin

MISSION_REACH = 200  # characters between soldiers and the mission they are taken to serve in: about two sentences
SENTENCE_REACH = 120  # characters before "its troops" in which a nation tells whose they are
ABROAD_REACH = 300  # characters in which a named country tells where nameless "US soldiers" are

_ARMY = frozenset({"army", "armies", "army officer", "army officers", "army chief", "army patrol"})
_AIR = frozenset({"air force", "warplanes", "warplane", "jets", "jet", "fighter jets", "fighter jet"})
_NAVY = frozenset(
    {
        "navy",
        "naval forces",
        "warships",
        "warship",
        "sailors of the navy",
        "navy sailors",
        "navy personnel",
        "naval vessel",
        "naval vessels",
        "navy vessel",
        "navy vessels",
        "navy ship",
        "navy ships",
    }
)
_AS_WRITTEN = frozenset(
    "security forces|security force|security services|border guards|border guard|coast guard|special forces|national guard|"
    "presidential guard|republican guard|intelligence service|intelligence services|secret service|government forces|"
    "rocket forces|security personnel|rangers|commandos|federal forces|regime forces|"
    "intelligence agency|defence ministry|defense ministry|junta|military junta|marines".split("|")
)


_ANNOUNCES = re.compile(
    r"\b([A-Z]\w+)\s+(?:[Dd]efen[cs]e\s+[Mm]inist(?:ry|er)|[Mm]ilitary|[Aa]rmy|[Gg]eneral\s+[Ss]taff)[^.;,]{0,25}?"
    r"\b(?:said|says|announced|announces|reported|confirmed)\s+(?:that\s+)?\Z"
)


_UNWANTED = frozenset(
    "occupiers|invaders|occupation|occupation forces|occupation army|occupation troops|occupation soldiers".split("|")
)
_BODIES = frozenset({"un", "united nations", "au", "african union"})
_POINTS = frozenset({"its", "their"})
_BANDED = re.compile(r"\b(?:coalition|alliance)\b", re.IGNORECASE)
_OBJECT = re.compile(r"\b(?:told|to|with|from|by|against|of|on|in|fighting)\s+(?:the\s+)?\Z", re.IGNORECASE)
_ARMED = ARMED | {"foreign_forces", "state_forces"}


def _joined_nations(mention: Mention, head: Part) -> set[str]:
    """The nations that stand before a noun with "and" or "or" between them."""
    before = [part for part in mention.parts if part.sort == "nation" and part.key == "adjective" and part.end <= head.start]
    between = [word.form for a, b in pairwise(before) for word in mention.words[a.end : b.start]]
    return {part.value for part in before} if any(form in ("and", "or") for form in between) else set()


class ForcesReader:
    """Types and names the mentions of armies, police, governments and peacekeepers."""

    def __init__(self, registry: ActorRegistry, vocabulary: MentionWords, texts: TextIndex) -> None:
        self._registry = registry
        self._words = vocabulary
        self._texts = texts

    def armed_force(self, mention: Mention, head: Part, role: str, context: ActorContext) -> ResolvedActor:
        """Soldiers, troops, warplanes: of the state at home, else foreign; named if the words tell whose."""
        nation = self.nation_of(mention, head) or self._of_announcer(mention, context)
        if nation is None and role not in SUFFERING:
            nation = find_nation_of_army(mention, context, self._words)
        if nation is None:
            whose = self._whose(mention, context) or self._led_by(mention, head, context)
            return whose or ResolvedActor(name=None, type=self._type_without_nation(mention, head, context))
        joined = _joined_nations(mention, head)
        if len(joined) > 1:  # "Philippine and American personnel" have no one name
            kinds = {self.type_of(each, context) for each in joined}
            return ResolvedActor(name=None, type="state_forces" if "state_forces" in kinds else "foreign_forces")
        mission = self._mission_near(nation, context)
        if mission is not None:
            return self._contingent(mission, nation)
        name, registry_id = self._forces_name(head.key, self._words.states[nation])
        return ResolvedActor(name=name, type=self.type_of(nation, context), registry_id=registry_id)

    def police(self, mention: Mention, head: Part) -> ResolvedActor:
        """Police, named by nation: "Mexican police", or its own name where the registry has one."""
        nation = self.nation_of(mention, head)
        body = mention.last("name", end=head.start)
        if body is not None and body.key in _BODIES:
            return ResolvedActor(name=None, type="foreign_forces")  # "UN police officers"
        if nation is None:
            return ResolvedActor(name=None, type="police")
        name, registry_id = self._own_name(self._words.states[nation], "police", "police")
        return ResolvedActor(name=name, type="police", registry_id=registry_id)

    def peacekeepers(self, mention: Mention, head: Part, context: ActorContext) -> ResolvedActor:
        """Peacekeepers: the mission the text names for this country, with the contingent's state where it is told."""
        nation = self.nation_of(mention, head)
        if head.key in _UNWANTED:  # "Russian occupiers" are an army, whatever mission the report names
            name, registry_id = (
                self._own_name(self._words.states[nation], "armed_forces", "Armed Forces") if nation else (None, None)
            )
            return ResolvedActor(name=name, type="foreign_forces", registry_id=registry_id)
        mission = find_mission((entry for _, entry in self._texts.of(context.text).missions), context)
        if "coalition" in head.key.split():
            return self._coalition(mention, head, context)
        if mission is not None and nation is not None:
            return self._contingent(mission, nation)
        if mission is not None:
            return ResolvedActor(name=mission.name, type="foreign_forces", registry_id=mission.id, flags=("from_context",))
        body = mention.last("name", end=head.start)
        if body is not None:
            entry = self._registry.actors[self._registry.index[body.key][0]]
            return ResolvedActor(name=f"{entry.name} peacekeepers", type="foreign_forces", registry_id=entry.id)
        return ResolvedActor(name=None, type="foreign_forces")

    def _coalition(self, mention: Mention, head: Part, context: ActorContext) -> ResolvedActor:
        """The coalition that is at war in this country at this time, if the mention says no more than that it is one."""
        plain = all(word.form in ("the", "led") or word.written[:2].upper() == "US" for word in mention.words[: head.start])
        entry = self._registry.find("coalition forces", country=context.country, day=context.published) if plain else None
        if entry is None or context.country is None:
            return ResolvedActor(name=None, type="foreign_forces")
        return ResolvedActor(name=entry.name, type="foreign_forces", registry_id=entry.id, flags=("from_context",))

    def government(self, mention: Mention, head: Part, role: str, context: ActorContext) -> ResolvedActor:
        """A government: its forces as a doer or fighting side, officials as authorities and where it suffers."""
        nation = self.nation_of(mention, head)
        name = f"Government of {self._words.states[nation].name}" if nation else None
        fighting = self._words.settings["fighting"]
        fights = fighting.holds(context.text, start=context.start, end=context.end, incident_type=context.incident_type)
        if role in SUFFERING or head.key == "authorities" or not fights:
            return ResolvedActor(name=name, type="officials")
        return ResolvedActor(name=name, type=self.type_of(nation, context))

    def state(self, country: str, role: str, context: ActorContext) -> ResolvedActor:
        """A country's name as an actor: its forces, but its officials where it suffers, agrees or arrests at home."""
        civil = role in SUFFERING or context.incident_type == "agreement"
        civil = civil or (context.incident_type == "detention" and country == (context.country or country))
        kind = "officials" if civil else self.type_of(country, context)
        return ResolvedActor(name=self._words.states[country].name, type=kind)

    def type_of(self, nation: str | None, context: ActorContext) -> str:
        """`foreign_forces` if the nation is not that of the incident's country.

        Where that country is not known, another country named nearby tells that they are abroad, unless their own is named too
        or somebody only comes from there.
        """
        if nation is None:
            return "state_forces"
        if context.country is not None:
            return "state_forces" if nation == context.country else "foreign_forces"
        if nation in self._words.abroad:
            return "foreign_forces"
        near = {
            word.country
            for word in self._texts.of(context.text).nations
            if word.sort == "name"
            and abs(word.start - context.start) <= ABROAD_REACH
            and not is_origin(context.text, word.start)
        }
        return "foreign_forces" if near and nation not in near else "state_forces"

    def own_by_short_name(self, key: str, country: str | None) -> ActorEntry | None:
        """A country's own forces by their name without the country's: "the National Defence Force" in Ethiopia."""
        nation = self._words.states.get(country or "")
        entries = [self._registry.get(i) for i in nation.forces.values()] if nation is not None and " " in key else []
        return next((e for e in entries if any(fold_name(name).endswith(f" {key}") for name in (e.name, *e.aliases))), None)

    def nation_of(self, mention: Mention, head: Part) -> str | None:
        """The nation that a mention tells of its head: "Chadian soldiers", "the army of Chad"."""
        part = mention.last("nation", end=head.start) or mention.first("nation", start=head.end)
        return part.value if part is not None and part.key != "people" else None

    def _type_without_nation(self, mention: Mention, head: Part, context: ActorContext) -> str:
        before = [word.form for word in mention.words[: head.start]]
        body = " ".join(before)
        if (
            any(word in self._words.foreign_marks for word in before)
            or "united nations" in body
            or context.country in self._words.occupied
        ):
            return "foreign_forces"
        pointing = bool(before) and before[0] in _POINTS
        return self.type_of(self._nation_before(context), context) if pointing else "state_forces"

    def _whose(self, mention: Mention, context: ActorContext) -> ResolvedActor | None:
        """Whose "its forces" are where the last party told of in the sentence is no nation: "NATO said its forces"."""
        if mention.words[0].form not in _POINTS:
            return None
        start = max(context.text.rfind(". ", 0, context.start), context.start - SENTENCE_REACH)
        parts = self._texts.of(context.text)
        names = [name for name in parts.names if start < name.start and name.end <= context.start]
        names = [name for name in names if not _OBJECT.search(context.text[max(0, name.start - 15) : name.start])]
        at = max((word.start for word in parts.nations if start < word.start < context.start), default=start)
        banded = [found.start() for found in _BANDED.finditer(context.text, max(0, start), context.start)]
        entry = (
            choose_entry(self._registry.candidates(names[-1].alias), country=context.country, day=context.published)
            if names
            else None
        )
        if entry is not None and names[-1].start >= max([at, *banded]):
            kind = entry.type_on(country=context.country, day=context.published)
            return (
                ResolvedActor(name=entry.name, type=kind, registry_id=entry.id, flags=("from_context",))
                if kind in _ARMED
                else None
            )
        return ResolvedActor(name=None, type="foreign_forces") if banded and banded[-1] > at else None

    def _led_by(self, mention: Mention, head: Part, context: ActorContext) -> ResolvedActor | None:
        """Foreign forces where a state from abroad leads them: "U.S.-led troops". All 17 coded forces so led are."""
        leader = mention.last("origin", end=head.start)
        if leader is None or mention.words[leader.end].form != "led" or self.type_of(leader.value, context) == "state_forces":
            return None
        return ResolvedActor(name=None, type="foreign_forces")

    def _of_announcer(self, mention: Mention, context: ActorContext) -> str | None:
        """The nation whose ministry or army says what bare "troops" do: "the Russian Defence Ministry said troops left"."""
        if len(mention.words) > 1:
            return None
        found = _ANNOUNCES.search(context.text, max(0, context.start - SENTENCE_REACH), context.start)
        nation = self._words.nations.get(fold_name(found[1])) if found else None
        return nation[0] if nation is not None and nation[1] == "adjective" else None

    def _nation_before(self, context: ActorContext) -> str | None:
        """The nation last told of in the same sentence: "Turkey said its military shelled the hill"."""
        sentence = context.text.rfind(". ", 0, context.start)
        near = [
            word
            for word in self._texts.of(context.text).nations
            if max(sentence, context.start - SENTENCE_REACH) < word.start < context.start and word.sort != "people"
        ]
        if near:
            return near[-1].country
        return speaking_capital(context.text, max(0, sentence, context.start - SENTENCE_REACH), context.start, self._words)

    def _contingent(self, mission: ActorEntry, nation: str) -> ResolvedActor:
        name = f"{mission.name} ({self._words.states[nation].name})"
        return ResolvedActor(name=name, type="foreign_forces", registry_id=mission.id, flags=("from_context",))

    def _mission_near(self, nation: str, context: ActorContext) -> ActorEntry | None:
        """The mission that foreign soldiers serve in: named near them, and their state runs no operation of its own there."""
        if context.country is None or nation == context.country:
            return None
        named = self._texts.of(context.text).missions
        near = (entry for name, entry in named if abs(name.start - context.start) <= MISSION_REACH)
        mission = find_mission(near, context)
        if mission is None or self._registry.operates(nation, context.country):
            return None
        return mission

    def _forces_name(self, noun: str, nation: Nation) -> tuple[str, str | None]:
        """Only the branch that the noun names: soldiers and troops belong to the armed forces, not to the army."""
        if noun in _ARMY:
            return self._own_name(nation, "army", "Army")
        if noun in _AIR:
            return self._own_name(nation, "air_force", "Air Force")
        if noun in _NAVY:
            return self._own_name(nation, "navy", "Navy")
        if noun in _AS_WRITTEN:
            return f"{nation.adjective} {noun}", None
        return self._own_name(nation, "armed_forces", "Armed Forces")

    def _own_name(self, nation: Nation, key: str, fallback: str) -> tuple[str, str | None]:
        registry_id = nation.forces.get(key)
        if registry_id is not None:
            return self._registry.get(registry_id).name, registry_id
        return f"{nation.adjective} {fallback}", None
