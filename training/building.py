"""Coded reports -> training examples, one a passage.

Rows of other schemes say in `knows` what they can teach (convert/rows.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations, product

import numpy as np
from tokenizers import Tokenizer

from crossread.extract.passages import Passage, split_document
from training import labels
from training.examples import Example, Mention, stem, to_document

EVERYTHING = frozenset((*labels.CATEGORIES, *labels.LINKS, *labels.TRIGGER_CLASSES, *labels.MENTION_CLASSES))  # coded by us
FAMILIES = [
    {
        "air_strike",
        "shelling",
        "bombing",
        "armed_clash",
        "armed_attack",
        "killing",
        "crackdown",
        "riot",
        "sexual_violence",
        "ill_treatment",
        "arson",
        "destruction",
    },
    {"abduction", "detention"},
    {"protest", "riot", "crackdown"},
    {"arson", "destruction", "looting"},
    {"displacement"},
    {"territorial_change", "operation", "weapons_seizure"},
    {"agreement"},
    {"accident"},
]  # types whose words can tell the same claim again: "attack", "killing" and "blast" may all be one bombing


@dataclass
class _Page:
    """One passage while it is marked. `owners[t]` are the claims (numbers in the row) that telling t tells."""

    passage: Passage
    tags: np.ndarray
    knows: frozenset[str]
    told: list[Mention] = field(default_factory=list)
    owners: list[set[int]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    mention_at: dict[tuple[int, int, str], int] = field(default_factory=dict)
    told_at: dict[tuple[int, int], int] = field(default_factory=dict)
    links: dict[tuple[int, int], set[int]] = field(default_factory=lambda: defaultdict(set))

    def tell(self, claim: dict, number: int, span: dict) -> int | None:
        """The telling at a span, made when it is new; None outside the passage. Its classes are those of its first claim."""
        at = _tokens(self.passage, span["start"], span["end"])
        if at is None:
            return None
        if at not in self.told_at:
            self.told_at[at] = len(self.told)
            classes = {k: v.index(claim[k]) for k, v in _TRIGGER.items() if k in self.knows}
            self.told.append(Mention(*at, "trigger", classes))
            self.owners.append(set())
        self.owners[self.told_at[at]].add(number)
        return self.told_at[at]

    def mention(self, span: dict, category: str, **classes: int) -> int | None:
        """The mention at a span, made and tagged when it is new; None outside the passage."""
        at = _tokens(self.passage, span["start"], span["end"])
        if at is None:
            return None
        key = (*at, category)
        if key not in self.mention_at:
            self.mention_at[key] = len(self.mentions)
            self.mentions.append(Mention(*at, category))
            _mark(self.tags, category, at)
        self.mentions[self.mention_at[key]].classes.update({k: c for k, c in classes.items() if k in self.knows})
        return self.mention_at[key]


class Builder:
    """Makes examples; holds tokenizer and lexicon."""

    def __init__(self, tokenizer: Tokenizer, lexicon: dict[str, set[str]], *, retelling_weight: float = 0.15) -> None:
        self.tokenizer = tokenizer
        self.lexicon = lexicon
        self.retelling_weight = retelling_weight

    def build(self, row: dict, *, weight: float = 1.0) -> list[Example]:
        """All examples of one coded document, one a passage."""
        document = to_document(row)
        return [self._example(row, passage, document.text, weight) for passage in split_document(document, self.tokenizer)]

    def _example(self, row: dict, passage: Passage, text: str, weight: float) -> Example:
        knows = frozenset(row["knows"]) if "knows" in row else EVERYTHING
        page = _Page(passage, np.zeros((len(labels.CATEGORIES), len(passage)), dtype=np.int64), knows)
        for number, claim in enumerate(row["claims"]):
            t = page.tell(claim, number, claim["trigger"])
            if t is not None:
                _mark(page.tags, "trigger", (page.told[t].first, page.told[t].last))
        leads = len(page.told)
        for number, claim in enumerate(row["claims"]):
            for span in claim.get("retellings") or []:
                page.tell(claim, number, span)
        self._link(page, row["claims"])
        for w in row.get("wording") or []:
            page.mention(w, "wording", wording=labels.WORDINGS.index(w["kind"]))
        pairs = combinations(range(len(page.told)), 2) if "same" in knows else ()
        same = [(a, b, int(bool(page.owners[a] & page.owners[b]))) for a, b in pairs]
        tag_weight, guessed = self._weigh(page, row, text, leads)
        same += [(owner, len(page.told) + i, 1) for i, (owner, _) in enumerate(guessed)]
        told = [*page.told, *(m for _, m in guessed)]
        return Example(
            passage,
            page.tags,
            tag_weight,
            told,
            leads,
            len(page.told),
            page.mentions,
            dict(page.links),
            same,
            _open(page),
            weight,
        )

    def _weigh(self, page: _Page, row: dict, text: str, leads: int) -> tuple[np.ndarray, list[tuple[int, Mention]]]:
        """The weight of every tag, and guessed tellings.

        Of what a set of another scheme did not mark, nothing is learnt, and never what a claim is: that is the codebook's.
        """
        known = np.array([c in page.knows for c in labels.CATEGORIES])
        weight = np.where(known[:, None] | (page.tags > 0), 1.0, 0.0).astype(np.float32)
        if page.knows != EVERYTHING:
            weight[labels.CATEGORIES.index("trigger")] *= "trigger" in page.knows
            return weight, []
        weight[labels.CATEGORIES.index("trigger")], guessed = self._guess(page, row, text, leads)
        return weight, guessed

    def _link(self, page: _Page, claims: list[dict]) -> None:
        """Tie every fill of a claim to all tellings of it that the passage holds."""
        for number, claim in enumerate(claims):
            tellings = [t for t, owners in enumerate(page.owners) if number in owners]
            for spans, category, classes, link in _fills(claim):
                found = (page.mention(span, category, **classes) for span in spans)
                for m in (m for m in found if m is not None):
                    for t in tellings:
                        page.links[t, m].add(labels.LINKS.index(link))

    def _guess(self, page: _Page, row: dict, text: str, leads: int) -> tuple[np.ndarray, list[tuple[int, Mention]]]:
        """Unmarked words that could tell a claim again: their tag weighs little.

        Where no coder marked retellings and only one claim of the document fits, the word is taken for a retelling of it.
        """
        weight = np.ones(len(page.passage), dtype=np.float32)
        coded = any(c.get("retellings") is not None for c in row["claims"])
        types = {c["type"] for c in row["claims"]}
        trigger = page.tags[labels.CATEGORIES.index("trigger")]
        guessed: list[tuple[int, Mention]] = []
        for match in re.finditer(r"[^\W\d_]{3,}", text):
            known = self.lexicon.get(stem(match.group()))
            at = _tokens(page.passage, match.start(), match.end()) if known else None
            if known is None or at is None or trigger[at[0] : at[1] + 1].any():
                continue
            fits = {t for t in types if any(t in f and known & f for f in FAMILIES) or t in known}
            if not fits:
                continue
            weight[at[0] : at[1] + 1] = self.retelling_weight
            owners = [i for i, t in enumerate(page.told[:leads]) if labels.TYPES[t.classes["type"]] in fits]
            if not coded and len(owners) == 1 and sum(c["type"] in fits for c in row["claims"]) == 1:
                guessed.append((owners[0], Mention(*at, "trigger")))
        for t in page.told[leads:]:
            if not trigger[t.first : t.last + 1].any():
                weight[t.first : t.last + 1] = self.retelling_weight
        return weight, guessed


def _open(page: _Page) -> set[tuple[int, int]]:
    """Pairs of telling and mention whose links a set of another scheme leaves open: those it does not link.

    Where it knows that its claims are different incidents, what fills one and is no fill of the other is known not to be.
    """
    if page.knows == EVERYTHING or "same" in page.knows:
        return set()
    pairs = product(range(len(page.told)), range(len(page.mentions)))
    return {pair for pair in pairs if pair not in page.links}


_TRIGGER = {k: list(v) for k, v in labels.TRIGGER_CLASSES.items()}


def _fills(claim: dict):
    """Every evidence of a claim as (spans, category, classes, link)."""
    if claim.get("when"):
        yield claim["when"]["evidence"], "time", {}, "when"
    if claim.get("where"):
        yield claim["where"]["evidence"], "place", {}, "where"
    for a in claim["actors"]:
        category = "object" if a["type"] == "object" else "actor"
        yield a["evidence"], category, {"actor_type": labels.ACTOR_TYPES.index(a["type"])}, a["role"]
    for h in claim["harm"]:
        group = h.get("group_type") or "unknown"
        classes = {"effect": labels.EFFECTS.index(h["effect"])}
        if group in labels.ACTOR_TYPES:
            classes["group_type"] = labels.ACTOR_TYPES.index(group)
        yield h["evidence"], "harm", classes, "harm"
    for m in claim["means"]:
        yield m["evidence"], "means", {"means": labels.MEANS.index(m["kind"])}, "means"
    for s in claim["speakers"]:
        yield s["evidence"], "speaker", {}, f"speaker_{s['role']}"


def _tokens(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    """First and last token of a character span, None unless the whole span is in the passage."""
    body = slice(passage.body_from, len(passage) - 1)
    starts, ends = passage.starts[body], passage.ends[body]
    hit = np.flatnonzero((starts < end) & (ends > start))
    if not len(hit) or (starts[hit[0]] > start + 2 and hit[0] == 0) or (ends[hit[-1]] < end - 2 and hit[-1] == len(starts) - 1):
        return None
    return int(hit[0] + passage.body_from), int(hit[-1] + passage.body_from)


def _mark(tags: np.ndarray, category: str, at: tuple[int, int]) -> None:
    row = tags[labels.CATEGORIES.index(category)]
    if row[at[0] : at[1] + 1].any():
        return  # overlapping spans of one category are rare (2 % of places); the first one stands
    row[at[0]] = 1
    row[at[0] + 1 : at[1] + 1] = 2
