"""Missions and alliances by a bare noun: "the mission", "the UN mission", "alliance soldiers" of a report that names which."""

from __future__ import annotations

from collections.abc import Iterable

from crossread import patterns as re
from crossread.codebook.actor_entry import ActorEntry
from crossread.codebook.actor_registry import ActorRegistry, choose_entry
from crossread.normalize.actors.context import ActorContext, TextParts, find_mission
from crossread.normalize.actors.resolved import ResolvedActor

REACH = 1500  # characters before "the mission" in which it is told to be the UN's
_UN_MISSION = re.compile(r"\b(?:UN|U\.N\.|United\s+Nations)\s+(?:peacekeeping\s+)?mission\b")
_MISSION = re.compile(
    r"the\s+(?P<un>UN|U\.N\.|United\s+Nations)?\s*(?:peacekeeping\s+)?mission"
    r"(?:['’]s\s+(?:troops|soldiers|forces|peacekeepers|helicopters?))?",
    re.IGNORECASE,
)
_ANY = re.compile(r"mission|alliance|coalition", re.IGNORECASE)
_ALLIANCE = re.compile(
    r"(?:(?:the|western|an?|one|two|three|four|five|several|\d+)\s+)*"
    r"(?P<body>alliance|coalition)(?:['’]s)?"
    r"(?:\s+(?:soldiers?|troops?|forces|jets?|aircraft|planes?|warplanes?|helicopters?|service\s+members?))?",
    re.IGNORECASE,
)


def may_be_body(raw: str) -> bool:
    """True for words with a mission or an alliance in them."""
    return _ANY.search(raw) is not None


def find_body(raw: str, context: ActorContext, parts: TextParts, registry: ActorRegistry) -> ResolvedActor | None:
    """The mission or alliance that a bare noun means: the one mission named that works there, the last alliance named before.

    Of ten coded rows with "the mission" nine are peacekeepers, one a mission hospital of a report without any; "the UN
    mission" is that of the country even where its letters are not told. Of four with "the alliance" all are NATO.
    """
    told = raw.strip()
    if (found := _MISSION.fullmatch(told)) is not None:
        mission = find_mission((entry for _, entry in parts.missions), context)
        named = found["un"] or _UN_MISSION.search(context.text, max(0, context.start - REACH), context.start)
        if mission is None and named:
            mission = _only_one(registry.actors.values(), context)
            return _as_actor(mission, context) or ResolvedActor(name=None, type="foreign_forces")
        return _as_actor(mission, context)
    found = _ALLIANCE.fullmatch(told)
    return _as_actor(_last_named(found["body"].lower(), context, parts, registry), context) if found else None


def _only_one(entries: Iterable[ActorEntry], context: ActorContext) -> ActorEntry | None:
    """The one UN mission that works in the incident's country on the day."""
    if context.country is None or context.published is None:
        return None
    there = [
        entry
        for entry in entries
        if entry.mission
        and context.country in entry.countries
        and entry.starts is not None
        and entry.existed(context.published)
        and any("United Nations" in name for name in (entry.name, *entry.aliases))
    ]
    mainly = [entry for entry in there if entry.countries[0] == context.country] or there
    return mainly[0] if len(mainly) == 1 else None


def _last_named(body: str, context: ActorContext, parts: TextParts, registry: ActorRegistry) -> ActorEntry | None:
    """The alliance or coalition named last before the mention, else first behind it."""
    before = [name for name in reversed(parts.names) if name.end <= context.start]
    for name in (*before, *(name for name in parts.names if name.start >= context.end)):
        entry = choose_entry(registry.candidates(name.alias), country=context.country, day=context.published)
        if entry is not None and (body in entry.name.lower() or (entry.id == "nato" and body == "alliance")):
            return entry
    return None


def _as_actor(entry: ActorEntry | None, context: ActorContext) -> ResolvedActor | None:
    if entry is None:
        return None
    kind = entry.type_on(country=context.country, day=context.published)
    return ResolvedActor(name=entry.name, type=kind, registry_id=entry.id, flags=("from_context",))
