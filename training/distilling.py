"""What a bigger encoder makes of texts that nobody coded, taught to the small one: chances, not decisions.

`python -m training.distilling WEIGHTS --texts POOL.jsonl --out TAUGHT.pt` reads every passage with the teacher and keeps
its chances: of every tag, of the classes of what it takes for triggers and mentions, of their links. `python -m training
--taught TAUGHT.pt` learns from them beside the coded reports. A span counts as much as the teacher is sure of it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from crossread.extract.passages import Passage, split_document
from training import labels
from training.examples import Mention, load_documents, to_document
from training.losses import CATEGORY, LINK_MASK, buckets, mention_states
from training.network import Heads, Reader
from training.strays import find_spans
from training.teacher import Teacher

Classes = dict[str, np.ndarray]


@dataclass
class Taught:
    """One passage and the teacher's chances, all float16.

    `tags` (L, categories, 3); `told` T triggers and `mentions` M with the chance that each is one (T,), (M,); `told_classes`
    and `mention_classes` (T or M, codes) by kind; `links` (T * M, links) row by row; `same` (T * (T - 1) / 2,).
    """

    passage: Passage
    tags: np.ndarray
    told: list[Mention]
    told_chance: np.ndarray
    told_classes: Classes
    mentions: list[Mention]
    mention_chance: np.ndarray
    mention_classes: Classes
    links: np.ndarray
    same: np.ndarray
    weight: float = 1.0


@dataclass
class _Seen:
    """Logits of the heads over given spans, as in Taught."""

    told: dict[str, Tensor]
    mentions: dict[str, Tensor]
    links: Tensor
    same: Tensor


def _see(heads: Heads, states: Tensor, passage: Passage, told: list[Mention], mentions: list[Mention]) -> _Seen:
    """What heads say of triggers and mentions of one passage (states: L, W)."""
    first, last = (torch.tensor([getattr(m, k) for m in told], dtype=torch.long) for k in ("first", "last"))
    t = heads.trigger_state(states, first, last)
    seen = _Seen({k: head(t) for k, head in heads.trigger_classes.items()}, {}, torch.zeros(0), torch.zeros(0))
    pairs = list(combinations(range(len(told)), 2))
    if pairs:
        a, b = torch.tensor(pairs).T
        tokens, sentences = (x[a * len(told) + b] for x in buckets(passage, told, told))
        seen.same = heads.same(t, t, torch.stack([a, b]), tokens, sentences)[:, 0]
    if mentions:
        m = mention_states(heads, states, mentions)
        seen.mentions = {k: head(m) for k, head in heads.mention_classes.items()}
        if told:
            at = torch.cartesian_prod(torch.arange(len(t)), torch.arange(len(m))).T
            seen.links = heads.link(t, m, at, *buckets(passage, told, mentions), heads.between(states, told, mentions))
    return seen


Network = Teacher | Reader


@torch.no_grad()
def teach(teachers: Sequence[Network], passage: Passage) -> Taught:
    """The chances that trained teachers give, on average; spans are those of their average tags."""
    ids = torch.from_numpy(passage.ids)[None]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = [t.encoder(ids, torch.ones_like(ids))[0].float() for t in teachers]
    each = [torch.softmax(t.heads.tag_logits(x[None])[0], -1) for t, x in zip(teachers, states, strict=True)]
    tags = _mean(each)
    found = {c: find_spans(tags[:, i], passage) for i, c in enumerate(labels.CATEGORIES)}
    told = [Mention(*at, "trigger") for at in found.pop("trigger")]
    mentions = [Mention(*at, category) for category, spans in found.items() for at in spans]
    seen = [_see(t.heads, x, passage, told, mentions) for t, x in zip(teachers, states, strict=True)]

    def chance(spans: list[Mention]) -> np.ndarray:
        return np.array([tags[m.first, CATEGORY[m.category], 1] for m in spans], dtype=np.float16)

    def shares(logits: list[dict[str, Tensor]]) -> Classes:
        return {k: _mean([torch.softmax(one[k], -1) for one in logits]).astype(np.float16) for k in logits[0]}

    return Taught(
        passage,
        tags.astype(np.float16),
        told,
        chance(told),
        shares([s.told for s in seen]),
        mentions,
        chance(mentions),
        shares([s.mentions for s in seen]),
        _mean([torch.sigmoid(s.links) for s in seen]).astype(np.float16),
        _mean([torch.sigmoid(s.same) for s in seen]).astype(np.float16),
    )


def _mean(chances: list[Tensor]) -> np.ndarray:
    return torch.stack(chances).mean(0).numpy()


def iter_taught(teachers: Sequence[Network], rows: list[dict], tokenizer: Tokenizer) -> Iterator[Taught]:
    """Every passage of the rows (`external_id`, `text`, perhaps `title` and `published`)."""
    for row in rows:
        for passage in split_document(to_document(row), tokenizer):
            yield teach(teachers, passage)


def _soft(logits: Tensor, chances: np.ndarray, weight: Tensor) -> Tensor:
    """Cross entropy against chances (N, codes), each row with a weight (N,)."""
    gold = torch.from_numpy(chances.astype(np.float32))
    return -((gold * F.log_softmax(logits.float(), -1)).sum(-1) * weight).sum()


def soft_tag_loss(logits: Tensor, taught: list[Taught]) -> Tensor:
    """Cross entropy of all tags over body tokens against the teacher's chances, per span expected, like losses.tag_loss."""
    loss, spans = logits.new_zeros(()), 1.0
    for i, e in enumerate(taught):
        body = slice(e.passage.body_from, len(e.passage) - 1)
        gold = torch.from_numpy(e.tags[body].astype(np.float32))
        loss = loss - e.weight * (gold * F.log_softmax(logits[i, body].float(), -1)).sum()
        spans += float(gold[..., 1].sum())
    return loss / spans


