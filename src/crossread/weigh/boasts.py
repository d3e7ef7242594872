"""A party to a fight that tells it itself: its own dead are a count like any other, its enemy's its word and nobody else's.

Row by row, and alike for an army and for an armed group.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread import patterns as re
from crossread.codebook.actor_registry import ActorRegistry, choose_entry
from crossread.records import Claim, Harm
from crossread.records.roles import UNDISPUTED_DOERS

_STATES = ("state_forces", "foreign_forces", "police")
_GROUPS = ("rebel_group", "political_militia", "communal_militia", "unidentified_armed_group")
# Names under which states' forces publish that no registry lists; police count suspects, and are left out.
_MILITARY = re.compile(
    r"\b(?:army|armed forces|military|ministry of (?:national )?defen[cs]e|defen[cs]e ministry|general staff|air force|navy"
    r"|defen[cs]e forces?|inter-services public relations|ISPR)\b",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"(?:^|\b(?:of|from|by)\s+)(?:the|our|its)\s+(?:national\s+)?(?:air\s+force|army|navy|military|armed\s+forces|defen[cs]e\s+forces?)"
    r"(?=$|['’]s\b|\s+(?:aircraft|jets?|helicopters?|drones?|aviation|artillery|troops|units?|planes?)\b)"
    r"|^our\b",
    re.IGNORECASE,
)
_ENEMY = re.compile(
    r"\b(?:enem(?:y|ies)|mercenar(?:y|ies)|invaders?|occupiers?|infidels?|apostates?|crusaders?)\b", re.IGNORECASE
)
_OURS = re.compile(r"\b(?:our|we|(?-i:us)|friendly)\b", re.IGNORECASE)  # not "US"
_OUR_MEN = re.compile(
    r"\bour\s+(?:[\w-]+\s+)?(?P<kind>brothers?|mujahid(?:ee|i)n|comrades?|lions|fighters?|martyrs?"
    r"|(?P<state>soldiers?|troop(?:er)?s?|airmen|marines?|servicemen|jawans?|personnel))\b",
    re.IGNORECASE,
)
_THEIR_OWN = re.compile(r"\b(?:its|their)\s+(?:own\s+)?\w+|\bown\s+\w+", re.IGNORECASE)
_STATEMENT = re.compile(r"\s+(?:statement|communiqu[eé]|spokes(?:man|woman|person))$", re.IGNORECASE)
# Whose soldiers they are ("Ethiopian soldiers"); a word that only opens a sentence tells nothing.
_NAME = re.compile(
    r"\b(?!(?:An?|At|The|About|Some|Several|Our|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Twenty|Dozens"
    r"|Soldiers?|Troops|Police)\b)[A-Z][a-z]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Losses:
    """What a party tells of its enemy's losses, and the rows beside them, `counts_own` where its own men are among these.

    `party` is None where only "our" tells that one speaks.
    """

    party: str | None
    enemy: list[Harm]
    others: list[Harm]
    counts_own: bool


def split_losses(claim: Claim, source: str | None, rows: Sequence[Harm]) -> Losses | None:
    """The rows of a party's own account of a fight, its enemy's apart; None where no party speaks or no row is its enemy's.

    A party speaks where it published the report, or where somebody says "our troopers" or "our brothers" of the harmed.
    """
    party = _publisher(source) or _speaker_for_us(claim, source)
    if party is None:
        return None
    enemy = [row for row in rows if _is_enemy(claim, row, party.enemies)]
    others = [row for row in rows if row not in enemy]
    own = _STATES if party.enemies == _GROUPS else _GROUPS
    counts_own = any(row.group_type in own or _OURS.search(f"{row.raw} {row.group or ''}") for row in others)
    return Losses(party=party.name, enemy=enemy, others=others, counts_own=counts_own) if enemy else None


def are_own_men(claim: Claim, source: str | None, row: Harm) -> bool:
    """True where the row counts the teller's own men: "one of its soldiers was killed", "we lost two fighters".

    The teller published the report or is the one party that claims there what it did. An army's are its soldiers and police
    where it tells of an enemy of another kind, and no other name stands with them; a group's only those called its own, as
    one armed group also fights another.
    """
    party = _publisher(source) or _claiming_party(claim)
    if party is None or row.effect == "detained" or _is_enemy(claim, row, party.enemies):
        return False
    words = f"{row.raw} {row.group or ''}"
    if party.enemies != _GROUPS:
        return row.group_type in _GROUPS and (_OURS.search(words) or _THEIR_OWN.search(words)) is not None
    against = any(actor.type in party.enemies for actor in claim.actors if actor.role != "claimant")
    return row.group_type in _STATES and against and not _NAME.search(words)


def _claiming_party(claim: Claim) -> _Party | None:
    """The party whose own word the claim is: the only one of those who claim something in it."""
    if claim.stance not in ("claimed", "attributed"):
        return None
    roles = {speaker.role for speaker in claim.speakers}
    names = {speaker.name or speaker.raw for speaker in claim.speakers}
    if roles != {"claims"} or len(names) != 1:
        return None
    told = names.pop()
    known = _publisher(_STATEMENT.sub("", told))
    kinds = {actor.type for actor in claim.actors if actor.role in UNDISPUTED_DOERS and told in (actor.raw, actor.name)}
    return known or (_Party(name=told, enemies=_STATES) if kinds & {"rebel_group", "political_militia"} else None)


def counts_its_enemy(speaker: str, rows: Sequence[Harm]) -> bool:
    """True for a party that is quoted on its enemy's dead alone: "the army said it had killed 15 guerrillas"."""
    party = _publisher(speaker)
    return party is not None and bool(rows) and all(row.group_type in party.enemies for row in rows)


