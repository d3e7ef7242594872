"""A bigger encoder under the same heads, to learn from: MPNet-shaped, 768 wide. It is never shipped.

It reads the same tokens as the shipped encoder (both vocabularies are BERT's; the rows of the word table are put in our order),
so what it makes of a passage can be taught to the small one token by token and span by span (distilling.py).
The starting weights are those of sentence-transformers/all-mpnet-base-v2 (Apache-2.0).
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from training.network import VOCABULARY, Dropout, Heads

WIDTH, HEADS, INNER, POSITIONS, BUCKETS = 768, 12, 3072, 512, 32
LAYERS = 12
SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
FIRST_POSITION = 2  # MPNet numbers the tokens from here


def relative_buckets(length: int) -> Tensor:
    """Which of 32 buckets the distance from token i to token j falls in (L, L): exact up to 7, then by logarithm to 128."""
    at = torch.arange(length)
    away = at[None] - at[:, None]
    half, exact = BUCKETS // 2, BUCKETS // 4
    size = away.abs()
    far = exact + (torch.log(size.clamp(min=1).float() / exact) / math.log(128 / exact) * (half - exact)).long()
    return (away > 0).long() * half + torch.where(size < exact, size, far.clamp(max=half - 1))


class Layer(nn.Module):
    """One transformer layer, post-norm, with a bias for the distance between tokens."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-5), nn.LayerNorm(WIDTH, eps=1e-5)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, sizes: list[int], bias: Tensor) -> Tensor:
        b, n, _ = x.shape
        q, k, v = (f(x).view(b, n, HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        a = self.attend(q, k, v, sizes, bias).transpose(1, 2).reshape(b, n, WIDTH)
        x = self.norm1(x + self.dropout(self.out(a)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))

    @staticmethod
    def attend(q: Tensor, k: Tensor, v: Tensor, sizes: list[int], bias: Tensor) -> Tensor:
        """Passage by passage, as in network.attend_apart."""
        with torch.autocast("cpu", enabled=False):
            made = []
            for i, n in enumerate(sizes):
                near, seen = bias[:, :n, :n].to(q.dtype), k[i, :, :n].transpose(1, 2)
                scores = torch.baddbmm(near, q[i, :, :n] * q.shape[-1] ** -0.5, seen)
                made.append(F.pad(torch.bmm(torch.softmax(scores, -1), v[i, :, :n]), (0, 0, 0, q.shape[2] - n)))
            return torch.stack(made)


class Encoder(nn.Module):
    """Token ids (B, L) and attention mask (B, L) -> token states (B, L, 768), by the first `layers` of the layers."""

    def __init__(self, layers: int = LAYERS, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.register_buffer("bias", torch.zeros(HEADS, POSITIONS, POSITIONS))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        n = ids.shape[1]
        x = self.dropout(self.norm(self.words(ids) + self.positions(torch.arange(n))))
        sizes, bias = mask.sum(-1).tolist(), self.bias[:, :n, :n]
        for layer in self.layers:
            x = layer(x, sizes, bias)
        return x

    def load_start(self, folder: Path, tokenizer: Tokenizer) -> None:
        """Take the starting weights from MPNet's `model.safetensors` and `vocab.txt`, rows as `tokenizer` orders them."""
        w = {k.removeprefix("mpnet."): v.float() for k, v in load_file(str(folder / "model.safetensors")).items()}
        rows = {word: i for i, word in enumerate((folder / "vocab.txt").read_text(encoding="utf-8").split("\n")) if word}
        ours = [tokenizer.id_to_token(i) for i in range(VOCABULARY)]
        named = {
            "words.weight": w["embeddings.word_embeddings.weight"][[rows[SPECIAL.get(word, word)] for word in ours]],
            "positions.weight": w["embeddings.position_embeddings.weight"][FIRST_POSITION : FIRST_POSITION + POSITIONS],
            "norm.weight": w["embeddings.LayerNorm.weight"],
            "norm.bias": w["embeddings.LayerNorm.bias"],
            "bias": w["encoder.relative_attention_bias.weight"][relative_buckets(POSITIONS)].permute(2, 0, 1).contiguous(),
        }
        parts = {
            "query": "attention.attn.q", "key": "attention.attn.k", "value": "attention.attn.v", "out": "attention.attn.o",
            "norm1": "attention.LayerNorm", "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm",
        }  # fmt: skip
        for i in range(len(self.layers)):
            for part, theirs in parts.items():
                for kind in ("weight", "bias"):
                    named[f"layers.{i}.{part}.{kind}"] = w[f"encoder.layer.{i}.{theirs}.{kind}"]
        self.load_state_dict(named)


class Teacher(nn.Module):
    """The bigger encoder and heads of the same kind as the reader's."""

    def __init__(self, layers: int = LAYERS) -> None:
        super().__init__()
        self.encoder, self.heads = Encoder(layers), Heads(width=WIDTH)
