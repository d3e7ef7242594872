"""People who are told of by their nation because they are abroad: "a Tanzanian peacekeeper", "two Chinese engineers"."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.normalize.places.strangers import groups_told
from crossread.normalize.places.words import PlaceWords

# In the coded reports one of 12 nations of peacekeepers and contingents is where something in the report happened, of tourists,
# engineers, sailors and nuns none of 19, of aid and oil workers three of 12, of "a … soldier" seven of 25, of "nationals" one
# of 7. Soldiers (48 of 108) and police (64 of 71) may as well be at home.
_GUESTS = (
    r"peace-?keepers?|peacekeeping\s+(?:forces?|troops|soldiers?)|blue\s+helmets?|contingents?|soldier|nationals|tourists?"
    r"|(?:aid|relief|humanitarian|oil|construction|migrant|expatriate)\s+workers?|engineers?|sailors?|nuns?|missionar(?:y|ies)"
    r"|diplomats?"
)
_BEHIND = re.compile(rf"\s+(?:(?:[A-Z]{{2,}}|U\.N\.)\s+)?(?:[a-z-]+\s+)?(?:{_GUESTS})\b(?!['’-])")
# Of people told by their nation 11 of 57 are told where something in the report happened in it.
_PEOPLE = re.compile(
    r"\s+(?:[a-z-]+\s+)?(?:priests?|bishops?|journalists?|reporters?|photographers?|doctors?|teachers?|students?|hostages?|citizens?"
    r"|businessm[ae]n|civilians?|drivers?|couple|m[ae]n|wom[ae]n|workers?|volunteers?)\b(?!['’-])"
)
_STATE = re.compile(r"\s+(?:[a-z]+\s+)?(?:government|authorities|police|gendarmes?|officials?|ministry|state)\b")


def are_guests(text: str, end: int) -> bool:
    """True for a nation's adjective that ends here, before people who are more often told of so away from home."""
    return _BEHIND.match(text, end) is not None


def nations_sent(text: str, demonyms: Sequence[tuple[str, int]], words: PlaceWords) -> frozenset[str]:
    """Countries told, of their adjectives (`demonyms`), by nothing but soldiers and people of theirs who are elsewhere.

    So they are where the groups and missions told in the same lines act in others ("two Chadian soldiers were killed in
    Tessalit, MINUSMA said", "the Taliban killed two German soldiers"): in the coded reports two of 23 such countries are where
    something happened that no name of a place tells; where the group acts in the soldiers' own country, 45 of 63. And so are
    forces of states that mostly act abroad, beside the state there ("the Malian army … a vehicle of the French forces").
    """
    told = _ends(demonyms)
    forces = {iso for iso, ends in told.items() if all(words.forces.match(text, end) for end in ends)}
    nations = nations_of_people(text, demonyms, words)
    groups = list(groups_told(text)) if nations else []
    at_home = {iso for _, countries in groups for iso in countries}
    strikers = forces & words.abroad
    host = [
        end for iso, end in demonyms if iso not in words.abroad and (words.forces.match(text, end) or _STATE.match(text, end))
    ]
    beside = {iso for iso in nations - at_home if _are_in_lines(text, told[iso], [at for at, _ in groups])}
    return frozenset(beside | {iso for iso in strikers if _are_in_lines(text, told[iso], host)})


def nations_of_people(text: str, demonyms: Sequence[tuple[str, int]], words: PlaceWords) -> frozenset[str]:
    """Countries told, of their adjectives, by nothing but soldiers and people of theirs."""
    told = _ends(demonyms)
    return frozenset(
        iso for iso, ends in told.items() if all(words.forces.match(text, e) or _PEOPLE.match(text, e) for e in ends)
    )


def _ends(demonyms: Sequence[tuple[str, int]]) -> dict[str, list[int]]:
    told: dict[str, list[int]] = {}
    for iso, end in demonyms:
        told.setdefault(iso, []).append(end)
    return told


def _are_in_lines(text: str, offsets: Sequence[int], others: Sequence[int]) -> bool:
    """True where each of the offsets is in the line of one of the others."""
    lines = {text.count("\n", 0, other) for other in others}
    return bool(lines) and all(text.count("\n", 0, offset) in lines for offset in offsets)
