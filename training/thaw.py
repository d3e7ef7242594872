"""python -m training.thaw [FOLDER] --out reader.pt: the encoder that ships, back to weights that can be trained further.

Who has only the package can go on from it. Weights come back as the rounded ones times their scales, so that a reader made of
them reads as the shipped one does, but for the rounding of what flows through it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from crossread.assets import encoder_folder
from training.network import Reader


def thaw(folder: Path) -> dict[str, Tensor]:
    """The state of a `Reader` from `encoder.onnx` (rounded or fp32) and `heads.npz` of a folder made by `training.export`.

    Refuses a graph that lacks a weight or has one of another shape, as `load_state_dict` says it.
    """
    graph = onnx.load(str(folder / "encoder.onnx")).graph
    held = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    wanted = {name for name in Reader().state_dict() if name.startswith("encoder.")}
    found = {name: held[name] for name in wanted & set(held)}
    found |= {name: _unrounded(held, name) for name in wanted if f"{name}_quantized" in held}
    found |= {bias.removesuffix("bias") + "weight": _of_layer(held, weight).T for bias, weight in _products(graph)}
    with np.load(folder / "heads.npz") as heads:
        found |= {f"heads.{name}": heads[name].astype(np.float32) for name in heads.files}
    state = {name: torch.tensor(np.ascontiguousarray(array)) for name, array in found.items()}
    Reader().load_state_dict(state)
    return state


def _unrounded(held: dict[str, np.ndarray], name: str) -> np.ndarray:
    scale, zero = held[f"{name}_scale"], held[f"{name}_zero_point"].astype(np.float32)
    made: np.ndarray = (held[f"{name}_quantized"].astype(np.float32) - zero) * scale
    return made


def _of_layer(held: dict[str, np.ndarray], name: str) -> np.ndarray:
    return _unrounded(held, name.removesuffix("_quantized")) if name.endswith("_quantized") else held[name]


def _products(graph: onnx.GraphProto) -> list[tuple[str, str]]:
    """The names of bias and weight of every linear layer: the graph names biases as torch did, weights by a number."""
    made_by = {out: node for node in graph.node for out in node.output}
    biases = {t.name for t in graph.initializer if t.name.endswith(".bias")}
    pairs = []
    for node in graph.node:
        bias = next((name for name in node.input if name in biases), None)
        if node.op_type != "Add" or bias is None:
            continue
        product = made_by[next(name for name in node.input if name != bias)]
        while product.op_type not in ("MatMul", "MatMulInteger"):  # rounded: a cast and a product with the scales stand between
            product = made_by[product.input[0]]
        pairs.append((bias, product.input[1]))
    return pairs


def main() -> None:
    """Read a folder, write its weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=encoder_folder())
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(thaw(args.folder), args.out)


if __name__ == "__main__":
    main()
