"""The training loop: resumable, one checkpoint an epoch, averaged weights at the end."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training import losses
from training.distilling import Taught, soft_span_losses, soft_tag_loss
from training.examples import Example
from training.network import Reader
from training.strays import find_strays

LOSS_WEIGHTS = {
    "tags": 1.0, "type": 0.5, "scope": 0.3, "status": 0.2, "stance": 0.3, "same": 0.5, "link": 1.0,
    "actor_type": 0.25, "effect": 0.25, "group_type": 0.15, "means": 0.15, "wording": 0.1,
}  # fmt: skip
MASK, FIRST_WORD = 103, 999  # in the vocabulary of the starting weights: [MASK], and where the words begin


@dataclass(frozen=True)
class Plan:
    """How long and how fast to train. `tokens` is the size of a batch, padding included.

    `hidden` is the share of tokens masked at random, so that no label hangs on a single word.
    """

    epochs: int = 16
    tokens: int = 4096
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warmup: float = 0.08
    average: float = 0.995
    hidden: float = 0.08
    seed: int = 0


Learnt = Example | Taught  # a passage that was coded, or one that a teacher read


def batches(examples: Sequence[Learnt], tokens: int, rng: random.Random) -> list[list[Learnt]]:
    """Batches of passages of like length, all coded or all read by a teacher, in random order."""
    order = sorted(examples, key=lambda e: (isinstance(e, Taught), len(e.passage) + rng.random() * 20))
    out: list[list[Learnt]] = [[]]
    for e in order:
        full = len(e.passage) * (len(out[-1]) + 1) > tokens
        if out[-1] and (full or type(out[-1][-1]) is not type(e)):
            out.append([])
        out[-1].append(e)
    rng.shuffle(out)
    return out


def pad(examples: Sequence[Learnt], hidden: float) -> tuple[Tensor, Tensor]:
    """Token ids, a share of them masked, and attention mask (B, L)."""
    longest = max(len(e.passage) for e in examples)
    ids = torch.zeros(len(examples), longest, dtype=torch.long)
    mask = torch.zeros(len(examples), longest, dtype=torch.long)
    for i, e in enumerate(examples):
        ids[i, : len(e.passage)] = torch.from_numpy(e.passage.ids)
        mask[i, : len(e.passage)] = 1
    ids[(torch.rand(ids.shape) < hidden) & (ids >= FIRST_WORD)] = MASK
    return ids, mask


def batch_loss(reader: Reader, learnt: Sequence[Learnt], hidden: float, rng: random.Random) -> tuple[Tensor, dict[str, float]]:
    """The weighted sum of all losses and each of them as a number; those of what a teacher read are named `taught_…`."""
    ids, mask = pad(learnt, hidden)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = reader.encoder(ids, mask)
    states = states.float()
    tags = reader.heads.tag_logits(states)
    taught = [e for e in learnt if isinstance(e, Taught)]
    coded = [e for e in learnt if isinstance(e, Example)]
    parts = {"tags": soft_tag_loss(tags, taught) if taught else losses.tag_loss(tags, coded, torch.ones(3))}
    likely = torch.softmax(tags.detach(), -1).numpy() if coded and reader.training else None
    sums: dict[str, Tensor] = {}
    counts: dict[str, float] = {}
    for i, e in enumerate(learnt):
        if isinstance(e, Taught):
            found = soft_span_losses(reader.heads, states[i], e)
        else:
            strays = [] if likely is None else find_strays(likely[i], e, rng)
            found = losses.span_losses(reader.heads, states[i], e, strays)
        for name, (value, n) in found.items():
            sums[name] = sums.get(name, 0.0) + value * e.weight
            counts[name] = counts.get(name, 0.0) + n * e.weight
    parts |= {name: sums[name] / max(1.0, counts[name]) for name in sums}
    total = sum((LOSS_WEIGHTS[k] * v for k, v in parts.items()), torch.zeros(()))
    return total, {f"taught_{k}" if taught else k: float(v.detach()) for k, v in parts.items()}


def optimizer_for(reader: Reader, plan: Plan) -> torch.optim.Optimizer:
    """AdamW: slow encoder (slower the lower the layer), fast heads."""
    groups = [{"params": list(reader.heads.parameters()), "lr": plan.head_rate}]
    for i, layer in enumerate(reader.encoder.layers):
        groups.append(
            {"params": list(layer.parameters()), "lr": plan.encoder_rate * 0.9 ** (len(reader.encoder.layers) - 1 - i)}
        )
    low = [p for n, p in reader.encoder.named_parameters() if not n.startswith("layers.")]
    groups.append({"params": low, "lr": plan.encoder_rate * 0.9 ** len(reader.encoder.layers)})
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _rate(step: int, *, steps: int, warmup: float) -> float:
    """The share of the full learning rate at a step: up in a line, down in a line to 2 %."""
    rise = warmup * steps
    return min(1.0, (step + 1) / rise) * max(0.02, 1 - max(0.0, step + 1 - rise) / (steps - rise))


def load_checkpoint(last: Path, plan: dict[str, float], *, changed: bool) -> dict[str, Any]:
    """The state of a run that stopped. One of another plan is refused, so that no new run writes over it, unless `changed`."""
    saved: dict[str, Any] = torch.load(last, weights_only=False)
    if saved["plan"] != plan and not changed:
        differ = ", ".join(f"{k} {saved['plan'].get(k)} there, {v} asked" for k, v in plan.items() if saved["plan"].get(k) != v)
        raise SystemExit(
            f"{last} belongs to a run with other options or other data ({differ}; steps follow from epochs and data).\n"
            "Give the options of that run, another --out, or --changed to go on from it as asked now."
        )
    return saved


def train(
    reader: Reader, draw: Callable[[random.Random], Sequence[Learnt]], plan: Plan, folder: Path, *, changed: bool = False
) -> Reader:
    """Train and return the averaged reader. `draw` gives the examples of an epoch.

    Resumes from `folder/last.pt`, which must be of the same plan unless `changed`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(plan.seed)
    steps = plan.epochs * len(batches(draw(random.Random(0)), plan.tokens, random.Random(0)))
    optimizer = optimizer_for(reader, plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, partial(_rate, steps=steps, warmup=plan.warmup))
    mean = {k: v.detach().clone() for k, v in reader.state_dict().items()}
    start, last = 0, folder / "last.pt"
    if last.exists():
        saved = load_checkpoint(last, vars(plan) | {"steps": steps}, changed=changed)
        reader.load_state_dict(saved["reader"]), optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"]), rng.setstate(saved["rng"])
        mean, start = saved["mean"], saved["epoch"] + 1
        print(f"resumed after epoch {saved['epoch']}", flush=True)
    for epoch in range(start, plan.epochs):
        began, seen = time.monotonic(), {}
        torch.manual_seed(plan.seed * 1000 + epoch)
        reader.train()
        for batch in batches(draw(rng), plan.tokens, rng):
            loss, parts = batch_loss(reader, batch, plan.hidden, rng)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step(), schedule.step()
            for k, v in parts.items():
                seen.setdefault(k, []).append(v)
            with torch.no_grad():
                for k, v in reader.state_dict().items():
                    mean[k].lerp_(v, 1 - plan.average)
        row = {
            "epoch": epoch,
            "seconds": round(time.monotonic() - began),
            **{k: round(sum(v) / len(v), 3) for k, v in seen.items()},
        }
        print(json.dumps(row), flush=True)
        state = {
            "plan": vars(plan) | {"steps": steps},
            "reader": reader.state_dict(),
            "optimizer": optimizer.state_dict(),
            "schedule": schedule.state_dict(),
            "rng": rng.getstate(),
            "mean": mean,
            "epoch": epoch,
        }
        torch.save(state, folder / "last.tmp")
        (folder / "last.tmp").rename(last)
    reader.load_state_dict(mean)
    return reader.eval()


def load_tokenizer(path: Path) -> Tokenizer:
    """The starting weights' tokenizer without truncation or padding."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
