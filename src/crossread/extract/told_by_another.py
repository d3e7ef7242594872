"""The dead and hurt of a claim whose fullest telling tells none: "shot dead 15" in the lead, "fired live rounds" below it.

What a retelling links to counts in part, as it may be of another act. Where the fullest telling has no harm at all and a
retelling, as sure of itself and of the same type, has its own, it is the claim's.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread.extract.retelling import Link, Telling

TOLD = 0.8  # a retelling this sure tells an act
OWN = 0.95  # a number this surely linked is the act's
NONE = 0.3  # a link below this is none
SCORE = 0.6  # what such a link is worth


def told_by_another(tellings: Sequence[Telling], judged: Sequence[Link], limit: float) -> tuple[Link, ...]:
    """The links to harm that the retellings add; none where the claim has some, or is or may be a total."""
    lead = tellings[0]
    if any(name == "harm" and p >= limit for name, _, p in judged) or any(
        name == "harm" and p >= NONE for name, _, p in lead.links
    ):
        return ()
    if not lead.types_sure or not lead.is_sure("incident"):
        return ()
    found = {
        (mention.start, mention.end): (name, mention, SCORE)
        for telling in tellings[1:]
        if telling.trigger.score >= TOLD and telling.types_sure == lead.types_sure and telling.is_sure("incident")
        for name, mention, p in telling.links
        if name == "harm" and p >= OWN
    }
    return tuple(found.values())
