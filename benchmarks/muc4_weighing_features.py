"""What is known of a string that may fill one of the five roles: how it stands in the text, in the claims, in earlier keys."""

from __future__ import annotations

import bisect
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crossread.extract.passages import iter_sentence_starts
from crossread.records import Claim, Document
from muc4_fillers import Filler
from muc4_filter import chance as filter_chance
from muc4_filter import features as filter_features
from muc4_filter import is_likely
from muc4_templates import group_claims

FAR = 2000  # characters: as good as nowhere near
NEVER = -3.0  # the log odds of words that no key has
Token = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A string in the form in which the five roles are compared, its places in the text, and the network's word for it."""

    slot: int
    words: str
    places: tuple[tuple[int, int], ...]
    written: bool
    score: float


@dataclass(frozen=True, slots=True)
class Told:
    """A place where a claim, kept or left out, has an actor, a harm or a means."""

    start: int
    end: int
    role: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What all candidates of a document share."""

    text: str
    starts: tuple[int, ...]
    near: tuple[int, ...]
    any: tuple[int, ...]
    kept: frozenset[str]
    shared: Mapping[str, float]

    @classmethod
    def of(cls, document: Document, claims: Sequence[Claim], fillers: Sequence[Filler]) -> Setting:
        """The setting of a document: which of its claims are kept, and how sure the filter of relevance is of it."""
        groups = group_claims(document, claims)
        kept = [c for g in groups if is_likely(document, g, len(groups), fillers) for c in g]
        odds = [filter_chance(filter_features(document, g, len(groups), fillers)) for g in groups]
        shared = {"always": 1.0, "kept": float(bool(kept)), "groups": min(3, len(groups)), "claims": min(4, len(claims)) / 4}
        return cls(
            text=document.text.upper(),
            starts=tuple(iter_sentence_starts(document.text)),
            near=_acts(kept),
            any=_acts(claims),
            kept=frozenset(c.id for c in kept),
            shared=shared | {"chance": max(odds, default=0.0)},
        )

    def sentence(self, at: int) -> int:
        """The number of the sentence in which a character stands."""
        return bisect.bisect_right(self.starts, at)


def plain(text: str) -> str:
    """Lower case without punctuation and articles."""
    return " ".join(w for w in re.sub(r"[^\w\s]|_", "", text.lower()).split() if w not in ("a", "an", "the"))


def tokens(text: str) -> list[Token]:
    """The words of a text in that form with start and end."""
    found = [(plain(m[0]), m.start(), m.end()) for m in re.finditer(r"[\w'’.-]*\w", text)]
    return [token for token in found if token[0]]


def find_words(words: str, known: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Start and end of each place of some words."""
    wanted = words.split()
    size = len(wanted)
    return tuple(
        (known[at][1], known[at + size - 1][2])
        for at in range(len(known) - size + 1)
        if known[at][0] == wanted[0] and [t[0] for t in known[at : at + size]] == wanted
    )


def describe(
    candidate: Candidate, others: Sequence[Candidate], setting: Setting, told: Sequence[Told], known: Mapping[str, Any]
) -> dict[str, float]:
    """Name -> value; a name that is missing is 0."""
    words = set(candidate.words.split())
    sets = [(set(o.words.split()), o.written) for o in others if o.words != candidate.words]
    told_of = {
        f"{'kept' if t.kept else 'left out'} {t.role}": 1.0
        for t in told
        if any(start < t.end and t.start < end for start, end in candidate.places)
    }
    return {
        **setting.shared,
        "written": float(candidate.written),
        "read": candidate.score,
        "read, logarithm": math.log(max(0.003, candidate.score)) + 5.8,
        "words": min(5, len(words)),
        "part of another": float(any(words < other for other, _ in sets)),
        "holds another": float(any(words > other for other, _ in sets)),
        "beside one written": float(any(written and words & other for other, written in sets)),
        "any written": float(any(o.written for o in others)),
        **_places(candidate, setting),
        **_known(candidate, known),
        **told_of,
    }


def _places(candidate: Candidate, setting: Setting) -> dict[str, float]:
    places, text = candidate.places, setting.text
    told, met = ({setting.sentence(at) for at in acts} for acts in (setting.near, setting.any))
    away = min((abs(start - at) for start, _ in places for at in setting.near), default=FAR)
    before = [text[max(0, start - 40) : start].split()[-1:] for start, _ in places]
    after = [re.findall(r"\w+", text[end : end + 30])[:1] for _, end in places]
    return {
        "places": math.log1p(len(places)),
        "in a sentence kept": float(any(setting.sentence(start) in told for start, _ in places)),
        "in a sentence of a claim": float(any(setting.sentence(start) in met for start, _ in places)),
        "near": 1 / (1 + away / 60),
        "first place": min((start for start, _ in places), default=len(text)) / max(1, len(text)),
        "after by": float(["BY"] in before),
        "before a verb": float(any(w[0].endswith("ED") or w[0] in ("WHO", "WERE", "HAVE", "HAD") for w in after if w)),
    }


def _known(candidate: Candidate, known: Mapping[str, Any]) -> dict[str, float]:
    """What earlier keys have of the words: their log odds, and how often a fill ends with the last of them."""
    slot = str(candidate.slot)
    if slot not in known["words"]:
        return {}
    odds = known["words"][slot].get(candidate.words)
    head = known["heads"][slot].get(candidate.words.split()[-1], 0)
    return {"odds": NEVER if odds is None else odds, "known": float(odds is not None), "head": math.log1p(head)}


def _acts(claims: Sequence[Claim]) -> tuple[int, ...]:
    return tuple(e.span.start for c in claims for e in (c.trigger, *c.retellings))
