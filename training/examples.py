"""Hand-coded reports -> training examples: token spans, labels and links of one passage."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from crossread.extract.passages import Passage, split_document
from crossread.records import Document
from training import labels

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
class Mention:
    """A marked span: tokens `first..last` (both included), its category and what it is said to be."""

    first: int
    last: int
    category: str
    classes: dict[str, int] = field(default_factory=dict)


@dataclass
class Example:
    """One passage with gold: tags per category (0 outside, 1 begin, 2 inside), triggers, mentions, links.

    `tag_weight` is the weight of each token's trigger tag: low where an unmarked word could be another telling of a claim.
    `links[t][m]` are link indices; `same` are (trigger, trigger, 0/1) pairs, retellings included as extra triggers.
    """

    passage: Passage
    tags: np.ndarray
    tag_weight: np.ndarray
    triggers: list[Mention]
    mentions: list[Mention]
    links: dict[tuple[int, int], set[int]]
    same: list[tuple[int, int, int]]
    retellings: list[Mention]
    weight: float = 1.0


def load_documents(path: Path) -> list[dict]:
    """The rows of one file of hand-coded reports."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def join_rows(rows: list[dict], *, separator: str = "\n\n") -> dict:
    """Several short coded reports as one long one, offsets moved: a round-up in which neighbours must be told apart."""
    text, claims, wording = "", [], []
    for row in rows:
        claims += [_moved(claim, len(text)) for claim in row["claims"]]
        wording += [_moved(w, len(text)) for w in row.get("wording") or []]
        text += row["text"].rstrip() + separator
    return {
        "external_id": "+".join(r["external_id"] for r in rows),
        "published": None,
        "title": None,
        "text": text.rstrip(),
        "claims": claims,
        "wording": wording,
    }


def _moved(value, by: int):
    if isinstance(value, dict):
        moved = {k: _moved(v, by) for k, v in value.items()}
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            moved |= {"start": value["start"] + by, "end": value["end"] + by}
        return moved
    return [_moved(v, by) for v in value] if isinstance(value, list) else value


def to_document(row: dict) -> Document:
    """The document of a hand-coded row."""
    told = row.get("published") or ""
    published = date.fromisoformat(told) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", told) else None  # "2015-09" names no day
    return Document(id=row["external_id"], text=row["text"], title=row.get("title"), published=published)


def stem(word: str) -> str:
    """A crude stem for comparing trigger words: attack, attacked, attackers -> attack."""
    word = word.lower()
    for ending in ("ings", "ing", "ers", "ions", "ion", "ed", "er", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def trigger_lexicon(rows: Iterable[dict]) -> dict[str, set[str]]:
    """Stem -> incident types it was marked for, at least twice over all coded documents."""
    seen: dict[str, Counter] = defaultdict(Counter)
    for row in rows:
        for claim in row["claims"]:
            words = re.findall(r"[^\W\d_]{3,}", claim["trigger"]["quote"])
            for word in words:
                seen[stem(word)][claim["type"]] += 1
    stop = {"the", "and", "with", "from", "into", "fir", "open"}
    return {s: set(types) for s, types in seen.items() if sum(types.values()) >= 3 and s not in stop}


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
        tags = np.zeros((len(labels.CATEGORIES), len(passage)), dtype=np.int64)
        links: dict[tuple[int, int], set[int]] = defaultdict(set)
        claims_of: list[list[dict]] = []
        order_t: list[Mention] = []
        order_m: list[Mention] = []
        keys_m: dict[tuple[int, int, str], int] = {}
        keys_t: dict[tuple[int, int], int] = {}

        def mention(span: dict, category: str, **classes: int) -> int | None:
            at = _tokens(passage, span["start"], span["end"])
            if at is None:
                return None
            key = (*at, category)
            if key not in keys_m:
                keys_m[key] = len(order_m)
                order_m.append(Mention(*at, category))
                _mark(tags, category, at)
            order_m[keys_m[key]].classes.update(classes)
            return keys_m[key]

        for claim in row["claims"]:
            at = _tokens(passage, claim["trigger"]["start"], claim["trigger"]["end"])
            t: int | None = None
            if at is not None:
                if at not in keys_t:
                    keys_t[at] = len(order_t)
                    order_t.append(Mention(*at, "trigger", {k: v.index(claim[k]) for k, v in _TRIGGER.items()}))
                    claims_of.append([])
                    _mark(tags, "trigger", at)
                t = keys_t[at]
                claims_of[t].append(claim)
            for spans, category, classes, link in _fills(claim):
                for span in spans:
                    m = mention(span, category, **classes)
                    if m is not None and t is not None:
                        links[t, m].add(labels.LINKS.index(link))
        for w in row.get("wording") or []:
            mention(w, "wording", wording=labels.WORDINGS.index(w["kind"]))
        tag_weight = np.ones(len(passage), dtype=np.float32)
        retold, same = self._retellings(row, passage, text, order_t, tags, tag_weight)
        self._coded_retellings(passage, claims_of, len(order_t), retold, same)
        for a in range(len(order_t)):
            for b in range(a + 1, len(order_t)):
                same.append((a, b, 0))
        return Example(passage, tags, tag_weight, order_t, order_m, dict(links), same, retold, weight)

    def _retellings(self, row, passage, text, triggers, tags, tag_weight):
        """Unmarked words that could tell a claim again: their negative weighs little; tied to a claim where only one fits."""
        retold: list[Mention] = []
        same: list[tuple[int, int, int]] = []
        types = {c["type"] for c in row["claims"]}
        row_trigger = labels.CATEGORIES.index("trigger")
        for match in re.finditer(r"[^\W\d_]{3,}", text):
            known = self.lexicon.get(stem(match.group()))
            if not known:
                continue
            at = _tokens(passage, match.start(), match.end())
            if at is None or tags[row_trigger, at[0] : at[1] + 1].any():
                continue
            fits = {t for t in types if any(t in f and known & f for f in FAMILIES) or t in known}
            if not fits:
                continue
            tag_weight[at[0] : at[1] + 1] = self.retelling_weight
            if any(c.get("retellings") is not None for c in row["claims"]):
                continue  # a coder has marked them: no guessing
            owners = [i for i, t in enumerate(triggers) if labels.TYPES[t.classes["type"]] in fits]
            total = sum(c["type"] in fits for c in row["claims"])
            if len(owners) == 1 and total == 1:
                retold.append(Mention(*at, "trigger"))
                same.append((owners[0], len(triggers) + len(retold) - 1, 1))
        return retold, same

    def _coded_retellings(self, passage, claims_of, triggers, retold, same):
        """Retellings that a coder marked: the same claim as their trigger, another claim than every other trigger."""
        for owner, claims in enumerate(claims_of):
            for span in (r for claim in claims for r in claim.get("retellings") or []):
                at = _tokens(passage, span["start"], span["end"])
                if at is None:
                    continue
                retold.append(Mention(*at, "trigger"))
                at_last = triggers + len(retold) - 1
                same.extend((other, at_last, int(other == owner)) for other in range(triggers))


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