def soft_span_losses(heads: Heads, states: Tensor, e: Taught) -> dict[str, tuple[Tensor, float]]:
    """Sums and weights of the losses over the teacher's spans of one passage, named like those of losses.span_losses."""
    out: dict[str, tuple[Tensor, float]] = {}
    if not e.told:
        return out
    seen = _see(heads, states, e.passage, e.told, e.mentions)
    sure, marked = (torch.from_numpy(x.astype(np.float32)) for x in (e.told_chance, e.mention_chance))
    for key, logits in seen.told.items():
        out[key.removeprefix("is_")] = _soft(logits, e.told_classes[key], sure), float(sure.sum())
    for key, logits in seen.mentions.items():
        kind = key.removeprefix("is_")
        of = torch.tensor([m.category in CLASSED[kind] for m in e.mentions], dtype=torch.float)
        out[kind] = _soft(logits, e.mention_classes[key], marked * of), float((marked * of).sum())
    if len(e.same):
        both = torch.tensor([sure[a] * sure[b] for a, b in combinations(range(len(e.told)), 2)])
        gold = torch.from_numpy(e.same.astype(np.float32))
        each = F.binary_cross_entropy_with_logits(seen.same.float(), gold, reduction="none")
        out["same"] = (each * both).sum(), float(both.sum())
    if e.mentions:
        out["link"] = _link_loss(seen.links, e, sure)
    return out


CLASSED = {
    "actor_type": {"actor", "object"}, "effect": {"harm"}, "group_type": {"harm"}, "means": {"means"}, "wording": {"wording"},
}  # fmt: skip


def _link_loss(logits: Tensor, e: Taught, sure: Tensor) -> tuple[Tensor, float]:
    """Every pair counts as much as its trigger is sure: a mention that may be none is taught as it is, linked or not."""
    gold = torch.from_numpy(e.links.astype(np.float32))
    mask = LINK_MASK[torch.tensor([CATEGORY[m.category] for m in e.mentions])].repeat(len(e.told), 1)
    weight = sure.repeat_interleave(len(e.mentions))[:, None]
    each = F.binary_cross_entropy_with_logits(logits.float(), gold, reduction="none") * mask * weight
    return each.sum(), max(1.0, float((gold * mask * weight).sum()))


def main() -> None:
    """Read texts with a teacher and keep what it makes of them."""
    from training.__main__ import start_folder
    from training.train import load_tokenizer

    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("weights", type=Path, nargs="+", help="reader.pt of one or more teachers (training.teacher) or readers")
    parser.add_argument("--texts", type=Path, nargs="+", required=True, help="JSONL of texts, coded or not")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    teachers = [load_teacher(file) for file in args.weights]
    rows = [row for file in args.texts for row in load_documents(file)]
    taught = list(iter_taught(teachers, rows, load_tokenizer(start_folder() / "tokenizer.json")))
    torch.save(taught, args.out)
    print(json.dumps({"passages": len(taught), "triggers": round(sum(float(t.told_chance.sum()) for t in taught))}))


def load_teacher(weights: Path) -> Network:
    """The trained network of a file, of the size its weights have."""
    state = torch.load(weights, weights_only=False)
    state = state.get("mean", state)
    layers = 1 + max(int(k.split(".")[2]) for k in state if k.startswith("encoder.layers."))
    made: Network = Teacher(layers) if "encoder.bias" in state else Reader()
    made.load_state_dict(state)
    return made.eval()


if __name__ == "__main__":
    from training import distilling  # what is saved belongs to this module, not to __main__, which a reader would not find

    distilling.main()
