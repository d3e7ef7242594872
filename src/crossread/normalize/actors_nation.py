"""Forces of states: their type in a country, and the name that nationality and noun make together."""

from __future__ import annotations

from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.mention_words import MentionWords, Nation

_ARMY = frozenset({"army", "armies", "army officer", "army officers", "army chief", "army patrol"})
_AIR = frozenset({"air force", "warplanes", "warplane", "jets", "jet", "fighter jets", "fighter jet"})
_NAVY = frozenset({"navy", "naval forces", "warships", "warship", "sailors of the navy"})
_KEPT = frozenset(
    "security forces|security force|security services|border guards|border guard|coast guard|special forces|national guard|presidential guard|republican guard|"
    "intelligence service|intelligence services|secret service|government forces|rocket forces|forces|force|security personnel|rangers|commandos|government troops|"
    "federal forces|regime forces|intelligence agency|defence ministry|defense ministry|junta|military junta|marines".split("|")
)


def forces_type(nation: str | None, country: str | None) -> str:
    """`foreign_forces` if the nation is told and is not that of the incident's country, else `state_forces`."""
    return "foreign_forces" if nation is not None and country is not None and nation != country else "state_forces"


def forces_name(noun: str, nation: Nation, registry: ActorRegistry) -> tuple[str, str | None]:
    """The name of a state's force and its registry id where it has one: "Egyptian Army", "Turkish Armed Forces".

    Only the branch that the noun names is told: soldiers and troops belong to the armed forces, not to the army.
    """
    if noun in _ARMY:
        return _named(nation, registry, ("army",), "Army")
    if noun in _AIR:
        return f"{nation.adjective} Air Force", None
    if noun in _NAVY:
        return f"{nation.adjective} Navy", None
    if noun in _KEPT:
        return f"{nation.adjective} {noun}", None
    return _named(nation, registry, ("armed_forces",), "Armed Forces")


def police_name(nation: Nation, registry: ActorRegistry) -> tuple[str, str | None]:
    """The name of a state's police: "Mexican police", or its own name where it is listed."""
    return _named(nation, registry, ("police",), "police")


def state_of(vocabulary: MentionWords, country: str) -> Nation:
    """The nation of a country code that a nationality word gave."""
    return vocabulary.states[country]


def _named(nation: Nation, registry: ActorRegistry, keys: tuple[str, ...], fallback: str) -> tuple[str, str | None]:
    for key in keys:
        registry_id = nation.forces.get(key)
        if registry_id is not None:
            return registry.get(registry_id).name, registry_id
    return f"{nation.adjective} {fallback}", None
