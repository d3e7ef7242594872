"""Whose the machine is that struck: "Saudi aircraft hit the town" tells the doer by the means.

In hand-coded reports all ten claims whose means begin with a nationality and that name no other doer have it for the doer.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread import patterns as re
from crossread.codebook.actor_registry import ActorRegistry
from crossread.codebook.mention_words import MentionWords
from crossread.normalize.actors.shared import nation_of
from crossread.records import Actor, Claim, Document

MACHINES = ("aircraft", "artillery")  # whose they are is who uses them; "Iranian drones" tells who made them
DOERS = ("perpetrator", "accused", "claimant", "side_a", "side_b")
_FIRST = re.compile(r"(?:(?:the|an?|two|three|four|several|suspected)\s+)?([A-Z][\w.’'-]*)\s+[a-z]")


def with_owner_of_means(document: Document, claim: Claim, actors: Sequence[Actor], country: str | None) -> list[Actor]:
    """The actors, and where none of them did it, the nation whose machine did, foreign outside its own `country`.

    What people and data sets say stays as it is.
    """
    if any(actor.role in DOERS for actor in actors):
        return list(actors)
    registry, words = ActorRegistry.load(), MentionWords.load()
    for means in claim.means:
        found = _FIRST.match(means.raw)
        if means.score is None or means.kind not in MACHINES or not means.evidence or found is None:
            continue
        nation = nation_of(found[1], registry, words)
        if nation is None or means.evidence[0].quote != means.raw:
            continue
        start = means.evidence[0].span.start + found.start(1)
        evidence = document.quote(start, start + len(found[1]))
        kind = "state_forces" if country in (None, nation) else "foreign_forces"
        doer = Actor(role="perpetrator", raw=evidence.quote, name=None, type=kind, evidence=(evidence,), score=means.score)
        return sorted((*actors, doer), key=lambda actor: actor.evidence[0].span.start if actor.evidence else -1)
    return list(actors)