def tells_enemy_losses(claim: Claim, rows: Sequence[Harm]) -> str | None:
    """The party whose own word alone the claim is, where all of the rows are its enemy's: "the IDF said three terrorists"."""
    party = _claiming_party(claim)
    return party.name if party is not None and rows and all(_is_enemy(claim, row, party.enemies) for row in rows) else None


def tells_own_act(claim: Claim, source: str | None) -> str | None:
    """The armed force of a state that published the report and lays the act on a service of its own; None where it does not.

    "Aircraft of the Air Force struck a gathering" is an admission in a communiqué of the general staff, and in nobody else's;
    soldiers of whom it is not told whose they are, or who have another name, are not its own.
    """
    party = _publisher(source)
    if party is None or party.enemies != _GROUPS or not _is_own_word(claim):
        return None
    doers = [actor for actor in claim.actors if actor.role == "perpetrator"]
    own = all(
        actor.type == "state_forces" and actor.name in (None, party.name) and _SERVICE.search(actor.raw) for actor in doers
    )
    return party.name if doers and own else None


def _is_own_word(claim: Claim) -> bool:
    """True where the statement tells it itself, or by those who speak for the doer."""
    roles = {speaker.role for speaker in claim.speakers}
    return claim.stance in ("asserted", "claimed") or (
        claim.stance == "attributed" and "claims" in roles <= {"claims", "reports"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Party:
    name: str | None
    enemies: Sequence[str]


def armed_party(source: str | None) -> str | None:
    """The army or armed group that a source or speaker is, by its name; None for missions, police and everybody else."""
    party = _publisher(source)
    entry = choose_entry(ActorRegistry.load().publishers(source)) if source else None
    return None if party is None or (entry is not None and entry.mission) else party.name


def is_army(name: str) -> bool:
    """True for words by which a state's forces are called."""
    return _MILITARY.search(name) is not None


def _publisher(source: str | None) -> _Party | None:
    """The party that published the report."""
    if not source:
        return None
    entry = choose_entry(ActorRegistry.load().publishers(source))
    kind = entry.type if entry is not None else "state_forces" if _MILITARY.search(source) else None
    if kind not in (*_STATES, "rebel_group", "political_militia") or kind == "police":
        return None
    return _Party(name=entry.name if entry is not None else source, enemies=_GROUPS if kind in _STATES else _STATES)


def _speaker_for_us(claim: Claim, source: str | None) -> _Party | None:
    """The party whose men are counted as "ours": the only speaker, or who published a report that states no source."""
    ours = next((found for row in claim.harm if (found := _OUR_MEN.search(f"{row.raw} {row.group or ''}"))), None)
    if ours is None:
        return None
    speakers = {speaker.name or speaker.raw for speaker in claim.speakers}
    if len(speakers) != 1 and source:
        return None
    name = next(iter(speakers)) if len(speakers) == 1 else None
    return _Party(name=name, enemies=_GROUPS if ours["state"] else _STATES)


def _is_enemy(claim: Claim, row: Harm, enemies: Sequence[str]) -> bool:
    words = f"{row.raw} {row.group or ''}"
    if row.group is None or _OURS.search(words):
        return False
    if row.group_type in enemies or _ENEMY.search(words):
        return True
    # "Up to 40 servicemen of the enemy": the words that tell whose they are stand with the victims.
    hurt = [actor.raw for actor in claim.actors if actor.role == "victim" and actor.type == row.group_type]
    return bool(hurt) and all(_ENEMY.search(raw) for raw in hurt)
