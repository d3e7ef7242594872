"""Trained weights -> the files that ship: int8 graph, heads as arrays, tokenizer, labels, thresholds, checksums."""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from crossread.assets import encoder_folder, write_checksums
from training import labels
from training.__main__ import start_folder
from training.network import Encoder, Reader


def export_graph(encoder: Encoder, out: Path) -> None:
    """Write the encoder as an fp32 ONNX graph with free batch and length."""
    ids, mask = torch.ones(2, 16, dtype=torch.long), torch.ones(2, 16, dtype=torch.long)
    axes = {0: "batch", 1: "length"}
    torch.onnx.export(
        encoder.eval(), (ids, mask), str(out), input_names=["ids", "mask"], output_names=["states"],
        dynamic_axes={"ids": axes, "mask": axes, "states": axes}, opset_version=17, dynamo=False,
    )  # fmt: skip


def quantize(graph: Path, out: Path) -> None:
    """int8 weights, one scale a channel; 7 bits of them, so that processors without VNNI give the same numbers."""
    with tempfile.TemporaryDirectory() as scratch:
        ready = Path(scratch) / "ready.onnx"
        quant_pre_process(str(graph), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(str(ready), str(out), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    onnx.checker.check_model(str(out))


def main() -> None:
    """python -m training.export runs/encoder-en/reader.pt [--fp32]."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, default=encoder_folder())
    parser.add_argument("--name", default="encoder-en@1")
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
