"""Trained weights -> the files that ship: int8 graph, heads as arrays, tokenizer, labels, thresholds, checksums."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor
from torch.nn import functional as F

from crossread.assets import encoder_folder, write_checksums
from training import labels
from training.__main__ import start_folder
from training.network import HEADS, WIDTH, Encoder, Reader


class _Attention(torch.autograd.Function):
    """Attention as one operator of onnxruntime: as torch writes it, in eight, it takes half of the encoder's time."""

    @staticmethod
    def forward(ctx: object, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        b, n, _ = query.shape
        q, k, v = (x.view(b, n, HEADS, WIDTH // HEADS).transpose(1, 2) for x in (query, key, value))
        return F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(b, n, WIDTH)

    @staticmethod
    def symbolic(g: object, query: object, key: object, value: object) -> object:
        made = g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEADS)
        return made.setType(query.type())


class _OnePassage(torch.nn.Module):
    """The encoder as it is run: token ids of one passage (1, L), nothing padded and so nothing masked."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        e = self.encoder
        x = e.norm(e.words(ids) + e.positions(torch.arange(ids.shape[1])) + e.segment)
        for layer in e.layers:
            x = layer.norm1(x + layer.out(_Attention.apply(layer.query(x), layer.key(x), layer.value(x))))
            x = layer.norm2(x + layer.down(F.gelu(layer.up(x))))
        return x


def export_graph(encoder: Encoder, out: Path) -> None:
    """Write the encoder as an fp32 ONNX graph of free length, input `ids`, output `states`."""
    axes = {1: "length"}
    torch.onnx.export(
        _OnePassage(encoder).eval(), (torch.ones(1, 16, dtype=torch.long),), str(out), input_names=["ids"],
        output_names=["states"], dynamic_axes={"ids": axes, "states": axes}, opset_version=17, dynamo=False,
        custom_opsets={"com.microsoft": 1},
    )  # fmt: skip


def quantize(graph: Path, out: Path) -> None:
    """int8 weights, one scale a channel; 7 bits of them, so that processors without VNNI give the same numbers."""
    with tempfile.TemporaryDirectory() as scratch:
        ready = Path(scratch) / "ready.onnx"
        quant_pre_process(str(graph), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(str(ready), str(out), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    onnx.checker.check_model(str(out))


def _named(given: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_.-]*@[0-9]+", given):
        raise argparse.ArgumentTypeError(f"expected name@version, such as encoder-en@9, found {given!r}")
    return given


def main() -> None:
    """python -m training.export runs/encoder-en/reader.pt --name encoder-en@NUMBER [--fp32]."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, default=encoder_folder())
    # No default: ids of claims hold the maker's name, so that a new encoder by an old name would be taken for the old one.
    parser.add_argument("--name", required=True, type=_named, help="a name@version that no encoder had before")
    parser.add_argument("--fp32", action="store_true", help="leave the graph in fp32, for comparing")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    reader = Reader()
    state = torch.load(args.weights, weights_only=False)
    reader.load_state_dict(state.get("mean", state))
    with tempfile.TemporaryDirectory() as scratch:
        graph = Path(scratch) / "encoder.onnx"
        export_graph(reader.encoder, graph)
        shutil.copy(graph, args.out / "encoder.onnx") if args.fp32 else quantize(graph, args.out / "encoder.onnx")
    arrays = {k: v.numpy().astype(np.float16) for k, v in reader.heads.state_dict().items()}
    np.savez(args.out / "heads.npz", **arrays)
    tokenizer = json.loads((start_folder() / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = None
    (args.out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
    (args.out / "labels.json").write_text(json.dumps(labels.as_json(), indent=1) + "\n", encoding="utf-8")
    if not (args.out / "thresholds.toml").exists():
        shutil.copy(encoder_folder() / "thresholds.toml", args.out / "thresholds.toml")
    write_checksums(args.out, name=args.name)
    print({p.name: p.stat().st_size for p in sorted(args.out.iterdir())})


if __name__ == "__main__":
    main()
