"""python -m training.pretrain --data DIR --out runs/pretrained: pre-train the encoder further on masked words.

The starting weights were tuned for whole-sentence similarity, which blurs single words; reading in the field's own prose
brings them back. Resumable: the state is saved every 100 steps.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.__main__ import start_folder
from training.network import WIDTH, Encoder
from training.texts import iter_texts
from training.train import load_tokenizer

LENGTH = 192  # tokens a row: long enough for two or three sentences of context, short enough to be quick
ROWS = 24
MASKED = 0.2  # share of tokens to guess


class Guesser(nn.Module):
    """A masked-word head tied to the encoder's embeddings."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.transform, self.norm = nn.Linear(WIDTH, WIDTH), nn.LayerNorm(WIDTH)
        self.bias = nn.Parameter(torch.zeros(encoder.words.num_embeddings))

    def forward(self, ids: Tensor, mask: Tensor, chosen: Tensor) -> Tensor:
        x = self.encoder(ids, mask)[chosen]
        return F.linear(self.norm(F.gelu(self.transform(x))), self.encoder.words.weight, self.bias)


def cut_rows(tokenizer, texts: list[str], rng: random.Random) -> list[list[int]]:
    """Token rows of LENGTH without special tokens; short texts share a row, each after a separator."""
    rng.shuffle(texts)
    separator = tokenizer.token_to_id("[SEP]")
    stream: list[int] = []
    for encoding in tokenizer.encode_batch(texts, add_special_tokens=False):
        stream += [*encoding.ids, separator]
    body = LENGTH - 1
    return [stream[i : i + body] for i in range(0, len(stream) - body, body)]


def masked(rows: list[list[int]], tokenizer, generator: torch.Generator) -> tuple[Tensor, Tensor, Tensor]:
    """Ids with words hidden, which tokens were chosen, and what stood there. Of those chosen 80 % are hidden, 10 % changed."""
    cls, hide = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[MASK]")
    ids = torch.tensor([[cls, *row] for row in rows])
    chosen = (torch.rand(ids.shape, generator=generator) < MASKED) & (ids > 999)  # below 1000 stand special tokens
    gold = ids[chosen]
    dice = torch.rand(ids.shape, generator=generator)
    ids = torch.where(chosen & (dice < 0.8), hide, ids)
    other = torch.randint(1000, 30000, ids.shape, generator=generator)
    return torch.where(chosen & (dice >= 0.8) & (dice < 0.9), other, ids), chosen, gold


def main() -> None:
    """Parse arguments, train, save the encoder's weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the unpacked sets")
    parser.add_argument("--out", type=Path, default=Path("runs/pretrained"))
    parser.add_argument(
        "--start", type=Path, help="encoder weights to start from instead of the package's (an earlier run's encoder.pt)"
    )
    parser.add_argument("--steps", type=int, default=400)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=0, help="another seed hides other words and orders the texts anew")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer(start_folder() / "tokenizer.json")
    rows = cut_rows(tokenizer, list(iter_texts(args.data)), random.Random(args.seed))
    random.Random(args.seed + 1).shuffle(rows)
    print(f"{len(rows)} rows of {LENGTH} tokens", flush=True)
    encoder = Encoder()
    if args.start:
        encoder.load_state_dict(torch.load(args.start, weights_only=True))
    else:
        encoder.load_start(start_folder() / "model.safetensors")
    guesser = Guesser(encoder)
    optimizer = torch.optim.AdamW(guesser.parameters(), lr=args.rate, weight_decay=0.01)
    warm = max(1, args.steps // 20)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, (s + 1) / warm) * max(0.02, 1 - s / args.steps))
    last, step = args.out / "last.pt", 0
    if last.exists():
        saved = torch.load(last, weights_only=True)
        guesser.load_state_dict(saved["guesser"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        step = saved["step"]
    began, losses = time.monotonic(), []
    while step < args.steps:
        at = step * ROWS % (len(rows) - ROWS)
        ids, chosen, gold = masked(rows[at : at + ROWS], tokenizer, torch.Generator().manual_seed(1_000_000 * args.seed + step))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = guesser(ids, torch.ones_like(ids), chosen)
        loss = F.cross_entropy(logits.float(), gold)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(guesser.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        losses.append(float(loss.detach()))
        step += 1
        if step % 20 == 0:
            row = {"step": step, "loss": round(sum(losses[-20:]) / 20, 3), "seconds": round(time.monotonic() - began)}
            print(json.dumps(row), flush=True)
        if step % 100 == 0 or step == args.steps:
            state = {
                "guesser": guesser.state_dict(),
                "optimizer": optimizer.state_dict(),
                "schedule": schedule.state_dict(),
                "step": step,
            }
            torch.save(state, args.out / "last.tmp")
            (args.out / "last.tmp").rename(last)
            torch.save(encoder.state_dict(), args.out / "encoder.pt")


if __name__ == "__main__":
    main()
