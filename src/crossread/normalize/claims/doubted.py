"""Whom nobody is sure of: "it is not clear whether the shells came from the army or the rebels" accuses both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from crossread import patterns as re
from crossread.records import Actor, Claim, Span

# From the verb on, all of the sentence is in doubt; with "whether" it must leave a choice.
_BY = (
    r"(?:(?:came|come|fired|launched)\s+from|(?:fired|carried\s+out|launched|planted|shot|laid|done|made|killed|caused)\s+by"
    r"|(?:was|were)\s+behind\s+it)"
)
_DOUBT = re.compile(
    rf"\b(?:(?:(?:not|in)\s+(?:(?:yet|immediately|entirely)\s+)?(?:clear|known|certain|sure)|unclear|unknown)\s+(?:whether|if)"
    rf"\b(?=[^.;?!\n]*\bor\b)[^.;?!\n]*?\b{_BY}|(?:may|might|could)\s+have\s+(?:also\s+)?(?:been\s+)?{_BY})\b[^.;?!\n]*",
    re.IGNORECASE,
)
_DOING = ("perpetrator", "side_a", "side_b")


def with_doubted(text: str, claim: Claim) -> Claim:
    """The claim with those as accused who are named only as who may have done it.

    Of the coded sentences of this kind none has a perpetrator or side in it, and one has an accused.
    """
    if claim.score is None or not any(actor.role in _DOING for actor in claim.actors):
        return claim
    doubts = _doubts(text)

    def of(actor: Actor) -> Actor:
        doing = actor.role in _DOING and actor.score is not None and bool(actor.evidence)
        return replace(actor, role="accused") if doing and all(_within(e.span, doubts) for e in actor.evidence) else actor

    actors = tuple(of(actor) for actor in claim.actors) if doubts else claim.actors
    return claim if actors == claim.actors else replace(claim, actors=actors)


@lru_cache(maxsize=4)
def _doubts(text: str) -> tuple[tuple[int, int], ...]:
    """Where the text names whom it is not sure of; asked by every claim of it."""
    return tuple(match.span() for match in _DOUBT.finditer(text))


def _within(span: Span, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span.start and span.end <= end for start, end in stretches)
