"""Learn `muc4_filter.toml`: which groups of claims the development keys take for templates of their database."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from training.convert.muc4_keys import Template
from training.convert.muc4_spans import find_string

from crossread.records import Claim, Document
from muc4_fillers import Filler
from muc4_filter import WEIGHTS, features
from muc4_templates import group_claims, incident_type

OWN, DOERS = (12, 18, 19, 6), (9, 10)
NEAR = 150  # characters from a trigger: about a sentence
FEWEST = 15  # groups that a feature must occur in
RIDGE, ROUNDS = 3.0, 30
FLOOR = 0.28  # half the F of all templates: one less likely right than that costs more than it brings
Asked = tuple[Document, Sequence[Claim], Sequence[Template], Sequence[Filler]]


def learn_filter(asked: Iterable[Asked]) -> str:
    """The TOML text of the weights, and how well they tell the groups they were learned on."""
    told: list[dict[str, float]] = []
    right: list[float] = []
    for document, claims, templates, fillers in asked:
        sure = [t for t in templates if not t.optional]
        groups = group_claims(document, claims)
        for group in groups:
            told.append(features(document, group, len(groups), fillers))
            right.append(float(any(tells(document, claim, template) for claim in group for template in sure)))
    often = Counter(name for row in told for name, value in row.items() if value)
    names = sorted(name for name, times in often.items() if times >= FEWEST)
    inputs = np.array([[row.get(name, 0.0) for name in names] for row in told])
    weights = _fit(inputs, np.array(right))
    kept = 1 / (1 + np.exp(-inputs @ weights)) >= FLOOR
    hit = float((kept * np.array(right)).sum())
    found = f"precision {hit / kept.sum():.2f}, recall {hit / sum(right):.2f}"
    print(f"filter: {len(told)} groups, {sum(right):.0f} templates, {found}")
    lines = ["# Weights of the filter of relevance, learned by muc4_learn.py on the development keys."]
    lines += ["[floor] # the chance from which a group of claims is a template", f"chance = {FLOOR}", "[weights]"]
    lines += [f'"{name}" = {weight:.3f}' for name, weight in zip(names, weights, strict=True)]
    return "\n".join(lines) + "\n"


def write_filter(text: str) -> None:
    """Put the weights where the benchmark reads them."""
    WEIGHTS.write_text(text, encoding="utf-8")


def tells(document: Document, claim: Claim, template: Template) -> bool:
    """True if a claim is of a template's type and in its own words, or beside its trigger, stands a string of the template."""
    mine, theirs = incident_type(document, claim), template.value(4) or "ATTACK"
    if mine != theirs and "ATTACK" not in (mine, theirs):
        return False
    slots = OWN if any(template.values(slot) for slot in OWN) else DOERS
    at = claim.trigger.span.start
    spans = [(e.span.start, e.span.end) for row in (*claim.actors, *claim.harm, *claim.means) for e in row.evidence]
    places = [p for slot in slots for values in template.values(slot) for v in values for p in find_string(document.text, v)]
    return any(abs(start - at) < NEAR or any(start < e and s < end for s, e in spans) for start, end in places)


def _fit(inputs: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Ridge logistic regression by Newton's steps."""
    weights = np.zeros(inputs.shape[1])
    for _ in range(ROUNDS):
        odds = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (odds - right) + RIDGE * weights
        bend = (inputs * (odds * (1 - odds))[:, None]).T @ inputs + RIDGE * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights -= step
        if math.sqrt(float(step @ step)) < 1e-4:
            break
    return weights
