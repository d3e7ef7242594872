"""Which bearer of an acronym a report means: the PDF of Myanmar or of Sudan, the UPDF of Uganda or of Bangladesh."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.codebook.actor_entry import ActorEntry
from crossread.normalize.actors.context import ActorContext, TextParts

REBELS_REACH = 25  # characters behind a name in which it is told to be rebels
LETTERS = 5  # a name of one word up to this long is an acronym that others may bear

_REBELS = re.compile(r"\b(?:militant|rebel|cadre|guerrilla|insurgent|separatist|outfit|underground|Maoist)", re.IGNORECASE)

_IRREGULARS = re.compile(r"\s(?:militants?|rebels?|guerrillas?|insurgents?|fighters?|gunm[ae]n|militia\w*)\b", re.IGNORECASE)


def is_acronym(key: str) -> bool:
    """True for a short name of one word."""
    return " " not in key and len(key) <= LETTERS


def find_by_lands(entries: Sequence[ActorEntry], parts: TextParts, context: ActorContext) -> ActorEntry | None:
    """The one of several bearers that acts where the report is: in a country named, of its places, of others it names.

    Asked in this order, each only where those before leave several: "ADF" beside Uganda, "PDF" beside Loikaw or the KNLA.
    """
    alive = [entry for entry in entries if entry.existed(context.published)]
    named = {word.country for word in parts.nations}
    for lands in (named, context.lands, _of_others(entries, parts)):
        fitting = [entry for entry in alive if not lands.isdisjoint(_own(entry))]
        if len(fitting) == 1:
            return fitting[0]
        alive = fitting or alive
    return None


def is_far_away(entry: ActorEntry, entries: Sequence[ActorEntry], parts: TextParts, context: ActorContext) -> bool:
    """True for an actor none of whose countries the report tells of, in any way, though it tells of others.

    "NLA" in a report on Algeria is not Macedonia's. Who may act anywhere is nowhere far.
    """
    if not entry.countries:
        return False
    told = {word.country for word in parts.nations} | context.lands | _of_others(entries, parts)
    return bool(told) and told.isdisjoint(_own(entry))


def is_no_army(entry: ActorEntry, context: ActorContext) -> bool:
    """True for fighters abroad by the letters of a state's army: "KDF fighters" in Myanmar are no soldiers of Kenya."""
    if entry.home in (None, context.country) or entry.countries or context.country is None:
        return False
    found = _IRREGULARS.search(context.text, context.start, context.end + REBELS_REACH)
    return found is not None and found.start() <= context.end


def find_force_abroad(
    entry: ActorEntry, entries: Sequence[ActorEntry], parts: TextParts, context: ActorContext
) -> ActorEntry | None:
    """The army of another country that bears a rebel group's letters, where that country is named: China's PLA in India.

    Not where the words around call them rebels: "PLA militants in Manipur".
    """
    if entry.home is not None or _REBELS.search(context.text, context.start, context.end + REBELS_REACH):
        return None
    named = {word.country for word in parts.nations} - {context.country}
    return next((other for other in entries if other.home in named and not other.countries), None)


def _own(entry: ActorEntry) -> set[str]:
    return {country for country in (entry.home, *entry.countries) if country is not None}


def _of_others(entries: Sequence[ActorEntry], parts: TextParts) -> set[str]:
    """Where the other actors of the report act."""
    ids = {entry.id for entry in entries}
    return {country for entry in parts.sure if entry.id not in ids for country in _own(entry)}
