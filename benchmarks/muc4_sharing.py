"""The fillers of a text put together to entities, and each entity given to the template whose claims it stands nearest to."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from crossread.records import Claim
from muc4_fillers import Filler

NAMES = (10, 18)


@dataclass(frozen=True, slots=True)
class Entity:
    """Mentions of one person, group, thing or weapon in one slot; `best` is the one that is written."""

    best: Filler
    mentions: tuple[Filler, ...]

    @property
    def score(self) -> float:
        """The network's word for its surest mention."""
        return max(mention.score for mention in self.mentions)


@cache
def load_floors(use: str = "floors") -> Mapping[int, float]:
    """Slot -> the score from which an entity is written (`muc4_fillers.toml`); `use` names another of its tables."""
    stored = tomllib.loads(Path(__file__).with_name("muc4_fillers.toml").read_text(encoding="utf-8"))
    return {int(slot): float(floor) for slot, floor in stored[use].items()}


def load_encoder_name() -> str:
    """The encoder whose states the network was learned on: with another one it knows nothing, and is left out."""
    stored = tomllib.loads(Path(__file__).with_name("muc4_fillers.toml").read_text(encoding="utf-8"))
    return str(stored["encoder"])


def gather(fillers: Sequence[Filler], text: str) -> list[Entity]:
    """Entities whose score reaches their slot's lowest floor, in the order of the text.

    Mentions are one entity where the words of one all stand in the other, or where one is the other's abbreviation.
    """
    out: list[Entity] = []
    for slot in sorted({f.slot for f in fillers}):
        groups: list[list[Filler]] = []
        for filler in sorted((f for f in fillers if f.slot == slot), key=lambda f: -len(f.text)):
            home = next((g for g in groups if any(_same(filler, other, text) for other in g)), None)
            if home is None:
                groups.append([filler])
            else:
                home.append(filler)
        out.extend(Entity(_best(g), tuple(g)) for g in groups)
    return sorted((e for e in out if reaches(e, "floors") or reaches(e, "beside")), key=lambda e: e.best.start)


def reaches(entity: Entity, use: str) -> bool:
    """Whether an entity is sure enough for a use: `floors` where the claims have no string, `beside` where they have."""
    return entity.score >= load_floors(use)[entity.best.slot]


def share(entities: Sequence[Entity], groups: Sequence[Sequence[Claim]]) -> list[list[Entity]]:
    """The entities of each template: an entity goes to the group of claims that one of its mentions is nearest to."""
    shared: list[list[Entity]] = [[] for _ in groups]
    if groups:
        spans = [_spans(group) for group in groups]
        for entity in entities:
            near = [min(_distance(m, s) for m in entity.mentions if m.score >= 0.5 * entity.score) for s in spans]
            for number, distance in enumerate(near):
                if distance == min(near):
                    shared[number].append(entity)
                    if distance:
                        break
    return shared


def _best(mentions: Sequence[Filler]) -> Filler:
    """The surest mention; of names the longest that is nearly as sure."""
    top = max(m.score for m in mentions)
    if mentions[0].slot in NAMES:
        return max((m for m in mentions if m.score >= 0.5 * top), key=lambda m: (len(m.text), m.score))
    return max(mentions, key=lambda m: (m.score, -m.start))


def _same(one: Filler, other: Filler, text: str) -> bool:
    mine, theirs = set(one.text.split()), set(other.text.split())
    if mine <= theirs or theirs <= mine:
        return True
    short, full = sorted((one.text, other.text), key=len)
    letters = re.sub(r"[^A-Z]", "", short)
    initials = "".join(w[0] for w in full.split() if w not in ("OF", "THE", "AND", "FOR", "DE", "LA"))
    beside = re.search(rf"{re.escape(full)}\W{{1,4}}{re.escape(short)}(?!\w)", text)
    return " " not in short and (letters == initials or (beside is not None and one.slot == 10))


def _spans(group: Sequence[Claim]) -> list[tuple[int, int]]:
    found = [e.span for c in group for e in (c.trigger, *c.retellings)]
    found += [e.span for c in group for row in (*c.actors, *c.harm, *c.means) for e in row.evidence]
    return [(s.start, s.end) for s in found]


def _distance(mention: Filler, spans: Sequence[tuple[int, int]]) -> int:
    return min(max(0, start - mention.end, mention.start - end) for start, end in spans)
