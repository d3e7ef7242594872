"""The strings of the five roles weighed once more: written ones that are hardly a key's are left out, likely ones are added.

One logistic regression a role over named features of a string and its places in the text; weights, words and floors stand,
readable, in `muc4_weighing.toml`, learned by `muc4_learn_weighing.py` on the development keys. The full templates keep what
they have: there an added string brings five more fills that nobody has read. Organizations are not weighed: that only lost.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from crossread.records import Claim, Document
from muc4_fillers import Filler
from muc4_output import shorten
from muc4_people import cut
from muc4_templates import Template, choose_groups
from muc4_weighing_features import Candidate, Setting, Told, describe, find_words, plain, tokens

SLOTS = (6, 9, 12, 18)
SIDES = {"perpetrator": "doer", "claimant": "doer", "accused": "doer", "side_a": "side", "side_b": "side"}
SLOT_OF = {"doer": 9, "side": 9, "means": 6}  # all others are targets; victims have names, which only the network reads
WEIGHTS = Path(__file__).with_suffix(".toml")
LONGEST = 7  # words


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with its features."""

    candidate: Candidate
    features: Mapping[str, float]


@cache
def load_weights() -> Mapping[str, Any]:
    """The tables of muc4_weighing.toml."""
    return tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))


def weigh_strings(
    document: Document, claims: Sequence[Claim], fillers: Sequence[Filler], templates: Sequence[Template]
) -> None:
    """Set `weighed`, the strings of the five roles, in templates that are those of the kept claims, one a group.

    A text without a template stays without: a string alone tells no incident. A string that shares a word with one that stays
    is not added, it is most often the same people or thing in other words.
    """
    kept = choose_groups(document, claims, fillers)
    if not fillers or len(kept) != len(templates):
        return
    floors, found = load_weights()["floors"], iter_weighed(document, claims, fillers, templates, load_weights())
    for slot in SLOTS:
        own = sorted(((chance(w.features, slot), w.candidate) for w in found if w.candidate.slot == slot), key=lambda r: -r[0])
        weak = {c.words for odds, c in own if c.written and odds < floors["stay"]}
        taken = [set(c.words.split()) for _, c in own if c.written and c.words not in weak]
        for template in templates:
            written = template.strings(slot)
            template.weighed[slot] = [s for s in written if plain(shorten(slot, s)) not in weak]
        for odds, candidate in own:
            words = set(candidate.words.split())
            if candidate.written or odds < floors["added"] or any(words & other for other in taken):
                continue
            taken.append(words)
            if templates:
                templates[_nearest(candidate, kept)].weighed[slot].append(candidate.words.upper())


def chance(features: Mapping[str, float], slot: int) -> float:
    """How likely a string is a key's."""
    weights = load_weights()["weights"][str(slot)]
    total = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def iter_weighed(
    document: Document,
    claims: Sequence[Claim],
    fillers: Sequence[Filler],
    templates: Sequence[Template],
    known: Mapping[str, Any],
) -> list[Weighed]:
    """The candidates of all slots with their features; `known` has the words of the keys (`words`, `heads`)."""
    setting = Setting.of(document, claims, fillers)
    told = _told(claims, setting.kept)
    out = []
    for slot in SLOTS:
        candidates = _candidates(document, slot, fillers, templates, told)
        out += [Weighed(c, describe(c, candidates, setting, told, known)) for c in candidates]
    return out


def _told(claims: Sequence[Claim], kept: frozenset[str]) -> list[Told]:
    rows = [(c, SIDES.get(a.role, a.role), a.evidence) for c in claims for a in c.actors]
    rows += [(c, "harm", h.evidence) for c in claims for h in c.harm]
    rows += [(c, "means", m.evidence) for c in claims for m in c.means]
    return [Told(e.span.start, e.span.end, role, c.id in kept) for c, role, evidence in rows for e in evidence]


def _candidates(
    document: Document, slot: int, fillers: Sequence[Filler], templates: Sequence[Template], told: Sequence[Told]
) -> list[Candidate]:
    """What the templates have, what the network reads, and, but for names, what the claims tell of the role."""
    written = {plain(shorten(slot, s)) for t in templates for s in t.strings(slot)}
    scores: dict[str, float] = {}
    for filler in (f for f in fillers if f.slot == slot):
        words = plain(shorten(slot, filler.text))
        scores[words] = max(filler.score, scores.get(words, 0.0))
    said = {plain(cut(document.text[t.start : t.end])) for t in told if SLOT_OF.get(t.role, 12) == slot}
    known = tokens(document.text)
    return [
        Candidate(slot, words, find_words(words, known), words in written, scores.get(words, 0.0))
        for words in sorted({*written, *scores, *said})
        if words and len(words.split()) <= LONGEST
    ]


def _nearest(candidate: Candidate, groups: Sequence[Sequence[Claim]]) -> int:
    """The number of the group one of whose words stands nearest to a place of the candidate."""
    away = []
    for group in groups:
        rows = [row for c in group for row in (*c.actors, *c.harm, *c.means)]
        starts = [e.span.start for c in group for e in (c.trigger, *c.retellings)]
        starts += [e.span.start for row in rows for e in row.evidence]
        away.append(min((abs(start - at) for start, _ in candidate.places for at in starts), default=math.inf))
    return away.index(min(away))
