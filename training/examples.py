"""Hand-coded reports and the training examples made of them: token spans, labels and links of one passage."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from operator import add
from pathlib import Path
from typing import Any

import numpy as np

from crossread.extract.passages import Passage
from crossread.records import Document


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

    `tag_weight` (categories, tokens) is the weight of each tag: low where an unmarked word could be another telling of a
    claim, 0 where a set of another scheme leaves open what a token is. `told` are the tellings: first the fullest of each claim
    (`leads` of them, tagged as triggers), then retellings that a coder marked with the classes and links of their claim
    (`coded` tellings up to here), then guessed ones without. `links[t, m]` are link indices of telling and mention, `open`
    the pairs of which nobody knows; `same` are (telling, telling, 0/1) pairs.
    """

    passage: Passage
    tags: np.ndarray
    tag_weight: np.ndarray
    told: list[Mention]
    leads: int
    coded: int
    mentions: list[Mention]
    links: dict[tuple[int, int], set[int]]
    same: list[tuple[int, int, int]]
    open: set[tuple[int, int]] = field(default_factory=set)
    weight: float = 1.0


def load_documents(path: Path) -> list[dict]:
    """The rows of one file of hand-coded reports."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def join_rows(rows: list[dict], *, separator: str = "\n\n") -> dict:
    """Several short coded reports as one long one, offsets moved: a round-up in which neighbours must be told apart."""
    text, claims, wording = "", [], []
    for row in rows:
        shift = partial(add, len(text))
        claims += [move_spans(claim, shift) for claim in row["claims"]]
        wording += [move_spans(w, shift) for w in row.get("wording") or []]
        text += row["text"].rstrip() + separator
    return {
        "external_id": "+".join(r["external_id"] for r in rows),
        "published": None,
        "title": None,
        "text": text.rstrip(),
        "claims": claims,
        "wording": wording,
    }


def move_spans(value: Any, moved: Callable[[int], int]) -> Any:
    """The same claims with the offsets of every span put through `moved`; everything else as it is."""
    if isinstance(value, dict):
        made = {k: move_spans(v, moved) for k, v in value.items()}
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            made |= {"start": moved(value["start"]), "end": moved(value["end"])}
        return made
    return [move_spans(v, moved) for v in value] if isinstance(value, list) else value


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
