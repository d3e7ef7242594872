"""The heads' scores -> the chance that what they stand for is right, by a fitted line in logits for each kind of score.

The heads are sure of the wrong things: a link at 0.9 is right less often than that, because its claim may be none.
The lines stand in the encoder's thresholds.toml under `calibration`; `training.calibrate` fits them and measures what is left.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from crossread.records import Claim

KINDS = ("claim", "when", "where", "actors", "harm", "means", "speakers")
_EDGE = 1e-4
_FARTHEST = 16.0  # logits from even: beyond, a chance would round to certainty


def calibrate(claim: Claim, lines: Mapping[str, float]) -> Claim:
    """The claim with its own score and those of its slots as chances; nothing else is changed."""
    if not lines:
        return claim
    return replace(
        claim,
        score=to_chance(claim.score, "claim", lines),
        when=claim.when and replace(claim.when, score=to_chance(claim.when.score, "when", lines)),
        where=claim.where and replace(claim.where, score=to_chance(claim.where.score, "where", lines)),
        actors=tuple(replace(row, score=to_chance(row.score, "actors", lines)) for row in claim.actors),
        harm=tuple(replace(row, score=to_chance(row.score, "harm", lines)) for row in claim.harm),
        means=tuple(replace(row, score=to_chance(row.score, "means", lines)) for row in claim.means),
        speakers=tuple(replace(row, score=to_chance(row.score, "speakers", lines)) for row in claim.speakers),
    )


def without_guess(claim: Claim, floors: Mapping[str, float]) -> Claim:
    """The claim without a place that is likelier wrong than right; `where_TYPE` is the floor for claims of a type.

    On 355 reports left out of training, places with a chance under 0.2 are right in 6 of 28 cases, those of agreements (most of
    them releases, told without a place beside the abduction) under 0.5 in 5 of 27.
    """
    floor = floors.get(f"where_{claim.type}", floors.get("where", 0.0))
    guessed = claim.where is not None and claim.where.score is not None and claim.where.score < floor
    return replace(claim, where=None) if guessed else claim


def without_far_guess(claim: Claim, text: str, floors: Mapping[str, float]) -> Claim:
    """The claim without a day of another paragraph that is likelier wrong than right; `when_apart` is the floor.

    On 355 reports left out of training such days with a chance under 0.4 are right in seven of 34 cases; coders leave most of
    these claims undated. The floor that is best on either half of the reports is the best one on the other, too.
    """
    slot, floor = claim.when, floors.get("when_apart", 0.0)
    if slot is None or slot.score is None or slot.score >= floor or not slot.evidence:
        return claim
    day = slot.evidence[0].span
    tellings = (claim.trigger.span, *(telling.span for telling in claim.retellings))
    apart = all("\n" in text[min(day.end, told.end) : max(day.start, told.start)] for told in tellings)
    return replace(claim, when=None) if apart else claim


def to_chance(score: float | None, kind: str, lines: Mapping[str, float]) -> float | None:
    """A score (0 to 1) on the kind's line; None stays None."""
    if score is None:
        return None
    logit = lines[f"{kind}_slope"] * to_logit(score) + lines[f"{kind}_shift"]
    return 1 / (1 + math.exp(-min(max(logit, -_FARTHEST), _FARTHEST)))


def to_logit(score: float, *, edge: float = _EDGE) -> float:
    """Kept off 0 and 1 by `edge`, where a logit has no end."""
    p = min(max(score, edge), 1 - edge)
    return math.log(p / (1 - p))
