"""What a rebel group's own statement calls those it fights: "22 puppets" are a state's men, and "two Mujahideen" its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread import patterns as re
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.normalize.actors.publisher import publisher_of
from crossread.normalize.harm.words import head_of
from crossread.records import Actor, Claim, Document, Harm, with_values

# Words by which a group's statement speaks of a state's forces, and which name nobody else there.
_CALLED = re.compile(
    r"\b(?:puppets?|hirelings?|lackeys?|stooges?|apostates?|murtad(?:d?een|d?in|s)?|mercenar(?:y|ies)|crusaders?|invaders?|occupiers?"
    r"|kuff?ar|kafirs?|infidels?|tawagh(?:ee|i)t|taghut|nusayris?|nusairis?)\b",
    re.IGNORECASE,
)
# People called so are foreign forces in 6 of 8 hand-coded rows, unless a nation of the country itself stands with them.
_FROM_ABROAD = re.compile(r"\b(?:crusaders?|invaders?|occupiers?|infidels?)\b", re.IGNORECASE)
_NEAR_THEM = re.compile(
    r"\b(?:informers?|spy|spies|collaborators?|agents?|supporters?|famil(?:y|ies)|wife|wives|children|language|friends?)\s+of\b",
    re.IGNORECASE,
)
_IN_PAY = re.compile(
    r"\b(?:mercenar(?:y|ies)|hirelings?|lackeys|puppets|dogs|henchmen|thugs)\s+of\s+(?:the\s+|this\s+)?(?:[\w-]+\s+)?"
    r"(?:regime|state|government|junta|army|dictator(?:ship)?)\b",
    re.IGNORECASE,
)
# "aircraft of the … gang", "the junta's jets": of 20 coded owners of aircraft told so all are a state's or a foreign force
_FLY = re.compile(
    r"\b(?:aircraft|warplanes?|planes?|(?:fighter\s+)?jets?|helicopters?|air\s+force)\s+(?:of|from|belonging\s+to)\s+(?:the\s+)?"
    r"(?:[\w’'-]+\s+){0,3}?(?:gang|clique|band|junta|regime|remnants|militia|dictator(?:ship)?|putschists?)\b",
    re.IGNORECASE,
)
_DOING = ("perpetrator", "claimant", "side_a")
_REBELS = ("rebel_group", "political_militia", "communal_militia")
_OPEN = ("rebel_group", "civilians", "unknown", "unidentified_armed_group", "political_militia")


def with_enemies_called(document: Document, claim: Claim) -> Claim:
    """The claim of a rebel group's own statement with its enemies as a state's forces, and its own dead as no part of theirs.

    "Mercenaries of the regime" and "aircraft of the gang" are the state's men whoever says so. What people and data sets say
    (no score) stays.
    """
    if claim.score is None:
        return claim
    claim = with_values(claim, actors=tuple(_in_pay(actor) for actor in claim.actors))
    entry = publisher_of(document)
    doers = [actor for actor in claim.actors if actor.role in _DOING]
    others = [actor for actor in doers if actor.registry_id and entry and actor.registry_id != entry.id]
    if entry is None or entry.type not in _REBELS or others:
        return claim
    country = claim.where.value.country if claim.where and claim.where.value else None
    actors = tuple(_as_enemy(actor, country) for actor in claim.actors)
    harm: list[Harm] = []
    for row in claim.harm:  # "22 puppets were killed, 6 others wounded"
        last = next((other.raw for other in reversed(harm) if other.part_of is None), "")
        follows = _CALLED.search(last) is not None and head_of(row) in ("", "others", "more")
        harm.append(_as_hurt(row, country, last if follows else row.raw))
    own = {word for actor in doers if actor.type == entry.type for word in re.findall(r"[a-z]{4,}", actor.raw.lower())}
    return replace(claim, actors=actors, harm=tuple(_apart(row, harm, own) for row in harm))


def _in_pay(actor: Actor) -> Actor:
    mine = actor.score is not None and not actor.registry_id and actor.type in _OPEN
    return replace(actor, type="state_forces") if mine and (_IN_PAY.search(actor.raw) or _FLY.search(actor.raw)) else actor


def _is_called(raw: str) -> bool:
    """True where the word is who they are: "an informer of the occupiers" is none of them."""
    return _CALLED.search(raw) is not None and not _NEAR_THEM.search(raw)


def _kind(raw: str, country: str | None) -> str:
    """The type of those called so: foreign by a nation that is not the country's, or by a word for who comes from abroad."""
    nations = MentionWords.load().nations
    told = {nations[fold_name(word)][0] for word in raw.split() if fold_name(word) in nations}
    if told:
        return "foreign_forces" if country is not None and country not in told else "state_forces"
    return "foreign_forces" if _FROM_ABROAD.search(raw) else "state_forces"


def _as_enemy(actor: Actor, country: str | None) -> Actor:
    called = actor.score is not None and not actor.registry_id and actor.role in ("victim", "target", "side_b")
    if not called or actor.type not in _OPEN or not _is_called(actor.raw):
        return actor
    return replace(actor, type=_kind(actor.raw, country))


def _as_hurt(row: Harm, country: str | None, words: str) -> Harm:
    called = row.score is not None and row.group_type in _OPEN and _is_called(words)
    return replace(row, group_type=_kind(words, country)) if called else row


def _apart(row: Harm, rows: Sequence[Harm], own: set[str]) -> Harm:
    """The group's own dead as a row of their own: "Two Mujahideen embraced martyrdom" is no part of 22 enemies."""
    if row.part_of is None or row.score is None or head_of(row) not in own or head_of(rows[row.part_of]) in own:
        return row
    return replace(row, part_of=None)
