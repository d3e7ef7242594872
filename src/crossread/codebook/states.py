"""A state, its forces and its operations abroad as parts and whole: France, the French Air Force, Operation Barkhane."""

from __future__ import annotations

from typing import Protocol

from crossread import patterns as re
from crossread.codebook import ActorRegistry
from crossread.codebook.actor_entry import ActorEntry
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name

FORCES = ("state_forces", "foreign_forces")
# The whole that every force of a state is a part of.
_WHOLE = re.compile(r"(?:armed|military|defen[cs]e|government|state) forces|forces|military|troops|soldiers|government")
_PREFIX = re.compile(r"([a-z]{2})-")  # of registry ids: the state whose operation it is


class NamedActor(Protocol):
    """What is asked of an actor here; the records' Actor has it."""

    @property
    def name(self) -> str | None:
        """The name it is told by, None for people without one."""
        ...

    @property
    def type(self) -> str:
        """Its code in the vocabulary `actor_type`."""
        ...

    @property
    def registry_id(self) -> str | None:
        """Its id in the registry of actors, None for one that is not listed there."""
        ...


def are_part_and_whole(a: NamedActor, b: NamedActor) -> bool:
    """True if both are forces of one state and one of them is that state, its forces as a whole, or an operation abroad.

    Two forces of one state (its army, its police) are two doers; an operation is carried out by any of them.
    """
    state = _state(a)
    return state is not None and state == _state(b) and (_holds_others(a, state) or _holds_others(b, state))


def _state(actor: NamedActor) -> str | None:
    """The ISO code of the state whose forces an actor is, None for everybody else."""
    if actor.type not in FORCES or not actor.name:
        return None
    entry = _entry(actor)
    if entry is not None and (prefix := _PREFIX.match(entry.id)):
        code = prefix[1].upper()
        return code if code in MentionWords.load().states else None  # the missions of the UN are not one force
    return _read_nation(actor.name)[0]


def _holds_others(actor: NamedActor, state: str) -> bool:
    entry = _entry(actor)
    if entry is not None and entry.type == "foreign_forces" and entry.id.startswith(f"{state.lower()}-"):
        return True
    nation, rest = _read_nation(str(actor.name))
    return nation == state and (not rest or _WHOLE.fullmatch(rest) is not None)


def _entry(actor: NamedActor) -> ActorEntry | None:
    registry = ActorRegistry.load()
    return registry.actors.get(actor.registry_id or "") or registry.find(actor.name or "")


def _read_nation(name: str) -> tuple[str | None, str]:
    """The country whose name or adjective a name begins with, and what follows it."""
    words, nations = fold_name(name).split(), MentionWords.load().nations
    for n in range(min(4, len(words)), 0, -1):
        if (found := nations.get(" ".join(words[:n]))) is not None:
            return found[0], " ".join(words[n:])
    return None, ""
