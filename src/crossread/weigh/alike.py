"""One party under another name: "the Rapid Support militia" beside the Rapid Support Forces, a group beside its people."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.codebook import ActorRegistry
from crossread.records import Actor
from crossread.weigh.case import fold

_NAMES = re.compile(r"\b[A-Z][\w’'-]+")
FEWEST_WORDS = 2  # of a name; one word in common is a place or a people


def called_alike(a: Sequence[Actor], b: Sequence[Actor]) -> bool:
    """True where each of `a`, whom no list knows, is called by words that are all in the name of one of `b`."""
    names = [words for actor in b if actor.name for words in (_words(actor.name),)]
    return bool(a) and all(not actor.name and _is_short_for(actor.raw, names) for actor in a)


def is_one_of(particular: Actor, general: Actor) -> bool:
    """True for a group ("Balochistan Liberation Front") beside a name for all groups of its people ("Baloch insurgents")."""
    actors = ActorRegistry.load().actors
    whole, part = actors.get(str(general.registry_id)), actors.get(str(particular.registry_id))
    if whole is None or part is None or not whole.umbrella or part.umbrella or whole.type != part.type:
        return False
    people = _NAMES.search(whole.name)
    return people is not None and any(word.startswith(fold(people.group())) for word in fold(part.name).split())


def _is_short_for(raw: str, names: Sequence[set[str]]) -> bool:
    words = {fold(word) for word in _NAMES.findall(re.sub(r"^(?:The|An?)\s", "", raw))}
    return len(words) >= FEWEST_WORDS and any(words <= name for name in names)


def _words(name: str) -> set[str]:
    return {fold(word) for word in name.split()}
