"""The encoder and its heads as torch modules. Shapes: B passages, L tokens, W = 384 wide, H = 256 head width."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from training import labels
from training.examples import Mention

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
HEAD = 256
BETWEEN = 64  # width of what is kept of the words between a trigger and a mention


class Dropout(nn.Module):
    """Dropout that draws a byte an element, many times quicker on a CPU than a float each; the share is rounded to 1/256."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.below = round(share * 256)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.below:
            return x
        drawn = torch.empty(-(-x.numel() // 8), dtype=torch.int64).random_(-(2**63), None).view(torch.uint8)
        kept = (drawn[: x.numel()] >= self.below).view(x.shape).to(x.dtype)
        return x * (kept * (256 / (256 - self.below)))


def attend_apart(q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:
    """Attention passage by passage: q, k, v (B, heads, L, D) in bfloat16, mask (B, 1, 1, L), true where a token stands.

    One passage's scores fit the processor's cache, which makes a training step a fifth faster than torch's own attention.
    Tokens of padding give zeros.
    """
    with torch.autocast("cpu", enabled=False):
        made: list[Tensor] = []
        for i, n in enumerate(mask.sum(-1).flatten().tolist()):
            scores = torch.bmm(q[i, :, :n] * q.shape[-1] ** -0.5, k[i, :, :n].transpose(1, 2))
            made.append(F.pad(torch.bmm(torch.softmax(scores, -1), v[i, :, :n]), (0, 0, 0, q.shape[2] - n)))
        return torch.stack(made)


class Layer(nn.Module):
    """One transformer layer, post-norm, as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, _ = x.shape
        q, k, v = (f(x).view(b, n, HEADS, WIDTH // HEADS).transpose(1, 2) for f in (self.query, self.key, self.value))
        attend = attend_apart if q.dtype == torch.bfloat16 else F.scaled_dot_product_attention
        a = attend(q, k, v, mask).transpose(1, 2).reshape(b, n, WIDTH)
        x = self.norm1(x + self.dropout(self.out(a)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Token ids (B, L) and attention mask (B, L) -> token states (B, L, W)."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.positions(at) + self.segment))
        bias = mask[:, None, None, :].bool()
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_start(self, file: Path) -> None:
        """Take the starting weights from a BERT-shaped safetensors file."""
        w = {k.removeprefix("bert."): v.float() for k, v in load_file(str(file)).items()}
        named = {
            "words.weight": w["embeddings.word_embeddings.weight"],
            "positions.weight": w["embeddings.position_embeddings.weight"],
            "segment": w["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": w["embeddings.LayerNorm.weight"],
            "norm.bias": w["embeddings.LayerNorm.bias"],
        }
        parts = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for i in range(LAYERS):
            for ours, theirs in parts.items():
                for kind in ("weight", "bias"):
                    named[f"layers.{i}.{ours}.{kind}"] = w[f"encoder.layer.{i}.{theirs}.{kind}"]
        self.load_state_dict(named)


class Pair(nn.Module):
    """Scores pairs: left (T, H), right (M, H), which of them (2, P), bucketed distances (P,) -> logits (P, outputs).

    With `between`, what stands between the two (P, BETWEEN) counts too; it begins without a say.
    """

    def __init__(self, outputs: int, dropout: float, *, between: bool = False) -> None:
        super().__init__()
        self.left, self.right = nn.Linear(HEAD, HEAD), nn.Linear(HEAD, HEAD)
        self.left_gate, self.right_gate = nn.Linear(HEAD, HEAD), nn.Linear(HEAD, HEAD)
        self.tokens = nn.Embedding(len(labels.TOKEN_BUCKETS) + 1, HEAD)
        self.sentences = nn.Embedding(len(labels.SENTENCE_BUCKETS) + 1, HEAD)
        self.dropout = Dropout(dropout)
        self.out = nn.Linear(HEAD, outputs)
        self.between = nn.Linear(BETWEEN, HEAD, bias=False) if between else None
        if self.between is not None:
            nn.init.zeros_(self.between.weight)

    def forward(
        self, left: Tensor, right: Tensor, at: Tensor, tokens: Tensor, sentences: Tensor, between: Tensor | None = None
    ) -> Tensor:
        a, b = (self.left(left), self.left_gate(left)), (self.right(right), self.right_gate(right))
        here, there = ([x.index_select(0, i) for x in side] for side, i in ((a, at[0]), (b, at[1])))
        x = here[0] + there[0] + here[1] * there[1] + self.tokens(tokens) + self.sentences(sentences)
        if self.between is not None and between is not None:
            x = x + self.between(between)
        return self.out(self.dropout(F.relu(x)))


class Heads(nn.Module):
    """Everything on top of token states; small enough to run in numpy, so it ships as plain arrays."""

    def __init__(self, dropout: float = 0.15, *, width: int = WIDTH) -> None:
        super().__init__()
        self.tags = nn.Linear(width, 3 * len(labels.CATEGORIES))
        self.trigger = nn.Linear(2 * width, HEAD)
        self.mention = nn.Linear(2 * width, HEAD)
        self.category = nn.Embedding(len(labels.CATEGORIES), HEAD)
        self.trigger_classes = nn.ModuleDict({f"is_{k}": nn.Linear(HEAD, len(v)) for k, v in labels.TRIGGER_CLASSES.items()})
        self.mention_classes = nn.ModuleDict({f"is_{k}": nn.Linear(HEAD, len(v)) for k, v in labels.MENTION_CLASSES.items()})
        self.context = nn.Linear(width, BETWEEN)
        self.link = Pair(len(labels.LINKS), dropout, between=True)
        self.same = Pair(1, dropout)
        self.dropout = Dropout(dropout)

    def tag_logits(self, states: Tensor) -> Tensor:
        """(B, L, W) -> (B, L, categories, 3)."""
        return self.tags(self.dropout(states)).view(*states.shape[:2], len(labels.CATEGORIES), 3)

    def trigger_state(self, states: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Token states (L, W) and spans (T,) -> (T, H)."""
        return self.dropout(F.relu(self.trigger(torch.cat([states[first], states[last]], -1))))

    def mention_state(self, states: Tensor, first: Tensor, last: Tensor, category: Tensor) -> Tensor:
        """Token states (L, W), spans and categories (M,) -> (M, H)."""
        return self.dropout(F.relu(self.mention(torch.cat([states[first], states[last]], -1)) + self.category(category)))

    def between(self, states: Tensor, left: Sequence[Mention], right: Sequence[Mention]) -> Tensor:
        """The strongest of the words between each left and each right span: token states (L, W) -> (pairs, BETWEEN).

        Pairs stand row by row; spans that touch or overlap have nothing between them: zeros. Looked up in a table of the
        strongest over 2**k tokens, so that a far pair costs no more than a near one.
        """
        words = F.relu(self.context(self.dropout(states)))
        first, last = (torch.tensor([[getattr(m, k) for m in side] for k in ("first", "last")]) for side in (left, right))
        low = torch.minimum(first[1][:, None], last[1][None]).flatten() + 1
        high = torch.maximum(first[0][:, None], last[0][None]).flatten()  # the token after the last one between
        levels = [words]
        while 2 ** len(levels) <= len(words):
            at = 2 ** (len(levels) - 1)
            levels.append(torch.maximum(levels[-1], F.pad(levels[-1][at:], (0, 0, 0, at))))
        size = (high - low).clamp(min=1)
        level = torch.log2(size.float()).floor().long()
        table = torch.stack(levels)
        found = torch.maximum(table[level, low.clamp(max=len(words) - 1)], table[level, (high - 2**level).clamp(min=0)])
        return found * (high > low)[:, None]


class Reader(nn.Module):
    """Encoder and heads."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder, self.heads = Encoder(), Heads()
