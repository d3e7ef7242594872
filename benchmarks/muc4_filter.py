"""The learned filter of relevance: how likely a group of claims is a template of the MUC-4 database, from named features.

A logistic regression whose weights stand, readable, in `muc4_filter.toml`; `muc4_learn.py` learns them on the development keys.
It is asked after the rules of `muc4_relevance`, of what they keep: a quarter of that is in no key. Its surest features are what
the network reads in the claims' words (`muc4_fillers.py`), which was itself learned to see strings of relevant incidents only.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from crossread.records import Claim, Document
from muc4_fillers import ROLES, Filler

WEIGHTS = Path(__file__).with_suffix(".toml")


def is_likely(document: Document, group: Sequence[Claim], groups: int, fillers: Sequence[Filler]) -> bool:
    """Whether the filter takes a group of claims, one of `groups` of its document, for a template."""
    return chance(features(document, group, groups, fillers)) >= load_filter()["floor"]["chance"]


def chance(told: Mapping[str, float]) -> float:
    """The filter's probability (0..1)."""
    weights = load_filter()["weights"]
    total = sum(weights.get(name, 0.0) * value for name, value in told.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def load_filter() -> Mapping[str, Mapping[str, float]]:
    """Weights and floor."""
    return tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))


def features(document: Document, group: Sequence[Claim], groups: int, fillers: Sequence[Filler]) -> dict[str, float]:
    """Name -> value, mostly 0 to 1; a name that is missing is 0."""
    first = group[0]
    told = {"always": 1.0, f"type {first.type}": 1.0, f"status {first.status}": 1.0, f"stance {first.stance}": 1.0}
    told |= {"score": max(c.score or 0.0 for c in group), "claims": min(3, len(group)), "templates": min(6, groups)}
    told |= {
        "retellings": min(3, sum(len(c.retellings) for c in group)),
        "place": first.trigger.span.start / len(document.text),
        "background": float(all(c.scope == "background" for c in group)),
        "dated": float(any(c.when for c in group)),
        "placed": float(any(c.where for c in group)),
        "harms": float(any(c.harm for c in group)),
        "armed": float(any(c.means for c in group)),
        "age": _age(document, first),
    }
    told |= {f"{actor.role} {actor.type}": 1.0 for claim in group for actor in claim.actors}
    return told | _read(group, fillers)


def _read(group: Sequence[Claim], fillers: Sequence[Filler]) -> dict[str, float]:
    """The network's surest word for each slot within the claims' own words, and for anything in the text."""
    rows = [row for c in group for row in (*c.actors, *c.harm, *c.means)]
    spans = [e.span for c in group for e in (c.trigger, *c.retellings)] + [e.span for row in rows for e in row.evidence]
    inside = [f for f in fillers if any(s.start < f.end and f.start < s.end for s in spans)]
    best = {f"reads {slot}": max((f.score for f in inside if f.slot == slot), default=0.0) for slot in ROLES}
    told = {"reads most": max(best.values()), "reads in all": sum(best.values())}
    return best | told | {"reads in the text": max((f.score for f in fillers), default=0.0)}


def _age(document: Document, claim: Claim) -> float:
    """How long before the report it happened, as a logarithm of days that ends at two months."""
    window = claim.when.value if claim.when else None
    if window is None or window.latest is None or document.published is None:
        return 0.0
    return min(4.0, math.log1p(max(0, (document.published - window.latest).days)))
