"""The enemy of a state's own statement is not its own forces: "an enemy drone struck a house" in an army's bulletin.

Of ten hand-coded doers called "the enemy" in the statements and reports of a state's own forces none is `state_forces`: four
are foreign forces, the others rebels.
"""

from __future__ import annotations

from dataclasses import replace

from crossread import patterns as re
from crossread.codebook.mention_words import MentionWords
from crossread.codebook.name_folding import fold_name
from crossread.normalize.actors.publisher import publisher_of
from crossread.records import Actor, Claim, Document

_ENEMY = re.compile(r"(?:(?:an?|the|two|several|some|another)\s+)?(?:enemy|enemies|adversary)\b(?!\s+of\b)", re.IGNORECASE)
_FORCES = re.compile(
    r"\b(?:general\s+staff|armed\s+forces|(?:ministry|department)\s+of\s+(?:national\s+)?defen[cs]e|defen[cs]e\s+(?:ministry|forces)"
    r"|air\s+force|navy|army|military\s+(?:command|administration)|border\s+guard|national\s+guard)\b",
    re.IGNORECASE,
)
_REBEL = re.compile(r"\b(?:liberation|people['’]s|revolutionary|resistance|rebel|free|national\s+army\s+of)\b", re.IGNORECASE)
_DOING = ("perpetrator", "accused", "side_a", "side_b")


def settle_enemy_doers(document: Document, claim: Claim) -> Claim:
    """The claim with the enemy of a state's statement as foreign forces, where the act was in that state or no one knows where.

    What the registry names, and what people and data sets say (no score), stays.
    """
    if claim.score is None or not any(_is_enemy(row) for row in claim.actors) or not _is_a_states(document):
        return claim
    own = _nations(document.source or "")
    place = claim.where.value.country if claim.where and claim.where.value else None
    if own and place is not None and place not in own:
        return claim
    actors = tuple(replace(row, type="foreign_forces") if _is_enemy(row) else row for row in claim.actors)
    return replace(claim, actors=actors)


def _is_enemy(row: Actor) -> bool:
    told = row.role in _DOING and row.type == "state_forces" and row.score is not None and not row.registry_id
    return told and _ENEMY.match(row.raw) is not None


def _is_a_states(document: Document) -> bool:
    entry = publisher_of(document)
    if entry is not None:
        return entry.type == "state_forces"
    source = document.source or ""
    return _FORCES.search(source) is not None and not _REBEL.search(source)


def _nations(source: str) -> set[str]:
    nations = MentionWords.load().nations
    return {nations[fold_name(word)][0] for word in re.findall(r"[A-Z][\w’'-]+", source) if fold_name(word) in nations}
