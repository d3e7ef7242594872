"""Whose own statement a report is: by its source, its station, or the heading that says who speaks."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from crossread import patterns as re
from crossread.codebook.actor_entry import ActorEntry
from crossread.codebook.actor_registry import ActorRegistry, choose_entry
from crossread.codebook.name_folding import fold_name
from crossread.keeping import kept_with_lists
from crossread.normalize.actors.ours import ARMED
from crossread.records import Document

HEAD = 160  # characters of a text in which its station or issuer is told
# "CLANDESTINE, 3 JAN 90 (RADIO VENCEREMOS) --": a group's own station.
_STATION = re.compile(r"\b(radio\s+[^\W\d_]+(?:\s+[^\W\d_]+)?)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\A\s*[\[(]([^\])\n]{3,60})[\])]")
_ISSUED = re.compile(
    r"\b(?:statement|communiqu[eé]|press\s+release|military\s+report|announcement)\s+(?:issued\s+)?(?:by|of|from)\s+(?:the\s+)?"
    r"((?-i:[A-Z])[^.,;:\n(–—]{2,60})",
    re.IGNORECASE,
)
# "Rapid Support Forces – Official spokesman's office", "MILITARY MEDIA OF THE FRONT": the line above a statement
_OFFICE = re.compile(
    r"\A\s*(?P<name>(?-i:[A-Z])[^–—:|\n,.(]{2,60}?)\s*(?:[–—:|(]|\s-\s)[^\n]{0,40}?\b(?:spokes(?:man|person|woman)|statement|communiqu[eé]"
    r"|press|media|command|bureau|office|information)\b",
    re.IGNORECASE,
)
_OWN_VOICE = re.compile(r"\b(?:our|we|mujahid(?:ee|i)n|mujahed(?:ee|i)n)\b", re.IGNORECASE)


def publisher_of(document: Document) -> ActorEntry | None:
    """The armed actor of the registry whose own statement or broadcast the document is."""
    return _publisher(document.source, document.text, document.published)


@kept_with_lists
@lru_cache(maxsize=16)  # asked for each actor of each claim of a report
def _publisher(source: str | None, text: str, published: date | None) -> ActorEntry | None:
    registry = ActorRegistry.load()
    for name in _names(source, text[:HEAD], _OWN_VOICE.search(text) is not None):
        bearers = registry.publishers(name)
        first = [one for one in bearers if fold_name(one.name) == fold_name(name)]  # "al-Shabaab" is Somalia's, not a namesake
        entry = choose_entry(first or bearers, day=published)
        if entry is not None and entry.type in ARMED:
            return entry
    return None


def _names(source: str | None, head: str, own_voice: bool) -> tuple[str, ...]:
    """Under which names the issuer may be known. A heading tells one only in a text that says "we", "our" or "mujahideen"."""
    names = [source] if source else []
    names += [match[1] for match in _STATION.finditer(head)]
    if own_voice:
        names += [match[1].strip() for pattern in (_BRACKETS, _ISSUED, _OFFICE) for match in pattern.finditer(head)]
    return tuple(names)
