"""The learned filter of relevance: how likely a claim is an incident of the MUC-4 database, from named features.

A logistic regression whose weights stand, readable, in `muc4_filter.toml`; `muc4_learn.py` learns them on the development keys.
Its features are what the claim says and which rule
of `muc4_relevance` would leave it out. Claims of a type the task does not know are never asked about. It is used only with
`--relevance learned`: on TST1 and TST2 the rules alone are better so far (docs/muc4.md).
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from crossread.records import Claim, Document
from muc4_relevance import find_reason

WEIGHTS = Path(__file__).with_suffix(".toml")
NEVER = ("no_type", "unforced_stoppage", "elsewhere")


def is_relevant(document: Document, claim: Claim) -> bool:
    """Whether the learned filter takes a claim into the database."""
    reason = find_reason(document, claim)
    return reason not in NEVER and chance(features(document, claim, reason)) >= load_filter()["floor"]["chance"]


def chance(told: Mapping[str, float]) -> float:
    """The filter's probability (0..1)."""
    weights = load_filter()["weights"]
    total = sum(weights.get(name, 0.0) * value for name, value in told.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def load_filter() -> Mapping[str, Mapping[str, float]]:
    """Weights and floor."""
    return tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))


def features(document: Document, claim: Claim, reason: str | None) -> dict[str, float]:
    """Name -> value, mostly 0 or 1; a name that is missing is 0."""
    told = {"always": 1.0, f"rule {reason}": 1.0, f"type {claim.type}": 1.0, f"scope {claim.scope}": 1.0}
    told |= {f"status {claim.status}": 1.0, f"stance {claim.stance}": 1.0, "score": claim.score or 0.0}
    told |= {
        "dated": float(claim.when is not None),
        "placed": float(claim.where is not None),
        "retold": float(bool(claim.retellings)),
    }
    told |= {"armed": float(bool(claim.means)), "harms": float(bool(claim.harm))}
    for actor in claim.actors:
        told[f"{actor.role} {actor.type}"] = 1.0
    at = claim.trigger.span.start
    told["early"] = float(at < 0.25 * len(document.text))
    return told
