"""Terms that include others: "security forces" beside "the police", "the Saudi-led coalition" beside "Saudi jets"."""

from __future__ import annotations

from crossread import patterns as re
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.records import Actor

_SECURITY = re.compile(
    r"\b(?:security|law[ -]enforcement)\s+(?:forces?|services?|agencies|officers|personnel|agents|officials)\b", re.IGNORECASE
)
_OF_STATE = ("police", "state_forces")
_LED = re.compile(r"\b(?P<leader>(?:U\.S\.|[A-Z][\w.]*(?:\s[A-Z][\w.]*)?))[-‑]led\b")
_FOREIGN = ("foreign_forces", "state_forces", "object")


def includes(whole: Actor, part: Actor) -> bool:
    """True where the first word means the second, too.

    Police, soldiers, gendarmes and guards are "security forces", also those of a country ("Chadian security forces"), unless
    both are of two nations, or the forces have a name of their own; jets, planes and forces of the state that leads a
    coalition, and what is called by its leader as the coalition is, are the coalition's.
    """
    if _are_security_forces(whole) and whole.type in _OF_STATE and part.type in _OF_STATE:
        mine, theirs = _nations(whole.raw), _nations(f"{part.raw} {part.name or ''}")
        return not (mine and theirs) or bool(mine & theirs)
    leaders = _leaders(f"{whole.raw} {whole.name or ''}")
    if not leaders or part.type not in _FOREIGN:
        return False
    return bool(leaders & (_leaders(f"{part.raw} {part.name or ''}") or _nations(f"{part.raw} {part.name or ''}")))


def _are_security_forces(actor: Actor) -> bool:
    """True for the plain words, and for a name that is only these and a country's."""
    if not actor.name:
        return _SECURITY.search(actor.raw) is not None
    words = _SECURITY.sub("", actor.name).strip()
    return not actor.registry_id and words != actor.name and fold_name(words) in MentionWords.load().nations


def _leaders(words: str) -> set[str]:
    return {nation for found in _LED.finditer(words) for nation in _nations(found["leader"])}


def _nations(words: str) -> set[str]:
    """The countries whose names or adjectives stand in the words."""
    told, nations = fold_name(words.replace("-led", " led")).split(), MentionWords.load().nations
    runs = (" ".join(told[at : at + length]) for at in range(len(told)) for length in range(1, 4))
    return {found[0] for run in runs if (found := nations.get(run)) is not None}
