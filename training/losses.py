"""The joint loss of all heads over one batch of examples."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from crossread.extract.passages import Passage
from training import labels
from training.examples import Example, Mention
from training.network import Heads

CATEGORY = {name: i for i, name in enumerate(labels.CATEGORIES)}
LINK_MASK = torch.tensor(
    [[link in labels.LINKS_OF.get(c, ()) for link in labels.LINKS] for c in labels.CATEGORIES], dtype=torch.float
)
RETELLING = 0.5  # weight of a retelling's classes and links
STRAY = 0.9  # how far a span that covers a mention in part is what the mention is
Strays = Sequence[tuple[Mention, int | None]]
TOKEN_EDGES, SENTENCE_EDGES = np.array(labels.TOKEN_BUCKETS), np.array(labels.SENTENCE_BUCKETS)


def buckets(passage: Passage, left: list[Mention], right: list[Mention]) -> tuple[Tensor, Tensor]:
    """Distance buckets for all (left, right) pairs, row by row: tokens, sentences."""
    lf, rf = np.array([m.first for m in left]), np.array([m.first for m in right])
    tokens = np.searchsorted(TOKEN_EDGES, (rf[None] - lf[:, None]).ravel(), side="right")
    s = passage.sentences
    sentences = np.searchsorted(SENTENCE_EDGES, (s[rf][None] - s[lf][:, None]).ravel(), side="right")
    return torch.from_numpy(tokens), torch.from_numpy(sentences)


def tag_loss(logits: Tensor, examples: list[Example], weights: Tensor) -> Tensor:
    """Cross entropy of all tags over body tokens, per marked span (so long empty passages do not drown the spans)."""
    loss, spans = logits.new_zeros(()), 1.0
    for i, e in enumerate(examples):
        body = slice(e.passage.body_from, len(e.passage) - 1)
        tags = torch.from_numpy(e.tags[:, body])  # (C, n)
        each = F.cross_entropy(logits[i, body].float().permute(1, 2, 0), tags, reduction="none", weight=weights)
        loss = loss + e.weight * (each * torch.from_numpy(e.tag_weight[:, body])).sum()
        spans += float((e.tags[:, body] == 1).sum())
    return loss / spans


def span_losses(heads: Heads, states: Tensor, e: Example, strays: Strays = ()) -> dict[str, tuple[Tensor, float]]:
    """Sums and counts of the losses that need gold spans, of one example. A retelling counts half a fullest telling.

    `strays` are spans taken for mentions by mistake (strays.py); they are taught as linked to nothing, or as what they cover.
    """
    out: dict[str, tuple[Tensor, float]] = {}
    if not e.told:
        return out
    first, last = (torch.tensor([getattr(m, k) for m in e.told]) for k in ("first", "last"))
    t = heads.trigger_state(states, first, last)
    n = e.coded
    each = torch.tensor([1.0 if i < e.leads else RETELLING for i in range(n)])
    for key, head in heads.trigger_classes.items():
        name = key.removeprefix("is_")  # a module dict has no room for a key called `type`
        known = [i for i, m in enumerate(e.told[:n]) if name in m.classes]
        if known:
            gold = torch.tensor([e.told[i].classes[name] for i in known])
            wrong = F.cross_entropy(head(t[known]).float(), gold, reduction="none", label_smoothing=0.05)
            out[name] = (wrong * each[known]).sum(), float(each[known].sum())
    if e.same:
        a, b, y = (torch.tensor(x) for x in zip(*e.same, strict=True))
        tokens, sentences = buckets(e.passage, e.told, e.told)
        at = a * len(e.told) + b
        logits = heads.same(t, t, torch.stack([a, b]), tokens[at], sentences[at])[:, 0].float()
        out["same"] = F.binary_cross_entropy_with_logits(logits, y.float(), reduction="sum"), len(y)
    if e.mentions or strays:
        out |= link_losses(heads, states, e, t[:n], strays)
    if e.mentions:
        out |= mention_losses(heads, states, e)
    return out


def mention_losses(heads: Heads, states: Tensor, e: Example) -> dict[str, tuple[Tensor, float]]:
    """Classes of mentions."""
    out: dict[str, tuple[Tensor, float]] = {}
    m = mention_states(heads, states, e.mentions)
    for key, head in heads.mention_classes.items():
        name = key.removeprefix("is_")
        known = [(i, x.classes[name]) for i, x in enumerate(e.mentions) if name in x.classes]
        if known:
            at, gold = (torch.tensor(x) for x in zip(*known, strict=True))
            out[name] = F.cross_entropy(head(m[at]).float(), gold, reduction="sum", label_smoothing=0.05), len(known)
    return out


def link_losses(heads: Heads, states: Tensor, e: Example, t: Tensor, strays: Strays) -> dict[str, tuple[Tensor, float]]:
    """Links of mentions, and of spans that are none, to the triggers `t`."""
    if not len(t):
        return {}
    mentions = [*e.mentions, *(m for m, _ in strays)]
    m = mention_states(heads, states, mentions)
    tokens, sentences = buckets(e.passage, e.told[: len(t)], mentions)
    at = torch.cartesian_prod(torch.arange(len(t)), torch.arange(len(m))).T
    between = heads.between(states, e.told[: len(t)], mentions)
    logits = heads.link(t, m, at, tokens, sentences, between).float()
    gold, weight = _told_links(e, len(t), strays)
    category = torch.tensor([CATEGORY[m.category] for m in mentions])
    each = F.binary_cross_entropy_with_logits(logits, gold, reduction="none") * LINK_MASK[category].repeat(len(t), 1)
    return {"link": ((each * weight).sum(), max(1.0, float((gold * weight).sum())))}


def _told_links(e: Example, tellings: int, strays: Strays) -> tuple[Tensor, Tensor]:
    """What every pair of telling and mention is linked as (pairs, links), and how much it counts (pairs, 1), row by row."""
    size = len(e.mentions) + len(strays)
    gold = np.zeros((tellings, size, len(labels.LINKS)), dtype=np.float32)
    weight = np.full((tellings, size), RETELLING, dtype=np.float32)
    weight[: e.leads] = 1.0
    for (i, j), links in e.links.items():
        gold[i, j, list(links)] = 1.0
    for i, j in e.open:
        weight[i, j] = 0.0
    for j, (_, covered) in enumerate(strays, len(e.mentions)):
        if covered is not None:
            gold[:, j] = gold[:, covered] * STRAY
            weight[:, j] = weight[:, covered]
    return torch.from_numpy(gold).view(tellings * size, -1), torch.from_numpy(weight).view(-1, 1)


def mention_states(heads: Heads, states: Tensor, mentions: list[Mention]) -> Tensor:
    """Token states (L, W) and M spans -> (M, H)."""
    first, last = (torch.tensor([getattr(m, k) for m in mentions]) for k in ("first", "last"))
    return heads.mention_state(states, first, last, torch.tensor([CATEGORY[m.category] for m in mentions]))
